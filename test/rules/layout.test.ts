import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { duplicateSection } from '../../server/src/rules/structure/duplicate-section';
import { genericTitle } from '../../server/src/rules/structure/generic-title';
import { headingLevelSkip } from '../../server/src/rules/structure/heading-level-skip';
import { misplacedContent } from '../../server/src/rules/structure/misplaced-content';
import { expectMarked, findingsIn } from '../support/marked-text';

const marked = (cases: Readonly<Record<string, string>>, ...rules: Parameters<typeof expectMarked>[1][]) => {
  for (const [name, text] of Object.entries(cases)) test(name, () => void expectMarked(text, rules[0]));
};

describe('duplicate-section', () => {
  marked({
    'under other words between': `# Post-mortem: mail

## Impact

None.

## Detection

By chance.

## 3. Impact
   ^^^^^^^^^ duplicate-section (warning): There is a section "3. Impact" already
None again.
`,
    'within a section': `# Post-mortem: mail

## Lessons Learned

### What went well

All.

### What went well
    ^^^^^^^^^^^^^^ duplicate-section
Nothing.
`,
    'silent: another word, another parent, another subject': `# Post-mortem: mail

## Action Plan

- a

## Next Steps

- b

## First failure

### Impact

None.

## Second failure

### Impact

None.

## Root Cause

A disk.

## Third failure

A disk again.

## Root Cause

A disk.
`,
  }, { rules: [duplicateSection] });

  const double = '# Post-mortem: mail\n\n## Impact\n\nNone.\n\n## Detection\n\nBy chance.\n\n## Impact\n\n- One mail\n- Two mails\n\n## Root Cause\n\nA disk.\n';
  const single = '# Post-mortem: mail\n\n## Impact\n\nNone.\n\n- One mail\n- Two mails\n\n## Detection\n\nBy chance.\n\n## Root Cause\n\nA disk.\n';
  for (const eol of ['\n', '\r\n']) {
    test(`its text is moved to the first one (${JSON.stringify(eol)})`, () => {
      const [finding] = findingsIn(double.replaceAll('\n', eol), { rules: [duplicateSection] });
      const [fix] = finding!.fixes!;
      const fixed = applyEdits(double.replaceAll('\n', eol), fix!.edits);
      assert.equal(fixed, single.replaceAll('\n', eol));
      assert.equal(fix!.kind, 'suggested');
      assert.deepEqual(findingsIn(fixed, { rules: [duplicateSection] }), []);
    });
  }
});

describe('generic-title', () => {
  const rest = '\n\n## Summary\n\nMail was late.\n';
  for (const title of ['Postmortem', 'Post-Mortem Report', 'Incident Report', '=== INCIDENT REPORT ===', 'Root cause analysis of the incident', 'Customer Escalation Summary', '🔥 Incident Postmortem']) {
    test(`found: ${title}`, () => assert.equal(findingsIn(`# ${title}${rest}`, { rules: [genericTitle] }).length, 1));
  }
  for (const title of ['Postmortem: late mail', 'Incident Report 2026-05-03', 'INC-12 Incident Report', 'Mail outage', 'Informe del incidente', 'The service']) {
    test(`silent: ${title}`, () => assert.deepEqual(findingsIn(`# ${title}${rest}`, { rules: [genericTitle] }), []));
  }
  for (const name of ['Title: Late mail', 'Incident ID: 4711', '## Incident Name\n\nLate mail']) {
    test(`silent: beside ${JSON.stringify(name)}`, () => assert.deepEqual(findingsIn(`# Incident Report\n\n${name}${rest}`, { rules: [genericTitle] }), []));
  }
  test('the name has to be one', () => assert.equal(findingsIn(`# Incident Report\n\nTitle: Incident${rest}`, { rules: [genericTitle] }).length, 1));
});

describe('misplaced-content', () => {
  marked({
    'effects and inventories in a list of causes': `ES-1 - Customer Escalation Summary

Customer: Alder
Status: Open

Root Cause Analysis:
1. Query Impact:
   ^^^^^^^^^^^^ misplaced-content: "Query Impact" stands in the root cause
   - Queries take a minute
2. Cluster Configuration:
   ^^^^^^^^^^^^^^^^^^^^^ misplaced-content: technical details
   - 5 nodes
   - 16 cores each
3. Impact on Operations:
   ^^^^^^^^^^^^^^^^^^^^ misplaced-content
   - No backups
`,
    'a heading below the cause': `# Post-mortem: mail

## Root Cause

A disk.

### Customer Impact
    ^^^^^^^^^^^^^^^ misplaced-content
Mail was late.
`,
    'silent: a configuration that is at fault': `ES-1 - Customer Escalation Summary

Customer: Alder
Status: Open

Root Cause:
1. Pool configuration:
   - The limit was 10
   - 40 clients
2. Wrong environment:
   - 5 nodes
   - 3 zones
3. Environment:
   - 5 nodes
4. High impact changes: none
5. The impact of the change had not been tested:
   - twice
   - by nobody
`,
    'silent: elsewhere, or a report in itself': `# Post-mortem: mail

## Technical Details

1. Impact:
   - late mail

## RCA

**Summary:**

Mail was late.

**Impact:**

All mail.

**Timeline:**

- 2026-01-01 10:00 late
`,
    'silent: a heading of two roles': '# Post-mortem: mail\n\n## Root Cause and Impact\n\n### Impact\n\nLate mail.\n',
  }, { rules: [misplacedContent] });

  test('tells where it would be looked for', () => {
    const text = '# Post-mortem: mail\n\n## Root Cause\n\n- Performance impact:\n  - late mail\n\n## Impact\n\nAll mail.\n';
    const [finding] = findingsIn(text, { rules: [misplacedContent] });
    assert.deepEqual(finding!.related!.map(({ span }) => text.slice(span.start, span.end)), ['Impact']);
  });
});

describe('heading-level-skip', () => {
  marked({
    'one run is one finding': `# Post-mortem: mail

#### Summary
     ^^^^^^^ heading-level-skip (hint): "Summary" is 3 levels below
Late.

##### Details

Very late.

#### Impact

All.

## Root Cause

#### Disk
     ^^^^ heading-level-skip
Full.
`,
    'silent: up again, a first heading, headings without marks': `### Post-mortem: mail

#### Summary

**Impact**

Late.

##### Mail

All.

# Root Cause

A disk.
`,
  }, { rules: [headingLevelSkip] });

  test('the whole run is raised', () => {
    const text = '# Post-mortem: mail\n\n#### Summary\n\n##### Details\n\n#### Impact ####\n\n## Root Cause\n';
    const [finding] = findingsIn(text, { rules: [headingLevelSkip] });
    assert.equal(applyEdits(text, finding!.fixes![0]!.edits), '# Post-mortem: mail\n\n## Summary\n\n### Details\n\n## Impact ####\n\n## Root Cause\n');
  });
});
