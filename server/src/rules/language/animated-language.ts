import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import type { Mention } from '../mentions';
import { matchesIn, proseLine } from '../prose';
import { coveredLines } from '../roles';
import { defineRule } from '../rule';
import { behind, isQuoted } from '../surroundings';

/** The document reports and does not exclaim. */
export const animatedLanguage = defineRule({
  id: 'animated-language',
  group: 'language',
  summary: 'The tone is factual',
  severity: 'hint',
  words: [
    'terrible', 'terribly', 'horrible', 'horribly', 'horrific', 'horrendous', 'awful', 'awfully', 'dreadful', 'nightmare', 'disaster', 'disastrous', 'disastrously', 'fiasco',
    'insane', 'insanely', 'crazy', 'ridiculous', 'ridiculously', 'absurd', 'absurdly', 'outrageous', 'idiotic', 'pathetic', 'appalling', 'shocking', 'shockingly', 'catastrophe',
    'never', 'always', 'nothing', 'everything', 'nobody', 'everybody', 'extremely', 'completely', 'absolutely', 'totally', 'immediately', 'finally', 'massive', 'huge',
  ],
  *check(document, _options, { mentions }) {
    const found: { readonly span: Span; readonly line: number; readonly message: string }[] = [];
    for (const mention of mentions) {
      if (!isAnimated(mention) || isQuoted(mention)) continue;
      found.push({ span: mention.span, line: mention.line.line, message: t('"{0}" judges: give the fact or the number behind it.', excerpt(document.text.slice(mention.span))) });
    }
    for (const { span, line } of exclamations(document)) {
      found.push({ span, line, message: t('Exclamation marks judge: end the sentence with a full stop.') });
    }
    if (found.length === 0) return;
    const voices = [coveredLines(document, 'sentiment'), coveredLines(document, 'communication')];
    for (const { span, line, message } of found.sort((a, b) => a.span.start - b.span.start)) {
      if (!voices.some((lines) => lines[line] === 1)) yield { span, message };
    }
  },
});

/** Calm words, which capitals turn into shouting. */
const calm = /^(?:never|always|nothing|everything|nobody|everybody|extremely|completely|absolutely|totally|immediately|finally|massive|huge)$/;
/** "Disaster recovery" is a plan. */
const term = /^[- ](?:recovery|restore|tolerance|drill|plan|response|preparedness|scenario|site|resilien\w+|proof|test\w*)/i;

function isAnimated(mention: Mention): boolean {
  const { word, span, line } = mention;
  if (!calm.test(word)) return word !== 'disaster' || !term.test(behind(mention, 20));
  const written = line.words.slice(span.start - line.start, span.end - line.start);
  // A line that is in capitals as a whole is a style of headings.
  return written === word.toUpperCase() && /[a-z]{3}/.test(line.words);
}

/** Two exclamation marks or more behind a word. */
function* exclamations(document: IncidentDocument): Generator<{ span: Span; line: number }> {
  const { text } = document;
  let last = -1;
  for (let at = text.value.indexOf('!!'); at >= 0; at = text.value.indexOf('!!', at + 2)) {
    const number = text.lineAt(at);
    if (number === last) continue;
    last = number;
    const line = proseLine(document, number);
    for (const { index, 0: marks } of line ? matchesIn(/(?<=[a-z)]\s?)!{2,}(?=\s|$)/gi, line.words) : []) {
      const start = (line as { start: number }).start + index;
      yield { span: { start, end: start + marks.length }, line: number };
    }
  }
}
