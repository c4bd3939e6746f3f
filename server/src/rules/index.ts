import { missingActions } from './actions/missing-actions';
import { missingRootCause } from './cause/missing-root-cause';
import { rootCausePending } from './cause/root-cause-pending';
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
];

/** The rule of an id. */
export function ruleOf(id: string): Rule | undefined {
  return allRules.find((rule) => rule.id === id);
}
