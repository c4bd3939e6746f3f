import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { parseSettings, readingOf } from '../../server/src/settings';

describe('settings that bear on how a document is read', () => {
  test('headings, keys and the order of dates', () => {
    const { settings, problems } = parseSettings({ sections: { rootCause: ['Smoking gun'] }, fields: { severity: ['Alarm level'] }, dateOrder: 'monthFirst' });
    assert.deepEqual(problems, []);
    assert.deepEqual(readingOf(settings), { synonyms: { sections: { rootCause: ['Smoking gun'] }, fields: { severity: ['Alarm level'] } }, dayOrder: 'monthFirst' });
    assert.deepEqual(parse('# T\n\n## Smoking gun\n\nA log.\n', readingOf(settings)).allSections[0]?.roles, ['rootCause']);
  });

  test('nothing where nothing is set', () => assert.deepEqual(readingOf(parseSettings({}).settings), {}));

  test('a role that there is not is a problem, and the rest holds', () => {
    const { settings, problems } = parseSettings({ sections: { reason: ['Why'] }, maxProblems: 7 });
    assert.equal(problems.length, 1);
    assert.equal(settings.maxProblems, 7);
    assert.deepEqual(settings.sections, {});
  });
});
