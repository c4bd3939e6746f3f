import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CheckedFinding } from '../../server/src/rules/check';
import { allRules } from '../../server/src/rules/index';
import { findingsIn } from '../support/marked-text';
import { sharedDocuments } from '../support/shared';

const long = 'extraordinarily '.repeat(12).trim();
/** Documents that have everything wrong, with long words wherever a message may repeat them. */
const faulty = [
  `# Post-mortem: ${long}\n\nStatus: Closed\n\n## Summary\n\nDown.\n\n## ${long}\n\n## Timeline\n\n- Wednesday, September 24th, 2025 at 10:00:00 PM PST – ${long}\n- Wednesday, September 17th, 2025 at 11:00:00 PM PST – b\n- Wednesday, September 17th, 2025 at 11:30:00 PM PST – c\n\n## Impact\n\n[${long.slice(0, 60)} name] [describe ${long.slice(0, 60)}] ${'TBD '.repeat(20)}\n`,
  `# Post-mortem: mail\n\n## Root Cause\n\nThe cause is unknown.\n`,
  `# Post-mortem: mail\n\nStatus: Resolved\n\n## Root Cause\n\nTBD\n`,
  '', 'Postmortem', '# Post-mortem',
];

describe('what every rule says', () => {
  const seen = new Set<string>();
  const judge = (findings: readonly CheckedFinding[]) => {
    for (const { rule, message, related = [], fixes = [] } of findings) {
      seen.add(rule);
      for (const text of [message, ...related.map((other) => other.message), ...fixes.map(({ title }) => title)]) {
        assert.ok(text.length <= 120, `${text.length} characters: ${text}`);
        assert.match(text, /^["…\dA-Z]/);
        assert.doesNotMatch(text, /\{\d\}|undefined|null|\n/);
      }
    }
  };

  test('fits into 120 characters', () => {
    for (const text of faulty) judge(findingsIn(text));
    judge(findingsIn(`# Post-mortem: ${long}\n\nDown.\n`, { settings: { requiredSections: ['contributingFactors'] } }));
    assert.deepEqual(allRules.filter(({ id }) => !seen.has(id)).map(({ id }) => id), [], 'rules that this test has not heard');
  });

  test('does so on real documents', { skip: sharedDocuments.length === 0 && '../shared is absent' }, () => {
    for (const { name, text } of sharedDocuments) judge(findingsIn(text, { fileName: name }));
  });

  test('stands within the document, and its fixes do', { skip: sharedDocuments.length === 0 && '../shared is absent' }, () => {
    for (const { name, text } of [...sharedDocuments, ...faulty.map((text, index) => ({ name: `faulty ${index}`, text }))]) {
      for (const { rule, span, related = [], fixes = [] } of findingsIn(text, { fileName: name })) {
        const spans = [span, ...related.map((other) => other.span)];
        for (const { start, end } of spans) assert.ok(start >= 0 && start <= end && end <= text.length, `${name}: ${rule}`);
        for (const { edits } of fixes) {
          assert.ok(edits.length > 0);
          edits.reduce((at, edit) => (assert.ok(edit.span.start >= at && edit.span.end <= text.length, `${name}: edits of ${rule} overlap`), edit.span.end), 0);
        }
      }
    }
  });
});
