import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { marksIn } from '../../server/src/document/milestone-marks';
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

/** What an entry is marked as, each with its mark. */
const marks: readonly [text: string, marks: readonly string[]][] = [
  ['[DETECTED] The belt stops', ['detected [DETECTED]']],
  ['[detected] The belt stops', ['detected [detected]']],
  ['The belt stops [DETECTED]', ['detected [DETECTED]']],
  ['**Detected:** The belt stops', ['detected **Detected:**']],
  ['**Detected**: The belt stops', ['detected **Detected**:']],
  ['Detected: The belt stops', ['detected Detected:']],
  ['**[RESOLVED]** It runs', ['resolved **[RESOLVED]**']],
  ['Ivo | **Mitigated:** It runs slowly |', ['mitigated **Mitigated:**']],
  ['**Detected:** **Acknowledged:** Ivo looks', ['detected **Detected:**', 'acknowledged **Acknowledged:**']],
  ['The belt stops <!-- milestone: started -->', ['started <!-- milestone: started -->']],
  ['It runs <!-- milestones: mitigated, resolved -->', ['mitigated <!-- milestones: mitigated, resolved -->', 'resolved <!-- milestones: mitigated, resolved -->']],
  ['[Detected](https://example.com) by the alarm', []],
  ['[resolved]: https://example.com', []],
  ['Ivo detected: nothing', []],
  ['We saw [DETECTED] in the log', []],
  ['Detected:nothing', []],
  ['<!-- milestone: lunch -->', []],
];

describe('marks of milestones', () => {
  for (const [text, expected] of marks) test(text, () => assert.deepEqual(marksIn(text).map(({ key, span }) => `${key} ${text.slice(span.start, span.end)}`), expected));
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

describe('a mark beats words', () => {
  const lineOf = (key: 'detected' | 'mitigated' | 'resolved', ...rows: string[]): number | undefined => {
    const line = parse(timeline(...rows)).milestones[key]?.line;
    return line === undefined ? undefined : line - 3;
  };

  test('that come before it', () => assert.equal(lineOf('detected', '- 2024-01-02 10:00 Alert fired', '- 2024-01-02 10:20 **Detected:** Ivo saw it'), 2));
  test('that come behind it', () => assert.equal(lineOf('resolved', '- 2024-01-02 10:00 [RESOLVED] The disk is empty', '- 2024-01-02 10:20 All pages back to normal'), 1));
  test('that tell of a relapse', () => assert.equal(lineOf('resolved', '- 2024-01-02 10:00 Rolled back', '- 2024-01-02 10:20 Resolved: The disk is empty', '- 2024-01-02 12:00 Another failure occurs'), 2));
  test('of two the last mitigation', () => assert.equal(lineOf('mitigated', '- 2024-01-02 10:00 Rolled back', '- 2024-01-02 10:20 [MITIGATED] Less traffic', '- 2024-01-02 12:00 [MITIGATED] None'), 3));
  test('in a comment, which is no part of the words', () => {
    const { milestones, timelines } = parse(timeline('- 2024-01-02 10:00 Ivo looks <!-- milestone: detected -->'));
    assert.deepEqual([milestones.detected?.line, timelines[0]?.entries[0]?.text], [4, 'Ivo looks']);
  });
  test('in front of the time', () => assert.equal(lineOf('detected', '- Alarm: 2024-01-02 10:00 <!-- milestone: detected -->'), 1));
  test('but no fact', () => {
    const { milestones } = parse(`# Disk full\n\n**Detected:** 2024-01-02 09:00 UTC\n\n${timeline('- 2024-01-02 10:20 [DETECTED] Alert fired').slice(13)}`);
    assert.equal(milestones.detected?.line, 2);
  });
});
