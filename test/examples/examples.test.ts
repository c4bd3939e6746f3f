import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { check } from '../../server/src/rules/check';
import { defaultSettings } from '../../server/src/settings';

interface Expected {
  readonly kind: 'escalation' | 'postmortem' | 'none';
  readonly entries: number;
  readonly actions: number;
  /** Rule and line (1-based) of everything that there is to find. */
  readonly findings: readonly string[];
}

const examples: Readonly<Record<string, Expected>> = {
  'README.md': { kind: 'none', entries: 0, actions: 0, findings: [] },
  'payment-retries.escalation.txt': {
    kind: 'escalation',
    entries: 6,
    actions: 9,
    findings: ['stale-status 6', 'placeholder-text 9', 'timeline-order 31', 'action-missing-owner 49', 'empty-section 69', 'action-missing-due 72', 'placeholder-text 80'],
  },
  'search-latency.md': {
    kind: 'postmortem',
    entries: 11,
    actions: 7,
    findings: ['timeline-order 36', 'root-cause-pending 45', 'empty-section 60', 'action-missing-owner 66', 'action-missing-due 66', 'action-overdue 75'],
  },
  'checkout-outage.postmortem.txt': {
    kind: 'postmortem',
    entries: 8,
    actions: 5,
    findings: ['missing-severity 1', 'placeholder-text 4', 'timeline-order 12', 'action-missing-due 22', 'action-not-listed 23', 'placeholder-text 29'],
  },
};

test('every example is described', () => assert.deepEqual(readdirSync('examples').sort(), Object.keys(examples).sort()));

for (const [file, expected] of Object.entries(examples)) {
  describe(file, () => {
    const text = readFileSync(join('examples', file), 'utf8');
    const document = parse(text, { fileName: file });
    const findings = check(document, defaultSettings, { now: Date.UTC(2026, 10, 21) });

    test('is of its kind', () => assert.equal(document.kind, expected.kind, document.detection.reasons.join(', ')));

    test('has its faults, and no others', () => {
      assert.deepEqual(findings.map(({ rule, span }) => `${rule} ${document.text.lineAt(span.start) + 1}`), expected.findings);
    });

    test('is understood whole', () => {
      assert.deepEqual(document.timelines.map(({ unread }) => unread).filter(Boolean), []);
      assert.equal(document.timelines.flatMap(({ entries }) => entries).length, expected.entries);
      assert.equal(document.plan.items.length, expected.actions);
    });

    test('its rows can be put in order with one fix', () => {
      const finding = findings.find(({ rule }) => rule === 'timeline-order');
      if (!finding) return assert.equal(expected.entries, 0);
      const fix = finding.fixes?.find(({ title }) => file.endsWith('.md') || title.startsWith('Sort'));
      assert.ok(fix, 'the finding has no such fix');
      const mended = applyEdits(text, fix.edits);
      const left = check(parse(mended, { fileName: file }), defaultSettings, { now: Date.UTC(2026, 10, 21) });
      assert.ok(left.every(({ rule }) => rule !== 'timeline-order'));
      assert.equal(left.length, findings.length - 1);
    });
  });
}
