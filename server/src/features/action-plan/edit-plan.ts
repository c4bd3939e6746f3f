import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import type { PlanGesture } from '../../protocol';
import type { Edit } from '../../rules/rule';
import { identify } from './identity';

/** The smallest edits that a gesture takes, in document order; or why there are none. */
export function editPlan(document: IncidentDocument, gesture: PlanGesture): readonly Edit[] | { readonly refused: string } {
  if (gesture.kind !== 'toggle') return { refused: t('This cannot be written into the document.') };
  const { id, done } = gesture;
  const item = [...identify(document).items].find(([, known]) => known === id)?.[0];
  if (item === undefined) return { refused: t('This item is no longer in the document.') };
  if (item.checkbox < 0) return { refused: t('This item has no checkbox.') };
  if ((item.state === 'done') === done) return { refused: done ? t('This item is done already.') : t('This item is open already.') };
  return [{ span: { start: item.checkbox, end: item.checkbox + 1 }, newText: done ? tick(document) : ' ' }];
}

/** `x` or `X`, as the document writes it. */
function tick(document: IncidentDocument): 'x' | 'X' {
  let capitals = 0;
  for (const item of document.plan.items) {
    if (item.state === 'done' && item.checkbox >= 0) capitals += document.text.value[item.checkbox] === 'X' ? 1 : -1;
  }
  return capitals > 0 ? 'X' : 'x';
}
