import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import type { ActionItemModel } from '../../protocol';
import { doneElsewhere } from '../../rules/actions/action-done-elsewhere';
import { hasOwner } from '../../rules/actions/item-details';
import { titleOf } from '../item-title';
import { shorten } from '../shorten';
import { dueOf } from './due-date';
import { gesturesOf } from './gestures';
import { typeOf } from './item-type';
import { priorityOf } from './priority';

/** What an item is drawn with. */
export interface ItemQuery {
  readonly id: string;
  /** Days since 1970-01-01. */
  readonly today: number;
  readonly tickets: (item: ActionItem) => ActionItemModel['tickets'];
}

/** What a list of many plans shows of an item. */
export function listedItem(document: IncidentDocument, item: ActionItem, { id, today, tickets }: ItemQuery): Omit<ActionItemModel, 'priority' | 'type' | 'unowned' | 'likelyDone'> {
  return {
    id,
    line: item.line,
    text: item.text,
    title: titleOf(item),
    state: item.state,
    owner: item.owner?.value ?? null,
    due: dueOf(document, item, today),
    tickets: tickets(item),
    gestures: gesturesOf(document, item),
  };
}

/** An item as the preview draws it. */
export function itemModel(document: IncidentDocument, item: ActionItem, query: ItemQuery): ActionItemModel {
  const report = doneElsewhere(document).get(item);
  return {
    ...listedItem(document, item, query),
    priority: priorityOf(document, item),
    type: typeOf(document, item),
    unowned: !hasOwner(document, item),
    likelyDone: report ? { line: document.text.lineAt(report.start), text: shorten(document.text.slice(report)) } : null,
  };
}
