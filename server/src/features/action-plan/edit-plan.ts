import type { ActionGroup, ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { dayOfIso } from '../../document/time';
import { plainText } from '../../document/words';
import { t } from '../../l10n';
import type { PlanGesture } from '../../protocol';
import { applyEdits } from '../../rules/apply-fixes';
import type { Edit } from '../../rules/rule';
import type { Read } from '../read';
import { outOfCell } from '../refactorings/marks';
import { boxOf } from '../refactorings/plan-to-checklist';
import { canAdd, insertions } from './add-item';
import { detailEdits, dueWords, ownerWords } from './detail-edits';
import { identify } from './identity';
import { MarkMemory } from './mark-memory';
import { moves } from './move';
import { toggles } from './toggle';
import { keepsOthers, keepsTheRest } from './verify';

interface Refusal {
  readonly refused: string;
}

/** Edits that were tried, and the document that they make. */
interface Settled {
  readonly edits: readonly Edit[];
  readonly after: IncidentDocument;
}

/** No owner and no action is longer. */
const LONGEST = 1_000;
/** So many ways of writing a change are tried. */
const mostTries = 16;

/**
 * The smallest edits that a gesture takes in the notation of its document, in document order; or why there are none. Whatever is written is
 * read again first: only the wanted change may show, and nothing else may be read differently by `read`. `memory` lets a toggle back restore the very words.
 */
export function editPlan(document: IncidentDocument, gesture: PlanGesture, read: Read, memory = new MarkMemory()): readonly Edit[] | Refusal {
  const result = settle(document, gesture, read, memory);
  return 'refused' in result ? result : result.edits;
}

function settle(document: IncidentDocument, gesture: PlanGesture, read: Read, memory: MarkMemory): Settled | Refusal {
  if (gesture.kind === 'addItem') return add(document, gesture, read);
  const ids = identify(document);
  const groupOf = (id: string): ActionGroup | undefined => [...ids.groups].find(([, known]) => known === id)?.[0];
  if (gesture.kind === 'makeChecklist') {
    const group = gesture.group === null ? null : groupOf(gesture.group);
    return group === undefined ? { refused: t('This group is no longer in the document.') } : checklist(document, group, read);
  }
  const item = [...ids.items].find(([, known]) => known === gesture.id)?.[0];
  if (!item) return { refused: t('This item is no longer in the document.') };
  switch (gesture.kind) {
    case 'toggle':
      return toggle(document, item, gesture.done, read, memory);
    case 'setOwner':
      return setOwner(document, item, gesture.owner, read);
    case 'setDue':
      return setDue(document, item, gesture.due, read);
    case 'move': {
      const group = groupOf(gesture.group);
      return group ? move(document, item, group, read) : { refused: t('This group is no longer in the document.') };
    }
  }
}

/** The first of the ways of writing a change after which the document is as wanted. */
function firstThat(document: IncidentDocument, ways: Iterable<readonly Edit[]>, read: Read, isWanted: (after: IncidentDocument) => boolean): Settled | null {
  const tried = new Set<string>();
  for (const edits of ways) {
    const text = applyEdits(document.text.value, edits);
    if (text === document.text.value || tried.has(text)) continue;
    if (tried.size >= mostTries) break;
    tried.add(text);
    const after = read(text);
    if (isWanted(after)) return { edits, after };
  }
  return null;
}

const each = function* (edits: Iterable<Edit>): Generator<readonly Edit[]> {
  for (const edit of edits) yield [edit];
};

/** Whether an item alone has changed, and has its own state and details but for those that were to change. */
function changesOnly(before: IncidentDocument, after: IncidentDocument, item: ActionItem, isAsWanted: (now: ActionItem) => boolean, changed: 'state' | 'owner' | 'due'): boolean {
  const index = before.plan.items.indexOf(item);
  const now = after.plan.items[index];
  if (!now || !keepsOthers(before, after, index) || !keepsTheRest(before, after)) return false;
  const same = now.group.label === item.group.label
    && (changed === 'state' || now.state === item.state)
    && (changed === 'owner' || now.owner?.value === item.owner?.value)
    && (changed === 'due' || (now.due?.value === item.due?.value && now.due?.date === item.due?.date))
    && now.tickets.length === item.tickets.length && now.tickets.every(({ value }, at) => value === item.tickets[at]?.value);
  return same && isAsWanted(now);
}

function toggle(document: IncidentDocument, item: ActionItem, done: boolean, read: Read, memory: MarkMemory): Settled | Refusal {
  if (item.state === 'done' && done) return { refused: t('This item is done already.') };
  if (item.state !== 'done' && !done) return { refused: item.state === 'open' ? t('This item is open already.') : t('Nothing says that this item is done.') };
  const ways = function* (): Generator<readonly Edit[]> {
    const restored = memory.restore(document, item);
    if (restored) yield [restored];
    yield* each(toggles(document, item, done));
  };
  const found = firstThat(document, ways(), read, (after) => changesOnly(document, after, item, (now) => (now.state === 'done') === done, 'state'));
  if (found) {
    memory.note(document, found.after, item);
    return found;
  }
  if (item.mark?.kind === 'heading') return { refused: t('The heading says whether this item is done: move it instead.') };
  return { refused: item.mark ? t('How this item says whether it is done cannot be changed here: change it in the text.') : t('Nothing here tells whether items are done: make a checklist of them first.') };
}

function setOwner(document: IncidentDocument, item: ActionItem, owner: string | null, read: Read): Settled | Refusal {
  const name = owner === null ? '' : flat(owner);
  if (name.length > LONGEST) return { refused: t('This name is too long.') };
  if (name === (item.owner?.value ?? '')) return { refused: name === '' ? t('This item has no owner.') : t('This item has this owner already.') };
  const bare = name.replace(/^@/, '');
  const isAsWanted = (now: ActionItem) => (name === '' ? now.owner === null : outOfCell(now.owner?.value.replace(/^@/, '') ?? '') === plainText(bare));
  const ways = each(detailEdits(document, item, 'owner', name === '' ? [] : ownerWords(item, name)));
  return firstThat(document, ways, read, (after) => changesOnly(document, after, item, isAsWanted, 'owner'))
    ?? { refused: name === '' ? t('The owner is part of the sentence: change it in the text.') : t('This cannot be written here so that it is read as an owner: change it in the text.') };
}

function setDue(document: IncidentDocument, item: ActionItem, due: string | null, read: Read): Settled | Refusal {
  const day = dayOfIso(due);
  if (due !== null && day === null) return { refused: t('This is no date of the calendar: {0}', flat(due).slice(0, 40)) };
  if (due === null && item.due === null) return { refused: t('This item has no due date.') };
  if (due !== null && item.due?.date === due) return { refused: t('This item is due on this day already.') };
  const ways = each(detailEdits(document, item, 'due', day === null ? [] : dueWords(document, item, day)));
  return firstThat(document, ways, read, (after) => changesOnly(document, after, item, (now) => (now.due?.date ?? null) === due && (due !== null || now.due === null), 'due'))
    ?? { refused: due === null ? t('The due date is part of the sentence: change it in the text.') : t('This cannot be written here so that it is read as a due date: change it in the text.') };
}

function move(document: IncidentDocument, item: ActionItem, group: ActionGroup, read: Read): Settled | Refusal {
  if (item.group === group) return { refused: t('This item stands there already.') };
  const from = document.plan.items.indexOf(item);
  const last = document.plan.items.indexOf(group.items.at(-1) as ActionItem);
  const to = from < last ? last : last + 1;
  const isWanted = (after: IncidentDocument): boolean => {
    const now = after.plan.items[to];
    if (!now || !keepsOthers(document, after, from, to) || !keepsTheRest(document, after)) return false;
    const isState = now.state === item.state || item.mark?.kind === 'heading' || now.mark?.kind === 'heading';
    return now.group.label === group.label && now.text === item.text && isState && now.owner?.value === item.owner?.value && now.due?.value === item.due?.value;
  };
  return firstThat(document, moves(document, item, group), read, isWanted) ?? { refused: t('This item cannot stand there as it is written: move it in the text.') };
}

function checklist(document: IncidentDocument, group: ActionGroup | null, read: Read): Settled | Refusal {
  const items = group?.items ?? document.plan.items;
  const edits = items.flatMap((item) => boxOf(document, item) ?? []);
  const last = items.at(-1);
  const end = last ? document.text.lineEnd(last.endLine) : 0;
  // words right below a list would go on with its last item
  const apart: readonly Edit[] = [...edits, { span: { start: end, end }, newText: document.text.eol }];
  if (edits.length === 0) return { refused: t('There is nothing here that could have a box.') };
  const said = ({ text, owner, due, group: { label } }: ActionItem) => [text, owner?.value, due?.value, label].join(' | ');
  const isWanted = (after: IncidentDocument): boolean => keepsTheRest(document, after) && after.plan.items.length === document.plan.items.length
    && document.plan.items.every((item, index) => {
      const now = after.plan.items[index] as ActionItem;
      return said(now) === said(item) && (now.state === item.state || (item.state === 'untracked' && now.state === 'open'));
    });
  return firstThat(document, [edits, apart], read, isWanted) ?? { refused: t('With boxes these items would be read differently: write them in the text.') };
}

function add(document: IncidentDocument, { group: id, text, owner, due }: Extract<PlanGesture, { kind: 'addItem' }>, read: Read): Settled | Refusal {
  const words = flat(text);
  if (words === '') return { refused: t('Say what is to be done.') };
  if (words.length > LONGEST) return { refused: t('This is too long for one item.') };
  const groups = identify(document).groups;
  const group = id === null ? (document.plan.groups.findLast((known) => canAdd(document, known)) ?? null) : [...groups].find(([, known]) => known === id)?.[0];
  if (group === undefined) return { refused: t('This group is no longer in the document.') };
  if (group === null && document.plan.items.length > 0) return { refused: t('No item can be added to this plan: write it in the text.') };
  const last = group?.items.at(-1);
  const index = last ? document.plan.items.indexOf(last) + 1 : 0;
  const made = firstThat(document, insertions(document, group, words), read, (after) => {
    const now = after.plan.items[index];
    return now !== undefined && outOfCell(now.text) === plainText(words) && (now.state !== 'done' || now.mark?.kind === 'heading') && (!group || now.group.label === group.label) && keepsOthers(document, after, -1, index) && (!group || keepsTheRest(document, after));
  });
  if (!made) return { refused: t('These words would be read differently here: write them in the text.') };
  return withDetails(document, made, index, owner, due, read);
}

/** Gives an item that was written its owner and its due date, all of it in the one edit that wrote it. */
function withDetails(document: IncidentDocument, made: Settled, index: number, owner: string | null, due: string | null, read: Read): Settled | Refusal {
  let { after } = made;
  if (owner !== null && flat(owner) !== (after.plan.items[index]?.owner?.value ?? '')) {
    const named = setOwner(after, after.plan.items[index] as ActionItem, owner, read);
    if ('refused' in named) return named;
    after = named.after;
  }
  if (due !== null && due !== after.plan.items[index]?.due?.date) {
    const dated = setDue(after, after.plan.items[index] as ActionItem, due, read);
    if ('refused' in dated) return dated;
    after = dated.after;
  }
  const [edit] = made.edits;
  if (!edit) return made;
  const behind = document.text.value.length - edit.span.end;
  const written = after.text.value.slice(edit.span.start, after.text.value.length - behind);
  return { edits: [{ span: edit.span, newText: written }], after };
}

/** One line without characters that nobody sees. */
const flat = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').trim();
