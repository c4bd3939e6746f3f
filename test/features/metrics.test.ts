import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { distributionOf } from '../../server/src/features/metrics/distribution';
import { measure } from '../../server/src/features/metrics/measures';
import { measuresJson } from '../../server/src/features/metrics/measures-json';
import { measuresTable } from '../../server/src/features/metrics/measures-table';
import type { NamedPlan } from '../../server/src/features/export/plan-format';
import { metricNames, type ActionPlanModel } from '../../server/src/protocol';
import { planWith } from '../support/plans';

describe('a distribution', () => {
  /** Quantiles as spreadsheets give them (PERCENTILE.INC). */
  const table: readonly (readonly [values: readonly number[], quartiles: readonly (number | null)[], p90: number | null])[] = [
    [[], [null, null, null], null],
    [[7], [7, 7, 7], 7],
    [[10, 0], [2.5, 5, 7.5], 9],
    [[3, 1, 2], [1.5, 2, 2.5], 2.8],
    [[40, 10, 30, 20], [17.5, 25, 32.5], 37],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 1000], [3.25, 5.5, 7.75], 108.1],
    [[0, 0, 0], [0, 0, 0], 0],
  ];
  for (const [values, quartiles, p90] of table) {
    test(`of ${JSON.stringify(values)}`, () => {
      const of = distributionOf(values);
      const exact = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(6)));
      assert.deepEqual([of.firstQuartile, of.median, of.thirdQuartile].map(exact), quartiles);
      assert.deepEqual([exact(of.p90), of.known], [p90, values.length]);
    });
  }

  test('goes up, from the least to the most, whatever the order', () => {
    fc.assert(fc.property(fc.array(fc.nat(1e6), { minLength: 1 }), (values) => {
      const { minimum, firstQuartile, median, thirdQuartile, p90, maximum } = distributionOf(values);
      const path = [minimum, firstQuartile, median, thirdQuartile, p90, maximum] as number[];
      assert.deepEqual(path.toSorted((a, b) => a - b), path);
      assert.deepEqual([minimum, maximum], [Math.min(...values), Math.max(...values)]);
      assert.deepEqual(distributionOf(values.toReversed()), distributionOf(values));
    }), { seed: 7, numRuns: 200 });
  });
});

/** Times to detect, acknowledge, mitigate and resolve in seconds. */
const durations = (...seconds: readonly (number | null)[]): ActionPlanModel['metrics'] =>
  metricNames.map((key, index) => ({ key, seconds: seconds[index] ?? null, from: null, line: null, reason: seconds[index] == null ? `Nothing says when it ended (${key}).` : null }));

const severity = (value: string) => ({ label: 'Severity', value, line: 2 });
const plans: readonly NamedPlan[] = [
  { ...planWith([{ state: 'done' }, {}], { metrics: durations(60, 0, 3600, 7200), severity: severity('SEV-1') }), file: 'docs/a.md' },
  { ...planWith([{ state: 'untracked' }], { metrics: durations(180, null, null, 90_000), severity: severity('Critical, for every customer in Europe') }), file: 'docs/修.md' },
  { ...planWith([], { metrics: durations(null, null, null, null), severity: null }), file: 'c.txt' },
];

describe('many documents', () => {
  test('are counted, and what is not known is never 0', () => {
    const { metrics, actions } = measure(plans);
    const { known, unknown, median } = metrics.timeToDetect;
    assert.deepEqual({ known, unknown, median }, { known: 2, unknown: 1, median: 120 });
    assert.deepEqual([metrics.timeToAcknowledge.known, metrics.timeToAcknowledge.median], [1, 0]);
    assert.deepEqual(actions, { total: 3, open: 1, done: 1, untracked: 1, overdue: 0 });
  });

  test('in which nothing is known have no figures', () => {
    const { metrics } = measure(plans.slice(2));
    assert.deepEqual(metrics.timeToResolve, { known: 0, minimum: null, firstQuartile: null, median: null, thirdQuartile: null, p90: null, maximum: null, unknown: 1 });
  });

  test('are a table that lines up', () => {
    assert.equal(measuresTable(measure(plans)), `
document    severity                TTD    TTA  TTM        TTR  open  done  untracked  overdue
docs/a.md   SEV-1                 1 min  0 min  1 h        2 h     1     1          0        0
docs/修.md  Critical, for every…  3 min    n/a  n/a  1 day 1 h     0     0          1        0
c.txt       -                       n/a    n/a  n/a        n/a     0     0          0        0

over all                   known  unknown       median                  quartiles          p90    longest
time to detect (TTD)           2        1        2 min             2 min to 3 min        3 min      3 min
time to acknowledge (TTA)      1        2        0 min             0 min to 0 min        0 min      0 min
time to mitigate (TTM)         1        2          1 h                 1 h to 1 h          1 h        1 h
time to resolve (TTR)          2        1  13 h 30 min  7 h 45 min to 19 h 15 min  22 h 42 min  1 day 1 h

3 actions in 3 documents: 1 open, 1 done, 1 untracked; 0 overdue as of 2026-11-21.

Why something is unknown, in how many documents:
    2  TTA: Nothing says when it ended (timeToAcknowledge).
    2  TTM: Nothing says when it ended (timeToMitigate).
    1  TTD: Nothing says when it ended (timeToDetect).
    1  TTR: Nothing says when it ended (timeToResolve).
`.slice(1));
  });

  test('are JSON with durations in ISO 8601', () => {
    const { documents, overall, asOf } = JSON.parse(measuresJson(measure(plans)));
    assert.equal(asOf, '2026-11-21');
    assert.deepEqual(documents[1].metrics, { timeToDetect: 'PT3M', timeToAcknowledge: null, timeToMitigate: null, timeToResolve: 'P1DT1H' });
    assert.deepEqual(Object.keys(documents[1].unknown), ['timeToAcknowledge', 'timeToMitigate']);
    assert.deepEqual(overall.metrics.timeToDetect, { known: 2, unknown: 1, minimum: 'PT1M', firstQuartile: 'PT1M30S', median: 'PT2M', thirdQuartile: 'PT2M30S', p90: 'PT2M48S', maximum: 'PT3M' });
    assert.deepEqual(overall.actions, { total: 3, open: 1, done: 1, untracked: 1, overdue: 0 });
    assert.doesNotMatch(JSON.stringify(overall), /mean|average/i);
  });
});
