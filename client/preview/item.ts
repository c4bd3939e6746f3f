import type { ActionGroupModel, ActionItemModel, ActionPlanModel } from '../../server/src/protocol/action-plan';
import { formOf } from './form';
import { icon } from './icons';
import { button, lineButton, unseen, type Look } from './look';
import { element, type Tree } from './tree';
import { fill } from './words';

/** Where an item is drawn. `tag` is the label of its group where it stands among items of other groups. */
export interface Place {
  readonly plan: ActionPlanModel;
  readonly group: ActionGroupModel;
  readonly key: string;
  readonly isCurrent: boolean;
  readonly tag: string | null;
}

/** The row of an item. Its cells are the very trees of before where nothing about it has changed but its line: that changes with every line above. */
export function itemView(item: ActionItemModel, place: Place, look: Look): Tree {
  const { key } = place;
  const isAtCursor = look.cursor === item.line;
  const cells = [...cellsOf(item, place, look), element('span', 'line', { class: 'line', 'aria-hidden': 'true' }, String(item.line + 1))];
  const className = `item row ${item.state}${isAtCursor ? ' at-cursor' : ''}`;
  return element('li', key, { class: className, 'data-row': key, 'data-id': item.id, 'data-line': String(item.line) }, cells);
}

function cellsOf(item: ActionItemModel, place: Place, look: Look): readonly Tree[] {
  const { key, isCurrent, tag, group, plan } = place;
  const form = look.form && look.form.kind !== 'add' && look.form.row === key ? look.form : null;
  const offered = form && [form.kind, group.id, plan.owners, plan.groups.map(({ id }) => id)];
  const signature = JSON.stringify([{ ...item, line: 0 }, isCurrent, look.readOnly, tag, offered, plan.newIssue === null, plan.groups.length > 1, item.due?.source === 'horizon' && group.label]);
  const before = look.drawn.get(key);
  if (before?.signature === signature) return before.cells;
  const made = [...makeCells(item, place, look), ...(form ? [formOf(form, item, place, look)] : [])];
  const cells = isCurrent ? made : made.map(offTheTabKey);
  look.drawn.set(key, { signature, cells });
  return cells;
}

function makeCells(item: ActionItemModel, place: Place, look: Look): Tree[] {
  const { strings, readOnly } = look;
  const id = `item-${place.key}`;
  const body: Tree[] = [button('reveal', 'text plain', item.title, { id, 'data-control': 'text', title: strings.revealLine })];
  const details = detailsOf(item, place.tag, look);
  if (details.length > 0) body.push(element('ul', 'details', { class: 'details', role: 'list' }, details));
  const cells: Tree[] = [
    element('span', 'mark', { class: 'mark' }, [mark(item, id, look)]),
    element('div', 'body', { class: 'body' }, body),
    element('div', 'facts', { class: 'cells' }, [ownerCell(item, look), dueCell(item, place, look)]),
    element('div', 'tools', { class: 'tools' }, toolsOf(item, place, look)),
  ];
  if (item.likelyDone && item.state !== 'done') {
    const { line, text: evidence } = item.likelyDone;
    const content = [lineButton('evidence', 'link', line, look, [icon('hint'), element('span', 'words', {}, fill(strings.likelyDone, evidence))])];
    if (readOnly === null && item.gestures.includes('toggle')) content.push(button('accept', 'small', strings.accept));
    cells.push(element('div', 'likely', { class: 'likely' }, content));
  }
  return cells;
}

/** A box where the document has one that can be set; else a mark of the state, never a box that would change nothing. */
function mark(item: ActionItemModel, labelledBy: string, { strings, readOnly }: Look): Tree {
  const canToggle = readOnly === null && item.gestures.includes('toggle');
  // No box that is empty: that would say that it is open. What nothing tracks can be marked as done where the document has a way to say so.
  if (item.state === 'untracked' && canToggle) {
    const says = `${strings.untracked}. ${strings.accept}`;
    return button('accept', 'untracked-mark', [icon('untracked')], { 'data-control': 'toggle', title: says, 'aria-label': `${says}: ${item.title}` });
  }
  if (item.state === 'untracked' || (readOnly === null && !canToggle)) {
    const says = { untracked: strings.untracked, done: strings.stateDone, open: strings.stateOpen }[item.state];
    return element('span', item.state, { class: `${item.state}-mark`, role: 'img', title: says, 'aria-label': says }, [icon(item.state)]);
  }
  return element('label', 'box', {}, [
    element(
      'input',
      'input',
      { type: 'checkbox', 'data-control': 'toggle', 'aria-labelledby': labelledBy, ...(readOnly === null ? {} : { 'aria-describedby': 'read-only', title: readOnly }) },
      [],
      { properties: { checked: item.state === 'done', disabled: readOnly !== null } },
    ),
    unseen('name', fill(strings.done, item.title)),
  ]);
}

/** What stands below an item: tickets, priority and kind, and its group where it is not under that. */
function detailsOf(item: ActionItemModel, tag: string | null, { strings }: Look): Tree[] {
  const details: Tree[] = [];
  const say = (key: string, className: string, words: string, title: string): void => {
    details.push(element('li', key, { class: `detail ${className}`, title }, [unseen('name', title), element('span', 'words', { class: 'words', 'aria-hidden': 'true' }, words)]));
  };
  if (tag !== null) say('group', 'group', tag, fill(strings.under, tag));
  for (const { key, url } of new Map(item.tickets.map((ticket) => [ticket.key, ticket])).values()) {
    const title = fill(url ? strings.openTicket : strings.ticket, key);
    // an address that is none of the web would be refused by the server; the page takes no chance
    if (url && /^https?:\/\//i.test(url)) {
      details.push(element('li', `ticket ${key}`, { class: 'detail ticket' }, [element('a', 'link', { href: url, title: `${title}\n${url}`, 'data-control': `ticket ${key}` }, [icon('ticket'), element('span', 'words', { class: 'words' }, key)])]));
    } else details.push(element('li', `ticket ${key}`, { class: 'detail ticket', title }, [icon('ticket'), unseen('name', title), element('span', 'words', { class: 'words', 'aria-hidden': 'true' }, key)]));
  }
  if (item.priority) say('priority', 'priority', item.priority, fill(strings.priority, item.priority));
  if (item.type) {
    const { value, stated } = item.type;
    say('type', stated ? 'type' : 'type derived', strings[value], fill(stated ? strings.type : strings.typeByWords, strings[value]));
  }
  return details;
}

function ownerCell(item: ActionItemModel, look: Look): Tree {
  const { strings } = look;
  if (item.owner === null) return cell('owner', '', item.unowned ? strings.noOwner : strings.ownerInText, strings.setOwner, item, look);
  return cell('owner', `${strings.ownerLabel}: `, item.owner, fill(strings.changeOwner, item.owner), item, look);
}

function dueCell(item: ActionItemModel, { group }: Place, look: Look): Tree {
  const { strings } = look;
  const { due } = item;
  if (due === null) return cell('due', '', strings.noDue, strings.setDue, item, look);
  const isLate = due.overdue && item.state !== 'done';
  const isDerived = due.source === 'horizon';
  const words = isDerived ? (due.date ?? due.text) : due.text;
  const says = [words, ...(isLate ? [strings.overdue] : []), ...(isDerived ? [fill(strings.derived, group.label)] : [])].join(', ');
  const notes = [...(isLate ? [element('span', 'late', { class: 'note late' }, strings.overdue)] : []), ...(isDerived ? [element('span', 'derived', { class: 'note' }, strings.derivedBrief)] : [])];
  return cell(isDerived ? 'due derived' : 'due', `${strings.dueLabel}: `, words, fill(strings.changeDue, says), item, look, notes);
}

/** A fact that can be changed is a button; where nothing can be written back, or there is nothing to say of what is done, it is none. */
function cell(kind: string, label: string, words: string, change: string, item: ActionItemModel, { readOnly }: Look, notes: readonly Tree[] = []): Tree {
  const gesture = kind.startsWith('owner') ? 'owner' : 'due';
  const className = `cell ${kind}${label === '' ? ' empty' : ''}`;
  const content = [icon(gesture), ...(label === '' ? [] : [unseen('label', label)]), element('span', 'words', { class: 'words' }, words), ...notes];
  if (readOnly !== null || !item.gestures.includes(gesture)) return element('span', `${gesture} said`, { class: className }, label === '' && item.state === 'done' ? [] : content);
  return button('form', className, content, { title: change, 'data-form': gesture, 'data-control': gesture }, gesture);
}

function toolsOf(item: ActionItemModel, { plan }: Place, { strings, readOnly }: Look): Tree[] {
  const tools: Tree[] = [];
  const add = (gesture: string, name: 'move' | 'issue', label: string): void => {
    tools.push(button(gesture, 'icon-button', [icon(name)], { 'aria-label': label, title: label, 'data-control': name, ...(gesture === 'form' ? { 'data-form': name } : {}) }, name));
  };
  if (readOnly === null && item.gestures.includes('move') && plan.groups.length > 1) add('form', 'move', strings.move);
  if (plan.newIssue !== null) add('newIssue', 'issue', strings.newIssue);
  return tools;
}

/** Of the rows one is on the way of the Tab key; the arrow keys go to the others. */
export function offTheTabKey(tree: Tree): Tree {
  const isStop = ['button', 'input', 'a', 'summary'].includes(tree.tag);
  return {
    ...tree,
    ...(isStop ? { attributes: { ...tree.attributes, tabindex: '-1' } } : {}),
    ...(tree.children && tree.tag !== 'svg' ? { children: tree.children.map(offTheTabKey) } : {}),
  };
}

