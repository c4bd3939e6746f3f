import type { Span } from './text';

/** The words of a label: lower case, letters and digits only, one space between. */
export function wordsOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}#]+/gu, ' ').trim();
}

const decoration = /^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\u200d\ufe0f\u20e3\s]|:[a-z0-9_+-]+:)+/u;
const trailingDecoration = /[\p{Extended_Pictographic}\u200d\ufe0f\s]+$/u;
const wrappers = '*_`~';

/**
 * The span of a label without emoji, shortcodes, emphasis, surrounding brackets' markup and a trailing colon.
 * Numbering stays: it is part of what was written.
 */
export function bareLabel(source: string, start: number, end: number): Span {
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

/** The span without the emphasis, quotes and white space around it. */
export function bareValue(source: string, start: number, end: number): Span {
  const skipped = ' \t*_`';
  while (start < end && skipped.includes(source[start] as string)) start++;
  while (end > start && (skipped + '\\').includes(source[end - 1] as string)) end--;
  return { start, end };
}

/** Numbering in front of a heading: `1.`, `2.1`, `3)`, `a)`, `IV.` */
const numbering = /^(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[a-z]\)|[ivx]{1,4}[.)])\s+/i;

export function withoutNumbering(label: string): string {
  return label.replace(numbering, '');
}

const isEmphasis = /(\*\*|__|~~|`)/g;
const link = /!?\[([^\]\n]{0,500})\]\([^)\n]{0,1000}\)/g;

/** Text for a person to read: emphasis and code marks gone, links by their words, white space folded. */
export function plainText(text: string): string {
  return text.replace(link, '$1').replace(isEmphasis, '').replace(/\s+/g, ' ').trim();
}
