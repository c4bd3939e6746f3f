import type { IncidentDocument } from '../../document/document';
import type { Line } from '../../document/lines';
import type { Table } from '../../document/tables';
import { displayWidth } from '../display-width';
import { rewrite, type Change } from './change';

type Alignment = 'left' | 'right' | 'centre';

/** A line of a table taken apart. */
interface Row {
  readonly line: Line;
  readonly cells: readonly string[];
  readonly isDelimiter: boolean;
}

/** The dashes below a column name. */
const SHORTEST = 3;

/** Lines up the columns of tables with pipes. */
export function alignTables(document: IncidentDocument): Change[] {
  return document.tables.map((table) => align(document, table));
}

function align({ text, lines }: IncidentDocument, table: Table): Change {
  const rows: Row[] = [];
  const cellsOf = new Map(table.rows.map(({ line, cells }) => [line, cells]));
  for (let number = table.line; number <= table.endLine; number++) {
    const line = lines[number] as Line;
    const content = text.value.slice(line.contentStart, line.contentEnd);
    const isDelimiter = line.kind === 'delimiter';
    // grids, columns parted by blanks, rows without an outer pipe and tables in an item's first line are drawn by hand
    if (!content.startsWith('|') || line.marker !== null || content.includes('\t') || (isDelimiter && /[+=]/.test(content))) return [];
    const cells = isDelimiter ? content.replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim()) : (cellsOf.get(number) ?? []).map((cell) => text.slice(cell));
    rows.push({ line, cells, isDelimiter });
  }
  const [header, delimiter] = [rows[0], rows.find((row) => row.isDelimiter)];
  if (delimiter && delimiter.cells.length !== header?.cells.length) return [];
  const alignments = (delimiter?.cells ?? []).map(alignmentOf);
  const widths: number[] = [];
  for (const { cells, isDelimiter } of rows) {
    cells.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? (alignments.length > 0 ? SHORTEST : 0), isDelimiter ? 0 : displayWidth(cell))));
  }
  return rows.flatMap(({ line, cells, isDelimiter }) => {
    const closes = text.value[line.contentEnd - 1] === '|' && line.contentEnd - line.contentStart > 1;
    const filled = cells.map((cell, index) => {
      const width = widths[index] as number;
      if (isDelimiter) return dashes(cell, width);
      // nothing has to be lined up behind the last cell
      return index === cells.length - 1 && !closes ? cell : pad(cell, width, alignments[index] ?? 'left');
    });
    return rewrite(text.value, line.contentStart, line.contentEnd, `| ${filled.join(' | ')}${closes ? ' |' : ''}`.trimEnd());
  });
}

function alignmentOf(delimiter: string): Alignment {
  if (!delimiter.endsWith(':')) return 'left';
  return delimiter.startsWith(':') ? 'centre' : 'right';
}

function dashes(cell: string, width: number): string {
  const [before, behind] = [cell.startsWith(':') ? ':' : '', cell.endsWith(':') ? ':' : ''];
  return before + '-'.repeat(Math.max(1, width - before.length - behind.length)) + behind;
}

function pad(cell: string, width: number, alignment: Alignment): string {
  const missing = Math.max(0, width - displayWidth(cell));
  const before = alignment === 'left' ? 0 : alignment === 'right' ? missing : Math.floor(missing / 2);
  return ' '.repeat(before) + cell + ' '.repeat(missing - before);
}
