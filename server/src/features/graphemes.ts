import type { Span } from '../document/text';

const ZERO_WIDTH_JOINER = 0x200d;

/** Whether the characters on both sides of an offset belong together: half a pair, an emoji's modifier, a flag, a combining mark. */
export function joins(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const behind = text.charCodeAt(offset);
  if (behind < 0x300 && before !== ZERO_WIDTH_JOINER) return false;
  const low = text.charCodeAt(offset + 1);
  const continues =
    (behind >= 0xdc00 && behind <= 0xdfff) || // the second half of a pair
    (behind >= 0xfe00 && behind <= 0xfe0f) || // a variation selector
    (behind >= 0x0300 && behind <= 0x036f) || // a combining mark
    (behind >= 0x20d0 && behind <= 0x20ff) || // one that encloses, as of a keycap
    behind === ZERO_WIDTH_JOINER;
  const skinTone = behind === 0xd83c && low >= 0xdffb && low <= 0xdfff;
  const flag = behind === 0xd83c && low >= 0xdde6 && low <= 0xddff && text.charCodeAt(offset - 2) === 0xd83c && before >= 0xdde6 && before <= 0xddff;
  const tag = behind === 0xdb40 && low >= 0xdc20 && low <= 0xdc7f;
  return continues || skinTone || flag || tag || before === ZERO_WIDTH_JOINER;
}

/** The span without white space at its ends and without the parts of emoji that it would cut; it may be empty then. */
export function wholeSpan(text: string, { start, end }: Span): Span {
  for (let moved = true; moved && start < end; ) {
    moved = false;
    for (; start < end && (joins(text, start) || text[start]?.trim() === ''); start++) moved = true;
    for (; end > start && (joins(text, end) || text[end - 1]?.trim() === ''); end--) moved = true;
  }
  return { start, end };
}
