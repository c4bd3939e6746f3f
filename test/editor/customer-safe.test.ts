import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, copyOfExamples, eventually, examples, incidentDocs, show } from './journey';

describe('a customer-safe copy', () => {
  let folder: Awaited<ReturnType<typeof copyOfExamples>>;
  before(async () => {
    folder = await copyOfExamples();
  });
  afterEach(closeEverything);
  after(() => folder.remove());

  const diff = (): vscode.TabInputTextDiff | undefined => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputTextDiff ? input : undefined;
  };

  it('is opened beside the original, untitled, and can be edited', async () => {
    const api = await incidentDocs();
    const original = folder.file(examples.markdown);
    const { document } = await show(original);
    const text = document.getText();
    await eventually('the kind', () => api.detection(original));
    await vscode.commands.executeCommand('incidentDocs.customerSafeCopy');
    const { original: left, modified: right } = await eventually('the diff', diff);
    assert.equal(left.toString(), original.toString());
    assert.equal(right.scheme, 'untitled');
    const copy = await vscode.workspace.openTextDocument(right);
    assert.deepEqual([copy.languageId, copy.lineCount, copy.isDirty], [document.languageId, document.lineCount, true]);
    assert.match(copy.getText(), /^- \*\*Owner\*\*: Engineer A$/m);
    assert.match(copy.getText(), /\(@engineer-a, \[internal ticket 1\]\)/);
    assert.doesNotMatch(copy.getText(), /Reyes|SRCH-902/);

    const edit = new vscode.WorkspaceEdit();
    edit.insert(right, new vscode.Position(0, 0), 'For you: ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(copy.getText(), /^For you: /);
    assert.deepEqual([document.getText(), document.isDirty, await folder.text(examples.markdown)], [text, false, text]);
  });

  it('is not made of what is no incident document', async () => {
    await show({ language: 'markdown', content: '# Shopping\n\nMilk\n' });
    await vscode.commands.executeCommand('incidentDocs.customerSafeCopy');
    assert.equal(diff(), undefined);
  });
});
