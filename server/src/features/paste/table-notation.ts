import type { IncidentDocument } from '../../document/document';
import type { Table } from '../../document/tables';
import type { Span } from '../../document/text';
import type { TimelineEntry } from '../../document/timeline';
import { phrases, timeColumns } from '../../document/vocabulary';
import { wordsOf } from '../../document/words';

/** Writes rows of a table like those that are there. */
export interface RowWriter {
  /** The cell of the time in the model's row; empty where there is none. */
  readonly timeCell: Span;
  readonly hasDateColumn: boolean;
  /** The cell of the words in the model's row; that of their header where there is none. */
  readonly wordsCell: Span;
  write(cells: { readonly time: string; readonly date: string; readonly author: string | null; readonly text: string }): string;
}

const timeNames = new Set(phrases(timeColumns));
const authorNames = new Set(['who', 'author', 'user', 'person', 'by', 'name', 'actor', 'owner', 'source', 'from', 'speaker', 'reporter', 'responder']);
const textNames = new Set(['event', 'what', 'what happened', 'description', 'details', 'message', 'entry', 'action', 'note', 'notes', 'activity', 'text', 'happening', 'ereignis', 'was']);

/** Null where the columns do not tell what they are for. `entry`: the row to follow; null where there is none yet. */
export function rowWriter({ text, lines }: IncidentDocument, table: Table, entry: TimelineEntry | null): RowWriter | null {
  const header = table.hasHeader ? table.rows[0] : undefined;
  const model = entry ? table.rows.find(({ line }) => line === entry.line) : header;
  const line = model && lines[model.line];
  if (!model || !line || !text.value.slice(line.start, line.end).includes('|')) return null;
  const names = model.cells.map((_, index) => wordsOf(header?.cells[index] ? text.slice(header.cells[index]).replace(/\(.*\)/, '') : ''));
  const columnAt = (offset: number | undefined): number => (offset === undefined ? -1 : model.cells.findIndex(({ start, end }) => start <= offset && offset < end));
  const { dateSpan, clockSpan } = entry?.time.start ?? {};
  const time = entry ? columnAt(clockSpan?.start) : names.findIndex((name) => timeNames.has(name));
  const date = columnAt(dateSpan?.start);
  const author = names.findIndex((name, index) => index !== time && authorNames.has(name));
  const open = names.map((_, index) => index).filter((index) => index !== time && index !== date && index !== author);
  const words = open.find((index) => textNames.has(names[index] as string)) ?? open.find((index) => index > time);
  if (time < 0 || words === undefined) return null;
  const hasDateColumn = date >= 0 && date !== time;
  const content = text.value.slice(line.contentStart, line.contentEnd);
  const widths = widthsOf(lines, table);
  return {
    timeCell: entry ? (model.cells[time] as Span) : { start: 0, end: 0 },
    hasDateColumn,
    wordsCell: model.cells[words] as Span,
    write(cells) {
      const escaped = (value: string): string => value.replaceAll('|', '\\|');
      const row = names.map((_, index) => {
        if (index === time) return cells.time;
        if (index === date && hasDateColumn) return cells.date;
        if (index === author) return escaped(cells.author ?? '');
        if (index === words) return escaped(author < 0 && cells.author !== null ? `${cells.author}: ${cells.text}` : cells.text);
        return '';
      });
      const last = content.endsWith('|');
      const padded = row.map((cell, index) => (widths && (last || index < row.length - 1) ? cell.padEnd(widths[index] ?? 0) : cell));
      return `${text.value.slice(line.start, line.contentStart)}${content.startsWith('|') ? '| ' : ''}${padded.join(' | ')}${last ? ' |' : ''}`;
    },
  };
}

/** The widths of the columns, where every row is as long as the others; else null. */
function widthsOf(lines: IncidentDocument['lines'], { rows }: Table): number[] | null {
  const lengths = new Set(rows.map(({ line }) => (lines[line]?.contentEnd ?? 0) - (lines[line]?.contentStart ?? 0)));
  if (lengths.size !== 1 || rows.length < 2) return null;
  const columns = Math.max(...rows.map(({ cells }) => cells.length));
  return Array.from({ length: columns }, (_, index) => rows.reduce((width, { cells }) => Math.max(width, (cells[index]?.end ?? 0) - (cells[index]?.start ?? 0)), 0));
}
