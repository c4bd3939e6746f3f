import type { MutableLine } from './lines';
import { Next } from './next';
import type { Table, TableRow } from './tables';
import type { SourceText, Span } from './text';
import { actionColumns, phrases, timeColumns } from './vocabulary';
import { wordsOf } from './words';

const columnWords = new Set([...Object.values(actionColumns), timeColumns].flatMap(phrases));

/**
 * Finds the tables of plain text that are aligned with white space: a line of two or more known column names, each two blanks
 * from the next, over lines that keep to its columns. Marks their lines as rows.
 */
export function readAlignedTables(text: SourceText, lines: readonly MutableLine[]): Table[] {
  const tables: Table[] = [];
  const blanks = new Next(text.value, '  ');
  const tabs = new Next(text.value, '\t');
  for (const line of lines) {
    // a header begins a block, has a row below it and two blanks or a tab in it: hardly any line does
    if (line.kind !== 'prose' || !isRow(lines[line.number + 1]) || !beginsBlock(lines[line.number - 1]) || !(isWithin(line, blanks) || isWithin(line, tabs))) continue;
    const columns = columnsOf(text, line);
    if (!columns) continue;
    const last = lastRow(lines, line.number);
    const isTabbed = text.value.slice(line.contentStart, line.contentEnd).includes('\t');
    const rows: TableRow[] = [];
    for (let number = line.number; number <= last; number++) {
      const row = lines[number] as MutableLine;
      if (/^[-=\s]+$/.test(text.value.slice(row.contentStart, row.contentEnd))) {
        row.kind = 'delimiter';
        continue;
      }
      row.kind = 'row';
      rows.push({ line: number, cells: isTabbed ? tabCells(text, row) : columns.map((column, index) => cell(text, row, column, columns[index + 1])) });
    }
    tables.push({ line: line.number, endLine: last, hasHeader: true, rows });
  }
  return tables;
}

const beginsBlock = (before: MutableLine | undefined): boolean =>
  before === undefined || before.kind === 'blank' || before.kind === 'underline' || before.kind === 'heading' || before.contentEnd - before.contentStart < 48;

function isWithin(line: MutableLine, next: Next): boolean {
  const at = next.from(line.contentStart);
  return at >= 0 && at < line.contentEnd;
}

/** The columns, counted from the line's start, at which a header's names begin; null where the line is no header. */
function columnsOf(text: SourceText, line: MutableLine): number[] | null {
  const content = text.value.slice(line.contentStart, line.contentEnd);
  const names = content.split(/\s{2,}|\t+/);
  if (names.length < 2 || names.filter((name) => columnWords.has(wordsOf(name))).length < 2) return null;
  let from = 0;
  return names.map((name) => {
    const at = content.indexOf(name, from);
    from = at + name.length;
    return line.contentStart - line.start + at;
  });
}

/** Rows go on to the next blank line or heading. */
function lastRow(lines: readonly MutableLine[], header: number): number {
  let last = header;
  while (isRow(lines[last + 1])) last++;
  return last;
}

const isRow = (line: MutableLine | undefined): boolean => line !== undefined && (line.kind === 'prose' || line.kind === 'field' || line.kind === 'underline');

/** What stands between tabs, from the line's start: a row may begin with an empty cell. */
function tabCells(text: SourceText, row: MutableLine): Span[] {
  let start = row.start;
  return text.value.slice(row.start, row.end).split('\t').map((part) => {
    const first = start + part.length - part.trimStart().length;
    const span = { start: part.trim() === '' ? start : first, end: part.trim() === '' ? start : first + part.trim().length };
    start += part.length + 1;
    return span;
  });
}

/** What stands between two columns. A word that reaches over the border belongs to the cell that it begins in. */
function cell(text: SourceText, row: MutableLine, column: number, next: number | undefined): Span {
  const source = text.value;
  const border = (at: number | undefined): number => {
    let offset = at === undefined ? row.contentEnd : Math.min(row.start + at, row.contentEnd);
    while (offset > row.start && offset < row.contentEnd && source[offset - 1] !== ' ' && source[offset - 1] !== '\t') offset--;
    return offset;
  };
  let start = border(column);
  let end = border(next);
  while (start < end && /\s/.test(source[start] as string)) start++;
  while (end > start && /\s/.test(source[end - 1] as string)) end--;
  return { start, end };
}
