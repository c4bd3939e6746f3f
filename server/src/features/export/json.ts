import { isoDuration } from '../../document/iso-duration';
import type { ActionGroupModel, ActionItemModel } from '../../protocol';
import type { PlanFileDocument } from '../../protocol/plan-file';
import { eachMetric } from '../metrics/measures';
import type { NamedPlan, PlanFormat } from './plan-format';

/** The plans in a shape that stays: `schemas/action-plan.schema.json`. */
export const json: PlanFormat = {
  extension: 'json',
  write: (plans) => `${JSON.stringify(plans.map(documentOf), null, 2)}\n`,
};

function documentOf({ file, plan }: NamedPlan): PlanFileDocument {
  return {
    file,
    kind: plan.kind,
    title: plan.title,
    status: plan.status && plan.status.value,
    severity: plan.severity && { label: plan.severity.label, value: plan.severity.value },
    customer: plan.customer && plan.customer.value,
    asOf: plan.asOf,
    metrics: eachMetric((key) => isoDuration(plan.metrics.find((metric) => metric.key === key)?.seconds ?? null)),
    progress: { total: plan.total, tracked: plan.tracked, done: plan.done, unowned: plan.unowned, overdue: plan.overdue },
    groups: plan.groups.map(groupOf),
  };
}

const groupOf = ({ label, line, window, items }: ActionGroupModel): PlanFileDocument['groups'][number] => ({ label, line: line + 1, window, items: items.map(itemOf) });

function itemOf({ line, text, title, state, owner, due, priority, type, tickets, likelyDone }: ActionItemModel): PlanFileDocument['groups'][number]['items'][number] {
  return {
    line: line + 1,
    text,
    title,
    state,
    owner,
    due: due && { text: due.text, date: due.date, derived: due.source === 'horizon', overdue: due.overdue },
    priority,
    type: type && { value: type.value, stated: type.stated },
    tickets: tickets.map(({ key, url }) => ({ key, url })),
    likelyDone: likelyDone && { line: likelyDone.line + 1, text: likelyDone.text },
  };
}
