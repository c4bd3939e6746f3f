import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import type { Table, TableRow } from '../../document/tables';
import type { Span } from '../../document/text';
import { perDocument } from '../../rules/per-document';
import type { Edit } from '../../rules/rule';
import { displayWidth } from '../display-width';
import { inCell } from '../refactorings/marks';

/** So many rows tell whether a column is lined up. */
const mostRows = 200;

/**
 * Writes words over a part of a cell of an item's row, or over the whole of it. What is lined up stays so where there is room; columns
 * that only blanks part must have room. Null where they have not, or the row has no such cell.
 */
export function writeCell(document: IncidentDocument, { line, place }: ActionItem, column: number, words: string, part?: Span): Edit | null {
  const { text } = document;
  const cell = place?.row.cells[column];
  const table = place?.table;
  if (!cell || !table) return null;
  const span = { start: part?.start ?? cell.start, end: cell.end };
  const newText = inCell(words) + (part ? text.value.slice(part.end, cell.end) : '');
  const whole = text.line(line);
  const behind = text.value.slice(cell.end, text.lineEnd(line));
  const blanks = /^[ \t]*/.exec(behind)?.[0].length ?? 0;
  if (behind[blanks] === '|') return piped(document, table, column, { span, newText }, blanks);
  if (whole.includes('|')) return { span, newText: text.value[span.start - 1] === '|' ? ` ${newText}` : newText };
  if (whole.includes('\t') || (cell.end > cell.start && blanks === behind.length)) return { span, newText };
  return cell.end > cell.start ? parted({ span, newText }, blanks) : atColumn(document, table, column, line, newText);
}

/** Between pipes: with a blank on either side, and as many behind it as it takes where the column is lined up. */
function piped(document: IncidentDocument, table: Table, column: number, { span, newText }: Edit, blanks: number): Edit {
  const { value } = document.text;
  const isEmpty = span.end === span.start;
  const start = isEmpty ? Math.max(document.text.lineStart(document.text.lineAt(span.start)), value.lastIndexOf('|', span.start - 1) + 1) : span.start;
  const written = newText !== '' && value[start - 1] === '|' ? ` ${newText}` : newText;
  const room = displayWidth(value.slice(start, span.end + blanks)) - displayWidth(written);
  const isKept = room > 0 && isLinedUp(document, table, column);
  return isKept || isEmpty || blanks === 0
    ? { span: { start, end: span.end + blanks }, newText: written + ' '.repeat(isKept ? room : written === '' ? 0 : 1) }
    : { span: { start, end: span.end }, newText: written };
}

const linedUp = perDocument(() => new Map<Table, Map<number, boolean>>());

/** Whether the fields of a column are all as wide as each other, and not only as their words. */
function isLinedUp(document: IncidentDocument, table: Table, column: number): boolean {
  const tables = linedUp(document);
  const known = tables.get(table) ?? new Map<number, boolean>();
  tables.set(table, known);
  const found = known.get(column) ?? haveOneWidth(document, table, column);
  known.set(column, found);
  return found;
}

function haveOneWidth({ text }: IncidentDocument, { rows }: Table, column: number): boolean {
  const widths = new Set<number>();
  for (const row of rows.slice(0, mostRows)) {
    const width = fieldWidth(text.value, row, column, text.lineStart(row.line));
    if (width !== null) widths.add(width);
  }
  return rows.length > 1 && widths.size === 1;
}

function fieldWidth(source: string, { cells }: TableRow, column: number, lineStart: number): number | null {
  const cell = cells[column];
  const close = cell ? source.indexOf('|', cell.end) : -1;
  return cell && close >= 0 ? displayWidth(source.slice(Math.max(lineStart, source.lastIndexOf('|', cell.start - 1) + 1), close)) : null;
}

/** Between columns that blanks part: the next one stays where it is. */
function parted({ span, newText }: Edit, blanks: number): Edit | null {
  const width = span.end - span.start + blanks;
  return newText.length + 2 > width ? null : { span: { start: span.start, end: span.end + blanks }, newText: newText + ' '.repeat(width - newText.length) };
}

/** Where the header of a column begins, in a line that has nothing there. */
function atColumn({ text }: IncidentDocument, { rows }: Table, column: number, line: number, words: string): Edit | null {
  const header = rows[0]?.cells[column];
  if (!header || words === '') return null;
  const at = text.lineStart(line) + header.start - text.lineStart(rows[0]!.line);
  const end = text.lineEnd(line);
  if (at >= end) return { span: { start: end, end }, newText: ' '.repeat(at - end) + words };
  const free = /^ */.exec(text.value.slice(at, end))?.[0].length ?? 0;
  if (at + free < end && free < words.length + 2) return null;
  return { span: { start: at, end: Math.min(at + words.length, at + free) }, newText: words };
}
