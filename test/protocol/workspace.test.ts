import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { FileChangeType, type CompletionList } from 'vscode-languageserver-protocol/node';
import { BrowserServer } from '../support/browser-server';
import { folderWith } from '../support/command-line';
import { postmortem } from '../support/documents';
import { clients, eventually, uriOf, withClient, workspaceFolder, type LspClient, type LspDocument, type StartOptions } from '../support/lsp-client';

const incident = (id: string, owner = 'Ana Mora'): string => `# ${id}: search was down

**Status:** Resolved
**Owner:** ${owner}

## Timeline (UTC)

- 2026-03-09 21:40 – The cluster restarts
- 2026-03-09 21:52 – The page is taken
- 2026-03-09 22:10 – Search answers again

## Action Items

- [ ] Alarm on the free space (OPS-12)
`;

const files = {
  'a/inc-100.md': incident('INC-100'),
  'a/inc-101.md': incident('INC-101', 'Ben Ito'),
  'b/inc-102.txt': incident('INC-102'),
  'b/readme.md': '# Search\n\nHow to install it.\n',
  'drafts/inc-103.md': incident('INC-103'),
  'old/inc-104.md': incident('INC-104'),
  'node_modules/x/inc-105.md': incident('INC-105'),
};

const titles = async (client: LspClient, query = 'INC-'): Promise<string[]> => (await client.workspaceSymbols(query)).map(({ name }) => name.slice(0, 7)).sort();

/** A session over a folder with the files above and some more. */
async function over(context: TestContext, more: Record<string, string | Uint8Array>, options: StartOptions, script: (client: LspClient, folder: string) => Promise<void>): Promise<void> {
  const folder = folderWith(context, { ...files, ...more });
  await withClient({ folders: [folder], ...options }, (client) => script(client, folder));
}

describe('the documents of a folder', () => {
  test('are found by their ids, titles, entries and actions', (context) =>
    over(context, {}, {}, async (client, folder) => {
      assert.deepEqual(await titles(client), ['INC-100', 'INC-101', 'INC-102', 'INC-103', 'INC-104']);
      const [found] = await client.workspaceSymbols('inc-102');
      assert.deepEqual(found, {
        name: 'INC-102: search was down', kind: 19,
        location: { uri: uriOf(path.join(folder, 'b', 'inc-102.txt')), range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
      });
      const entries = await client.workspaceSymbols('cluster restarts');
      assert.deepEqual(entries.slice(0, 1).map(({ name, containerName, location }) => [name, containerName, location.range.start.line]), [['2026-03-09 21:40 The cluster restarts', 'INC-100: search was down', 7]]);
      assert.ok((await client.workspaceSymbols('alarm')).every(({ name }) => name === 'Alarm on the free space (OPS-12)'));
    }));

  test('are not those that git ignores or the settings exclude', (context) =>
    over(context, { '.gitignore': 'drafts/\n', '.git/HEAD': '' }, { settings: { files: { exclude: ['old/'] } } }, async (client) => {
      assert.deepEqual(await titles(client), ['INC-100', 'INC-101', 'INC-102']);
    }));

  test('are as their own project file says', (context) =>
    over(context, { '.incident-docs.json': '{ "files": { "exclude": ["drafts"] } }', 'old/.incident-docs.json': '{ "enable": false }' }, {}, async (client) => {
      assert.deepEqual(await titles(client), ['INC-100', 'INC-101', 'INC-102']);
    }));

  test('follow the files', (context) =>
    over(context, {}, {}, async (client, folder) => {
      await titles(client);
      const at = (name: string) => path.join(folder, name);
      writeFileSync(at('a/inc-106.md'), incident('INC-106'));
      await client.tell(FileChangeType.Created, at('a/inc-106.md'));
      assert.ok((await titles(client)).includes('INC-106'));
      writeFileSync(at('a/inc-106.md'), '# Shopping\n\nMilk.\n');
      await client.tell(FileChangeType.Changed, at('a/inc-106.md'));
      assert.ok(!(await titles(client)).includes('INC-106'));
      renameSync(at('a/inc-100.md'), at('b/inc-100.md'));
      await client.tell(FileChangeType.Deleted, at('a/inc-100.md'));
      await client.tell(FileChangeType.Created, at('b/inc-100.md'));
      assert.deepEqual((await client.workspaceSymbols('INC-100')).map(({ location }) => location.uri), [uriOf(at('b/inc-100.md'))]);
      rmSync(at('old'), { recursive: true });
      await client.connection.sendNotification('workspace/didDeleteFiles', { files: [{ uri: uriOf(at('old')) }] });
      assert.deepEqual(await titles(client), ['INC-100', 'INC-101', 'INC-102', 'INC-103']);
      writeFileSync(at('.gitignore'), 'drafts\n');
      mkdirSync(at('.git'));
      await client.tell(FileChangeType.Created, at('.gitignore'));
      assert.deepEqual(await titles(client), ['INC-100', 'INC-101', 'INC-102']);
    }));

  test('follow the editor before the disk', (context) =>
    over(context, {}, {}, async (client, folder) => {
      const file = path.join(folder, 'a', 'inc-100.md');
      const document = await client.open(uriOf(file), incident('INC-100'), 'markdown');
      await titles(client);
      await document.become(incident('INC-900'));
      await document.symbols();
      assert.ok((await titles(client)).includes('INC-900'));
      await client.tell(FileChangeType.Changed, file);
      assert.ok(!(await titles(client)).includes('INC-100'));
      await document.close();
      assert.deepEqual((await titles(client)).slice(0, 1), ['INC-100']);
    }));

  test('are forgotten with the setting, and known again', (context) =>
    over(context, {}, {}, async (client, folder) => {
      await client.open(uriOf(path.join(folder, 'a/inc-100.md')), incident('INC-100'), 'markdown');
      assert.equal((await titles(client)).length, 5);
      await client.configure({ workspace: { index: false } });
      assert.deepEqual(await titles(client), ['INC-100']);
      await client.configure({});
      assert.equal((await titles(client)).length, 5);
    }));

  test('are those of every folder', (context) =>
    over(context, {}, {}, async (client, folder) => {
      const other = folderWith(context, { 'inc-200.md': incident('INC-200') });
      assert.equal((await titles(client)).length, 5);
      await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [workspaceFolder(other)], removed: [workspaceFolder(folder)] } });
      assert.deepEqual(await titles(client), ['INC-200']);
    }));

  test('too large are passed over, which the log says once', (context) =>
    over(context, { 'a/large.md': incident('INC-107') + 'x'.repeat(3 * 1024 * 1024) }, {}, async (client) => {
      assert.equal((await titles(client)).length, 5);
      const told = await eventually(() => client.log.find((line) => line.includes('large.md')));
      assert.match(told, /is passed over: is 3\.0 MB large; files over 2 MB are not read$/);
      assert.equal(client.log.filter((line) => /^5 incident documents among 7 files, read in \d+ ms\.$/.test(line)).length, 1);
    }));

  test('are known to a client that knows a root only, and watches nothing', (context) =>
    over(context, {}, { capabilities: { workspace: { symbol: {} } } }, async (client) => {
      assert.equal((await titles(client)).length, 5);
      assert.deepEqual(client.registrations, []);
    }));
});

test('without a folder the open documents are known', () =>
  withClient({}, async (client) => {
    const document = await client.open('a.md', incident('INC-300'));
    await document.symbols();
    assert.deepEqual(await titles(client), ['INC-300']);
    await document.close();
    assert.deepEqual(await titles(client), []);
  }));

test('in a browser the open documents are known', async () => {
  const server = await BrowserServer.start({ settings: {}, capabilities: clients.vscode });
  server.notify('textDocument/didOpen', { textDocument: { uri: 'vscode-vfs://x/a.md', languageId: 'markdown', version: 1, text: incident('INC-300') } });
  await server.request('textDocument/documentSymbol', { textDocument: { uri: 'vscode-vfs://x/a.md' } });
  const found = await server.request<{ name: string }[]>('workspace/symbol', { query: 'inc-300' });
  assert.deepEqual(found.map(({ name }) => name), ['INC-300: search was down']);
});

describe('completion', () => {
  const complete = async (client: LspClient, document: LspDocument, behind: string): Promise<CompletionList> =>
    (await client.connection.sendRequest('textDocument/completion', { textDocument: { uri: document.uri }, position: document.position(document.text.indexOf(behind) + behind.length) })) as CompletionList;

  test('offers the owners of this document and of all others', (context) =>
    over(context, {}, {}, async (client) => {
      await titles(client);
      const document = await client.open('a.md', postmortem.replace('**Severity', '**Owner:** \n**Severity'));
      const { items, isIncomplete } = await complete(client, document, '**Owner:** ');
      assert.equal(isIncomplete, false);
      assert.deepEqual(items.map(({ label, detail }) => [label, detail]), [['@ivo', '1 document'], ['@marta', '1 document'], ['Ana Mora', '4 documents'], ['Ben Ito', '1 document']]);
      const at = document.find('**Owner:** ').end;
      assert.deepEqual(items[2]?.textEdit, { range: { start: at, end: at }, newText: 'Ana Mora' });
    }));

  test('replaces the handle that was begun, in UTF-8 too', (context) =>
    over(context, {}, { capabilities: { ...clients.vscode, general: { positionEncodings: ['utf-8'] } } }, async (client) => {
      const document = await client.open('a.md', postmortem.replace('by hand (@marta)', 'by hand — é (@mar)'));
      const { items } = await complete(client, document, '(@mar');
      assert.deepEqual(items.map(({ label, textEdit }) => [label, textEdit]), [['@marta', { range: document.find('@mar'), newText: '@marta' }]]);
    }));

  test('is silent in prose and in what is no incident document', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      assert.deepEqual((await complete(client, document, 'Card payments failed')).items, []);
      const shopping = await client.open('b.md', '# Shopping\n\nOwner: \n');
      assert.deepEqual((await complete(client, shopping, 'Owner: ')).items, []);
    }));
});
