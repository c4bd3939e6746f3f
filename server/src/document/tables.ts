import { firstBehind } from './bisection';
import { isBlank } from './line-shape';
import type { Line, MutableLine } from './lines';
import type { SourceText, Span } from './text';

const PIPE = 124;
const BACKSLASH = 92;

export interface TableRow {
  /** 0-based. */
  readonly line: number;
  /** The cells' contents without surrounding white space; empty cells have empty spans. */
  readonly cells: readonly Span[];
}

/** A run of table rows. Lines are 0-based. */
export interface Table {
  readonly line: number;
  readonly endLine: number;
  /** Whether a delimiter line follows the first row. */
  readonly hasHeader: boolean;
  /** Every row, the header first. */
  readonly rows: readonly TableRow[];
}

/** The rows below the header; all of them where there is none. */
export const bodyRows = ({ rows, hasHeader }: Table): readonly TableRow[] => (hasHeader ? rows.slice(1) : rows);

/** The table that a line stands in. */
export const tableOver = (tables: readonly Table[], line: number): Table | undefined => tables.find((table) => table.line <= line && line <= table.endLine);

/** Finds the tables, and marks the rows of those that are written without outer pipes. */
export function readTables(text: SourceText, lines: readonly MutableLine[]): Table[] {
  for (const line of lines) if (line.kind === 'delimiter') markRowsAround(text, lines, line);
  markBorders(text, lines);
  const tables: Table[] = [];
  for (let number = 0; number < lines.length; number++) {
    if ((lines[number] as Line).kind !== 'row') continue;
    const first = number;
    const rows: TableRow[] = [];
    let hasHeader = false;
    for (; number < lines.length; number++) {
      const line = lines[number] as Line;
      if (line.kind === 'row') {
        rows.push({ line: number, cells: readCells(text, line) });
        hasHeader ||= rows.length === 1 && isJiraHeader(text, line);
      }
      else if (line.kind === 'delimiter') hasHeader ||= rows.length === 1;
      else break;
    }
    tables.push({ line: first, endLine: number - 1, hasHeader, rows });
  }
  return tables;
}

const PLUS = 43;
const border = /^\+(?:[-=]{2,}\+)+$/;

/** `+-----+-----+` above, below and between the rows of a table that is drawn. */
function markBorders(text: SourceText, lines: readonly MutableLine[]): void {
  for (const line of lines) {
    if (line.kind !== 'prose' || text.value.charCodeAt(line.contentStart) !== PLUS || !(lines[line.number - 1]?.kind === 'row' || lines[line.number + 1]?.kind === 'row')) continue;
    if (border.test(text.value.slice(line.contentStart, line.contentEnd))) line.kind = 'delimiter';
  }
}

/** Rows without outer pipes are known by the delimiter line between them, which then has as many cells as the header. */
function markRowsAround(text: SourceText, lines: readonly MutableLine[], delimiter: MutableLine): void {
  const isBare = (line: MutableLine | undefined): line is MutableLine =>
    line !== undefined && (line.kind === 'prose' || line.kind === 'field') && line.marker === null && text.value.slice(line.contentStart, line.contentEnd).includes('|');
  const header = lines[delimiter.number - 1];
  if (isBare(header) && readCells(text, header).length === readCells(text, delimiter).length) header.kind = 'row';
  if (header?.kind !== 'row') {
    delimiter.kind = 'prose';
    return;
  }
  for (let next = delimiter.number + 1; isBare(lines[next]) || lines[next]?.kind === 'row'; next++) (lines[next] as MutableLine).kind = 'row';
}

/** `||Task||Owner||` of Jira: a row of nothing but headings. */
function isJiraHeader(text: SourceText, { contentStart, contentEnd }: Line): boolean {
  return text.value.startsWith('||', contentStart) && text.value.startsWith('||', contentEnd - 2) && contentEnd - contentStart > 4;
}

/** Every pipe parts cells, in code too, unless a backslash stands before it. */
function readCells(text: SourceText, line: Line): Span[] {
  const source = text.value;
  const cells: Span[] = [];
  const end = line.contentEnd;
  let start = line.contentStart;
  // Jira writes two pipes around what is a heading
  const isDouble = source.startsWith('||', start);
  if (source.charCodeAt(start) === PIPE) start += isDouble ? 2 : 1;
  for (let at = start; at <= end; at++) {
    const code = at < end ? source.charCodeAt(at) : PIPE;
    if (code === BACKSLASH && at < end - 1) at++;
    if (code !== PIPE) continue;
    let first = start;
    let last = at;
    while (first < last && isBlank(source.charCodeAt(first))) first++;
    while (last > first && isBlank(source.charCodeAt(last - 1))) last--;
    cells.push({ start: first, end: last });
    if (isDouble && source.charCodeAt(at + 1) === PIPE && at + 1 < end) at++;
    // what ends with a pipe has no cell behind it
    if (at === end - 1) break;
    start = at + 1;
  }
  return cells;
}

/** The table whose first line is `line` (0-based); the tables are in document order. */
export function tableAt(tables: readonly Table[], line: number): Table | undefined {
  const table = tables[firstBehind(tables, (other) => other.line >= line)];
  return table?.line === line ? table : undefined;
}
