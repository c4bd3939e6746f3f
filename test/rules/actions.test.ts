import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { actionDoneContradiction } from '../../server/src/rules/actions/action-done-contradiction';
import { actionDoneElsewhere } from '../../server/src/rules/actions/action-done-elsewhere';
import { actionDueBeforeIncident } from '../../server/src/rules/actions/action-due-before-incident';
import { actionDuplicate } from '../../server/src/rules/actions/action-duplicate';
import { actionMissingDue } from '../../server/src/rules/actions/action-missing-due';
import { actionMissingOwner } from '../../server/src/rules/actions/action-missing-owner';
import { actionNotListed } from '../../server/src/rules/actions/action-not-listed';
import { actionOpenButClosed } from '../../server/src/rules/actions/action-open-but-closed';
import { actionOverdue } from '../../server/src/rules/actions/action-overdue';
import { actionVague } from '../../server/src/rules/actions/action-vague';
import { actionsWithoutPrevention } from '../../server/src/rules/actions/actions-without-prevention';
import { missingActions } from '../../server/src/rules/actions/missing-actions';
import { parse } from '../../server/src/document/document';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import type { Rule } from '../../server/src/rules/rule';
import { expectMarked, findingsIn } from '../support/marked-text';

const plan = (items: string, head = 'Status: Mitigated\nStarted: 2026-05-04', more = '') => `# Post-mortem: mails delayed\n\n${head}\n\n## Action Items\n\n${items}\n${more}`;
const now = Date.UTC(2026, 5, 15, 9);

describe('a plan that names nobody', () => {
  const rules = [actionMissingOwner];
  const messageOf = (items: string) => findingsIn(plan(items), { rules }).map(({ severity, message, related = [] }) => `${severity} ${related.length}: ${message.split(':')[0]}`);

  test('is told of once, at its heading', () => {
    const text = plan('- [ ] Drain the queue\n- [ ] Alarm on its length').replace('Items\n', 'Items\n   ^^^^^^^^^^^^ action-missing-owner (information): None of the 2 actions\n');
    expectMarked(text, { rules });
  });

  const rows: readonly (readonly [items: string, said: readonly string[]])[] = [
    ['- Drain the queue', ['information 1: The only action names nobody who does it']],
    ['- Drain the queue (@mo)\n- Alarm on its length\n- Test it', ['information 2: 2 of 3 actions without an owner']],
    ['- [x] Drain the queue\n- [ ] Alarm on its length\n- [ ] Test it (@mo)', ['information 1: 1 of 2 open actions without an owner']],
    ['- [x] Drain the queue\n- [ ] Alarm on its length', ['information 1: The only open action names nobody who does it']],
    ['- [x] Drain the queue\n- [ ] Alarm on its length\n- [ ] Test it', ['information 2: None of the 2 open actions has an owner']],
    ['- Alarm on its length\n- How do we see this earlier?', ['information 1: An action names nobody who does it']],
    ['- Alarm on its length\n- Test it\n- The limit was raised', ['information 2: 2 actions name nobody who does them']],
    ['- Alarm on its length\n- Probe it from outside (Blackbox Probe)', ['information 1: An action names nobody who does it']],
    ['- Give write access to the mail-platform team only\n- Explain it to the on-call team.', ['information 2: None of the 2 actions has an owner']],
    ['- [ ] Drain the queue (#412)\n- [ ] Alarm on its length (#413)', ['hint 2: None of the 2 actions has an owner']],
    ['- [ ] Write an incident report', ['hint 1: The only action names nobody who does it']],
    ['| Type | Action |\n| --- | --- |\n| Detect | Alarm on its length |\n\n### Types\n\n- Detect: what sees it earlier', ['information 1: An action names nobody who does it']],
    ['We will add an alarm on the length of the queue. It goes to the people on call,\nand we will test it every week.', ['hint 1: The plan names nobody who carries it out']],
    ['- [x] Drain the queue\n- [x] Alarm on its length', ['hint 2: None of the 2 actions has an owner']],
    ['- [x] Drain the queue (@mo)\n- [x] Alarm on its length', []],
    ['- Mails should be kept for a day\n- Drain the queue', ['information 2: None of the 2 actions has an owner']],
    ['| Action | Owner |\n| --- | --- |\n| Drain the queue | |\n| Test it | Mo |', ['information 1: 1 of 2 actions without an owner']],
    ['- Drain the queue (staging)\n- Probe the queue: fast, cheap', ['information 2: None of the 2 actions has an owner']],
    ['- [ ] Drain the queue (@mo)\n- [x] Alarm on its length\n- Test it (done on 6 May)\n- Tell the teams', ['information 1: 1 of 2 open actions without an owner']],
    ['- キューの長さを監視するアラートを追加', ['information 1: The only action names nobody who does it']],
  ];
  for (const [items, said] of rows) test(items, () => assert.deepEqual(messageOf(items), said));

  const named = [
    '- Drain the queue (owner: Mo)', '- Drain the queue – Mo Lind, by Friday', '- Network team: drain the queue', '- Drain the queue (network team)', '- Mo will drain the queue', '- Mo Lind to drain the queue',
    '- Drain the queue\n  - Owner: Mo', '- [Mail] Drain the queue', '| アクション | 担当 |\n| --- | --- |\n| アラートを追加 | 田中 |', '- アラートを追加。担当: 田中', 'Owner: Mo\n\n- Drain the queue',
    '### Network team\n\n- Drain the queue', '| Action | Responsible party |\n| --- | --- |\n| Drain the queue | Mo |', 'Mo: drain the queue\nMo: test it', '- Mo: drain the queue', '- Drain the queue (mo, 2026-06-01)', '- Drain the queue: mo, june 20\n- Test it: mo, q3', '- Mo: drain the queue\n- Ida: NTP on all hosts', '- Drain the queue (@mo)\n- Test it (mo, done)', '### Alarm on its length\n\n- Owner: Mo\n- Due: 2026-06-01',
  ];
  for (const items of named) test(`not: ${items}`, () => assert.deepEqual(messageOf(items), []));

  const other = [
    '- We drained the queue\n- The limit has been raised\n- Monitoring confirmed that it holds', '- N/A', '- #412\n- https://example.com/issues/9', '- How do we see this earlier?', '- Drain the queue (TBD)',
    '- Do not restart the queue by hand\n- Never send twice', '- Lighthouse\n- Prysm', 'We have put in place the following measures:\n\n- Alarms on the length of the queue\n- A second consumer', 'These measures have been taken:\n\n- Alarms on the length of the queue', 'We apologise to everybody whose mail was late.',
  ];
  for (const items of other) test(`nothing to do in: ${items}`, () => assert.deepEqual(messageOf(items), []));

  test('stands on the heading that calls itself a plan', () => {
    const text = '# Post-mortem: mails\n\n## How would you prevent recurrence?\n\n- Limit the queue\n\n## Preventive Actions\n\n- Alarm on its length\n';
    assert.deepEqual(findingsIn(text, { rules }).map(({ span }) => text.slice(span.start, span.end)), ['Preventive Actions']);
  });
});

describe('a plan that names no day', () => {
  const rules = [actionMissingDue];
  const said = (items: string) => findingsIn(plan(items), { rules }).map(({ message }) => message);
  test('is told of once', () => assert.deepEqual(said('- Drain the queue\n- Test it'), ['None of the 2 actions has a due date: say until when.']));
  test('in part', () => assert.deepEqual(said('- Drain the queue\n- Test it, due 2026-06-20'), ['1 of 2 actions without a due date: say until when.']));
  const dated = ['- Test it by Friday', '- Test it every week', '- Test it\n  - Due: June', '### Immediate (0-4 hours)\n\n- Test it', '### Q3\n\n- Test it', '- [x] Test it', '- Test it (@mo, TBD)'];
  for (const items of dated) test(`not: ${items}`, () => assert.deepEqual(said(items), []));
});

describe('an action without an end', () => {
  const vague = [
    '- [ ] Improve monitoring\n      ^^^^^^^ action-vague (hint): "Improve"',
    '- Add comprehensive alerts\n      ^^^^^^^^^^^^^ action-vague',
    '- Mail: Ensure that the queue is drained\n        ^^^^^^ action-vague',
    '- Run the tests regularly\n                ^^^^^^^^^ action-vague',
    '- Think about a second queue\n  ^^^^^ action-vague',
    '- Review changes more thoroughly to keep the queue short, due 2026-07-01\n                      ^^^^^^^^^^ action-vague',
  ];
  for (const items of vague) test(items.split('\n')[0] as string, () => void expectMarked(plan(items), { rules: [actionVague] }));
  const bounded = [
    '- Improve monitoring: page at 500 mails', '- Improve `queue.yml`', '- Improve monitoring (#412)', '- [x] Improve monitoring', '- Add an alarm to improve monitoring', '- Limit retries to ensure proper order',
    '- Improve monitoring\n  - an alarm on the queue', '- Drain the queue when it is needed', '- Alarm on the queue to be able to find it better',
  ];
  for (const items of bounded) test(`not: ${items}`, () => void expectMarked(plan(items), { rules: [actionVague] }));
  test('not outside the plan', () => assert.deepEqual(findingsIn(plan('- Drain the queue', 'Improve monitoring.'), { rules: [actionVague] }), []));
});

describe('actions as bare lines', () => {
  const rules = [actionNotListed];
  const listed = (items: string, rest = '') => {
    const text = `Postmortem: mails\n\nSummary:\nLate.\n\nPreventive Measures:\n${items}\n${rest}`;
    const [finding] = findingsIn(text, { rules });
    return finding ? applyEdits(text, finding.fixes![0]!.edits).slice(text.indexOf('Measures:') + 10) : null;
  };
  test('become a list', () => assert.equal(listed('Add an alarm\nTest the alarm'), '- Add an alarm\n- Test the alarm\n'));
  test('with the bullet of the document', () => assert.equal(listed('Add an alarm\nTest the alarm', '\nLessons Learned:\n* None\n'), '* Add an alarm\n* Test the alarm\n\nLessons Learned:\n* None\n'));
  test('keep what follows apart', () => assert.equal(listed('Add an alarm\nTest the alarm\nOverall, this was a full queue.'), '- Add an alarm\n- Test the alarm\n\nOverall, this was a full queue.\n'));
  test('keep the line ending', () => {
    const text = 'Postmortem: mails\r\n\r\nSummary:\r\nLate.\r\n\r\nPreventive Measures:\r\nAdd an alarm\r\nTest the alarm\r\nOverall, it was late.\r\n';
    const [fix] = findingsIn(text, { rules })[0]!.fixes!;
    assert.ok(applyEdits(text, fix!.edits).endsWith('- Add an alarm\r\n- Test the alarm\r\n\r\nOverall, it was late.\r\n'));
  });
  test('are a hint where lines stay apart and no list is expected', () => {
    const severityOf = (fileName: string, lead = '', rest = '') =>
      findingsIn(`Postmortem: mails\n\nSummary:\nLate.\n\nPreventive Measures:\n${lead}Add an alarm\nTest the alarm\n${rest}`, { rules, fileName }).map(({ severity }) => severity);
    assert.deepEqual(severityOf('mails.md'), ['information']);
    assert.deepEqual(severityOf('mails.txt'), ['hint']);
    assert.deepEqual(severityOf('mails.txt', '', '\nLessons Learned:\n- None\n'), ['information']);
    assert.deepEqual(severityOf('mails.txt', 'To keep this from happening again we will:\n\n'), ['information']);
  });
  const fine = ['Add an alarm', '- Add an alarm\n- Test the alarm', 'The queue was full.\nNobody saw it.', 'Add an alarm\n\nTest the alarm'];
  for (const items of fine) test(`not: ${items}`, () => assert.equal(listed(items), null));
});

describe('an item that is ticked off and not done', () => {
  const rules = [actionDoneContradiction];
  const cause = '\n## Root Cause\n\nStill under investigation.\n';
  test('as the cause is open', () => {
    expectMarked(plan('- [x] Continue root cause analysis of the queue\n      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ action-done-contradiction (warning): "under investigation"', undefined, cause), { rules });
  });
  test('as the status says so', () => {
    const status = '\n## Current Status\n\n- Queue repair in progress\n- Mails are sent\n';
    expectMarked(plan('- [x] Repair the queue\n      ^^^^^^^^^^^^^^^^ action-done-contradiction: "Queue repair in progress"', undefined, status), { rules });
  });
  test('is unticked', () => {
    const text = plan('- [x] Find the root cause', undefined, cause);
    assert.equal(applyEdits(text, findingsIn(text, { rules })[0]!.fixes![0]!.edits), text.replace('[x]', '[ ]'));
  });
  const fine: readonly (readonly [string, string])[] = [
    ['- [ ] Continue root cause analysis', cause], ['- [x] Write the root cause letter', cause], ['- [x] Find the root cause', '\n## Root Cause\n\nA full queue. Why the old consumer slept is to be confirmed.\n'], ['- [x] Drain the queue', cause], ['- [x] Find the root cause', '\n## Root Cause\n\nA full queue.\n'],
    ['- [x] Repair the queue', '\n## Current Status\n\n- Repair of the old store in progress\n- Mails are sent\n'],
  ];
  for (const [items, more] of fine) test(`not: ${items}${more.replaceAll('\n', ' ')}`, () => void expectMarked(plan(items, undefined, more), { rules }));
});

describe('an item that the status calls done', () => {
  const rules = [actionDoneElsewhere];
  const fixed = (item: string, status: string) => {
    const text = plan(item, undefined, `\n## Current Status\n\n- ${status}\n- Mails are sent\n`);
    const [finding] = findingsIn(text, { rules });
    return finding ? applyEdits(text, finding.fixes![0]!.edits).split('\n')[7] : null;
  };
  test('is ticked', () => assert.equal(fixed('- [ ] Restart the mail queue', 'Mail queue restarted'), '- [x] Restart the mail queue'));
  test('becomes an item of a task list', () => assert.equal(fixed('1. Restart the mail queue', 'Mail queue was restarted.'), '1. [x] Restart the mail queue'));
  const fine: readonly (readonly [string, string])[] = [
    ['- [x] Restart the mail queue', 'Mail queue restarted'], ['- Restart the mail queue', 'Mail queue partially restarted'], ['- Restart the mail queue', 'Restart of the mail queue planned'],
    ['- Restart the mail queue', 'Web server restarted'], ['- Restart the mail queue', 'Mail queue not restarted'],
  ];
  for (const [item, status] of fine) test(`not: ${item}, ${status}`, () => assert.equal(fixed(item, status), null));
});

describe('what is left open', () => {
  const rules = [actionOpenButClosed];
  const found = (items: string, status: string) => findingsIn(plan(items, `Status: ${status}`), { rules, now }).length;
  const rows: readonly (readonly [items: string, status: string, count: number])[] = [
    ['- [ ] Drain the queue\n- [ ] Test it', 'Closed', 1], ['- [ ] Drain the queue', 'Resolved', 0], ['### Immediate\n\n- [ ] Drain the queue', 'Resolved', 1], ['### Long term\n\n- [ ] Drain the queue', 'Closed', 0],
    ['- [ ] Drain the queue (MAIL-4)', 'Closed', 0], ['- [x] Drain the queue', 'Closed', 0], ['- Drain the queue', 'Closed', 0], ['- [ ] Drain the queue', 'Closed, actions tracked by the mail team', 0],
    ['- [ ] Drain the queue (Mo, 2026-07-01)', 'Closed', 0], ['- [ ] Drain the queue (Mo, 2026-06-01)', 'Closed', 1], ['- [ ] Drain the queue by 2026-07-01', 'Closed', 1],
    ['- [ ] Drain the queue', 'Published', 0], ['### Immediate\n\n- [ ] Drain the queue', 'Open', 0],
  ];
  for (const [items, status, count] of rows) test(`${status}: ${items}`, () => assert.equal(found(items, status), count));
});

describe('what is late', () => {
  const rules = [actionOverdue];
  const found = (items: string, head?: string) => findingsIn(plan(items, head), { rules, now }).map(({ severity, related = [] }) => `${severity} ${1 + related.length}`);
  const rows: readonly (readonly [items: string, said: readonly string[]])[] = [
    ['- [ ] Drain the queue (@mo, due 2026-06-01)\n- [ ] Test it (@mo, due 2026-06-02)', ['warning 2']],
    ['- [ ] Drain the queue (@mo, due 2026-06-14)', []],
    ['- [ ] Drain the queue (@mo, due 2026-06-13)', ['warning 1']],
    ['- [x] Drain the queue (@mo, due 2026-06-01)', []],
    ['- Drain the queue (@mo, due 2026-06-01)', []],
    ['- [ ] Drain the queue (@mo, due 1 June)', []],
    ['- [ ] Drain the queue as on 2026-06-01 (@mo)', []],
    ['- [ ] Drain the queue (@mo, due 2026-05-01)', []],
    ['| Action | Due | Status |\n| --- | --- | --- |\n| Drain the queue | 2026-06-01 | open |', ['warning 1']],
  ];
  for (const [items, said] of rows) test(items, () => assert.deepEqual(found(items), said));
  test('not in a closed case', () => assert.deepEqual(found('- [ ] Drain the queue (@mo, due 2026-06-01)', 'Status: Closed'), []));
  test('by more than a year is a hint', () => assert.deepEqual(found('- [ ] Drain the queue (@mo, due 2024-06-01)', 'Started: 2024-05-01'), ['hint 1']));
});

describe('a due date before the incident', () => {
  const rules = [actionDueBeforeIncident];
  const mark = '                                  ^^^^^^^^^^ action-due-before-incident (error): 2026-05-04';
  test('is an error', () => {
    const { text, findings } = expectMarked(plan(`- [ ] Drain the queue (owner: Mo, due 2025-06-01)\n${mark.slice(0)}`.replace(mark, `${' '.repeat(38)}${mark.trimStart()}`)), { rules });
    assert.equal(applyEdits(text, findings[0]!.fixes![0]!.edits), text.replace('2025-06-01', '2026-06-01'));
  });
  test('moves to the next year where it has to', () => {
    const text = plan('- [ ] Drain the queue (owner: Mo, due 2025-02-01)');
    assert.equal(findingsIn(text, { rules })[0]!.fixes![0]!.title, 'Change 2025-02-01 to 2027-02-01');
  });
  const fine = ['- [x] Drain the queue (owner: Mo, due 2025-06-01)', '- [ ] Drain the queue (owner: Mo, due 1 June)', '- [ ] Drain what is left of 2025-06-01 (owner: Mo)', '- [ ] Drain the queue (owner: Mo, due 2026-05-04)'];
  for (const items of fine) test(`not: ${items}`, () => void expectMarked(plan(items), { rules }));
  test('not by the day on which it was written down', () => assert.deepEqual(findingsIn(plan('- [ ] Drain the queue (owner: Mo, due 2025-06-01)', 'Created: 2026-05-04'), { rules }), []));
  const clocks = (head: string, summary: string, row = '10:00') => findingsIn(plan('- [ ] Drain the queue (owner: Mo, due 2025-06-01)', `${head}\n\n## Summary\n\n${summary}\n\n## Timeline (UTC)\n\n- ${row} Queue full`), { rules }).length;
  test('by the date of the header where the rows say its day', () => assert.equal(clocks('Date: 2026-05-04', 'No mails.', '4 May 10:00'), 1));
  test('by the date of the header where the summary says its day', () => assert.equal(clocks('Date: 2026-05-04', 'On 4 May there were no mails.'), 1));
  test('not by the date of the header alone, which may be the report\'s', () => assert.equal(clocks('Date: 2026-05-04', 'No mails.'), 0));
  test('not where the summary says another day', () => assert.equal(clocks('Date: 2026-05-04', 'On 1 May there were no mails.'), 0));
  test('not where nothing says when the incident was', () => assert.deepEqual(findingsIn(plan('- [ ] Drain the queue (owner: Mo, due 2025-06-01)', 'Status: Open'), { rules }), []));
});

describe('an action that stands twice', () => {
  const rules = [actionDuplicate];
  const found = (items: string) => findingsIn(plan(items), { rules });
  const rows: readonly (readonly [items: string, count: number])[] = [
    ['- Alarm on the queue length\n- Test it\n- Add an alarm on the queue length', 1], ['- Alarm on the queue length\n- Alarm on the queue length\n- Alarm on the queue length', 1],
    ['- Patch CVE-1-2 in the mail repository\n- Patch CVE-1-3 in the mail repository', 0], ['- Patch the library in mail-core\n- Patch the library in mail-web', 0], ['- Test\n- Test', 0],
  ];
  for (const [items, count] of rows) test(items, () => assert.equal(found(items).length, count));
  test('all repetitions go at once', () => {
    const text = plan('- Alarm on the queue length\n- Test it\n- Alarm on the queue length\n- Alarm on the queue length');
    assert.equal(applyEdits(text, findingsIn(text, { rules })[0]!.fixes![0]!.edits), plan('- Alarm on the queue length\n- Test it'));
  });
  test('nothing goes where the words differ', () => assert.deepEqual(found('- Alarm on the queue length\n- Add an alarm on the queue length')[0]!.fixes, []));
});

describe('a plan that prevents nothing', () => {
  const found = (items: string) => findingsIn(plan(items), { rules: [actionsWithoutPrevention] }).length;
  test('detects and reports', () => assert.equal(found('- Alarm on the queue length\n- Write a runbook for the queue\n- Restore the lost mails'), 1));
  const fine = ['- Alarm on the queue length\n- Write a runbook for the queue\n- Limit the queue', '- Alarm on the queue length\n- Write a runbook for the queue', '- Alarm on it\n- Write it down\n- Add a test for the queue'];
  for (const items of fine) test(`not: ${items}`, () => assert.equal(found(items), 0));
});

test('a fix changes no other item, field or entry', () => {
  const text = `${plan('- [x] Find the root cause (@mo)\n- [ ] Restart the mail queue (@mo, due 2025-06-01)\n- [ ] Alarm on the queue length (@mo)\n- [ ] Alarm on the queue length (@mo)')}
## Current Status

- Mail queue restarted
- Mails are sent

## Root Cause

Still unknown.

## Timeline

- 2026-05-04 10:00 UTC Mails are late
`;
  const rules: readonly Rule[] = [actionDoneContradiction, actionDoneElsewhere, actionDueBeforeIncident, actionDuplicate, missingActions];
  const facts = (value: string) => {
    const { plan, fields, timelines } = parse(value);
    return [...plan.items.map(({ text, state, owner, due }) => `${text} ${state} ${owner?.value} ${due?.date}`), ...fields.map(({ label, value: stated }) => `${label}=${stated}`), ...timelines.flatMap(({ entries }) => entries.map((entry) => entry.text))];
  };
  const findings = findingsIn(text, { rules });
  assert.deepEqual(findings.map(({ rule }) => rule).sort(), ['action-done-contradiction', 'action-done-elsewhere', 'action-due-before-incident', 'action-duplicate']);
  for (const { rule, fixes } of findings) {
    const fixed = applyEdits(text, fixes![0]!.edits);
    const [before, after] = [facts(text), facts(fixed)];
    assert.ok(before.filter((fact) => !after.includes(fact)).length <= 1, rule);
    assert.ok(after.filter((fact) => !before.includes(fact)).length <= 1, rule);
    assert.deepEqual(findingsIn(fixed, { rules }).filter((other) => !findings.some(({ rule: known }) => known === other.rule)), [], rule);
    assert.ok(!findingsIn(fixed, { rules }).some((other) => other.rule === rule), rule);
  }
});
