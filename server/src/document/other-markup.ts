import { hasSentenceMark, isLabelLike, MAX_LABEL, setHeading } from './heading-words';
import type { MutableLine } from './lines';
import type { SourceText } from './text';

/** `== Impact` of AsciiDoc, `2.1<tab>Passengers` of a text pasted from a word processor, and `h2. Impact` of a ticket: the marks, and the words behind them. */
const markups = [/^(={1,5}) (?=[^=\s][^=]*$)/, /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\t+(?=[^\t]+$)/, /^h([1-6])\. +(?=\S)/] as const;
const EQUALS = 61;
const LETTER_H = 104;

interface Candidate {
  readonly line: MutableLine;
  readonly marks: string;
  /** Where the words begin. */
  readonly start: number;
}

/** Headings of other markup languages. One line alone may be anything: there have to be two. */
export function markMarkup(text: SourceText, lines: readonly MutableLine[]): void {
  const found: readonly [Candidate[], Candidate[], Candidate[]] = [[], [], []];
  for (const line of lines) {
    if (line.kind !== 'prose' || line.marker !== null || line.indent > 0) continue;
    const code = text.value.charCodeAt(line.contentStart);
    if (!(code >= 48 && code <= 57) && code !== EQUALS && code !== LETTER_H) continue;
    if (line.contentEnd - line.contentStart > MAX_LABEL) continue;
    const kind = code === EQUALS ? 0 : code === LETTER_H ? 2 : 1;
    const match = markups[kind].exec(text.value.slice(line.contentStart, line.contentEnd));
    if (match) found[kind].push({ line, marks: match[1] as string, start: line.contentStart + match[0].length });
  }
  if (found[0].length >= 2) for (const { line, marks, start } of found[0]) setMarkedUp(line, marks.length, start);
  if (found[2].length >= 2) markWiki(lines, found[2]);
  // without headings of the first rank the numbers are clauses of another outline
  if (found[1].length >= 2 && found[1].some(({ marks }) => !marks.includes('.'))) markNumbers(text, found[1]);
}

function setMarkedUp(line: MutableLine, level: number, start: number): void {
  setHeading(line, 'ruled', level);
  line.contentStart = start;
}

/** Where headings are written so, a hash numbers an item. */
function markWiki(lines: readonly MutableLine[], headings: readonly Candidate[]): void {
  for (const line of lines) {
    if (line.notation !== 'atx') continue;
    line.kind = 'item';
    line.notation = null;
    line.indent += 2 * (line.level - 1);
    line.level = 0;
    line.marker = 'number';
  }
  for (const { line, marks, start } of headings) setMarkedUp(line, Number(marks), start);
}

function markNumbers(text: SourceText, found: readonly Candidate[]): void {
  found.forEach(({ line, marks, start }, index) => {
    const words = text.value.slice(start, line.contentEnd);
    const next = found[index + 1];
    // a list numbered so has its next item right below
    const isListed = next?.line.number === line.number + 1 && next.marks.length === marks.length;
    if (isLabelLike(words) && !hasSentenceMark(words) && !isListed) setHeading(line, 'numbered', 1 + marks.split('.').length);
  });
}
