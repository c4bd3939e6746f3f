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
  rootCauseContradiction,
  rootCauseHedged,
  humanErrorCause,
  rootCauseShallow,
  missingActions,
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
  emptySection,
  placeholderText,
];

/** The rule of an id. */
export function ruleOf(id: string): Rule | undefined {
  return allRules.find((rule) => rule.id === id);
}
