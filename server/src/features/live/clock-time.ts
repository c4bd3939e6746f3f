import type { Moment, Zone } from '../../document/time';
import type { CertainOffsets } from '../paste/certain-offset';

/** What turns local times into instants. */
export interface ClockTime {
  /** Seconds since the epoch. */
  readonly now: number;
  readonly offsets: CertainOffsets;
}

const DAY = 86_400;

/**
 * The instant of a moment in a zone, or where the reader lives, in seconds since the epoch. A moment without a day was on the last day on
 * which it is not to come; a date that can be read two ways is the later that is not. Null for a day alone, and where the zone does not tell.
 */
export function instantIn(clock: ClockTime, { day, second, otherDay }: Moment, zone: Zone | null): number | null {
  if (second === null) return null;
  const at = (on: number): number | null => clock.offsets.instant(zone, on, second, zone?.offset ?? null);
  if (day !== null && otherDay === undefined) return at(day);
  const today = Math.floor(clock.now / DAY);
  const days = day === null ? [today + 1, today, today - 1, today - 2] : [day, otherDay as number];
  const instants = days.flatMap((on) => at(on) ?? []);
  const past = instants.filter((instant) => instant <= clock.now);
  return past.length > 0 ? Math.max(...past) : (day === null ? null : (instants[0] ?? null));
}
