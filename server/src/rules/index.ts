import { missingActions } from './actions/missing-actions';
import { missingRootCause } from './cause/missing-root-cause';
import { rootCausePending } from './cause/root-cause-pending';
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
];

/** The rule of an id. */
export function ruleOf(id: string): Rule | undefined {
  return allRules.find((rule) => rule.id === id);
}
