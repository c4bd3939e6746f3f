import type { ActionGroupModel, ActionItemModel, ActionPlanModel } from '../../server/src/protocol';
import { icon } from './icons';
import type { Strings } from './messages';
import type { Tree } from './tree';

/** How the plan is to be drawn, beside what is in it. */
export interface Look {
  readonly strings: Strings;
  /** Why nothing can be ticked, or null. */
  readonly readOnly: string | null;
  /** Keys of the groups that start folded. */
  readonly collapsed: ReadonlySet<string>;
}

/** A plan as it could be written: shown where a document has none. */
const SAMPLE = `## Action items

### Immediate
- [x] Roll the gateway back to 4.1 (owner: @mira)

### Next month
- [ ] Alert on queue length (OPS-142, due: 2026-12-01)`;

/** The whole page for a plan. */
export function planView(plan: ActionPlanModel, look: Look): Tree[] {
  const children: Tree[] = [header(plan, look)];
  if (look.readOnly !== null && plan.tracked > 0) children.push({ tag: 'p', key: 'readOnly', attributes: { id: 'read-only', class: 'hint' }, text: look.readOnly });
  if (plan.total === 0) children.push(emptyView(look.strings.emptyTitle, look.strings.emptyText, SAMPLE));
  else children.push(...groups(plan, look));
  return children;
}

/** The page where there is no document to show. */
export function nothingView(strings: Strings): Tree[] {
  return [emptyView(strings.nothingTitle, strings.nothingText, null)];
}

/** The sentence with `{0}`, `{1}` replaced. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (hole, index: string) => String(values[Number(index)] ?? hole));
}

function emptyView(title: string, text: string, sample: string | null): Tree {
  const children: Tree[] = [
    { tag: 'h2', text: title },
    { tag: 'p', text },
  ];
  if (sample !== null) children.push({ tag: 'pre', text: sample });
  return { tag: 'section', key: 'empty', attributes: { class: 'empty' }, children };
}

function header(plan: ActionPlanModel, { strings }: Look): Tree {
  const { status, severity, customer } = plan;
  const facts = [
    ...fact('status', strings.status, status?.value ?? null),
    ...fact('severity', severity?.label ?? '', severity?.value ?? null),
    ...fact('customer', strings.customer, customer?.value ?? null),
  ];
  const children: Tree[] = [
    { tag: 'p', key: 'kind', attributes: { class: 'kind' }, text: strings[plan.kind] },
    { tag: 'h1', key: 'title', text: plan.title ?? strings.untitled },
  ];
  if (facts.length > 0) children.push({ tag: 'dl', key: 'facts', attributes: { class: 'facts' }, children: facts });
  if (plan.total > 0) children.push(progress(plan, strings));
  if (plan.problems > 0) children.push(problems(plan.problems, strings));
  return { tag: 'header', key: 'header', children };
}

function fact(key: string, label: string, value: string | null): Tree[] {
  return value === null || value === '' ? [] : [{ tag: 'div', key, children: [{ tag: 'dt', text: label }, { tag: 'dd', text: value }] }];
}

function progress(plan: ActionPlanModel, strings: Strings): Tree {
  const untracked = plan.total - plan.tracked;
  // Measured by all items: a plan of which one in nine is known to be done is not a full bar.
  const done = fill(strings.progress, plan.done, plan.total);
  const summary: Tree[] =
    plan.tracked === 0
      ? [{ tag: 'span', key: 'none', text: fill(strings.noneTracked, plan.total) }]
      : [{ tag: 'strong', key: 'done', text: done }];
  if (plan.tracked > 0 && untracked > 0) summary.push({ tag: 'span', key: 'rest', attributes: { class: 'dim' }, text: fill(strings.untrackedMore, untracked) });
  const children: Tree[] = [{ tag: 'p', key: 'summary', attributes: { role: 'status', 'aria-live': 'polite' }, children: summary }];
  if (plan.tracked > 0) children.push(bar(plan.done, plan.total, done));
  return { tag: 'div', key: 'progress', attributes: { class: 'progress' }, children };
}

function bar(done: number, total: number, label: string): Tree {
  return {
    tag: 'progress',
    key: 'bar',
    attributes: { 'aria-label': label, class: done === total ? 'complete' : '' },
    properties: { max: total, value: done },
  };
}

function problems(count: number, strings: Strings): Tree {
  return {
    tag: 'button',
    key: 'problems',
    attributes: { type: 'button', class: 'problems', 'data-gesture': 'problems', title: strings.showProblems },
    children: [icon('problems'), { tag: 'span', text: fill(strings.problems, count) }],
  };
}

function groups(plan: ActionPlanModel, look: Look): Tree[] {
  const groupKey = counted();
  const itemKey = counted();
  return plan.groups.map((group) => groupView(group, groupKey(group.label), itemKey, look));
}

function groupView(group: ActionGroupModel, key: string, itemKey: (id: string) => string, look: Look): Tree {
  const { strings } = look;
  const total = group.items.length;
  const progress = fill(strings.progress, group.done, total);
  const heading: Tree[] = [
    icon('chevron'),
    { tag: 'span', key: 'label', attributes: { class: 'label', role: 'heading', 'aria-level': '2' }, text: group.label },
  ];
  if (group.tracked > 0) {
    heading.push(
      { tag: 'span', key: 'count', attributes: { class: 'count', title: progress, 'aria-hidden': 'true' }, text: `${group.done}/${total}` },
      bar(group.done, total, fill(strings.groupProgress, group.label, progress)),
    );
  } else {
    heading.push({ tag: 'span', key: 'none', attributes: { class: 'count none' }, text: fill(strings.untrackedMore, total) });
  }
  return {
    tag: 'details',
    key,
    attributes: { 'data-group': key },
    initial: { open: !look.collapsed.has(key) },
    children: [
      { tag: 'summary', key: 'summary', children: heading },
      { tag: 'ul', key: 'items', attributes: { role: 'list' }, children: group.items.map((item) => itemView(item, itemKey(item.id), look)) },
    ],
  };
}

function itemView(item: ActionItemModel, key: string, look: Look): Tree {
  const { strings } = look;
  const id = `item-${key}`;
  const line = String(item.line + 1);
  const chips = [
    ...(item.owner === null ? [] : [chip('owner', item.owner, fill(strings.owner, item.owner))]),
    ...(item.due === null ? [] : [chip('due', item.due.text, fill(strings.due, item.due.text))]),
    ...item.tickets.map(({ key: ticket }) => chip('ticket', ticket, fill(strings.ticket, ticket))),
  ];
  const body: Tree[] = [
    {
      tag: 'button',
      key: 'text',
      attributes: { type: 'button', class: 'text', id, 'data-gesture': 'reveal', 'data-line': String(item.line), title: fill(strings.reveal, line) },
      text: item.title,
    },
  ];
  if (chips.length > 0) body.push({ tag: 'ul', key: 'chips', attributes: { class: 'chips', role: 'list' }, children: chips });
  return {
    tag: 'li',
    key,
    attributes: { class: `item ${item.state}` },
    children: [
      { tag: 'span', key: 'mark', attributes: { class: 'mark' }, children: [mark(item, id, look)] },
      { tag: 'div', key: 'body', attributes: { class: 'body' }, children: body },
      { tag: 'span', key: 'line', attributes: { class: 'line', 'aria-hidden': 'true' }, text: line },
    ],
  };
}

/** A box where the document has one; else a mark of the state, never a box that would change nothing. */
function mark(item: ActionItemModel, labelledBy: string, { strings, readOnly }: Look): Tree {
  if (item.state === 'untracked' || !item.gestures.includes('toggle')) {
    const says = { untracked: strings.untracked, done: strings.stateDone, open: strings.stateOpen }[item.state];
    return {
      tag: 'span',
      key: item.state,
      attributes: { class: `${item.state}-mark`, role: 'img', 'aria-label': says, title: says },
      children: [icon(item.state)],
    };
  }
  return {
    tag: 'label',
    key: 'box',
    children: [
      {
        tag: 'input',
        key: 'input',
        attributes: {
          type: 'checkbox',
          'data-gesture': 'toggle',
          'data-id': item.id,
          'aria-labelledby': labelledBy,
          ...(readOnly === null ? {} : { 'aria-describedby': 'read-only', title: readOnly }),
        },
        properties: { checked: item.state === 'done', disabled: readOnly !== null },
      },
      { tag: 'span', key: 'name', attributes: { class: 'hidden' }, text: fill(strings.done, item.title) },
    ],
  };
}

function chip(kind: 'owner' | 'due' | 'ticket', value: string, title: string): Tree {
  return {
    tag: 'li',
    key: `${kind} ${value}`,
    attributes: { class: `chip ${kind}`, title },
    children: [icon(kind), { tag: 'span', attributes: { class: 'hidden' }, text: title }, { tag: 'span', attributes: { 'aria-hidden': 'true' }, text: value }],
  };
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
