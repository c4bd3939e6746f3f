import * as vscode from 'vscode';
import { HostMessage, PreviewMessage } from '../../preview/messages';
import type { Plans } from '../plans';
import { revealLine } from './reveal';
import { toggle, type ToggleEdit } from './toggle';
import { ToggleHistory } from './toggle-history';

/** The action plan of one document in one webview, whatever holds the webview. */
export class ActionPlanView implements vscode.Disposable {
  private readonly listeners: vscode.Disposable[] = [];
  private readonly histories = new Map<string, ToggleHistory>();
  private asking = false;
  private stale = false;
  private disposed = false;
  private shown: vscode.Uri | undefined;

  constructor(
    private readonly webview: vscode.Webview,
    private readonly plans: Plans,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.listeners.push(
      webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.isShown(document)) this.refresh();
      }),
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (this.isShown(document)) this.refresh();
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
        const plan = uri && (await this.plans.plan(uri));
        if (this.disposed || uri !== this.shown) continue;
        // Rather the plan of a moment ago than an empty page: a document that is closed has no plan to ask for.
        if (plan) this.post({ type: 'plan', plan, readOnly: readOnlyReason(uri as vscode.Uri) });
        else if (uri === undefined || isOpen(uri)) this.post({ type: 'nothing' });
      } while (this.stale && !this.disposed);
    } finally {
      this.asking = false;
    }
  }

  private async receive(received: unknown): Promise<void> {
    const parsed = PreviewMessage.safeParse(received);
    if (!parsed.success) {
      this.log.warn('The preview sent a message that is none.');
      return;
    }
    const message = parsed.data;
    try {
      if (message.type === 'ready') this.refresh();
      else if (message.type === 'reveal') await revealLine(vscode.Uri.parse(message.uri), message.line);
      else if (message.type === 'toggle') await this.toggleAndTell(vscode.Uri.parse(message.uri), message.id, message.done, message.version);
      else if (message.type === 'problems') await vscode.commands.executeCommand('workbench.actions.view.problems');
      else await this.undo(message.type);
    } catch (error) {
      this.log.error(`The preview's “${message.type}” failed.`, error);
      this.note(vscode.l10n.t('The document could not be opened.'));
    }
  }

  /** Sets a checkbox; resolves to null, or to a sentence that says why it could not be set. Saves nothing. */
  async toggle(uri: vscode.Uri, id: string, done: boolean, seen?: number): Promise<string | null> {
    const readOnly = readOnlyReason(uri);
    if (readOnly !== null) return readOnly;
    const document = await vscode.workspace.openTextDocument(uri);
    let toggled: Parameters<ToggleHistory['add']> | undefined;
    const outcome = await toggle(
      {
        version: () => document.version,
        ask: (params) => this.plans.edit(params),
        apply: async (edit) => {
          const from = document.version;
          const back = backOf(document, edit);
          const applied = await this.apply(document, edit);
          if (applied) toggled = [{ edit, back }, from, document.version];
          return applied;
        },
      },
      { uri: uri.toString(), version: seen ?? document.version, gesture: { kind: 'toggle', id, done } },
    );
    if (toggled !== undefined) this.history(uri).add(...toggled);
    if ('applied' in outcome) return null;
    return outcome.refused ?? vscode.l10n.t('The document changed meanwhile; please try again.');
  }

  private async toggleAndTell(uri: vscode.Uri, id: string, done: boolean, seen: number): Promise<void> {
    const refused = await this.toggle(uri, id, done, seen);
    if (refused === null) {
      this.note(done ? vscode.l10n.t('Marked as done.') : vscode.l10n.t('Marked as open.'), true);
    } else {
      this.note(refused);
      // The box that was clicked shows what was wished for: draw what is.
      this.refresh();
    }
  }

  /** Takes the last toggle back; where the document was changed otherwise since, the editor's own undo is used. */
  private async undo(direction: 'undo' | 'redo'): Promise<void> {
    const uri = this.shown;
    if (uri === undefined || readOnlyReason(uri) !== null) return;
    const document = await vscode.workspace.openTextDocument(uri);
    const history = this.history(uri);
    const edit = history.next(direction, document.version);
    if (edit !== null && (await this.apply(document, edit))) {
      history.moved(direction, document.version);
      this.note(direction === 'undo' ? vscode.l10n.t('Undone.') : vscode.l10n.t('Redone.'));
      return;
    }
    await revealLine(uri, null);
    await vscode.commands.executeCommand(direction);
  }

  private apply(document: vscode.TextDocument, edit: ToggleEdit): Thenable<boolean> {
    const change = new vscode.WorkspaceEdit();
    for (const { range, newText } of edit.edits) change.replace(document.uri, rangeOf(range), newText);
    return vscode.workspace.applyEdit(change);
  }

  private history(uri: vscode.Uri): ToggleHistory {
    const key = uri.toString();
    const history = this.histories.get(key) ?? new ToggleHistory();
    this.histories.set(key, history);
    return history;
  }

  private note(text: string, undo = false): void {
    this.post({ type: 'note', text, undo });
  }

  private post(message: HostMessage): void {
    if (!this.disposed) void this.webview.postMessage(message);
  }

  private isShown(document: vscode.TextDocument): boolean {
    return this.shown !== undefined && document.uri.toString() === this.shown.toString();
  }

  dispose(): void {
    this.disposed = true;
    for (const listener of this.listeners) listener.dispose();
  }
}

function rangeOf({ start, end }: ToggleEdit['edits'][number]['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** The edits that undo others. A toggle stays within its line, and none of several edits of one changes its length. */
function backOf(document: vscode.TextDocument, { edits }: ToggleEdit): ToggleEdit['edits'] {
  return edits.map(({ range, newText }) => ({
    range: { start: range.start, end: { line: range.start.line, character: range.start.character + newText.length } },
    newText: document.getText(rangeOf(range)),
  }));
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}

/** Why a document cannot be changed, or null. Unsaved documents have no file system and can. */
export function readOnlyReason(uri: vscode.Uri): string | null {
  if (uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false) return null;
  return vscode.l10n.t('This document is read-only.');
}
