import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, examples, freshExamples, openIncident, show } from './journey';

const ours = /UTC:|Time to|Open here|^Status|belongs|Find similar/m;

describe('hovers and links', () => {
  const files = freshExamples();
  afterEach(() => vscode.workspace.getConfiguration('incidentDocs').update('links.tickets', undefined, vscode.ConfigurationTarget.Global));

  const open = async (name: string) => (await openIncident(files.file(name))).document;

  /** The hovers of the first place where some words stand. */
  async function hoversOf(document: vscode.TextDocument, words: string): Promise<vscode.Hover[]> {
    const at = document.getText().indexOf(words);
    assert.ok(at >= 0, words);
    return vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(at + 1));
  }

  const markdownOf = (hover: vscode.Hover | undefined) => hover?.contents[0] as vscode.MarkdownString | undefined;

  it('a timestamp tells when it is in UTC and how long after the start', async () => {
    const document = await open(examples.markdown);
    const words = '2026-03-11 07:53';
    const [hover] = await eventually('a hover', async () => {
      const found = await hoversOf(document, words);
      return found.length > 0 && found;
    });
    assert.equal(document.getText(hover?.range), words);
    assert.match(markdownOf(hover)?.value ?? '', /\*\*UTC.*:\*\* Wed 2026-03-11 07:53[^]*\*\*Since the start:\*\* 11 min/);
  });

  it('a root cause may run the one command for similar incidents, and nothing else may run any', async () => {
    const document = await open(examples.markdown);
    const [hover] = await hoversOf(document, 'Root Cause');
    const words = markdownOf(hover);
    assert.match(words?.value ?? '', /\(command:incidentDocs\.findSimilar\?/);
    assert.deepEqual(words?.isTrusted, { enabledCommands: ['incidentDocs.findSimilar'] });
    assert.notEqual(words?.supportHtml, true);
  });

  it('a README has no hovers of ours', async () => {
    await open(examples.markdown);
    const { document } = await show(files.file('README.md'));
    const told = (await hoversOf(document, 'Write your own')).flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value)));
    assert.deepEqual(told.filter((words) => ours.test(words)), []);
  });

  it('tickets are links as soon as the settings say where to, in Markdown once', async () => {
    await vscode.workspace.getConfiguration('incidentDocs').update('links.tickets', { '(SRCH|OPS)-\\d+': 'https://tickets.example.com/$0' }, vscode.ConfigurationTarget.Global);
    const document = await open(examples.markdown);
    const links = await eventually('links', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
      return found.some(({ target }) => target?.authority === 'tickets.example.com') && found;
    });
    const tickets = links.map(({ range, target }) => [document.getText(range), target?.toString()]);
    assert.deepEqual(tickets, ['SRCH-902', 'SRCH-905', 'OPS-2210', 'SRCH-911'].map((key) => [key, `https://tickets.example.com/${key}`]));
  });

  it('places and sections are links, each once', async () => {
    const { document } = await show({ language: 'markdown', content: '' });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# Post-mortem: slow search\n\n## Impact\n\n[All](other.md) of it, see [why](#root-cause).\n\n## Root Cause\n\nA list.\n\n## Timeline\n\n- 2026-03-11 10:00 UTC - Alarm\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const inMarkdown = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const places = inMarkdown.map(({ range }) => `${range.start.line}:${range.start.character}`);
    assert.equal(new Set(places).size, places.length, places.join());
    const file = vscode.Uri.joinPath(files.file('x'), '..', 'slow.postmortem.txt');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(document.getText()));
    const own = (await show(file)).document;
    const links = await eventually('links', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', own.uri);
      return found.length > 0 && found;
    });
    assert.deepEqual(links.map(({ range, target }) => [own.getText(range), target?.path.split('/').at(-1), target?.fragment]), [['other.md', 'other.md', ''], ['#root-cause', 'slow.postmortem.txt', 'L7']]);
  });
});
