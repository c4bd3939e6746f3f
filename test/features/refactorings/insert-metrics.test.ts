import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changed, testChanges, titlesIn } from '../../support/refactoring';

const kind = 'source.insertMetrics.incidentDocs';
const timeline = '- 2026-03-09 21:40 - Impact begins\n- 2026-03-09 21:52 - An alert fired\n- 2026-03-09 23:10 - The rollback completed\n- 2026-03-10 00:10 - Resolved';
const within = (header: string, more = '', entries = timeline) => `# Post-mortem: belts\n\n${header}\n\n## Timeline (UTC)\n\n${entries}\n\n## Root Cause\n\nA nut.\n${more}`;

const headers: Readonly<Record<string, readonly [before: string, after: string]>> = {
  lines: ['**Status:** Resolved\n**Severity:** SEV-2', '**Status:** Resolved\n**Severity:** SEV-2\n**Time to detect:** 12 min\n**Time to mitigate:** 1 h 30 min\n**Time to resolve:** 2 h 30 min'],
  bullets: ['- **Status**: Resolved\n- **Severity**: SEV-2', '- **Status**: Resolved\n- **Severity**: SEV-2\n- **Time to detect**: 12 min\n- **Time to mitigate**: 1 h 30 min\n- **Time to resolve**: 2 h 30 min'],
  'rows of a table': [
    '| Fact | Value |\n|---|---|\n| Status | Resolved |\n| Severity | SEV-2 |',
    '| Fact | Value |\n|---|---|\n| Status | Resolved |\n| Severity | SEV-2 |\n| Time to detect | 12 min |\n| Time to mitigate | 1 h 30 min |\n| Time to resolve | 2 h 30 min |',
  ],
  'only what is not there': ['Status: Resolved\nTTD: 12 min', 'Status: Resolved\nTTD: 12 min\nTime to mitigate: 1 h 30 min\nTime to resolve: 2 h 30 min'],
};

describe('insert computed metrics', () => {
  describe('in the header', () => testChanges(headers, within, { kind }));
  test('in the section of metrics, where there is one', () => {
    const metrics = '\n## Metrics\n\n- Orders lost: 40\n';
    const after = changed(within('**Status:** Resolved', metrics), { kind });
    assert.equal(after, within('**Status:** Resolved', '\n## Metrics\n\n- Orders lost: 40\n- Time to detect: 12 min\n- Time to mitigate: 1 h 30 min\n- Time to resolve: 2 h 30 min\n'));
  });
  test('under its heading, where nothing stands there', () => {
    assert.ok(changed(within('**Status:** Resolved', '\n## Metrics\n'), { kind }).endsWith('\n## Metrics\n\n- Time to detect: 12 min\n- Time to mitigate: 1 h 30 min\n- Time to resolve: 2 h 30 min\n'));
  });
  test('not of a timeline in disorder, nor where nothing is known', () => {
    assert.deepEqual(titlesIn(within('**Status:** Resolved', '', timeline.split('\n').toReversed().slice(0, 2).join('\n') + '\n- 2026-03-09 22:00 - Told\n- 2026-03-09 20:00 - Seen\n- 2026-03-09 23:00 - Impact begins'), { kind }), []);
    assert.deepEqual(titlesIn(within('**Status:** Resolved', '', '- 2026-03-09 21:40 - Lunch\n- 2026-03-09 21:52 - Tea'), { kind }), []);
  });
});
