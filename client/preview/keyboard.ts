import { closeForm, openForm, rowOf, zoom } from './gestures';
import { controlOf, type Page } from './page';

/** Of the list of items, without a form: what is typed there is typed. */
const letters: Readonly<Record<string, (page: Page, row: HTMLElement) => void>> = {
  x: (_, row) => row.querySelector<HTMLInputElement>('[data-control="toggle"]:enabled')?.click(),
  o: (page, row) => openForm(page, row, 'owner'),
  d: (page, row) => openForm(page, row, 'due'),
  m: (page, row) => openForm(page, row, 'move'),
  j: (page, row) => step(page, row, 1),
  k: (page, row) => step(page, row, -1),
  '/': (page) => page.root.querySelector<HTMLElement>('[data-choice="words"]')?.focus(),
};

/** Where in its row the focus was last: it stays there on its way over headings. */
let column = 'toggle';

/** Everything that can be pressed can be pressed without a mouse. `ownsUndo`: nobody else hears the keys that undo. */
export function listenToKeys(page: Page, ownsUndo: boolean): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const key = event.key.toLowerCase();
    const isTyping = target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'checkbox');
    if (event.isComposing || target === null) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      if (!ownsUndo || isTyping || (key !== 'z' && key !== 'y')) return;
      // The page has nothing to undo; what was done in it is undone in the document.
      event.preventDefault();
      event.stopPropagation();
      page.send({ type: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
      return;
    }
    if (event.altKey || event.metaKey) return;
    const isTaken = escaped(page, key, target) || inStrip(page, event.key, target) || (!isTyping && inList(page, event.key, key, target));
    if (isTaken) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  document.addEventListener('focusin', ({ target }) => {
    const row = target instanceof Element ? rowOf(target)?.dataset['row'] : undefined;
    column = (target instanceof HTMLElement ? target.dataset['control'] : undefined) ?? column;
    if (row !== undefined && row !== page.currentRow) page.change({ current: row });
    const entry = target instanceof SVGElement ? Number(target.dataset['entry'] ?? NaN) : NaN;
    if (Number.isInteger(entry) && entry !== page.look.strip.entry) page.change({ strip: { ...page.look.strip, entry } });
  });
}

function escaped(page: Page, key: string, target: Element): boolean {
  if (key !== 'escape') return false;
  if (target.closest('form')) {
    closeForm(page);
    return true;
  }
  if (target instanceof HTMLInputElement && target.dataset['choice'] === 'words' && target.value !== '') {
    target.value = '';
    target.dispatchEvent(new Event('input', { bubbles: true }));
    return true;
  }
  return false;
}

function inStrip(page: Page, key: string, target: Element): boolean {
  const entry = target.closest<SVGElement>('.entry');
  if (!entry) return false;
  if (key === '+' || key === '=' || key === '-' || key === '0') {
    zoom(page, key === '-' ? 'out' : key === '0' ? 'fit' : 'in');
    entry.scrollIntoView({ block: 'nearest', inline: 'center' });
    return true;
  }
  if (key === 'Enter' || key === ' ') {
    entry.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    return true;
  }
  const entries = [...page.root.querySelectorAll<SVGElement>('.entry')];
  const here = entries.indexOf(entry);
  const next = { ArrowRight: entries[here + 1], ArrowLeft: entries[here - 1], Home: entries[0], End: entries.at(-1) }[key];
  next?.focus();
  return next !== undefined;
}

function inList(page: Page, key: string, letter: string, target: Element): boolean {
  const row = rowOf(target);
  if (!row || target.closest('form')) return false;
  const work = letters[letter];
  if (work) {
    work(page, row);
    return true;
  }
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    step(page, row, key === 'ArrowDown' ? 1 : -1);
    return true;
  }
  if (key === 'Home' || key === 'End') {
    const rows = visibleRows(page);
    focusRow(rows.at(key === 'Home' ? 0 : -1));
    return true;
  }
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const group = row.localName === 'summary' ? row.parentElement : null;
    if (group instanceof HTMLDetailsElement) group.open = key === 'ArrowRight';
    else {
      const controls = [...row.querySelectorAll<HTMLElement>('a[href], button, input:enabled')];
      controls[controls.indexOf(target as HTMLElement) + (key === 'ArrowRight' ? 1 : -1)]?.focus();
    }
    return true;
  }
  if (key === 'Enter' && target instanceof HTMLInputElement) {
    controlOf(row, 'text')?.click();
    return true;
  }
  return false;
}

function visibleRows(page: Page): HTMLElement[] {
  return [...page.root.querySelectorAll<HTMLElement>('.row')].filter((row) => row.checkVisibility());
}

/** Moves the focus to the same place of the next row that can be seen. */
function step(page: Page, from: HTMLElement, by: 1 | -1): void {
  const rows = visibleRows(page);
  focusRow(rows[rows.indexOf(from) + by]);
}

function focusRow(row: HTMLElement | undefined): void {
  if (row) controlOf(row, column)?.focus();
}
