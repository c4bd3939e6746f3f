/** A half-open range of UTF-16 offsets into a document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const LF = 10;
const CR = 13;

/**
 * A text with its table of lines. A line ends at LF, CR LF or a lone CR, as in LSP.
 * Lines are numbered from 0; offsets are UTF-16 code units.
 */
export class SourceText {
  readonly value: string;
  /** Offset of the first character of each line; its length is the number of lines, at least 1. */
  readonly lineStarts: readonly number[];

  constructor(value: string) {
    this.value = value;
    const starts = [0];
    for (let at = 0; at < value.length; at++) {
      const code = value.charCodeAt(at);
      if (code > CR) continue;
      if (code === LF) starts.push(at + 1);
      else if (code === CR) {
        if (value.charCodeAt(at + 1) === LF) at++;
        starts.push(at + 1);
      }
    }
    this.lineStarts = starts;
  }

  get lineCount(): number {
    return this.lineStarts.length;
  }

  /** Offset of the first character of a line; the length of the text for lines past the end. */
  lineStart(line: number): number {
    return this.lineStarts[line] ?? this.value.length;
  }

  /** Offset just behind the last character of a line, before its line ending. */
  lineEnd(line: number): number {
    let end = this.lineStart(line + 1);
    const start = this.lineStart(line);
    if (end > start && line + 1 < this.lineCount && this.value.charCodeAt(end - 1) === LF) end--;
    if (end > start && line + 1 < this.lineCount && this.value.charCodeAt(end - 1) === CR) end--;
    return end;
  }

  /** The span of a whole line with its line ending. */
  lineSpan(line: number): Span {
    return { start: this.lineStart(line), end: this.lineStart(line + 1) };
  }

  /** The line that holds an offset. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The text of a span. */
  slice(span: Span): string {
    return this.value.slice(span.start, span.end);
  }

  /** The line ending that most lines of the text use; LF where there is none. */
  get eol(): '\n' | '\r\n' | '\r' {
    const first = this.lineStarts[1];
    if (first === undefined || this.value.charCodeAt(first - 1) === CR) return first === undefined ? '\n' : '\r';
    return first > 1 && this.value.charCodeAt(first - 2) === CR ? '\r\n' : '\n';
  }
}
