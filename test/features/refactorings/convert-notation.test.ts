import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changed, titlesIn } from '../../support/refactoring';

const kind = 'source.convertNotation.incidentDocs';
const markdown = '# Post-mortem: belts\n\n**Status:** Resolved\n\n## Impact\n\nAll *belts*.\n';
const plain = 'Post-mortem: belts\n==================\n\nStatus: Resolved\n\nImpact\n------\n\nAll belts.\n';

describe('the whole document in the other notation', () => {
  test('Markdown in plain text', () => assert.equal(changed(markdown, { kind }, 'Write the document in plain text'), plain));
  test('plain text in Markdown', () => assert.equal(changed(plain, { kind }, 'Write the document in Markdown'), markdown.replace('*belts*', 'belts')));
  test('whatever is selected', () => assert.deepEqual(titlesIn(markdown, { kind, words: 'All' }), ['Write the document in plain text']));
  test('not where nothing would tell that it is done', () =>
    assert.deepEqual(titlesIn('A nut <came> loose at 2*3*4.\n', { kind }), ['Write the document in Markdown: This document has no heading by which Markdown could be told from plain text.']));
  test('says why it cannot be', () =>
    assert.deepEqual(titlesIn('# Post-mortem: belts\n\n## Impact\n\n![The belt](belt.png)\n', { kind }), ['Write the document in plain text: Line 5 holds HTML or a picture, for which plain text has no form.']));
});
