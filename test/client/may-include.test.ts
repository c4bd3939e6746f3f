import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { mayInclude } from '../../client/src/may-include';
import { namedBy } from '../../server/src/file-patterns';

describe('whether a pattern might name a file', () => {
  for (const [patterns, path, expected] of [
    [[], '/repo/a.md', false],
    [undefined, '/repo/a.md', false],
    ['a.md', '/repo/a.md', false],
    [['incidents/'], '/repo/Incidents/a.md', true],
    [['incidents/'], '/repo/docs/a.md', false],
    [['x', './docs/**/*.md'], '/repo/docs/a.md', true],
    [['*'], '/repo/a.md', true],
    [['2026-[0-9][0-9]-*.md'], '/repo/2026-03-outage.md', true],
    [[7], '/repo/a.md', false],
  ] as const) {
    test(`${JSON.stringify(patterns)}: ${path} ${expected ? 'perhaps' : 'no'}`, () => assert.equal(mayInclude(patterns, path), expected));
  }

  test('is said of every file that it names', () => {
    const piece = fc.constantFrom('a', 'B', '7', '*', '**', '?', '/', '[a-b]', '[!7]', '\\a', '\\[', ' ', '.', '-', 'é');
    const pattern = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''));
    const name = fc.array(fc.constantFrom('a', 'b', '7', '/', '.', '-', ' ', 'é', '['), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(fc.property(pattern, name, (written, file) => {
      const named = namedBy(`/r/${file}`, { include: [written], exclude: [] }, () => '/r');
      return named === null || mayInclude([written], `/r/${file}`);
    }), { seed: 6, numRuns: 20_000 });
  });
});
