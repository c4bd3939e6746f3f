import { ENGLISH, HostMessage, PreviewState, Strings, type PreviewMessage } from './messages';
import { patch } from './tree';
import { nothingView, planView } from './view';

/** What VS Code gives to the script of a webview. */
declare function acquireVsCodeApi(): {
  postMessage(message: PreviewMessage): void;
  getState(): unknown;
  setState(state: PreviewState): void;
};

/** How long an offer to undo stays, in milliseconds. */
const OFFER = 10_000;

const host = acquireVsCodeApi();
const page = document.getElementById('plan') as HTMLElement;
const noteBar = document.getElementById('note') as HTMLElement;
const strings = readStrings();
const saved = PreviewState.safeParse(host.getState());
const restored: PreviewState = saved.success ? saved.data : { uri: null, scroll: 0, collapsed: [] };

let shown: { uri: string; version: number } | null = null;
let collapsed = new Set<string>();
let noteTimer: ReturnType<typeof setTimeout> | undefined;

function readStrings(): Strings {
  try {
    const parsed = Strings.safeParse(JSON.parse(document.body.dataset['strings'] ?? '{}'));
    if (parsed.success) return { ...ENGLISH, ...parsed.data };
  } catch {
    // English will do.
  }
  return ENGLISH;
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const parsed = HostMessage.safeParse(data);
  if (!parsed.success) return;
  const message = parsed.data;
  if (message.type === 'note') showNote(message.text, message.undo);
  else if (message.type === 'plan') showPlan(message);
  else {
    shown = null;
    patch(page, nothingView(strings));
    save();
  }
});

function showPlan({ plan, readOnly }: Extract<HostMessage, { type: 'plan' }>): void {
  const other = shown?.uri !== plan.uri;
  if (other) {
    // Another document starts at its top, with every group open; the one of before a reload goes on where it was.
    collapsed = new Set(restored.uri === plan.uri && shown === null ? restored.collapsed : []);
    page.replaceChildren();
    noteBar.replaceChildren();
  }
  const first = shown === null;
  shown = { uri: plan.uri, version: plan.version };
  patch(page, planView(plan, { strings, readOnly, collapsed }));
  if (other) window.scrollTo({ top: first && restored.uri === plan.uri ? restored.scroll : 0 });
  save();
}

function save(): void {
  host.setState({ uri: shown?.uri ?? restored.uri, scroll: window.scrollY, collapsed: [...collapsed] });
}

function showNote(text: string, undo: boolean): void {
  clearTimeout(noteTimer);
  patch(noteBar, [
    { tag: 'span', key: 'text', text },
    ...(undo ? [{ tag: 'button', key: 'undo', attributes: { type: 'button', 'data-gesture': 'undo' }, text: strings.undo }] : []),
  ]);
  noteTimer = setTimeout(() => noteBar.replaceChildren(), OFFER);
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const gesture = target?.closest<HTMLElement>('[data-gesture]');
  const item = target?.closest('.item');
  if (gesture?.dataset['gesture'] === 'problems') host.postMessage({ type: 'problems' });
  else if (gesture?.dataset['gesture'] === 'undo') {
    noteBar.replaceChildren();
    host.postMessage({ type: 'undo' });
  } else if (item && !target?.closest('.mark')) reveal(item);
});

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || shown === null) return;
  const id = target.dataset['id'];
  if (id !== undefined) host.postMessage({ type: 'toggle', uri: shown.uri, version: shown.version, id, done: target.checked });
});

document.addEventListener('keydown', (event) => {
  const target = event.target instanceof HTMLElement ? event.target : null;
  const command = event.ctrlKey || event.metaKey;
  if (command && !event.altKey && ['z', 'y'].includes(event.key.toLowerCase())) {
    // The page has nothing to undo; what was ticked is undone in the document.
    event.preventDefault();
    event.stopPropagation();
    host.postMessage({ type: event.key.toLowerCase() === 'y' || event.shiftKey ? 'redo' : 'undo' });
  } else if (event.key === 'Enter' && target instanceof HTMLInputElement) {
    const item = target.closest('.item');
    if (item) reveal(item);
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !command && target?.closest('.item, summary')) {
    event.preventDefault();
    step(target, event.key === 'ArrowDown' ? 1 : -1);
  }
});

document.addEventListener(
  'toggle',
  ({ target }) => {
    if (!(target instanceof HTMLDetailsElement)) return;
    const key = target.dataset['group'];
    if (key === undefined) return;
    if (target.open) collapsed.delete(key);
    else collapsed.add(key);
    save();
  },
  true,
);

/** The element that last had the focus, as long as it is on the page. */
let lastFocused: HTMLElement | null = null;
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement) lastFocused = target;
});
window.addEventListener('focus', () => {
  // The editor takes the focus from the page when it leaves: who comes back by keyboard goes on where they were.
  if (document.activeElement === document.body && lastFocused?.isConnected) lastFocused.focus({ preventScroll: true });
});

let scrolling = 0;
window.addEventListener('scroll', () => {
  cancelAnimationFrame(scrolling);
  scrolling = requestAnimationFrame(save);
});

function reveal(item: Element): void {
  const line = Number(item.querySelector<HTMLElement>('.text')?.dataset['line']);
  if (shown !== null && Number.isInteger(line)) host.postMessage({ type: 'reveal', uri: shown.uri, line });
}

/** Moves the focus to the same place of the next item or group that can be seen. */
function step(from: HTMLElement, by: 1 | -1): void {
  const stops = [...page.querySelectorAll<HTMLElement>('summary, .item')].filter((stop) => stop.getClientRects().length > 0);
  const here = stops.findIndex((stop) => stop.contains(from));
  const next = stops[here + by];
  const box = from instanceof HTMLInputElement ? next?.querySelector<HTMLElement>('input:enabled') : null;
  (box ?? next?.querySelector<HTMLElement>('.text') ?? next)?.focus();
}

host.postMessage({ type: 'ready' });
