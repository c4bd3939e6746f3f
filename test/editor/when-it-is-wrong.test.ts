import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, eventually, examples, findings, incidentDocs, freshExamples, show, start } from './journey';

describe('when it is wrong', () => {
  const files = freshExamples();

  const kindOf = async (uri: vscode.Uri) => (await incidentDocs()).detection(uri)?.kind;
  const folds = async (uri: vscode.Uri) => (await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri)).length;

  it('the user says what a file is, and takes it back; the file and its language stay', async () => {
    const { document } = await show(files.file(examples.markdown));
    const text = document.getText();
    await eventually('findings', () => findings(document.uri).length > 0);
    const before = await folds(document.uri);
    void start('notAnIncident');
    await eventually('it is none', async () => (await kindOf(document.uri)) === 'none' && findings(document.uri).length === 0);
    assert.ok((await folds(document.uri)) < before);
    assert.deepEqual([document.languageId, document.isDirty, document.getText()], ['markdown', false, text]);
    void start('treatAsIncident');
    await eventually('it is one again', async () => (await kindOf(document.uri)) === 'postmortem' && findings(document.uri).length > 0);
  });

  it('the word follows a file that is renamed, and goes with one that is deleted', async () => {
    const uri = files.file(examples.postmortem);
    await show(uri);
    await eventually('it is one', async () => (await kindOf(uri)) === 'postmortem');
    void start('notAnIncident', uri);
    await eventually('it is none', async () => (await kindOf(uri)) === 'none');
    const renamed = files.file('renamed.postmortem.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await show(renamed);
    await eventually('it is none under its new name', async () => (await kindOf(renamed)) === 'none');
    await closeEverything();
    const removal = new vscode.WorkspaceEdit();
    removal.deleteFile(renamed);
    assert.ok(await vscode.workspace.applyEdit(removal));
    const creation = new vscode.WorkspaceEdit();
    creation.createFile(renamed, { contents: Buffer.from('Postmortem\n') });
    assert.ok(await vscode.workspace.applyEdit(creation));
    await show(renamed);
    await eventually('the next file of this name is one', async () => (await kindOf(renamed)) === 'postmortem');
  });

  it('patterns of the settings hold at once', async () => {
    const { document } = await show(files.file(examples.markdown));
    await eventually('it is one', async () => (await kindOf(document.uri)) === 'postmortem');
    const settings = vscode.workspace.getConfiguration('incidentDocs.files');
    try {
      await settings.update('exclude', [examples.markdown], vscode.ConfigurationTarget.Global);
      await eventually('it is none', async () => (await kindOf(document.uri)) === 'none');
    } finally {
      await settings.update('exclude', undefined, vscode.ConfigurationTarget.Global);
    }
    await eventually('it is one again', async () => (await kindOf(document.uri)) === 'postmortem');
  });

  for (const [what, language] of [['a README', 'markdown'], ['a program', 'javascript']] as const) {
    it(`every command has an answer for ${what}`, async () => {
      const { document } = await show({ language, content: '# tinyqueue\n' });
      for (const command of ['notAnIncident', 'explainDetection', 'showEffectiveSettings', 'copyDiagnosticsInfo']) void start(command, document.uri);
      await vscode.env.clipboard.writeText('');
      void start('copyDiagnosticsInfo');
      const report = await eventually('the report', async () => vscode.env.clipboard.readText());
      assert.match(report, /^incident-docs: \d[^]*\nServer: running\n[^]*\nSettings that are not as by default: /);
      assert.doesNotMatch(report, /tinyqueue|Untitled/);
      assert.deepEqual(findings(document.uri), []);
    });
  }

  it('a page says which settings hold, and cannot be changed', async () => {
    await show(files.file(examples.markdown));
    void start('showEffectiveSettings');
    const page = await eventually('the page', () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'incident-docs' && uri.path.endsWith('.jsonc')));
    assert.equal(page.languageId, 'jsonc');
    assert.match(page.getText(), /"incidentDocs\.enable": true, +\/\/ default\n/);
    assert.equal(await kindOf(page.uri), undefined);
  });
});
