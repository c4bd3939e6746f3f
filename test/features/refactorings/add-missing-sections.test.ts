import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changed, titlesIn } from '../../support/refactoring';

const kind = 'source.addMissingSections.incidentDocs';
const settings = { requiredSections: ['summary', 'impact', 'detection', 'timeline', 'rootCause', 'actions', 'lessons', 'references'] as const };
const headings = (text: string) => text.split(/\r\n|\n/).filter((line) => line.startsWith('## '));

const text = '# Post-mortem: belts stood still\n\n## Impact\n\nTwo belts.\n\n## Root Cause\n\nA nut came loose.\n';

describe('add all missing sections', () => {
  test('each at its place', () => {
    const after = changed(text, { kind, settings });
    assert.deepEqual(headings(after), ['## Summary', '## Impact', '## Detection', '## Timeline', '## Root Cause', '## Action Items', '## Lessons Learned', '## References']);
    assert.ok(!/\n\n\n/.test(after), after);
    assert.deepEqual(titlesIn(after, { kind, settings }), []);
  });

  test('in the line ending of the document, whose last line has none', () => {
    const after = changed(text.trimEnd().replaceAll('\n', '\r\n'), { kind, settings });
    assert.ok(!/(?<!\r)\n/.test(after));
    assert.ok(!/\r\n\r\n\r\n/.test(after), JSON.stringify(after));
    assert.equal(headings(after).length, 8);
  });

  test('underlined where the others are', () => {
    const after = changed('Post-mortem: belts stood still\n==============================\n\nImpact\n------\n\nTwo belts.\n\nRoot Cause\n----------\n\nA nut came loose.\n', { kind, settings });
    assert.match(after, /\nLessons Learned\n---------------\n/);
  });

  test('not where none is missing', () => assert.deepEqual(titlesIn(changed(text, { kind }), { kind }), []));
});
