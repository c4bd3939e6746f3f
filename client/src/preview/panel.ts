import * as vscode from 'vscode';
import { PreviewState } from '../../preview/messages';
import type { Detections } from '../detections';
import type { Plans } from '../plans';
import { page, resourceRoot } from './page';
import { ActionPlanView } from './view';
import { PREVIEW_TYPE } from './view-type';

/** The one panel that shows an action plan. It follows the active incident document. */
export class ActionPlanPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private view: ActionPlanView | undefined;
  private readonly listeners: vscode.Disposable;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly detections: Detections,
    private readonly plans: Plans,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.follow()),
      detections.onDidChange((uri) => {
        this.follow();
        if (uri.toString() === this.source?.toString()) this.view?.refresh();
      }),
    );
  }

  /** The document whose plan is shown, if the panel is open. */
  get source(): vscode.Uri | undefined {
    return this.view?.source;
  }

  /**
   * Opens the panel, or brings it to front, for the incident document that a menu names, else for the active one. False where there is
   * none and no panel either.
   */
  async open(where: { viewColumn: vscode.ViewColumn; preserveFocus: boolean }, named?: unknown): Promise<boolean> {
    const uri = named instanceof vscode.Uri && this.detections.isIncident(named) ? named : this.activeIncident();
    if (uri === undefined && this.view?.source === undefined) return false;
    if (this.panel === undefined) {
      this.attach(vscode.window.createWebviewPanel(PREVIEW_TYPE, vscode.l10n.t('Action Plan'), where));
    } else {
      this.panel.reveal(undefined, where.preserveFocus);
    }
    if (uri !== undefined) this.show(uri);
    return true;
  }

  /** Takes over a panel of the session before. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (this.panel !== undefined) {
      panel.dispose();
      return;
    }
    this.attach(panel);
    const parsed = PreviewState.safeParse(state);
    const uri = parsed.success && parsed.data.uri !== null ? vscode.Uri.parse(parsed.data.uri) : undefined;
    if (uri === undefined) return;
    try {
      // The server knows open documents only.
      await vscode.workspace.openTextDocument(uri);
      if (this.source === undefined) this.show(uri);
    } catch {
      this.log.info('The document of the restored action plan is gone.');
    }
  }

  /** As `ActionPlanView.toggle`. */
  async toggle(uri: vscode.Uri, id: string, done: boolean): Promise<string | null> {
    if (this.view === undefined) return vscode.l10n.t('Open the action plan first.');
    return this.view.toggle(uri, id, done);
  }

  private attach(panel: vscode.WebviewPanel): void {
    const { webview } = panel;
    const icon = (theme: 'light' | 'dark'): vscode.Uri => vscode.Uri.joinPath(this.extension, 'media', `incident-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    webview.options = { enableScripts: true, localResourceRoots: [resourceRoot(this.extension)] };
    const view = new ActionPlanView(webview, this.plans, this.log);
    panel.onDidDispose(() => {
      view.dispose();
      this.panel = undefined;
      this.view = undefined;
    });
    this.panel = panel;
    this.view = view;
    webview.html = page(webview, this.extension);
  }

  private follow(): void {
    const uri = this.activeIncident();
    if (uri !== undefined && uri.toString() !== this.source?.toString()) this.show(uri);
  }

  private show(uri: vscode.Uri): void {
    if (this.panel === undefined || this.view === undefined) return;
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    this.panel.title = vscode.l10n.t('Action Plan: {0}', name);
    this.view.show(uri);
  }

  private activeIncident(): vscode.Uri | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return uri !== undefined && this.detections.isIncident(uri) ? uri : undefined;
  }

  dispose(): void {
    this.listeners.dispose();
    this.panel?.dispose();
  }
}
