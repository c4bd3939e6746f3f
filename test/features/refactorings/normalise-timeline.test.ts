import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aroundTimeline, testChanges, titlesIn } from '../../support/refactoring';

const kind = 'refactor.rewrite.incidentDocs.normaliseTimeline';

const rows: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'one dash': [
    '- 2026-03-09 21:40 – Broken\n- 2026-03-09 21:52 - Seen\n- 2026-03-09 22:00 – Told\n- 2026-03-09 22:10: Well',
    '- 2026-03-09 21:40 – Broken\n- 2026-03-09 21:52 – Seen\n- 2026-03-09 22:00 – Told\n- 2026-03-09 22:10 – Well',
  ],
  'one emphasis, with what parts it from the words': [
    '- **2026-03-09 21:40**: Broken\n- **2026-03-09 21:52:** Seen\n- 2026-03-09 22:00 Told\n- **2026-03-09 22:10**: Well',
    '- **2026-03-09 21:40**: Broken\n- **2026-03-09 21:52**: Seen\n- **2026-03-09 22:00**: Told\n- **2026-03-09 22:10**: Well',
  ],
  'one form of dates': [
    '- 9 March 2026, 21:40 Broken\n- 2026-03-09 21:52 Seen\n- 9 March 2026, 22:00 Told',
    '- 9 March 2026, 21:40 Broken\n- 9 March 2026, 21:52 Seen\n- 9 March 2026, 22:00 Told',
  ],
  'one form of times': [
    '- 2026-03-09 9:40 AM Broken\n- 2026-03-09 9:52 AM Seen\n- 2026-03-09 13:05 Told',
    '- 2026-03-09 9:40 AM Broken\n- 2026-03-09 9:52 AM Seen\n- 2026-03-09 1:05 PM Told',
  ],
  'leading zeros': [
    '- 2026-03-09 09:40 Broken\n- 2026-03-09 9:52 Seen\n- 2026-03-09 08:55 Told\n- 2026-03-09 10:05 Well',
    '- 2026-03-09 09:40 Broken\n- 2026-03-09 09:52 Seen\n- 2026-03-09 08:55 Told\n- 2026-03-09 10:05 Well',
  ],
  ranges: [
    '- 2026-03-09 21:40–21:50 Broken\n- 2026-03-09 21:52 - 21:55 Seen\n- 2026-03-09 22:00–22:05 Told',
    '- 2026-03-09 21:40–21:50 Broken\n- 2026-03-09 21:52–21:55 Seen\n- 2026-03-09 22:00–22:05 Told',
  ],
  bullets: [
    '- 2026-03-09 21:40 Broken\n* 2026-03-09 21:52 Seen\n- 2026-03-09 22:00 Told',
    '- 2026-03-09 21:40 Broken\n- 2026-03-09 21:52 Seen\n- 2026-03-09 22:00 Told',
  ],
  'the ISO 8601 mark between date and time': [
    '- 2026-03-09T21:40 Broken\n- 2026-03-09 21:52 Seen\n- 2026-03-09T22:00 Told',
    '- 2026-03-09T21:40 Broken\n- 2026-03-09T21:52 Seen\n- 2026-03-09T22:00 Told',
  ],
};

describe('write all entries alike', () => {
  testChanges(rows, aroundTimeline, { kind });
  test('what says something is no mark', () => {
    const text = aroundTimeline('- 2026-03-09 21:40 – Broken\n- 🚨 2026-03-09 21:52 – Seen\n- 2026-03-09 22:00 – Told');
    assert.deepEqual(titlesIn(text, { kind }), []);
  });
  const left: Readonly<Record<string, string>> = {
    'a time that is about right': '- 2026-03-09 21:40 Broken\n- 2026-03-09 ~21:52 Seen\n- 2026-03-09 22:00 Told',
    'halves of the day that are not always said': '- 2026-03-09 11:40 AM - Broken\n- 2026-03-09 11:52 - Seen\n- 2026-03-09 12:05 - Told',
    'columns': '2026-03-09 21:40-22:10  Broken\n2026-03-09 22:20        Seen\n2026-03-09 22:30        Told',
  };
  for (const [name, timeline] of Object.entries(left)) test(`left: ${name}`, () => assert.deepEqual(titlesIn(aroundTimeline(timeline), { kind }), []));
  test('not where an entry cannot be read', () => assert.deepEqual(titlesIn(aroundTimeline('- 2026-03-09 21:40 – Broken\n- 25:71 – Seen\n- 2026-03-09 21:52 - Seen'), { kind }), []));
});
