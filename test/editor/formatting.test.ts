import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, eventually, openIncident } from './journey';

const uneven = '# Post-mortem: no mail\n\n\n## Impact\n\nNone \n\n## Timeline (UTC)\n\n- 2026-03-01 10:00 - It stops\n* 2026-03-01 10:10 – Ben comes\n';
const even = '# Post-mortem: no mail\n\n## Impact\n\nNone\n\n## Timeline (UTC)\n\n- 2026-03-01 10:00 - It stops\n- 2026-03-01 10:10 - Ben comes\n';
const plain = 'Post-mortem: no mail\n====================\n\nImpact\n------\n\nNone\n\nTimeline (UTC)\n--------------\n\n- 2026-03-01 10:00 - It stops\n- 2026-03-01 10:10 - Ben comes\n';

describe('formatting', () => {
  afterEach(closeEverything);

  const open = (language: string, content: string) => openIncident({ language, content });

  const edits = ({ document }: vscode.TextEditor) =>
    vscode.commands.executeCommand<vscode.TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', document.uri, { tabSize: 2, insertSpaces: true });

  it('is ours in our own language', async () => {
    const editor = await open('incident', uneven);
    await eventually('the edits', async () => ((await edits(editor)) ?? []).length > 0);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(editor.document.getText(), even);
  });

  it('leaves Markdown to others, but for our commands, which undo takes back', async () => {
    const editor = await open('markdown', uneven);
    assert.deepEqual((await edits(editor)) ?? [], []);
    await vscode.commands.executeCommand('incidentDocs.formatDocument');
    assert.equal(editor.document.getText(), even);
    await vscode.commands.executeCommand('incidentDocs.convertToPlainText');
    assert.equal(editor.document.getText(), plain);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), even);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), uneven);
  });
});
