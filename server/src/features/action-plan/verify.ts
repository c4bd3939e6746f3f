import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { agree } from '../refactorings/facts';

/** All that an item says. */
const saidOf = ({ text, state, owner, due, tickets, group }: ActionItem): string =>
  [text, state, owner?.value, due?.value, due?.date, tickets.map(({ value }) => value), group.label].join(' | ');

/** Whether two documents have the same entries, fields and sections, the lines of their plans' items left aside. */
export const keepsTheRest = (before: IncidentDocument, after: IncidentDocument): boolean =>
  before.kind === after.kind && agree(before, after, ['entries', 'sections']) && otherFields(before) === otherFields(after);

function otherFields({ fields, plan }: IncidentDocument): string {
  const own = new Set(plan.items.flatMap(({ line, endLine }) => Array.from({ length: Math.min(endLine - line + 1, mostLines) }, (_, index) => line + index)));
  return fields.filter(({ line }) => !own.has(line)).map(({ key, label, value }) => `${key} ${label}: ${value}`).join('\n');
}

/** No item has more. */
const mostLines = 500;

/** Whether the items of two documents are the same but for one of each, told by its index; -1 for none. */
export function keepsOthers(before: IncidentDocument, after: IncidentDocument, left: number, leftAfter = left): boolean {
  const one = before.plan.items.filter((_, index) => index !== left);
  const other = after.plan.items.filter((_, index) => index !== leftAfter);
  return one.length === other.length && one.every((item, index) => saidOf(item) === saidOf(other[index] as ActionItem));
}
