import * as vscode from 'vscode';
import type { DocumentEdits } from '../../server/src/protocol';
import { sayGoneOn } from './say';

/** Edits that were computed for exactly one version of a document. */
export type VersionedEdits = Exclude<DocumentEdits, { refused: string }>;

/** Makes edits in an editor, as one step that undo takes back. Where the document has gone on meanwhile nothing is done, and a sentence says so. */
export async function makeEdits(editor: vscode.TextEditor, { version, edits }: VersionedEdits): Promise<boolean> {
  const isMade = version === editor.document.version && (await editor.edit((builder) => {
    for (const { range: { start, end }, newText } of edits) builder.replace(new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }));
  if (!isMade) sayGoneOn();
  return isMade;
}
