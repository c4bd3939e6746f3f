import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { timelineOrder } from '../../server/src/rules/timeline/timeline-order';
import { expectMarked, findingsIn } from '../support/marked-text';

const rules = [timelineOrder];
/** A document around a timeline. */
const around = (heading: string, timeline: string) => `# Post-mortem: parcel tracking, 12 January 2026\n\n${heading}\n\n${timeline}\n\n## Root Cause\n\nA full disk.\n`;
const utc = '## Timeline (UTC)';

describe('what goes back in time', () => {
  const cases: readonly (readonly [name: string, timeline: string, heading?: string])[] = [
    ['one entry', `
- 2026-01-12 10:00 – Down
- 2026-01-12 09:00 – Noticed
             ^^^^^ timeline-order: earlier than the entry above it (2026-01-12 10:00)
- 2026-01-12 11:00 – Up`],
    ['a run is one finding', `
- **2026-01-12 10:00** – Down
- **2026-01-05 10:30** – Noticed
    ^^^^^^^^^^ timeline-order (error)
- **2026-01-05 11:00** – Worked on
- **2026-01-05 12:00** – Up`],
    ['two runs are two', `
- 2026-01-12 10:00 – Down
- 2026-01-12 09:00 – Noticed
             ^^^^^ timeline-order
- 2026-01-12 11:00 – Up
- 2026-01-11 12:00 – Down again
  ^^^^^^^^^^ timeline-order
- 2026-01-12 13:00 – Up again`],
    ['a run that is not in order itself is two', `
- 2026-01-12 10:00 – Down
- 2026-01-12 09:00 – Noticed
             ^^^^^ timeline-order
- 2026-01-12 08:00 – Mended
             ^^^^^ timeline-order
- 2026-01-12 11:00 – Up`],
    ['days alone', `
- 2026-01-12 – Down
- 2026-01-11 – Noticed
  ^^^^^^^^^^ timeline-order
- 2026-01-12 – Up`],
    ['zones of known offset', `
- 2026-01-12 10:00 UTC – Down
- 2026-01-12 10:30 CET – Noticed
             ^^^^^ timeline-order
- 2026-01-12 11:00 UTC – Up`, '## Timeline'],
    ['rows of a table', `
| Time | Event |
|---|---|
| 2026-01-12 10:00 | Down |
| 2026-01-10 10:30 | Noticed |
  ^^^^^^^^^^ timeline-order
| 2026-01-12 11:00 | Up |`],
    ['lines of plain text', `
2026-01-12 10:00 - Down
2026-01-10 10:30 - Noticed
^^^^^^^^^^ timeline-order
2026-01-12 11:00 - Up`, 'Timeline:'],
    ['a date that goes back in both of its readings', `
- 05/06/2026 10:00 – Down
- 04/05/2026 10:30 – Noticed
  ^^^^^^^^^^ timeline-order
- 05/06/2026 11:00 – Up`],
    ['days whose order another date tells', `
- 01/12/2026 23:00 – Down
- 02/01/2026 10:30 – Noticed
  ^^^^^^^^^^ timeline-order
- 13/12/2026 11:00 – Up`],
  ];
  for (const [name, timeline, heading = utc] of cases) test(name, () => void expectMarked(around(heading, timeline.trim()), { rules }));
});

describe('what does not', () => {
  const cases: readonly (readonly [name: string, timeline: string, heading?: string])[] = [
    ['equal times', '- 2026-01-12 10:00 – Down\n- 2026-01-12 10:00 – Noticed\n- 2026-01-12 10:05 – Up'],
    ['seconds below a minute of the same', '- 2026-01-12 10:00:40 – Down\n- 2026-01-12 10:00 – Noticed\n- 2026-01-12 10:05 – Up'],
    ['a day without a time of day', '- 2026-01-12 10:00 – Down\n- 2026-01-12 – Noticed\n- 2026-01-12 11:00 – Up'],
    ['a point within the range above', '- 2026-01-12 10:00–12:00 – Call\n- 2026-01-12 11:00 – Noticed\n- 2026-01-12 11:30 – Up'],
    ['midnight', '- 2026-01-12 23:10 – Down\n- 23:50 – Noticed\n- 00:20 – Up'],
    ['zones whose offset is not known', '- 2026-01-12 10:00 IST – Down\n- 2026-01-12 09:00 UTC – Noticed\n- 2026-01-12 11:00 UTC – Up', '## Timeline'],
    ['zones that put it right', '- 2026-01-12 10:00 CET – Down\n- 2026-01-12 09:30 UTC – Noticed\n- 2026-01-12 11:00 UTC – Up', '## Timeline'],
    ['a newest-first log', '- 2026-01-12 13:00 – Up\n- 2026-01-12 12:00 – Mended\n- 2026-01-12 11:00 – Noticed\n- 2026-01-12 10:00 – Down'],
    ['about that time', '- 2026-01-12 10:00 – Down\n- ~2026-01-12 09:50 – Noticed\n- 2026-01-12 11:00 – Up'],
    ['an impossible clock', '- 2026-01-12 13:55 PM – Down\n- 2026-01-12 14:10 – Noticed\n- 2026-01-12 15:00 – Up'],
    ['a date that goes back in one of its readings', '- 01/12/2026 23:00 – Down\n- 02/01/2026 10:30 – Noticed\n- 02/01/2026 11:00 – Up'],
    ['afternoons that are not written', '- 2026-01-12 11:57 AM – Down\n- 2026-01-12 1:17 – Noticed\n- 2026-01-12 1:42 PM – Up'],
  ];
  for (const [name, timeline, heading = utc] of cases) test(name, () => void expectMarked(around(heading, timeline), { rules }));

  test('what is within the tolerance', () => {
    const text = around(utc, '- 2026-01-12 10:00 – Down\n- 2026-01-12 09:56 – Noticed\n- 2026-01-12 11:00 – Up');
    const tolerant = (tolerateMinutes: number) => findingsIn(text, { rules, settings: { rules: { 'timeline-order': { severity: null, options: { tolerateMinutes } } } } });
    assert.equal(tolerant(3).length, 1);
    assert.equal(tolerant(4).length, 0);
  });
});

describe('related information', () => {
  test('names every following entry of the run', () => {
    const text = around(utc, '- 2026-01-12 10:00 – Down\n- 2026-01-05 10:30 – Seen\n- 2026-01-05 11:00 – Mended\n- 2026-01-05 12:00 – Up');
    const [finding] = findingsIn(text, { rules });
    assert.deepEqual(finding?.related?.map(({ span }) => text.slice(span.start, span.end)), ['2026-01-05 11:00', '2026-01-05 12:00']);
  });
});

describe('which fix comes first', () => {
  const rows: readonly (readonly [name: string, entries: string, titles: readonly string[]])[] = [
    ['an entry that was added late is sorted in', '- 2026-01-12 09:10 – a\n- 2026-01-12 10:05 – b\n- 2026-01-12 09:20 – c', ['Sort the timeline', 'Change 2026-01-12 to 2026-01-13']],
    ['a clock that fell across midnight gets the next day', '- 2026-01-12 22:10 – a\n- 2026-01-12 23:05 – b\n- 2026-01-12 00:20 – c', ['Change 2026-01-12 to 2026-01-13', 'Sort the timeline']],
    ['another day is taken for a slip', '- 2026-01-12 09:10 – a\n- 2026-01-12 10:05 – b\n- 2026-01-05 10:20 – c', ['Change 2026-01-05 to 2026-01-12', 'Sort the timeline']],
  ];
  for (const [name, entries, titles] of rows) {
    test(name, () => assert.deepEqual(findingsIn(around(utc, entries), { rules })[0]?.fixes?.map(({ title }) => title), titles));
  }
});

describe('the fix that changes the date', () => {
  const cases: readonly (readonly [name: string, before: string, title: string, after: string])[] = [
    ['of a run', '- 2026-01-12 10:00 – a\n- 2026-01-05 10:30 – b\n- 2026-01-05 11:00 – c\n- 2026-01-05 12:00 – d',
      'Change 2026-01-05 to 2026-01-12 here and in the 2 following entries',
      '- 2026-01-12 10:00 – a\n- 2026-01-12 10:30 – b\n- 2026-01-12 11:00 – c\n- 2026-01-12 12:00 – d'],
    ['of two', '- 2026-01-12 10:00 – a\n- 2026-01-05 10:30 – b\n- 2026-01-05 11:00 – c\n- 2026-01-12 12:00 – d',
      'Change 2026-01-05 to 2026-01-12 here and in the following entry',
      '- 2026-01-12 10:00 – a\n- 2026-01-12 10:30 – b\n- 2026-01-12 11:00 – c\n- 2026-01-12 12:00 – d'],
    ['of one, in words', '- January 12, 2026 10:00 – a\n- January 2, 2026 10:30 – b\n- January 12, 2026 12:00 – c',
      'Change January 2, 2026 to January 12, 2026',
      '- January 12, 2026 10:00 – a\n- January 12, 2026 10:30 – b\n- January 12, 2026 12:00 – c'],
    ['with its weekday', '- Monday, January 12, 2026 10:00 – a\n- Friday, January 2, 2026 10:30 – b\n- Monday, January 12, 2026 12:00 – c',
      'Change Friday, January 2, 2026 to Monday, January 12, 2026',
      '- Monday, January 12, 2026 10:00 – a\n- Monday, January 12, 2026 10:30 – b\n- Monday, January 12, 2026 12:00 – c'],
    ['with its weekday, cut', '- Mon 12 Jan 2026 10:00 – a\n- Fri 2 Jan 2026 10:30 – b\n- Mon 12 Jan 2026 12:00 – c',
      'Change Fri 2 Jan 2026 to Mon 12 Jan 2026',
      '- Mon 12 Jan 2026 10:00 – a\n- Mon 12 Jan 2026 10:30 – b\n- Mon 12 Jan 2026 12:00 – c'],
    ['to the next day where the clock says so', '- 2026-01-12 22:00 – a\n- 2026-01-10 01:30 – b\n- 2026-01-13 02:00 – c',
      'Change 2026-01-10 to 2026-01-13',
      '- 2026-01-12 22:00 – a\n- 2026-01-13 01:30 – b\n- 2026-01-13 02:00 – c'],
    ['of both ends of a range', '- 2026-01-12 10:00 – a\n- 2026-01-05 10:30 – 2026-01-05 10:45 – b\n- 2026-01-12 12:00 – c',
      'Change 2026-01-05 to 2026-01-12',
      '- 2026-01-12 10:00 – a\n- 2026-01-12 10:30 – 2026-01-12 10:45 – b\n- 2026-01-12 12:00 – c'],
  ];
  for (const [name, before, title, after] of cases) {
    test(name, () => {
      const text = around(utc, before);
      const [fix] = findingsIn(text, { rules })[0]?.fixes ?? [];
      assert.equal(fix?.title, title);
      assert.equal(fix?.kind, 'suggested');
      const fixed = applyEdits(text, fix!.edits);
      assert.equal(fixed, around(utc, after));
      assert.deepEqual(findingsIn(fixed, { rules }), []);
    });
  }

  const refused: readonly (readonly [name: string, timeline: string])[] = [
    ['does not fit the entries behind', '- 2026-01-12 10:00 – a\n- 2026-01-05 10:30 – b\n- 2026-01-12 10:15 – c'],
    ['is not written', '- 2026-01-12 10:00 – a\n- 2026-01-12 09:30 – b\n- 2026-01-12 12:00 – c'],
    ['differs within the run', '- 2026-01-12 10:00 – a\n- 2026-01-05 10:30 – b\n- 2026-01-06 10:40 – c\n- 2026-01-12 12:00 – d'],
  ];
  for (const [name, timeline] of refused) {
    test(`is not offered where the date ${name}`, () => {
      const [finding] = findingsIn(around(utc, timeline), { rules });
      assert.deepEqual(finding?.fixes?.map(({ title }) => title).filter((title) => title.startsWith('Change')), []);
    });
  }
});

describe('the fix that sorts', () => {
  const sortOf = (text: string) => findingsIn(text, { rules })[0]?.fixes?.find(({ title }) => title === 'Sort the timeline');

  test('moves whole entries, keeps blank lines and the order of equals', () => {
    const text = around(utc, '- 2026-01-12 10:00 – a\n  more of a\n- 2026-01-12 11:00 – b\n  - detail\n\n- 2026-01-12 09:00 – c\n- 2026-01-12 10:00 – d');
    const fixed = applyEdits(text, sortOf(text)!.edits);
    assert.equal(fixed, around(utc, '- 2026-01-12 09:00 – c\n- 2026-01-12 10:00 – a\n  more of a\n\n- 2026-01-12 10:00 – d\n- 2026-01-12 11:00 – b\n  - detail'));
    assert.deepEqual(findingsIn(fixed, { rules }), []);
  });

  test('keeps CR LF', () => {
    const text = around(utc, '- 2026-01-12 10:00 – a\n- 2026-01-12 09:00 – c\n- 2026-01-12 11:00 – d').replaceAll('\n', '\r\n');
    const fixed = applyEdits(text, sortOf(text)!.edits);
    assert.equal(fixed, around(utc, '- 2026-01-12 09:00 – c\n- 2026-01-12 10:00 – a\n- 2026-01-12 11:00 – d').replaceAll('\n', '\r\n'));
  });

  const refused: readonly (readonly [name: string, timeline: string])[] = [
    ['prose stands between the entries', '- 2026-01-12 10:00 – a\n\nThen nothing for a while.\n\n- 2026-01-12 09:00 – b\n- 2026-01-12 11:00 – c'],
    ['a date is taken from the entry above', '- 2026-01-12 10:00 – a\n- 2026-01-11 09:00 – b\n- 11:00 – c'],
    ['an entry is nested below another', '- 2026-01-12 10:00 – a\n  - 2026-01-12 10:50 – more of a\n- 2026-01-12 09:00 – b\n- 2026-01-12 10:20 – c'],
    ['a comment belongs to the entry below it', '- 2026-01-12 10:00 – a\n<!-- incident-docs-disable-next-line placeholder-text -->\n- 2026-01-12 09:00 – TBD\n- 2026-01-12 11:00 – c'],
    ['the entries are numbered', '1. 2026-01-12 10:00 – a\n2. 2026-01-12 09:00 – b\n3. 2026-01-12 11:00 – c'],
  ];
  for (const [name, timeline] of refused) test(`is not offered where ${name}`, () => assert.equal(sortOf(around(utc, timeline)), undefined));
});
