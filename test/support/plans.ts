import assert from 'node:assert/strict';
import { parse } from '../../server/src/document/document';
import { actionPlan } from '../../server/src/features/action-plan/model';
import type { NamedPlan } from '../../server/src/features/export/plan-format';
import type { ActionItemModel, ActionPlanModel } from '../../server/src/protocol';
import { group, item, planOf } from './plan-model';

/** The plan of a document as the command line reads it on 21 November 2026. */
export function namedPlan(text: string, file = 'checkout.md'): NamedPlan {
  const query = { uri: '', version: 0, now: Date.parse('2026-11-21T12:00:00Z'), timeZone: 'UTC', findings: [] };
  return { file, plan: actionPlan(parse(text, { fileName: file, declared: true }), query) ?? assert.fail('no incident document') };
}

/** Every item of plans, in order. */
export const itemsOf = (...plans: readonly NamedPlan[]): ActionItemModel[] => plans.flatMap(({ plan }) => plan.groups.flatMap(({ items }) => items));

/** A plan of one group with the items that are given, each with what is said of it. */
export function planWith(items: readonly Partial<ActionItemModel>[], head: Partial<ActionPlanModel> = {}, label = 'Immediate (0-4 hours)'): NamedPlan {
  const all = items.map((said, line) => item(`id-${line}`, said.state, { line, text: 'Do it', title: 'Do it', ...said }));
  const { total, tracked, done, unowned, overdue, groups } = planOf([group(label, all, { line: 4, window: '0-4 hours' })]);
  return { file: 'mail.md', plan: { ...namedPlan('# Post-mortem: no mail\n').plan, total, tracked, done, unowned, overdue, groups, ...head } };
}
