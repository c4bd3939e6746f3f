import type { ActionItem, Mention } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { isoDay } from '../../document/time';
import { noOwner, phrases } from '../../document/vocabulary';
import { wordsOf } from '../../document/words';
import { insertAt, type Edit } from '../../rules/rule';
import { rewriteDate } from '../../rules/timeline/rewrite-date';
import { notationOf, ownEnd, ownStart, placeOf, usualNotations, type DetailName } from '../detail-notation';
import { mostUsed } from '../most-used';
import { additionOf } from './state-words';
import { writeCell } from './table-cell';

/** Words that stand where a detail would. */
const nothing = new Set(phrases(noOwner));
/** Somebody is named already who is nobody: `(owner: TBD)`, `@TBD`, `Owner:`. */
const placeholders: Readonly<Record<DetailName, RegExp>> = {
  owner: /(?:\b(?:owner|owned by|assignee|assigned to|responsible|dri|lead)\*{0,2}\s*[:=]\*{0,2}[ \t]*)(TBD|TBC|TBA|N\/A|none|nobody|unassigned|unknown|\?+|)(?=\s*(?:$|[)\],;]))|(@(?:TBD|TBC|TBA|unassigned|nobody)\b)/i,
  due: /(?:\b(?:due(?: date)?|eta|deadline|by when)\*{0,2}\s*[:=]\*{0,2}[ \t]*)(TBD|TBC|TBA|N\/A|none|unknown|\?+|)(?=\s*(?:$|[)\],;]))/i,
};

/**
 * The edits that may give an item an owner or a due date, another one, or none where there are no words, the likeliest first: where it has
 * one, where a column, a placeholder or the notation of the other items wants it, and last where it is read for certain.
 */
export function* detailEdits(document: IncidentDocument, item: ActionItem, name: DetailName, words: readonly string[]): Generator<Edit> {
  const detail = item[name];
  const column = item.place?.columns.columnOf(name) ?? -1;
  const cell = column < 0 ? undefined : item.place?.row.cells[column];
  if (words.length === 0) {
    if (detail) yield* removals(document, item, name, detail, cell ? column : -1);
    return;
  }
  for (const word of words) {
    if (cell && (!detail || isWithin(detail.span, cell))) {
      const edit = writeCell(document, item, column, word, detail && isWithin(detail.span, cell) ? detail.span : undefined);
      if (edit) yield edit;
    } else if (detail) yield { span: detail.span, newText: word };
  }
  if (detail) {
    // what cannot be read where the old one stands is written anew
    for (const removal of removals(document, item, name, detail, -1)) for (const word of words) yield* additions(document, item, name, word, removal);
    return;
  }
  const hole = placeholderIn(document, item, name);
  if (hole) for (const word of words) yield { span: hole.span, newText: hole.before + (hole.isHandle && !word.startsWith('@') ? `@${word}` : word) };
  for (const word of words) yield* additions(document, item, name, word, null);
}

const isWithin = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** In the notation of the other items, then in those that are read for certain. With `removal`, one edit over what it takes away and the words behind it. */
function* additions(document: IncidentDocument, item: ActionItem, name: DetailName, word: string, removal: Edit | null): Generator<Edit> {
  const notation = notationOf(document, name);
  for (const { opening, label, sign } of [...(notation ? [notation] : []), ...usualNotations[name]]) {
    const isSigned = sign === '@' && /^[\w@.-]+$/.test(word);
    if (sign === '@' && !isSigned && label === '') continue;
    for (const end of endsOf(document, item)) {
      const { at, before, after } = placeOf(document, item, name, { opening, label, sign: isSigned && !word.startsWith('@') ? sign : '' }, end);
      if (!removal) yield insertAt(at, before + word + after);
      else if (removal.span.end <= at) yield { span: { start: removal.span.start, end: at }, newText: removal.newText + document.text.value.slice(removal.span.end, at) + before + word + after };
    }
  }
}

/** Where an item's words end: all of them, those before a state that stands behind them, and those before a part that must be the last. */
export function endsOf(document: IncidentDocument, item: ActionItem): number[] {
  const { value } = document.text;
  const end = ownEnd(document, item);
  const addition = item.mark ? additionOf(document, item, item.mark) : null;
  const linked = item.mark?.kind === 'word' ? /\s*\[[*_]*$/.exec(value.slice(item.textSpan.start, item.mark.span.start))?.[0].length : undefined;
  const part = /\s+[([][^()[\]]*[)\]]$|\s(?:--?|[–—])\s(?:(?!\s(?:--?|[–—])\s).)*$/.exec(value.slice(item.textSpan.start, end));
  return [
    end,
    ...(addition?.kind === 'behind' ? [end - addition.written.length] : linked === undefined || !item.mark ? [] : [item.mark.span.start - linked]),
    ...(part && part.index > 0 ? [item.textSpan.start + part.index] : []),
  ];
}

function placeholderIn(document: IncidentDocument, item: ActionItem, name: DetailName): { readonly span: Span; readonly before: string; readonly isHandle: boolean } | null {
  const start = item.notation === 'row' ? item.textSpan.start : ownStart(document, item);
  const found = placeholders[name].exec(document.text.value.slice(start, ownEnd(document, item)));
  if (!found) return null;
  const written = found[1] ?? found[2] ?? '';
  const end = start + found.index + found[0].length;
  const isBare = written === '' && !/\s$/.test(found[0]);
  return { span: { start: end - written.length, end }, before: isBare ? ' ' : '', isHandle: written.startsWith('@') };
}

const introductions: Readonly<Record<DetailName, RegExp>> = {
  owner: /(?:\b(?:owner|owned by|assignee|assigned to|responsible|dri|who|lead)\*{0,2}\s*[:=]?\s*\*{0,2}\s*)?@?[*_`]*$/i,
  due: /(?:(?:\b(?:due(?: date| by| on)?|eta|deadline|target(?: date)?|planned for|scheduled for|by(?: when)?|until|till|before|fällig|bis)\*{0,2}\s*[:=]?\s*\*{0,2}|📅)\s*)?[*_`]*$/i,
};
/** Nothing that introduces a detail is longer. */
const LONGEST = 30;

/** What takes a detail away with what introduces it and what sets it apart, the most first. */
function* removals(document: IncidentDocument, item: ActionItem, name: DetailName, { span }: Mention, column: number): Generator<Edit> {
  const { value } = document.text;
  if (column >= 0) {
    const edit = writeCell(document, item, column, emptyWord(document, name));
    if (edit) yield edit;
    return;
  }
  const line = document.text.lineAt(span.start);
  // "  - Owner: Ana" below the item
  if (line > item.line && document.lines[line]?.marker) {
    yield { span: { start: document.text.lineEnd(line - 1), end: document.text.lineEnd(line) }, newText: '' };
    return;
  }
  const from = ownStart(document, item);
  const upto = Math.max(span.end, ownEnd(document, item));
  const start = span.start - (introductions[name].exec(value.slice(Math.max(from, span.start - LONGEST), span.start))?.[0].length ?? 0);
  const end = span.end + (/^[*_`]*/.exec(value.slice(span.end, upto))?.[0].length ?? 0);
  const cut = (first: number, last: number): Edit => ({ span: { start: first, end: last }, newText: '' });
  const before = value.slice(Math.max(from, start - 5), start);
  const behind = value.slice(end, Math.min(upto, end + 5));
  const opening = /\s*[([]$/.exec(before);
  if (opening && /^[)\]]/.test(behind)) yield cut(start - opening[0].length, end + 1);
  const comma = /^\s?[,;]\s*/.exec(behind);
  if (opening && comma) yield cut(start, end + comma[0].length);
  const dash = /\s+(?:--?|[–—]|->|→)\s+$/.exec(before);
  if (dash && comma) yield cut(start, end + comma[0].length);
  const apart = /(?:\s*[,;]\s*|\s+(?:--?|[–—]|->|→)\s+)$/.exec(before);
  if (apart) yield cut(start - apart[0].length, end);
  // "@ana: buy nuts" is buy nuts, "@ana will buy nuts" is a sentence
  const address = start <= from ? /^(?:\s*[:–—-]\s*|\s+(?=\p{Lu}))/u.exec(value.slice(end, upto)) : null;
  if (address) yield cut(start, end + address[0].length);
  const gap = /\s+$/.exec(before);
  if (gap && /^[.\s]*$/.test(value.slice(end, upto))) yield cut(start - gap[0].length, end);
}

/** What the other rows have where they name nobody or no date. */
function emptyWord({ text, plan }: IncidentDocument, name: DetailName): string {
  const cells = plan.items.flatMap(({ place }) => {
    const cell = place?.row.cells[place.columns.columnOf(name)];
    return cell ? text.slice(cell) : [];
  });
  return mostUsed(cells.filter((written) => written === '' || nothing.has(wordsOf(written)) || /^[-–—]+$/.test(written))) ?? '';
}

/** An owner as an item would write it: a handle where the old one is one. */
export function ownerWords({ owner }: ActionItem, name: string): readonly string[] {
  const isHandle = owner?.value.startsWith('@') && !name.startsWith('@') && /^[\w.-]+$/.test(name);
  return isHandle ? [`@${name}`, name] : [name];
}

/** A day (since 1970-01-01) as the due dates of the plan are written, that of the item first; and in ISO 8601. */
export function dueWords(document: IncidentDocument, item: ActionItem | null, day: number): readonly string[] {
  const models = [...(item?.due ? [item.due] : []), ...document.plan.items.flatMap(({ due }) => (due && due !== item?.due ? [due] : []))].slice(0, mostModels);
  const words = new Set<string>();
  for (const { span } of models) {
    const found = document.times.readDate(span.start, span.end);
    const written = found && rewriteDate(document.text.slice(found.span), found.date, day);
    // "2026-03-20 (end of day)" keeps its end only where it is the item's own
    if (written) words.add(item?.due?.span === span ? document.text.value.slice(span.start, found.span.start) + written + document.text.value.slice(found.span.end, span.end) : written);
    if (words.size > 2) break;
  }
  return [...words, isoDay(day)];
}

const mostModels = 50;
