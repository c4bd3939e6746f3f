import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { PlansResult, plansRequest, type PlansParams } from '../../../server/src/protocol';
import type { Ask } from '../ask';
import type { Detections } from '../detections';
import { documentsInTabs, editedIn } from '../tabs';
import type { Row } from './grouping';
import { rowsOf } from './rows';

/** How long a change waits for the next one, in milliseconds. */
const REST = 150;
/** Names of files that may be incident documents. A tab that nobody has looked at since the window was opened is not loaded, and nothing is known of it yet. */
const documentName = /\.(?:md|markdown|txt|text|incident|escalation|postmortem)$/i;
/** What is done within this time needs no word about it, in milliseconds. */
const PATIENCE = 500;

/** Has the messages of a request's progress told, by the token that was sent with it. */
export type Follow = (token: string, tell: (message: string) => void) => vscode.Disposable;

/**
 * The action items of the documents that are open, or of the whole workspace once that was asked for. They follow what is typed, and in
 * the workspace what becomes of the files that are listed, for as long as somebody looks at them.
 */
export class ListedPlans implements vscode.Disposable {
  private readonly known = new Map<string, readonly Row[]>();
  /** Documents of which something else may be listed now. */
  private readonly pending = new Set<string>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable;
  private watcher: vscode.FileSystemWatcher | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isAsking = false;
  private isShown = false;
  private left: PlansResult['leftOut'] = { documents: 0, items: 0 };

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly detections: Detections,
    private readonly ask: Ask,
    private readonly follow: Follow,
  ) {
    this.listeners = vscode.Disposable.from(
      this.changed,
      detections.onDidChange((uri) => this.note(uri)),
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const uri of [...opened, ...closed].map(editedIn)) if (uri) this.note(uri);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && detections.isIncident(document.uri)) this.note(document.uri);
      }),
    );
    for (const uri of documentsInTabs()) this.note(uri);
  }

  /** Whether the items of the whole workspace are listed. */
  get isWorkspace(): boolean {
    return this.watcher !== undefined;
  }

  get rows(): readonly Row[] {
    return [...this.known.values()].flat();
  }

  /** What there was too much of. */
  get leftOut(): PlansResult['leftOut'] {
    return this.left;
  }

  /** Whether an incident document is open. */
  get hasDocuments(): boolean {
    return documentsInTabs().some((uri) => this.detections.isIncident(uri));
  }

  /** Nobody is asked for what nobody sees. */
  show(isShown: boolean): void {
    this.isShown = isShown;
    this.schedule(0);
  }

  /** Lists the whole workspace, with a way to stop that once it takes long. False where it was stopped, or could not be done: then all is as before. */
  async collect(openOnly: boolean): Promise<boolean> {
    const source = new vscode.CancellationTokenSource();
    const workDoneToken = randomUUID();
    const told: { message?: string; tell?: (message: string) => void } = {};
    const following = this.follow(workDoneToken, (message) => {
      told.message = message;
      told.tell?.(message);
    });
    const params: PlansParams = { uris: null, openOnly, workDoneToken };
    const answer = this.ask(plansRequest, params, PlansResult, source.token);
    const timer = setTimeout(() => {
      const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Collecting action items'), cancellable: true };
      void vscode.window.withProgress(options, (progress, token) => {
        token.onCancellationRequested(() => source.cancel());
        told.tell = (message) => progress.report({ message });
        if (told.message !== undefined) told.tell(told.message);
        return answer;
      });
    }, PATIENCE);
    const result = await answer;
    clearTimeout(timer);
    following.dispose();
    source.dispose();
    if (!result) return false;
    this.left = result.leftOut;
    const before = new Map(this.known);
    this.known.clear();
    for (const plan of result.plans) {
      const key = keyOf(plan.uri);
      this.known.set(key, rowsOf({ ...plan, uri: key }, before.get(key) ?? []));
    }
    this.watch();
    this.changed.fire();
    return true;
  }

  /** Lists the documents that are open, and no others. */
  release(): void {
    this.watcher?.dispose();
    this.watcher = undefined;
    this.left = { documents: 0, items: 0 };
    for (const uri of this.known.keys()) if (!this.belongs(uri)) this.known.delete(uri);
    for (const uri of documentsInTabs()) this.note(uri);
    this.changed.fire();
  }

  private watch(): void {
    if (this.watcher) return;
    this.watcher = vscode.workspace.createFileSystemWatcher('**/*', true);
    const note = (uri: vscode.Uri): void => {
      if (this.known.has(uri.toString())) this.note(uri);
    };
    this.watcher.onDidChange(note);
    this.watcher.onDidDelete(note);
  }

  private note(uri: vscode.Uri): void {
    this.pending.add(uri.toString());
    this.schedule(REST);
  }

  private schedule(delay: number): void {
    if (!this.isShown || this.pending.size === 0 || this.timer !== undefined || this.isAsking) return;
    this.timer = setTimeout(() => void this.update(), delay);
  }

  private async update(): Promise<void> {
    this.timer = undefined;
    this.isAsking = true;
    const uris = [...this.pending];
    this.pending.clear();
    const asked = uris.filter((uri) => this.belongs(uri));
    const result = asked.length > 0 ? await this.ask(plansRequest, { uris: asked, openOnly: false } satisfies PlansParams, PlansResult) : null;
    if (result || asked.length === 0) {
      const plans = new Map(result?.plans.map((plan) => [keyOf(plan.uri), plan]));
      for (const uri of uris) {
        const plan = plans.get(uri);
        if (plan && this.belongs(uri)) this.known.set(uri, rowsOf({ ...plan, uri }, this.known.get(uri) ?? []));
        else this.known.delete(uri);
      }
      this.changed.fire();
    }
    this.isAsking = false;
    this.schedule(REST);
  }

  private belongs(uri: string): boolean {
    if (this.isWorkspace) return true;
    const opened = documentsInTabs().find((other) => other.toString() === uri);
    return opened !== undefined && (this.detections.of(opened) ? this.detections.isIncident(opened) : documentName.test(opened.path));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.watcher?.dispose();
    this.listeners.dispose();
  }
}

/** The editor's own spelling of a uri. */
const keyOf = (uri: string): string => vscode.Uri.parse(uri).toString();
