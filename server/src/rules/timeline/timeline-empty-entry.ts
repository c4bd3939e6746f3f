import type { IncidentDocument } from '../../document/document';
import type { TableRow } from '../../document/tables';
import type { TimelineEntry } from '../../document/timeline';
import { t } from '../../l10n';
import { defineRule } from '../rule';
import type { Edit } from '../rule';

/** An entry says what happened. */
export const timelineEmptyEntry = defineRule({
  id: 'timeline-empty-entry',
  group: 'timeline',
  summary: 'Every entry of a timeline says what happened',
  severity: 'warning',
  judges: 'timelines',
  *check(document) {
    const rowAt = rowsOf(document);
    for (const { entries } of document.timelines) {
      const [first, ...others] = entries.filter((entry) => isEmpty(document, entry, rowAt));
      if (!first) continue;
      yield {
        span: first.time.span,
        message: t('This entry does not say what happened: write it down, or take the entry out.'),
        related: others.map(({ time }) => ({ span: time.span, message: t('This one neither.') })),
        fixes: [{ title: others.length === 0 ? t('Remove the empty entry') : t('Remove the {0} empty entries', others.length + 1), kind: 'suggested', edits: [first, ...others].map((entry) => removal(document, entry)) }],
      };
    }
  },
});

const says = /[\p{L}\p{N}\p{Extended_Pictographic}?]/u;

/** The row of a line, in a table of several columns. */
type RowAt = (line: number) => TableRow | undefined;

/** The tables are gone through once, when the first row is asked for. */
function rowsOf({ tables }: IncidentDocument): RowAt {
  let rows: Map<number, TableRow> | undefined;
  return (line) => {
    rows ??= new Map(tables.flatMap((table) => ((table.rows[0]?.cells.length ?? 0) > 1 ? table.rows.map((row) => [row.line, row] as const) : [])));
    return rows.get(line);
  };
}

function isEmpty({ text, lines }: IncidentDocument, entry: TimelineEntry, rowAt: RowAt): boolean {
  if (entry.endLine > entry.line || says.test(text.slice(entry.textSpan)) || lines[entry.line]?.kind === 'heading') return false;
  const line = lines[entry.line];
  const { start, end } = entry.time.span;
  if (line?.kind === 'row') return rowAt(entry.line)?.cells.every((cell) => (cell.start < end && cell.end > start) || !says.test(text.slice(cell))) ?? false;
  // A time on a line of its own may head the paragraph below it.
  const below = lines[entry.line + 1];
  return line?.kind === 'item' && (below === undefined || below.kind === 'blank' || below.kind === 'item' || below.kind === 'heading') && !opens(lines, entry);
}

/** Whether something stands below an entry that is indented as a part of it. */
function opens(lines: IncidentDocument['lines'], { line }: TimelineEntry): boolean {
  let next = line + 1;
  while (lines[next]?.kind === 'blank') next++;
  const [entry, below] = [lines[line], lines[next]];
  return below !== undefined && below.kind !== 'heading' && (below.kind !== 'item' || below.indent > (entry?.indent ?? 0));
}

function removal({ text }: IncidentDocument, { line }: TimelineEntry): Edit {
  return { span: text.lineSpan(line), newText: '' };
}
