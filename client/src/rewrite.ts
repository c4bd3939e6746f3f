import * as vscode from 'vscode';
import { DocumentEdits } from '../../server/src/protocol';
import type { Ask } from './ask';
import { sayNoIncidentDocument } from './commands/not-here';
import type { Detections } from './detections';

/**
 * Has the server rewrite the document of the active editor, as one step that undo takes back. Where it refuses, has nothing to do (`done`
 * says so) or the document went on meanwhile, one sentence tells.
 */
export async function rewrite(detections: Detections, ask: Ask, method: string, params: object, done: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !detections.isIncident(editor.document.uri)) return sayNoIncidentDocument();
  const { document } = editor;
  const answer = await ask(method, { uri: document.uri.toString(), ...params }, DocumentEdits);
  if (answer === null) return say(vscode.l10n.t('The server did not answer; the log tells why.'));
  if ('refused' in answer) return say(answer.refused);
  if (answer.edits.length === 0) return say(done);
  const isMade = answer.version === document.version && (await editor.edit((builder) => {
    for (const { range: { start, end }, newText } of answer.edits) builder.replace(new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }));
  if (!isMade) say(vscode.l10n.t('The document has changed meanwhile, so nothing was done. Try again.'));
}

function say(sentence: string): void {
  void vscode.window.showInformationMessage(sentence);
}
