import * as z from 'zod/mini';
import type { ActionGroupModel, ActionItemModel, ActionPlanModel } from '../../server/src/protocol/action-plan';

export const shows = ['all', 'open', 'done', 'overdue', 'unowned'] as const;
export type Show = (typeof shows)[number];
export const orders = ['document', 'due', 'owner'] as const;

/** Which items a person wants to see, and in which order. */
export const choiceOfItems = z.object({ words: z.string(), show: z.enum(shows), order: z.enum(orders) });
export type ChoiceOfItems = z.infer<typeof choiceOfItems>;
export const everything: ChoiceOfItems = { words: '', show: 'all', order: 'document' };

export interface Placed {
  readonly item: ActionItemModel;
  readonly group: ActionGroupModel;
}

/** Items that stand together: those of a group of the document, or all of them where they are sorted, and `group` is null. */
export interface Stretch {
  readonly group: ActionGroupModel | null;
  readonly items: readonly Placed[];
}

/** What is not known to be done counts as open where one asks what is left: a plan without boxes is not a finished one. */
const fits: Readonly<Record<Show, (item: ActionItemModel) => boolean>> = {
  all: () => true,
  open: ({ state }) => state !== 'done',
  done: ({ state }) => state === 'done',
  overdue: ({ due, state }) => state !== 'done' && due !== null && due.overdue,
  unowned: ({ unowned, state }) => state !== 'done' && unowned,
};

/** How many items each way to show would show. */
export function counts(plan: ActionPlanModel): Readonly<Record<Show, number>> {
  const items = plan.groups.flatMap((group) => group.items);
  return Object.fromEntries(shows.map((show) => [show, items.filter(fits[show]).length])) as Record<Show, number>;
}

/** The items of a plan as they were chosen. In the order of the document a group without any is left out, unless it had none before. */
export function arrange(plan: ActionPlanModel, { words, show, order }: ChoiceOfItems): Stretch[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = ({ item, group }: Placed): boolean => {
    if (!fits[show](item)) return false;
    if (wanted.length === 0) return true;
    const said = [item.text, item.owner, item.due?.text, item.due?.date, item.priority, item.type?.value, group.label, ...item.tickets.map(({ key }) => key)].join('\n').toLowerCase();
    return wanted.every((word) => said.includes(word));
  };
  const stretches = plan.groups.map((group): Stretch => ({ group, items: group.items.map((item) => ({ item, group })).filter(chosen) }));
  if (order === 'document') return stretches.filter(({ group, items }) => items.length > 0 || (group?.items.length === 0 && show === 'all' && wanted.length === 0));
  const items = stretches.flatMap((stretch) => stretch.items);
  if (items.length === 0) return [];
  return [{ group: null, items: items.map((placed) => ({ placed, value: sortedBy[order](placed.item) })).sort(byValue).map(({ placed }) => placed) }];
}

const sortedBy = {
  due: ({ due }: ActionItemModel) => due?.date ?? null,
  owner: ({ owner }: ActionItemModel) => owner?.replace(/^@/, '').toLowerCase() ?? null,
};

/** Sorting is stable: what is equal stays as in the document. What has no value is last. */
function byValue({ value: a }: { value: string | null }, { value: b }: { value: string | null }): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : a > b ? 1 : 0;
}
