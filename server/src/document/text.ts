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
    this.lineStarts = lineStartsOf(value);
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
    if (line + 1 >= this.lineStarts.length) return this.value.length;
    const end = (this.lineStarts[line + 1] as number) - 1;
    const isPair = this.value.charCodeAt(end) === LF && end > (this.lineStarts[line] as number) && this.value.charCodeAt(end - 1) === CR;
    return isPair ? end - 1 : end;
  }

  /** A line without its line ending. */
  line(line: number): string {
    return this.value.slice(this.lineStart(line), this.lineEnd(line));
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

  /** The line ending of the first line; LF where there is none. */
  get eol(): '\n' | '\r\n' | '\r' {
    const first = this.lineStarts[1];
    if (first === undefined) return '\n';
    if (this.value.charCodeAt(first - 1) === CR) return '\r';
    return first > 1 && this.value.charCodeAt(first - 2) === CR ? '\r\n' : '\n';
  }
}

/** `indexOf` finds line ends many times faster than a loop over the characters. */
function lineStartsOf(value: string): number[] {
  const starts = [0];
  let lf = value.indexOf('\n');
  let cr = value.indexOf('\r');
  while (lf >= 0 || cr >= 0) {
    if (cr < 0 || (lf >= 0 && lf < cr)) {
      starts.push(lf + 1);
      lf = value.indexOf('\n', lf + 1);
    } else {
      const next = lf === cr + 1 ? lf + 1 : cr + 1;
      starts.push(next);
      if (lf === cr + 1) lf = value.indexOf('\n', next);
      cr = value.indexOf('\r', next);
    }
  }
  return starts;
}
