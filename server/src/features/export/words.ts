import { t } from '../../l10n';
import type { ActionItemModel, ActionPlanModel } from '../../protocol';

/** What people read of a plan, the same in every format. */

export const titleOfPlan = ({ title }: ActionPlanModel, file: string): string => title ?? file;

export function stateWord({ state }: ActionItemModel): string {
  return { open: t('Open'), done: t('Done'), untracked: t('Not tracked') }[state];
}

/** "2026-03-20", "2026-03-20 (overdue)", "2026-03-20 (from “0-4 hours”)"; empty where there is none. `window`: what a derived date comes from. */
export function dueWords({ due, state }: ActionItemModel, window: string | null): string {
  if (due === null) return '';
  const notes = [
    ...(due.source === 'horizon' && window !== null ? [t('from “{0}”', window)] : []),
    ...(due.overdue && state !== 'done' ? [t('overdue')] : []),
  ];
  const when = due.date ?? due.text;
  return notes.length === 0 ? when : `${when} (${notes.join(', ')})`;
}

/** "2 of 9 done, 3 not tracked, 1 overdue, 4 without an owner, as of 2026-11-21". */
export const standingWords = (plan: ActionPlanModel): string => t('{0}, as of {1}', progressWords(plan), plan.asOf);

/** The same without the day. */
export function progressWords({ total, tracked, done, overdue, unowned }: ActionPlanModel): string {
  if (total === 0) return t('No action items');
  return [
    tracked === 0 ? (total === 1 ? t('1 item, not tracked') : t('{0} items, none of them tracked', total)) : t('{0} of {1} done', done, total),
    ...(tracked > 0 && tracked < total ? [t('{0} not tracked', total - tracked)] : []),
    ...(overdue > 0 ? [t('{0} overdue', overdue)] : []),
    ...(unowned > 0 ? [t('{0} without an owner', unowned)] : []),
  ].join(', ');
}

/** The facts of the head that the document states, each with its label. */
export function factsOf({ status, severity, customer }: ActionPlanModel): (readonly [label: string, value: string])[] {
  return [
    ...(status ? [[t('Status'), status.value] as const] : []),
    ...(severity ? [[severity.label, severity.value] as const] : []),
    ...(customer ? [[t('Customer'), customer.value] as const] : []),
  ];
}
