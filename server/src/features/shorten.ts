const ZERO_WIDTH_JOINER = 0x200d;
const LONGEST = 120;

/** White space as single blanks and at most 120 characters, with an ellipsis for the rest; never cut within an emoji or behind half a pair. */
export function shorten(text: string): string {
  const clean = text.slice(0, LONGEST * 4).replace(/\s+/g, ' ').trim();
  if (clean.length <= LONGEST) return clean;
  let end = LONGEST - 1;
  while (end > 0 && joins(clean, end)) end--;
  return `${clean.slice(0, end).trimEnd()}…`;
}

/** Whether the characters on both sides of an offset belong together. */
function joins(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const behind = text.charCodeAt(offset);
  const continues =
    (behind >= 0xdc00 && behind <= 0xdfff) || // the second half of a pair
    (behind >= 0xfe00 && behind <= 0xfe0f) || // a variation selector
    (behind >= 0x0300 && behind <= 0x036f) || // a combining mark
    behind === ZERO_WIDTH_JOINER;
  const skinTone = behind === 0xd83c && text.charCodeAt(offset + 1) >= 0xdffb && text.charCodeAt(offset + 1) <= 0xdfff;
  return continues || skinTone || before === ZERO_WIDTH_JOINER;
}
