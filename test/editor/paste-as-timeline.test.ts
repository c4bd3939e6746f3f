import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pasteFormats } from '../../server/src/features/paste/formats';
import { closeEverything, eventually, openIncident } from './journey';

const timeline = '- 2026-03-09 18:00 – The belt squeaks\n- 2026-03-09 23:50 – The belt is new\n';
const before = `# Post-mortem: the belt\n\n**Status:** Resolved\n\n## Impact\n\nNothing moved.\n\n## Timeline (UTC)\n\n${timeline}\n\n## Root cause\n\nNo oil.\n\n## Action items\n\n- [ ] Oil the belt\n`;

describe('what was copied from a chat', () => {
  afterEach(async () => {
    await vscode.workspace.getConfiguration('incidentDocs').update('timeZone', undefined, vscode.ConfigurationTarget.Global);
    await vscode.env.clipboard.writeText('');
    await closeEverything();
  });

  async function open(content = before): Promise<vscode.TextEditor> {
    await vscode.workspace.getConfiguration('incidentDocs').update('timeZone', 'UTC', vscode.ConfigurationTarget.Global);
    const editor = await openIncident({ language: 'markdown', content });
    place(editor, '\n\n## Root cause');
    return editor;
  }

  function place(editor: vscode.TextEditor, words: string): void {
    const at = editor.document.positionAt(editor.document.getText().indexOf(words) + 1);
    editor.selection = new vscode.Selection(at, at);
  }

  it('an ordinary paste stays one', async () => {
    const editor = await open();
    const { example } = pasteFormats.at(-1) ?? assert.fail();
    await vscode.env.clipboard.writeText(example);
    await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
    await eventually('the text', () => editor.document.getText().includes(example.split('\n')[0] ?? ''));
    assert.ok(editor.document.getText().includes(timeline));
  });
});
