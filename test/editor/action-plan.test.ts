import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ActionItemModel } from '../../server/src/protocol';
import { closeEverything, copyOfExamples, eventually, examples, incidentDocs, show } from './journey';

describe('the action plan', () => {
  let files: Awaited<ReturnType<typeof copyOfExamples>>;
  beforeEach(async () => (files = await copyOfExamples()));
  afterEach(async () => {
    await closeEverything();
    await files.remove();
  });

  /** Opens an example with its preview beside it. */
  async function openPreview(name: string): Promise<vscode.TextDocument> {
    const api = await incidentDocs();
    const { document } = await show(files.file(name));
    await eventually('the kind', () => api.detection(document.uri));
    await vscode.commands.executeCommand('incidentDocs.openActionPlanToSide');
    await eventually('the preview shows the document', () => api.previewed()?.toString() === document.uri.toString());
    return document;
  }

  it('opens beside the editor, once, and leaves the focus where it was', async () => {
    const document = await openPreview(examples.markdown);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await vscode.commands.executeCommand('incidentDocs.openActionPlanToSide');
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

    assert.equal(await api.toggle(document.uri, box.id, done), null);
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
    assert.equal(await api.toggle(document.uri, box.id, box.state !== 'done'), null);
    assert.notEqual(document.lineAt(box.line + 1).text, line);
    assert.match(document.lineAt(box.line).text, /^- \[ \] Something new/);
  });

  it('says why where an item is gone, and changes nothing', async () => {
    const api = await incidentDocs();
    const document = await openPreview(examples.markdown);
    const before = document.getText();
    const why = await api.toggle(document.uri, 'no such item', true);
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

describe('the language server', () => {
  it('comes back after a restart', async () => {
    const api = await incidentDocs();
    const { document } = await show({ language: 'markdown', content: '# Post-mortem: late mail\n\n## Impact\n\n## Timeline\n\n## Root cause\n' });
    await eventually('the kind', () => api.detection(document.uri));
    await vscode.commands.executeCommand('incidentDocs.restartServer');
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
