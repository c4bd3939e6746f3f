import { hasSentenceMark, isLabelLike, MAX_LABEL, setHeading } from './heading-words';
import type { MutableLine } from './lines';
import type { SourceText } from './text';

/** `== Impact` of AsciiDoc, and `2.1<tab>Passengers` of a text pasted from a word processor: the marks, and the words behind them. */
const markups = [/^(={1,5}) (?=[^=\s][^=]*$)/, /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\t+(?=[^\t]+$)/] as const;

/** Headings of other markup languages. One line alone may be anything: there have to be two. */
export function markMarkup(text: SourceText, lines: readonly MutableLine[]): void {
  for (const markup of markups) {
    const found = lines.flatMap((line) => {
      const match = mayBe(text, line) ? markup.exec(text.value.slice(line.contentStart, line.contentEnd)) : null;
      return match ? [{ line, marks: match[1] as string, length: match[0].length }] : [];
    });
    // without headings of the first rank the numbers are clauses of another outline
    if (found.length < 2 || !found.some(({ marks }) => !marks.includes('.'))) continue;
    for (const { line, marks, length } of found) {
      const words = text.value.slice(line.contentStart + length, line.contentEnd);
      const isNumber = marks.charCodeAt(0) !== 61;
      // a list numbered so has its next item right below
      if (isNumber && (!isLabelLike(words) || hasSentenceMark(words) || found.some((other) => other.line.number === line.number + 1 && other.marks.length === marks.length))) continue;
      setHeading(line, isNumber ? 'numbered' : 'ruled', isNumber ? 1 + marks.split('.').length : marks.length);
      line.contentStart += isNumber ? 0 : length;
    }
  }
}

function mayBe(text: SourceText, line: MutableLine): boolean {
  if (line.kind !== 'prose' || line.marker !== null || line.indent > 0 || line.contentEnd - line.contentStart > MAX_LABEL) return false;
  const code = text.value.charCodeAt(line.contentStart);
  return code === 61 || (code >= 48 && code <= 57);
}
