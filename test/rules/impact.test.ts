import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { impactMissingDuration } from '../../server/src/rules/impact/impact-missing-duration';
import { impactUnquantified } from '../../server/src/rules/impact/impact-unquantified';
import { outageOverstated } from '../../server/src/rules/impact/outage-overstated';
import { slaContradiction } from '../../server/src/rules/impact/sla-contradiction';
import { expectMarked, findingsIn } from '../support/marked-text';

const report = (impact: string, before = 'Status: Resolved\n\n## Summary\n\nMail was late.', after = '') => `# Post-mortem: mail\n\n${before}\n\n## Impact\n\n${impact}\n\n## Root Cause\n\nA disk.\n${after}`;

describe('impact-unquantified', () => {
  test('stands on the heading', () => void expectMarked(report('Some customers got their mail late.').replace('## Impact\n', '## Impact\n   ^^^^^^ impact-unquantified (information)\n'), { rules: [impactUnquantified] }));
  const found: Readonly<Record<string, string>> = {
    'numbers that count nothing': 'Customers saw HTTP 502 and 500 errors since v2.1.0 of the mailer, see MAIL-12 and #400.',
    'a date': 'On 3 May 2026 customers got their mail late.',
    'a list': '- Mail was late\n- Support was busy\n- Customers complained',
    'a risk beside a fact': 'Customers got their mail late.\nThere is a potential loss of trust.',
    'hosts': 'Mail of mx2 and node01 was late for customers.',
  };
  for (const [name, impact] of Object.entries(found)) test(`found: ${name}`, () => assert.equal(findingsIn(report(impact), { rules: [impactUnquantified] }).length, 1));
  const silent: Readonly<Record<string, string>> = {
    'a number': report('1,240 mails were late.'),
    'a number in words': report('Two customers got their mail late.'),
    'an amount of money': report('Lost sales of about $3,000.'),
    'all or nothing': report('No mail was lost, and all of it came late.'),
    'a total outage': report('The mail gateway was unreachable for customers.'),
    'a length of time': report('Customers waited for minutes.'),
    'a risk alone': report('There is a risk of lost mail at the next update.'),
    'to be filled in': report('- Customers who got it late: [number of customers]'),
    'nothing yet': report('TBD'),
    'the number in the summary': report('Customers got their mail late.', '## Summary\n\nMail was late for 12 % of our customers.'),
    'the number in the opening': report('Customers got their mail late.', 'Mail was late for 300 paying customers on that day in May.'),
    'symptoms': report('Mail was late, and customers saw it.').replace('## Impact', '## Symptoms'),
  };
  for (const [name, text] of Object.entries(silent)) test(`silent: ${name}`, () => assert.deepEqual(findingsIn(text, { rules: [impactUnquantified] }), []));
  test('a year is no number of what follows', () => assert.equal(findingsIn(report('Customers got their mail late.', '## Summary\n\nOn May 3, 2026, multiple servers were slow.'), { rules: [impactUnquantified] }).length, 1));
});

describe('impact-missing-duration', () => {
  test('stands on the heading', () => void expectMarked(report('- 300 mails were late').replace('## Impact\n', '## Impact\n   ^^^^^^ impact-missing-duration (hint)\n'), { rules: [impactMissingDuration] }));
  const silent: Readonly<Record<string, string>> = {
    'a duration': report('300 mails were 20 min late.'),
    'hours in words': report('Mails were late for two hours.'),
    'from when until when': report('Mails were late from 10:00 to 11:00.'),
    'in the summary': report('300 mails were late.', '## Summary\n\nMail was late overnight.'),
    'in the opening': report('300 mails were late.', 'For 40 minutes on 3 May 2026 mail was late for all of our customers.'),
    'a field': report('300 mails were late.', '**Duration:** 40 min'),
    'both ends as fields': report('300 mails were late.', 'Started: 2026-05-03 10:00 UTC\nResolved: 2026-05-03 10:40 UTC'),
    'a measure elsewhere': report('300 mails were late.', '- **Time to repair**: 0h 40m'),
    'while it is open': report('300 mails are late.', 'Status: Open'),
    'to be filled in': report('- From [start time] to [end time]'),
  };
  for (const [name, text] of Object.entries(silent)) test(`silent: ${name}`, () => assert.deepEqual(findingsIn(text, { rules: [impactMissingDuration] }), []));

  test('inserts what the timeline tells', () => {
    const timeline = '\n## Timeline (UTC)\n\n- 2026-05-03 10:00 – First errors\n- 2026-05-03 10:20 – An alarm fires\n- 2026-05-03 12:40 – Mail is back to normal\n';
    for (const [impact, wanted] of [['- 300 mails were late', '- 300 mails were late\n- Duration: 2 h 40 min'], ['300 mails were late.', '300 mails were late.\n\nDuration: 2 h 40 min']] as const) {
      const text = report(impact, undefined, timeline);
      const [finding] = findingsIn(text, { rules: [impactMissingDuration] });
      const fixed = applyEdits(text, finding!.fixes![0]!.edits);
      assert.equal(fixed, report(wanted, undefined, timeline));
      assert.deepEqual(findingsIn(fixed, { rules: [impactMissingDuration] }), []);
    }
  });
});

describe('sla-contradiction', () => {
  test('stands on the label', () => {
    const { text, findings } = expectMarked(report('- SLA Violation: 99.9 % at risk\n      ^^^^^^^^^ sla-contradiction (hint)\n- **SLA breaches**: may be missed in May\n        ^^^^^^^^ sla-contradiction'), { rules: [slaContradiction] });
    assert.match(applyEdits(text, findings.flatMap(({ fixes }) => fixes![0]!.edits)), /- SLA Risk: 99\.9 % at risk\n- \*\*SLA risk\*\*: may/);
  });
  test('stands on what was met where it was broken as well', () => {
    expectMarked(report('SLA status: Met\n^^^ sla-contradiction (hint): broken in line\n\nWe were down for a day, so the SLA was breached.'), { rules: [slaContradiction] });
    expectMarked(report('The SLA was kept.\n    ^^^ sla-contradiction\n\n- SLA: missed'), { rules: [slaContradiction] });
  });
  const several = ['The SLA was met in May. In June the SLA was breached.', 'The response SLA was met, the repair SLA was missed.', 'The SLA was met for Ida, and the SLA was broken for Mo.', 'The SLA was met. They wrote "the SLA was broken".', 'The SLA was not met, so the SLA was breached.'];
  for (const value of [...several, 'SLA Violation: none', 'SLA Violation: 99.9 % was missed, June is at risk as well', 'SLA at risk: 99.9 %', 'SLA Impact: backup SLA violations', 'SLA Risk: violation possible', 'The SLA was violated.']) {
    test(`silent: ${value}`, () => assert.deepEqual(findingsIn(report(`- ${value}`), { rules: [slaContradiction] }), []));
  }
});

describe('outage-overstated', () => {
  test('stands on the first, with the others', () => {
    const { text, findings } = expectMarked(report('Mail was slow during the outage.\n                         ^^^^^^ outage-overstated (hint)\nThe Outage cost us.'), { rules: [outageOverstated] });
    assert.equal(findings[0]!.related!.length, 1);
    assert.match(applyEdits(text, findings[0]!.fixes![0]!.edits), /during the incident\.\nThe Incident cost/);
  });
  const silent: Readonly<Record<string, string>> = {
    'something was down': 'Mail was slow and then down during the outage.',
    'nothing was slow': 'Mail was late during the outage.',
    'all were affected': 'Mail was slow during the outage, for 100% of our customers.',
    'slowly is no speed': 'Mail came back slowly after the outage.',
    'a partial outage': 'Mail was slow during the partial outage.',
    'another outage': 'Mail was slow. It was not an outage.',
    'an outage page': 'Mail was slow, which the outage page told.',
  };
  for (const [name, impact] of Object.entries(silent)) test(`silent: ${name}`, () => assert.deepEqual(findingsIn(report(impact), { rules: [outageOverstated] }), []));
  test('what a plan is to avoid happened to nobody', () => assert.equal(findingsIn(report('Mail was slow during the outage.', undefined, '\n## Action Items\n\n- [ ] Less downtime\n'), { rules: [outageOverstated] }).length, 1));
});
