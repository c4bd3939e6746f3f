import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { milestonesIn } from '../../server/src/document/milestones';

/** What the words of an entry are evidence of. */
const evidence: readonly [text: string, milestones: readonly string[]][] = [
  ['Shard crashes detected by monitoring', ['detected']],
  ['Alert fired, on-call paged', ['detected']],
  ['Customer reports slow pages', ['detected']],
  ['Mira acknowledged the page', ['acknowledged']],
  ['The team began investigating', ['acknowledged']],
  ['Incident declared, channel opened', ['declared']],
  ['Escalated to the database team', ['escalated']],
  ['Root cause identified: a full disk', ['identified']],
  ['Workaround successfully applied', ['mitigated']],
  ['Rolled back to 7.14', ['mitigated']],
  ['Service fully operational', ['resolved']],
  ['Attempted to resolve the issue by a restart', []],
  ['After failing to resolve it we looked again', []],
  ['The issue was not resolved', []],
  ['Partially restored', ['mitigated']],
  ['Zoom call ended', []],
  ['Call closed', []],
  ['Waiting until it is fixed', []],
];

describe('evidence of milestones', () => {
  for (const [text, expected] of evidence) test(text, () => assert.deepEqual(milestonesIn(text), expected));
});

const timeline = (...rows: string[]): string => `# Disk full\n\n## Timeline (UTC)\n\n${rows.join('\n')}\n`;

describe('durations', () => {
  test('between a start, a detection and an end', () => {
    const { metrics } = parse(timeline('- 2024-01-02 10:00 Errors started', '- 2024-01-02 10:20 Alert fired', '- 2024-01-02 11:00 Rolled back', '- 2024-01-02 12:30 All pages back to normal'));
    assert.deepEqual([metrics.timeToDetect, metrics.timeToMitigate, metrics.timeToResolve], [1200, 3600, 9000]);
  });

  test('an unknown start is unknown, not zero', () => {
    const { metrics } = parse(timeline('- 2024-01-02 10:20 Alert fired', '- 2024-01-02 11:00 Rolled back'));
    assert.deepEqual([metrics.timeToDetect, metrics.timeToMitigate], [null, 2400]);
  });

  test('nothing is computed from rows that go back in time', () => {
    const { milestones, metrics } = parse(timeline('- 2024-01-02 10:20 Alert fired', '- 2024-01-01 11:00 All back to normal'));
    assert.equal(milestones.resolved, undefined);
    assert.equal(metrics.timeToResolve, null);
  });

  test('after a relapse the later mitigation counts', () => {
    const { metrics } = parse(timeline('- 2024-01-02 10:00 Alert fired', '- 2024-01-02 10:30 Rolled back', '- 2024-01-02 12:00 Another failure occurs', '- 2024-01-02 13:00 Workaround applied'));
    assert.equal(metrics.timeToMitigate, 3 * 3600);
  });

  test('a fact beats an entry', () => {
    const { milestones } = parse(`# Disk full\n\n**Detected:** 2024-01-02 09:00 UTC\n\n${timeline('- 2024-01-02 10:20 Alert fired').slice(13)}`);
    assert.equal(milestones.detected?.line, 2);
  });

  test('zones are taken into account', () => {
    const { metrics } = parse(timeline('- 2024-01-02 10:00 UTC Alert fired', '- 2024-01-02 12:00 CET Rolled back'));
    assert.equal(metrics.timeToMitigate, 3600);
  });
});
