import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SemanticTokensDeltaRequest, SemanticTokensRangeRequest, type Range, type SemanticTokens } from 'vscode-languageserver-protocol/node';
import { ordinary, postmortem } from '../support/documents';
import { clients, eventually, withClient, type LspDocument } from '../support/lsp-client';

/** A document whose words stand behind emoji. */
const text = `# Post-mortem: belts

- 🚚 **Status**: Mitigated
- Owner: Zoë 👩‍🚒, Ana Mora

## Timeline (UTC)

- 🚨 2026-03-09 21:40 The belt stops; 🚒 @cem is called
- 2026-03-09 22:10 It is seen
`;

const tokensOf = (document: LspDocument, range: Range): Promise<SemanticTokens | null> =>
  document.client.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument: { uri: document.uri }, range });

/** The words of tokens with their types, as a client takes them out of its lines. */
function wordsOf(document: LspDocument, tokens: SemanticTokens | null): string[] {
  const { positionEncoding, semanticTokensProvider } = document.client.initialized.capabilities;
  const types = semanticTokensProvider?.legend.tokenTypes ?? [];
  const lines = document.text.split('\n');
  const words: string[] = [];
  let [line, start] = [0, 0];
  const { data = [] } = tokens ?? {};
  for (let at = 0; at < data.length; at += 5) {
    const [lineDelta, startDelta, length, type] = data.slice(at, at + 4) as [number, number, number, number];
    start = lineDelta === 0 ? start + startDelta : startDelta;
    line += lineDelta;
    const word = positionEncoding === 'utf-8' ? Buffer.from(lines[line] ?? '').subarray(start, start + length).toString() : (lines[line] ?? '').slice(start, start + length);
    words.push(`${types[type]} ${word}`);
  }
  return words;
}

describe('tokens', () => {
  for (const capabilities of [clients.vscode, clients.neovim]) {
    test(`have places and lengths in ${capabilities.general.positionEncodings[0]}`, () =>
      withClient({ capabilities, initializationOptions: { commands: true } }, async (client) => {
        const document = await client.open('a.md', text);
        const expected = [
          'incidentStatus Mitigated', 'incidentField Owner', 'incidentOwner Zoë 👩‍🚒', 'incidentOwner Ana Mora', 'incidentTimestamp 2026-03-09 21:40', 'incidentOwner @cem',
          'incidentTimestamp 2026-03-09 22:10',
        ];
        assert.deepEqual(wordsOf(document, await document.tokens()), expected);
        assert.deepEqual(wordsOf(document, await tokensOf(document, document.range(0, text.length))), expected);
        assert.deepEqual(wordsOf(document, await tokensOf(document, document.find('The belt stops; 🚒 @cem'))), ['incidentOwner @cem']);
      }));
  }

  test('have standard types for a client that knows none of ours', () =>
    withClient({ capabilities: clients.neovim }, async (client) => {
      const document = await client.open('a.md', text);
      assert.deepEqual(new Set(wordsOf(document, await document.tokens()).map((word) => word.split(' ')[0])), new Set(['keyword', 'property', 'type', 'number']));
    }));

  test('are told anew by what has changed', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      const first = await document.tokens();
      await document.type('Mitigated', '\n**Priority:** High');
      const changes = (previousResultId: string) => client.connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument: { uri: document.uri }, previousResultId });
      const told = await changes(first?.resultId ?? '');
      assert.ok(told && 'edits' in told, 'only the edits');
      const [edit, ...more] = told.edits;
      assert.ok(edit && more.length === 0);
      assert.ok((edit.data?.length ?? 0) <= 10, 'the token and the one behind it');
      const data = [...(first?.data ?? [])];
      data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
      assert.deepEqual(data, (await document.tokens())?.data);
      assert.ok('data' in ((await changes('of long ago')) ?? {}), 'everything where the client holds something else');
    }));

  test('are none of ours in an ordinary document', () =>
    withClient({}, async (client) => {
      for (const [name, content] of Object.entries(ordinary)) {
        const document = await client.open(name, content);
        assert.equal(await document.tokens(), null);
        assert.equal(await tokensOf(document, document.range(0, content.length)), null);
        assert.deepEqual(await document.hints(), []);
      }
    }));

  test('of a large document are told by ranges alone', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', `${postmortem}${'\nword'.repeat(20_000)}\n`);
      assert.equal(await document.tokens(), null);
      assert.deepEqual(wordsOf(document, await tokensOf(document, document.find('The on-call engineer'))), []);
      assert.deepEqual(wordsOf(document, await tokensOf(document, document.find('**2026-03-09 21:52**'))), ['number 2026-03-09 21:52']);
    }));

  test('go and come with the setting, and the client is told to ask again', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      assert.ok(await document.tokens());
      await client.configure({ semanticTokens: false });
      await eventually(() => client.asksAgain.tokens === 1);
      assert.equal(await document.tokens(), null);
      await client.configure({});
      await eventually(() => client.asksAgain.tokens === 2);
      assert.ok(await document.tokens());
    }));
});

describe('inlay hints', () => {
  test('are off, and come with the setting', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      assert.deepEqual(await document.hints(), []);
      await client.configure({ inlayHints: ['elapsed'] });
      await eventually(() => client.asksAgain.hints === 1);
      const [first] = await document.hints();
      assert.deepEqual(first, { position: document.find(' – The on-call').start, label: '+12 min', tooltip: 'Since 21:40 in line 18.', paddingLeft: true }, 'behind the bold');
    }));

  for (const capabilities of [clients.vscode, clients.neovim]) {
    test(`stand behind the time and keep to the range, in ${capabilities.general.positionEncodings[0]}`, () =>
      withClient({ capabilities, settings: { inlayHints: ['elapsed', 'dates', 'metrics'] } }, async (client) => {
        const document = await client.open('a.md', text.replace('2026-03-09 22:10', '⏱ 2026-03-09 22:10'));
        const { end } = document.find('⏱ 2026-03-09 22:10');
        assert.deepEqual((await document.hints()).map(({ position, label }) => [position, label]), [[end, '+30 min']]);
        assert.deepEqual(await document.hints(document.find('🚨 2026-03-09 21:40')), []);
      }));
  }
});

test('a client that knows neither is offered neither', () =>
  withClient({ capabilities: clients.pushed }, async ({ initialized: { capabilities } }) => {
    assert.equal(capabilities.semanticTokensProvider, undefined);
    assert.equal(capabilities.inlayHintProvider, undefined);
  }));
