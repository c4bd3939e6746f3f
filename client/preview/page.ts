import type { ActionPlanModel, PlanGesture } from '../../server/src/protocol/action-plan';
import { everything, type ChoiceOfItems } from './arrangement';
import { firstItems, type Look, type OpenForm, type Strip } from './look';
import { PreviewState, type HostMessage } from './messages';
import type { PreviewMessage } from './requests';
import { patch } from './tree';
import { absentView, planView } from './view';
import type { Strings } from './words';

/** What VS Code gives to the script of a webview. */
export interface WebviewHost {
  postMessage(message: PreviewMessage): void;
  getState(): unknown;
  setState(state: PreviewState): void;
}

type ShowPlan = Extract<HostMessage, { type: 'plan' }>;

/** The page: the plan that it shows, how a person wants to see it, and the element that it is drawn in. */
export class Page {
  private shown: ShowPlan | null = null;
  private collapsed = new Set<string>();
  private choice: ChoiceOfItems;
  private form: OpenForm | null = null;
  private current: string | null = null;
  private cursor: number | null = null;
  private strip: Strip;
  private limits = new Map<string, number>();
  private readonly drawn: Look['drawn'] = new Map();
  private readonly restored: PreviewState;
  private locked: boolean;

  constructor(
    private readonly host: WebviewHost,
    readonly root: HTMLElement,
    readonly strings: Strings,
  ) {
    const saved = PreviewState.safeParse(host.getState());
    this.restored = saved.success ? saved.data : { uri: null, locked: false, scroll: 0, collapsed: [], choice: everything, zoom: 1 };
    this.choice = this.restored.choice;
    this.locked = this.restored.locked;
    this.strip = { width: 0, zoom: this.restored.zoom, entry: 0 };
  }

  get plan(): ActionPlanModel | null {
    return this.shown?.plan ?? null;
  }

  get look(): Pick<Look, 'choice' | 'form' | 'strip'> & { readonly locked: boolean } {
    return { choice: this.choice, form: this.form, strip: this.strip, locked: this.locked };
  }

  get currentRow(): string | null {
    return this.current;
  }

  show(message: ShowPlan): void {
    const { plan } = message;
    const first = this.shown === null;
    const isOther = this.shown?.plan.uri !== plan.uri;
    const isRestored = first && this.restored.uri === plan.uri;
    if (isOther) {
      // Another document starts at its top, with every group open and every item shown; the one of before a reload goes on where it was.
      this.collapsed = new Set(isRestored ? this.restored.collapsed : []);
      if (!first) this.choice = { ...this.choice, words: '' };
      this.form = null;
      this.current = null;
      this.cursor = null;
      this.limits = new Map();
      this.strip = { ...this.strip, zoom: isRestored ? this.restored.zoom : 1, entry: 0 };
      this.drawn.clear();
      this.root.replaceChildren();
    }
    this.shown = message;
    this.locked = message.locked ?? false;
    this.draw();
    if (isOther) window.scrollTo({ top: isRestored ? this.restored.scroll : 0 });
    this.remember();
  }

  showAbsence({ why, locked }: Extract<HostMessage, { type: 'absent' }>): void {
    this.shown = null;
    this.locked = locked ?? false;
    patch(this.root, absentView(why, locked, this.strings));
    this.remember();
  }

  /** Changes how the plan is shown. */
  change(change: Partial<{ choice: ChoiceOfItems; form: OpenForm | null; current: string; strip: Strip; cursor: number }>): void {
    Object.assign(this, change);
    this.draw();
    if (change.choice || change.strip) this.remember();
  }

  fold(key: string, isFolded: boolean): void {
    if (this.collapsed.has(key) === isFolded) return;
    if (isFolded) this.collapsed.add(key);
    else this.collapsed.delete(key);
    this.remember();
  }

  drawMore(group: string): void {
    this.limits.set(group, (this.limits.get(group) ?? firstItems) + firstItems);
    this.draw();
  }

  /** What is drawn of a row is no longer what was drawn: a box that was clicked shows what was wished for. */
  forget(row: string): void {
    this.drawn.delete(row);
  }

  draw(): void {
    if (this.shown === null) return;
    const { strings, collapsed, choice, form, current, cursor, limits, drawn } = this;
    const strip = { ...this.strip, width: this.strip.width || this.root.clientWidth || 600 };
    const focus = focusOf(document.activeElement);
    patch(this.root, planView(this.shown.plan, { strings, readOnly: this.shown.readOnly, locked: this.shown.locked, collapsed, choice, form, current, cursor, strip, limits, drawn }));
    if (focus) restoreFocus(this.root, focus);
  }

  send(message: PreviewMessage): void {
    this.host.postMessage(message);
  }

  /** Sends what a person did to the plan as they see it. */
  sendGesture(gesture: PlanGesture): void {
    if (this.shown === null) return;
    const { uri, version } = this.shown.plan;
    this.send({ type: 'gesture', uri, version, gesture });
  }

  /** Keeps what a reload goes on from. */
  remember(): void {
    const { locked, choice, collapsed } = this;
    this.host.setState({ uri: this.plan?.uri ?? this.restored.uri, locked, scroll: window.scrollY, collapsed: [...collapsed], choice, zoom: this.strip.zoom });
  }
}

/** Where the focus was: a control of a row, which may be drawn anew under another key because its words changed. */
interface Focus {
  readonly element: Element;
  readonly row: string;
  readonly line: string;
  readonly control: string;
}

function focusOf(focused: Element | null): Focus | null {
  const row = focused?.closest<HTMLElement>('.row');
  if (!focused || !row) return null;
  return { element: focused, row: row.dataset['row'] ?? '', line: row.dataset['line'] ?? '', control: (focused as HTMLElement).dataset['control'] ?? '' };
}

function restoreFocus(root: HTMLElement, { element, row, line, control }: Focus): void {
  if (element.isConnected && element === document.activeElement) return;
  const rows = [...root.querySelectorAll<HTMLElement>('.row')];
  const found = rows.find((candidate) => candidate.dataset['row'] === row) ?? rows.find((candidate) => candidate.dataset['line'] === line);
  if (found) controlOf(found, control)?.focus({ preventScroll: true });
}

/** A control of a row by its name; the one that leads to the text where there is none of that name. */
export function controlOf(row: HTMLElement, name: string): HTMLElement | null {
  const named = row.querySelector<HTMLElement>(`[data-control="${CSS.escape(name)}"]:enabled, a[data-control="${CSS.escape(name)}"]`);
  return named ?? row.querySelector<HTMLElement>('[data-control="text"]') ?? row;
}
