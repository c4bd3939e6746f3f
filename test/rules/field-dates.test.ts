import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { ambiguousDate } from '../../server/src/rules/metadata/ambiguous-date';
import { dateOrder } from '../../server/src/rules/metadata/date-order';
import { futureDate } from '../../server/src/rules/metadata/future-date';
import { invalidDate } from '../../server/src/rules/metadata/invalid-date';
import { lateReport } from '../../server/src/rules/metadata/late-report';
import { staleStatus } from '../../server/src/rules/metadata/stale-status';
import type { Rule } from '../../server/src/rules/rule';
import { ruleOptions } from '../support/rule-options';
import { expectMarked, findingsIn } from '../support/marked-text';

const now = Date.UTC(2026, 10, 21);
const postmortem = (fields: string, timeline = '') => `# Post-mortem: dark displays\n\n${fields}\n\n## Summary\n\nBuses ran without displays.\n${timeline && `\n## Timeline (UTC)\n\n${timeline}\n`}`;
const escalation = (fields: string) => `ES-8 - Customer Escalation Summary\n\nCustomer: Hollow Oak\nPriority: High\n${fields}\n\nIssue Description:\nOrders are late.\n\nCustomer Sentiment:\nCalm.\n`;
const found = (rule: Rule, text: string) => findingsIn(text, { rules: [rule], now }).map(({ span, severity }) => `${text.slice(span.start, span.end)}${severity === rule.severity ? '' : ` (${severity})`}`);

type Row = readonly [name: string, text: string, ...expected: string[]];
const judge = (rule: Rule, rows: readonly Row[]) => {
  for (const [name, text, ...expected] of rows) test(`${rule.id}: ${name}`, () => assert.deepEqual(found(rule, text), expected));
};

describe('dates that are in no calendar', () => {
  judge(invalidDate, [
    ['a day too many', postmortem('Detected: 2026-04-31'), '2026-04-31'],
    ['a leap day of another year', postmortem('Date: 29 February 2026'), '29 February 2026'],
    ['a month too many', postmortem('Date: 2026-13-01'), '2026-13-01'],
    ['both too many', postmortem('Date: 2026-14-45 10:00'), '2026-14-45'],
    ['figures with the year last', postmortem('Date: 32/01/2026'), '32/01/2026'],
    ['an entry', postmortem('Status: Resolved', '- 2026-06-30 10:00 Dark\n- 2026-06-31 11:00 Light'), '2026-06-31'],
    ['the end of a range', postmortem('Status: Resolved', '- 2026-06-30 10:00 – 2026-06-31 11:00 Dark'), '2026-06-31'],
    ['a day over entries', postmortem('Status: Resolved', '### 31 June 2026\n\n- 10:00 Dark\n- 11:00 Light'), '31 June 2026'],
    ['one written twice is one', postmortem('Detected: 2026-04-31\nResolved: 2026-04-31'), '2026-04-31'],
    ['a leap day', postmortem('Date: 2024-02-29')],
    ['a leap day without a year', postmortem('Status: Resolved', '- Feb 29 10:00 Dark')],
    ['words', escalation('Created: yesterday\nEscalated: last night')],
    ['a placeholder', postmortem('Date: YYYY-MM-DD')],
    ['a log', postmortem('Status: Resolved', '- 2026-06-30 10:00 The certificate says 2026-06-31')],
  ]);
  test('month and day are swapped', () => {
    const text = postmortem('Date: 2026-13-01');
    assert.equal(applyEdits(text, findingsIn(text, { rules: [invalidDate] })[0]!.fixes![0]!.edits), postmortem('Date: 2026-01-13'));
  });
});

describe('dates that can be read both ways', () => {
  judge(ambiguousDate, [
    ['a field', postmortem('Date: 03/04/2026'), '03/04/2026'],
    ['a sentence', postmortem('Status: Resolved').replace('displays.', 'displays on 03/04/2026.'), '03/04/2026'],
    ['several are one', postmortem('Detected: 03/04/2026\nResolved: 05/06/2026'), '03/04/2026'],
    ['with dashes', postmortem('Status: Resolved', '- 03-04-2026 10:00 Dark\n- 03-04-2026 11:00 Light'), '03-04-2026'],
    ['day and month alike', postmortem('Date: 04/04/2026')],
    ['a day above twelve tells', postmortem('Detected: 03/04/2026\nResolved: 13/04/2026')],
    ['another notation tells', postmortem('Detected: 03/04/2026\nResolved: 4 April 2026')],
    ['the title tells', postmortem('Detected: 03/04/2026').replace('displays\n', 'displays, 3 April 2026\n')],
    ['days in a row tell', postmortem('Status: Resolved', '- 03/04/2026 10:00 Dark\n- 04/04/2026 11:00 Dark\n- 05/04/2026 09:00 Light')],
    ['dots', postmortem('Date: 03.04.2026')],
    ['a path', postmortem('Status: Resolved').replace('displays.', 'displays (see `logs/03/04/2026` and https://example.org/03/04/2026/x).')],
    ['a fraction', postmortem('Status: Resolved').replace('displays.', 'displays in 1/2/3 of 4 cases.')],
  ]);
  test('a setting tells', () => assert.deepEqual(findingsIn(postmortem('Date: 03/04/2026'), { rules: [ambiguousDate], dayOrder: 'dayFirst' }), []));
  test('are written with the year first, the likelier reading first', () => {
    const text = postmortem('Detected: 10/02/2026\nResolved: 11/02/2026');
    const [finding] = findingsIn(text, { rules: [ambiguousDate] });
    assert.equal(finding, undefined, 'days in a row');
    const apart = postmortem('Detected: 09/02/2026\nResolved: 11/04/2026');
    const fixed = findingsIn(apart, { rules: [ambiguousDate] })[0]!.fixes!.map(({ edits }) => applyEdits(apart, edits));
    assert.deepEqual(fixed, [postmortem('Detected: 2026-02-09\nResolved: 2026-04-11'), postmortem('Detected: 2026-09-02\nResolved: 2026-11-04')]);
    for (const text of fixed) assert.deepEqual(findingsIn(text, { rules: [ambiguousDate] }), []);
  });
});

describe('dates out of order', () => {
  judge(dateOrder, [
    ['escalated before created', escalation('Created: 2026-02-04\nEscalated: 2026-02-02'), '2026-02-02 (error)'],
    ['resolved before created', escalation('Created: 2026-02-04\nResolved: 2026-02-02'), '2026-02-02'],
    ['closed before resolved', postmortem('Detected: 2026-02-01\nResolved: 2026-02-04\nClosed: 2026-02-02'), '2026-02-02'],
    ['started after all', postmortem('Started: 2026-02-09\nDetected: 2026-02-01\nResolved: 2026-02-04'), '2026-02-09 (error)'],
    ['the only other is the end', postmortem('Start: 2026-02-09\nEnd: 2026-02-04'), '2026-02-04 (error)'],
    ['one that is wrong against all others is one', postmortem('Detected: 2026-03-01\nAcknowledged: 2026-02-01\nMitigated: 2026-02-02\nResolved: 2026-02-04'), '2026-03-01'],
    ['times of one day', postmortem('Detected: 2026-02-01 14:00 UTC\nResolved: 2026-02-01 13:10 UTC'), '2026-02-01 13:10 UTC'],
    ['zones', postmortem('Detected: 2026-02-01 14:00 UTC\nResolved: 2026-02-01 14:30 CET'), '2026-02-01 14:30 CET'],
    ['dated before all events', postmortem('Date: 2026-01-04', '- 2026-02-04 10:00 Dark\n- 2026-02-04 11:00 Light'), '2026-01-04'],
    ['started after all events', postmortem('Started: 2026-03-04', '- 2026-02-04 10:00 Dark\n- 2026-02-04 11:00 Light'), '2026-03-04 (error)'],
    ['resolved before all events', postmortem('Resolved: 2026-01-04', '- 2026-02-04 10:00 Dark\n- 2026-02-04 11:00 Light'), '2026-01-04'],
    ['closed before it was reported', postmortem('Reported at: 2026-02-05 10:12\nClosed at: 2026-02-04 18:30'), '2026-02-04 18:30'],
    ['stated twice alike', postmortem('Detected: 2026-02-04\nResolved: 2026-02-02\n\n- Detected: 2026-02-04'), '2026-02-02'],
    ['equal days', escalation('Created: 2026-02-02\nEscalated: 2026-02-02')],
    ['a day and a time of it', postmortem('Detected: 2026-02-01 14:00\nResolved: 2026-02-01')],
    ['zones that make it right', postmortem('Detected: 2026-02-01 14:00 UTC\nResolved: 2026-02-01 09:30 EST')],
    ['a zone on one side', postmortem('Detected: 2026-02-01 14:00 UTC\nResolved: 2026-02-01 09:30')],
    ['the afternoon', postmortem('Detected: 2026-02-01 11:30\nResolved: 2026-02-01 1:15')],
    ['a post-mortem that was written later', postmortem('Created: 2026-02-09\nDetected: 2026-02-01\nResolved: 2026-02-04')],
    ['a reading in which they are in order', postmortem('Detected: 02/03/2026\nResolved: 03/02/2026')],
    ['several incidents', postmortem('Detected: 2026-02-01\nResolved: 2026-02-02\nDetected: 2026-03-01\nResolved: 2026-03-02')],
    ['dated on the day before', postmortem('Date: 2026-02-03', '- 2026-02-04 10:00 Dark\n- 2026-02-04 11:00 Light')],
    ['words', escalation('Created: last week\nEscalated: 2026-02-02')],
  ]);

  const swaps: readonly (readonly [name: string, before: string, after: string | null])[] = [
    ['two values', escalation('Created: 2026-02-04\nEscalated: 2026-02-02'), escalation('Created: 2026-02-02\nEscalated: 2026-02-04')],
    ['in their own notations', escalation('Created: 4 Feb 2026\nEscalated: 2026-02-02 10:00'), escalation('Created: 2026-02-02 10:00\nEscalated: 4 Feb 2026')],
    ['nothing where that is no order either', escalation('Created: 2026-02-04\nEscalated: 2026-02-02\nClosed: 2026-02-03'), null],
  ];
  for (const [name, before, after] of swaps) {
    test(`swaps ${name}`, () => {
      const fix = findingsIn(before, { rules: [dateOrder] })[0]?.fixes?.[0];
      assert.equal(fix ? applyEdits(before, fix.edits) : null, after);
      if (after) assert.deepEqual(findingsIn(after, { rules: [dateOrder] }), []);
    });
  }
});

describe('dates in the future', () => {
  judge(futureDate, [
    ['a field', postmortem('Detected: 2027-02-01'), '2027-02-01'],
    ['an entry', postmortem('Status: Resolved', '- 2026-02-04 10:00 Dark\n- 2027-02-04 11:00 Light'), '2027-02-04'],
    ['several are one', postmortem('Detected: 2062-02-01\nResolved: 2062-02-02', '- 2062-02-01 10:00 Dark'), '2062-02-01'],
    ['tomorrow', postmortem('Detected: 2026-11-22')],
    ['a plan', postmortem('Status: Mitigated', '- 2026-11-04 10:00 Dark\n- 2026-12-24 11:00 Planned change of the disk')],
    ['a page of a site', `---\ndate: 2027-02-01\n---\n\n${postmortem('Status: Resolved')}`],
    ['one of two readings', postmortem('Detected: 03/12/2026')],
  ]);
  test('a clock that was never set tells nothing', () => assert.deepEqual(findingsIn(postmortem('Detected: 2027-02-01'), { rules: [futureDate], now: 0 }), []));
});

describe('a status that has grown old', () => {
  judge(staleStatus, [
    ['work that goes on', escalation('Status: In Progress\nCreated: 2026-02-04'), 'In Progress'],
    ['mitigated and left', postmortem('Status: Mitigated', '- 2026-02-04 10:00 Dark'), 'Mitigated'],
    ['lately', escalation('Status: In Progress\nCreated: 2026-11-04')],
    ['lately in the timeline', postmortem('Status: Mitigated\nDetected: 2026-02-04', '- 2026-02-04 10:00 Dark\n- 2026-11-10 10:00 Light')],
    ['over', escalation('Status: Closed\nCreated: 2026-02-04')],
    ['no date', escalation('Status: In Progress')],
  ]);
  test('may be older', () => assert.deepEqual(findingsIn(escalation('Status: Open\nCreated: 2026-02-04'), { rules: [staleStatus], now, settings: ruleOptions(staleStatus, { days: 400 }) }), []));
});

describe('a report that comes late', () => {
  const timeline = '- 2026-04-24 08:00 Dark\n- 2026-04-24 09:10 Light again';
  judge(lateReport, [
    ['after six working days', postmortem('Date: 2026-05-04', timeline), '2026-05-04'],
    ['after five', postmortem('Date: 2026-05-01', timeline)],
    ['behind the last event', postmortem('Date: 2026-05-04', `${timeline}\n- 2026-05-01 10:00 All disks are changed`)],
    ['behind the end', postmortem('Resolved: 2026-04-24\nReport date: 2026-06-01'), '2026-06-01'],
    ['the date of the incident', postmortem('Incident date: 2026-05-04', timeline)],
    ['a year later', postmortem('Date: 2027-05-04', timeline)],
    ['before the end', postmortem('Date: 2026-04-24', timeline)],
    ['no end', postmortem('Date: 2026-05-04')],
    ['a timeline that stops before the end', postmortem('Date: 2026-05-04', '- 2026-04-24 08:00 Dark\n- 2026-04-24 09:10 The vendor is called')],
    ['an end told elsewhere', `${postmortem('Date: 2026-05-04', timeline)}\n## Recovery\n\nThe last displays were lit on 30 April 2026.\n`],
    ['a page of a site', `---\ndate: 2026-05-04\n---\n\n${postmortem('Status: Resolved', timeline)}`],
    ['an escalation', escalation('Resolved: 2026-04-24\nDate: 2026-06-01')],
  ]);
  test('on the last day of a week', () => {
    for (const [day, count] of [['2026-04-27', 1], ['2026-05-01', 5], ['2026-05-03', 5], ['2026-05-04', 6]] as const) {
      const late = (workingDays: number) => findingsIn(postmortem(`Date: ${day}`, timeline), { rules: [lateReport], settings: ruleOptions(lateReport, { workingDays }) }).length;
      assert.deepEqual([late(count - 0.5), late(count)], [1, 0], day);
    }
  });
  test('not over a weekend', () => assert.deepEqual(findingsIn(postmortem('Date: 2026-04-26', timeline), { rules: [lateReport], settings: ruleOptions(lateReport, { workingDays: 0 }) }), []));
  test('the place is marked', () => void expectMarked(`# Post-mortem: dark displays

## Timeline (UTC)

- 2026-04-24 08:00 Dark
- 2026-04-24 09:00 Displays are back

## Root Cause

A full disk.

*Date: June 26, 2026*
       ^^^^^^^^^^^^^ late-report (information): 45 working days
`, { rules: [lateReport] }));
});
