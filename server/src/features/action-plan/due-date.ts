import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { dayOfIso, isoDay, type Moment } from '../../document/time';
import type { ActionItemModel } from '../../protocol';
import { firstDay } from '../../rules/actions/due-day';
import { perDocument } from '../../rules/per-document';
import { endOf, windowOf } from './window';

/**
 * When an item is due: as it says itself, else by the window of its group, counted from the beginning of an escalation or the end of an
 * incident; null where neither tells. `today` in days since 1970-01-01. Overdue is what is known to be open; a date before the incident is a slip.
 */
export function dueOf(document: IncidentDocument, item: ActionItem, today: number): ActionItemModel['due'] {
  const { due, state, group } = item;
  if (due) {
    const day = dayOfIso(due.date);
    return { text: due.value, date: due.date, source: 'stated', overdue: state === 'open' && day !== null && day < today && day >= (firstKnownDay(document) ?? -Infinity) };
  }
  const window = windowOf(group);
  const from = window && beginning(document);
  const day = window && from && from.day !== null ? endOf(window, { day: from.day, second: from.second }) : null;
  if (day === null) return null;
  const date = isoDay(day);
  return { text: date, date, source: 'horizon', overdue: state === 'open' && day < today };
}

const firstKnownDay = perDocument(firstDay);

/** What windows are counted from. A date that can be read both ways is none. */
const beginning = perDocument(({ kind, milestones: { escalated, started, detected, resolved, mitigated } }): Moment | null => {
  const from = kind === 'escalation' ? (escalated ?? started ?? detected) : (resolved ?? mitigated);
  return from && from.at.day !== null && from.at.otherDay === undefined ? from.at : null;
});
