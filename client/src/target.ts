import * as vscode from 'vscode';
import { documentSchemes } from '../../server/src/document/location';
import { isCandidate } from './documents';
import { subjectOf } from './pages';
import { say } from './say';
import { documentInFront } from './tabs';

/**
 * The document that a command is about: the one that a menu names, else that of the active editor, of text or not, or the page in it, else
 * `otherwise`. Where there is none, or none that could be an incident document, one sentence says so.
 */
export async function targetOf(named: unknown, otherwise?: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const uri = named instanceof vscode.Uri ? named : (documentInFront() ?? otherwise);
  if (uri === undefined) return say(vscode.l10n.t('Open a Markdown or text file first.'));
  const document = await vscode.workspace.openTextDocument(subjectOf(uri)).then((opened) => opened, () => undefined);
  const name = nameOf(subjectOf(uri));
  if (document === undefined) return say(vscode.l10n.t('{0} cannot be read as text.', name));
  if (isCandidate(document)) return document;
  return say(
    documentSchemes.includes(document.uri.scheme)
      ? vscode.l10n.t('Incident documents are Markdown or plain text; the language mode of {0} is {1}.', name, document.languageId)
      : vscode.l10n.t('{0} is none of the documents that Incident Docs looks at: files, untitled documents and folders of the web.', name),
  );
}

/** The name of a file without its folders. */
export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
