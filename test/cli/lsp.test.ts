import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderWith, run } from '../support/command-line';

const message = (body: object) => {
  const text = JSON.stringify({ jsonrpc: '2.0', ...body });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

test('lsp serves an editor over standard input and output, and ends with it', async (context) => {
  const session = [
    message({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }),
    message({ method: 'initialized', params: {} }),
    message({ id: 2, method: 'shutdown' }),
    message({ method: 'exit' }),
  ];
  const { code, stdout, stderr } = await run(folderWith(context, {}), ['lsp', '--stdio'], session.join(''), true);
  assert.match(stdout, /"id":1,"result":\{"capabilities":\{/);
  assert.match(stdout, /"id":2,"result":null/);
  assert.deepEqual([code, stderr], [0, '']);
});
