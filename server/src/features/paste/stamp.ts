import type { DayOrder } from '../../document/day-order';
import type { CivilDate } from '../../document/time';
import { TimeReader } from '../../document/time-reader';
import { weekdayNamed } from '../../rules/timeline/weekday-names';
import type { PastedTime, SpokenDay } from './format';

/** A time at the beginning of a line, and where the line goes on. */
export interface Stamp {
  readonly time: PastedTime;
  readonly end: number;
}

const spoken = /^(?:(today|yesterday)|([a-z]{3,9}))\b(?:,| at\b)?[ \u00a0\u202f]+(?=\d)/i;
/** Longer than any time that a program writes. */
const MAX_STAMP = 60;

/** The time of day that a line begins with, its day before or behind it where one is stated; or null. */
export function stampAt(line: string, order: DayOrder): Stamp | null {
  // the blank before "PM" is a narrow one in many programs
  const head = line.slice(0, MAX_STAMP).replace(/[\u00a0\u202f]/g, ' ');
  const day = spoken.exec(head);
  const named = day && spokenDay((day[1] ?? day[2]) as string);
  const from = day && named ? day[0].length : 0;
  const found = new TimeReader(head, order).read(from, head.length);
  if (!found || found.span.start !== from) return null;
  const { date, clock } = found.start;
  if (!clock?.possible || found.end) return null;
  if (/\w/.test(head[found.span.end] ?? '')) return null;
  return { time: { day: date ?? named, second: clock.second, precision: clock.precision, zone: found.zone }, end: found.span.end };
}

/** A line that is nothing but a time of day, in brackets or not. */
export function soleStamp(line: string, order: DayOrder): PastedTime | null {
  const words = line.trim();
  const bare = words.startsWith('[') && words.endsWith(']') ? words.slice(1, -1) : words;
  const stamp = bare.length > MAX_STAMP ? null : stampAt(bare, order);
  return stamp && stamp.end === bare.length ? stamp.time : null;
}

/** A line that is nothing but a day: "Monday, March 9th", "Today", "2026-03-09". */
export function soleDay(line: string, order: DayOrder): CivilDate | SpokenDay | null {
  if (line.length > MAX_STAMP) return null;
  const words = line.replace(/^[-–—\s]+|[-–—\s]+$/g, '');
  const named = spokenDay(words);
  if (named) return named;
  const found = new TimeReader(words, order).read(0, words.length);
  return found?.span.start === 0 && found.span.end === words.length && !found.start.clock && !found.end ? found.start.date : null;
}

function spokenDay(word: string): SpokenDay | null {
  const lower = word.toLowerCase();
  if (lower === 'today') return { daysAgo: 0 };
  if (lower === 'yesterday') return { daysAgo: 1 };
  const weekday = weekdayNamed(lower);
  return weekday < 0 ? null : { weekday };
}
