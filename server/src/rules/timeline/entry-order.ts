import type { Timeline, TimelineEntry } from '../../document/timeline';
import { offsetOn } from '../../document/zone';

/** How far an approximate time may lie behind another before the two are out of order. */
const APPROXIMATION = 30 * 60;
const DAY = 86_400;

/** What of an entry says when it starts. */
export type Timed = Pick<TimelineEntry, 'start' | 'time' | 'zone'>;

/** Whether an entry's start can be compared with others at all. A time that cannot be, such as 13:55 PM, is a fault of its own. */
export function known({ start, time }: TimelineEntry): boolean {
  return start.day !== null && time.start.clock?.possible !== false;
}

/**
 * Whether one entry starts before (negative), with (0) or after (positive) another; null where that cannot be told: a day is
 * missing, or the zones differ and one of them has no known offset. By day alone where one of them has no time of day, by the
 * minute where one of them has no seconds. Differences of up to `tolerance` seconds count as none.
 */
export function compareEntries(a: Timed, b: Timed, tolerance = 0): number | null {
  if (a.start.day === null || b.start.day === null) return null;
  const shift = zoneShift(a, b);
  if (a.start.second === null || b.start.second === null) return shift === 0 ? a.start.day - b.start.day : null;
  if (shift === null) return null;
  const coarse = a.start.precision === 'minute' || b.start.precision === 'minute' ? 60 : 1;
  const clock = Math.floor(a.start.second / coarse) * coarse - Math.floor(b.start.second / coarse) * coarse;
  const seconds = (a.start.day - b.start.day) * DAY + clock + shift;
  const allowed = Math.max(tolerance, a.time.approximate || b.time.approximate ? APPROXIMATION : 0);
  return Math.abs(seconds) <= allowed ? 0 : seconds;
}

/** Seconds to add to the difference of two local times to make it one of instants; null where a zone's offset is not known. */
function zoneShift(a: Timed, b: Timed): number | null {
  if (a.zone === b.zone || a.zone?.text.toLowerCase() === b.zone?.text.toLowerCase()) return 0;
  const offset = ({ start, zone }: Timed): number | null => (zone && start.day !== null ? offsetOn(zone, start.day) : null);
  const [from, to] = [offset(a), offset(b)];
  return from === null || to === null ? null : (to - from) * 60;
}

/** Whether entries that can be compared run from the newest to the oldest: nearly all of at least three steps go back. */
export function descends(entries: readonly TimelineEntry[]): boolean {
  let [up, down] = [0, 0];
  for (let index = 1; index < entries.length; index++) {
    const step = compareEntries(entries[index] as TimelineEntry, entries[index - 1] as TimelineEntry) ?? 0;
    if (step > 0) up++;
    else if (step < 0) down++;
  }
  return down >= 3 && down >= 3 * up;
}

/** Whether the days run from the newest to the oldest, each perhaps from morning to evening: they change at least twice and only back. */
export function daysDescend(entries: readonly TimelineEntry[]): boolean {
  let back = 0;
  let last: number | null = null;
  for (const { start: { day } } of entries) {
    if (day === null) continue;
    if (last !== null && day > last) return false;
    if (last !== null && day < last) back++;
    last = day;
  }
  return back >= 2;
}

/** How the entries of a timeline follow each other; the newest day first, each from morning to evening. */
export type EntryOrder = 'oldestFirst' | 'newestFirst' | 'newestDayFirst';

/** The order that the entries tell, or the usual one. */
export function entryOrder({ entries, newestFirst }: Timeline): EntryOrder {
  const down = descends(entries);
  if (daysDescend(entries) && !down) return 'newestDayFirst';
  return newestFirst || down ? 'newestFirst' : 'oldestFirst';
}

/** Whether the times may be counted from the beginning of the incident: the first is 00:00, and no entry has a date of its own. */
export function countsFromZero(entries: readonly TimelineEntry[]): boolean {
  return entries[0]?.start.second === 0 && entries.every(({ dateSource }) => dateSource !== 'entry' && dateSource !== 'heading');
}
