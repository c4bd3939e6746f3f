import * as vscode from 'vscode';
import type { Detections } from './detections';

/**
 * Has the editor ask again for the outline and the folds of a document that became an incident document, or none, without a change of
 * its text: it keeps both for as long as the text stays, and a server cannot ask it for new ones.
 */
export class Structure implements vscode.Disposable {
  private readonly shown = new Map<string, boolean>();
  private readonly listener: vscode.Disposable;

  constructor(detections: Detections) {
    this.listener = detections.onDidChange((uri) => {
      const before = this.shown.get(uri.toString());
      const isIncident = detections.isIncident(uri);
      if (detections.of(uri)) this.shown.set(uri.toString(), isIncident);
      else this.shown.delete(uri.toString());
      if (before !== undefined && before !== isIncident) askAgain(uri);
    });
  }

  dispose(): void {
    this.listener.dispose();
  }
}

/** The editor asks everyone again whenever there is one more to ask, and whenever there is one less. */
function askAgain(uri: vscode.Uri): void {
  for (const { languageId, uri: open } of vscode.workspace.textDocuments) {
    if (open.toString() !== uri.toString()) continue;
    const selector = { language: languageId, scheme: uri.scheme };
    vscode.languages.registerDocumentSymbolProvider(selector, { provideDocumentSymbols: () => [] }).dispose();
    vscode.languages.registerFoldingRangeProvider(selector, { provideFoldingRanges: () => [] }).dispose();
  }
}
