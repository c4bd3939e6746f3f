import { listen } from './gestures';
import { listenToKeys } from './keyboard';
import { HostMessage } from './messages';
import { Page, type WebviewHost } from './page';
import { entryWords } from './timeline';
import { element, patch } from './tree';
import type { Strings } from './words';

declare function acquireVsCodeApi(): WebviewHost;

/** How long an offer to undo stays, in milliseconds. */
const OFFER = 10_000;

/** Written into the page by the extension, all of them. */
const strings = JSON.parse(document.body.dataset['strings'] ?? '{}') as Strings;
const page = new Page(acquireVsCodeApi(), document.getElementById('plan') as HTMLElement, strings);
const noteBar = document.getElementById('note') as HTMLElement;
let noteTimer: ReturnType<typeof setTimeout> | undefined;
/** The last version of the document in which what is offered can be taken back. */
let offered: number | null = null;

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const parsed = HostMessage.safeParse(data);
  if (!parsed.success) return;
  const message = parsed.data;
  if (message.type === 'note') showNote(message);
  else if (message.type === 'absent') page.showAbsence(message);
  else if (message.type === 'cursor') showCursor(message);
  else {
    if (page.plan?.uri !== message.plan.uri || (offered !== null && message.plan.version > offered)) hideNote();
    page.show(message);
    watchWidth();
  }
});

listen(page);
// The custom editor's own undo is the document's: there the keys are left to VS Code.
listenToKeys(page, document.body.dataset['host'] !== 'editor');

function showNote({ text, undo, refused }: Extract<HostMessage, { type: 'note' }>): void {
  clearTimeout(noteTimer);
  noteBar.className = refused ? 'refused' : '';
  offered = undo;
  patch(noteBar, [
    element('span', 'text', {}, text),
    ...(undo !== null ? [element('button', 'undo', { type: 'button', class: 'link', 'data-gesture': 'undo' }, strings.undo)] : []),
  ]);
  noteTimer = setTimeout(hideNote, OFFER);
}

function hideNote(): void {
  clearTimeout(noteTimer);
  offered = null;
  noteBar.replaceChildren();
}
noteBar.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('button')) hideNote();
});

/** Marks what the cursor is on, and brings it into view unless someone is at work in the page. */
function showCursor({ uri, line }: Extract<HostMessage, { type: 'cursor' }>): void {
  if (page.plan?.uri !== uri) return;
  page.change({ cursor: line });
  if (!document.hasFocus()) page.root.querySelector('.row.at-cursor, .entry.at-cursor')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** The drawing of the timeline is as wide as its place. */
const width = new ResizeObserver(([entry]) => {
  const now = Math.floor(entry?.contentRect.width ?? 0);
  if (now > 0 && now !== page.look.strip.width) page.change({ strip: { ...page.look.strip, width: now } });
});
let watched: Element | null = null;
function watchWidth(): void {
  const place = page.root.querySelector('[data-strip]');
  if (place === watched) return;
  width.disconnect();
  watched = place;
  if (place) width.observe(place);
}

/** Says below the drawing what is pointed at. */
function caption({ target }: Event): void {
  const index = target instanceof Element ? target.closest<SVGElement>('.entry')?.dataset['entry'] : undefined;
  const entry = index === undefined ? undefined : page.plan?.timeline?.entries[Number(index)];
  const place = page.root.querySelector('.caption');
  if (entry && place) place.textContent = entryWords(entry, strings);
}
document.addEventListener('pointerover', caption);
document.addEventListener('focusin', caption);
document.addEventListener(
  'wheel',
  (event) => {
    const strip = event.ctrlKey && event.target instanceof Element ? event.target.closest('[data-strip]') : null;
    if (!strip) return;
    event.preventDefault();
    page.root.querySelector<HTMLElement>(`[data-zoom="${event.deltaY < 0 ? 'in' : 'out'}"]`)?.click();
  },
  { passive: false },
);

/** The element that last had the focus, as long as it is on the page. */
let lastFocused: HTMLElement | SVGElement | null = null;
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement || target instanceof SVGElement) lastFocused = target;
});
window.addEventListener('focus', () => {
  // The editor takes the focus from the page when it leaves: who comes back by keyboard goes on where they were.
  if (document.activeElement === document.body && lastFocused?.isConnected) lastFocused.focus({ preventScroll: true });
});

let scrolling = 0;
window.addEventListener('scroll', () => {
  cancelAnimationFrame(scrolling);
  scrolling = requestAnimationFrame(() => page.remember());
});

page.send({ type: 'ready' });
