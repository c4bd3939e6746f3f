import assert from 'node:assert/strict';
import { parse } from '../../server/src/document/document';
import { actionPlan } from '../../server/src/features/action-plan/model';
import type { NamedPlan } from '../../server/src/features/export/plan-format';
import type { ActionItemModel, ActionPlanModel } from '../../server/src/protocol';

/** The plan of a document as the command line reads it on 21 November 2026. */
export function namedPlan(text: string, file = 'checkout.md'): NamedPlan {
  const query = { uri: '', version: 0, now: Date.parse('2026-11-21T12:00:00Z'), timeZone: 'UTC', findings: [] };
  return { file, plan: actionPlan(parse(text, { fileName: file, declared: true }), query) ?? assert.fail('no incident document') };
}

/** Every item of plans, in order. */
export const itemsOf = (...plans: readonly NamedPlan[]): ActionItemModel[] => plans.flatMap(({ plan }) => plan.groups.flatMap(({ items }) => items));

/** A plan of one group with the items that are given, each with what is said of it. */
export function planWith(items: readonly Partial<ActionItemModel>[], head: Partial<ActionPlanModel> = {}, label = 'Immediate (0-4 hours)'): NamedPlan {
  const all = items.map((item, line): ActionItemModel => ({
    id: `id-${line}`, line, text: 'Do it', title: 'Do it', state: 'open', priority: null, type: null, owner: null, unowned: !item.owner, due: null, tickets: [], likelyDone: null, gestures: [], ...item,
  }));
  const done = all.filter(({ state }) => state === 'done').length;
  const tracked = all.filter(({ state }) => state !== 'untracked').length;
  const { plan } = namedPlan('# Post-mortem: no mail\n');
  return {
    file: 'mail.md',
    plan: {
      ...plan, total: all.length, tracked, done, unowned: all.filter(({ state, owner }) => state !== 'done' && owner === null).length,
      overdue: all.filter(({ due }) => due?.overdue).length,
      groups: [{ id: 'group', label, line: 4, window: '0-4 hours', tracked, done, items: all, canAdd: true, canChecklist: false }],
      ...head,
    },
  };
}
