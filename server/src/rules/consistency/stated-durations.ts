import type { IncidentDocument } from '../../document/document';
import { readDuration } from '../../document/duration';
import type { Span } from '../../document/text';
import { bareValue } from '../../document/words';
import type { Mention } from '../mentions';

/** What a stated duration measures: the whole incident, its repair, or the way to another milestone. */
export type Measure = 'total' | 'resolve' | 'detect' | 'acknowledge' | 'mitigate';

/** A duration that the document states under a name, as a field, a row or a line. */
export interface StatedDuration {
  readonly measure: Measure;
  readonly span: Span;
  readonly line: number;
  readonly seconds: number;
  readonly approximate: boolean;
}

/** The words that name a duration, for the lexicon. */
export const durationWords = ['duration', 'downtime', 'time', 'mttr', 'mttd', 'mtta', 'mttm', 'ttr', 'ttd', 'tta', 'ttm'] as const;

const abbreviations: Readonly<Record<string, Measure>> = { ttr: 'resolve', ttd: 'detect', tta: 'acknowledge', ttm: 'mitigate' };
/** The verb behind "time to". */
const verbs: readonly (readonly [RegExp, Measure])[] = [
  [/^ to (?:resolve|repair|restore|recover|resolution|recovery|restoration|fix)\b/i, 'resolve'],
  [/^ to (?:detect|detection|notice|discover|discovery)\b/i, 'detect'],
  [/^ to (?:acknowledge|acknowledgement|acknowledgment|ack|respond|response)\b/i, 'acknowledge'],
  [/^ to (?:mitigate|mitigation)\b/i, 'mitigate'],
];
/** Between a name and its value: emphasis, a colon, the border of a cell, the abbreviation or the two milestones in parentheses. */
const link = /^[*_\s]*(?:\([^()]{1,40}\)[*_\s]*)?(?:[:=|–—][*_\s|]*)+/;
/** An abbreviation begins its sentence or its part of a line as well. */
const opensPart = /(?:^|[|:.;,·])\s*$/;
/** Where such a part ends. */
const endOfPart = /[.;,·]\s+(?=[A-Z])/;
/** A name begins its line, its cell or its item. */
const opens = /(?:^|[|:])[\s\W]*(?:(?:total|overall|incident|outage|service|customer|impact|mean|approximate|estimated|the|full)\s+){0,3}$/i;
const amount = '(?:\\d+(?:[.,]\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|half)[ -]?(?:an )?(?:w(?:eeks?|ks?)?|d(?:ays?)?|h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)\\b\\.?';
/** A captured loop is compiled once, another one for each of its rounds. */
const written = `(?:(?:[~≈]|about|approx(?:\\.|imately)?|around|roughly|nearly|almost) ?)?(?:${amount}((?:,? and |, ?| )?${amount}){0,3}|\\d{1,3}:[0-5]\\d(?::[0-5]\\d)?(?: ?h(?:ours|rs)?)?|PT?\\d[\\dDTHMS]{1,12})`;
/** A value that is a duration and nothing else: "in the first phase", "business hours" and "at least" change what it means. */
const plain = new RegExp(`^${written}\\.?$`, 'i');
/** The duration that a value begins with, whatever follows. */
export const durationAtStart = new RegExp(`^${written}(?![\\w:])`, 'i');

/** The durations that the mentions of their names introduce, in document order. */
export function statedDurations(document: IncidentDocument, mentions: readonly Mention[]): StatedDuration[] {
  const stated: StatedDuration[] = [];
  for (let index = 0; index < Math.min(mentions.length, most); index++) {
    const found = statedAt(document, mentions[index] as Mention);
    if (found) stated.push(found);
  }
  return stated;
}

/** No document states more of them; a heap of the same word is none. */
const most = 200;

function statedAt({ text }: IncidentDocument, { word, span, line }: Mention): StatedDuration | null {
  // "time" is said of everything: only "time to …" is looked at.
  if (word === 'time' && !/^ to /i.test(line.words.slice(span.end - line.start, span.end - line.start + 4))) return null;
  const at = span.start - line.start;
  const earlier = line.words.slice(Math.max(0, at - 50), at);
  const isShort = word.length <= 4 && word !== 'time';
  if (!opens.test(earlier) && !(isShort && opensPart.test(earlier))) return null;
  const later = line.words.slice(span.end - line.start, span.end - line.start + 160);
  const named = measureOf(word, later);
  const joint = named && link.exec(later.slice(named.length));
  if (!named || !joint) return null;
  const start = span.end + named.length + joint[0].length;
  const rest = line.words.slice(start - line.start, start - line.start + 160);
  const cell = line.words.trimStart().startsWith('|') ? rest.indexOf('|') : -1;
  const part = cell >= 0 ? cell : isShort ? rest.search(endOfPart) : -1;
  const value = bareValue(text.value, start, start + (part < 0 ? rest : rest.slice(0, part)).trimEnd().length);
  const written = text.slice(value).replace(/<!--.*$/, '').trim();
  if (!plain.test(written)) return null;
  const duration = readDuration(written);
  if (!duration || duration.seconds === 0) return null;
  return { measure: named.measure, span: { start: value.start, end: value.start + written.length }, line: line.line, ...duration };
}

/** What a name of a duration measures, and how many characters behind it belong to the name; null where it is none. `later`: what follows. */
export function measureOf(word: string, later: string): { measure: Measure; length: number } | null {
  if (word === 'duration' || word === 'downtime') return { measure: 'total', length: /^ of (?:the )?(?:incident|outage|impact|downtime)\b/i.exec(later)?.[0].length ?? 0 };
  const abbreviation = abbreviations[word.replace(/^m(?=tt)/, '')];
  if (abbreviation) return { measure: abbreviation, length: 0 };
  for (const [pattern, measure] of verbs) {
    const match = pattern.exec(later);
    if (match) return { measure, length: match[0].length };
  }
  return null;
}
