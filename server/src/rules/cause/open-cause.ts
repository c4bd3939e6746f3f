import type { IncidentDocument } from '../../document/document';
import { builtIn } from '../../document/built-in-roles';
import { sectionsOf } from '../../document/sections';
import type { Span } from '../../document/text';
import { perDocument } from '../per-document';
import { matchesIn, proseLines } from '../prose';
import { coveredLines } from '../roles';

const adverbs = '(?:(?:still|currently|yet|as yet|also|now|being|presently|at this time|under) )*';
const understood = '(?:known|clear|determined|identified|confirmed|established|understood|found|pinpointed)';
const inquiry = '(?:investigation|analysis|review|examination)';
/** Words that say by themselves, where the cause is the topic, that it is open. */
const openWords = new RegExp(
  `\\b(?:${[
    `under (?:(?:continued|continuing|active|ongoing|further|internal|our) )?${inquiry}\\b`,
    `(?:is|are) ${adverbs}(?:being )?investigated\\b`,
    `(?:still|currently) (?:being )?investigat(?:ed|ing)\\b`,
    `(?:remains?|is|are) ${adverbs}(?:unknown|unclear|undetermined|unconfirmed|unexplained|pending|open)\\b`,
    `(?:is|are|has|have) ${adverbs}not ${adverbs}(?:been )?(?:(?:fully|completely|yet) )?${understood}\\b`,
    `(?:isn't|aren't|hasn't|haven't) ${adverbs}(?:been )?(?:(?:fully|yet) )?${understood}\\b`,
    '(?:yet )?to be (?:determined|confirmed|investigated|identified|established|found)\\b',
    `pending (?:(?:further|the|root[- ]cause|additional|deeper) )*(?:${inquiry}|confirmation|rca)\\b`,
    `${inquiry} (?:is |remains )?${adverbs}(?:ongoing|pending|in progress|continues|underway|under way|open)\\b`,
    "(?:we|the team) (?:do not|don't|does not|doesn't) (?:yet |currently )?(?:know|understand)\\b(?! (?:any )?(?:more|better)\\b)",
    '(?:will|must|continues? to|needs? to|have to) (?:still |further )?investigate (?:the )?(?:exact |true )?(?:root[- ])?cause\\b',
    "(?:we(?:'re| are)|i(?:'m| am)|it(?:'s| is)) (?:still |currently )?(?:not (?:yet |entirely |quite |completely |fully )?(?:sure|certain|clear)|unsure|unclear) (?:why|what (?:the )?(?:exact |root |true |actual )*(?:cause|trigger|led))",
    "(?:we|i) (?:still )?(?:cannot|can't|can not|do not know|don't know) (?:yet )?(?:say |tell |explain )?(?:why\\b|what (?:the )?(?:exact |root |true |actual )*(?:cause|trigger|led))",
    'unknown (?:at this (?:stage|time|point)|so far|as of now|at present|for now)\\b',
    '(?:needs?|requires?) (?:further|more|additional|deeper) (?:investigation|analysis)\\b',
    'TB[DC]\\b',
  ].join('|')})`,
  'gi',
);
/** A whole section or value that is nothing but an admission. */
const openAlone = /^(?:(?:still|currently|not yet|as yet)\s+)?(?:unknown|unclear|pending|undetermined|investigating|not (?:yet )?(?:known|clear|understood|established)(?: yet| so far)?|n\/?k|\?{2,})$/i;
/** "Not known yet. Whether the feed was empty …": the first sentence says it. */
const firstSentence = /^[^.!?\n]{3,40}(?=\.\s)/;
const mayBeAlone = /^(?:still|currently|as yet|un|pending|investigating|n|\?)/i;
/** With the signs and blanks behind it; whoever adds more of them says more. */
const longestAlone = 200;
const topic = /\b(?:root|cause[sd]?|reasons?|why|trigger|origin|rca|fault|culprit)\b/i;
/** The statement is about the past, or denies it. */
const exempt = /\b(?:no longer|initially|at first|originally|previously|until|before|was|were|had been|at the time|if|whether|would|should)\b[^.;!?]{0,80}$/i;

/** Where the document says that its cause is open: its root cause sections first, then its fields. */
export const openCauses = perDocument((document): readonly Span[] => [...findOpenCauses(document)]);

/** The open places that speak of the cause as a whole, and not of a detail that is still to be understood. */
export function openRootCauses(document: IncidentDocument): readonly Span[] {
  const { text } = document;
  return openCauses(document).filter(({ start, end }) => {
    const line = text.lineAt(start);
    const before = text.value.slice(Math.max(text.lineStart(line), start - 160), start);
    return wholeCause.test(`${before.slice(before.lastIndexOf('. ') + 1)}${text.value.slice(start, end)}`) || subjectless.test(before) || openAlone.test(text.value.slice(start, end));
  });
}

/** "Still under investigation." under the heading is about the cause. */
const subjectless = /(?:^|[.!?]\s)\W*(?:(?:this|it|that)(?: is|'s)?|still|currently|the (?:issue|incident|problem|outage) is|why\?)?\W*(?:still|currently)?\W*$/i;
const wholeCause = /\broot[- ]cause\b|\bthe (?:exact |true |underlying |actual )?cause\b/i;

function* findOpenCauses(document: IncidentDocument): Generator<Span> {
  const causes = sectionsOf(document.sections, 'rootCause');
  for (const section of causes) {
    const topical = !section.roles.some((role) => role !== 'rootCause' && role !== 'contributingFactors');
    for (const { start, words } of proseLines(document, section.bodyLine, section.endLine)) yield* admissions(words, start, topical);
  }
  const covered = coveredLines(document, 'rootCause');
  for (const { key, label, value, valueSpan, line } of document.fields) {
    const status = key === 'status' && topic.test(value);
    if (!status && !builtIn.ofHeading(label).includes('rootCause')) continue;
    if (covered[line] === 1) continue;
    if (status) {
      const found = /\b(?:root[- ]cause|cause|rca)\b.{0,80}\b(?:pending|unknown|unclear|open|tb[dc]|investigat\w+|not (?:yet )?\w+)\b(?: investigation| analysis)?/i.exec(value);
      const at = found ? document.text.slice(valueSpan).indexOf(found[0]) : -1;
      if (found && at >= 0) yield { start: valueSpan.start + at, end: valueSpan.start + at + found[0].length };
    } else yield* admissions(document.text.slice(valueSpan), valueSpan.start, true);
  }
}

/** The admissions in one line; where the line is not known to be about the cause, its sentence has to be. */
function* admissions(words: string, start: number, topical: boolean): Generator<Span> {
  const alone = words.replace(/^[\s>*+_#\d.)-]*(?:\[.\]\s*)?/, '');
  const isBegun = mayBeAlone.test(alone);
  const first = isBegun && topical ? firstSentence.exec(alone)?.[0] : undefined;
  const bare = first !== undefined && openAlone.test(first) ? first : isBegun && alone.length <= longestAlone ? alone.replace(/[\s.*_:!]+$/, '') : '';
  if (bare !== '' && openAlone.test(bare)) {
    const from = start + words.length - alone.length;
    yield { start: from, end: from + bare.length };
    return;
  }
  for (const match of matchesIn(openWords, words)) {
    const sentence = words.slice(Math.max(0, match.index - 300), match.index);
    const clause = sentence.slice(Math.max(sentence.lastIndexOf('. '), sentence.lastIndexOf('; '), sentence.lastIndexOf(', but ')) + 1);
    if (exempt.test(clause)) continue;
    const general = /^(?:is|are|remains?|has|have|isn|aren|hasn|haven|we|the team|yet|to)\b/i.test(match[0]);
    if ((general || !topical) && !topic.test(clause) && !(match[0].toLowerCase().startsWith('we') && topic.test(words.slice(match.index, match.index + 120)))) continue;
    yield { start: start + match.index, end: start + match.index + match[0].length };
  }
}
