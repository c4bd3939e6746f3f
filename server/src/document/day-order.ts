/** Which of day and month a document writes first in numeric dates; null where nothing in it tells. */
export type DayOrder = 'dayFirst' | 'monthFirst' | null;

/** With a year, or before a time of day. */
const numericDates = /(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2})(?!\d)|(?=[ ,]+~?\d{1,2}(?::\d{2}| ?[ap]m?\b)))/gi;
const isoDate = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g;

/**
 * How the document writes numeric dates. The first that can only be read one way decides: `16-11-2023` is day first, `01-31-2024`
 * month first. Where there is none, the first whose one reading, and not its other, is a date that the document also writes in
 * ISO 8601.
 */
export function findDayOrder(source: string): DayOrder {
  let agreed: DayOrder = null;
  let isoDates: Set<string> | undefined;
  for (const [, one, separator, two, year] of source.matchAll(numericDates)) {
    // 5.13.20 is a version
    if (separator === '.' && year?.length !== 4) continue;
    const order = orderOf(Number(one), Number(two));
    if (order) return order;
    if (agreed || year?.length !== 4 || one === two) continue;
    isoDates ??= new Set(source.match(isoDate));
    const dayFirst = isoDates.has(iso(year, two as string, one as string));
    const monthFirst = isoDates.has(iso(year, one as string, two as string));
    if (dayFirst !== monthFirst) agreed = dayFirst ? 'dayFirst' : 'monthFirst';
  }
  return agreed;
}

function orderOf(one: number, two: number): DayOrder {
  if (one > 12 && one <= 31 && two >= 1 && two <= 12) return 'dayFirst';
  if (two > 12 && two <= 31 && one >= 1 && one <= 12) return 'monthFirst';
  return null;
}

const iso = (year: string, month: string, day: string): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
