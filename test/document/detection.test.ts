import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';

const documents: readonly [what: string, text: string, kind: string][] = [
  ['a post-mortem in Markdown', '# Post-mortem: disk full\n\n## Impact\n\n40 users.\n\n## Root cause\n\nA log.\n\n## Action items\n\n- [ ] Rotate\n- [ ] Alarm\n', 'postmortem'],
  ['a post-mortem in plain text', 'Postmortem\n\nIssue Summary:\nFull.\n\nTimeline:\n10:00 Alarm\n10:10 Look\n10:20 Fixed\n\nRoot Cause:\nA log.\n', 'postmortem'],
  ['a post-mortem without the word', '# 2024-01-02 Disk full, shop down\n\n## Summary\n\nFull.\n\n## Timeline\n\n- 10:00 a\n- 10:10 b\n- 10:20 c\n\n## Impact\n\n40 users.\n', 'postmortem'],
  ['an escalation in plain text', 'CE2001 - Customer Escalation Summary\n====\n\nCustomer: Norwind\nPriority: High\nStatus: Open\nEscalated: 2024-01-02\n\nImpact Assessment:\n---\n- 40 users\n', 'escalation'],
  ['an escalation without the word', '# Norwind cannot log in\n\n**Customer:** Norwind\n**Status:** Open\n**Escalated:** 2024-01-02\n**Escalation level:** L2\n\n## Impact\n\n40 users.\n\n## Customer sentiment\n\nTense.\n', 'escalation'],
  ['an escalation that nobody calls one', '# Briefing: Norwind cannot pay\n\n## Bottom line\n\nFull.\n\n## What it did to them\n\n40 users.\n\n## Why it broke\n\nA log.\n\n## Their mood\n\nTired.\n', 'escalation'],
  ['a post-mortem of measures', '# Bad parenting\n\nOwner: Mira\nSeverity: 1\nStatus: Closed\nDuration: 2 hours\n\n| Metric | Time |\n|---|---|\n| Time To Detect | 1 hour |\n| Time To Resolve | 1 hour |\n', 'postmortem'],
  ['a post-mortem that is a log', '# Post-mortem of March 16\n\n```\n10:00 mira: full\n10:01 ana: what\n10:02 mira: the disk\n10:03 ana: oh\n10:04 mira: fixed\n```\n', 'postmortem'],
  ['a readme that speaks of incidents', '# Incident tools\n\nTools for incident response and root cause analysis.\n\n## Installation\n\nnpm install\n\n## Usage\n\nRun it after an outage.\n\n## License\n\nMIT\n', 'none'],
  ['a change log', '# Changelog\n\n## 1.2.0 - 2024-01-02\n\n- Fix the outage page\n- Resolve an incident\n\n## 1.1.0 - 2023-12-01\n\n- Add a timeline\n', 'none'],
  ['a plain note', 'Shopping\n\n- milk\n- bread\n', 'none'],
  ['a process', '# Incident process\n\n## Roles\n\nThe incident commander leads.\n\n## Communication\n\nPost every 30 minutes.\n\n## Escalation\n\nCall the duty manager.\n', 'none'],
  ['minutes with actions', '# Team meeting 2024-01-02\n\n## Attendees\n\n- Mira\n\n## Status\n\n- All good\n\n## Action items\n\n- [ ] Mira: order cake\n- [ ] Ana: book a room\n', 'none'],
  ['a chat log', '10:00 mira: hi\n10:01 ana: hello, the disk is full\n10:02 mira: looking\n10:03 ana: fixed\n', 'none'],
  ['nothing', '', 'none'],
];

describe('what is an incident document', () => {
  for (const [what, text, kind] of documents) {
    test(`${what}: ${kind}`, () => {
      const document = parse(text);
      assert.equal(document.kind, kind, JSON.stringify(document.detection));
    });
  }

  test('the reasons are short phrases, one a signal', () => {
    const [, text] = documents[0] as (typeof documents)[0];
    assert.deepEqual(parse(text).detection.reasons, ['title names a post-mortem or an incident', 'sections: root cause, impact, actions', 'plan of 2 actions']);
    assert.deepEqual(parse('# Incident process\n\n## Communication\n\nPost.\n').detection.reasons, [
      'title names a post-mortem or an incident', 'against: title names a process, a list or notes', 'sections: communication',
    ]);
  });

  test('a directive switches it off', () => {
    const [, text] = documents[0] as (typeof documents)[0];
    assert.equal(parse(`<!-- incident-docs: off -->\n${text}`).kind, 'none');
  });

  test('what was recognised stays recognised, what is declared is taken at its word', () => {
    assert.equal(parse('# Po', { stickyKind: 'escalation' }).kind, 'escalation');
    assert.equal(parse('', { declared: true }).kind, 'postmortem');
    assert.equal(parse('').kind, 'none');
  });
});
