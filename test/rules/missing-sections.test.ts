import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missingActions } from '../../server/src/rules/actions/missing-actions';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { missingRootCause } from '../../server/src/rules/cause/missing-root-cause';
import type { Rule } from '../../server/src/rules/rule';
import { missingTimeline } from '../../server/src/rules/timeline/missing-timeline';
import { expectMarked, findingsIn } from '../support/marked-text';

const markdown = `# Post-mortem: map tiles missing

Status: Resolved

## Summary

Tiles were grey for an hour.

## Impact

Every tenth tile.

## Resolution

The store was restarted.

## Lessons Learned

None.
`;

const text = `Post-mortem: map tiles missing
==============================

Status: Resolved

Summary:
--------
Tiles were grey for an hour.

Impact:
-------
Every tenth tile.

Resolution:
-----------
The store was restarted.
`;

const labels = `Postmortem

Summary:
Tiles were grey for an hour.

Impact:
Every tenth tile.

Resolution:
The store was restarted.`;

/** The title says no more than the kind of document, and so is a section that holds all others. */
const report = markdown.replace('Post-mortem: map tiles missing', 'Incident Summary');

const rules: readonly Rule[] = [missingTimeline, missingRootCause, missingActions];

describe('a section that is missing', () => {
  test('stands on the title', () => {
    const marks = rules.map(({ id }) => `  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${id} (warning)\n`).join('');
    expectMarked(markdown.replace('missing\n', `missing\n${marks}`), { rules });
  });

  const inserted: readonly (readonly [name: string, rule: Rule, before: string, after: string])[] = [
    ['under ATX headings', missingTimeline, markdown, markdown.replace('## Resolution', '## Timeline\n\n- YYYY-MM-DD HH:MM UTC - TBD\n\n## Resolution')],
    ['between its neighbours', missingRootCause, markdown, markdown.replace('## Resolution', '## Root Cause\n\nTBD\n\n## Resolution')],
    ['with CR LF', missingActions, markdown.replaceAll('\n', '\r\n'), markdown.replace('## Lessons', '## Action Items\n\n- [ ] TBD\n\n## Lessons').replaceAll('\n', '\r\n')],
    ['under underlined headings', missingRootCause, text, text.replace('Resolution:', 'Root Cause:\n-----------\nTBD\n\nResolution:')],
    ['at the end', missingActions, text, `${text}\nAction Items:\n-------------\n- [ ] TBD\n`],
    ['between rules', missingRootCause, markdown.replaceAll('\n\n## ', '\n\n---\n\n## '), markdown.replace('## Resolution', '## Root Cause\n\nTBD\n\n## Resolution').replaceAll('\n\n## ', '\n\n---\n\n## ')],
    ['under labels', missingRootCause, labels, labels.replace('Resolution:', 'Root Cause:\nTBD\n\nResolution:')],
    ['below a heading that holds the document', missingTimeline, report, report.replace('## Resolution', '## Timeline\n\n- YYYY-MM-DD HH:MM UTC - TBD\n\n## Resolution')],
    ['at an end without a line break', missingActions, labels, `${labels}\n\nAction Items:\n- [ ] TBD\n`],
  ];
  for (const [name, rule, before, after] of inserted) {
    test(`is inserted ${name} (${rule.id})`, () => {
      const [fix] = findingsIn(before, { rules: [rule] })[0]?.fixes ?? [];
      const fixed = applyEdits(before, fix!.edits);
      assert.equal(fixed, after);
      assert.equal(fix!.kind, 'suggested');
      assert.deepEqual(findingsIn(fixed, { rules: [rule] }), []);
    });
  }
});

test('a section that is missing stands below comments that come first', () => {
  const words = 'Tiles were grey for an hour.';
  const untitled = `<!-- written in a hurry -->\n\n${words}\n\n## Impact\n\nEvery tenth tile.\n\n## Detection\n\nBy a reader.\n`;
  assert.deepEqual(findingsIn(untitled, { rules: [missingActions] }).map(({ span }) => untitled.slice(span.start, span.end)), [words]);
});

describe('what is enough', () => {
  const enough: readonly (readonly [name: string, rule: Rule, addition: string])[] = [
    ['another word for it', missingRootCause, '## What caused it\n\nA full disk.'],
    ['contributing factors', missingRootCause, '## Contributing Factors\n\n- A full disk.'],
    ['a heading of two roles', missingRootCause, '## Root Cause and Resolution\n\nA full disk.'],
    ['a field', missingRootCause, '- **Root cause**: a full disk'],
    ['a sentence', missingRootCause, 'The outage was caused by a full disk.'],
    ['what went wrong', missingRootCause, '## What Went Wrong\n\n- The disk had been full for a week.'],
    ['a mistake in what led to it', missingRootCause, '## Context\n\nThe store was emptied by mistake.'],
    ['a finding in the resolution', missingRootCause, '## Workaround\n\nWe identified that the new driver drops writes, and went back to the old one.'],
    ['timed events under another heading', missingTimeline, '## Key Events\n\n- 2026-02-01 10:00 Grey tiles\n- 2026-02-01 11:00 Restart'],
    ['next steps', missingActions, '## Next Steps\n\n- Alarm on full disks'],
    ['a reason why there are none', missingActions, 'No further action is needed because the store is being replaced.'],
    ['a long-term solution', missingActions, '## Long-term Solution\n\nA second store.'],
    ['steps against a recurrence', missingActions, 'The limit was raised, preventing the recurrence of a full disk.'],
    ['a plan in sentences', missingActions, 'We will add an alarm on full disks.'],
  ];
  for (const [name, rule, addition] of enough) {
    test(`${rule.id}: ${name}`, () => assert.deepEqual(findingsIn(markdown.replace('## Resolution', `${addition}\n\n## Resolution`), { rules: [rule] }), []));
  }

  test('an escalation needs no timeline', () => {
    const escalation = 'ES-1 - Customer Escalation Summary\n\nCustomer: Hollow Oak\nPriority: High\nStatus: Mitigated\nEscalated: 2026-02-01\n\nIssue Description:\nOrders are late.\n\nCustomer Sentiment:\nCalm.\n';
    assert.deepEqual(findingsIn(escalation, { rules: [missingTimeline] }), []);
    assert.equal(findingsIn(escalation, { rules: [missingActions] }).length, 1);
  });
});

describe('while the incident is open', () => {
  const severities = (status: string) => findingsIn(markdown.replace('Resolved', status), { rules }).map(({ rule, severity }) => `${rule} ${severity}`);
  test('no cause is asked for, and the rest is information', () => {
    assert.deepEqual(severities('Investigating'), ['missing-timeline information', 'missing-actions information']);
  });
  test('a draft gets information', () => {
    assert.deepEqual(severities('Draft'), ['missing-timeline information', 'missing-root-cause information', 'missing-actions information']);
  });
});
