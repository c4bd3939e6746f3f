import { actionDoneContradiction } from './actions/action-done-contradiction';
import { actionDoneElsewhere } from './actions/action-done-elsewhere';
import { actionDueBeforeIncident } from './actions/action-due-before-incident';
import { actionDuplicate } from './actions/action-duplicate';
import { actionMissingDue } from './actions/action-missing-due';
import { actionMissingOwner } from './actions/action-missing-owner';
import { actionMissingTicket } from './actions/action-missing-ticket';
import { actionNotListed } from './actions/action-not-listed';
import { actionOpenButClosed } from './actions/action-open-but-closed';
import { actionOverdue } from './actions/action-overdue';
import { actionVague } from './actions/action-vague';
import { actionsWithoutPrevention } from './actions/actions-without-prevention';
import { missingActions } from './actions/missing-actions';
import { humanErrorCause } from './cause/human-error-cause';
import { missingRootCause } from './cause/missing-root-cause';
import { rootCauseContradiction } from './cause/root-cause-contradiction';
import { rootCauseHedged } from './cause/root-cause-hedged';
import { rootCausePending } from './cause/root-cause-pending';
import { rootCauseShallow } from './cause/root-cause-shallow';
import { countMismatch } from './consistency/count-mismatch';
import { dateMismatch } from './consistency/date-mismatch';
import { durationMismatch } from './consistency/duration-mismatch';
import { magnitudeMismatch } from './consistency/magnitude-mismatch';
import { metricMismatch } from './consistency/metric-mismatch';
import { nearMissIdentifier } from './consistency/near-miss-identifier';
import { percentSum } from './consistency/percent-sum';
import { statusContradiction } from './consistency/status-contradiction';
import { unknownRule } from './directives/unknown-rule';
import { unusedSuppression } from './directives/unused-suppression';
import { impactMissingDuration } from './impact/impact-missing-duration';
import { impactUnquantified } from './impact/impact-unquantified';
import { outageOverstated } from './impact/outage-overstated';
import { slaContradiction } from './impact/sla-contradiction';
import { animatedLanguage } from './language/animated-language';
import { blame } from './language/blame';
import { counterfactual } from './language/counterfactual';
import { relativeDate } from './language/relative-date';
import { undefinedAcronym } from './language/undefined-acronym';
import { vagueQuantifier } from './language/vague-quantifier';
import { ambiguousDate } from './metadata/ambiguous-date';
import { dateOrder } from './metadata/date-order';
import { duplicateField } from './metadata/duplicate-field';
import { futureDate } from './metadata/future-date';
import { invalidDate } from './metadata/invalid-date';
import { lateReport } from './metadata/late-report';
import { missingDate } from './metadata/missing-date';
import { missingSeverity } from './metadata/missing-severity';
import { missingStatus } from './metadata/missing-status';
import { mixedSeverityScales } from './metadata/mixed-severity-scales';
import { roleInsteadOfOwner } from './metadata/role-instead-of-owner';
import { staleStatus } from './metadata/stale-status';
import { unknownSeverity } from './metadata/unknown-severity';
import { unknownStatus } from './metadata/unknown-status';
import type { Rule } from './rule';
import { controlCharacters } from './safety/control-characters';
import { internalAddress } from './safety/internal-address';
import { invalidUuid } from './safety/invalid-uuid';
import { personalData } from './safety/personal-data';
import { secret } from './safety/secret';
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
import { missingSection } from './structure/missing-section';
import { missingSummary } from './structure/missing-summary';
import { placeholderText } from './structure/placeholder-text';
import { customerDetectedFirst } from './timeline/customer-detected-first';
import { milestoneOrder } from './timeline/milestone-order';
import { missingTimeline } from './timeline/missing-timeline';
import { timelineDuplicateEntry } from './timeline/timeline-duplicate-entry';
import { timelineEmptyEntry } from './timeline/timeline-empty-entry';
import { timelineEventOutsideRange } from './timeline/timeline-event-outside-range';
import { timelineImpossibleClock } from './timeline/timeline-impossible-clock';
import { timelineLongGap } from './timeline/timeline-long-gap';
import { timelineMissingDate } from './timeline/timeline-missing-date';
import { timelineMissingResolution } from './timeline/timeline-missing-resolution';
import { timelineMissingTimezone } from './timeline/timeline-missing-timezone';
import { timelineMixedTimezones } from './timeline/timeline-mixed-timezones';
import { timelineOrder } from './timeline/timeline-order';
import { timelineRangeInverted } from './timeline/timeline-range-inverted';
import { timelineRelativeTime } from './timeline/timeline-relative-time';
import { timezoneAmbiguous } from './timeline/timezone-ambiguous';
import { timezoneDstMismatch } from './timeline/timezone-dst-mismatch';
import { weekdayMismatch } from './timeline/weekday-mismatch';
import { brokenIncidentReference } from './workspace/broken-incident-reference';
import { duplicateIncidentId } from './workspace/duplicate-incident-id';
import { missingSiblingField } from './workspace/missing-sibling-field';
import { recurringAction } from './workspace/recurring-action';

/** Every rule, in the order in which they run. The only registration. `unused-suppression` is the last: it needs the findings of all others. */
export const allRules: readonly Rule[] = [
  timelineOrder,
  timelineRangeInverted,
  timelineImpossibleClock,
  timelineEventOutsideRange,
  timelineMissingTimezone,
  timelineMissingDate,
  timelineMixedTimezones,
  timezoneDstMismatch,
  timezoneAmbiguous,
  weekdayMismatch,
  timelineLongGap,
  timelineEmptyEntry,
  timelineDuplicateEntry,
  timelineMissingResolution,
  timelineRelativeTime,
  milestoneOrder,
  customerDetectedFirst,
  missingTimeline,
  missingRootCause,
  rootCausePending,
  rootCauseContradiction,
  rootCauseHedged,
  humanErrorCause,
  rootCauseShallow,
  missingActions,
  missingSummary,
  missingImpact,
  missingDetection,
  missingResolution,
  missingLessons,
  missingCurrentStatus,
  missingNextUpdate,
  actionMissingOwner,
  actionMissingDue,
  actionVague,
  actionNotListed,
  actionDoneContradiction,
  actionOpenButClosed,
  actionDoneElsewhere,
  actionOverdue,
  actionDueBeforeIncident,
  actionDuplicate,
  actionsWithoutPrevention,
  actionMissingTicket,
  missingSection,
  emptySection,
  duplicateSection,
  placeholderText,
  missingSeverity,
  missingStatus,
  missingDate,
  roleInsteadOfOwner,
  unknownStatus,
  unknownSeverity,
  mixedSeverityScales,
  invalidDate,
  ambiguousDate,
  dateOrder,
  futureDate,
  staleStatus,
  lateReport,
  duplicateField,
  genericTitle,
  misplacedContent,
  headingLevelSkip,
  impactUnquantified,
  impactMissingDuration,
  slaContradiction,
  outageOverstated,
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
  secret,
  personalData,
  internalAddress,
  invalidUuid,
  controlCharacters,
  duplicateIncidentId,
  brokenIncidentReference,
  missingSiblingField,
  recurringAction,
  unknownRule,
  unusedSuppression,
];

/** The rule of an id. */
export function ruleOf(id: string): Rule | undefined {
  return allRules.find((rule) => rule.id === id);
}
