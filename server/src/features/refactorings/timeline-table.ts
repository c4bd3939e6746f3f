import type { IncidentDocument } from '../../document/document';
import { bodyRows, type Table, type TableRow } from '../../document/tables';
import type { Timeline, TimelineEntry } from '../../document/timeline';
import { t } from '../../l10n';
import type { Edit } from '../../rules/rule';
import { bulletMark, dashMark, delimiter, gapsAround, inCell, outOfCell, row } from './marks';
import { timelineAt, touches, type Refactoring } from './refactoring';

/** Turns the lists of a timeline into tables of time and event, and its tables into lists. Entries with nested items stay as they are. */
export const timelineTable: Refactoring = {
  kind: 'refactor.rewrite.incidentDocs.timelineTable',
  keeps: ['times', 'items', 'fields', 'outline'],
  *offers(document, { span }) {
    const timeline = timelineAt(document, span);
    if (!timeline || timeline.unread > 0) return;
    const tables = tablesOf(document, timeline);
    const lists = tables.length > 0 ? null : listsOf(document, timeline);
    const bodies = tables.length > 0 ? tables.map((table) => listOf(document, timeline, table)) : [];
    if (lists) yield { title: t('Convert the timeline to a table'), edits: lists.map((list) => tableOf(document, list)) };
    else if (bodies.length > 0 && bodies.every((edit) => edit !== null)) yield { title: t('Convert the timeline to a list'), edits: bodies };
  },
};

function tablesOf({ tables }: IncidentDocument, { section, entries }: Timeline): Table[] {
  return tables.filter(({ line, endLine }) => line > section.line && endLine <= section.endLine && entries.some((entry) => entry.line >= line && entry.line <= endLine));
}

/** The lists of a timeline whose entries are bullets without nested items; null where there are others. */
function listsOf({ lines }: IncidentDocument, { entries }: Timeline): TimelineEntry[][] | null {
  const lists: TimelineEntry[][] = [];
  for (const entry of entries) {
    const own = lines.slice(entry.line, entry.endLine + 1);
    const [first, ...more] = own;
    if (first?.marker !== 'bullet' || first.indent > 0 || first.checkbox >= 0 || more.some(({ kind, marker }) => marker !== null || (kind !== 'prose' && kind !== 'field'))) return null;
    if (entry.textSpan.start < entry.time.span.end) return null;
    const above = lists.at(-1)?.at(-1);
    if (above && above.endLine + 1 === entry.line) lists.at(-1)?.push(entry);
    else lists.push([entry]);
  }
  return lists;
}

function tableOf(document: IncidentDocument, entries: readonly TimelineEntry[]): Edit {
  const { text, lines } = document;
  const [first, last] = [entries[0] as TimelineEntry, entries.at(-1) as TimelineEntry];
  const { above, below } = gapsAround(document, first.line, last.endLine);
  const rows = entries.map(({ line, endLine, time, textSpan }) => {
    // "about" and "~" stand in front of what was read
    const front = text.value.slice(lines[line]?.contentStart ?? time.span.start, time.span.start).replace(/[*_`[\](]/g, '');
    return row([inCell(front + text.slice(time.span)), inCell(text.value.slice(textSpan.start - marksInFront(text.value.slice(time.span.end, textSpan.start)), Math.max(textSpan.end, text.lineEnd(endLine))))]);
  });
  return {
    span: { start: text.lineStart(first.line), end: text.lineEnd(last.endLine) },
    newText: above + [row(['Time', 'Event']), delimiter(2), ...rows].join(text.eol) + below,
  };
}

/** How many marks at the end of what parts a time from the words open the words: those that something blank parts from the time. */
const marksInFront = (between: string): number => /(?<=\s)[*_`"]+$/.exec(between)?.[0].length ?? 0;

/** Null where a row of the table is no entry. */
function listOf(document: IncidentDocument, { entries }: Timeline, table: Table): Edit | null {
  const { text } = document;
  const byLine = new Map(entries.map((entry) => [entry.line, entry]));
  const header = table.hasHeader ? table.rows[0] : undefined;
  const lines = bodyRows(table).map((cells) => {
    const entry = byLine.get(cells.line);
    return entry ? entryOf(document, entry, cells, header) : null;
  });
  if (lines.some((line) => line === null)) return null;
  return { span: { start: text.lineStart(table.line), end: text.lineEnd(table.endLine) }, newText: lines.join(text.eol) };
}

/** Time and event; what the other columns hold is said in brackets, with the column's name. Null where a cell in front of the time holds anything. */
function entryOf(document: IncidentDocument, { time, textSpan }: TimelineEntry, { cells }: TableRow, header: TableRow | undefined): string | null {
  const { text } = document;
  const told: string[] = [];
  for (const [index, cell] of cells.entries()) {
    if (cell.end <= cell.start || touches(cell, time.span)) continue;
    if (cell.start < textSpan.start) return null;
    const name = header?.cells[index];
    const words = outOfCell(text.slice(cell));
    told.push(told.length === 0 ? words : `(${name && name.end > name.start ? `${text.slice(name)}: ` : ''}${words})`);
  }
  const when = cells.filter((cell) => touches(cell, time.span)).map((cell) => text.slice(cell)).join(' ');
  return `${bulletMark(document)} ${when}${told.length > 0 ? dashMark(document) + told.join(' ') : ''}`;
}
