import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, examples, freshExamples, openIncident } from './journey';

describe('tokens and inlay hints', () => {
  const files = freshExamples();
  afterEach(async () => {
    for (const key of ['semanticTokens', 'inlayHints']) await set(key, undefined);
  });

  const set = (key: string, value: unknown) => vscode.workspace.getConfiguration('incidentDocs').update(key, value, vscode.ConfigurationTarget.Global);

  const open = async (name: string) => (await openIncident(files.file(name))).document;

  /** The words of the document's tokens, each behind its type. */
  async function tokensOf(document: vscode.TextDocument): Promise<string[]> {
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>('vscode.provideDocumentSemanticTokensLegend', document.uri);
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', document.uri);
    const { data } = tokens ?? { data: new Uint32Array() };
    const words: string[] = [];
    let [line, start] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [lineDelta = 0, startDelta = 0, length = 0, type = 0] = data.subarray(at, at + 4);
      start = lineDelta === 0 ? start + startDelta : startDelta;
      line += lineDelta;
      words.push(`${legend?.tokenTypes[type]} ${document.getText(new vscode.Range(line, start, line, start + length))}`);
    }
    return words;
  }

  const expected: Readonly<Record<string, readonly string[]>> = {
    [examples.markdown]: ['incidentSeverity SEV2', 'incidentStatus Resolved', 'incidentOwner Tomás Reyes', 'incidentTimestamp 2026-03-11 08:20–09:10', 'incidentOwner @lea.brandt', 'incidentTicket OPS-2210'],
    [examples.escalation]: ['incidentField Status', 'incidentStatus In Progress', 'incidentTimestamp 2026-02-03 09:20'],
    [examples.postmortem]: ['incidentTimestamp 1:25 PM', 'incidentField Owner'],
  };
  for (const [name, words] of Object.entries(expected)) {
    it(`${name} is coloured by what its words mean`, async () => {
      const document = await open(name);
      const found = await eventually('tokens', async () => {
        const tokens = await tokensOf(document);
        return tokens.length > 0 && tokens;
      });
      assert.deepEqual(words.filter((word) => !found.includes(word)), [], found.join('\n'));
    });
  }

  it('the setting switches the colours off and on, at once', async () => {
    const document = await open(examples.markdown);
    await eventually('tokens', async () => (await tokensOf(document)).length > 0);
    await set('semanticTokens', false);
    await eventually('no tokens', async () => (await tokensOf(document)).length === 0);
    await set('semanticTokens', undefined);
    await eventually('tokens again', async () => (await tokensOf(document)).length > 0);
  });

  it('inlay hints come when they are asked for, for the part that is asked', async () => {
    const document = await open(examples.markdown);
    const hints = (range = new vscode.Range(0, 0, document.lineCount, 0)) => vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, range);
    assert.deepEqual(await hints(), []);
    await set('inlayHints', ['elapsed']);
    const all = await eventually('hints', async () => {
      const found = await hints();
      return found.length > 0 && found;
    });
    const line = document.getText().slice(0, document.getText().indexOf('2026-03-11 07:53')).split('\n').length - 1;
    const beside = all.find(({ position }) => position.line === line);
    assert.equal(beside?.label, '+11 min');
    assert.deepEqual((await hints(new vscode.Range(line, 0, line, 80))).map(({ label }) => label), ['+11 min']);
  });
});
