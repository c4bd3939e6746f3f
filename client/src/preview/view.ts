import * as vscode from 'vscode';
import type { HostMessage } from '../../preview/messages';
import { PreviewMessage } from '../../preview/requests';
import type { Detections } from '../detections';
import type { Plans } from '../plans';
import { documentOf, hasTab } from '../tabs';
import { nameOf } from '../target';
import { newIssueAddress } from './new-issue';
import type { PlanEditor } from './plan-editor';
import { readOnlyReason } from './read-only';
import { revealLine } from './reveal';

/** What the two hosts of a view do each in its own way. */
export interface ViewHost {
  /** Where a document is shown that is open nowhere. */
  readonly column: vscode.ViewColumn;
  /** Whether the view stays with its document; null where it has but one. */
  readonly locked: boolean | null;
  setLocked(locked: boolean): void;
  /** Takes back, or does again, what was done last. */
  undo(direction: 'undo' | 'redo', uri: vscode.Uri): Promise<boolean>;
}

/** What the view works with. */
export interface ViewParts {
  readonly plans: Plans;
  readonly detections: Detections;
  readonly editor: PlanEditor;
  readonly log: vscode.LogOutputChannel;
}

/** The action plan of one document in one webview, whatever holds the webview. */
export class ActionPlanView implements vscode.Disposable {
  private readonly listeners: vscode.Disposable;
  private asking = false;
  private stale = false;
  private disposed = false;
  private shown: vscode.Uri | undefined;

  constructor(
    private readonly webview: vscode.Webview,
    private readonly host: ViewHost,
    private readonly parts: ViewParts,
  ) {
    this.listeners = vscode.Disposable.from(
      webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.isShown(document.uri)) this.refresh();
      }),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        if (this.isShown(uri)) this.refresh();
      }),
      // Its text stays in memory for a while: what a person closed is gone where its file is.
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        const uri = closed.map(documentOf).find((closing) => closing && this.isShown(closing));
        if (uri && !hasTab(uri)) void this.lookForFile(uri);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('files') || event.affectsConfiguration('incidentDocs')) this.refresh();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections, kind }) => {
        // Where the page itself put the cursor it knows already.
        if (kind !== undefined && this.isShown(document.uri)) this.post({ type: 'cursor', uri: document.uri.toString(), line: selections[0]?.active.line ?? 0 });
      }),
      parts.detections.onDidChange((uri) => {
        if (this.isShown(uri)) this.refresh();
      }),
    );
  }

  /** The document whose plan is shown. */
  get source(): vscode.Uri | undefined {
    return this.shown;
  }

  /** Shows the plan of another document. */
  show(uri: vscode.Uri): void {
    this.shown = uri;
    this.refresh();
  }

  /** Asks for the plan and draws it. Requests never overlap: what came meanwhile is asked for once, behind the running one. */
  refresh(): void {
    if (this.asking) this.stale = true;
    else void this.ask();
  }

  private async ask(): Promise<void> {
    this.asking = true;
    try {
      do {
        this.stale = false;
        const uri = this.shown;
        const document = uri && openDocument(uri);
        const [plan, readOnly] = await Promise.all([uri && this.parts.plans.plan(uri), document ? readOnlyReason(document) : null]);
        if (this.disposed || uri !== this.shown) continue;
        // Rather the plan of a moment ago than an empty page: a document that is closed has no plan to ask for.
        if (plan) this.post({ type: 'plan', plan, readOnly, locked: this.host.locked });
        else if (uri === undefined) this.post({ type: 'absent', why: 'nothing', locked: this.host.locked });
        // A server that gave no answer has not said that it is none.
        else if (document && this.parts.detections.of(uri)?.kind === 'none') this.post({ type: 'absent', why: 'other', locked: this.host.locked });
      } while (this.stale && !this.disposed);
    } finally {
      this.asking = false;
    }
  }

  private async receive(received: unknown): Promise<void> {
    const parsed = PreviewMessage.safeParse(received);
    if (!parsed.success) {
      this.parts.log.warn('The preview sent a message that is none.');
      return;
    }
    const message = parsed.data;
    const uri = 'uri' in message ? vscode.Uri.parse(message.uri) : this.shown;
    try {
      if (message.type === 'ready') this.refresh();
      else if (message.type === 'problems') await vscode.commands.executeCommand('workbench.actions.view.problems');
      else if (message.type === 'lock') this.host.setLocked(message.locked);
      else if (uri === undefined) return;
      else if (message.type === 'reveal') await revealLine(uri, message.line, this.host.column);
      else if (message.type === 'gesture') await this.edit(uri, message);
      else if (message.type === 'undo' || message.type === 'redo') await this.undo(uri, message.type);
      else if (message.type === 'newIssue') await this.openNewIssue(uri, message.id);
      else if (message.type === 'treat') await vscode.commands.executeCommand('incidentDocs.treatAsIncident', uri);
      // The page has the focus, so that there is no active text editor: the document is named.
      else if (message.type === 'copy') await vscode.commands.executeCommand('incidentDocs.copyActionPlanAs', message.format, uri);
      else if (message.type === 'export') await vscode.commands.executeCommand('incidentDocs.exportActionPlan', undefined, uri);
      else await vscode.commands.executeCommand('incidentDocs.customerSafeCopy', undefined, uri);
    } catch (error) {
      this.parts.log.error(`The preview's “${message.type}” failed.`, error);
      if (uri === undefined || !(await this.lookForFile(uri))) this.note(vscode.l10n.t('This did not work; the log tells why.'), { refused: true });
    }
  }

  private async edit(uri: vscode.Uri, { gesture, version }: Extract<PreviewMessage, { type: 'gesture' }>): Promise<void> {
    const refused = await this.parts.editor.edit(uri, gesture, version);
    if (refused === null) return this.note(said(gesture), { undo: versionOf(uri) });
    this.note(refused, { refused: true });
    // The box that was clicked shows what was wished for: draw what is.
    this.refresh();
  }

  private async undo(uri: vscode.Uri, direction: 'undo' | 'redo'): Promise<void> {
    if (await this.host.undo(direction, uri)) this.note(direction === 'undo' ? vscode.l10n.t('Undone.') : vscode.l10n.t('Redone.'));
  }

  /** Opens the form for a new issue, which a person sends or not. */
  private async openNewIssue(uri: vscode.Uri, id: string): Promise<void> {
    const plan = await this.parts.plans.plan(uri);
    const item = plan?.groups.flatMap(({ items }) => items).find((candidate) => candidate.id === id);
    const address = plan?.newIssue && item ? newIssueAddress(plan.newIssue, item, plan, nameOf(uri), (sentence, ...values) => vscode.l10n.t(sentence, ...values)) : null;
    if (address === null) this.note(vscode.l10n.t('This item is no longer in the document.'), { refused: true });
    // as a string: a Uri would write its encoded parts anew
    else await vscode.env.openExternal(address as unknown as vscode.Uri);
  }

  /** Whether the file of a document is gone; the page says so where it was the one shown. */
  private async lookForFile(uri: vscode.Uri): Promise<boolean> {
    if (uri.scheme !== 'untitled') {
      const isThere = await vscode.workspace.fs.stat(uri).then(() => true, (error: unknown) => !(error instanceof vscode.FileSystemError && error.code === 'FileNotFound'));
      if (isThere) return false;
    }
    if (!this.disposed && this.isShown(uri)) this.post({ type: 'absent', why: 'gone', locked: this.host.locked });
    return true;
  }

  private note(text: string, { undo = null, refused = false }: { undo?: number | null; refused?: boolean } = {}): void {
    this.post({ type: 'note', text, undo, refused });
  }

  private post(message: HostMessage): void {
    if (!this.disposed) void this.webview.postMessage(message);
  }

  private isShown(uri: vscode.Uri): boolean {
    return this.shown !== undefined && uri.toString() === this.shown.toString();
  }

  dispose(): void {
    this.disposed = true;
    this.listeners.dispose();
  }
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
}

function versionOf(uri: vscode.Uri): number | null {
  return openDocument(uri)?.version ?? null;
}

/** What was done, in a sentence. */
function said(gesture: Extract<PreviewMessage, { type: 'gesture' }>['gesture']): string {
  switch (gesture.kind) {
    case 'toggle':
      return gesture.done ? vscode.l10n.t('Marked as done.') : vscode.l10n.t('Marked as open.');
    case 'setOwner':
      return gesture.owner === null ? vscode.l10n.t('Owner removed.') : vscode.l10n.t('Owner set: {0}', gesture.owner);
    case 'setDue':
      return gesture.due === null ? vscode.l10n.t('Due date removed.') : vscode.l10n.t('Due date set: {0}', gesture.due);
    case 'move':
      return vscode.l10n.t('Item moved.');
    case 'addItem':
      return vscode.l10n.t('Item added.');
    case 'makeChecklist':
      return vscode.l10n.t('Boxes added.');
  }
}
