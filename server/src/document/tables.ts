import type { Line, MutableLine } from './lines';
import type { SourceText, Span } from './text';

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

/** Finds the tables, and marks the rows of those that are written without outer pipes. */
export function readTables(text: SourceText, lines: readonly MutableLine[]): Table[] {
  for (const line of lines) if (line.kind === 'delimiter') markRowsAround(text, lines, line);
  const tables: Table[] = [];
  for (let number = 0; number < lines.length; number++) {
    if ((lines[number] as Line).kind !== 'row') continue;
    const first = number;
    const rows: TableRow[] = [];
    let hasHeader = false;
    for (; number < lines.length; number++) {
      const line = lines[number] as Line;
      if (line.kind === 'row') rows.push({ line: number, cells: readCells(text, line) });
      else if (line.kind === 'delimiter') hasHeader ||= rows.length === 1;
      else break;
    }
    tables.push({ line: first, endLine: number - 1, hasHeader, rows });
  }
  return tables;
}

/** Rows without outer pipes are known by the delimiter line between them. */
function markRowsAround(text: SourceText, lines: readonly MutableLine[], delimiter: MutableLine): void {
  const hasPipe = (line: MutableLine | undefined): line is MutableLine =>
    line !== undefined && (line.kind === 'prose' || line.kind === 'field') && text.value.slice(line.contentStart, line.contentEnd).includes('|');
  const header = lines[delimiter.number - 1];
  if (hasPipe(header)) header.kind = 'row';
  if (header?.kind !== 'row') {
    delimiter.kind = 'prose';
    return;
  }
  for (let next = delimiter.number + 1; hasPipe(lines[next]); next++) (lines[next] as MutableLine).kind = 'row';
}

function readCells(text: SourceText, line: Line): Span[] {
  const source = text.value;
  const cells: Span[] = [];
  let at = line.contentStart;
  let end = line.contentEnd;
  if (source[at] === '|') at++;
  if (end > at && source[end - 1] === '|' && source[end - 2] !== '\\') end--;
  let start = at;
  let inCode = false;
  for (; at <= end; at++) {
    const character = at === end ? '|' : source[at];
    if (character === '\\') at++;
    else if (character === '`' && at < end) inCode = inCode ? false : source.indexOf('`', at + 1) > 0 && source.indexOf('`', at + 1) < end;
    else if (character === '|' && (!inCode || at === end)) {
      let first = start;
      let last = at;
      while (first < last && (source[first] === ' ' || source[first] === '\t')) first++;
      while (last > first && (source[last - 1] === ' ' || source[last - 1] === '\t')) last--;
      cells.push({ start: first, end: last });
      start = at + 1;
    }
  }
  return cells;
}
