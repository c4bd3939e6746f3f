import type { IncidentDocument } from '../../document/document';
import type { ListedPlan } from '../../protocol';
import { keyOf } from '../../workspace/identifiers';
import { actionPlan, type PlanQuery } from './model';

/** A plan as it stands in a list of many, with what is done or without; null where the document is no incident document or has no items. Lines are 0-based. */
export function listedPlan(document: IncidentDocument, query: Omit<PlanQuery, 'version' | 'findings'>, openOnly: boolean): ListedPlan | null {
  if (document.plan.items.length === 0) return null;
  const plan = actionPlan(document, { ...query, version: 0, findings: [] });
  if (!plan) return null;
  const { uri, title, asOf, tracked, done, total, groups } = plan;
  const items = groups.flatMap(({ label, items: all }) => all.filter(({ state }) => !openOnly || state !== 'done').map((item) => {
    const { id, line, text, title: words, state, owner, due, tickets, gestures } = item;
    return { id, line, text, title: words, state, owner, due, tickets, gestures, group: label, ownerKey: owner === null ? null : keyOf(owner) };
  }));
  return { uri, title, asOf, tracked, done, total, items };
}
