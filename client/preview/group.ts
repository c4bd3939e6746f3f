import type { ActionPlanModel } from '../../server/src/protocol/action-plan';
import type { Placed, Stretch } from './arrangement';
import { addForm } from './form';
import { icon } from './icons';
import { itemView, offTheTabKey } from './item';
import { button, firstItems, type Look } from './look';
import { element, type Tree } from './tree';
import { fill } from './words';

/** A stretch of the plan with the keys that its rows have. */
export interface Keyed {
  readonly key: string;
  readonly stretch: Stretch;
  readonly items: readonly (Placed & { readonly key: string })[];
}

/** Gives everything a key of its own, also where the document repeats itself. */
export function keyed(stretches: readonly Stretch[]): Keyed[] {
  const groupKey = counted();
  const itemKey = counted();
  return stretches.map((stretch) => ({
    key: groupKey(stretch.group ? `group ${stretch.group.id}` : 'all'),
    stretch,
    items: stretch.items.map((placed) => ({ ...placed, key: itemKey(placed.item.id) })),
  }));
}

/** A group of the document with its items, which folds; sorted items of all groups stand without one. */
export function groupView({ key, stretch: { group }, items }: Keyed, current: string | null, plan: ActionPlanModel, look: Look): Tree {
  const { strings, readOnly, form } = look;
  const limit = look.limits.get(key) ?? firstItems;
  const rows = items.slice(0, limit).map(({ key: row, item, group: own }) => itemView(item, { plan, group: own, key: row, isCurrent: row === current, tag: group ? null : own.label }, look));
  const list: Tree[] = [element('ul', 'items', { class: 'items', role: 'list' }, rows)];
  const rest = Math.min(items.length - limit, firstItems);
  if (rest > 0) list.push(button('more', 'link more', fill(strings.more, rest), { 'data-group': key }));
  if (group && readOnly === null && (group.canAdd || group.canChecklist)) {
    const isOpen = form?.kind === 'add' && form.group === group.id;
    const gestures = [...(group.canAdd && !isOpen ? [addButton(group.id, fill(strings.addItemTo, group.label), look)] : []), ...(group.canChecklist ? [checklistButton(group.id, fill(strings.checklistOf, group.label), look)] : [])];
    if (isOpen) list.push(element('div', 'add form', { 'data-add': group.id }, [addForm(plan, look)]));
    list.push(element('div', 'gestures', { class: 'gestures' }, gestures));
  }
  if (!group) return element('section', key, { class: 'all' }, list);
  return element('details', key, { 'data-group': key }, [summary(group, key, key === current, look), ...list], { initial: { open: !look.collapsed.has(key) } });
}

/** The button that opens the form for a new item. */
export function addButton(group: string | null, says: string, { strings }: Look): Tree {
  return gestureButton('add', group, strings.addItem, says);
}

function checklistButton(group: string, says: string, { strings }: Look): Tree {
  return gestureButton('checklist', group, strings.checklist, says);
}

/** A button for a whole group, or for the plan. */
function gestureButton(gesture: 'add' | 'checklist', group: string | null, words: string, says: string): Tree {
  return button(gesture, 'link', [icon(gesture), element('span', 'words', {}, words)], { title: says, 'aria-label': `${words}: ${says}`, ...(group === null ? {} : { 'data-group': group }) });
}

function summary(group: NonNullable<Stretch['group']>, key: string, isCurrent: boolean, { strings, cursor }: Look): Tree {
  const { label, window, done, tracked, items, line } = group;
  const progress = fill(strings.progress, done, items.length);
  const heading: Tree[] = [icon('chevron'), element('span', 'label', { class: 'label', role: 'heading', 'aria-level': '3' }, label)];
  if (window !== null && !label.includes(window)) heading.push(element('span', 'window', { class: 'window' }, fill(strings.window, window)));
  if (tracked > 0) {
    heading.push(element('span', 'count', { class: 'count', title: progress, 'aria-hidden': 'true' }, `${done}/${items.length}`), bar(done, items.length, fill(strings.groupProgress, label, progress)));
  } else heading.push(element('span', 'count', { class: 'count' }, fill(strings.untrackedMore, items.length)));
  const head = element('summary', 'summary', { class: `row${cursor === line ? ' at-cursor' : ''}`, 'data-row': key, 'data-line': String(line) }, heading);
  return isCurrent ? head : offTheTabKey(head);
}

/** How much of something is done. */
export function bar(done: number, total: number, label: string): Tree {
  return element('progress', 'bar', { 'aria-label': label, class: done === total ? 'complete' : '' }, [], { properties: { max: total, value: done } });
}

/** Makes keys unique: the second of the same name gets a number. */
function counted(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  };
}
