import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { runNodeTests } from '../../scripts/test/node-tests.mjs';
import { counts, failure, sum, type Tally } from '../../scripts/test/tally.mjs';
import { temporaryFolder } from '../../scripts/temporary.mjs';

const head = "const { before, describe, test } = require('node:test'); const assert = require('node:assert');\n";

const cases: [name: string, source: string, counts: string, said?: RegExp][] = [
  ['tests and the groups around them', "describe('a', () => { test('b', () => {}); test('c', () => {}); });", '2 passed, 0 failed'],
  ['skipped and planned ones', "test('a', { skip: true }, () => {}); test('b', { todo: true }, () => {}); test('c', () => {});", '1 passed, 0 failed, 2 skipped'],
  ['a failure', "describe('a', () => { test('b', () => assert.equal('left', 'right')); });", '0 passed, 1 failed', /left/],
  ['a failure inside a test, once', "test('a', async (t) => { await t.test('b', () => assert.fail('deep')); });", '0 passed, 1 failed', /deep/],
  ['a hook that fails', "describe('a', () => { before(() => { throw new Error('hook'); }); });", '0 passed, 1 failed', /hook/],
  ['a test that does not end', "test('a', () => new Promise(() => setInterval(() => {}, 1000)));", '0 passed, 1 failed', /timed out/],
  ['a file that breaks', "throw new Error('cannot load');", '0 passed, 1 failed', /cannot load/],
  ['a file that breaks after its tests', "test('a', () => {}); setTimeout(() => { throw new Error('afterwards'); }, 50);", '1 passed, 1 failed', /afterwards/],
  ['a file without a test', '', '0 passed, 1 failed', /no test/],
];

describe('results of node:test', () => {
  for (const [name, source, expected, said] of cases) {
    test(name, async () => {
      const file = join(temporaryFolder(), 'sample.test.js');
      writeFileSync(file, head + source);
      const tally = await runNodeTests([file], { concurrency: 1, testTimeout: 1000, timeout: 20_000 });
      assert.equal(counts(tally), expected);
      if (said) assert.match(tally.failures[0]?.details ?? '', said);
    });
  }

  test('no file at all is a failure', async () => {
    assert.equal(counts(await runNodeTests([], { concurrency: 1, testTimeout: 1000, timeout: 1000 })), '0 passed, 1 failed');
  });
});

test('stages add up', () => {
  const stages: Tally[] = [{ passed: 2, skipped: 1, failures: [] }, failure('a', 'b'), { passed: 3, skipped: 0, failures: [{ title: 'c', details: 'd' }] }];
  assert.equal(counts(sum(stages)), '5 passed, 2 failed, 1 skipped');
  assert.deepEqual(sum(stages).failures.map(({ title }) => title), ['a', 'c']);
});
