import { builtIn } from '../../document/built-in-roles';
import type { IncidentDocument } from '../../document/document';
import { bodyRows } from '../../document/tables';
import type { Span } from '../../document/text';
import { animatedLanguage } from '../../rules/language/animated-language';
import { blame } from '../../rules/language/blame';
import { lexiconOf } from '../../rules/mentions';
import { perDocument } from '../../rules/per-document';
import { proseLine } from '../../rules/prose';
import { coveredLines } from '../../rules/roles';
import type { Rule } from '../../rules/rule';
import { isPlaceholder } from './placeholders';
import type { Replacement } from './placeholders';
import { sentencesIn } from './sentences';

const asked: readonly Rule[] = [animatedLanguage, blame];

export interface Judgement {
  readonly rule: string;
  readonly span: Span;
}

/** What the rules of language find that judges somebody or something. */
export const judgements = perDocument((document): readonly Judgement[] => {
  const mentions = lexiconOf(asked).mentionsIn(document);
  return asked.flatMap((rule, index) => [...rule.check(document, rule.defaults, {
    mentions: mentions[index] ?? [], now: 0, ruleIds: [], unused: () => [], requiredSections: [], toleratedOwners: [], siblings: null,
  })].map(({ span }) => ({ rule: rule.id, span })));
});

const feeling = /\b(?:frustrat(?:ed|ing|ion)|ang(?:ry|er)|furious|annoyed|upset|unhappy|dissatisfied|anxious|irate|livid|worried|disappointed|impatient|hostile|aggressive|rude|nervous|stressed|losing patience|lost (?:confidence|trust|patience)|fed up|threaten(?:s|ed|ing)? to|relieved|grateful|hopeful|mad at|complain(?:s|ed|ing) (?:loudly|bitterly)|difficult to (?:please|deal with)|(?:is|are|was|were|remains?) (?:very |extremely |quite |deeply |highly )?(?:concerned|happy|pleased|calm|tense|under pressure|sceptical|skeptical))\b/i;

/** Remarks on what the customer feels, and those that do not report but exclaim. `speaksOf` tells whether words name the customer or somebody of theirs. */
export function* remarksIn(document: IncidentDocument, speaksOf: (words: string) => boolean): Generator<Replacement> {
  const { text, lines, fields, tables, plan } = document;
  const onSentiment = coveredLines(document, 'sentiment');
  const facts = new Set(fields.flatMap(({ key, line }) => (key === null ? [] : [line])));
  const planned = new Set(plan.items.flatMap(({ line, endLine }) => Array.from({ length: endLine - line + 1 }, (_, index) => line + index)));
  for (const table of tables) {
    for (const row of bodyRows(table)) if (onSentiment[row.line] === 1 && !planned.has(row.line)) for (const cell of row.cells) yield* withheld(document, cell, false);
  }
  let isBegun = false;
  for (const { number, kind, contentStart, contentEnd, marker, colon } of lines) {
    const begins = kind === 'item' || kind === 'field' || kind === 'quote' || marker !== null;
    const isRemark = onSentiment[number] === 1 && !facts.has(number) && !planned.has(number) && (kind === 'item' || kind === 'field' || kind === 'quote' || kind === 'prose');
    const start = kind === 'field' && colon >= 0 ? colon + 1 : contentStart;
    const from = start + (/^[>\s*_]*/.exec(text.value.slice(start, contentEnd))?.[0].length ?? 0);
    if (isRemark) yield* withheld(document, { start: from, end: contentEnd }, isBegun && !begins);
    isBegun = isRemark;
  }
  for (const { label, valueSpan, key } of fields) if (key === null && builtIn.ofHeading(label).includes('sentiment')) yield* withheld(document, valueSpan, false);
  const animated = judgements(document).filter(({ rule, span }) => rule === animatedLanguage.id && animatedWord.test(text.slice(span)));
  for (const sentence of sentencesIn(document, (line) => planned.has(line) || onSentiment[line] === 1)) {
    const words = sentence.map((piece) => spokenIn(document, piece)).join(' ');
    const [first, last] = [sentence[0] as Span, sentence.at(-1) as Span];
    const isAnimated = animated.some(({ span }) => span.start >= first.start && span.end <= last.end);
    if (!isAnimated && !(feeling.test(words) && speaksOf(words))) continue;
    for (const [index, piece] of sentence.entries()) yield* withheld(document, piece, index > 0);
  }
}

/** In capitals calm words are animated too, and so are exclamation marks: these are left to the reader. */
const animatedWord = /[a-z]/;

/** The words of a stretch that its author speaks, without code and links. */
function spokenIn(document: IncidentDocument, { start, end }: Span): string {
  const line = proseLine(document, document.text.lineAt(start));
  return line ? line.words.slice(Math.max(0, start - line.start), end - line.start) : '';
}

function* withheld({ text }: IncidentDocument, span: Span, isMore: boolean): Generator<Replacement> {
  if (span.end > span.start && !isPlaceholder(text.slice(span))) yield { span, family: isMore ? 'more' : 'remark', thing: '' };
}
