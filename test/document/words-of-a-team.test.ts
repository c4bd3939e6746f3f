import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';

describe('what a team says in words of its own', () => {
  const text = '# Post-mortem: disk full\n\nAlarm level: 2\n\n## The smoking gun\n\nA log.\n';

  test('headings and keys', () => {
    const synonyms = { sections: { rootCause: ['Smoking gun'] }, fields: { severity: ['Alarm level'] } };
    const { allSections, fields } = parse(text, { synonyms });
    assert.deepEqual(allSections.map(({ roles }) => roles), [['rootCause']]);
    assert.deepEqual(fields.map(({ key, value }) => [key, value]), [['severity', '2']]);
  });

  test('are nobody else’s', () => {
    parse(text, { synonyms: { sections: { rootCause: ['Smoking gun'] } } });
    assert.deepEqual(parse(text).allSections.map(({ roles }) => roles), [[]]);
  });

  test('the order of day and month, where a date can be read both ways', () => {
    const start = (dayOrder?: 'dayFirst' | 'monthFirst'): number | null | undefined =>
      parse('# T\n\n## Timeline\n\n- 03/04/2024 10:00 a\n', dayOrder ? { dayOrder } : {}).timelines[0]?.entries[0]?.start.day;
    assert.notEqual(start('dayFirst'), start('monthFirst'));
  });
});
