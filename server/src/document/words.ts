import type { Span } from './text';

/** Labels recur, within a document and from one keystroke to the next: this many are remembered. */
const MEMO = 2_000;

/** Remembers what a pure reading of a short text gave. */
export function remembered<Value>(read: (label: string) => Value): (label: string) => Value {
  const memo = new Map<string, Value>();
  return (label) => {
    const known = memo.get(label);
    if (known !== undefined) return known;
    if (memo.size >= MEMO) memo.clear();
    const value = read(label);
    // a slice would keep the whole text that it was cut from
    memo.set(label.length < 13 ? label : ` ${label}`.slice(1), value);
    return value;
  };
}

/** The words of a label: lower case, letters and digits only, one space between. */
export function wordsOf(text: string): string {
  const lower = text.toLowerCase();
  return isAscii.test(lower) ? lower.replace(/[^a-z0-9#]+/g, ' ').trim() : lower.replace(/[^\p{L}\p{N}#]+/gu, ' ').trim();
}

/** A word with a capital. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Properties of Unicode take several times as long to look for, and most labels need none. */
const isAscii = /^[\x00-\x7f]*$/;

const decoration = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\u20e3|\s|:[a-z0-9_+-]+:)+/u;
const trailingDecoration = /(?:\p{Extended_Pictographic}|\u200d|\ufe0f|\s)+$/u;
const wrappers = '*_`~';

/** An ASCII letter or digit. */
const isPlain = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

/**
 * The span of a label without emoji, shortcodes, emphasis, surrounding brackets' markup and a trailing colon.
 * Numbering stays: it is part of what was written.
 */
export function bareLabel(source: string, start: number, end: number): Span {
  if (isPlain(source.charCodeAt(start)) && isPlain(source.charCodeAt(end - 1))) return { start, end };
  for (let changed = true; changed && start < end; ) {
    changed = false;
    const first = source.charCodeAt(start);
    if (first > 0x2000 || first === 58 || first === 32 || first === 0xa9 || first === 0xae) {
      const match = decoration.exec(source.slice(start, Math.min(end, start + 40)));
      if (match) {
        start += match[0].length;
        changed = true;
      }
    }
    while (start < end && wrappers.includes(source[start] as string)) {
      start++;
      changed = true;
    }
    while (end > start && (wrappers + ':： ').includes(source[end - 1] as string)) {
      end--;
      changed = true;
    }
    if (end > start && source.charCodeAt(end - 1) > 0x2000) {
      const match = trailingDecoration.exec(source.slice(Math.max(start, end - 20), end));
      if (match && match[0].length < end - start) {
        end -= match[0].length;
        changed = true;
      }
    }
  }
  return { start, end };
}

const BACKSLASH = 92;
/** White space, the end of a line, `*`, `_` and a backtick. */
const isWrapping = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13 || code === 42 || code === 95 || code === 96;

/** The span without the emphasis, quotes and white space around it. */
export function bareValue(source: string, start: number, end: number): Span {
  while (start < end && isWrapping(source.charCodeAt(start))) start++;
  while (end > start && (isWrapping(source.charCodeAt(end - 1)) || source.charCodeAt(end - 1) === BACKSLASH)) end--;
  return { start, end };
}

/** Numbering in front of a heading: `1.`, `2.1`, `3)`, `a)`, `IV.`, `D4`. Before a full stop a backslash may stand, as exports of word processors have it. */
const numbering = /^(?:\d{1,2}(?:\\?\.\d{1,2})*(?:\\?[.):])?|d\d(?:\.\d{1,2})?(?: ?\+ ?d\d)?:?|[a-z]\)|[A-Z]\.|[ivx]{1,4}[.)])\s+/i;

export function withoutNumbering(label: string): string {
  return label.replace(numbering, '');
}

const isEmphasis = /(\*\*|__|~~|`)/g;
const link = /!?\[([^\]\n]{0,500})\]\([^)\n]{0,1000}\)/g;

const markedUp = /[[*_~`]|\s\s|[^\S ]/;

/** Whether a text has marks, or white space to fold. Most texts are plain ASCII, for which a pattern takes several times as long. */
function isMarkedUp(text: string): boolean {
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 || code > 126) return markedUp.test(text);
    if ((code === 32 && last === 32) || code === 91 || code === 42 || code === 95 || code === 126 || code === 96) return true;
    last = code;
  }
  return false;
}

/** Text for a person to read: emphasis and code marks gone, links by their words, white space folded. */
export function plainText(text: string): string {
  if (!isMarkedUp(text)) return text.trim();
  return text.replace(link, '$1').replace(isEmphasis, '').replace(/\s+/g, ' ').trim();
}

/** Whether a line is nothing but the number of a record: PLAT-20931. */
export const isIdentifier = (line: string): boolean => /^\[?[A-Z][A-Z0-9]{1,9}-\d{1,8}\]?$/.test(line);

/** Whether a line begins with the number of a record. */
export const beginsWithIdentifier = (line: string): boolean => /^\[?[A-Z][A-Z0-9]{1,9}-\d{1,8}\b/.test(line);
