import { missingActions } from './actions/missing-actions';
import { missingRootCause } from './cause/missing-root-cause';
import { rootCausePending } from './cause/root-cause-pending';
import { impactMissingDuration } from './impact/impact-missing-duration';
import { impactUnquantified } from './impact/impact-unquantified';
import { outageOverstated } from './impact/outage-overstated';
import { slaContradiction } from './impact/sla-contradiction';
import type { Rule } from './rule';
import { duplicateSection } from './structure/duplicate-section';
import { emptySection } from './structure/empty-section';
import { genericTitle } from './structure/generic-title';
import { headingLevelSkip } from './structure/heading-level-skip';
import { misplacedContent } from './structure/misplaced-content';
import { missingCurrentStatus } from './structure/missing-current-status';
import { missingDetection } from './structure/missing-detection';
import { missingImpact } from './structure/missing-impact';
import { missingLessons } from './structure/missing-lessons';
import { missingNextUpdate } from './structure/missing-next-update';
import { missingResolution } from './structure/missing-resolution';
import { missingSummary } from './structure/missing-summary';
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
  missingSummary,
  missingImpact,
  missingDetection,
  missingResolution,
  missingLessons,
  missingCurrentStatus,
  missingNextUpdate,
  emptySection,
  duplicateSection,
  placeholderText,
  genericTitle,
  misplacedContent,
  headingLevelSkip,
  impactUnquantified,
  impactMissingDuration,
  slaContradiction,
  outageOverstated,
];

/** The rule of an id. */
export function ruleOf(id: string): Rule | undefined {
  return allRules.find((rule) => rule.id === id);
}
