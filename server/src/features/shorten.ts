import { joins } from './graphemes';

const LONGEST = 120;

/** White space as single blanks and at most 120 characters, with an ellipsis for the rest; never cut within an emoji or behind half a pair. */
export function shorten(text: string): string {
  const clean = text.slice(0, LONGEST * 4).replace(/\s+/g, ' ').trim();
  if (clean.length <= LONGEST) return clean;
  let end = LONGEST - 1;
  while (end > 0 && joins(clean, end)) end--;
  return `${clean.slice(0, end).trimEnd()}…`;
}
