import type { SourceText } from '../../document/text';
import type { Timeline, TimelineEntry } from '../../document/timeline';

const HALF_DAY = 43_200;
const meridiem = /\d\s?[ap]\.?m\b/i;

/**
 * In a timeline that says AM or PM somewhere and not everywhere, "1:17" under "11:57" may well be the afternoon. The answer
 * tells of two entries whether the first is only earlier because its half of the day is not written; null where the
 * timeline is not of that kind.
 */
export function halfDays(text: SourceText, { section, entries }: Timeline): ((a: TimelineEntry, b: TimelineEntry) => boolean) | null {
  const bare = (entry: TimelineEntry) => {
    const { clockSpan } = entry.time.start;
    return clockSpan !== null && (entry.start.second ?? 0) < HALF_DAY + 3600 && !meridiem.test(text.slice(clockSpan));
  };
  if (!entries.some(bare) || !meridiem.test(text.slice(section.span))) return null;
  return (a, b) => {
    if (!bare(a) || a.start.day !== b.start.day || a.start.second === null || b.start.second === null) return false;
    return a.start.second + HALF_DAY >= b.start.second;
  };
}
