import * as vscode from 'vscode';
import type { Detections } from './detections';

/** What the sample can be opened for, and the command that shows it. */
const views: Readonly<Record<string, string>> = {
  problems: 'workbench.actions.view.problems',
  outline: 'outline.focus',
  actionPlan: 'incidentDocs.openActionPlanToSide',
  share: 'incidentDocs.copyActionPlanAs',
};

/** What the sample was last opened for: the steps of the walkthrough are done by it. */
const LAST_VIEW = 'incidentDocs.sample';

/** A post-mortem to try things on: an untitled copy of one of the examples, which is no file of anybody's. */
export class Sample {
  private document: vscode.TextDocument | undefined;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly detections: Detections,
  ) {}

  /** Opens the sample, or shows it where it is open already, and then the view that is asked for: a key of `views`. */
  async open(view: unknown): Promise<void> {
    const document = this.document && !this.document.isClosed ? this.document : await this.create();
    this.document = document;
    await vscode.window.showTextDocument(document);
    const command = typeof view === 'string' ? views[view] : undefined;
    if (command === undefined) return;
    await this.recognized(document.uri);
    await vscode.commands.executeCommand(command);
    await vscode.commands.executeCommand('setContext', LAST_VIEW, view);
  }

  private async create(): Promise<vscode.TextDocument> {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.extension, 'examples', 'search-latency.md'));
    return vscode.workspace.openTextDocument({ language: 'markdown', content: new TextDecoder().decode(bytes) });
  }

  /** Resolves as soon as the server has said what the document is, after five seconds at the latest. */
  private recognized(uri: vscode.Uri): Promise<void> {
    if (this.detections.isIncident(uri)) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(late);
        listener.dispose();
        resolve();
      };
      const late = setTimeout(end, 5000);
      const listener = this.detections.onDidChange((changed) => {
        if (changed.toString() === uri.toString()) end();
      });
    });
  }
}
