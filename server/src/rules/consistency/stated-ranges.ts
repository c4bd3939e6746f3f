import type { IncidentDocument } from '../../document/document';
import { readDuration } from '../../document/duration';
import type { Duration } from '../../document/duration';
import type { Span } from '../../document/text';
import { dayNumber } from '../../document/time';
import type { TimeExpression } from '../../document/time';
import type { Mention } from '../mentions';
import { before } from '../surroundings';

const DAY = 86_400;

/** The words that a range of clocks follows, for the lexicon. */
export const rangeWords = ['from', 'between', 'von', 'zwischen'] as const;

/** The range of two clocks right behind "from" or "between", or null. */
export function rangeBehind(document: IncidentDocument, { word, span, line }: Mention): TimeExpression | null {
  if (!(rangeWords as readonly string[]).includes(word)) return null;
  if (!/^ [*_(]{0,3}[\dA-Z]/.test(line.words.slice(span.end - line.start, span.end - line.start + 5))) return null;
  const end = Math.min(line.start + line.words.length, span.end + 120);
  const time = document.times.read(span.end + 1, end);
  return time?.start.clock && time.end?.clock ? time : null;
}

/** How long a range of clocks is, in seconds; null where it is not certain. Without dates an end before its start is the next day's. */
export function lengthOf({ text }: IncidentDocument, { start, end, approximate }: TimeExpression): number | null {
  if (approximate || !start.clock || !end?.clock || !start.clock.possible || !end.clock.possible) return null;
  const clocks = end.clock.second - start.clock.second;
  // "10:30 to 2:30" may mean two halves of the day, and "10:30 to 2:30 AM" does.
  const [first, last] = [start, end].map(({ clockSpan }) => clockSpan !== null && /[ap]\.?m/i.test(text.slice(clockSpan)));
  if (first !== last || (!first && clocks < 0 && start.clock.second < 13 * 3600)) return null;
  if (!end.date) return clocks >= 0 ? clocks : clocks + DAY;
  if (!start.date || start.date.ambiguous || end.date.ambiguous) return null;
  const year = start.date.year ?? end.date.year;
  const days = [start.date, end.date].map(({ year: own, month, day }) => dayNumber(own ?? year ?? 2001, month, day));
  return days[0] == null || days[1] == null ? null : (days[1] - days[0]) * DAY + clocks;
}

const amount = '(?:\\d+(?:[.,]\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten)[ -]?(?:and a half )?(?:days?|hours?|hrs?|h|stunden?|heures?|minuten?|minutes?|mins?|m)\\b';
const written = `(?:(?:about|around|approx(?:\\.|imately)?|roughly|nearly|almost|over|some|just over|just under|more than|less than|~|≈) ?)?${amount}(?:,? (?:(?:and|und|et) )?${amount})?`;
const inFront = new RegExp(`(?:\\b(?:lasted|lasting|for|of|took)|:) (${written})[ ,]*(?:\\(|– |- )?$`, 'i');
const atBack = new RegExp(`^(?:\\*{0,2}(?: ?\\(|,? (?:lasting|lasted|for|a total of|=) )(?:a total of |total(?: of)?:? )?|[^.;:()\\d]{0,40}\\((?:duration|dauer|durée):? )(${written})`, 'i');

/** The duration that a sentence states right in front of a range or right behind it, with its place. */
export function durationBeside({ text }: IncidentDocument, mention: Mention, range: TimeExpression): { readonly duration: Duration; readonly span: Span } | null {
  const earlier = before(mention);
  const front = inFront.exec(earlier);
  const line = mention.line;
  const later = line.words.slice(range.span.end - line.start, range.span.end - line.start + 80);
  if (!front) return durationBehind({ text }, range, range.span.end + later.length);
  const found = front[1] as string;
  const start = mention.span.start - front[0].length + front[0].indexOf(found);
  const duration = readDuration(found);
  return duration && text.value.startsWith(found, start) ? { duration, span: { start, end: start + found.length } } : null;
}

/** The duration that stands right behind a range and before an offset, in brackets or behind a word for it, with its place. */
export function durationBehind({ text }: Pick<IncidentDocument, 'text'>, range: TimeExpression, end: number): { readonly duration: Duration; readonly span: Span } | null {
  const from = range.span.end;
  const match = atBack.exec(text.value.slice(from, Math.min(end, from + 80)));
  const found = match?.[1];
  const duration = found === undefined ? null : readDuration(found);
  if (!match || found === undefined || !duration) return null;
  const start = from + match[0].indexOf(found);
  return { duration, span: { start, end: start + found.length } };
}
