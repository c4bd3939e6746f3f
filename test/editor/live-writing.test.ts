import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openIncident, start, take } from './journey';

const before = '# Post-mortem: the belt\n\n**Status:** Investigating\n**Severity:** SEV-2\n\n## Impact\n\nNothing moves.\n\n## Timeline (UTC)\n\n- **2026-03-09 18:00** – The belt squeaks\n\n## Action items\n\n- [ ] Oil the belt\n';

describe('writing while an incident goes on', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeEverything();
  });

  const open = () => openIncident({ language: 'markdown', content: before });

  it('an entry of now stands at the end of the timeline, with the cursor where its words belong; undo takes it back at once', async () => {
    const editor = await open();
    const begin = Date.now();
    await start('insertEntryNow');
    const line = editor.document.lineAt(12).text;
    const [, day = '', time = ''] = /^- \*\*(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})\*\* – $/.exec(line) ?? assert.fail(line);
    const written = Date.parse(`${day}T${time}:00Z`);
    assert.ok(written > begin - 60_000 && written <= Date.now(), line);
    assert.deepEqual([editor.selection.active.line, editor.selection.active.character, editor.selection.isEmpty], [12, line.length, true]);
    await vscode.commands.executeCommand('type', { text: 'Oiled' });
    assert.equal(editor.document.lineAt(12).text, `${line}Oiled`);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('the status that is chosen stands in the field', async () => {
    const editor = await open();
    await take(() => start('setStatus'), 1);
    assert.equal(editor.document.getText(), before.replace('Investigating', 'Identified'));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('an entry is marked as the milestone that is chosen', async () => {
    const editor = await open();
    const place = editor.document.positionAt(before.indexOf('squeaks'));
    editor.selection = new vscode.Selection(place, place);
    await take(() => start('markMilestone'));
    assert.equal(editor.document.getText(), before.replace('The belt squeaks', '**Started:** The belt squeaks'));
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('an entry is marked as what comes next, where nothing else is chosen', async () => {
    const text = before.replace('The belt squeaks', '**Detected:** The belt squeaks\n- **2026-03-09 18:10** – Mira is on it');
    const editor = await openIncident({ language: 'markdown', content: text });
    const place = editor.document.positionAt(text.indexOf('Mira'));
    editor.selection = new vscode.Selection(place, place);
    await take(() => start('markMilestone'));
    assert.equal(editor.document.getText(), text.replace('Mira is', '**Acknowledged:** Mira is'));
    await vscode.commands.executeCommand('undo');
  });
});
