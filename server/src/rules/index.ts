import { missingActions } from './actions/missing-actions';
import { missingRootCause } from './cause/missing-root-cause';
import { rootCausePending } from './cause/root-cause-pending';
import { countMismatch } from './consistency/count-mismatch';
import { dateMismatch } from './consistency/date-mismatch';
import { durationMismatch } from './consistency/duration-mismatch';
import { magnitudeMismatch } from './consistency/magnitude-mismatch';
import { metricMismatch } from './consistency/metric-mismatch';
import { nearMissIdentifier } from './consistency/near-miss-identifier';
import { percentSum } from './consistency/percent-sum';
import { statusContradiction } from './consistency/status-contradiction';
import { animatedLanguage } from './language/animated-language';
import { blame } from './language/blame';
import { counterfactual } from './language/counterfactual';
import { relativeDate } from './language/relative-date';
import { undefinedAcronym } from './language/undefined-acronym';
import { vagueQuantifier } from './language/vague-quantifier';
import type { Rule } from './rule';
import { emptySection } from './structure/empty-section';
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
  emptySection,
  placeholderText,
  blame,
  counterfactual,
  animatedLanguage,
  vagueQuantifier,
  relativeDate,
  undefinedAcronym,
  statusContradiction,
  durationMismatch,
  metricMismatch,
  dateMismatch,
  percentSum,
  countMismatch,
  magnitudeMismatch,
  nearMissIdentifier,
];

/** The rule of an id. */
export function ruleOf(id: string): Rule | undefined {
  return allRules.find((rule) => rule.id === id);
}
