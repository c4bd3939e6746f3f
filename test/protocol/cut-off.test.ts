import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withClient } from '../support/lsp-client';

/** Answers the first request, and begins a message of which the rest never comes. */
const server = `
  const answer = JSON.stringify({ jsonrpc: '2.0', id: 0, result: { capabilities: {} } });
  process.stdin.once('data', () => process.stdout.write('Content-Length: ' + answer.length + '\\r\\n\\r\\n' + answer + 'Content-Length: 100\\r\\n\\r\\n{'));
  process.stdin.resume();`;

test('a server that is ended within a message leaves nothing behind that keeps these tests from ending', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  await withClient({ script: ['-e', server] }, () => new Promise((resolve) => setTimeout(resolve, 50)));
  assert.equal(timers(), before);
});
