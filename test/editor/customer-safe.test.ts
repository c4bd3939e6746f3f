import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, examples, freshExamples, openIncident, show, start } from './journey';

describe('a customer-safe copy', () => {
  const files = freshExamples();

  const diff = (): vscode.TabInputTextDiff | undefined => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputTextDiff ? input : undefined;
  };

  it('is opened beside the original, untitled, and can be edited', async () => {
    const { document } = await openIncident(files.file(examples.markdown));
    const text = document.getText();
    await start('customerSafeCopy');
    const { original: left, modified: right } = await eventually('the diff', diff);
    assert.equal(left.toString(), document.uri.toString());
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
    assert.deepEqual([document.getText(), document.isDirty, await files.text(examples.markdown)], [text, false, text]);
  });

  it('is not made of what is no incident document', async () => {
    await show({ language: 'markdown', content: '# Shopping\n\nMilk\n' });
    await start('customerSafeCopy');
    assert.equal(diff(), undefined);
  });
});
