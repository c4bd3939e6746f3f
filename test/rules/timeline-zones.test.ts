import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { timelineMissingTimezone } from '../../server/src/rules/timeline/timeline-missing-timezone';
import { timelineMixedTimezones } from '../../server/src/rules/timeline/timeline-mixed-timezones';
import { timelineOrder } from '../../server/src/rules/timeline/timeline-order';
import { timezoneAmbiguous } from '../../server/src/rules/timeline/timezone-ambiguous';
import { timezoneDstMismatch } from '../../server/src/rules/timeline/timezone-dst-mismatch';
import type { Rule } from '../../server/src/rules/rule';
import { expectMarked, findingsIn } from '../support/marked-text';

type Cases = readonly (readonly [name: string, body: string])[];

const document = (body: string) => `# Post-mortem: parcel tracking\n\n${body.trim()}\n\n## Root Cause\n\nA full disk.\n`;
const check = (rule: Rule, cases: Cases) => {
  for (const [name, body] of cases) test(name, () => void expectMarked(document(body), { rules: [rule] }));
};
const rows = '- 2026-01-12 10:00 – Down\n- 2026-01-12 11:00 – Up';

describe('timeline-missing-timezone', () => {
  check(timelineMissingTimezone, [
    ['no zone anywhere', `
## Timeline
   ^^^^^^^^ timeline-missing-timezone (warning)

${rows}`],
    ['several timelines are one', `
## Timeline of the outage
   ^^^^^^^^^^^^^^^^^^^^^^ timeline-missing-timezone

${rows}

## Timeline of the repair

${rows}`],
    ['while it is open', `
Status: Investigating

## Timeline
   ^^^^^^^^ timeline-missing-timezone (information)

${rows}`],
    ['in the heading', `## Timeline (CET)\n\n${rows}`],
    ['in one entry', '## Timeline\n\n- 2026-01-12 10:00 UTC – Down\n- 2026-01-12 11:00 – Up'],
    ['in a sentence', `## Timeline\n\nTimes are given in UTC.\n\n${rows}`],
    ['in a statement that we do not read', `## Timeline\n\nAll times as at the head office.\n\n${rows}`],
    ['in a heading that we do not read', `## Timeline (Berlin time)\n\n${rows}`],
    ['behind the times, in letters that we do not know', '## Timeline\n\n- 2026-01-12 10:00 NPT – Down\n- 2026-01-12 11:00 NPT – Up'],
    ['a clock that counts from zero', '## Timeline\n\n- 00:00 – Down\n- 01:10 – Up'],
    ['days', '## Timeline\n\n- 2026-01-12 – Down\n- 2026-01-13 – Up'],
    ['one time', '## Timeline\n\n- 2026-01-12 – Down\n- 2026-01-13 10:00 – Up'],
  ]);
});

describe('timeline-mixed-timezones', () => {
  check(timelineMixedTimezones, [
    ['two zones', `
## Timeline
   ^^^^^^^^ timeline-mixed-timezones (warning): PST and UTC

- 2026-01-12 10:00 PST – Down
- 2026-01-12 19:00 UTC – Up`],
    ['a heading and an entry', `
## Timeline (UTC)
   ^^^^^^^^^^^^^^ timeline-mixed-timezones

- 2026-01-12 10:00 – Down
- 2026-01-12 10:30 – Noticed
- 2026-01-12 12:00 CET – Up`],
    ['names of one zone', '## Timeline\n\n- 2026-03-01 10:00 EST – Down\n- 2026-03-20 10:00 EDT – Noticed\n- 2026-03-20 11:00 ET – Up'],
    ['names of one offset', '## Timeline\n\n- 2026-01-12 10:00 GMT – Down\n- 2026-01-12 10:10 UTC – Noticed\n- 2026-01-12 10:20Z – Up'],
    ['both at once', '## Timeline\n\n- 2026-01-12 10:00 PST (18:00 UTC) – Down\n- 2026-01-12 10:30 PST (18:30 UTC) – Up'],
    ['a place and its offset', '## Timeline\n\n- 2026-01-12 10:00 ET – Down\n- 2026-01-12 10:30-05:00 – Up'],
  ]);
});

describe('timezone-dst-mismatch', () => {
  check(timezoneDstMismatch, [
    ['winter\'s name in summer', `
## Timeline (PST)
             ^^^ timezone-dst-mismatch (warning): write PDT

- 2026-07-12 10:00 – Down
- 2026-07-12 11:00 – Up`],
    ['summer\'s name in winter', `
## Timeline

- 2026-01-12 10:00 EDT – Down
                   ^^^ timezone-dst-mismatch: write EST
- 2026-01-12 11:00 EDT – Up`],
    ['in the summary', `
## Summary

On 12 July 2026 from 10:00 to 12:00 (CET) nothing was sent.
                                     ^^^ timezone-dst-mismatch: write CEST`],
    ['on the other half of the globe', `
## Timeline (NZDT)
             ^^^^ timezone-dst-mismatch: write NZST

- 2026-07-12 10:00 – Down
- 2026-07-12 11:00 – Up`],
    ['only the days that are wrong', `
## Timeline

- 2026-02-12 10:00 EST – Down
- 2026-05-12 10:00 EST – Up
                   ^^^ timezone-dst-mismatch: 2026-05-12`],
    ['in season', '## Timeline\n\n- 2026-01-12 10:00 PST – Down\n- 2026-07-12 10:00 PDT – Up'],
    ['the days around the change', '## Timeline\n\n- 2026-03-07 10:00 PDT – Down\n- 2026-03-08 10:00 PST – Up'],
    ['what is kept all year somewhere', '## Timeline\n\n- 2026-07-12 10:00 MST – Down\n- 2026-07-12 10:00 AEST – Up\n- 2026-07-12 10:00 CST – Up\n- 2026-07-12 10:00 GMT – Up'],
    ['another place of that name', '## Timeline (PST)\n\n- 2026-07-12 10:00 – Manila is down\n- 2026-07-12 11:00 – Up'],
    ['no year', '## Summary\n\nOn 12 July from 10:00 to 12:00 (CET) nothing was sent.'],
    ['words', '## Summary\n\nThe PST files of 2026-07-12, and est and EST of 2026-07-12 as words.'],
    ['code', '## Summary\n\nOn 2026-07-12 the log said `10:00 PST`.'],
  ]);

  test('the fix writes one name everywhere', () => {
    const text = document('## Timeline\n\n- 2026-07-12 10:00 PST – Down\n- 2026-07-12 11:00 PST – Up');
    const [finding, ...others] = findingsIn(text, { rules: [timezoneDstMismatch] });
    assert.deepEqual(others, []);
    assert.deepEqual(finding!.fixes!.map(({ title, edits }) => [title, edits.length]), [['Change PST to PDT in 2 places', 2], ['Change PST to PT in 2 places', 2]]);
  });
});

describe('timezone-ambiguous', () => {
  check(timezoneAmbiguous, [
    ['India, Ireland, Israel', `
## Timeline (IST)
             ^^^ timezone-ambiguous (hint): India or of Ireland or of Israel

${rows}`],
    ['local time', `
## Timeline

All times are in local time.
                 ^^^^^ timezone-ambiguous

${rows}`],
    ['told by a place', `## Timeline (IST)\n\nThe team in Pune was on call.\n\n${rows}`],
    ['told by its offset', `## Timeline (IST, UTC+5:30)\n\n${rows}`],
    ['told by the other season', `## Timeline (CST)\n\n${rows}\n\nThe next review is at 10:00 CDT.`],
    ['local time that is named', `## Timeline\n\nAll times local (CET).\n\n${rows}`],
    ['local things', `## Timeline (UTC)\n\n${rows}\n- 2026-01-12 12:00 – The local time server is replaced`],
    ['other names', `## Timeline (CET)\n\n${rows}`],
  ]);
});

describe('timeline-order among zones of several meanings', () => {
  check(timelineOrder, [
    ['out of order whatever IST means', `
## Timeline

- 2026-01-12 10:00 UTC – Down
- 2026-01-12 10:30 IST – Noticed
             ^^^^^ timeline-order
- 2026-01-12 11:00 UTC – Up`],
    ['in order in Ireland', '## Timeline\n\n- 2026-01-12 10:00 UTC – Down\n- 2026-01-12 11:30 IST – Noticed\n- 2026-01-12 11:00 UTC – Up'],
    ['in order by the clock on the wall', '## Timeline\n\n- 2026-07-12 10:00 UTC – Down\n- 2026-07-12 06:30 EST – Noticed\n- 2026-07-12 11:00 UTC – Up'],
    ['a newest-first log with one that slipped', `
## Log

- 2026-01-12 15:00 – Up
- 2026-01-12 14:00 – Mended
- 2026-01-12 12:00 – Found
- 2026-01-12 13:00 – Called
             ^^^^^ timeline-order: later than the entry above it
- 2026-01-12 11:00 – Noticed
- 2026-01-12 10:00 – Down`],
    ['a newest-first log that passes midnight', '# 12 January 2026\n\n## Log\n\n- 03:00 – Up\n- 02:30 – a\n- 02:00 – b\n- 01:00 – c\n- 00:30 – d\n- 23:50 – Down'],
    ['days from the newest, hours from the oldest', '## Log\n\n- 2026-01-14 10:00 – a\n- 2026-01-14 11:00 – b\n- 2026-01-13 10:00 – c\n- 2026-01-12 10:00 – d\n- 2026-01-12 11:00 – e\n- 2026-01-11 10:00 – f\n- 2026-01-11 11:00 – g'],
  ]);

  test('the newest-first log is sorted from the newest down', () => {
    const text = document('## Log\n\n- 2026-01-12 15:00 – Up\n- 2026-01-12 14:00 – Mended\n- 2026-01-12 12:00 – Found\n- 2026-01-12 13:00 – Called\n- 2026-01-12 11:00 – Noticed\n- 2026-01-12 10:00 – Down');
    const [finding] = findingsIn(text, { rules: [timelineOrder] });
    assert.deepEqual(finding!.fixes!.flatMap(({ edits }) => edits.map(({ newText }) => newText)), ['- 2026-01-12 13:00 – Called', '- 2026-01-12 12:00 – Found']);
  });
});
