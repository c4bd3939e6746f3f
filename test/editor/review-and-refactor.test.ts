import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, eventually, openIncident, show, start, take } from './journey';

const disordered = '- 2026-03-09 21:52 – Seen\n- 2026-03-09 21:40 – Broken';
const ordered = '- 2026-03-09 21:40 – Broken\n- 2026-03-09 21:52 – Seen';
const text = (timeline: string, heading = 'Timeline (UTC)') => `# Post-mortem: the belt\n\nStatus: Resolved\n\n## Impact\n\nNothing moved.\n\n## ${heading}\n\n${timeline}\n\n## Root cause\n\nNo oil.\n\n## Action items\n\n- [ ] Oil the belt\n`;

describe('reviewing and refactoring', () => {
  afterEach(async () => {
    await vscode.workspace.getConfiguration('incidentDocs').update('timeZone', undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeEverything();
  });

  const open = (timeline = disordered) => openIncident({ language: 'markdown', content: text(timeline) });

  it('the timeline is sorted from anywhere in the document, as one step', async () => {
    const editor = await open();
    await start('sortTimeline');
    assert.equal(editor.document.getText(), text(ordered));
    await start('sortTimeline');
    assert.equal(editor.document.getText(), text(ordered), 'and no more than once');
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), text(disordered));
  });

  it('a change is taken from the list of those that apply', async () => {
    const editor = await open();
    const line = text(disordered).split('\n').findIndex((words) => words.includes('Seen'));
    editor.selection = new vscode.Selection(line, 0, line, 0);
    await take(() => start('refactor'));
    assert.equal(editor.document.getText(), text(ordered));
  });

  it('times are converted to a zone of the list', async () => {
    await vscode.workspace.getConfiguration('incidentDocs').update('timeZone', 'Asia/Tokyo', vscode.ConfigurationTarget.Global);
    const editor = await open(ordered);
    await take(() => start('convertTimes'));
    assert.equal(editor.document.getText(), text('- 2026-03-10 06:40 – Broken\n- 2026-03-10 06:52 – Seen', 'Timeline (Asia/Tokyo)'));
  });

  it('the sections that are missing are added', async () => {
    const editor = await open(ordered);
    await start('addMissingSections');
    assert.match(editor.document.getText(), /\n## Lessons Learned\n/);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), text(ordered));
  });

  it('the checklist opens beside the document, and changes nothing', async () => {
    const editor = await open();
    await start('reviewChecklist');
    const tab = await eventually('the page', () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.startsWith('Review of ')));
    assert.ok(tab.input instanceof vscode.TabInputWebview && tab.group.viewColumn === vscode.ViewColumn.Two);
    await vscode.commands.executeCommand('incidentDocs._revealLine', editor.document.uri.toString(), 4);
    assert.equal(vscode.window.activeTextEditor?.selection.start.line, 4);
    assert.equal(editor.document.getText(), text(disordered));
  });

  it('where there is no incident document every command says so, and does nothing', async () => {
    const { document } = await show({ language: 'markdown', content: '# tinyqueue\n' });
    await Promise.all(['refactor', 'sortTimeline', 'convertTimes', 'addMissingSections', 'reviewChecklist'].map((command) => start(command)));
    assert.equal(document.getText(), '# tinyqueue\n');
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label.startsWith('Review of ')).length, 0);
  });
});
