import type { SourceText } from '../document/text';
import { isoMoment, type TimeExpression, two, type Zone } from '../document/time';
import { offsetAt, offsetOn, offsetThen } from '../document/zone';
import { rewriteDate } from '../rules/timeline/rewrite-date';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A time of day on a day (since 1970-01-01), in seconds since midnight. */
export interface LocalTime {
  readonly day: number;
  readonly second: number;
}

/** What a clock shows at an instant (milliseconds since the epoch): in a zone, or at one of IANA's places where there is none. Null where neither tells. */
export function localTime(instant: number, zone: Zone | null, place: string): LocalTime | null {
  const offset = zone ? offsetOfZone(instant, zone) : offsetAt(place, instant);
  if (offset === null) return null;
  const local = instant + offset * MINUTE;
  const day = Math.floor(local / DAY);
  return { day, second: Math.floor((local - day * DAY) / 1000) };
}

function offsetOfZone(instant: number, zone: Zone): number | null {
  const near = offsetOn(zone, Math.floor(instant / DAY));
  if (near === null) return null;
  const local = instant + near * MINUTE;
  const day = Math.floor(local / DAY);
  return offsetThen(zone, day, (local - day * DAY) / 1000);
}

/**
 * A time as it is written in a text, with another moment in it: its order, separators, leading zeros, names of months, half of the day
 * and zone stay. Null for a range, and where the text does not tell which part of it is which.
 */
export function rewriteTime(text: SourceText, { span, start, end, zone }: TimeExpression, to: LocalTime): string | null {
  if (end !== null) return null;
  const changes: { readonly from: number; readonly to: number; readonly newText: string }[] = [];
  if (start.date && start.dateSpan) {
    const date = rewriteDate(text.slice(start.dateSpan), start.date, to.day);
    if (date === null) return null;
    changes.push({ from: start.dateSpan.start, to: start.dateSpan.end, newText: date });
  }
  if (start.clock && start.clockSpan) {
    const { start: from, end: upto } = start.clockSpan;
    // "09:00:05Z" is a clock with its zone
    const behind = zone && zone.span.start > from && zone.span.start < upto ? zone.span.start : upto;
    const clock = rewriteClock(text.value.slice(from, behind), to.second);
    if (clock === null) return null;
    changes.push({ from, to: behind, newText: clock });
  }
  let written = '';
  let at = span.start;
  for (const change of changes.sort((one, other) => one.from - other.from)) {
    written += text.value.slice(at, change.from) + change.newText;
    at = change.to;
  }
  return written + text.value.slice(at, span.end);
}

const clockParts = /^(\d{1,2})([:.h]?)(\d{2})(?:([:.])\d{2}(?:[.,]\d{1,9})?)?([ \u00a0\u202f]?)([ap])?(\.?)(m?)(\.?)$/i;

/** A time of day in the notation of another; seconds only where it has some. */
function rewriteClock(written: string, second: number): string | null {
  const match = clockParts.exec(written);
  if (!match) return null;
  const [, hourText = '', mark = '', , secondMark, gap = '', half, dot = '', m = '', lastDot = ''] = match;
  if (mark === '' && hourText.length < 2) return null;
  const hour = Math.floor(second / 3600);
  const isPadded = hourText.length === 2 && (hourText.startsWith('0') || half === undefined);
  const shown = half === undefined ? hour : hour % 12 || 12;
  const time = `${isPadded ? two(shown) : shown}${mark}${two(Math.floor(second / 60) % 60)}${secondMark === undefined ? '' : secondMark + two(second % 60)}`;
  if (half === undefined) return `${time}${gap}${dot}${m}${lastDot}`;
  const letter = hour < 12 ? 'a' : 'p';
  return `${time}${gap}${half === half.toUpperCase() ? letter.toUpperCase() : letter}${dot}${m}${lastDot}`;
}

/** `2026-03-11 10:15` */
export function isoTime({ day, second }: LocalTime): string {
  return isoMoment({ day, second, precision: 'minute' }).replace('T', ' ');
}
