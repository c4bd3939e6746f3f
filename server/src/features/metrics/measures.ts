import { metricNames, type ActionPlanModel, type MetricModel } from '../../protocol';
import type { NamedPlan } from '../export/plan-format';
import { distributionOf, type Distribution } from './distribution';

export type MetricKey = MetricModel['key'];

/** What is counted of the actions of one or more documents. */
export interface ActionCounts {
  readonly total: number;
  readonly open: number;
  readonly done: number;
  /** Nothing says whether these are done. */
  readonly untracked: number;
  readonly overdue: number;
}

/** A document in figures. */
export interface Measured {
  readonly file: string;
  readonly kind: ActionPlanModel['kind'];
  readonly title: string | null;
  /** Severity or priority, as written. */
  readonly severity: string | null;
  /** Seconds, and why there are none. */
  readonly metrics: Readonly<Record<MetricKey, Pick<MetricModel, 'seconds' | 'reason'>>>;
  readonly actions: ActionCounts;
}

/** All documents in figures. */
export interface Measures {
  /** The day (ISO 8601) that "overdue" is told of; null without documents. */
  readonly asOf: string | null;
  readonly documents: readonly Measured[];
  readonly metrics: Readonly<Record<MetricKey, Distribution & { readonly unknown: number }>>;
  readonly actions: ActionCounts;
}

/** The figures of documents and of all of them. What is not known counts as unknown, never as 0. */
export function measure(plans: readonly NamedPlan[]): Measures {
  const documents = plans.map(({ file, plan }): Measured => ({
    file,
    kind: plan.kind,
    title: plan.title,
    severity: plan.severity?.value ?? null,
    metrics: eachMetric((key) => {
      const { seconds = null, reason = null } = plan.metrics.find((metric) => metric.key === key) ?? {};
      return { seconds, reason };
    }),
    actions: { total: plan.total, open: plan.tracked - plan.done, done: plan.done, untracked: plan.total - plan.tracked, overdue: plan.overdue },
  }));
  const sum = (count: keyof ActionCounts): number => documents.reduce((all, { actions }) => all + actions[count], 0);
  return {
    asOf: plans[0]?.plan.asOf ?? null,
    documents,
    metrics: eachMetric((key) => {
      const known = documents.flatMap(({ metrics }) => metrics[key].seconds ?? []);
      return { ...distributionOf(known), unknown: documents.length - known.length };
    }),
    actions: { total: sum('total'), open: sum('open'), done: sum('done'), untracked: sum('untracked'), overdue: sum('overdue') },
  };
}

/** Something of each metric. */
export function eachMetric<T>(of: (key: MetricKey) => T): Record<MetricKey, T> {
  return Object.fromEntries(metricNames.map((key) => [key, of(key)])) as Record<MetricKey, T>;
}
