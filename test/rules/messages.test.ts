import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CheckedFinding } from '../../server/src/rules/check';
import { allRules } from '../../server/src/rules/index';
import { findingsIn } from '../support/marked-text';
import { sharedDocuments } from '../support/shared';

const long = 'extraordinarily '.repeat(12).trim();
const many = 'many ordinary and loyal customers';
/** Documents that have everything wrong, with long words wherever a message may repeat them. */
const faulty = [
  `# Post-mortem: ${long}\n\nStatus: Closed\n\n## Summary\n\nDown.\n\n## ${long}\n\n## Timeline\n\n- Wednesday, September 24th, 2025 at 10:00:00 PM PST – ${long}\n- Wednesday, September 17th, 2025 at 11:00:00 PM PST – b\n- Wednesday, September 17th, 2025 at 11:30:00 PM PST – c\n\n## Impact\n\n[${long.slice(0, 60)} name] [describe ${long.slice(0, 60)}] ${'TBD '.repeat(20)}\n`,
  `# Post-mortem: mail\n\n## Root Cause\n\nThe cause is unknown.\n`,
  `# Post-mortem: mail\n\nStatus: Resolved\n\n## Root Cause\n\nTBD\n`,
  ...[
    `- 06:00–05:00 IST – ${long}\n- 13:55 PM CST – ${long}\n- 12:75 – a\n- 14:00 IST –`,
    `- 05:50–08:40 – Zoom call\n- 08:12 – Zoom call ended\n- 08:12 – Zoom call ended\n- ${long} – a\n- a few minutes later – ${long}`,
    '- 08:00 – Customers report an outage\n- 08:05 – a\n- 08:10 – b\n- 08:15 – c\n- 08:20 – An alert fires\n- 14:00 – All is restored',
  ].map((rows, index) => `# Post-mortem: mail${index === 0 ? '' : ', 12 January 2026'}\n\n## Timeline\n\n${rows}\n`),
  `# Post-mortem: mail\n\nResolved: Monday, September 24, 2025 at 10:00:00 PM\n\n## Timeline\n\n- 2025-09-24 22:30:00 – Detected\n- 2025-09-24 22:40:00 – ${long}\n- 2025-09-24 22:50:00 – b\n`,
  `# Post-mortem: outage on 2025-02-03\n\nStatus: Investigating\nDuration: 9 hours\nTime to detect: 50 minutes\n\n## Summary\n\nSeveral ${long.slice(0, 15)} customers waited yesterday!! The developer forgot it; we should have checked. Response times increased by 300%. It was 51% ${long.slice(0, 15)}, 29% letters and 27% pallets.\n\n## Impact\n\n- Queries take 90 s (normally 2 s)\n\nTwo ${long.slice(0, 30)} things:\n\n- a\n- b\n- c\n\n${'`print_agent` '.repeat(4)}\`print_agnt\`\n\n## Timeline (UTC)\n\n- 2026-02-03 09:00 The outage begins\n- 2026-02-03 09:20 The alarm fires\n- 2026-02-03 11:30 Resolved, ${long}\n`,
  `# Post-mortem: mail\n\nStatus: Closed\nStarted: 2026-05-04\n\n## Summary\n\nThe root cause was ${long}.\n\n## Root Cause\n\nHuman error, or the cause is still ${'currently '.repeat(8)}unknown.\n\n## Current Status\n\n- Mail queue ${'and mail queue '.repeat(5)}restarted\n- Sent\n\n## Action Items\n\n- [x] Find the root cause\n- [ ] Restart the mail queue\n- [ ] Restart the mail queue\n- [ ] Improve ${'the queue '.repeat(8)}, due 2025-01-01\n`,
  `# Post-mortem: mail\n\nCreated: 2026-05-04\n\n## Root Cause\n\nProbably a disk.\n\n## Action Items\n\nAdd an alarm on ${long}\nAdd an alarm on the queue\nWrite a runbook (due 2026-05-05)\n`,
  `# Post-mortem: mail\n\nStatus: Resolved\n\n## Root Cause\n\nA full disk.\n\n## Action Items\n\n- Alarm on ${long}\n- Write a runbook\n- Restore the mails\n`,
  `# Post-mortem: mail\n\nStatus: Open\nCreated: 2026-05-04\n\n## Action Items\n\n- [ ] Test it, due 2026-05-06\n`,
  `# Post-mortem: mail\n\n## Root Cause\n\nKey AKIA${'2E0A8F3B244C9986'} of ${'a'.repeat(40)}.${'b'.repeat(40)}@${'c'.repeat(60)}.io on ${'d'.repeat(60)}-1.corp, +49 170 1234567, card 4012 8888 8888 1881\n`,
  '# Post-mortem: mail\n\n## Root Cause\n\nIds 5d1c7e2a-90b4-4f6g-8h2i-6a1b2c3d4e5f and UUID 5d1c7e2-90b4-4f66-8a21-6a1b2c3d4e5f\u200b \u202e\u001b[0m\n',
  `# Post-mortem: mail\n\n<!-- incident-docs-disable-line ${'a'.repeat(99)} -->\n<!-- incident-docs-disable-line timeline-ordr, timeline-order -->\n<!-- incident-docs-disable-line -->\n`,
  '', 'Postmortem', '# Post-mortem',
  `${long}\n\nStatus: Resloved\nSeverity: Hihg\nSeverity: SEV-1\nOwner: senior ${'support '.repeat(5)}engineer\nCreated: 2062-05-06\nEscalated: 2026-02-31\nDetected: 03/04/2025\n\nCustomer Sentiment:\nBad.\n`,
  `# Post-mortem: mail\n\nStatus: ${'Investigating '.repeat(20)}\nSeverity: SEV-1\nSeverity: P2\nStarted: Wednesday, September 24th, 2025 at 10:00:00 PM PST\nResolved: Wednesday, September 17th, 2025 at 11:00:00 PM PST\nReport date: 2025-12-24\n\n## Summary\n\nDown.\n`,
  `# Post-mortem: mail\n\nOwner: Ana\nServices: mail\n\n## Summary\n\nDown.\n`,
  `Postmortem\n\nStatus: Closed\n\nIssue Summary:\nIt was all a bit much, and nobody is glad of it.\n\nRoot Cause:\n1. Impact on ${long.slice(0, 30)}:\n   - a\n2. ${long.slice(0, 30)} configuration:\n   - a\n   - b\n`,
  `# Post-mortem: ${long}\n\nStatus: Closed\n\n##### ${long}\n\nIt was slow.\n\n## Impact on ${many}\n\nThe outage was felt by many customers.\n\n## Impact on ${many}\n\nSLA violations: potentially ${many}\n`,
  `# Escalation ${long}\n\nCustomer: ${long}\nStatus: Open\nPriority: High\nEscalated: 2026-01-01\n\n## Customer Sentiment\n\n- ${long} wants daily status updates\n- We promised them hourly updates\n`,
];
const now = Date.UTC(2026, 10, 21);

/** A document of which the others know the id and an action, and lack nothing that it lacks. */
const action = `- [ ] Alarm on the queue of ${long}`;
const among = {
  text: `# INC-118: ${long}\n\n## Root Cause\n\nAs after INC-113, see [it](INC-127%20b.md), [it](${'a'.repeat(200)}.md).\n\n## Action Items\n\n${action}\n`,
  beside: Object.fromEntries(['INC-118', 'INC-104', 'INC-112', 'INC-127', 'INC-128'].map((id) => [
    `${id} b.md`, `# ${id}: other ${long}\n\nCustomer: Alder\nDepot of ${many.slice(0, 20)}: North\nShift: Late\n\n## Action Items\n\n${action}\n`,
  ])),
};

describe('what every rule says', () => {
  const seen = new Set<string>();
  const judge = (findings: readonly CheckedFinding[]) => {
    for (const { rule, message, related = [], elsewhere = [], fixes = [] } of findings) {
      seen.add(rule);
      for (const text of [message, ...related.map((other) => other.message), ...elsewhere.map((other) => other.message), ...fixes.map(({ title }) => title)]) {
        assert.ok(text.length <= 120, `${text.length} characters: ${text}`);
        assert.match(text, /^["…\dA-Z]/);
        assert.doesNotMatch(text, /\{\d\}|undefined|null|\n/);
      }
    }
  };

  test('fits into 120 characters', () => {
    for (const text of faulty) judge(findingsIn(text, { now }));
    judge(findingsIn(among.text, { now, fileName: 'a.md', beside: among.beside }));
    judge(findingsIn(`# Post-mortem: ${long}\n\nDown.\n`, { settings: { requiredSections: ['contributingFactors'] } }));
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
