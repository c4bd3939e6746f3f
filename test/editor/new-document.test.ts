import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeEverything, codeOf, dismiss, eventually, findings, incidentDocs, openIncident, start, take } from './journey';

/** What is opened under each shape: language and kind. */
const shapes: readonly (readonly [shape: string, language: string, kind: 'postmortem' | 'escalation'])[] = [
  ['pm-full', 'markdown', 'postmortem'], ['pm-lite', 'markdown', 'postmortem'], ['pm-sre', 'markdown', 'postmortem'], ['pm-pagerduty', 'markdown', 'postmortem'],
  ['pm-atlassian', 'markdown', 'postmortem'], ['pm-text', 'incident', 'postmortem'],
  ['pm-tables', 'markdown', 'postmortem'], ['pm-cmr', 'markdown', 'postmortem'], ['pm-8d', 'markdown', 'postmortem'], ['pm-security', 'markdown', 'postmortem'],
  ['pm-near-miss', 'markdown', 'postmortem'], ['pm-api', 'incident', 'postmortem'], ['pm-customer', 'incident', 'postmortem'], ['esc-brief', 'markdown', 'escalation'],
  ['esc-summary', 'incident', 'escalation'], ['esc-summary-md', 'markdown', 'escalation'],
  ['inc-live', 'markdown', 'postmortem'], ['inc-live-text', 'incident', 'postmortem'],
];

const active = (): vscode.TextDocument | undefined => vscode.window.activeTextEditor?.document;

describe('a new document', () => {
  afterEach(closeEverything);

  for (const [shape, language, kind] of shapes) {
    it(`${shape} is untitled, of its kind, and has placeholders to fill in and no other fault`, async () => {
      await start('newDocument', shape);
      const document = active();
      assert.ok(document && document.isUntitled && document.languageId === language, `${document?.uri.toString()} ${document?.languageId}`);
      const api = await incidentDocs();
      await eventually('its kind', () => api.detection(document.uri)?.kind === kind);
      await eventually('nothing but placeholders', () => [...new Set(findings(document.uri).map(codeOf))].join() === 'placeholder-text');
    });
  }

  it('is chosen in a list, which remembers what was taken', async () => {
    for (const steps of [1, 0]) {
      const before = active();
      await take(() => start('newEscalationSummary'), steps);
      assert.equal((await eventually('a document', () => active() !== before && active())).languageId, 'markdown');
    }
  });

  it('begins with a file of the team, word for word, where a setting names its folder', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const templates = join(folder.uri.fsPath, 'templates');
    const settings = vscode.workspace.getConfiguration('incidentDocs', folder.uri);
    await mkdir(templates);
    try {
      const text = '# Post-Mortem: our own\n\nCost: $1 and ${2}\n\n## Timeline (UTC)\n\n## Root Cause\n\n## Action Items\n';
      await writeFile(join(templates, 'our-own.md'), text);
      await writeFile(join(templates, 'picture.png'), '');
      await settings.update('templates.folder', 'templates', vscode.ConfigurationTarget.Workspace);
      await take(() => start('newPostMortem'));
      const document = await eventually('the template', () => active()?.isUntitled && active());
      assert.equal(document.getText(), text);
      assert.equal(document.languageId, 'markdown');
    } finally {
      await settings.update('templates.folder', undefined, vscode.ConfigurationTarget.Workspace);
      await rm(templates, { recursive: true, force: true });
    }
  });

  it('that is not chosen is not opened', async () => {
    const count = vscode.workspace.textDocuments.length;
    await dismiss(() => start('newDocument'));
    assert.equal(vscode.workspace.textDocuments.length, count);
  });
});

describe('completion', () => {
  afterEach(closeEverything);

  const post = '# Post-mortem: search was down\n\n- **Severity**: SEV-2\n- **Status**: \n\n## Summary\n\nThe search was down for an hour.\n\n## Timeline (UTC)\n\n- **2026-03-11 09:00** – Searches fail\n- \n\n## Root Cause\n\nA lock.\n';

  async function offered(line: number, character: number): Promise<vscode.CompletionItem[]> {
    const { document } = await openIncident({ language: 'markdown', content: post });
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, new vscode.Position(line, character));
    // the editor adds its own snippets and the words of the text
    return items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet && kind !== vscode.CompletionItemKind.Text);
  }

  it('offers statuses with what they mean', async () => {
    const items = await offered(3, '- **Status**: '.length);
    assert.deepEqual(items.map(({ label }) => label), ['Draft', 'In Review', 'Investigating', 'Identified', 'Mitigated', 'Monitoring', 'Resolved', 'Closed']);
    assert.ok(items.every(({ documentation }) => documentation));
  });

  it('offers the present for the next entry', async () => {
    const [entry] = await offered(12, 2);
    const label = typeof entry?.label === 'string' ? entry.label : entry?.label.label;
    assert.match(label ?? '', /^\d{4}-\d\d-\d\d \d\d:\d\d$/);
    assert.equal(entry?.insertText, `- **${label}** – `);
  });

  it('offers nothing in prose', async () => assert.deepEqual(await offered(7, 'The search '.length), []));
});
