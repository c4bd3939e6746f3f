import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { duplicateField } from '../../server/src/rules/metadata/duplicate-field';
import { missingDate } from '../../server/src/rules/metadata/missing-date';
import { missingSeverity } from '../../server/src/rules/metadata/missing-severity';
import { missingStatus } from '../../server/src/rules/metadata/missing-status';
import { mixedSeverityScales } from '../../server/src/rules/metadata/mixed-severity-scales';
import { roleInsteadOfOwner } from '../../server/src/rules/metadata/role-instead-of-owner';
import { unknownSeverity } from '../../server/src/rules/metadata/unknown-severity';
import { unknownStatus } from '../../server/src/rules/metadata/unknown-status';
import type { Rule } from '../../server/src/rules/rule';
import { ruleOptions } from '../support/rule-options';
import { expectMarked, findingsIn } from '../support/marked-text';

const postmortem = (fields: string, body = 'Buses ran without displays for an hour.') => `# Post-mortem: dark displays\n\n${fields}\n\n## Summary\n\n${body}\n`;
const escalation = (fields: string) => `ES-8 - Customer Escalation Summary\n\nCustomer: Hollow Oak\n${fields}\n\nIssue Description:\nOrders are late.\n\nCustomer Sentiment:\nCalm.\n`;
const template = (summary: string, actions = '- [ ] Alarm on dark displays') =>
  `Postmortem\n\nIssue Summary:\n${summary}\n\nTimeline:\n2:00 PM - Displays go dark.\n3:00 PM - Displays are back.\n\nRoot Cause:\nA full disk.\n\nCorrective Actions:\n${actions}\n`;

type Row = readonly [name: string, text: string];
/** What a rule finds in a text: the words, with the severity where it is not the rule's own. */
const found = (rule: Rule, text: string, fileName?: string) =>
  findingsIn(text, { rules: [rule], ...(fileName && { fileName }) }).map(({ span, severity }) => `${text.slice(span.start, span.end)}${severity === rule.severity ? '' : ` (${severity})`}`);
const finds = (rule: Rule, rows: readonly (readonly [...Row, expected: string])[]) => {
  for (const [name, text, expected] of rows) test(`${rule.id} finds ${name}`, () => assert.deepEqual(found(rule, text), [expected]));
};
const passes = (rule: Rule, rows: readonly Row[]) => {
  for (const [name, text] of rows) test(`${rule.id} passes over ${name}`, () => assert.deepEqual(found(rule, text), []));
};

describe('a severity that is missing', () => {
  finds(missingSeverity, [
    ['a record without one', postmortem('Status: Resolved\nOwner: Mara'), 'Post-mortem: dark displays'],
    ['an escalation without one', escalation('Status: Open\nOwner: Mara').replace('Open', 'Closed'), 'ES-8 - Customer Escalation Summary'],
    ['a post-mortem with all its parts', template('On May 4, 2026 displays were dark.'), 'Postmortem (hint)'],
    ['one of follow-ups alone', template('On May 4, 2026 displays were dark.', '- [ ] P1: alarm on dark displays'), 'Postmortem (hint)'],
    ['an exercise', postmortem('Status: Resolved\nOwner: Mara', 'A simulated incident left buses without displays.'), 'Post-mortem: dark displays (hint)'],
    ['a record that is still written', postmortem('Status: Draft\nOwner: Mara'), 'Post-mortem: dark displays (hint)'],
  ]);
  passes(missingSeverity, [
    ['a severity', postmortem('Status: Resolved\nSeverity: 2')],
    ['a priority', escalation('Status: Open\nPriority: High')],
    ['a level in the text', postmortem('Status: Resolved\nOwner: Mara', 'This SEV-2 incident left buses without displays.')],
    ['a word for it', template('An incident of high severity.')],
    ['a field that we do not know', postmortem('Status: Resolved\nOwner: Mara\nIncident class: B')],
    ['an impact with a level', postmortem('Status: Resolved\nOwner: Mara\nImpact: Major - all buses')],
    ['a text without facts', postmortem('Nobody saw it coming.')],
    ['a post on a site', '---\ntitle: Dark displays\nauthor: Mara\ndate: 2026-05-04\n---\n\n# Post-mortem: dark displays\n\n## Summary\n\nBuses ran without displays.\n'],
  ]);
});

describe('a status that is missing', () => {
  finds(missingStatus, [
    ['an escalation without one', escalation('Priority: High\nOwner: Mara'), 'ES-8 - Customer Escalation Summary'],
    ['a record without one', postmortem('Severity: 2\nOwner: Mara'), 'Post-mortem: dark displays'],
  ]);
  passes(missingStatus, [
    ['a status', escalation('Priority: High\nStatus: Open')],
    ['a section about it', escalation('Priority: High').replace('Customer Sentiment:', 'Current Status:')],
    ['the date of the end', escalation('Priority: High\nResolved: 2026-02-03')],
    ['a word about the end', postmortem('Severity: 2\nOwner: Mara', 'Displays were restored after an hour.')],
    ['a post-mortem without facts', template('Displays were dark.')],
  ]);
});

describe('a date that is missing', () => {
  finds(missingDate, [
    ['a text without one', postmortem('Status: Resolved'), 'Post-mortem: dark displays'],
    ['times of day alone', template('Displays were dark.'), 'Postmortem'],
    ['weekdays alone', postmortem('Status: Resolved', 'On Monday buses ran without displays.'), 'Post-mortem: dark displays'],
  ]);
  passes(missingDate, ([
    'On 4 May buses ran dark.', 'On May 4th buses ran dark.', 'On 2026-05-04 buses ran dark.', 'On 4.5.26 buses ran dark.', 'In May 2026 buses ran dark.', '5月4日に停止した。',
  ] as const).map((body) => [body, postmortem('Status: Resolved', body)] as const));
  passes(missingDate, [
    ['a field that waits for one', postmortem('Status: Resolved\nDate: TBD')],
    ['a date in the title', postmortem('Status: Resolved').replace('displays\n', 'displays on 4 May 2026\n')],
  ]);
  test('is in the name of the file', () => assert.deepEqual(found(missingDate, postmortem('Status: Resolved'), '2026-05-04-displays.md'), []));
});

describe('the field that is inserted', () => {
  const rows: readonly (readonly [name: string, rule: Rule, before: string, after: string])[] = [
    ['a line', missingSeverity, postmortem('Status: Resolved\nOwner: Mara'), postmortem('Severity: TBD\nStatus: Resolved\nOwner: Mara')],
    ['an item', missingSeverity, postmortem('- **Status:** Resolved\n- **Owner:** Mara'), postmortem('- **Severity:** TBD\n- **Status:** Resolved\n- **Owner:** Mara')],
    ['capitals', missingSeverity, postmortem('STATUS: Resolved\nOWNER: Mara'), postmortem('SEVERITY: TBD\nSTATUS: Resolved\nOWNER: Mara')],
    ['a row', missingStatus, postmortem('| Field | Value |\n|---|---|\n| Severity | 2 |\n| Owner | Mara |'), postmortem('| Field | Value |\n|---|---|\n| Status | TBD |\n| Severity | 2 |\n| Owner | Mara |')],
    ['CR LF', missingStatus, escalation('Priority: High').replaceAll('\n', '\r\n'), escalation('Status: TBD\nPriority: High').replaceAll('\n', '\r\n')],
    ['front matter', missingSeverity, '---\nid: 7\nstatus: resolved\n---\n\n# Post-mortem: dark displays\n\n## Summary\n\nDark.\n', '---\nid: 7\nseverity: TBD\nstatus: resolved\n---\n\n# Post-mortem: dark displays\n\n## Summary\n\nDark.\n'],
  ];
  for (const [name, rule, before, after] of rows) {
    test(`${name} is like the one beside it`, () => {
      const [fix] = findingsIn(before, { rules: [rule] })[0]?.fixes ?? [];
      assert.equal(applyEdits(before, fix!.edits), after);
      assert.deepEqual(findingsIn(after, { rules: [rule] }), []);
    });
  }
  test('is not offered without a line to copy', () => assert.deepEqual(findingsIn(template('On May 4, 2026 displays were dark.'), { rules: [missingSeverity] })[0]?.fixes, []));
});

describe('a job instead of a name', () => {
  for (const [field, severity] of [
    ['Assigned Engineer: Senior Network Engineer', 'information'], ['Owner: Head of IT', 'information'], ['Incident Commander: on-call engineer', 'information'],
    ['Owner: Support Lead (L2)', 'information'], ['Customer Contact: CTO - Hollow Oak', 'hint'], ['Contact: Technical Lead, Hollow Oak', 'hint'],
  ] as const) test(field, () => assert.deepEqual(findingsIn(escalation(field), { rules: [roleInsteadOfOwner] }).map((finding) => finding.severity), [severity]));
  passes(roleInsteadOfOwner, ([
    'Owner: Mara Lindqvist', 'Owner: Mara Lindqvist, Support Lead', 'Owner: Support Lead (Mara)', 'Owner: Support Lead - Mara', 'Owner: @oncall', 'Owner: support@example.com',
    'Owner: Platform Team', 'Owner: TBD', 'Owner: {{owner}}', 'Customer Contact: CTO - Iris', 'Authors: Support Lead', 'Owner: Ian Chief',
  ] as const).map((field) => [field, escalation(field)] as const));
  test('may be accepted', () => assert.deepEqual(findingsIn(escalation('Owner: Duty Manager'), { rules: [roleInsteadOfOwner], settings: { toleratedOwners: ['duty manager'] } }), []));
});

describe('a word that is no status', () => {
  for (const [written, meant] of [['Resloved', 'Resolved'], ['investigatng', 'investigating'], ['CLOSD', 'CLOSED'], ['Doing', 'In progress'], ['Banana', null], ['Purple elephant', null]] as const) {
    test(written, () => {
      const text = escalation(`Priority: High\nStatus: ${written}`);
      const [finding] = findingsIn(text, { rules: [unknownStatus] });
      assert.equal(finding?.severity, 'warning');
      const [fix] = finding?.fixes ?? [];
      assert.equal(fix ? applyEdits(text, fix.edits) : null, meant && escalation(`Priority: High\nStatus: ${meant}`));
    });
  }
  passes(unknownStatus, ([
    'In Progress', 'Mitigated (cause pending)', 'Closed, confirmed by customer', 'Complete, action items in progress', 'Workaround in place', 'Partially restored', 'Under observation', 'Green',
    'Service is up', 'Final review', 'Waiting for the customer', 'TBD', '[status]', 'Erledigt', 'Gelöst', '3 of 5 sites up', 'Wrote to them on Friday', 'Published',
  ] as const).map((status) => [status, escalation(`Priority: High\nStatus: ${status}`)] as const));
  passes(unknownStatus, [['a label in another language', escalation('Priorität: hoch\nEstado: pausado')]]);
  test('may be known', () => assert.deepEqual(findingsIn(escalation('Status: Simmering'), { rules: [unknownStatus], settings: ruleOptions(unknownStatus, { known: ['simmering'] }) }), []));
});

describe('a word that is no level', () => {
  for (const [written, meant] of [['Hihg', 'High'], ['Critcal', 'Critical'], ['mediun', 'medium'], ['SEV9', null], ['P12', null], ['Tuesday', null]] as const) {
    test(written, () => {
      const text = escalation(`Priority: ${written}`);
      const [finding] = findingsIn(text, { rules: [unknownSeverity] });
      assert.equal(finding?.severity, 'warning');
      const [fix] = finding?.fixes ?? [];
      assert.equal(fix ? applyEdits(text, fix.edits) : null, meant && escalation(`Priority: ${meant}`));
    });
  }
  passes(unknownSeverity, ([
    'High', 'P1', 'P1 Critical', 'SEV-2 (all regions)', 'S1', '1', 'Severity 3', 'Critical – all customers', '[P0/P1/P2]', 'TBD', 'low | medium | high', 'CVSS 9.8', 'Tier 1', 'Red', 'very high', 'Hoch', 'Élevée',
    'Nobody could pay for two hours',
  ] as const).map((level) => [level, escalation(`Severity: ${level}`)] as const));
});

describe('two scales', () => {
  const rules = [mixedSeverityScales];
  test('in two fields', () => void expectMarked(`# Post-mortem: dark displays

Severity: SEV-2

## Summary

Dark displays.

## Facts

Severity: P1
          ^^ mixed-severity-scales (information): P0 to P5 here and on SEV-0 to SEV-5 above
`, { rules }));
  test('in a field and a sentence', () => void expectMarked(`# Post-mortem: dark displays

Severity: P1

## Timeline

- 2026-05-04 10:00 Dark
- 2026-05-04 10:10 A SEV-2 incident is declared
                     ^^^^^ mixed-severity-scales (information)
- 2026-05-04 10:20 The incident was raised to SEV1
`, { rules }));
  passes(mixedSeverityScales, [
    ['a priority beside a severity', escalation('Severity: SEV2\nPriority: P1')],
    ['both in one value', escalation('Severity: SEV2 / P1')],
    ['one scale whose level changed', postmortem('Severity: SEV-1', 'The incident was raised from SEV-2 to SEV1.')],
    ['the ticket of a supplier', postmortem('Severity: P1', 'We opened a Sev 1 ticket with the vendor.')],
    ['follow-ups', postmortem('Severity: SEV-1', 'Dark.\n\n## Action Items\n\n- [ ] P1 incident drill')],
    ['percentiles and alerts', postmortem('Severity: SEV-1', 'The P1 alert fired, p4 and p5 nodes were slow.')],
  ]);
});

describe('a fact that is stated twice', () => {
  finds(duplicateField, [
    ['two statuses', postmortem('Status: Mitigated\nStatus: Resolved'), 'Resolved'],
    ['two rows', postmortem('| Field | Value |\n|---|---|\n| Severity | 2 |\n| Severity | 3 |'), '3'],
    ['two keys', `---\nstatus: open\nseverity: high\nstatus: resolved\n---\n\n${postmortem('Owner: Mara')}`, 'resolved'],
  ]);
  passes(duplicateField, [
    ['the same value', postmortem('Status: Resolved\nOwner: Mara\nStatus: resolved.')],
    ['several owners', postmortem('Owner: Mara\nOwner: Ivo')],
    ['two sections', postmortem('Status: Resolved', 'Dark.\n\n## First bus\n\nStatus: Open\n\n## Second bus\n\nStatus: Resolved')],
    ['a log', postmortem('Status: Investigating\nStatus: Identified\nStatus: Resolved')],
    ['other labels', postmortem('Created: 2026-05-04\nReported: 2026-05-05')],
    ['a section about it', escalation('Status: Open').replace('Customer Sentiment:', 'Current Status:')],
  ]);
  test('keeps what stands higher up, or lower down', () => {
    const text = postmortem('Status: Mitigated\nOwner: Mara\nStatus: Resolved');
    const fixed = findingsIn(text, { rules: [duplicateField] })[0]?.fixes?.map(({ edits }) => applyEdits(text, edits));
    assert.deepEqual(fixed, [postmortem('Status: Mitigated\nOwner: Mara'), postmortem('Owner: Mara\nStatus: Resolved')]);
  });
});
