/** The longest file that is taken for a document a person wrote, in bytes. */
const maxBytes = 2 * 1024 * 1024;

const byteOrderMark = '\ufeff';

/** The sentence why a file of this many bytes is not read, or null. */
export function tooLarge(bytes: number): string | null {
  return bytes > maxBytes ? `is ${(bytes / 1024 / 1024).toFixed(1)} MB large; files over 2 MB are not read` : null;
}

/** A file's text without its byte order mark. */
export interface Decoded {
  readonly text: string;
  readonly mark: boolean;
  /** False where bytes were not UTF-8 and have been replaced: such a text must not be written back. */
  readonly exact: boolean;
}

/** The text of a file's bytes, or the sentence why there is none. */
export function decode(bytes: Uint8Array): Decoded | { readonly refused: string } {
  const large = tooLarge(bytes.length);
  if (large !== null) return { refused: large };
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { refused: 'is UTF-16; save it as UTF-8' };
  if (bytes.includes(0)) return { refused: 'is a binary file' };
  const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const mark = decoded.startsWith(byteOrderMark);
  const text = mark ? decoded.slice(1) : decoded;
  return { text, mark, exact: !text.includes('\ufffd') || isUtf8(bytes) };
}

export function encode(text: string, mark: boolean): Uint8Array {
  return new TextEncoder().encode(mark ? byteOrderMark + text : text);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
