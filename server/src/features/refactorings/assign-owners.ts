import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { PlanColumns } from '../../document/plan-columns';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import type { Edit } from '../../rules/rule';
import { touches, type Refactoring } from './refactoring';

/** How the items of a plan name their owners: what opens the part, a label, and a sign in front of the name. */
interface OwnerNotation {
  readonly opening: string;
  readonly label: string;
  readonly sign: string;
}

const usual: OwnerNotation = { opening: ' (', label: 'owner: ', sign: '' };
const placeholder = 'TBD';

/** Gives every item that is not done and has no owner a place for one, in the notation of those that have one. */
export const assignOwners: Refactoring = {
  kind: 'refactor.rewrite.incidentDocs.assignOwners',
  keeps: ['states', 'entries', 'fields', 'outline'],
  *offers(document, { span }) {
    const { plan } = document;
    if (!plan.sections.some((section) => touches(section.span, span))) return;
    const notation = notationOf(document);
    const places = plan.items.filter((item) => item.owner === null && item.state !== 'done').flatMap((item) => placeIn(document, item, notation) ?? []);
    if (places.length === 0) return;
    yield {
      title: places.length === 1 ? t('Add an owner to the item without one') : t('Add an owner to {0} items without one', places.length),
      edits: places.map(({ at, before, after }) => ({ span: { start: at, end: at }, newText: before + placeholder + after })),
      snippets: places.map(({ at, before, after }, index): Edit => ({ span: { start: at, end: at }, newText: `${escaped(before)}\${${index + 1}:${notation.sign === '@' ? 'handle' : 'name'}}${escaped(after)}` })),
    };
  },
};

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

const introduction = /(?<=(\s[([]|,\s|\s(?:--?|[–—])\s)?)((?:owner|owned by|assignee|assigned to|responsible|dri|who|lead)\*{0,2}\s*[:=]\s*\*{0,2}\s*)?(@)?$/i;
/** Neither opening nor label reaches further. */
const LONGEST = 30;

/** The notation of most items that have an owner. */
function notationOf({ text, plan }: IncidentDocument): OwnerNotation {
  const found = new Map<string, { notation: OwnerNotation; count: number }>();
  for (const { owner, textSpan, notation: kind } of plan.items) {
    if (!owner || kind === 'row') continue;
    const [, opening, label = '', sign = text.value[owner.span.start] === '@' ? '@' : ''] = introduction.exec(text.value.slice(Math.max(textSpan.start, owner.span.start - LONGEST), owner.span.start)) ?? [];
    if (opening === undefined || /[\r\n]/.test(label) || (opening.startsWith(',') && label === '' && sign === '')) continue;
    const key = `${opening}\0${label}\0${sign}`;
    const known = found.get(key) ?? { notation: { opening, label, sign }, count: 0 };
    known.count++;
    found.set(key, known);
  }
  return [...found.values()].reduce<{ notation: OwnerNotation; count: number } | null>((most, next) => (most && most.count >= next.count ? most : next), null)?.notation ?? usual;
}

interface Place {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** Somebody is named already who is nobody: `(owner: TBD)`, `@TBD`, `Owner:`. */
const taken = /(?:@|[([,–—-]\s?|[:=]\*{0,2}\s*)(?:TBD|TBC|TBA|N\/A|none|nobody|unassigned|unknown|\?+)(?!\w)|\b(?:owner|assignee|dri)\*{0,2}\s*[:=]\s*\*{0,2}\s*(?:$|[)\],;])/i;

function placeIn(document: IncidentDocument, item: ActionItem, { opening, label, sign }: OwnerNotation): Place | null {
  const { text, lines } = document;
  if (item.notation === 'row') return placeInRow(document, item);
  if (lines[item.line]?.kind === 'heading') return null;
  const end = ownEnd(document, item);
  const words = text.value.slice(item.textSpan.start, end);
  if (taken.test(words)) return null;
  const bracket = /[([]/.exec(opening)?.[0];
  const details = bracket ? bracketAtEnd(document, item, { start: item.textSpan.start, end }, bracket) : -1;
  if (details >= 0) return { at: details, before: label + sign, after: ', ' };
  return { at: end, before: opening + label + sign, after: bracket === '(' ? ')' : bracket === '[' ? ']' : '' };
}

/** Where an item's own words end, before its nested items and without the white space behind. */
function ownEnd({ text, lines }: IncidentDocument, { line, endLine }: ActionItem): number {
  let last = line;
  while (last < endLine && lines[last + 1]?.marker === null && (lines[last + 1]?.kind === 'prose' || lines[last + 1]?.kind === 'field')) last++;
  return text.lineStart(last) + text.value.slice(text.lineStart(last), text.lineEnd(last)).trimEnd().length;
}

/** Behind the bracket at the end of an item that holds its ticket or its date; -1 where there is none. */
function bracketAtEnd({ text }: IncidentDocument, { due, tickets }: ActionItem, { start, end }: Span, bracket: string): number {
  const close = bracket === '(' ? ')' : ']';
  if (text.value[end - 1] !== close) return -1;
  const at = text.value.lastIndexOf(bracket, end);
  const holds = [due, ...tickets].some((detail) => detail && detail.span.start > at && detail.span.end < end);
  return at > start && holds && text.value[at - 1] !== ']' ? at + 1 : -1;
}

function placeInRow({ text, tables }: IncidentDocument, { line }: ActionItem): Place | null {
  const table = tables.find((candidate) => candidate.line <= line && candidate.endLine >= line);
  const row = table?.rows.find((candidate) => candidate.line === line);
  const column = table ? new PlanColumns(text, table).columnOf('owner') : -1;
  const cell = row?.cells[column];
  if (!cell || cell.end > cell.start) return null;
  const pad = (character: string | undefined) => (character === ' ' ? '' : ' ');
  return { at: cell.start, before: pad(text.value[cell.start - 1]), after: pad(text.value[cell.start]) };
}
