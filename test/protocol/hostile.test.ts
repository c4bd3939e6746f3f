import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { escalation, postmortem } from '../support/documents';
import { clients, withClient, type LspDocument } from '../support/lsp-client';

/** Asks everything there is to ask; the time that it took in milliseconds. */
async function askEverything(document: LspDocument): Promise<number> {
  const start = performance.now();
  await document.diagnostics();
  await document.symbols();
  await document.folds();
  await document.tokens();
  await document.hints();
  await document.actions(document.range(0, Math.min(document.text.length, 100_000)));
  await document.actions(document.range(0, 0), ['source.fixAll']);
  await document.plan();
  if (document.text !== '') for (const part of [0, 0.3, 0.7]) await document.hover(document.text.slice(Math.floor(document.text.length * part)).slice(0, 1));
  await document.links();
  await document.toggle('x', true);
  return performance.now() - start;
}

const megabytes = (text: string, size: number) => text.repeat(Math.ceil((size * 1_000_000) / text.length));
const bytes = Array.from({ length: 200_000 }, (_, index) => String.fromCharCode((index * 7919) % 256)).join('');

const documents: Readonly<Record<string, string>> = {
  'nothing': '',
  'one line ending': '\n',
  'a byte order mark alone': '\ufeff',
  'bytes with NULs': bytes,
  'a post-mortem with NULs': postmortem.replaceAll(' ', '\0'),
  'lone CR': postmortem.replaceAll('\n', '\r'),
  'line endings of every kind': postmortem.split('\n').map((line, index) => line + ['\n', '\r\n', '\r'][index % 3]).join(''),
  'unpaired surrogates': postmortem.replaceAll('a', '\ud83d').replaceAll('e', '\udd25'),
  'half an emoji at every end': postmortem.split('\n').join('\ud83e\n\udef1'),
  'five megabytes in lines': megabytes(`${postmortem}\n`, 5),
  'five megabytes in one line': `# Post-mortem\n\n## Timeline\n\n- 10:00 – ${'word '.repeat(1_000_000)}`,
  'five megabytes of brackets': megabytes('[ ] - [x] (', 5),
  'a hundred thousand headings': '# Post-mortem\n'.repeat(100_000),
  'lists in lists in lists': Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}- [ ] item`).join('\n'),
  'conflict markers': `<<<<<<< ours\n${postmortem}=======\n${escalation}>>>>>>> theirs\n`,
};

describe('every request is answered for', () => {
  for (const [name, text] of Object.entries(documents)) {
    for (const capabilities of [clients.vscode, clients.neovim]) {
      test(`${name}, in ${capabilities.general.positionEncodings[0]}`, () =>
        withClient({ capabilities, settings: { inlayHints: ['elapsed', 'dates', 'metrics'] } }, async (client) => {
          const document = await client.open('a.postmortem.txt', text);
          const milliseconds = await askEverything(document);
          assert.ok(milliseconds < 10_000, `it took ${Math.round(milliseconds)} ms`);
          await document.replace(0, 0, 'x');
          await document.diagnostics();
          assert.deepEqual(client.log.filter((line) => /failed/.test(line)), []);
          // The server is as well as before.
          const other = await client.open('other.md', postmortem);
          assert.equal((await other.diagnostics()).filter(({ severity }) => severity === 1).length, 1);
          assert.equal(await client.stop(), 0);
        }));
    }
  }
});

test('malformed requests are answered, told in the log, and forgotten', () =>
  withClient({}, async (client) => {
    const document = await client.open('a.md', postmortem);
    for (const params of [undefined, {}, [], { textDocument: null }, { textDocument: { uri: 5 } }, { uri: null }]) {
      for (const [method, empty] of [['textDocument/documentSymbol', []], ['textDocument/foldingRange', null], ['incidentDocs/actionPlan', null]] as const) {
        assert.deepEqual(await client.connection.sendRequest(method, params), empty, `${method} ${JSON.stringify(params)}`);
      }
    }
    await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: 'untitled:never-opened', version: 2 }, contentChanges: [{ text: 'x' }] });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'untitled:never-opened' } });
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: 'untitled:never-opened' } });
    assert.equal((await document.diagnostics()).length, 1);
  }));
