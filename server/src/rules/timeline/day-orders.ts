import type { Timeline, TimelineEntry } from '../../document/timeline';
import { compareEntries } from './entry-order';
import type { Timed } from './entry-order';

/**
 * Where dates such as 03/04/2024 may be read both ways, the answer tells of two entries whether the first is earlier only as
 * they were read, and not the other way; null where no date of the timeline is of that kind.
 */
export function dayOrders({ entries }: Timeline): ((a: TimelineEntry, b: TimelineEntry) => boolean) | null {
  if (!entries.some(({ start }) => start.otherDay !== undefined)) return null;
  return (a, b) => (compareEntries(otherWay(a), otherWay(b)) ?? 0) >= 0;
}

const otherWay = ({ start, time, zone }: TimelineEntry): Timed => ({ start: { ...start, day: start.otherDay ?? start.day }, time, zone });
