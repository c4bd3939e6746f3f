import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CancellationTokenSource, ResponseError } from 'vscode-languageserver-protocol/node';
import { answer } from '../../server/src/lsp/answer';
import type { Session } from '../../server/src/lsp/session';

/** A session that only writes down what is logged. */
function sessionWith(log: string[], debug: string[] = []): Session {
  const open = { length: 4321 };
  return {
    host: { log: (message: string) => log.push(message), now: () => 0, timeZone: () => 'UTC', readFile: async () => null },
    connection: { console: { debug: (message: string) => debug.push(message) } },
    documents: new Map([['untitled:a', open]]),
  } as unknown as Session;
}

const code = (result: unknown) => (result instanceof ResponseError ? result.code : null);

describe('an answer', () => {
  test('is what the work gives', async () => {
    const answering = answer(() => sessionWith([]), 'm', () => '', async (_, params: string) => `${params}!`);
    assert.equal(await answering('a', new CancellationTokenSource().token), 'a!');
  });

  test('is not begun where a cancellation followed the request at once', async () => {
    let begun = false;
    const source = new CancellationTokenSource();
    const answering = answer(() => sessionWith([]), 'm', () => null, async () => { begun = true; return null; });
    const result = answering({}, source.token);
    source.cancel();
    assert.equal(code(await result), -32800);
    assert.equal(begun, false);
  });

  test('is thrown away where the cancellation came during the work', async () => {
    const source = new CancellationTokenSource();
    const answering = answer(() => sessionWith([]), 'm', () => null, async () => { source.cancel(); return null; });
    assert.equal(code(await answering({}, source.token)), -32800);
  });

  test('is empty where the work throws, and one line in the log says why', async () => {
    const log: string[] = [];
    const answering = answer<object, string>(() => sessionWith(log), 'some/method', () => 'empty', async () => { throw new Error('broken'); });
    assert.equal(await answering({}, new CancellationTokenSource().token), 'empty');
    assert.equal(log.length, 1);
    assert.match(log[0] ?? '', /^some\/method failed: Error: broken/);
  });

  test('is an error before the handshake', async () => {
    const answering = answer(() => null, 'm', () => null, async () => null);
    assert.equal(code(await answering({}, new CancellationTokenSource().token)), -32002);
  });

  test('that takes long is told with the size of its document', async () => {
    const debug: string[] = [];
    const answering = answer<object, null>(() => sessionWith([], debug), 'm', () => null, () => new Promise((resolve) => setTimeout(() => resolve(null), 520)));
    await answering({ textDocument: { uri: 'untitled:a' } }, new CancellationTokenSource().token);
    assert.match(debug[0] ?? '', /^m took \d+ ms for 4321 characters$/);
  });

  test('to a request without parameters finds its token all the same', async () => {
    const answering = answer(() => sessionWith([]), 'm', () => '', async () => 'done') as (token: unknown) => Promise<unknown>;
    assert.equal(await answering(new CancellationTokenSource().token), 'done');
  });
});
