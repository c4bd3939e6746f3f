import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import type { Mention } from '../mentions';
import { matchesIn, proseLine } from '../prose';
import { coveredLines } from '../roles';
import { defineRule } from '../rule';
import { isUnfinished } from '../status';
import { isTemplateHole } from './template-hole';

/** How many placeholders are shown one by one before the rest is summed up. */
const shown = 5;

/** No text of a template, and no note to fill something in later, is left. */
export const placeholderText = defineRule({
  id: 'placeholder-text',
  group: 'structure',
  summary: 'No placeholder is left in the text',
  severity: 'warning',
  words: ['tbd', 'tbc', 'tba', 'todo', 'fixme', 'xxx*', 'lorem', 'yyyy', 'dd', 'mm', 'hh', 'here'],
  *check(document, _, { mentions }) {
    const { text } = document;
    const places = [...placeholders(document, mentions)];
    const grave = isUnfinished(document) ? { severity: 'information' as const } : {};
    for (const span of places.slice(0, shown)) {
      yield { span, message: t('"{0}" is a placeholder: replace it with what is known, or remove it.', excerpt(text.slice(span))), ...grave };
    }
    const [next, ...others] = places.slice(shown);
    if (!next) return;
    yield {
      span: next,
      message: others.length === 0
        ? t('"{0}" is a placeholder: replace it with what is known, or remove it.', excerpt(text.slice(next)))
        : t('{0} more placeholders from here on: replace them with what is known, or remove them.', others.length + 1),
      related: others.slice(0, 20).map((span) => ({ span, message: t('"{0}" is a placeholder.', excerpt(text.slice(span))) })),
      ...grave,
    };
  },
});

const mark = new RegExp(
  [
    /@tb[dc]\b|\bT(?:BD|BC|BA)\b/, // to be done, confirmed, announced
    /\bFIXME\b|\bXXX+\b/,
    /\bTODO\b(?=\s*(?:[:([|*_]|$))/,
    /(?<![\w?!.])\?{3,}/,
    /\b[Ll]orem ipsum\b/,
    /\b(?:YYYY|yyyy)[-/.](?:MM|mm|DD|dd)[-/.](?:MM|mm|DD|dd)\b|\b(?:DD|dd|MM)[-/.](?:MM|mm|DD)[-/.](?:YYYY|yyyy|YY)\b/,
    /\b(?:HH|hh):(?:MM|mm)\b/,
    /\[[^\][\n]{2,80}\](?![([:])/,
    /<[^<>\n]{2,80}>/,
  ].map(({ source }) => source).join('|'),
  'g',
);

/** What is one only where it is a whole cell or value. */
const cell = new RegExp(
  [
    /\?\?(?<=\|[ ]{0,9}\?\?)(?=[ ]{0,9}\|)/,
    /\b(?:[Dd]esc\w{3,9}|[Tt]ext|[Nn]ames?|[Ll]inks?|[Dd]etails?|[Tt]itle|[Vv]alue|[Ss]ummary|[Nn]otes?|[Cc]omments?|[Rr]eason|[Ee]xplanation) (?:goes )?here(?=[ ]{0,9}(?:\||$))(?<=[|:*][ ]{0,9}(?:(?:[Aa]dd|[Ii]nsert|[Ee]nter|[Pp]ut|[Ww]rite|[Yy]our|an?|the|some) ){0,2}\w{4,12} (?:goes )?here)/,
  ].map(({ source }) => source).join('|'),
  'g',
);

/** The placeholders in the document, in their order. */
function* placeholders(document: IncidentDocument, mentions: readonly Mention[]): Generator<Span> {
  let actions: ArrayLike<number> | undefined;
  let causes: ArrayLike<number> | undefined;
  let references: ReadonlySet<string> | undefined;
  for (const number of suspects(document, mentions)) {
    const line = proseLine(document, number);
    if (!line) continue;
    const { start, words } = line;
    let places = matchesIn(mark, words);
    if (words.includes('??') || words.includes(' here')) places = [...places, ...matchesIn(cell, words)].sort((a, b) => a.index - b.index);
    if (places.length === 0) continue;
    const time = words.includes('YYYY') || words.includes('HH:') ? joinedTimes(words) : null;
    for (const { index, 0: found } of places) {
      const bracketed = found.startsWith('[') || found.startsWith('<');
      if (bracketed && ((references ??= definedReferences(document)).has(found.toLowerCase()) || !isTemplateHole(words, index, found))) continue;
      // In a plan TODO is a state like DONE; a cause that is to be determined is what root-cause-pending is about.
      if (found === 'TODO' && (actions ??= coveredLines(document, 'actions'))[number] === 1) continue;
      if ((found === 'TBD' || found === 'TBC') && (causes ??= coveredLines(document, 'rootCause'))[number] === 1) continue;
      if (time && time.inner.has(index)) continue;
      yield { start: start + index, end: start + (time?.ends.get(index) ?? index + found.length) };
    }
  }
}

/** What a placeholder has beside words. */
const signs = ['[', '<', '??'];

/** The lines that have a part of a placeholder, in order. */
function suspects({ text: { value, lineStarts }, lines }: IncidentDocument, mentions: readonly Mention[]): readonly number[] {
  const found = new Set(mentions.map(({ line: { line } }) => line));
  for (const sign of signs) {
    let number = 0;
    for (let at = value.indexOf(sign); at >= 0 && number < lines.length; at = value.indexOf(sign, lineStarts[number] ?? value.length)) {
      while (number < lines.length && (lineStarts[number] as number) <= at) number++;
      found.add(number - 1);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** "YYYY-MM-DD HH:MM" is one placeholder, not two: where each pair ends, and where its second half begins. */
function joinedTimes(words: string): { ends: Map<number, number>; inner: Set<number> } {
  const ends = new Map<number, number>();
  const inner = new Set<number>();
  for (const pair of words.matchAll(/\b[YyMDd]{2,4}[-/.][MmDd]{2}[-/.][YyDdMm]{2,4}(?:[ T]| at )(?=[Hh]{2}:[Mm]{2})/g)) {
    const clock = pair.index + pair[0].length;
    ends.set(pair.index, clock + 5);
    inner.add(clock);
  }
  return { ends, inner };
}

const openBracket = 91;

/** The labels in brackets, in lower case, that the document gives an address: `[name]: https://…`. */
function definedReferences({ text, lines }: IncidentDocument): Set<string> {
  const labels = new Set<string>();
  for (const { start, end } of lines) {
    const match = text.value.charCodeAt(start) === openBracket ? /^\[[^\][]{1,80}\](?=:)/.exec(text.value.slice(start, Math.min(end, start + 100))) : null;
    if (match) labels.add(match[0].toLowerCase());
  }
  return labels;
}
