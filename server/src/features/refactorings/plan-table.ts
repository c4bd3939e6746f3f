import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { bodyRows, type Table } from '../../document/tables';
import { doneWords, phrases } from '../../document/vocabulary';
import { plainText, wordsOf } from '../../document/words';
import { t } from '../../l10n';
import type { Edit } from '../../rules/rule';
import { titleOf } from '../item-title';
import { bulletMark, delimiter, gapsAround, inCell, outOfCell, row } from './marks';
import { touches, type Refactoring } from './refactoring';

/** Turns the lists of a plan into tables with a column for each detail, and its tables into lists. Items with nested items stay as they are. */
export const planTable: Refactoring = {
  kind: 'refactor.rewrite.incidentDocs.planTable',
  keeps: ['details', 'entries', 'fields', 'outline'],
  *offers(document, { span }) {
    const { plan } = document;
    if (plan.items.length === 0 || !plan.sections.some((section) => touches(section.span, span))) return;
    const tables = new Set(plan.items.flatMap(({ place }) => place?.table ?? []));
    if (tables.size > 0) {
      const edits = Array.from(tables, (table) => listOf(document, table));
      if (edits.every((edit) => edit !== null)) yield { title: t('Convert the plan to a list'), edits };
      return;
    }
    const lists = listsOf(document);
    const edits = lists?.map((list) => tableOf(document, list)) ?? [null];
    if (edits.every((edit) => edit !== null)) yield { title: t('Convert the plan to a table'), edits };
  },
};

/** The lists of a plan; null where an item is no bullet (its number would be lost), is indented, or has more than its words. */
function listsOf({ lines, plan }: IncidentDocument): ActionItem[][] | null {
  const lists: ActionItem[][] = [];
  for (const item of plan.items) {
    const [first, ...more] = lines.slice(item.line, item.endLine + 1);
    if (first?.marker !== 'bullet' || first.indent > 0 || first.kind === 'heading' || more.some(({ kind, marker }) => marker !== null || (kind !== 'prose' && kind !== 'field'))) return null;
    const above = lists.at(-1)?.at(-1);
    if (above && above.endLine + 1 === item.line && above.group === item.group) lists.at(-1)?.push(item);
    else lists.push([item]);
  }
  return lists;
}

function tableOf(document: IncidentDocument, items: readonly ActionItem[]): Edit | null {
  const { text, lines } = document;
  const [first, last] = [items[0] as ActionItem, items.at(-1) as ActionItem];
  const actions = items.map((item) => actionOf(text.value.slice(lines[item.line]?.contentStart ?? item.span.start, text.lineEnd(item.endLine)), item));
  if (actions.some((action) => action === null)) return null;
  /** What the words of the action still say needs no cell. */
  const cut = (index: number, values: readonly string[]) => values.filter((value) => !actions[index]?.includes(value)).join(', ');
  const columns = ([
    ['Action', actions],
    ['Owner', items.map(({ owner }, index) => cut(index, owner ? [owner.value] : []))],
    ['Due', items.map(({ due }, index) => cut(index, due ? [due.value] : []))],
    ['Ticket', items.map(({ tickets }, index) => cut(index, tickets.map(({ span }) => text.slice(span))))],
    ['Status', items.map(({ state }) => (state === 'untracked' ? '' : state === 'done' ? 'Done' : 'Open'))],
  ] as [string, string[]][]).filter(([, cells]) => cells.some((cell) => cell !== ''));
  if (columns.length < 2) return null;
  const { above, below } = gapsAround(document, first.line, last.endLine);
  const rows = items.map((_, index) => row(columns.map(([, cells]) => inCell(cells[index] ?? ''))));
  return {
    span: { start: text.lineStart(first.line), end: text.lineEnd(last.endLine) },
    newText: above + [row(columns.map(([name]) => name)), delimiter(columns.length), ...rows].join(text.eol) + below,
  };
}

/** What is to be done, as it is written, without the details at its end. Null where the markup does not let them be cut off. */
function actionOf(written: string, item: ActionItem): string | null {
  const title = titleOf(item);
  const raw = written.replace(/\s+/g, ' ').trim();
  if (title === item.text) return raw;
  const tail = item.text.slice(title.length);
  const cut = raw.endsWith(tail) ? raw.slice(0, raw.length - tail.length).trimEnd() : null;
  return cut !== null && plainText(cut) === title ? cut : null;
}

const done = new Set(phrases(doneWords));

/** Null where a row of the table is no item. */
function listOf(document: IncidentDocument, table: Table): Edit | null {
  const { text, plan } = document;
  const lines = plan.items.flatMap(({ state, place }) => (place?.table === table ? itemOf(document, state, place) : []));
  if (lines.length < bodyRows(table).length) return null;
  return { span: { start: text.lineStart(table.line), end: text.lineEnd(table.endLine) }, newText: lines.join(text.eol) };
}

/** `- [ ] Action (owner: Ana, due: 2026-03-01, OPS-1)`. Other columns stand in front of the brackets, with their names. */
function itemOf(document: IncidentDocument, state: ActionItem['state'], { table: { rows: [header] }, row: { cells }, columns }: NonNullable<ActionItem['place']>): string {
  const { text } = document;
  const nameOf = (index: number) => (header?.cells[index] ? text.slice(header.cells[index]) : '');
  const at = (name: 'owner' | 'due' | 'ticket' | 'status') => {
    const cell = cells[columns.columnOf(name)];
    return cell ? outOfCell(text.slice(cell)) : '';
  };
  const [owner, due, ticket, status] = [at('owner'), at('due'), at('ticket'), at('status')];
  const isSaid = state !== 'untracked' && (done.has(wordsOf(status)) || /^(?:open|to ?do)$/.test(wordsOf(status)) || status === '');
  const details = [owner && (owner.startsWith('@') ? owner : `owner: ${owner}`), due && `due: ${due}`, ticket, !isSaid && status ? `status: ${status}` : ''].filter((detail) => detail !== '');
  const known = new Set([columns.action, ...(['owner', 'due', 'ticket', 'status'] as const).map((name) => columns.columnOf(name))]);
  const others = cells.flatMap((cell, index) => (known.has(index) || cell.end <= cell.start ? [] : [`${nameOf(index)}: ${outOfCell(text.slice(cell))}`]));
  const action = cells[columns.action];
  const words = [action ? outOfCell(text.slice(action)) : '', ...(others.length > 0 ? [`[${others.join('; ')}]`] : []), ...(details.length > 0 ? [`(${details.join(', ')})`] : [])].join(' ');
  return `${bulletMark(document)} ${state === 'untracked' ? '' : state === 'done' ? '[x] ' : '[ ] '}${words}`;
}
