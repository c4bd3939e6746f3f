import type { ListedItem, ListedPlan } from '../../../server/src/protocol';

/** What the items are put together by. */
export const groupings = ['document', 'owner', 'due'] as const;
export type Grouping = (typeof groupings)[number];

/** An item with the plan that it is in. `key` names it for as long as it is there. */
export interface Row {
  readonly key: string;
  readonly plan: ListedPlan;
  readonly item: ListedItem;
}

/** When something is due, in the order of the groups. `passed`: nothing tells whether it was done by then; `unclear`: no day of the calendar is named, or one before the incident. */
export const dueSpans = ['overdue', 'passed', 'today', 'week', 'month', 'later', 'unclear', 'none', 'done'] as const;
export type DueSpan = (typeof dueSpans)[number];

export type Heading =
  | { readonly by: 'document'; readonly plan: ListedPlan; /** Whether another document has the same title. */ readonly isAmbiguous: boolean }
  | { readonly by: 'owner'; readonly owner: string | null }
  | { readonly by: 'due'; readonly span: DueSpan };

/** A row in its group. */
export interface Member extends Row {
  /** The same for as long as the row is in the group. */
  readonly id: string;
}

export interface Group {
  /** The same for as long as the group is there. */
  readonly id: string;
  readonly heading: Heading;
  readonly rows: readonly Member[];
}

/** Puts rows together: by their documents in the order given, by owners in the order of their names, or by when they are due. What nobody has, or is due at no time, comes last. */
export function grouped(rows: readonly Row[], by: Grouping): Group[] {
  if (by === 'document') {
    const titles = new Map<string, Set<ListedPlan>>();
    for (const { plan } of rows) if (plan.title !== null) titles.set(plan.title, (titles.get(plan.title) ?? new Set()).add(plan));
    return groupsOf(rows, ({ plan }) => plan.uri, ({ plan }) => ({ by, plan, isAmbiguous: (titles.get(plan.title ?? '')?.size ?? 0) > 1 }));
  }
  const soonest = rows.toSorted((a, b) => Number(order(a) > order(b)) - Number(order(a) < order(b)));
  if (by === 'owner') {
    return groupsOf(soonest, ({ item }) => item.ownerKey ?? '', ({ item: { owner } }) => ({ by, owner }))
      .sort((a, b) => Number(a.id === 'owner ') - Number(b.id === 'owner ') || a.id.localeCompare(b.id));
  }
  return groupsOf(soonest, dueSpanOf, (row) => ({ by, span: dueSpanOf(row) })).sort((a, b) => place(a) - place(b));
}

/** When a row is due, seen from the day that its plan was read on. */
function dueSpanOf({ plan: { asOf }, item: { state, due } }: Row): DueSpan {
  if (state === 'done') return 'done';
  if (!due) return 'none';
  if (due.overdue) return 'overdue';
  if (due.date === null) return 'unclear';
  const days = (Date.parse(due.date) - Date.parse(asOf)) / 86_400_000;
  if (days < 0) return state === 'untracked' ? 'passed' : 'unclear';
  return days === 0 ? 'today' : days <= 7 ? 'week' : days <= 30 ? 'month' : 'later';
}

/** How many of some rows are open, overdue, not tracked, and done. */
export interface Counts {
  readonly open: number;
  readonly overdue: number;
  readonly untracked: number;
  readonly done: number;
}

export function countsOf(rows: readonly Row[]): Counts {
  const counts = { open: 0, overdue: 0, untracked: 0, done: 0 };
  for (const { item } of rows) {
    counts[item.state]++;
    if (isOverdue(item)) counts.overdue++;
  }
  return counts;
}

export const isOverdue = ({ state, due }: ListedItem): boolean => state !== 'done' && due?.overdue === true;

const place = ({ heading }: Group): number => (heading.by === 'due' ? dueSpans.indexOf(heading.span) : 0);

/** By the day that it is due; what has none, and what is done, comes last. */
const order = ({ item: { state, due } }: Row): string => `${state === 'done' ? 1 : 0} ${due?.date ?? '~'}`;

function groupsOf(rows: readonly Row[], keyOf: (row: Row) => string, headingOf: (first: Row) => Heading): Group[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].map(([key, members]) => {
    const heading = headingOf(members[0] as Row);
    const id = `${heading.by} ${key}`;
    return { id, heading, rows: members.map((row) => ({ ...row, id: `${id} ${row.key}` })) };
  });
}
