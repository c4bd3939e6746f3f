import type { Span } from './text';
import { zoneOffsets } from './vocabulary';

/** A date as written; the year may be missing. Months and days count from 1. */
export interface CivilDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** True where it may be the other way round, such as 03/04/2024 in a document that does not tell. */
  readonly ambiguous?: boolean;
}

/** A time of day as written. */
export interface Clock {
  /** Seconds since midnight, 0 to 86399. */
  readonly second: number;
  readonly precision: 'minute' | 'second';
  /** False where the writing is impossible but plain ("13:55 PM"). */
  readonly possible: boolean;
}

/** A time zone as written, with its offset in minutes east of UTC where its name alone tells it. */
export interface Zone {
  readonly text: string;
  readonly span: Span;
  readonly offset: number | null;
}

/** Date and time of day of one end of a time expression. */
export interface TimePoint {
  readonly date: CivilDate | null;
  readonly dateSpan: Span | null;
  readonly clock: Clock | null;
  readonly clockSpan: Span | null;
}

/** An instant or a range, as written. */
export interface TimeExpression {
  readonly span: Span;
  readonly start: TimePoint;
  readonly end: TimePoint | null;
  readonly zone: Zone | null;
  readonly approximate: boolean;
}

/** A moment of local time in the stated zone, to the precision known. */
export interface Moment {
  /** Days since 1970-01-01, or null where no date is known. */
  readonly day: number | null;
  /** Seconds since midnight, or null where only the date is known. */
  readonly second: number | null;
  readonly precision: 'day' | 'minute' | 'second';
  /** The day where the date's day and month are the other way round; absent where that cannot be. */
  readonly otherDay?: number;
}

/** Minutes east of UTC that a zone's name states, or null. */
export function zoneOffset(name: string): number | null {
  const numeric = /^(?:UTC|GMT)?[ ]?([+\-−])(\d{1,2}):?(\d{2})?$/.exec(name);
  if (numeric) return (numeric[1] === '+' ? 1 : -1) * (Number(numeric[2]) * 60 + Number(numeric[3] ?? 0));
  return zoneOffsets[name] ?? null;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days since 1970-01-01 of a date in the proleptic Gregorian calendar; null for a day that its month does not have. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const length = month === 2 && isLeap(year) ? 29 : monthLengths[month - 1];
  if (length === undefined || day < 1 || day > length) return null;
  // years are counted from March, so that the leap day comes last
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** The day of the week of a day number, 0 for Sunday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** How many days later a date is with its day and month the other way round; 0 where it can only be read one way. */
export function daysToOtherReading({ ambiguous, month, day }: CivilDate, year: number | null): number {
  if (!ambiguous || year === null) return 0;
  return (dayNumber(year, day, month) ?? 0) - (dayNumber(year, month, day) ?? 0);
}

/** The moment of a clock on a day. `shift`: how many days later the day may be too, 0 where it can only be read one way. */
export function momentOn(day: number | null, clock: Clock | null, shift = 0): Moment {
  const moment = { day, second: clock?.second ?? null, precision: clock?.precision ?? ('day' as const) };
  return day !== null && shift !== 0 ? { ...moment, otherDay: day + shift } : moment;
}

/** The date of a day number. */
export function dateOfDay(day: number): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** A number in two digits at least. */
export const two = (value: number): string => String(value).padStart(2, '0');

/** ISO 8601 local time to the precision known: `2023-05-10T14:00`, `2022-05-12`, `T14:00`. */
export function isoMoment(moment: Moment): string {
  const date = moment.day === null ? '' : isoDay(moment.day);
  if (moment.second === null) return date;
  const clockText = `${two(Math.floor(moment.second / 3600))}:${two(Math.floor(moment.second / 60) % 60)}`;
  return `${date}T${clockText}${moment.precision === 'second' ? `:${two(moment.second % 60)}` : ''}`;
}

/** The day number of a date in ISO 8601; null where it is none of the calendar. */
export function dayOfIso(date: string | null): number | null {
  const parts = date === null ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return parts && dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** Whether midnight plainly lies between two times of day (seconds since midnight): the first is in the evening, the second in the morning. */
export const passesMidnight = (from: number, to: number): boolean => from >= 18 * 3600 && to <= 9 * 3600;

/** `2023-05-10` of a day number. */
export function isoDay(day: number): string {
  const date = dateOfDay(day);
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
}
