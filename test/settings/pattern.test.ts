import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPattern } from '../../server/src/pattern';

const match = (pattern: string, text: string) => readPattern(pattern)?.match(text, 0) ?? null;

describe('a pattern', () => {
  const table: readonly (readonly [pattern: string, text: string, found: readonly string[] | null])[] = [
    ['OPS-\\d+', 'OPS-1234 x', ['OPS-1234']],
    ['OPS-(\\d+)', 'OPS-12', ['OPS-12', '12']],
    ['(OPS|NET)-(\\d{1,3})', 'NET-1234', ['NET-123', 'NET', '123']],
    ['^OPS-\\d+', 'OPS-7', ['OPS-7']],
    ['\\bOPS-\\d+\\b', 'OPS-7', ['OPS-7']],
    ['[A-Z][A-Z0-9]+-[^\\D0]', 'AB2-5', ['AB2-5']],
    ['(?<key>a+)b?', 'aab', ['aab', 'aa']],
    ['(a)|(b)', 'b', ['b', '', 'b']],
    ['(OPS-)?\\d+', '12', ['12', '']],
    ['#(\\d+)', '#42', ['#42', '42']],
    ['([\\w.-]+)\\/([\\w.-]+)#(\\d+)', 'org/repo.js#12', ['org/repo.js#12', 'org', 'repo.js', '12']],
    ['[*+{]\\+\\*\\{x', '++*{x', ['++*{x']],
    ['a*', 'b', null],
    ['OPS', 'ops', null],
  ];
  for (const [pattern, text, found] of table) test(`${pattern} in ${text}`, () => assert.deepEqual(match(pattern, text), found));

  const unusable = ['', '(', 'a)', '[a', '*', 'a**', '(?=a)', '(?!a)b', '(?<=a)b', '(a)\\1', '(?<a>x)\\k<a>', '(a+)+x', '(a|a)*x', '(a{0,9}){0,9}', 'a*a*a*a*x', `${'a?'.repeat(7)}x`, 'a'.repeat(201)];
  for (const pattern of unusable) test(`${pattern.slice(0, 20) || 'of nothing'} cannot be used`, () => assert.equal(readPattern(pattern), null));

  test('cannot take long', () => {
    const words = 'a'.repeat(4000);
    const start = performance.now();
    for (const pattern of ['a*a*a*x', '\\w+\\w+\\w+!', '.*.*.*x', `${'a?'.repeat(6)}x`]) {
      const read = readPattern(pattern) ?? assert.fail(pattern);
      for (let at = 0; at < words.length; at += 4) assert.equal(read.match(words, at), null, pattern);
    }
    const milliseconds = performance.now() - start;
    assert.ok(milliseconds < 5000, `${milliseconds} ms`);
  });
});
