import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { postmortem } from '../support/documents';
import { withClient } from '../support/lsp-client';

/** A post-mortem with a timeline of very many entries. */
function long(entries: number): string {
  const rows = Array.from({ length: entries }, (_, index) => `- **2026-03-09 ${String(index % 24).padStart(2, '0')}:00** – Step ${index} of the recovery`);
  return postmortem.replace('## Root Cause', `${rows.join('\n')}\n\n## Root Cause`);
}

const requests = ['textDocument/diagnostic', 'textDocument/documentSymbol', 'textDocument/foldingRange', 'textDocument/codeAction', 'incidentDocs/actionPlan', 'incidentDocs/plans', 'workspace/symbol', 'textDocument/completion'];

describe('a request that is taken back at once', () => {
  for (const method of requests) {
    for (const transport of ['stdio', 'node-ipc'] as const) {
      test(`${method} over ${transport} is answered with RequestCancelled`, () =>
        withClient({ transport }, async (client) => {
          const document = await client.open('long.md', long(20_000));
          const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
          const params = { uri: document.uri, uris: [document.uri], openOnly: false, textDocument: { uri: document.uri }, range, position: range.start, query: '', context: { diagnostics: [] } };
          const source = new CancellationTokenSource();
          const answer = client.connection.sendRequest(method, params, source.token);
          source.cancel();
          await assert.rejects(answer, { code: -32800 });
          // And the server goes on as if nothing had happened.
          assert.ok((await document.symbols()).length > 0);
        }));
    }
  }

  test('of a burst of twenty, only the last is worked on', () =>
    withClient({}, async (client) => {
      const document = await client.open('long.md', long(20_000));
      await document.symbols();
      const params = { textDocument: { uri: document.uri } };
      const outcomes: Promise<string>[] = [];
      const start = performance.now();
      for (let key = 0; key < 20; key++) {
        void document.replace(0, 0, '\n');
        const source = new CancellationTokenSource();
        outcomes.push(client.connection.sendRequest('textDocument/diagnostic', params, source.token).then(() => 'answered', (error: { code: number }) => String(error.code)));
        if (key < 19) source.cancel();
      }
      const told = await Promise.all(outcomes);
      assert.deepEqual(told, [...Array<string>(19).fill('-32800'), 'answered']);
      const burst = performance.now() - start;
      const once = performance.now();
      await document.replace(0, 0, '\n');
      await document.diagnostics();
      assert.ok(burst < 10 * (performance.now() - once) + 200, `the burst took ${Math.round(burst)} ms`);
    }));
});
