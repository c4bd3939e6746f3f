import * as vscode from 'vscode';
import { DocumentEdits } from '../../server/src/protocol';
import type { Ask } from './ask';
import { sayNoIncidentDocument } from './commands/not-here';
import type { Detections } from './detections';
import { makeEdits } from './document-edits';
import { say, sayNoAnswer } from './say';

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
  await makeEdits(editor, answer);
}
