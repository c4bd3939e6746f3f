import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import type { IncidentDocument } from '../../server/src/document/document';
import { isoMoment } from '../../server/src/document/time';

const folder = resolve('..', 'shared', 'seeds');

/** What a careful reader finds in the founding documents: kind, actions, entries, milestones by line, durations in minutes. */
interface Expectation {
  readonly kind: IncidentDocument['kind'];
  readonly actions: number;
  readonly entries: number;
  readonly milestones: Readonly<Record<string, string>>;
  readonly metrics: Readonly<Record<string, number>>;
}

const expected: readonly Expectation[] = [
  { kind: 'escalation', actions: 13, entries: 0, milestones: { escalated: '8 2024-01-16' }, metrics: { timeToEscalate: 1440 } },
  { kind: 'escalation', actions: 13, entries: 0, milestones: { escalated: '8 2024-01-23' }, metrics: { timeToEscalate: 1440 } },
  { kind: 'escalation', actions: 13, entries: 0, milestones: { escalated: '8 2024-02-01' }, metrics: { timeToEscalate: 1440 } },
  {
    kind: 'postmortem', actions: 9, entries: 14,
    milestones: {
      detected: '61 2025-04-26T03:29', acknowledged: '61 2025-04-26T03:29', declared: '65 2025-04-26T05:44', escalated: '68 2025-04-26T08:12', mitigated: '69 2025-04-26T14:45',
    },
    metrics: { timeToAcknowledge: 0, timeToDeclare: 135, timeToEscalate: 283, timeToMitigate: 676 },
  },
  {
    kind: 'postmortem', actions: 4, entries: 9,
    milestones: {
      started: '4 2023-05-10T14:00', detected: '7 2023-05-10T14:00', acknowledged: '9 2023-05-10T14:30', escalated: '12 2023-05-10T16:00', identified: '13 2023-05-10T17:00',
      mitigated: '14 2023-05-10T17:30', resolved: '15 2023-05-10T18:00',
    },
    metrics: { timeToDetect: 0, timeToAcknowledge: 30, timeToEscalate: 120, timeToIdentify: 180, timeToMitigate: 210, timeToResolve: 240 },
  },
];

describe('the founding documents', { skip: existsSync(folder) ? false : 'there is no ../shared here' }, () => {
  for (const [index, { kind, actions, entries, milestones, metrics }] of expected.entries()) {
    test(`${index}`, () => {
      const name = readdirSync(folder).sort()[index] as string;
      const document = parse(readFileSync(join(folder, name), 'utf8'), { fileName: name });
      assert.equal(document.kind, kind);
      assert.equal(document.plan.items.length, actions);
      assert.equal(document.timelines.flatMap((timeline) => timeline.entries).length, entries);
      const found = Object.entries(document.milestones).map(([key, { line, at }]) => [key, `${line + 1} ${isoMoment(at)}`]);
      assert.deepEqual(Object.fromEntries(found), milestones);
      const known = Object.entries(document.metrics).filter(([, seconds]) => seconds !== null).map(([key, seconds]) => [key, (seconds as number) / 60]);
      assert.deepEqual(Object.fromEntries(known), metrics);
    });
  }

  test('with the five dates mended, the durations stay and nothing is resolved', () => {
    const name = readdirSync(folder).sort()[3] as string;
    const { milestones, metrics } = parse(readFileSync(join(folder, name), 'utf8').replaceAll('2025-04-19', '2025-04-26'));
    assert.equal(metrics.timeToMitigate, 676 * 60);
    assert.equal(milestones.resolved, undefined);
    assert.equal(metrics.timeToResolve, null);
  });
});
