import { dateOfDay, weekdayOf } from '../../document/time';
import type { CivilDate } from '../../document/time';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

type Part = 'year' | 'month' | 'day';

/**
 * A date's text with another day in it, in its own notation: the order of its parts, its separators, leading zeros, two- or
 * four-digit years, names of months and weekdays, ordinals. `day` counts from 1970-01-01. Null where the text does not tell
 * which of its numbers is which.
 */
export function rewriteDate(text: string, from: CivilDate, day: number): string | null {
  const to = dateOfDay(day);
  const tokens = text.split(/(\d+|\p{L}+)/u);
  const numbers = tokens.flatMap((token, index) => (/^\d+$/.test(token) ? [index] : []));
  const named = tokens.findIndex((token) => monthOf(token) === from.month - 1);
  const parts = assign(numbers.map((index) => tokens[index] as string), from, named >= 0);
  if (!parts || (from.year !== null && !parts.includes('year')) || (from.year === null && numbers.length > 2)) return null;
  const written = (shape: RegExp) => numbers.some((index) => shape.test(tokens[index] as string));
  const padded = written(/^0\d$/) || (parts[0] === 'year' && !written(/^\d$/));
  for (const [order, part] of parts.entries()) {
    const index = numbers[order] as number;
    const old = tokens[index] as string;
    const value = String(to[part]);
    if (part === 'year') tokens[index] = old.length === 2 ? value.slice(-2) : value;
    else tokens[index] = padded && old.length === 2 ? value.padStart(2, '0') : value;
    const suffix = tokens[index + 1] ?? '';
    if (part === 'day' && /^(?:st|nd|rd|th)$/i.test(tokens[index + 2] ?? '') && suffix === '') {
      tokens[index + 2] = likeCase(tokens[index + 2] as string, ordinal(to.day));
    }
  }
  return tokens.map((token, index) => (index === named ? renamed(token, months, to.month - 1) : renamed(token, weekdays, weekdayOf(day)))).join('');
}

/** Which number is the year, the month and the day; null unless the date's values allow exactly one reading. */
function assign(numbers: readonly string[], date: CivilDate, monthNamed: boolean): Part[] | null {
  const wanted: Part[] = monthNamed ? ['day'] : ['month', 'day'];
  if (numbers.length === wanted.length + 1) wanted.push('year');
  else if (numbers.length !== wanted.length) return null;
  const readings = permutations(wanted).filter((parts) =>
    parts.every((part, index) => {
      const written = numbers[index] as string;
      if (part !== 'year') return written.length <= 2 && Number(written) === date[part];
      if (date.year === null) return false;
      return written.length === 4 ? Number(written) === date.year : written.length === 2 && Number(written) === date.year % 100;
    }),
  );
  if (readings.length === 1) return readings[0] as Part[];
  // 2025-04-04: with the year in front the month comes before the day.
  return readings.find((parts) => parts.join() === 'year,month,day' && numbers[0]?.length === 4) ?? null;
}

function permutations(parts: readonly Part[]): Part[][] {
  if (parts.length <= 1) return [[...parts]];
  return parts.flatMap((part) => permutations(parts.filter((other) => other !== part)).map((rest) => [part, ...rest]));
}

function monthOf(token: string): number {
  return nameIndex(token, months);
}

function nameIndex(token: string, names: readonly string[]): number {
  const lower = token.toLowerCase();
  if (lower.length < 3) return -1;
  return names.findIndex((name) => name.toLowerCase() === lower || (lower.length <= 5 && name.toLowerCase().startsWith(lower)));
}

/** A month's or weekday's name replaced by another's, full or cut as it was, in the same case. Other words stay. */
function renamed(token: string, names: readonly string[], index: number): string {
  const old = nameIndex(token, names);
  if (old < 0 || old === index) return token;
  const name = names[index] as string;
  const full = token.length === names[old]?.length && token.length > 3;
  return likeCase(token, full || (names === months && token.length === 3 && names[old] === 'May') ? name : name.slice(0, 3));
}

function likeCase(model: string, word: string): string {
  if (model === model.toUpperCase()) return word.toUpperCase();
  return model === model.toLowerCase() ? word.toLowerCase() : word;
}

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
