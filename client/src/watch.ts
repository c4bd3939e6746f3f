import { Disposable, workspace, type TextDocument } from 'vscode';
import { glance } from '../../server/src/document/glance';
import type { UserChoices } from '../../server/src/protocol';
import { isCandidate, OWN_LANGUAGE } from './documents';
import { mayInclude } from './may-include';

/** How long typing must rest before a changed document is looked at again, in milliseconds. */
const REST = 300;

/**
 * Calls `found` at most once, at the first document that might be an incident document: one that is open already, is opened,
 * or becomes one while it is written. What the user has said of a file comes first.
 */
export function watchForIncidentDocument(found: () => void, choices: () => UserChoices): Disposable {
  const changed = new Set<TextDocument>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (documents: Iterable<TextDocument>): void => {
    for (const document of documents) {
      if (document.isClosed || !isCandidate(document)) continue;
      const choice = choices()[document.uri.toString()];
      if (choice === 'other') continue;
      const { path } = document.uri;
      if (!choice && document.languageId !== OWN_LANGUAGE && !mayInclude(workspace.getConfiguration('incidentDocs.files', document.uri).get('include'), path) && !glance(document.getText(), path.slice(path.lastIndexOf('/') + 1))) continue;
      watch.dispose();
      found();
      return;
    }
  };

  const watch = Disposable.from(
    workspace.onDidOpenTextDocument((document) => look([document])),
    workspace.onDidChangeTextDocument(({ document }) => {
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
  look(workspace.textDocuments);
  return watch;
}
