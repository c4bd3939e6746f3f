import * as vscode from 'vscode';
import { DocumentEdits } from '../../server/src/protocol';
import type { Ask } from './ask';
import { sayNoIncidentDocument } from './commands/not-here';
import type { Detections } from './detections';
import { say, sayNoAnswer } from './say';

/** Edits of one version of a document. `snippets`: their texts have places to fill in. */
type Edits = Extract<DocumentEdits, { edits: unknown }> & { readonly snippets?: boolean };

/**
 * Has the server rewrite the document of the active editor, as one step that undo takes back. Where it refuses, has nothing to do (`done`
 * says so) or the document went on meanwhile, one sentence tells.
 */
export async function rewrite(detections: Detections, ask: Ask, method: string, params: object, done: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !detections.isIncident(editor.document.uri)) return sayNoIncidentDocument();
  const answer = await ask(method, { uri: editor.document.uri.toString(), ...params }, DocumentEdits);
  if (answer === null) return sayNoAnswer();
  if ('refused' in answer) return say(answer.refused);
  if (answer.edits.length === 0) return say(done);
  await make(editor, answer);
}

/** Makes edits in an editor, as one step that undo takes back; whether it was done. Where the document went on meanwhile, one sentence tells. */
export async function make(editor: vscode.TextEditor, { version, edits, snippets = false }: Edits): Promise<boolean> {
  const placed = edits.map(({ range: { start, end }, newText }) => ({ range: new vscode.Range(start.line, start.character, end.line, end.character), newText }));
  const isMade = version === editor.document.version && (snippets ? await fillIn(editor.document, placed) : await editor.edit((builder) => {
    for (const { range, newText } of placed) builder.replace(range, newText);
  }));
  if (!isMade) say(vscode.l10n.t('The document has changed meanwhile, so nothing was done. Try again.'));
  return isMade;
}

function fillIn({ uri }: vscode.TextDocument, edits: readonly { range: vscode.Range; newText: string }[]): Thenable<boolean> {
  const all = new vscode.WorkspaceEdit();
  all.set(uri, edits.map(({ range, newText }) => new vscode.SnippetTextEdit(range, new vscode.SnippetString(newText))));
  return vscode.workspace.applyEdit(all);
}
