import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, eventually, examples, findings, freshExamples, incidentDocs, openIncident, show } from './journey';

describe('reading and writing an incident document', () => {
  const files = freshExamples();

  const open = async (name: string) => (await openIncident(files.file(name))).document;

  for (const name of Object.values(examples)) {
    it(`${name} has an outline of sections, with entries and actions in them`, async () => {
      const document = await open(name);
      const symbols = await eventually('an outline', async () => {
        const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri);
        return found !== undefined && found.length > 0 && found;
      });
      const flat = (list: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] => list.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
      const all = flat(symbols);
      assert.ok(all.length > symbols.length, 'the outline is a tree');
      for (const symbol of all) assert.ok(symbol.range.contains(symbol.selectionRange), symbol.name);
      const plan = await (await incidentDocs()).actionPlan(document.uri);
      assert.ok(plan !== null && plan.total > 0, 'the example has actions');
      for (const { line } of plan.groups.flatMap(({ items }) => items)) {
        assert.ok(all.some(({ selectionRange }) => selectionRange.start.line === line), `the action of line ${line + 1} is in the outline`);
      }
    });

    it(`${name} folds`, async () => {
      const document = await open(name);
      const folds = await eventually('folds', async () => {
        const found = await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>('vscode.executeFoldingRangeProvider', document.uri);
        return found !== undefined && found.length > 3 && found;
      });
      for (const { start, end } of folds) assert.ok(start < end && end < document.lineCount, `${start} to ${end}`);
    });
  }

  it('a whole post-mortem from a snippet has placeholders to fill in, and no other fault', async () => {
    const { document } = await show({ language: 'markdown', content: '' });
    await insertSnippet('markdown', /post-?mortem/i);
    await eventually('nothing but placeholders', () => [...new Set(findings(document.uri).map(codeOf))].join() === 'placeholder-text');
  });

  it('a whole escalation from a snippet has placeholders to fill in, and no other fault', async () => {
    const { document } = await show({ language: 'incident', content: '' });
    await insertSnippet('incident', /escalation/i);
    await eventually('nothing but placeholders', () => [...new Set(findings(document.uri).map(codeOf))].join() === 'placeholder-text');
  });

  it('the first quick fix of timeline-order puts the timeline in order', async () => {
    const { uri } = await exampleWith('timeline-order');
    const finding = findings(uri).find((found) => codeOf(found) === 'timeline-order') as vscode.Diagnostic;
    const before = (await vscode.workspace.openTextDocument(uri)).getText();
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, finding.range, vscode.CodeActionKind.QuickFix.value);
    const fix = actions.find(({ kind, edit }) => edit !== undefined && kind?.value === vscode.CodeActionKind.QuickFix.value);
    assert.ok(fix?.edit, `a fix among ${actions.map(({ title }) => title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    const document = await vscode.workspace.openTextDocument(uri);
    assert.notEqual(document.getText(), before);
    await eventually('the finding is gone', () => findings(uri).every((found) => codeOf(found) !== 'timeline-order'));
    assert.ok(document.isDirty, 'nothing was saved');
  });

  /** The code actions of the finding of timeline-order that run a command. */
  async function commandsOf(uri: vscode.Uri): Promise<vscode.Command[]> {
    const finding = findings(uri).find((found) => codeOf(found) === 'timeline-order') as vscode.Diagnostic;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, finding.range, vscode.CodeActionKind.QuickFix.value);
    return actions.flatMap(({ command }) => (command?.command.startsWith('incidentDocs.') ? [command] : []));
  }

  it('a finding is explained by its page, which comes with the extension', async () => {
    const { uri } = await exampleWith('timeline-order');
    const explain = (await commandsOf(uri)).find(({ command }) => command === 'incidentDocs.explainRule');
    assert.ok(explain, 'an action that explains');
    await vscode.commands.executeCommand(explain.command, ...(explain.arguments ?? []));
    await eventually('the page', () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ label }) => label.includes('timeline-order')));
  });

  it('a rule is switched off in the settings, and the finding goes', async () => {
    const { uri } = await exampleWith('timeline-order');
    const disable = (await commandsOf(uri)).find(({ command }) => command === 'incidentDocs.disableRule');
    assert.ok(disable, 'an action that disables');
    const rules = () => vscode.workspace.getConfiguration('incidentDocs', uri).inspect('rules');
    try {
      // the command waits until its message is answered or gone
      void vscode.commands.executeCommand(disable.command, ...(disable.arguments ?? []));
      await eventually('the finding is gone', () => findings(uri).every((found) => codeOf(found) !== 'timeline-order'));
      const { globalValue, workspaceValue } = rules() ?? {};
      assert.deepEqual(workspaceValue ?? globalValue, { 'timeline-order': 'off' });
    } finally {
      const configuration = vscode.workspace.getConfiguration('incidentDocs', uri);
      await configuration.update('rules', undefined, rules()?.workspaceValue === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace);
      await vscode.commands.executeCommand('notifications.clearAll');
    }
    await eventually('the finding is back', () => findings(uri).some((found) => codeOf(found) === 'timeline-order'));
  });

  it('settings that are nonsense are known to the window, and the rest of them holds', async () => {
    const { uri } = await exampleWith('timeline-order');
    const api = await incidentDocs();
    const set = (rules: object | undefined) => vscode.workspace.getConfiguration('incidentDocs', uri).update('rules', rules, vscode.ConfigurationTarget.Global);
    try {
      await set({ 'timeline-ordr': 'off', 'timeline-order': 'hint' });
      const bad = await eventually('the bad setting', () => api.detection(uri)?.badSettings);
      assert.deepEqual(bad.map(({ setting }) => setting), ['incidentDocs.rules']);
      await eventually('a hint', () => findings(uri).some((found) => codeOf(found) === 'timeline-order' && found.severity === vscode.DiagnosticSeverity.Hint));
    } finally {
      await set(undefined);
    }
    await eventually('nothing is wrong any more', () => api.detection(uri)?.badSettings === undefined);
  });

  it('a fault that is typed is found, and one that is mended goes', async () => {
    const document = await open(examples.markdown);
    const before = (await eventually('findings', () => findings(document.uri).length > 0 && findings(document.uri))).length;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\n\n## Lessons learned\n\nTODO\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually('one more finding', () => findings(document.uri).length > before);
    await vscode.commands.executeCommand('undo');
    await eventually('as many as before', () => findings(document.uri).length === before);
  });

  /** Opens the examples one by one until one has a finding of the rule. */
  async function exampleWith(rule: string): Promise<vscode.TextDocument> {
    for (const name of Object.values(examples)) {
      const document = await open(name);
      await eventually('findings', () => findings(document.uri).length > 0);
      if (findings(document.uri).some((found) => codeOf(found) === rule)) return document;
    }
    assert.fail(`no example has a finding of ${rule}`);
  }
});

/** Inserts the first whole-document snippet of a language whose name matches, with its defaults. */
async function insertSnippet(langId: string, name: RegExp): Promise<void> {
  const extension = vscode.extensions.getExtension('incident-docs.incident-docs');
  assert.ok(extension);
  const { contributes } = extension.packageJSON as { contributes: { snippets: { language: string; path: string }[] } };
  for (const { path } of contributes.snippets.filter(({ language }) => language === langId)) {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, path));
    const snippets = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, { body: string | string[] }>;
    const whole = Object.keys(snippets).find((title) => name.test(title) && [snippets[title]?.body].flat().length > 15);
    if (whole === undefined) continue;
    await vscode.commands.executeCommand('editor.action.insertSnippet', { langId, name: whole });
    return;
  }
  assert.fail(`no snippet of ${langId} matches ${name}`);
}
