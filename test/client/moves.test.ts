import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forgotten, moved } from '../../client/src/moves';

const choices = { 'file:///a/x.md': 'other', 'file:///a/b/y.md': 'incident', 'file:///ab/z.md': 'other' } as const;

describe('what was said of files', () => {
  for (const [what, renames, expected] of [
    ['follows a file', [['file:///a/x.md', 'file:///a/new.md']], { 'file:///a/new.md': 'other', 'file:///a/b/y.md': 'incident', 'file:///ab/z.md': 'other' }],
    ['follows a folder, and no folder that begins alike', [['file:///a', 'file:///c']], { 'file:///c/x.md': 'other', 'file:///c/b/y.md': 'incident', 'file:///ab/z.md': 'other' }],
    ['stays where other files move', [['file:///a/x', 'file:///q']], choices],
  ] as const) {
    test(what, () => assert.deepEqual(moved(choices, renames), expected));
  }
  for (const [what, gone, expected] of [
    ['goes with a file', ['file:///a/x.md'], { 'file:///a/b/y.md': 'incident', 'file:///ab/z.md': 'other' }],
    ['goes with a folder', ['file:///a', 'file:///elsewhere'], { 'file:///ab/z.md': 'other' }],
    ['stays where nothing goes', [], choices],
  ] as const) {
    test(what, () => assert.deepEqual(forgotten(choices, gone), expected));
  }
});
