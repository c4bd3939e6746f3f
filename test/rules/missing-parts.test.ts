import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missingActions } from '../../server/src/rules/actions/missing-actions';
import { missingRootCause } from '../../server/src/rules/cause/missing-root-cause';
import type { Rule } from '../../server/src/rules/rule';
import { missingCurrentStatus } from '../../server/src/rules/structure/missing-current-status';
import { missingDetection } from '../../server/src/rules/structure/missing-detection';
import { missingImpact } from '../../server/src/rules/structure/missing-impact';
import { missingLessons } from '../../server/src/rules/structure/missing-lessons';
import { missingNextUpdate } from '../../server/src/rules/structure/missing-next-update';
import { missingResolution } from '../../server/src/rules/structure/missing-resolution';
import { missingSummary } from '../../server/src/rules/structure/missing-summary';
import { missingTimeline } from '../../server/src/rules/timeline/missing-timeline';
import { expectMarked, findingsIn } from '../support/marked-text';

/** A post-mortem that tells next to nothing. */
const bare = (body = '', status = 'Resolved', title = 'map tiles of last week') => `# Post-mortem: ${title}

Status: ${status}

${body.trim()}

## Contributing Factors

The cache had the tiles of the week before.

## Action Items

- [ ] Put the week into the key
`;

const escalation = (body = '', status = 'In Progress') => `ES-12 - Customer Escalation Summary

Customer: Hollow Oak
Priority: High
Status: ${status}
Escalated: 2026-02-01

Issue Description:
Orders are late.

${body.trim()}

Customer Sentiment:
- Hollow Oak has asked for daily status updates
`;

const severitiesOf = (text: string, rule: Rule) => findingsIn(text, { rules: [rule] }).map(({ severity }) => severity);
test('no timeline is a hint in notes, and where the course is told by its phases', () => {
  const severities = (text: string) => findingsIn(text, { rules: [missingTimeline] }).map(({ severity }) => severity);
  const notes = (title: string) => `# ${title}\n\n## Investigation\n\nThe disk was full.\n\n## Resolution\n\nA larger disk.\n`;
  assert.deepEqual(severities(notes('Map tiles on 2026-05-02')), ['hint']);
  assert.deepEqual(severities(notes('Post-mortem: map tiles')), ['warning']);
  assert.deepEqual(severities('# Post-mortem: map tiles\n\n## Leadup\n\nA new style.\n\n## Detection\n\nA reader called.\n\n## Recovery\n\nThe old style.\n'), ['hint']);
});

const parts: readonly Rule[] = [missingSummary, missingImpact, missingDetection, missingResolution, missingLessons, missingTimeline];

test('what a post-mortem does not tell stands on its title', () => {
  const marks = [
    'missing-timeline (warning)', 'missing-summary (warning)', 'missing-impact (warning)', 'missing-detection (hint)', 'missing-resolution (warning)', 'missing-lessons (hint)',
  ].map((mark) => `  ${'^'.repeat(35)} ${mark}\n`).join('');
  expectMarked(bare().replace('week\n', `week\n${marks}`), { rules: parts });
});

describe('while it is open or a draft', () => {
  for (const status of ['Draft', 'Investigating']) {
    test(`${status}: information, and no hints`, () => {
      assert.deepEqual(findingsIn(bare('', status), { rules: parts }).map(({ rule, severity }) => `${rule} ${severity}`),
        ['missing-summary information', 'missing-impact information', 'missing-timeline information'].sort((a, b) => parts.findIndex(({ id }) => a.startsWith(id)) - parts.findIndex(({ id }) => b.startsWith(id))));
    });
  }
});

describe('what tells it', () => {
  const told: readonly (readonly [name: string, rule: Rule, text: string])[] = [
    ['a sentence before the first section', missingSummary, bare('The map showed the tiles of another week to all who looked at it.')],
    ['a background', missingSummary, bare('## Background\n\nTiles are cached for a week.')],
    ['an impact', missingSummary, bare('## Impact\n\nOld tiles.')],
    ['a key in a list of facts', missingSummary, bare('- **Key events**\n  - First seen 2026-02-01 10:00\n  - Resolved 2026-02-01 11:00\n\n- **Impact**: old tiles')],
    ['users', missingImpact, bare('## Summary\n\nUsers saw old tiles.')],
    ['who was affected', missingImpact, bare('## Who was affected\n\nReaders of the map.')],
    ['errors in the timeline', missingImpact, bare('## Timeline\n\n- 2026-02-01 10:00 UTC The first errors')],
    ['another language', missingImpact, '# Post-mortem: Kacheln\n\n## Ursache\n\nDer Speicher hatte die Kacheln der Woche zuvor und gab sie heraus.\n'],
    ['what restored it', missingResolution, bare('## Summary\n\nOld tiles until the cache was replaced.')],
    ['a timeline that ends well', missingResolution, bare('## Timeline\n\n- 2026-02-01 10:00 UTC Old tiles\n- 2026-02-01 10:30 UTC Cache moved\n- 2026-02-01 11:00 UTC Browsing possible')],
    ['a workaround', missingResolution, bare('## Workaround\n\nA new key.')],
    ['a status that is not the end', missingResolution, bare('', 'Mitigated')],
    ['no status', missingResolution, bare().replace('Status: Resolved\n\n', '')],
    ['an alarm', missingDetection, bare('## Summary\n\nThe alarm of the map went off.')],
    ['an entry', missingDetection, bare('## Timeline\n\n- 2026-02-01 10:00 UTC A reader complains')],
    ['a lesson', missingLessons, bare('## Summary\n\nOld tiles. The lesson is to keep the week in the key.')],
    ['an escalation has no lessons', missingLessons, escalation()],
    ['three times of day in sentences', missingTimeline, bare('## Summary\n\nAt 10:00 the tiles were old, at 10:20 a reader called, and from 10:45 on they were new.')],
    ['three dates', missingTimeline, bare('## Summary\n\nOld since 3 May, noticed on May 4, new since 2026-05-06.')],
    ['the disclosure of a flaw', missingTimeline, bare('', 'Resolved', 'disclosure of a flaw in map tiles')],
    ['a timeline elsewhere', missingTimeline, bare('## Summary\n\nThe timeline is in the channel.')],
    ['the story in words that no list has', missingRootCause, bare(`## Summary\n\n${'The key of the cache had the name of the map and not the week. '.repeat(4)}`).replace('## Contributing Factors', '## Notes')],
    ['an attack', missingRootCause, bare('## Summary\n\nA malicious package was uploaded.').replace('## Contributing Factors', '## Notes')],
    ['what is being explored', missingActions, bare('## Resolution\n\nWe are exploring shorter lives of tiles.').replace('## Action Items', '## Notes')],
    ['decisions', missingActions, bare('## Decisions\n\n1. Shorter lives of tiles').replace('## Action Items', '## Notes')],
    ['what was refused', missingImpact, bare('## Summary\n\nThe map refused every tile.')],
    ['action items elsewhere', missingActions, bare('## Resolution\n\nThe action items are in the tracker.').replace('## Action Items', '## Notes')],
  ];
  for (const [name, rule, text] of told) test(`${rule.id}: ${name}`, () => assert.deepEqual(severitiesOf(text, rule), []));
});

describe('what does not tell it', () => {
  const untold: readonly (readonly [name: string, rule: Rule, text: string])[] = [
    ['a remark is no opening', missingSummary, bare('Written in haste.')],
    ['an action is no impact', missingImpact, bare().replace('Put the week', 'Ask the users')],
    ['times in code are no timeline', missingTimeline, bare('## Summary\n\n```\n10:00\n10:10\n10:20\n10:30\n```')],
    ['a status is no resolution', missingResolution, bare('- **Resolved:** 2026-02-01')],
    ['what went wrong with the response is no cause', missingRootCause, bare('## Lessons Learned\n\n### What went well\n\nAll.\n\n### What went wrong\n\nNobody was on call.').replace('## Contributing Factors', '## Notes')],
  ];
  for (const [name, rule, text] of untold) test(`${rule.id}: ${name}`, () => assert.equal(severitiesOf(text, rule).length, 1));
});

test('a text without sections that we know is not asked for any', () => {
  const prose = '# Post-mortem: map tiles of last week\n\nThey were old.\n\n## Odds and ends\n\nTiles.\n';
  assert.deepEqual(findingsIn(prose, { rules: [...parts, missingActions, missingRootCause] }), []);
});

describe('missing-current-status', () => {
  const found = (text: string) => severitiesOf(text, missingCurrentStatus);
  test('is asked for while the escalation is open', () => assert.deepEqual(found(escalation()), ['warning']));
  const silent: Readonly<Record<string, string>> = {
    'a section': escalation('Where we are:\n- In test'),
    'a log': escalation('Log:\n2026-02-01 10:00 UTC The export is moved'),
    'a sentence': escalation('Root Cause:\nThe export comes last. Currently in test.'),
    'an escalation that is closed': escalation('', 'Closed'),
    'a post-mortem': bare('', 'Open'),
  };
  for (const [name, text] of Object.entries(silent)) test(`silent: ${name}`, () => assert.deepEqual(found(text), []));
});

describe('missing-next-update', () => {
  const updates: Readonly<Record<string, string>> = {
    'asked for': '- Hollow Oak has asked for daily status updates\n                            ^^^^^^^ missing-next-update (warning)'.replace(' '.repeat(28), ' '.repeat(40)),
    'promised, and once more': '- We send them an update every four hours\n               ^^^^^^ missing-next-update\n- They expect regular updates'.replace(' '.repeat(15), ' '.repeat(18)),
  };
  for (const [name, marked] of Object.entries(updates)) {
    test(name, () => {
      const { findings } = expectMarked(escalation().replace('- Hollow Oak has asked for daily status updates', marked), { rules: [missingNextUpdate] });
      assert.equal(findings[0]!.related?.length, name.includes('once more') ? 1 : 0);
    });
  }
  const silent: Readonly<Record<string, string>> = {
    'a field': escalation().replace('Escalated:', 'Next update: 2026-02-02 15:00 UTC\nEscalated:'),
    'a sentence': escalation('Current Status:\n- In test; next call with the customer tomorrow at 10:00'),
    'a heading': escalation('Next mail:\n15:00'),
    'updates of data': escalation('Current Status:\n- The daily updates of the prices run again').replace('has asked for daily status updates', 'is calm'),
    'no updates wanted': escalation().replace('has asked for daily status updates', 'wants solutions instead of daily updates'),
    'one update': escalation().replace('has asked for daily status updates', 'has asked for an update of the contract'),
    'a closed escalation': escalation('', 'Closed'),
  };
  for (const [name, text] of Object.entries(silent)) test(`silent: ${name}`, () => assert.deepEqual(severitiesOf(text, missingNextUpdate), []));
});
