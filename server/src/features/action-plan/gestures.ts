import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import type { ActionItemModel } from '../../protocol';
import { hasOwnLines } from './item-lines';
import { canMove } from './move';
import { toggles } from './toggle';

/** So many groups tell whether an item can be moved. */
const mostGroups = 50;

/** What can be written back for an item. */
export function gesturesOf(document: IncidentDocument, item: ActionItem): ActionItemModel['gestures'] {
  const hasWords = hasOwnLines(document, item) && (item.notation !== 'row' || hasPipes(document, item));
  return [
    ...(hasOwnLines(document, item) && !toggles(document, item, item.state !== 'done').next().done ? ['toggle' as const] : []),
    ...(hasWords ? ['owner' as const, 'due' as const] : []),
    ...(document.plan.groups.slice(0, mostGroups).some((group) => canMove(document, item, group)) ? ['move' as const] : []),
  ];
}

/** Columns that only blanks part have no room for words of any length. */
function hasPipes({ text }: IncidentDocument, { line }: ActionItem): boolean {
  return text.line(line).includes('|');
}
