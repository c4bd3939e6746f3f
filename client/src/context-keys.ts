import * as vscode from 'vscode';
import type { Detections } from './detections';
import type { Plans } from './plans';

/**
 * Keeps `incidentDocs.started`, `incidentDocs.active` (the active editor shows an incident document),
 * `incidentDocs.hasActionPlan` (and that document has action items) and `incidentDocs.paths` (of the incident documents that are open),
 * for menus and keybindings.
 */
export class ContextKeys implements vscode.Disposable {
  private readonly values = new Map<string, string>();
  private readonly listeners: vscode.Disposable;

  constructor(
    private readonly detections: Detections,
    private readonly plans: Plans,
  ) {
    const refresh = (): void => void this.refresh();
    this.listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(refresh),
      vscode.workspace.onDidSaveTextDocument(refresh),
      detections.onDidChange(refresh),
    );
    this.set('incidentDocs.started', true);
  }

  private async refresh(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const active = document !== undefined && this.detections.isIncident(document.uri);
    this.set('incidentDocs.active', active);
    this.set('incidentDocs.paths', vscode.workspace.textDocuments.filter(({ uri }) => this.detections.isIncident(uri)).map(({ uri }) => uri.fsPath));
    const plan = active ? await this.plans.plan(document.uri) : null;
    if (vscode.window.activeTextEditor?.document === document) this.set('incidentDocs.hasActionPlan', plan !== null && plan.total > 0);
  }

  private set(key: string, value: boolean | string[]): void {
    const written = JSON.stringify(value);
    if (this.values.get(key) === written) return;
    this.values.set(key, written);
    void vscode.commands.executeCommand('setContext', key, value);
  }

  dispose(): void {
    this.listeners.dispose();
    for (const key of this.values.keys()) void vscode.commands.executeCommand('setContext', key, false);
  }
}
