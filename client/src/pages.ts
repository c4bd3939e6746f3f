import * as vscode from 'vscode';

/** The scheme of pages that the extension writes for the user: they are read-only, and nothing of them is checked. */
const PAGE = 'incident-docs';

/** Pages about documents. Each is there for as long as it is open, and is written anew when it is shown again. */
export class Pages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly listeners = vscode.Disposable.from(
    this.changed,
    vscode.workspace.registerTextDocumentContentProvider(PAGE, this),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())),
  );

  readonly onDidChange = this.changed.event;

  /** Writes a page about a document. The name is what its tab shows; its end says which language it is in. */
  write(name: string, about: vscode.Uri, text: string): vscode.Uri {
    const page = vscode.Uri.from({ scheme: PAGE, path: `/${name}`, query: about.toString() });
    this.texts.set(page.toString(), text);
    this.changed.fire(page);
    return page;
  }

  provideTextDocumentContent(page: vscode.Uri): string {
    // The window was closed with the page open: what it said may be true no more.
    return this.texts.get(page.toString()) ?? vscode.l10n.t('This page is of an earlier session: run the command again.');
  }

  dispose(): void {
    this.listeners.dispose();
  }
}

/** The document that a page is about; any other is about itself. */
export function subjectOf(uri: vscode.Uri): vscode.Uri {
  return uri.scheme === PAGE ? vscode.Uri.parse(uri.query) : uri;
}
