import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { postmortem } from '../support/documents';
import { clients, LspClient, serverPath, withClient } from '../support/lsp-client';

for (const transport of ['stdio', 'node-ipc'] as const) {
  describe(`over ${transport}`, () => {
    for (const [name, capabilities] of Object.entries(clients)) {
      test(`a client like ${name} is greeted, served and left with exit code 0`, async () => {
        const client = await LspClient.start({ capabilities, transport });
        assert.equal(client.initialized.serverInfo?.name, 'incident-docs');
        const document = await client.open('a.md', postmortem);
        assert.ok((await document.symbols()).length > 0);
        assert.equal(await client.stop(), 0);
        assert.equal(client.stderr, '');
      });
    }

    test('without a shutdown it leaves with exit code 1', async () => {
      const client = await LspClient.start({ transport });
      await client.connection.sendNotification('exit');
      assert.equal(await client.exitCode(), 1);
    });
  });
}

test('the command line serves as well', async () => {
  const client = await LspClient.start({ script: ['dist/cli.js', 'lsp', '--stdio'] });
  const document = await client.open('a.md', postmortem);
  assert.equal((await document.diagnostics()).length, 1);
  assert.equal(await client.stop(), 0);
  assert.equal(client.stderr, '');
});

test('the client is told what it registered for, and nothing that it cannot register', async () => {
  await withClient({ capabilities: clients.minimal }, async (client) => {
    const document = await client.open('a.md', postmortem);
    await document.symbols();
    assert.deepEqual(client.registrations, []);
  });
  await withClient({ capabilities: clients.vscode }, async (client) => {
    const document = await client.open('a.md', postmortem);
    await document.symbols();
    assert.deepEqual(client.registrations.map(({ method }) => method).sort(), ['textDocument/documentSymbol', 'textDocument/formatting', 'textDocument/onTypeFormatting', 'textDocument/rangeFormatting', 'workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
  });
});

describe('the server goes when its client goes', () => {
  test('standard input ends', async () => {
    const client = await LspClient.start();
    client.process.stdin?.end();
    assert.equal(await client.exitCode(), 1);
  });

  test('the channel of the parent closes', async () => {
    const client = await LspClient.start({ transport: 'node-ipc' });
    client.process.disconnect();
    assert.equal(await client.exitCode(), 1);
  });

  test('the process that started it is gone', { timeout: 15_000 }, async () => {
    const parent = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const server = spawn(process.execPath, [serverPath, '--stdio']);
    const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: parent.pid, rootUri: null, capabilities: {} } });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
    await once(server.stdout, 'data');
    parent.kill();
    const [code] = await once(server, 'exit');
    assert.equal(code, 1);
  });
});

describe('started without a client', () => {
  test('it says what it is for', () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [serverPath], { encoding: 'utf8' });
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^Usage: .*--stdio \| --node-ipc.*\n$/);
  });
  test('it says that there is no channel', () => {
    const { status, stderr } = spawnSync(process.execPath, [serverPath, '--node-ipc'], { encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /^--node-ipc needs .*\n$/);
  });
});

test('standard output carries nothing but the protocol', async () => {
  const server = spawn(process.execPath, [serverPath, '--stdio']);
  const chunks: Buffer[] = [];
  server.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  let errors = '';
  server.stderr.on('data', (chunk) => (errors += String(chunk)));
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const uri = 'untitled:a.md';
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  send({ method: 'initialized', params: {} });
  send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version: 1, text: postmortem } } });
  send({ id: 2, method: 'textDocument/documentSymbol', params: { textDocument: { uri } } });
  send({ id: 3, method: 'textDocument/documentSymbol', params: {} });
  send({ id: 4, method: 'incidentDocs/actionPlan', params: { uri: 7 } });
  send({ id: 5, method: 'no/such/method', params: {} });
  send({ method: 'no/such/notification', params: {} });
  send({ method: 'textDocument/didChange', params: { textDocument: { uri, version: 2 }, contentChanges: [{ nonsense: true }] } });
  send({ id: 6, method: 'shutdown' });
  // the exit follows the answer to the shutdown, however long it takes
  for (;;) {
    await once(server.stdout, 'data');
    if (Buffer.concat(chunks).includes('"id":6')) break;
  }
  send({ method: 'exit' });
  const [code] = await once(server, 'exit');
  assert.equal(code, 0);
  assert.equal(errors, '');

  let rest = Buffer.concat(chunks);
  const ids: number[] = [];
  while (rest.length > 0) {
    const header = /^Content-Length: (\d+)\r\n(?:Content-Type: [^\r\n]*\r\n)?\r\n/.exec(rest.toString('latin1', 0, 200)) ?? assert.fail(`no header: ${rest.toString('utf8', 0, 200)}`);
    const end = header[0].length + Number(header[1]);
    const message = JSON.parse(rest.toString('utf8', header[0].length, end)) as { jsonrpc: string; id?: number; method?: string };
    assert.equal(message.jsonrpc, '2.0');
    if (message.id !== undefined && message.method === undefined) ids.push(message.id);
    rest = rest.subarray(end);
  }
  assert.deepEqual(ids.sort(), [1, 2, 3, 4, 5, 6], 'every request is answered');
});

test('a request after the shutdown is refused', async () => {
  const client = await LspClient.start();
  const document = await client.open('a.md', postmortem);
  await client.connection.sendRequest('shutdown');
  await assert.rejects(document.symbols(), { code: -32002 });
  await client.connection.sendNotification('exit');
  assert.equal(await client.exitCode(), 0);
});
