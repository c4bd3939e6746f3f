import { describe, test } from 'node:test';
import { timelineImpossibleClock } from '../../server/src/rules/timeline/timeline-impossible-clock';
import { timelineMissingDate } from '../../server/src/rules/timeline/timeline-missing-date';
import { timelineRangeInverted } from '../../server/src/rules/timeline/timeline-range-inverted';
import { timelineRelativeTime } from '../../server/src/rules/timeline/timeline-relative-time';
import { weekdayMismatch } from '../../server/src/rules/timeline/weekday-mismatch';
import type { Rule } from '../../server/src/rules/rule';
import { expectMarked } from '../support/marked-text';

type Cases = readonly (readonly [name: string, body: string, title?: string])[];

const check = (rule: Rule, cases: Cases, heading = '## Timeline (UTC)\n\n') => {
  for (const [name, body, title = '# Post-mortem: parcel tracking, 12 January 2026'] of cases) {
    test(name, () => void expectMarked(`${title}\n\n${heading}${body.trim()}\n\n## Root Cause\n\nA full disk.\n`, { rules: [rule] }));
  }
};

describe('timeline-range-inverted', () => {
  check(timelineRangeInverted, [
    ['a range that ends before it begins', `
- 06:00–05:00 – Restart
  ^^^^^^^^^^^ timeline-range-inverted (error)
- 07:00 – Up`],
    ['with the date in front', `
- 2026-01-12 14:30-13:50 Restart
             ^^^^^^^^^^^ timeline-range-inverted
- 2026-01-12 15:00 Up`],
    ['with a date at both ends', `
- 2026-01-12 14:30 – 2026-01-11 15:00 – Restart
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ timeline-range-inverted
- 2026-01-12 15:00 – Up`],
    ['of days', `
- 2026-01-12 – 2026-01-10 – Restarts
  ^^^^^^^^^^^^^^^^^^^^^^^ timeline-range-inverted
- 2026-01-13 – Up`],
    ['in a table', `
| Time | Event |
|---|---|
| 10:30-10:20 | Restart |
  ^^^^^^^^^^^ timeline-range-inverted
| 11:00 | Up |`],
    ['past midnight', '- 23:30–00:40 – Restart\n- 01:00 – Up'],
    ['through a night', '- 17:30–02:00 – Restart\n- 03:00 – Up'],
    ['after noon', '- 11:30-1:15 – Restart\n- 1:20 – Up'],
    ['after noon, with the half written once', '- 11:30 AM - 1:15 – Restart\n- 1:20 PM – Up'],
    ['the half at the end counts for both', '- 10:00-10:30 PM – Restart\n- 11:20 PM – Up'],
    ['ends in zones of their own', '- 10:00 CEST - 09:30 UTC – Restart\n- 12:00 CEST – Up'],
    ['half a day, in a clock of 12 hours', '- 10:00 - 9:00 – Restart\n- 12:00 – Up'],
    ['of no length', '- 10:00–10:00 – Restart\n- 12:00 – Up'],
    ['days that may be read two ways', '- 03/04/2026 – 02/05/2026 – Restarts\n- 02/06/2026 – Up'],
    ['the turn of the year', '- 30 December – 2 January – Restarts\n- 3 January – Up'],
  ]);
});

describe('timeline-impossible-clock', () => {
  check(timelineImpossibleClock, [
    ['PM behind 24 hours', `
- 12:40 – Down
- 13:55 PM – Noticed
  ^^^^^^^^ timeline-impossible-clock (error)`],
    ['several alike are one', `
- 13:40 PM – Down
  ^^^^^^^^ timeline-impossible-clock
- 13:55 PM – Noticed`],
    ['a digit too many', `
- 07:46 – Down
- 07:7:47 – Noticed
  ^^^^^^^ timeline-impossible-clock
- 07:55 – Up`],
    ['too many minutes', `
- 12:40 – Down
- 12:75 – Noticed
  ^^^^^ timeline-impossible-clock: minutes to 59
- 13:10 – Up`],
    ['too many hours, behind a date', `
- 2026-01-12 12:40 – Down
- 2026-01-12 25:10 – Noticed
             ^^^^^ timeline-impossible-clock: hours go to 23
- 2026-01-13 03:10 – Up`],
    ['in a table', `
| Time | Event |
|---|---|
| 12:40 | Down |
| 12:75 | Noticed |
  ^^^^^ timeline-impossible-clock
| 13:10 | Up |`],
    ['in plain lines', `
12:40 Down
12:61 Noticed
^^^^^ timeline-impossible-clock
13:10 Up`],
    ['half past midnight', '- 00:30 AM – Down\n- 1:10 AM – Up'],
    ['midnight as 24:00', '- 23:30 – Down\n- 24:00 – Noticed\n- 00:10 – Up'],
    ['a clock that counts from zero', '- 00:00 – Down\n- 12:40 – Noticed\n- 25:10 – Up'],
    ['figures within a row', '- 12:40 – Down, ratio 12:75\n- 12:50 – At 99:80 it was over\n  - 12:75 of them failed\n- 13:10 – Up'],
    ['scores among few times', '- 12:40 – Down\n- 12:75 of all hosts\n- 99:80 of the others'],
  ]);
});

describe('timeline-missing-date', () => {
  check(timelineMissingDate, [
    ['times of no day', `
## Timeline
   ^^^^^^^^ timeline-missing-date (hint)

- 10:00 – Down
- 11:00 – Up`, '# Post-mortem: parcel tracking'],
    ['a clock that counts from zero', '## Timeline\n\n- 00:00 – Down\n- 01:10 – Up', '# Post-mortem: parcel tracking'],
    ['a date in the title', '## Timeline\n\n- 10:00 – Down\n- 11:00 – Up'],
    ['a date above the entries', '## Timeline\n\n### 12 January 2026\n\n- 10:00 – Down\n- 11:00 – Up', '# Post-mortem: parcel tracking'],
    ['a date that lends none', '## Timeline\n\n- 10:00 – Down\n- 11:00 – Up, see the notes of 13.1.2026.', '# Post-mortem: parcel tracking'],
    ['a single time', '## Timeline\n\n- 10:00 – Down', '# Post-mortem: parcel tracking'],
  ], '');
});

describe('timeline-relative-time', () => {
  check(timelineRelativeTime, [
    ['minutes later', `
- 10:00 – Down
- 20 minutes later – Noticed
  ^^^^^^^^^^^^^^^^ timeline-relative-time (information)
- 11:00 – Up`],
    ['the next morning', `
- 10:00 – Down
- 11:00 – Noticed
- **The next morning**: Up
    ^^^^^^^^^^^^^^^^ timeline-relative-time`],
    ['several are one', `
- 10:00 – Down
- Shortly after, the first customer calls
  ^^^^^^^^^^^^^ timeline-relative-time
- Later that day: worked on
- 11:00 – Up`],
    ['in a table', `
| Time | Event |
|---|---|
| 10:00 | Down |
| half an hour later | Noticed |
  ^^^^^^^^^^^^^^^^^^ timeline-relative-time
| 11:00 | Up |`],
    ['within the text', '- 10:00 – Down, and 20 minutes later up\n- 11:00 – The next morning: a review'],
    ['a detail of an entry', '- 10:00 – Down\n  - 20 minutes later: still down\n- 11:00 – Up'],
    ['an offset from the start', '- 10:00 – Down\n- T+20 – Noticed\n- 11:00 – Up'],
    ['words that are no time', '- 10:00 – Down\n- Next steps: a review\n- After the restart – better\n- 11:00 – Up'],
  ]);
});

describe('weekday-mismatch', () => {
  check(weekdayMismatch, [
    ['before the date', `
It began on Monday, 13 January 2026.
            ^^^^^^ weekday-mismatch (warning): 13 January 2026 is a Tuesday, not a Monday`],
    ['cut', `
- Mon 2026-01-13 10:00 – Down
  ^^^ weekday-mismatch
- Tue 2026-01-13 11:00 – Up`],
    ['in parentheses behind it', `
It began on 13 January 2026 (Monday).
                             ^^^^^^ weekday-mismatch`],
    ['in a heading', `
### Wednesday the 13th of January 2026
    ^^^^^^^^^ weekday-mismatch

- 10:00 – Down`],
    ['with the year of the document', `
Next update: Wed 13 Jan 20:00
             ^^^ weekday-mismatch: 2026-01-13 is a Tuesday`],
    ['in German', `
Am Montag, 2026-01-13, war es vorbei.
   ^^^^^^ weekday-mismatch`],
    ['that is off alike is one', `
From Monday, 13 January 2026 to Tuesday, 14 January 2026.
     ^^^^^^ weekday-mismatch`],
    ['that is off in two ways is two', `
From Monday, 13 January 2026 to Friday, 14 January 2026.
     ^^^^^^ weekday-mismatch
                                ^^^^^^ weekday-mismatch`],
    ['that fits', 'It began on Tuesday, 13 January 2026 and on Tue 13 Jan, 2026-01-13 (Tuesday).'],
    ['a year that another date allows', 'It began on Wed 13 Jan, after the change of 2027-01-05.'],
    ['no date beside it', 'Every Monday at 12:30. On Friday 3 of 4 hosts failed. Sun 11 patches.'],
    ['a date that may be read two ways', 'It began on Monday 03/04/2026.'],
    ['code', 'It began on `Monday 2026-01-13`.'],
  ], '## Summary\n\n');
});
