import type { IncidentDocument } from '../../document/document';
import { isoDay } from '../../document/time';
import type { ListedPlan } from '../../protocol';
import { keyOf } from '../../workspace/identifiers';
import { todayOf } from './header';
import { identify } from './identity';
import { listedItem } from './item-model';
import { count, type PlanQuery } from './model';
import { ticketsOf } from './tickets';

/** What the plans of a list are told for. */
export type ListQuery = Pick<PlanQuery, 'uri' | 'now' | 'timeZone' | 'ticketPatterns'> & {
  /** Leaves out what is done; it is counted nevertheless. */
  readonly openOnly: boolean;
};

/** A plan as it stands in a list of many; null where the document is no incident document or has no items. Lines are 0-based. */
export function listedPlan(document: IncidentDocument, query: ListQuery): ListedPlan | null {
  const { kind, plan, title } = document;
  if (kind === 'none' || plan.items.length === 0) return null;
  const today = todayOf(query);
  const ids = identify(document);
  const tickets = ticketsOf(document, query.ticketPatterns ?? {});
  return {
    uri: query.uri,
    title: title?.text ?? null,
    asOf: isoDay(today),
    ...count(plan.items),
    total: plan.items.length,
    items: plan.items.filter(({ state }) => !query.openOnly || state !== 'done').map((item) => {
      const told = listedItem(document, item, { id: ids.items.get(item) as string, today, tickets });
      return { ...told, group: item.group.label, ownerKey: told.owner === null ? null : keyOf(told.owner) };
    }),
  };
}
