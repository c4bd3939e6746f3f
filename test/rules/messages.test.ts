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
  `# Post-mortem: mail\n\nStatus: Closed\nStarted: 2026-05-04\n\n## Summary\n\nThe root cause was ${long}.\n\n## Root Cause\n\nHuman error, or the cause is still ${'currently '.repeat(8)}unknown.\n\n## Current Status\n\n- Mail queue ${'and mail queue '.repeat(5)}restarted\n- Sent\n\n## Action Items\n\n- [x] Find the root cause\n- [ ] Restart the mail queue\n- [ ] Restart the mail queue\n- [ ] Improve ${'the queue '.repeat(8)}, due 2025-01-01\n`,
  `# Post-mortem: mail\n\nCreated: 2026-05-04\n\n## Root Cause\n\nProbably a disk.\n\n## Action Items\n\nAdd an alarm on ${long}\nAdd an alarm on the queue\nWrite a runbook (due 2026-05-05)\n`,
  `# Post-mortem: mail\n\nStatus: Resolved\n\n## Root Cause\n\nA full disk.\n\n## Action Items\n\n- Alarm on ${long}\n- Write a runbook\n- Restore the mails\n`,
  `# Post-mortem: mail\n\nStatus: Open\nCreated: 2026-05-04\n\n## Action Items\n\n- [ ] Test it, due 2026-05-06\n`,
  '', 'Postmortem', '# Post-mortem',
];
const now = Date.UTC(2026, 10, 21);

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
    for (const text of faulty) judge(findingsIn(text, { now }));
    assert.deepEqual(allRules.filter(({ id, severity }) => severity !== 'off' && !seen.has(id)).map(({ id }) => id), [], 'rules that this test has not heard');
  });

  test('does so on real documents', { skip: sharedDocuments.length === 0 && '../shared is absent' }, () => {
    for (const { name, text } of sharedDocuments) judge(findingsIn(text, { fileName: name, now }));
  });

  test('stands within the document, and its fixes do', { skip: sharedDocuments.length === 0 && '../shared is absent' }, () => {
    for (const { name, text } of [...sharedDocuments, ...faulty.map((text, index) => ({ name: `faulty ${index}`, text }))]) {
      for (const { rule, span, related = [], fixes = [] } of findingsIn(text, { fileName: name, now })) {
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
