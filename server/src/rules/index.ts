import { missingActions } from './actions/missing-actions';
import { missingRootCause } from './cause/missing-root-cause';
import { rootCausePending } from './cause/root-cause-pending';
import type { Rule } from './rule';
import { emptySection } from './structure/empty-section';
import { missingSection } from './structure/missing-section';
import { placeholderText } from './structure/placeholder-text';
import { missingTimeline } from './timeline/missing-timeline';
import { timelineOrder } from './timeline/timeline-order';

/** Every rule, in the order in which they run. The only registration. */
export const allRules: readonly Rule[] = [
  timelineOrder,
  missingTimeline,
  missingRootCause,
  rootCausePending,
  missingActions,
  missingSection,
  emptySection,
  placeholderText,
];

/** The rule of an id. */
export function ruleOf(id: string): Rule | undefined {
  return allRules.find((rule) => rule.id === id);
}
