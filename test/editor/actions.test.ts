import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, copyOfExamples, eventually, examples, incidentDocs, show } from './journey';

type View = NonNullable<ReturnType<Awaited<ReturnType<typeof incidentDocs>>['actions']>>;
type Row = Parameters<View['tick']>[0];

describe('the view of all actions', () => {
  let files: Awaited<ReturnType<typeof copyOfExamples>>;
  let view: View;
  before(async () => {
    files = await copyOfExamples();
    const api = await incidentDocs();
    await show(files.file(examples.markdown));
    view = await eventually('the second stage', () => api.actions());
    await vscode.commands.executeCommand('incidentDocs.actions.focus');
  });
  afterEach(async () => {
    for (const command of ['groupActionsByDocument', 'hideDoneActions', 'showOpenActions']) await vscode.commands.executeCommand(`incidentDocs.${command}`);
    await closeEverything();
  });
  after(() => files.remove());

  /** What the view shows: its groups with their items. */
  const shown = () => view.getChildren().map((group) => [labelOf(group), ...rowsOf(group).map(labelOf)]);
  const labelOf = (node: Parameters<View['getTreeItem']>[0]): string => String(view.getTreeItem(node).label);
  const rowsOf = (group: Parameters<View['getTreeItem']>[0]): Row[] => view.getChildren(group).filter((node): node is Row => 'item' in node);
  const rows = (): Row[] => view.getChildren().flatMap(rowsOf);
  const boxed = (): Row[] => rows().filter((row) => view.getTreeItem(row).checkboxState !== undefined);
  const isTicked = (row: Row): boolean => {
    const { checkboxState } = view.getTreeItem(row);
    return (typeof checkboxState === 'object' ? checkboxState.state : checkboxState) === vscode.TreeItemCheckboxState.Checked;
  };
  /** The row of now. */
  const again = (row: Row): Row | undefined => rows().find(({ id }) => id === row.id);

  it('lists the open documents, with a box where the document tracks the item', async () => {
    for (const name of [examples.markdown, examples.escalation]) await vscode.window.showTextDocument(files.file(name), { preview: false });
    await eventually('both', () => view.getChildren().length === 2);
    assert.ok(boxed().length > 0);
    const untracked = rows().filter(({ item }) => item.state === 'untracked');
    assert.ok(untracked.length > 0 && untracked.every((row) => view.getTreeItem(row).checkboxState === undefined));
    for (const row of rows()) {
      const { label, tooltip, accessibilityInformation, id } = view.getTreeItem(row);
      assert.ok(accessibilityInformation?.label.startsWith(String(label)));
      assert.ok(String(tooltip).startsWith(row.item.text));
      assert.ok(id);
    }
    await closeEverything();
    await eventually('none', () => view.getChildren().length === 0);
  });

  it('ticks an item off and on again, as steps that undo takes back, and saves nothing', async () => {
    const { document } = await show(files.file(examples.markdown));
    const before = document.getText();
    const [row] = await eventually('a box', () => boxed().length > 0 && boxed());
    assert.ok(row);
    assert.equal(await view.tick(row, true), null);
    assert.notEqual(document.getText(), before);
    await eventually('the box is ticked, and the row stays though done items are hidden', () => again(row) && isTicked(again(row) as Row));
    assert.equal(await view.tick(again(row) as Row, false), null);
    assert.equal(document.getText(), before);
    await eventually('the box is empty', () => again(row) && !isTicked(again(row) as Row));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await eventually('one step back', () => document.getText() !== before && again(row) && isTicked(again(row) as Row));
    await vscode.commands.executeCommand('undo');
    await eventually('another', () => document.getText() === before && again(row) && !isTicked(again(row) as Row));
    assert.equal(await files.text(examples.markdown), before, 'the file is as it was');
  });

  it('follows what is typed, and an item keeps its place while its words change', async () => {
    const { document } = await show(files.file(examples.markdown));
    const [row, next] = await eventually('boxes', () => boxed().length > 1 && boxed());
    assert.ok(row && next);
    const edit = new vscode.WorkspaceEdit();
    const { line, title } = row.item;
    const at = document.lineAt(line).text.indexOf(title.slice(0, 6)) + 6;
    edit.insert(document.uri, new vscode.Position(line, at), ' soon');
    edit.insert(document.uri, new vscode.Position(line, 0), '- [ ] Something new above it\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually('the new words under the old key', () => again(row)?.item.title.includes(' soon'));
    assert.equal(again(next)?.item.line, next.item.line + 1);
    assert.ok(rows().some(({ item }) => item.title === 'Something new above it'));
  });

  it('refuses what is gone with a sentence', async () => {
    const { document } = await show(files.file(examples.markdown));
    const [row] = await eventually('a box', () => boxed().length > 0 && boxed());
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, document.lineAt(row!.item.line).rangeIncludingLineBreak);
    assert.ok(await vscode.workspace.applyEdit(edit));
    const text = document.getText();
    assert.match((await view.tick(row!, true)) ?? '', /\.$/);
    assert.equal(document.getText(), text);
  });

  it('groups by owner and by due date, and shows what is done', async () => {
    const { document } = await show(files.file(examples.markdown));
    const open = document.getText().match(/^- \[ \]/gm)?.length ?? 0;
    await eventually('the items of the document as it is now', () => rows().length === open);
    const byDocument = shown();
    await vscode.commands.executeCommand('incidentDocs.showDoneActions');
    await eventually('what is done too', () => rows().length > open);
    await vscode.commands.executeCommand('incidentDocs.groupActionsByOwner');
    const owners = new Set(rows().map(({ item }) => item.ownerKey));
    assert.equal(view.getChildren().length, owners.size);
    await vscode.commands.executeCommand('incidentDocs.groupActionsByDue');
    assert.notDeepEqual(shown(), byDocument);
    await vscode.commands.executeCommand('incidentDocs.hideDoneActions');
    await vscode.commands.executeCommand('incidentDocs.groupActionsByDocument');
    assert.deepEqual(shown(), byDocument);
  });

  it('lists the workspace on request; an item of a closed document is ticked off in the document, which is opened for it and not saved', async () => {
    const { document } = await show(files.file(examples.postmortem));
    await eventually('one', () => view.getChildren().length > 0);
    await vscode.commands.executeCommand('incidentDocs.showWorkspaceActions');
    const row = await eventually('another document of the folder', () => boxed().find(({ plan }) => !vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === plan.uri)));
    const uri = vscode.Uri.parse(row.plan.uri);
    const before = (await vscode.workspace.fs.readFile(uri)).toString();
    assert.equal(await view.tick(row, true), null);
    const opened = vscode.workspace.textDocuments.find((other) => other.uri.toString() === row.plan.uri);
    assert.ok(opened?.isDirty);
    assert.equal(vscode.window.activeTextEditor?.document, document, 'behind the one that was at hand');
    assert.equal((await vscode.workspace.fs.readFile(uri)).toString(), before);
    await eventually('the row follows', () => again(row)?.item.state === 'done');
    await eventually('it has a tab', () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === row.plan.uri)));
    assert.equal(await view.tick(again(row) as Row, false), null);
    assert.equal(opened.getText(), before);
    await vscode.window.showTextDocument(opened);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('copies the words of an item', async () => {
    await show(files.file(examples.markdown));
    const [row] = await eventually('an item', () => rows().length > 0 && rows());
    await vscode.commands.executeCommand('incidentDocs.copyAction', row);
    assert.equal(await vscode.env.clipboard.readText(), row?.item.text);
  });
});
