import type { Position, Range } from 'vscode-languageserver/node';
import type { SourceText, Span } from '../document/text';

/** The encodings of columns that this server speaks; its own offsets are UTF-16 code units throughout. */
export type Encoding = 'utf-16' | 'utf-8';

/** The first encoding of the client's list that this server speaks. UTF-16, which every client must know, where there is none. */
export function negotiateEncoding(offered: readonly string[] | undefined): Encoding {
  return (offered?.find((encoding) => encoding === 'utf-16' || encoding === 'utf-8') as Encoding | undefined) ?? 'utf-16';
}

/** UTF-8 bytes of the code point at an offset; an unpaired surrogate counts three, as its replacement character does. */
function bytesAt(text: string, offset: number): number {
  const code = text.codePointAt(offset) as number;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** The number of UTF-8 bytes in `text` between two offsets. */
function bytesBetween(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end;) {
    const size = bytesAt(text, at);
    bytes += size;
    at += size === 4 ? 2 : 1;
  }
  return bytes;
}

/** The columns between two offsets of one line. */
export function columnsBetween(text: SourceText, start: number, end: number, encoding: Encoding): number {
  return encoding === 'utf-16' ? end - start : bytesBetween(text.value, start, end);
}

/** The offset that lies `bytes` UTF-8 bytes behind `start`; never past `end`, never within a code point. */
function offsetBehind(text: string, start: number, end: number, bytes: number): number {
  let at = start;
  let left = bytes;
  while (at < end) {
    const size = bytesAt(text, at);
    if (size > left) break;
    left -= size;
    at += size === 4 ? 2 : 1;
  }
  return at;
}

/** The position of an offset (0-based line, 0-based column in `encoding`). Offsets within a line ending go to the end of their line. */
export function positionAt(text: SourceText, offset: number, encoding: Encoding): Position {
  const line = text.lineAt(offset);
  const start = text.lineStart(line);
  const at = Math.min(Math.max(offset, start), text.lineEnd(line));
  return { line, character: columnsBetween(text, start, at, encoding) };
}

/** The offset of a position. Columns past the end of a line go to its end, lines past the end of the text to its end. */
export function offsetAt(text: SourceText, position: Position, encoding: Encoding): number {
  if (position.line < 0) return 0;
  if (position.line >= text.lineCount) return text.value.length;
  const start = text.lineStart(position.line);
  const end = text.lineEnd(position.line);
  const character = Math.max(position.character, 0);
  return encoding === 'utf-16' ? Math.min(start + character, end) : offsetBehind(text.value, start, end, character);
}

/** A span as a range of the protocol. */
export function rangeOf(text: SourceText, span: Span, encoding: Encoding): Range {
  return { start: positionAt(text, span.start, encoding), end: positionAt(text, span.end, encoding) };
}

/** A range of the protocol as a span; ends in the wrong order are swapped. */
export function spanOf(text: SourceText, range: Range, encoding: Encoding): Span {
  const start = offsetAt(text, range.start, encoding);
  const end = offsetAt(text, range.end, encoding);
  return start <= end ? { start, end } : { start: end, end: start };
}
