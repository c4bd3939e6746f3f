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

/** An item as the preview draws it. */
export function itemModel(document: IncidentDocument, item: ActionItem, { id, today, tickets }: ItemQuery): ActionItemModel {
  const report = doneElsewhere(document).get(item);
  return {
    id,
    line: item.line,
    text: item.text,
    title: titleOf(item),
    state: item.state,
    priority: priorityOf(document, item),
    type: typeOf(document, item),
    owner: item.owner?.value ?? null,
    unowned: !hasOwner(document, item),
    due: dueOf(document, item, today),
    tickets: tickets(item),
    likelyDone: report ? { line: document.text.lineAt(report.start), text: shorten(document.text.slice(report)) } : null,
    gestures: gesturesOf(document, item),
  };
}
