import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { dismiss, eventually, examples, openIncident, freshExamples, show, start, take } from './journey';

/** What was copied, if anything was. */
const clipboard = async () => (await vscode.env.clipboard.readText()) || undefined;

describe('sharing a plan', () => {
  const files = freshExamples();

  const open = async (name: string) => (await openIncident(files.file(name))).document;

  async function copied(...args: unknown[]): Promise<string> {
    await vscode.env.clipboard.writeText('');
    await start('copyActionPlanAs', ...args);
    return eventually('the copy', clipboard);
  }

  it('copies it in the format of the call, and changes nothing', async () => {
    const document = await open(examples.markdown);
    const text = document.getText();
    assert.match(await copied('markdown'), /^\| Immediate \| Withdraw synonym list 44 in all regions \| @tomas\.reyes \|  \| SRCH-902 \| Done \|$/m);
    assert.match(await copied('checklist'), /^- \[x\] Withdraw synonym list 44/m);
    assert.match(await copied('jira'), /^\|Immediate\|Withdraw synonym list 44/m);
    assert.match(await copied('text'), /^\[x\] Withdraw synonym list 44/m);
    assert.match(await copied('csv'), /^file,document,group,action,/);
    assert.deepEqual([document.getText(), document.isDirty], [text, false]);
  });

  it('asks for the format where the call names none', async () => {
    await open(examples.markdown);
    await vscode.env.clipboard.writeText('');
    await take(() => start('copyActionPlanAs'));
    assert.match(await eventually('the copy', clipboard), /^## Action plan: /);
  });

  it('copies the plan of a document that is named while another one is in front', async () => {
    const named = await open(examples.escalation);
    await open(examples.markdown);
    assert.doesNotMatch(await copied('text', named.uri), /Withdraw synonym list/);
  });

  it('copies the plan that is in front in an editor of its own', async () => {
    const { uri } = await open(examples.markdown);
    await vscode.commands.executeCommand('vscode.openWith', uri, 'incidentDocs.actionPlanEditor');
    await eventually('the editor', () => vscode.window.activeTextEditor === undefined || undefined);
    assert.match(await copied('text'), /Withdraw synonym list/);
  });

  it('exports it into a file beside the document, and saves nothing else', async () => {
    const document = await open(examples.markdown);
    for (const [format, name, begin] of [
      ['csv', 'search-latency-action-plan.csv', '\ufefffile,document,'], ['html', 'search-latency-action-plan.html', '<!doctype html>'],
      ['ics', 'search-latency-action-plan.ics', 'BEGIN:VCALENDAR\r\n'], ['json', 'search-latency-action-plan.json', '[\n'],
    ] as const) {
      await take(() => start('exportActionPlan', format));
      assert.ok(existsSync(files.file(name).fsPath), name);
      assert.ok((await files.text(name)).startsWith(begin), name);
    }
    assert.equal(document.isDirty, false);
  });

  it('writes nothing where nobody says where to', async () => {
    await open(examples.markdown);
    await dismiss(() => start('exportActionPlan', 'text'));
    assert.ok(!existsSync(files.file('search-latency-action-plan.txt').fsPath));
  });

  it('says so where there is no incident document', async () => {
    await show({ language: 'markdown', content: '# tinyqueue\n' });
    await vscode.env.clipboard.writeText('before');
    await start('copyActionPlanAs', 'text');
    assert.equal(await vscode.env.clipboard.readText(), 'before');
  });
});
