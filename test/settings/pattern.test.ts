import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPattern } from '../../server/src/pattern';

const match = (pattern: string, text: string, left = 1_000_000) => readPattern(pattern)?.match(text, 0, text.length, { left }) ?? null;

describe('a pattern', () => {
  const table: readonly (readonly [pattern: string, text: string, found: readonly string[] | null])[] = [
    ['OPS-\\d+', 'OPS-1234 x', ['OPS-1234']],
    ['OPS-(\\d+)', 'OPS-12', ['OPS-12', '12']],
    ['(OPS|NET)-(\\d{1,3})', 'NET-1234', ['NET-123', 'NET', '123']],
    ['^OPS-\\d+$', 'OPS-7', ['OPS-7']],
    ['\\bOPS-\\d+\\b', 'OPS-7', ['OPS-7']],
    ['[A-Z][A-Z0-9]+-[^\\D0]', 'AB2-5', ['AB2-5']],
    ['(?:a|b)*?c', 'ababc', ['ababc']],
    ['(?<key>a+)b?', 'aab', ['aab', 'aa']],
    ['(a)|(b)', 'b', ['b', '', 'b']],
    ['a{2}', 'aaa', ['aa']],
    ['a{2,}', 'aaa', ['aaa']],
    ['#(\\d+)', '#42', ['#42', '42']],
    ['([\\w.-]+)\\/([\\w.-]+)#(\\d+)', 'org/repo.js#12', ['org/repo.js#12', 'org', 'repo.js', '12']],
    ['x\\.y.', 'x.yz', ['x.yz']],
    ['x\\-\\d', 'x-1', ['x-1']],
    ['(a*)*', 'aaa', ['aaa', 'aaa']],
    ['a*', 'b', null],
    ['OPS', 'ops', null],
  ];
  for (const [pattern, text, found] of table) test(`${pattern} in ${text}`, () => assert.deepEqual(match(pattern, text), found));

  for (const pattern of ['', '(', 'a)', '[a', '*', 'a**', '(?=a)', '(?!a)b', '(?<=a)b', '(a)\\1', '\\k<a>', '\\p{L}', '\\x41', '\\B', 'a'.repeat(201)]) {
    test(`${pattern.slice(0, 20) || 'of nothing'} cannot be used`, () => assert.equal(readPattern(pattern), null));
  }

  test('finds what a regular expression finds', () => {
    const piece = fc.constantFrom('a', 'b', '\\d', '[ab]', '[^a]', '.', '(a|ab)', '(?:b|1)', 'a?', 'b*', '\\w+', 'a{1,2}', '(a?b)', '1*?');
    fc.assert(fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.string({ unit: fc.constantFrom('a', 'b', '1', '-'), maxLength: 12 }), (pieces, text) => {
      const expected = new RegExp(`^(?:${pieces.join('')})`).exec(text);
      const found = match(pieces.join(''), text);
      assert.deepEqual(found, expected?.[0] ? [...expected].map((part) => part ?? '') : null);
    }), { numRuns: 2000 });
  });

  test('cannot take long', () => {
    const steps = { left: 1_000_000 };
    const text = `${'a'.repeat(4000)}!`;
    for (const pattern of ['(a+)+x', '(a|a)*x', '(a*)*x', '(a|aa)+x', 'a*a*a*a*a*a*a*a*a*x', `${'a?'.repeat(40)}${'a'.repeat(40)}x`, '((a{0,9}){0,9}){0,9}x']) {
      const left = steps.left;
      assert.equal(readPattern(pattern)?.match(text, 0, text.length, steps), null, pattern);
      assert.ok(left - steps.left <= 5_000, `${pattern} took ${left - steps.left} steps`);
    }
  });
});
