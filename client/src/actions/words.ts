import type { Translate } from '../reasons';
import { countsOf, isOverdue, type Counts, type DueSpan, type Group, type Grouping, type Row } from './grouping';

/** What the list says of groups and items, in the words of `t`. */

/** In characters: what is longer nobody reads in a list. */
const LONGEST_LABEL = 200;
const LONGEST_TOOLTIP = 2_000;

const spans: Readonly<Record<DueSpan, string>> = {
  overdue: 'Overdue', passed: 'Date passed, not tracked', today: 'Today', week: 'In 7 days', month: 'In 30 days', later: 'Later', unclear: 'Date unclear',
  none: 'No due date', done: 'Done',
};

/** The name of a group. */
export function groupLabel({ heading }: Group, t: Translate): string {
  if (heading.by === 'document') return plain(heading.plan.title ?? fileName(heading.plan.uri), LONGEST_LABEL);
  if (heading.by === 'owner') return heading.owner === null ? t('No owner') : plain(heading.owner, LONGEST_LABEL);
  return t(spans[heading.span]);
}

/** What stands behind the name of a group: how much of it there is. */
export function groupDescription({ heading, rows }: Group, t: Translate): string {
  const { open, overdue, untracked, done } = countsOf(rows);
  if (heading.by !== 'document') return counted({ open, overdue: heading.by === 'due' ? 0 : overdue, untracked, done }, t);
  const { plan, isAmbiguous } = heading;
  const parts = [
    plan.tracked > 0 && t('{0} of {1} done', String(plan.done), String(plan.tracked)),
    overdue > 0 && t('{0} overdue', String(overdue)),
    untracked > 0 && t('{0} not tracked', String(untracked)),
    isAmbiguous && fileName(plan.uri),
  ];
  return joined(parts);
}

/** "3 open · 1 overdue". */
export function counted({ open, overdue, untracked, done }: Counts, t: Translate): string {
  return joined([
    open > 0 && t('{0} open', String(open)),
    overdue > 0 && t('{0} overdue', String(overdue)),
    untracked > 0 && t('{0} not tracked', String(untracked)),
    done > 0 && t('{0} done', String(done)),
  ]);
}

/** The name of an item, behind the word for what is overdue, unless its group says so: a narrow view shows no more. */
export function itemLabel({ item }: Row, by: Grouping, t: Translate): string {
  const title = plain(item.title, LONGEST_LABEL);
  return isOverdue(item) && by !== 'due' ? t('Overdue: {0}', title) : title;
}

/** What stands behind an item: what is told of it and not by its group. */
export function itemDescription(row: Row, by: Grouping, t: Translate): string {
  const { item, plan } = row;
  return joined([
    item.state === 'untracked' && t('not tracked'),
    dueWords(row, t),
    by !== 'owner' && item.owner,
    item.tickets.map(({ key }) => key).join(', '),
    by !== 'document' && (plan.title ?? fileName(plan.uri)),
  ]);
}

/** Everything that is known of an item, a line a fact. `path` is how the user knows the document. */
export function itemTooltip(row: Row, path: string, t: Translate): string {
  const { item, plan } = row;
  const { due } = item;
  const facts = [
    stateWords(row, t),
    item.owner === null ? t('No owner') : t('Owner: {0}', item.owner),
    due === null ? t('No due date') : t('Due: {0}', due.text),
    due !== null && due.date !== null && due.date !== due.text && t('That is {0}', due.date),
    due?.source === 'horizon' && t('The date follows from “{0}”.', item.group),
    isOverdue(item) && t('Overdue as of {0}', plan.asOf),
    item.tickets.length > 0 && t('Ticket: {0}', item.tickets.map(({ key }) => key).join(', ')),
    `${item.group} — ${plan.title ?? fileName(plan.uri)}`,
    `${path}:${item.line + 1}`,
  ];
  return [plain(item.text, LONGEST_TOOLTIP), '', ...facts.filter((fact) => fact !== false)].join('\n');
}

/** An item as a screen reader says it. */
export function itemSpoken(row: Row, by: Grouping, t: Translate): string {
  const { item } = row;
  const state = item.state === 'done' ? t('done') : item.state === 'open' ? t('open') : '';
  const owner = item.owner === null ? t('No owner') : t('Owner: {0}', item.owner);
  return [itemLabel(row, by, t), state, itemDescription({ ...row, item: { ...item, owner: null } }, by, t), owner].filter((part) => part !== '').join(', ').replaceAll(' · ', ', ');
}

function stateWords({ item: { state } }: Row, t: Translate): string {
  if (state === 'untracked') return t('Not tracked: the document does not say whether this is done');
  return state === 'done' ? t('Done') : t('Open');
}

function dueWords({ item }: Row, t: Translate): string {
  const { due, state } = item;
  if (!due || state === 'done') return '';
  const when = due.date ?? due.text;
  if (isOverdue(item)) return t('was due {0}', when);
  return due.source === 'horizon' ? t('due {0}, by its horizon', when) : t('due {0}', when);
}

const joined = (parts: readonly (string | false | null)[]): string => plain(parts.filter((part) => part !== false && part !== null && part !== '').join(' · '), LONGEST_LABEL);

/** A text without what would turn the direction of the words beside it, and no longer than it may be. */
function plain(text: string, longest: number): string {
  const seen = text.length > longest ? `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
  return seen.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');
}

/** The name of a file without its folders, as people read it. */
export function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
