import * as vscode from 'vscode';
import { glance } from '../../server/src/document/glance';
import { isCandidate, OWN_LANGUAGE } from './documents';

/** How long typing must rest before a changed document is looked at again, in milliseconds. */
const REST = 300;

/**
 * Calls `found` at most once, at the first document that might be an incident document: one that is open already, is opened,
 * or becomes one while it is written. Does no input or output of its own.
 */
export function watchForIncidentDocument(found: () => void): vscode.Disposable {
  const changed = new Set<vscode.TextDocument>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (documents: Iterable<vscode.TextDocument>): void => {
    for (const document of documents) {
      if (document.isClosed || !isCandidate(document)) continue;
      if (document.languageId !== OWN_LANGUAGE && !glance(document.getText(), document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1))) continue;
      watch.dispose();
      found();
      return;
    }
  };

  const watch = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => look([document])),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!isCandidate(document)) return;
      changed.add(document);
      clearTimeout(timer);
      timer = setTimeout(() => {
        const documents = [...changed];
        changed.clear();
        look(documents);
      }, REST);
    }),
    { dispose: () => clearTimeout(timer) },
  );
  look(vscode.workspace.textDocuments);
  return watch;
}
