import * as vscode from 'vscode';

type Show = (uri: vscode.Uri, diagnostics: vscode.Diagnostic[]) => void;

/**
 * What the server finds in files of settings. While such a file is open the editor itself checks it against our schema, as one
 * types: then nothing is said twice.
 */
export class SettingsFiles implements vscode.Disposable {
  private readonly found = new Map<string, () => void>();
  private readonly listeners = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(({ uri }) => this.found.get(uri.toString())?.()),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.found.get(uri.toString())?.()),
  );

  /** Shows diagnostics of the server, those of files of settings only while these are closed. */
  handle(uri: vscode.Uri, diagnostics: vscode.Diagnostic[], show: Show): void {
    const isSettings = uri.path.endsWith('/.incident-docs.json');
    if (!isSettings) return show(uri, diagnostics);
    const again = (): void => show(uri, isChecked(uri) ? [] : diagnostics);
    this.found.set(uri.toString(), again);
    again();
  }

  dispose(): void {
    this.listeners.dispose();
    this.found.clear();
  }
}

function isChecked(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => !document.isClosed && document.languageId.startsWith('json') && document.uri.toString() === uri.toString());
}
