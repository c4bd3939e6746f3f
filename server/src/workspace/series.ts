import type { IdSeries } from '../rules/siblings';

const numbered = /^([a-z][a-z_-]{1,14})(\d{2,9})$/;
/** Fewer ids that look alike are no series. */
const fewest = 3;
/** So many of all ids of a series that are mentioned have no document where the documents are complete. */
const mostUnknown = 0.2;

/** The series among the keys of identifiers. */
export function seriesOf(keys: Iterable<string>): IdSeries[] {
  const numbers = new Map<string, number[]>();
  for (const key of keys) {
    const [, prefix, digits] = numbered.exec(key) ?? [];
    if (prefix === undefined || digits === undefined) continue;
    const series = `${prefix} ${digits.length}`;
    const known = numbers.get(series);
    if (known) known.push(Number(digits));
    else numbers.set(series, [Number(digits)]);
  }
  return [...numbers].filter(([, all]) => all.length >= fewest).map(([series, all]) => {
    const [prefix = '', digits = ''] = series.split(' ');
    const sorted = all.sort((a, b) => a - b);
    return { prefix, digits: Number(digits), first: sorted[0] as number, last: sorted.at(-1) as number, known: sorted.length };
  }).sort((a, b) => (a.prefix < b.prefix ? -1 : a.prefix > b.prefix ? 1 : a.digits - b.digits));
}

/** Whether hardly any id of a series that is mentioned lacks a document, so that one that does is a slip. */
export function isWhole({ prefix, digits, known }: IdSeries, mentioned: Iterable<string>, isKnown: (key: string) => boolean): boolean {
  let unknown = 0;
  for (const key of mentioned) {
    if (key.length === prefix.length + digits && key.startsWith(prefix) && /^\d+$/.test(key.slice(prefix.length)) && !isKnown(key)) unknown++;
  }
  return unknown <= Math.max(1, known * mostUnknown);
}
