import { t } from '../../l10n';
import type { ActionGroupModel, ActionItemModel, ActionPlanModel } from '../../protocol';
import { dueWords, stateWord } from './words';

interface Column {
  readonly name: string;
  /** Left out of a table where every cell is empty. */
  readonly isOptional: boolean;
  cell(item: ActionItemModel, group: ActionGroupModel, write: Write): string;
}

/** How a format writes words, and those that lead somewhere. */
export interface Write {
  readonly words: (text: string) => string;
  readonly link: (text: string, url: string) => string;
}

/** A plan as the names of columns and rows of cells, for formats that people read. */
export function tableOf(plan: ActionPlanModel, write: Write): { readonly header: string[]; readonly rows: string[][] } {
  const columns: readonly Column[] = [
    { name: t('Group'), isOptional: plan.groups.length < 2, cell: (_, group) => (plan.groups.length < 2 ? '' : write.words(group.label)) },
    { name: t('Action'), isOptional: false, cell: (item) => write.words(item.title) },
    { name: t('Owner'), isOptional: false, cell: (item) => write.words(item.owner ?? '') },
    { name: t('Due'), isOptional: false, cell: (item, { window }) => write.words(dueWords(item, window)) },
    { name: t('Priority'), isOptional: true, cell: (item) => write.words(item.priority ?? '') },
    { name: t('Tickets'), isOptional: true, cell: (item) => ticketsOf(item, write) },
    { name: t('Status'), isOptional: false, cell: (item) => write.words(stateWord(item)) },
  ];
  const rows = plan.groups.flatMap((group) => group.items.map((item) => columns.map((column) => column.cell(item, group, write))));
  const kept = columns.map(({ isOptional }, index) => !isOptional || rows.some((row) => row[index] !== ''));
  return { header: columns.filter((_, index) => kept[index]).map(({ name }) => write.words(name)), rows: rows.map((row) => row.filter((_, index) => kept[index])) };
}

export function ticketsOf({ tickets }: ActionItemModel, { words, link }: Write): string {
  return tickets.map(({ key, url }) => (url === null ? words(key) : link(key, url))).join(', ');
}
