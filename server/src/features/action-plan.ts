import type { ActionItem } from '../document/actions';
import type { IncidentDocument } from '../document/document';
import type { FieldKey } from '../document/vocabulary';
import type { ActionGroupModel, ActionItemModel, ActionPlanModel } from '../protocol';
import type { Edit } from '../rules/rule';
import { t } from '../l10n';
import { titleOf } from './item-title';

/**
 * The action plan as the preview draws it; null where the document is no incident document. Lines are 0-based.
 * `problems` is the number of findings in the document that the editor lists: hints stand in the text alone.
 */
export function actionPlan(document: IncidentDocument, uri: string, version: number, problems: number): ActionPlanModel | null {
  if (document.kind === 'none') return null;
  const ids = identify(document.plan.items);
  const groups = document.plan.groups.map((group): ActionGroupModel => ({
    label: group.label,
    line: group.line,
    ...count(group.items),
    items: group.items.map((item) => itemModel(item, ids.get(item) as string)),
  }));
  return {
    uri,
    version,
    kind: document.kind,
    title: document.title?.text ?? null,
    status: field(document, 'status')?.value ?? null,
    severity: field(document, 'severity') ?? field(document, 'priority'),
    customer: field(document, 'customer')?.value ?? null,
    problems,
    ...count(document.plan.items),
    total: document.plan.items.length,
    groups,
  };
}

/** The one-character edit that sets an item's checkbox, in the notation (`x` or `X`) that the document uses; or why there is none. */
export function toggleAction(document: IncidentDocument, id: string, done: boolean): Edit | { readonly refused: string } {
  const item = [...identify(document.plan.items)].find(([, known]) => known === id)?.[0];
  if (item === undefined) return { refused: t('This item is no longer in the document.') };
  if (item.checkbox < 0) return { refused: t('This item has no checkbox.') };
  if ((item.state === 'done') === done) return { refused: done ? t('This item is done already.') : t('This item is open already.') };
  return { span: { start: item.checkbox, end: item.checkbox + 1 }, newText: done ? tick(document) : ' ' };
}

function itemModel(item: ActionItem, id: string): ActionItemModel {
  return {
    id,
    line: item.line,
    text: item.text,
    title: titleOf(item),
    state: item.state,
    checkable: item.checkbox >= 0,
    owner: item.owner?.value ?? null,
    due: item.due?.value ?? null,
    tickets: item.tickets.map((ticket) => ticket.value),
  };
}

function count(items: readonly ActionItem[]): { tracked: number; done: number } {
  return {
    tracked: items.filter((item) => item.state !== 'untracked').length,
    done: items.filter((item) => item.state === 'done').length,
  };
}

function field(document: IncidentDocument, key: FieldKey): { label: string; value: string } | null {
  const found = document.fields.find((candidate) => candidate.key === key && candidate.value !== '');
  return found ? { label: found.label, value: found.value } : null;
}

/** Names each item after its text, and items of equal text after their order, so that an id outlives edits elsewhere. */
function identify(items: readonly ActionItem[]): ReadonlyMap<ActionItem, string> {
  const occurrences = new Map<string, number>();
  const ids = new Map<ActionItem, string>();
  for (const item of items) {
    const hash = hashOf(item.text);
    const occurrence = (occurrences.get(hash) ?? 0) + 1;
    occurrences.set(hash, occurrence);
    ids.set(item, `${hash}-${occurrence}`);
  }
  return ids;
}

/** FNV-1a over UTF-16 code units, with the length against chance collisions. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${(hash >>> 0).toString(36)}.${text.length.toString(36)}`;
}

function tick(document: IncidentDocument): 'x' | 'X' {
  let capitals = 0;
  for (const item of document.plan.items) {
    if (item.state === 'done' && item.checkbox >= 0) capitals += document.text.value[item.checkbox] === 'X' ? 1 : -1;
  }
  return capitals > 0 ? 'X' : 'x';
}
