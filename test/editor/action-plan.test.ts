import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { IncidentDocs } from '../../client/src/extension';
import type { ActionItemModel } from '../../server/src/protocol';
import { closeEverything, eventually, examples, freshExamples, incidentDocs, openIncident, show, start } from './journey';

describe('the action plan', () => {
  const files = freshExamples();

  /** Opens an example with its preview beside it. */
  async function openPreview(name: string): Promise<vscode.TextDocument> {
    const api = await incidentDocs();
    const { document } = await openIncident(files.file(name));
    await start('openActionPlanToSide');
    await eventually('the preview shows the document', () => api.previewed()?.toString() === document.uri.toString());
    return document;
  }

  it('opens beside the editor, once, and leaves the focus where it was', async () => {
    const document = await openPreview(examples.markdown);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await start('openActionPlanToSide');
    const previews = await eventually('a tab', () => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(({ input }) => input instanceof vscode.TabInputWebview);
      return tabs.length > 0 && tabs;
    });
    assert.deepEqual(previews.map(({ group }) => group.viewColumn), [vscode.ViewColumn.Two]);
  });

  it('follows the active incident document, and stays with it when another file comes to front', async () => {
    const api = await incidentDocs();
    await openPreview(examples.markdown);
    const { document } = await show(files.file(examples.escalation));
    await eventually('it follows', () => api.previewed()?.toString() === document.uri.toString());
    await show({ language: 'markdown', content: '# tinyqueue\n' });
    assert.equal(api.previewed()?.toString(), document.uri.toString());
  });

  it('sets a checkbox by one character, undoes it, and saves nothing', async () => {
    const api = await incidentDocs();
    const document = await openPreview(examples.markdown);
    const before = document.getText();
    const box = await firstBox(document.uri);
    const done = box.state !== 'done';

    assert.equal(await api.editPlan(document.uri, { kind: 'toggle', id: box.id, done }), null);
    const after = document.getText();
    assert.equal(after.length, before.length);
    assert.equal([...after].filter((_, index) => after[index] !== before[index]).length, 1);
    assert.ok(document.isDirty);
    assert.equal(await files.text(examples.markdown), before, 'the file on disk is as it was');
    await eventually('the model follows', async () => (await firstBox(document.uri)).state === (done ? 'done' : 'open'));

    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('undo');
    await eventually('the text is back', () => document.getText() === before);
  });

  it('sets the right box although the text above it has changed', async () => {
    const api = await incidentDocs();
    const document = await openPreview(examples.markdown);
    const box = await firstBox(document.uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(box.line, 0), '- [ ] Something new above it\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const line = document.lineAt(box.line + 1).text;
    assert.equal(await api.editPlan(document.uri, { kind: 'toggle', id: box.id, done: box.state !== 'done' }), null);
    assert.notEqual(document.lineAt(box.line + 1).text, line);
    assert.match(document.lineAt(box.line).text, /^- \[ \] Something new/);
  });

  it('says why where an item is gone, and changes nothing', async () => {
    const api = await incidentDocs();
    const document = await openPreview(examples.markdown);
    const before = document.getText();
    const why = await api.editPlan(document.uri, { kind: 'toggle', id: 'no such item', done: true });
    assert.ok(why !== null && why.length > 10);
    assert.equal(document.getText(), before);
  });

  it('shows items that nothing tracks as not tracked', async () => {
    const api = await incidentDocs();
    const document = await openPreview(examples.escalation);
    const plan = await api.actionPlan(document.uri);
    assert.ok(plan && plan.groups.length > 0);
    assert.equal(plan.tracked, plan.groups.flatMap(({ items }) => items).filter(({ state }) => state !== 'untracked').length);
    assert.ok(plan.groups.some(({ items }) => items.some(({ state }) => state === 'untracked')), 'the escalation has items without a box');
  });

  it('follows the plan while it is written', async () => {
    const api = await incidentDocs();
    const document = await openPreview(examples.markdown);
    const before = await api.actionPlan(document.uri);
    assert.ok(before);
    const box = await firstBox(document.uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(box.line, 0), '- [ ] Write down who is on call\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const after = await api.actionPlan(document.uri);
    assert.equal(after?.total, before.total + 1);
    assert.equal(after?.version, document.version);
  });
});

describe('what is done to an action plan', () => {
  const files = freshExamples();

  type Gesture = Parameters<IncidentDocs['editPlan']>[1];
  const gestures: readonly (readonly [name: string, gesture: (id: string) => Gesture, written: RegExp])[] = [
    ['an owner', (id) => ({ kind: 'setOwner', id, owner: '@new.owner' }), /@new\.owner/],
    ['a due date', (id) => ({ kind: 'setDue', id, due: '2031-05-06' }), /2031-05-06/],
    ['another item', () => ({ kind: 'addItem', group: null, text: 'Write down who is on call', owner: null, due: null }), /- \[ \] Write down who is on call/],
  ];
  for (const [name, gesture, written] of gestures) {
    it(`is written into the text as one step: ${name}`, async () => {
      const api = await incidentDocs();
      const { document } = await openIncident(files.file(examples.markdown));
      const before = document.getText();
      const { id } = await firstBox(document.uri);
      assert.equal(await api.editPlan(document.uri, gesture(id)), null);
      assert.match(document.getText(), written);
      assert.ok(document.isDirty);
      assert.equal(await files.text(examples.markdown), before, 'nothing is saved');
      await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
      await vscode.commands.executeCommand('undo');
      await eventually('the text is back', () => document.getText() === before);
    });
  }

  it('is refused where the settings of the editor make the file read-only', async () => {
    const api = await incidentDocs();
    const { document } = await openIncident(files.file(examples.markdown));
    const settings = vscode.workspace.getConfiguration('files');
    const before = document.getText();
    const { id, state } = await firstBox(document.uri);
    await settings.update('readonlyInclude', { [`**/${examples.markdown}`]: true }, vscode.ConfigurationTarget.Global);
    try {
      assert.match((await api.editPlan(document.uri, { kind: 'toggle', id, done: state !== 'done' })) ?? '', /read-only/);
      assert.equal(document.getText(), before);
    } finally {
      await settings.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('the action plan as an editor', () => {
  const files = freshExamples();

  it('undoes and saves as any editor does', async () => {
    const api = await incidentDocs();
    const uri = files.file(examples.markdown);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'incidentDocs.actionPlanEditor');
    const tab = await eventually('its tab', () => vscode.window.tabGroups.activeTabGroup.activeTab);
    assert.ok(tab.input instanceof vscode.TabInputCustom && tab.input.viewType === 'incidentDocs.actionPlanEditor');
    const document = await vscode.workspace.openTextDocument(uri);
    await eventually('the kind', () => api.detection(uri));
    const before = document.getText();
    const box = await firstBox(uri);
    const done = box.state !== 'done';

    assert.equal(await api.editPlan(uri, { kind: 'toggle', id: box.id, done }), null);
    const after = document.getText();
    assert.notEqual(after, before);
    await eventually('the tab is dirty', () => vscode.window.tabGroups.activeTabGroup.activeTab?.isDirty);
    assert.equal(await files.text(examples.markdown), before);

    await vscode.commands.executeCommand('undo');
    await eventually('undone', () => document.getText() === before);
    await eventually('and clean', () => vscode.window.tabGroups.activeTabGroup.activeTab?.isDirty === false);
    await vscode.commands.executeCommand('redo');
    await eventually('redone', () => document.getText() === after);
    await vscode.commands.executeCommand('workbench.action.files.save');
    await eventually('saved', async () => (await files.text(examples.markdown)) === after);
    assert.equal(document.isDirty, false);
  });

  it('closes politely when its file is deleted, and writes no other', async () => {
    const api = await incidentDocs();
    const uri = files.file(examples.escalation);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'incidentDocs.actionPlanEditor');
    await eventually('the kind', () => api.detection(uri));
    const id = (await eventually('the plan', () => api.actionPlan(uri))).groups[0]?.items[0]?.id ?? assert.fail('no item');
    const before = (await vscode.workspace.openTextDocument(uri)).getText();
    await rm(uri.fsPath);
    assert.equal(await api.editPlan(uri, { kind: 'setOwner', id, owner: '@new.owner' }), null, 'the text is still there to be worked on');
    await vscode.commands.executeCommand('undo');
    await eventually('undone', async () => (await vscode.workspace.openTextDocument(uri)).getText() === before);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually('the tab is gone', () => vscode.window.tabGroups.all.every(({ tabs }) => tabs.every(({ input }) => !(input instanceof vscode.TabInputCustom))));
    assert.equal(existsSync(uri.fsPath), false);
    assert.equal(api.serverRunning(), true);
  });

  it('is what the panel beside it follows too, until that is locked', async () => {
    const api = await incidentDocs();
    const { document } = await openIncident(files.file(examples.escalation));
    await start('openActionPlanToSide');
    await eventually('the plan', () => api.previewed()?.toString() === document.uri.toString());
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    const other = files.file(examples.markdown);
    await vscode.commands.executeCommand('vscode.openWith', other, 'incidentDocs.actionPlanEditor', vscode.ViewColumn.One);
    await eventually('it follows', () => api.previewed()?.toString() === other.toString());
    assert.equal(api.isLocked(), false);
    await start('toggleActionPlanLock');
    assert.equal(api.isLocked(), true);
    await show(files.file(examples.escalation));
    await eventually('its tab', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString();
    });
    assert.equal(api.previewed()?.toString(), other.toString());
    await start('toggleActionPlanLock');
    await eventually('it follows again', () => api.previewed()?.toString() === document.uri.toString());
  });
});

describe('the language server', () => {
  it('comes back after a restart', async () => {
    const api = await incidentDocs();
    const { document } = await openIncident({ language: 'markdown', content: '# Post-mortem: late mail\n\n## Impact\n\n## Timeline\n\n## Root cause\n' });
    await start('restartServer');
    await eventually('the server runs', () => api.serverRunning());
    await eventually('the kind again', () => api.detection(document.uri)?.kind === 'postmortem');
    await closeEverything();
  });
});

/** The first item of a document's plan that has a checkbox. */
async function firstBox(uri: vscode.Uri): Promise<ActionItemModel> {
  const plan = await (await incidentDocs()).actionPlan(uri);
  const box = plan?.groups.flatMap(({ items }) => items).find(({ gestures }) => gestures.includes('toggle'));
  assert.ok(box, 'the example has a checkbox');
  return box;
}
