import type { PlanGesture } from '../../server/src/protocol/action-plan';
import { everything, orders, type Show } from './arrangement';
import type { OpenForm } from './look';
import type { CopyFormat } from './requests';
import { controlOf, type Page } from './page';
import { mostZoom } from './timeline';

/** What the buttons do, by the name in `data-gesture`. */
const clicks: Readonly<Record<string, (page: Page, target: HTMLElement) => void>> = {
  reveal: (page, target) => page.plan && page.send({ type: 'reveal', uri: page.plan.uri, line: Number(target.dataset['line'] ?? rowOf(target)?.dataset['line']) }),
  problems: (page) => page.send({ type: 'problems' }),
  lock: (page) => page.send({ type: 'lock', locked: !page.look.locked }),
  undo: (page) => page.send({ type: 'undo' }),
  treat: (page) => page.send({ type: 'treat' }),
  accept: (page, target) => withId(target, (id) => page.sendGesture({ kind: 'toggle', id, done: true })),
  form: (page, target) => openForm(page, rowOf(target), target.dataset['form'] as 'owner' | 'due' | 'move'),
  add: (page, target) => {
    page.change({ form: { kind: 'add', group: target.dataset['group'] ?? null } });
    focusForm(page);
  },
  cancel: (page) => closeForm(page),
  remove: (page, target) => withId(target, (id) => {
    page.sendGesture(page.look.form?.kind === 'due' ? { kind: 'setDue', id, due: null } : { kind: 'setOwner', id, owner: null });
    closeForm(page);
  }),
  checklist: (page, target) => page.sendGesture({ kind: 'makeChecklist', group: target.dataset['group'] ?? null }),
  more: (page, { dataset }) => page.drawMore(dataset['group'] ?? ''),
  show: (page, { dataset }) => page.change({ choice: { ...page.look.choice, show: dataset['show'] as Show } }),
  clear: (page) => {
    page.change({ choice: { ...page.look.choice, words: everything.words, show: everything.show } });
    const input = page.root.querySelector<HTMLInputElement>('[data-choice="words"]');
    if (input) input.value = '';
    input?.focus();
  },
  copy: (page, { dataset }) => page.plan && page.send({ type: 'copy', uri: page.plan.uri, format: dataset['format'] as CopyFormat }),
  export: (page) => page.plan && page.send({ type: 'export', uri: page.plan.uri }),
  customerSafe: (page) => page.plan && page.send({ type: 'customerSafe', uri: page.plan.uri }),
  newIssue: (page, target) => withId(target, (id) => page.plan && page.send({ type: 'newIssue', uri: page.plan.uri, id })),
  zoom: (page, { dataset }) => zoom(page, dataset['zoom'] as 'in' | 'out' | 'fit'),
};

/** Does what is pressed, chosen and sent on the page. */
export function listen(page: Page): void {
  document.addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-gesture]') : null;
    if (pressed && pressed.getAttribute('aria-disabled') !== 'true') clicks[pressed.dataset['gesture'] ?? '']?.(page, pressed);
  });
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset['control'] === 'toggle') {
      page.forget(rowOf(target)?.dataset['row'] ?? '');
      withId(target, (id) => page.sendGesture({ kind: 'toggle', id, done: target.checked }));
    } else if (target instanceof HTMLSelectElement && target.dataset['choice'] === 'order') {
      const order = orders.find((name) => name === target.value);
      if (order) page.change({ choice: { ...page.look.choice, order } });
    }
  });
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset['choice'] === 'words') page.change({ choice: { ...page.look.choice, words: target.value } });
  });
  document.addEventListener('submit', (event) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) submit(page, event.target);
  });
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.dataset['group'] !== undefined) page.fold(target.dataset['group'], !target.open);
    },
    true,
  );
}

/** Opens a form in a row, and puts the focus into it. */
export function openForm(page: Page, row: HTMLElement | null, kind: 'owner' | 'due' | 'move'): void {
  const key = row?.dataset['row'];
  if (key === undefined || !row?.querySelector(`[data-form="${kind}"]`)) return;
  page.change({ form: { kind, row: key }, current: key });
  focusForm(page);
}

/** Gives a form up, and puts the focus back to where it was opened. */
export function closeForm(page: Page): void {
  const { form } = page.look;
  if (!form) return;
  const opener = page.root.querySelector<HTMLElement>('form')?.closest<HTMLElement>('.row, [data-add]');
  page.change({ form: null });
  if (form.kind !== 'add') {
    if (opener) controlOf(opener, form.kind)?.focus();
  } else adder(page, form)?.focus();
}

/** Draws the timeline wider or narrower; the middle of what is seen stays. */
export function zoom(page: Page, way: 'in' | 'out' | 'fit'): void {
  const { strip } = page.look;
  const to = way === 'fit' ? 1 : Math.min(mostZoom, Math.max(1, strip.zoom * (way === 'in' ? 2 : 0.5)));
  if (to === strip.zoom) return;
  const scroll = page.root.querySelector<HTMLElement>('[data-strip]');
  const middle = scroll ? (scroll.scrollLeft + scroll.clientWidth / 2) / scroll.scrollWidth : 0.5;
  page.change({ strip: { ...strip, zoom: to } });
  if (scroll) scroll.scrollLeft = middle * scroll.scrollWidth - scroll.clientWidth / 2;
}

function submit(page: Page, form: HTMLFormElement): void {
  const { form: open } = page.look;
  if (!open) return;
  const values = new FormData(form);
  const value = (name: string): string | null => String(values.get(name) ?? '').trim() || null;
  const due = form.querySelector<HTMLInputElement>('[name="due"]');
  // a date that was half typed has no value, and is not the same as none
  if (due && due.validity.badInput) return due.focus();
  let gesture: PlanGesture;
  if (open.kind === 'add') {
    const text = value('text');
    if (text === null) return form.querySelector<HTMLElement>('[name="text"]')?.focus();
    gesture = { kind: 'addItem', group: open.group, text, owner: value('owner'), due: value('due') };
  } else {
    const id = form.closest<HTMLElement>('.item')?.dataset['id'];
    const group = value('group');
    if (id === undefined) return;
    if (open.kind === 'owner') gesture = { kind: 'setOwner', id, owner: value('owner') };
    else if (open.kind === 'due') gesture = { kind: 'setDue', id, due: value('due') };
    else if (group !== null) gesture = { kind: 'move', id, group };
    else return;
  }
  page.sendGesture(gesture);
  closeForm(page);
}

function focusForm(page: Page): void {
  const input = page.root.querySelector<HTMLElement>('form input, form select');
  input?.focus();
  input?.scrollIntoView({ block: 'nearest' });
  if (input instanceof HTMLInputElement && input.type === 'text') input.select();
}

function adder(page: Page, { group }: Extract<OpenForm, { kind: 'add' }>): HTMLElement | null {
  return page.root.querySelector<HTMLElement>(group === null ? '[data-gesture="add"]:not([data-group])' : `[data-gesture="add"][data-group="${CSS.escape(group)}"]`);
}

export function rowOf(target: Element): HTMLElement | null {
  return target.closest<HTMLElement>('.row');
}

function withId(target: Element, work: (id: string) => void): void {
  const id = target.closest<HTMLElement>('.item')?.dataset['id'];
  if (id !== undefined) work(id);
}
