import type { IncidentDocument } from '../../document/document';
import { secondsApart, type Milestone } from '../../document/milestones';
import type { MilestoneKey } from '../../document/vocabulary';
import { t } from '../../l10n';
import { metricNames, type MetricModel } from '../../protocol';
import { measureOf } from '../hover/milestone';

/** Why a metric is not known where its end is not. */
const unknownEnds: Readonly<Partial<Record<MilestoneKey, () => string>>> = {
  detected: () => t('No line says when it was detected.'),
  acknowledged: () => t('No line says when somebody took it up.'),
  mitigated: () => t('No line says when it was mitigated.'),
  resolved: () => t('No line says when it was resolved.'),
};

/** The durations between milestones with the lines that they are measured between, or why they are not known. */
export function metricsOf({ milestones, metrics }: IncidentDocument, isDisordered: boolean): MetricModel[] {
  return metricNames.map((key): MetricModel => {
    const measure = measureOf(key);
    const begin = measure.from.find((milestone) => milestones[milestone]);
    const start = begin && milestones[begin];
    const from = start?.line ?? null;
    const end = milestones[measure.to];
    const seconds = metrics[key];
    if (seconds !== null) return { key, seconds, from, line: end?.line ?? null, reason: null };
    const noBegin = measure.from.includes('detected') ? t('No line says when it began or was detected.') : t('No line says when the impact began.');
    const beforeBegin = key === 'timeToAcknowledge' ? t('No line says when it was detected.') : noBegin;
    const reason = !end ? unknownEnds[measure.to]?.() ?? '' : !start ? beforeBegin
      : isDisordered ? t('The timeline is out of order.') : whyNot(start, end);
    return { key, seconds: null, from, line: end?.line ?? null, reason };
  });
}

/** Why the time between two milestones is not known. */
function whyNot(from: Milestone | undefined, to: Milestone): string {
  if (from && (from.at.second === null) !== (to.at.second === null)) return t('Only one of the two says the time of day.');
  return from && (secondsApart(from, to) ?? 0) < 0 ? t('It ends before it begins.') : t('The two times cannot be compared.');
}
