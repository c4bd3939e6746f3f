import * as vscode from 'vscode';
import { PreviewState } from '../../preview/messages';
import { sayNoIncidentDocument } from '../commands/not-here';
import { documentInFront, documentOf } from '../tabs';
import { nameOf } from '../target';
import { openPage } from './page';
import { revealLine } from './reveal';
import { ActionPlanView, type ViewParts } from './view';
import { EDITOR_TYPE, PREVIEW_TYPE } from './view-type';

/** The one panel that shows an action plan. It follows the active incident document, unless it is locked. */
export class ActionPlanPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private view: ActionPlanView | undefined;
  private locked = false;
  private readonly listeners: vscode.Disposable;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly parts: ViewParts,
  ) {
    const follow = (): void => this.follow();
    this.listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(follow),
      vscode.window.tabGroups.onDidChangeTabs(follow),
      parts.detections.onDidChange(follow),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        const renamed = files.find(({ oldUri }) => oldUri.toString() === this.source?.toString());
        if (renamed) this.show(renamed.newUri);
      }),
    );
  }

  /** The document whose plan is shown, if the panel is open. */
  get source(): vscode.Uri | undefined {
    return this.view?.source;
  }

  /** Whether the panel stays with its document. */
  get isLocked(): boolean {
    return this.locked;
  }

  /**
   * Opens the panel, or brings it to front, for the incident document that a menu names, else for the active one. False where there is
   * none and no panel either.
   */
  async open(where: { viewColumn: vscode.ViewColumn; preserveFocus: boolean }, named?: unknown): Promise<boolean> {
    const uri = this.incident(named);
    if (uri === undefined && this.view?.source === undefined) return false;
    if (this.panel === undefined) {
      this.attach(vscode.window.createWebviewPanel(PREVIEW_TYPE, vscode.l10n.t('Action Plan'), where));
    } else {
      this.panel.reveal(undefined, where.preserveFocus);
    }
    if (uri !== undefined) this.show(uri);
    return true;
  }

  /** Shows the incident document that a menu names, else the active one, in the custom editor, in place of its text; by its type any file can be. */
  async reopen(named?: unknown): Promise<void> {
    const uri = this.incident(named);
    if (uri === undefined) return sayNoIncidentDocument();
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    await vscode.commands.executeCommand('vscode.openWith', uri, EDITOR_TYPE);
    // What is not saved would be asked about, though it stays open.
    if (activeTab && !activeTab.isDirty && activeTab.input instanceof vscode.TabInputText && documentOf(activeTab)?.toString() === uri.toString()) await vscode.window.tabGroups.close(activeTab);
  }

  /** Takes over a panel of the session before. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (this.panel !== undefined) {
      panel.dispose();
      return;
    }
    const parsed = PreviewState.safeParse(state);
    this.locked = parsed.success && parsed.data.locked;
    this.attach(panel);
    const uri = parsed.success && parsed.data.uri !== null ? vscode.Uri.parse(parsed.data.uri) : undefined;
    if (uri === undefined) return this.lock(false);
    try {
      // The server knows open documents only.
      await vscode.workspace.openTextDocument(uri);
      if (this.source === undefined) this.show(uri);
    } catch {
      this.parts.log.info('The document of the restored action plan is gone.');
      this.lock(false);
    }
  }

  /** Has the panel stay with its document, or follow again. */
  lock(locked = !this.locked): void {
    this.locked = locked;
    this.follow();
    this.view?.refresh();
  }

  private attach(panel: vscode.WebviewPanel): void {
    const { webview } = panel;
    const icon = (theme: 'light' | 'dark'): vscode.Uri => vscode.Uri.joinPath(this.extension, 'media', `incident-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const isLocked = (): boolean => this.locked;
    const view = new ActionPlanView(
      webview,
      {
        column: vscode.ViewColumn.One,
        get locked() {
          return isLocked();
        },
        setLocked: (locked) => this.lock(locked),
        undo: (direction, uri) => this.undo(direction, uri),
      },
      this.parts,
    );
    panel.onDidDispose(() => {
      view.dispose();
      this.panel = undefined;
      this.view = undefined;
      this.locked = false;
    });
    this.panel = panel;
    this.view = view;
    openPage(webview, this.extension, 'panel');
  }

  private follow(): void {
    if (this.locked) return;
    const uri = this.activeIncident();
    if (uri !== undefined && uri.toString() !== this.source?.toString()) this.show(uri);
  }

  private show(uri: vscode.Uri): void {
    if (this.panel === undefined || this.view === undefined) return;
    this.panel.title = vscode.l10n.t('Action Plan: {0}', nameOf(uri));
    this.view.show(uri);
  }

  /** Takes back what was done in the page last; where the document was changed otherwise since, the editor's own undo is used. */
  private async undo(direction: 'undo' | 'redo', uri: vscode.Uri): Promise<boolean> {
    if (await this.parts.editor.undo(uri, direction)) return true;
    await revealLine(uri, null, vscode.ViewColumn.One);
    await vscode.commands.executeCommand(direction);
    return false;
  }

  private incident(named: unknown): vscode.Uri | undefined {
    return named instanceof vscode.Uri && this.parts.detections.isIncident(named) ? named : this.activeIncident();
  }

  private activeIncident(): vscode.Uri | undefined {
    const uri = documentInFront();
    return uri !== undefined && this.parts.detections.isIncident(uri) ? uri : undefined;
  }

  dispose(): void {
    this.listeners.dispose();
    this.panel?.dispose();
  }
}
