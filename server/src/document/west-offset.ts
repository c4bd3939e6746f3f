/** A time of day, a blank, a minus and what may be an offset from UTC. */
const times = /\d{1,2}:\d{2}(?::\d{2})? [-−](0\d|1[0-2]):(00|30|45)(?!\d)/g;

/**
 * Whether a document writes its offsets a blank behind the time: in `06:05 -07:00` and `06:12 -07:00` the same stands behind both,
 * which the ends of two ranges hardly would.
 */
export function partsOffsetsByBlanks(source: string): boolean {
  const seen = new Set<string>();
  let count = 0;
  for (const [, hours, minutes] of source.matchAll(times)) {
    count++;
    seen.add(`${hours}:${minutes}`);
  }
  // with summer time there are two
  return count >= 2 && seen.size <= 2 && count > seen.size;
}
