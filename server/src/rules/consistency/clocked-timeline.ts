import type { IncidentDocument } from '../../document/document';
import { absolute } from '../../document/milestones';
import type { TimelineEntry } from '../../document/timeline';
import { offsetOn } from '../../document/zone';

const DAY = 86_400;

/** A timeline that durations can be judged by. */
export interface ClockedTimeline {
  /** Both ends of every row as seconds on one axis, each once, in ascending order. */
  readonly instants: readonly number[];
  /** Whether the first row shows the beginning, so that nothing can have lasted longer than the rows. */
  readonly showsStart: boolean;
}

/**
 * The document's only timeline where every row was understood, has a time of day, and follows the one before it; null where
 * anything is in doubt: a duration cannot be judged by rows that may be wrong themselves.
 */
export function clockedTimeline({ timelines }: IncidentDocument): ClockedTimeline | null {
  const filled = timelines.filter(({ entries }) => entries.length > 0);
  const [timeline] = filled;
  if (!timeline || filled.length > 1 || timeline.unread > 0 || timeline.entries.length < 2) return null;
  const entries = timeline.newestFirst ? timeline.entries.toReversed() : timeline.entries;
  const [first] = entries as [TimelineEntry];
  if (!shareAnAxis(entries)) return null;
  const dated = first.start.day !== null;
  const instants = new Set<number>();
  let midnights = 0;
  let last = -Infinity;
  for (const { start, end, zone, time } of entries) {
    if (start.second === null || time.start.clock?.possible === false || (start.day !== null) !== dated) return null;
    let at = dated ? (absolute(start, zone) as number) : start.second + midnights * DAY;
    if (at < last) {
      // Without dates, a clock far below the one above it is the next day's.
      if (dated || last - at < DAY / 2) return null;
      midnights++;
      at += DAY;
    }
    last = at;
    instants.add(at);
    if (end?.second != null) instants.add(at + ((end.second - start.second + DAY) % DAY));
  }
  return { instants: [...instants].sort((a, b) => a - b), showsStart: first.milestones.includes('started') || begins.test(first.text) };
}

const begins = /\b(?:occurs|occurred|begins?|began|starts?|started|goes (?:down|live)|went down|deploy\w*|released?|rolled out|introduced|first|initiated)\b/i;

/** Whether all rows have one zone, or zones whose offsets are known. */
function shareAnAxis(entries: readonly TimelineEntry[]): boolean {
  const name = entries[0]?.zone?.text;
  return entries.every(({ zone }) => zone?.text === name) || entries.every(({ zone, start }) => zone && start.day !== null && offsetOn(zone, start.day) !== null);
}

/** By how many seconds a stated length of time may be off: minutes are rounded, and a range may count its last one. */
export const toleranceOf = (seconds: number, approximate: boolean): number => Math.max(300, seconds * (approximate ? 0.25 : 0.05));

/** Whether a stated length of time cannot be read off the rows: no two of them lie so far apart, and none may be missing. All in seconds. */
export function contradicts({ instants, showsStart }: ClockedTimeline, seconds: number, approximate: boolean): boolean {
  const tolerance = toleranceOf(seconds, approximate);
  let low = 0;
  for (const instant of instants) {
    while (instant - (instants[low] as number) > seconds + tolerance) low++;
    if (Math.abs(instant - (instants[low] as number) - seconds) <= tolerance) return false;
  }
  return showsStart || seconds <= (instants.at(-1) as number) - (instants[0] as number);
}
