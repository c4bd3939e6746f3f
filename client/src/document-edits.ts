import * as vscode from 'vscode';
import type { DocumentEdits } from '../../server/src/protocol';
import { rangeOf } from './places';
import { sayGoneOn } from './say';

/** Edits that were computed for exactly one version of a document. `snippets`: their texts have places to fill in. */
export type VersionedEdits = Exclude<DocumentEdits, { refused: string }> & { readonly snippets?: boolean };

/** Makes edits in an editor, as one step that undo takes back; whether it was done. Where the document has gone on meanwhile nothing is, and a sentence says so. */
export async function makeEdits(editor: vscode.TextEditor, { version, edits, snippets = false }: VersionedEdits): Promise<boolean> {
  const placed = edits.map(({ range, newText }) => ({ range: rangeOf(range), newText }));
  const isMade = version === editor.document.version && (snippets ? await fillIn(editor.document, placed) : await editor.edit((builder) => {
    for (const { range, newText } of placed) builder.replace(range, newText);
  }));
  if (!isMade) sayGoneOn();
  return isMade;
}

function fillIn({ uri }: vscode.TextDocument, edits: readonly { range: vscode.Range; newText: string }[]): Thenable<boolean> {
  const all = new vscode.WorkspaceEdit();
  all.set(uri, edits.map(({ range, newText }) => new vscode.SnippetTextEdit(range, new vscode.SnippetString(newText))));
  return vscode.workspace.applyEdit(all);
}
