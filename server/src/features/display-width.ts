import { joins } from './graphemes';

/** Scripts whose characters take two columns: Hangul, CJK with its punctuation, Yi, full-width forms, the later ideographs. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f], [0x2e80, 0x303e], [0x3041, 0xa4cf], [0xac00, 0xd7a3], [0xf900, 0xfaff], [0xfe30, 0xfe4f], [0xff00, 0xff60], [0xffe0, 0xffe6], [0x20000, 0x3fffd],
];
const picture = /^\p{Emoji_Presentation}/u;
const EMOJI_STYLE = 0xfe0f;

/** How many columns a text without tabs takes in a font of one width: two for what is wide in East Asia and for an emoji, however it is composed. */
export function displayWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) as number;
    const size = code > 0xffff ? 2 : 1;
    if (at === 0 || !joins(text, at)) width += widthOf(text, at, code, size);
    at += size;
  }
  return width;
}

function widthOf(text: string, at: number, code: number, size: number): number {
  if (code < 0x300) return 1;
  if (text.charCodeAt(at + size) === EMOJI_STYLE || wide.some(([first, last]) => code >= first && code <= last)) return 2;
  return picture.test(text.slice(at, at + size)) ? 2 : 1;
}
