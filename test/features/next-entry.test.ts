import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { nextEntry } from '../../server/src/features/next-entry';
import { escalation, note, postmortem } from '../support/documents';

/** The time of the entry that is come to from the line of some words, and whether the end was passed. */
function from(text: string, words: string, direction: 'next' | 'previous'): string | null {
  assert.ok(text.includes(words), words);
  const document = parse(text);
  const found = nextEntry(document, document.text.lineAt(text.indexOf(words)), direction);
  return found && document.text.slice(found.entry.time.span) + (found.wrapped ? ', around' : '');
}

const table: readonly (readonly [what: string, words: string, next: string, previous: string])[] = [
  ['above all', '# 🧯', '2026-03-09 21:40', '2026-03-10 09:30, around'],
  ['on an entry', '21:52**', '2026-03-09 22:30–22:50', '2026-03-09 21:40'],
  ['below the first line of an entry', 'and opens a bridge', '2026-03-09 22:30–22:50', '2026-03-09 21:52'],
  ['on the first', '21:40**', '2026-03-09 21:52', '2026-03-10 09:30, around'],
  ['on the last', '09:30**', '2026-03-09 21:40, around', '2026-03-03 08:00'],
  ['below all', '## Lessons', '2026-03-09 21:40, around', '2026-03-10 09:30'],
];
describe('the next and the previous entry', () => {
  for (const [what, words, next, previous] of table) {
    test(what, () => assert.deepEqual([from(postmortem, words, 'next'), from(postmortem, words, 'previous')], [next, previous]));
  }

  test('of all timelines', () => {
    const text = `${postmortem}\n## Timeline of the clean-up\n\n- 2026-03-11 10:00 – Old certificates are revoked\n`;
    assert.deepEqual([from(text, '09:30**', 'next'), from(text, '10:00', 'next'), from(text, '10:00', 'previous')], ['2026-03-11 10:00', '2026-03-09 21:40, around', '2026-03-10 09:30']);
  });

  test('are none where there is no timeline', () => assert.deepEqual([from(escalation, 'Issue', 'next'), from(note, 'Milk', 'previous')], [null, null]));
});
