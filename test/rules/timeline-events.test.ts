import { describe, test } from 'node:test';
import { customerDetectedFirst } from '../../server/src/rules/timeline/customer-detected-first';
import { milestoneOrder } from '../../server/src/rules/timeline/milestone-order';
import { timelineDuplicateEntry } from '../../server/src/rules/timeline/timeline-duplicate-entry';
import { timelineEmptyEntry } from '../../server/src/rules/timeline/timeline-empty-entry';
import { timelineEventOutsideRange } from '../../server/src/rules/timeline/timeline-event-outside-range';
import { timelineLongGap } from '../../server/src/rules/timeline/timeline-long-gap';
import { timelineMissingResolution } from '../../server/src/rules/timeline/timeline-missing-resolution';
import type { Rule } from '../../server/src/rules/rule';
import { expectMarked } from '../support/marked-text';

type Cases = readonly (readonly [name: string, body: string, header?: string])[];

const check = (rule: Rule, cases: Cases) => {
  for (const [name, body, header = ''] of cases) {
    test(name, () => void expectMarked(`# Post-mortem: parcel tracking, 12 January 2026\n\n${header}## Timeline (UTC)\n\n${body.trim()}\n\n## Root Cause\n\nA full disk.\n`, { rules: [rule] }));
  }
};

describe('timeline-event-outside-range', () => {
  check(timelineEventOutsideRange, [
    ['a call that ends early', `
- 05:50–08:40 – Zoom call with the customer
- 08:12 – Zoom call ended
  ^^^^^ timeline-event-outside-range (warning): ends at 08:12 here, but runs until 08:40`],
    ['by another name', `
- 05:50–08:40 – The teams met on a bridge
- 08:12 – Meeting closed, next steps agreed
  ^^^^^ timeline-event-outside-range`],
    ['maintenance', `
- 22:00-23:30 – Maintenance of the switches
- 22:50 – The maintenance window was closed
  ^^^^^ timeline-event-outside-range`],
    ['at its end', '- 05:50–08:40 – Zoom call with the customer\n- 08:38 – Zoom call ended'],
    ['behind it', '- 05:50–08:40 – Zoom call with the customer\n- 09:10 – Zoom call ended'],
    ['another call', '- 05:50–08:40 – Zoom call with the customer\n- 08:12 – Another call ended'],
    ['two calls at once', '- 05:50–08:40 – Call with the customer\n- 06:00–08:30 – Call with the vendor\n- 08:12 – Call ended'],
    ['something else', '- 05:50–08:40 – Zoom call with the customer\n- 08:12 – The backup ended'],
    ['what a call ends with', '- 05:50–08:40 – Zoom call with the customer\n- 08:12 – The call is moved, as the outage ended'],
  ]);
});

describe('timeline-empty-entry', () => {
  check(timelineEmptyEntry, [
    ['nothing behind the time', `
- 10:00 – Down
- 10:20 –
  ^^^^^ timeline-empty-entry (warning)
- 11:00 – Up`],
    ['several are one', `
- 10:00 – Down
- **10:20**
    ^^^^^ timeline-empty-entry
- 10:40:
- 11:00 – Up`],
    ['an empty cell', `
| Time | Event |
|---|---|
| 10:00 | Down |
| 10:20 | |
  ^^^^^ timeline-empty-entry
| 11:00 | Up |`],
    ['text below it', '- 10:00 – Down\n- 10:20\n  - Noticed\n- 10:40\n\n  Worked on.\n- 11:00 – Up'],
    ['text in front of it', '| Event | Time |\n|---|---|\n| Down | 10:00 |\n| Up | 11:00 |'],
    ['headings', '### 10:00\n\nDown.\n\n### 11:00\n\nUp.'],
    ['times over their text', '10:00\n\nDown.\n\n11:00\n\nUp.'],
    ['an emoji', '- 10:00 – Down\n- 10:20 – 🚀\n- 11:00 – Up'],
    ['a question', '- 10:00 – Down\n- 10:20 – ?\n- 11:00 – Up'],
    ['days over their entries', '- 2026-01-12\n  - 10:00 – Down\n- 2026-01-13\n  - 11:00 – Up'],
  ]);
});

describe('timeline-duplicate-entry', () => {
  check(timelineDuplicateEntry, [
    ['the same again', `
- 10:00 – The second relay is restarted
- 10:00 – The second relay is restarted
  ^^^^^ timeline-duplicate-entry (hint): Line 5 says the same
- 11:00 – Up`],
    ['another number', '- 10:00 – Relay 1 is restarted by us\n- 10:00 – Relay 2 is restarted by us'],
    ['another word', '- 10:00 – The mail relay is restarted by us\n- 10:00 – The print relay is restarted by us'],
    ['another time', '- 10:00 – The relay is restarted\n- 10:20 – The relay is restarted'],
    ['few words', '- 10:00 – Up\n- 10:00 – Up'],
  ]);
});

describe('timeline-long-gap', () => {
  const start = '- 08:00 – Monitoring detects the outage\n- 08:10 – The on-call engineer acknowledges it\n- 08:20 – A bridge is opened\n- 08:40 – The vendor is called\n';
  const end = '- 14:50 – Everything is restored';
  check(timelineLongGap, [
    ['while it goes on', `
${start}- 14:30 – A full disk is found
  ^^^^^ timeline-long-gap (information): 5 h 50 min
${end}`],
    ['before a relapse', `
${start}- 08:50 – The service is stabilized
- 14:30 – Another host fails
  ^^^^^ timeline-long-gap
${end}`],
    ['behind the mitigation', `${start}- 08:50 – The service is stabilized\n- 14:30 – A full disk is found\n${end}`],
    ['at night', `${start.replaceAll('08:', '20:')}- 2026-01-13 06:30 – A full disk is found\n- 2026-01-13 07:00 – Everything is restored`],
    ['a wait', `${start}- 08:45 – Waiting for the vendor\n- 14:30 – A full disk is found\n${end}`],
    ['before anybody knew', `- 03:00 – The first errors\n${start.replace('08:00', '08:05')}- 09:30 – A full disk is found\n- 09:50 – Everything is restored`],
    ['that does not end', `${start}- 14:30 – A full disk is found\n- 14:50 – The review begins`],
    ['below a range', `${start.replace('08:40', '08:40–13:00')}- 14:30 – A full disk is found\n${end}`],
    ['among wide steps', '- 08:00 – Monitoring detects the outage\n- 10:10 – It is acknowledged\n- 12:20 – A bridge is opened\n- 13:40 – The vendor is called\n- 17:30 – A full disk is found\n- 19:50 – Everything is restored'],
  ]);
});

describe('timeline-missing-resolution', () => {
  const open = '- 10:00 – Reports come out empty\n- 10:20 – The import is looked at\n- 10:40 – A renamed column is suspected\n- 11:00 – The supplier is called';
  check(timelineMissingResolution, [
    ['no status', open.replace('- 11:00 – The supplier is called', '- 11:00 – The supplier is called\n  ^^^^^ timeline-missing-resolution (hint)')],
    ['closed', open.replace('- 11:00 – The supplier is called', '- 11:00 – The supplier is called\n  ^^^^^ timeline-missing-resolution (warning)'), 'Status: Closed\n\n'],
    ['open', open, 'Status: Investigating\n\n'],
    ['a field says it', open, 'Resolved: 2026-01-12 11:30\n\n'],
    ['an entry says it', `${open}\n- 11:30 – The import is corrected, reports are complete again`],
    ['an entry says it in another language', `${open}\n- 11:30 – Der Import läuft wieder`],
    ['an entry may say it', `${open}\n- 11:30 – The old import is deployed`],
    ['below its heading', '### 10:00\n\nDown.\n\n### 10:30\n\nA column is suspected.\n\n### 11:00\n\nReports are complete again.'],
    ['too few entries', '- 10:00 – Reports come out empty\n- 10:20 – The import is looked at'],
    ['another script', '- 10:00 – レポートが空\n- 10:20 – 調査を開始しました\n- 10:40 – 復旧しました'],
  ]);
});

describe('milestone-order', () => {
  check(milestoneOrder, [
    ['a field before the start', `
- Impact started: 2026-01-12 09:05
- Detected: 2026-01-12 09:25
- Rolled back: 2026-01-12 09:40`, 'Resolved: 2026-01-12 08:50 UTC\n          ^^^^^^^^^^^^^^^^^^^^ milestone-order (warning): The start in line\n\n'],
    ['entries with their labels swapped', `
- 2026-01-12 09:05 – Resolved
  ^^^^^^^^^^^^^^^^ milestone-order: detection in line 6
- 2026-01-12 09:40 – Detected`],
    ['entries out of order', '- 2026-01-12 09:40 – Detected: by support\n- 2026-01-12 09:05 – Resolved'],
    ['in order', '- Impact started: 2026-01-12 09:05\n- Detected: 2026-01-12 09:25', 'Resolved: 2026-01-12 09:50\n\n'],
    ['twice down', '- 2026-01-12 09:05 – Detected\n- 2026-01-12 09:40 – Resolved\n- 2026-01-12 10:05 – Detected\n- 2026-01-12 10:40 – Resolved'],
    ['words within a sentence', '- 2026-01-12 09:05 – Resolved a first question of the customer about what had been seen\n- 2026-01-12 09:40 – Detected'],
    ['two fields', '- 2026-01-12 09:05 – Down', 'Detected: 2026-01-12 11:00\nResolved: 2026-01-12 10:00\n\n'],
    ['a day and a time', '- Detected: 2026-01-12 09:25', 'Resolved: 2026-01-12\n\n'],
  ]);
});

describe('customer-detected-first', () => {
  check(customerDetectedFirst, [
    ['customers report', `
- 09:00 – A build is rolled out
- 09:20 – Customers report empty baskets
  ^^^^^ customer-detected-first (information)
- 09:40 – An alert fires`],
    ['a wave of complaints', `
- 09:20 – Support receives a wave of complaints
  ^^^^^ customer-detected-first
- 09:40 – Worked on`],
    ['reported by a user', `
- 09:20 – First reported by a user of the beta
  ^^^^^ customer-detected-first`],
    ['monitoring was first', '- 09:10 – An alert fires\n- 09:20 – Customers report empty baskets'],
    ['both at once', '- 09:20 – An alert fires, and customers report empty baskets'],
    ['somebody was first', '- 09:10 – The on-call engineer sees errors\n- 09:20 – Customers report empty baskets'],
    ['customers are told', '- 09:20 – Customers are notified of the outage\n- 09:30 – Users were informed again'],
    ['customers are told, in short', '- 09:20 – Customers notified via the status page\n- 09:25 – Customers contacted by support'],
    ['a program', '- 09:20 – The client reports its version\n- 09:25 – The client called the old address'],
    ['a user is reported', '- 09:20 – The user is reported by the abuse team'],
    ['something that detects it is planned', `
- 09:20 – Customers report empty baskets

## Action Items

- [ ] Add an alert on the number of empty baskets`],
    ['something that detects it is wished for in the lessons', `
- 09:20 – Customers report empty baskets

## Lessons Learned

We need a probe that buys something every minute.`],
    ['more of what came too late is planned', `
- 09:20 – Customers report empty baskets
  ^^^^^ customer-detected-first: say in the plan what will detect this earlier
- 09:40 – An alert fires

## Action Items

- [ ] Improve the monitoring`],
    ['one complaint of others', '- 09:20 – The registrar answers our abuse complaint'],
  ]);
});
