import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, examples, freshExamples, incidentDocs, openIncident } from './journey';

type Symbols = vscode.DocumentSymbol[];

describe('finding the way in an incident document', () => {
  const files = freshExamples();
  afterEach(async () => {
    for (const key of ['outline.markdown', 'codeLens']) await settings().update(key, undefined, vscode.ConfigurationTarget.Global);
  });

  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('incidentDocs');

  const open = (name: string) => openIncident(files.file(name));

  /** The place of the first of some words. */
  function find({ document }: vscode.TextEditor, words: string): vscode.Position {
    const at = document.getText().indexOf(words);
    assert.ok(at >= 0, words);
    return document.positionAt(at);
  }

  const ask = <T>(command: string, ...params: unknown[]): Thenable<T> => vscode.commands.executeCommand<T>(command, ...params);
  const names = (symbols: Symbols): string[] => symbols.flatMap(({ name, children }) => [name, ...names(children)]);

  it('the outline of Markdown has days, entries and items, and goes and comes with its setting', async () => {
    const { document } = await open(examples.markdown);
    const ours = async (): Promise<boolean> => names((await ask<Symbols | undefined>('vscode.executeDocumentSymbolProvider', document.uri)) ?? []).some((name) => name.startsWith('07:53 Latency alarm'));
    await eventually('our outline', ours);
    await settings().update('outline.markdown', false, vscode.ConfigurationTarget.Global);
    await eventually('no outline of ours', async () => !(await ours()));
    await settings().update('outline.markdown', undefined, vscode.ConfigurationTarget.Global);
    await eventually('our outline again', ours);
  });

  it('a selection grows from the word to the whole document', async () => {
    const editor = await open(examples.markdown);
    const places = [find(editor, 'acknowledged it'), find(editor, '🔎').translate(0, 1)];
    const [entry, emoji] = await eventually('selections', async () => {
      const found = await ask<vscode.SelectionRange[] | undefined>('vscode.executeSelectionRangeProvider', editor.document.uri, places);
      return found?.length === 2 && found;
    });
    const steps: string[] = [];
    for (let step: vscode.SelectionRange | undefined = entry; step; step = step.parent) steps.push(editor.document.getText(step.range));
    for (const step of ['acknowledged', 'Latency alarm detected the rise; the engineer on call acknowledged it', editor.document.getText()]) assert.ok(steps.includes(step), step);
    assert.ok(steps.some((step) => step.startsWith('- **2026-03-11 07:30**') && step.endsWith('latency does not change')), 'the day');
    assert.ok(emoji && editor.document.getText(emoji.range).includes('🔎'));
  });

  it('the same instant is marked wherever it stands', async () => {
    const editor = await open(examples.markdown);
    const marks = await eventually('highlights', async () => {
      const found = await ask<vscode.DocumentHighlight[] | undefined>('vscode.executeDocumentHighlights', editor.document.uri, find(editor, '07:42 to 12:20'));
      return found?.length === 2 && found;
    });
    assert.deepEqual(marks.map(({ range }) => editor.document.getText(range)), ['07:42', '2026-03-11 07:42']);
  });

  it('the commands go from entry to entry, and around', async () => {
    const editor = await open(examples.postmortem);
    const times: string[] = [];
    for (const command of ['Next', 'Next', 'Previous', 'Previous', 'Next']) {
      const before = editor.selection.active;
      await ask(`incidentDocs.goTo${command}TimelineEntry`);
      await eventually('the cursor has moved', () => !editor.selection.active.isEqual(before));
      times.push(editor.document.lineAt(editor.selection.active.line).text.slice(editor.selection.active.character).split(' - ')[0] ?? '');
    }
    assert.deepEqual(times, ['1:10 PM', '1:25 PM', '1:10 PM', '3:40 PM', '1:10 PM']);
  });

  it('the commands answer where there is no timeline', async () => {
    await openIncident({ language: 'markdown', content: '# Post-mortem: late mail\n\n## Impact\n\nMail was late.\n\n## Root cause\n\nA disk.\n\n## Action items\n\n- [ ] Buy a disk\n' });
    await ask('incidentDocs.goToNextTimelineEntry');
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 0);
  });

  it('the lens over the title is off, and comes with its setting', async () => {
    const { document } = await open(examples.escalation);
    const lenses = async (): Promise<vscode.CodeLens[]> => (await ask<vscode.CodeLens[] | undefined>('vscode.executeCodeLensProvider', document.uri, 10)) ?? [];
    assert.deepEqual(await lenses(), []);
    await settings().update('codeLens', true, vscode.ConfigurationTarget.Global);
    const [lens, ...others] = await eventually('a lens', async () => {
      const found = await lenses();
      return found.length > 0 && found;
    });
    assert.deepEqual(others, []);
    assert.equal(lens?.range.start.line, 0);
    assert.match(lens?.command?.title ?? '', /^\d+ open actions? · \d+ problems · Open action plan$/);
    await ask(lens?.command?.command ?? '', ...(lens?.command?.arguments ?? []));
    const api = await incidentDocs();
    await eventually('the plan is shown', () => api.previewed()?.toString() === document.uri.toString());
  });
});
