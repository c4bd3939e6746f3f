import type { ActionItem } from '../document/actions';
import type { IncidentDocument } from '../document/document';
import type { Span } from '../document/text';
import { perDocument } from '../rules/per-document';
import { mostUsed } from './most-used';

/** A detail of an action that a person may fill in. */
export type DetailName = 'owner' | 'due';

/** How the items of a plan state a detail: what opens the part, a label, and a sign in front of the value. */
export interface DetailNotation {
  readonly opening: string;
  readonly label: string;
  readonly sign: string;
}

/** Notations that are read for certain, the plainest first. */
export const usualNotations: Readonly<Record<DetailName, readonly DetailNotation[]>> = {
  owner: [{ opening: ' (', label: 'owner: ', sign: '' }],
  due: [{ opening: ' (', label: 'due: ', sign: '' }, { opening: ' (', label: 'due ', sign: '' }],
};

/** What stands in front of a value: what opens the part, its label and its sign, each perhaps absent. */
const opening = String.raw`(\s[([]|,\s|;\s|\s(?:--?|[–—])\s|\s)?`;
const introductions: Readonly<Record<DetailName, RegExp>> = {
  owner: new RegExp(String.raw`(?<=${opening})((?:owner|owned by|assignee|assigned to|responsible|dri|who|lead)\*{0,2}\s*[:=]\s*\*{0,2}\s*)?(@)?$`, 'i'),
  due: new RegExp(String.raw`(?<=${opening})((?:due(?: date| by| on)?|eta|deadline|target(?: date)?|by(?: when)?|until|till|before|fällig|bis)\*{0,2}\s*[:=]?\s*\*{0,2}\s*|📅\s*)?()$`, 'i'),
};
/** Neither opening nor label reaches further. */
const LONGEST = 30;

/** The notation of most items of a plan that state a detail in their words; null where none does. */
export function notationOf(document: IncidentDocument, name: DetailName): DetailNotation | null {
  return notations(document)[name];
}

const notations = perDocument((document) => ({ owner: mostOf(document, 'owner'), due: mostOf(document, 'due') }));

const mostOf = (document: IncidentDocument, name: DetailName): DetailNotation | null => mostUsed(notationsIn(document, name), (notation) => Object.values(notation).join('\0')) ?? null;

function* notationsIn({ text, plan }: IncidentDocument, name: DetailName): Generator<DetailNotation> {
  for (const { [name]: detail, textSpan, notation: kind } of plan.items) {
    if (!detail || kind === 'row') continue;
    const before = text.value.slice(Math.max(textSpan.start, detail.span.start - LONGEST), detail.span.start);
    const [, opens, label = '', sign = text.value[detail.span.start] === '@' ? '@' : ''] = introductions[name].exec(before) ?? [];
    if (opens === undefined || /[\r\n]/.test(label) || (/^[,;]/.test(opens) && label === '' && sign === '')) continue;
    // "(@ana, due: 2026-03-20)": alone it would stand in brackets of its own
    const bracket = /^[,;]/.test(opens) ? /[([](?=[^()[\]]*$)/.exec(text.value.slice(textSpan.start, detail.span.start))?.[0] : undefined;
    yield { opening: bracket ? ` ${bracket}` : opens, label, sign };
  }
}

/** Where a value belongs, and what stands around it. */
export interface DetailPlace {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** Where a detail belongs in an item that has none, in a notation: with the details in brackets at its end, an owner first; else behind its words, which end where `end` says. */
export function placeOf(document: IncidentDocument, item: ActionItem, name: DetailName, { opening: opens, label, sign }: DetailNotation, end = ownEnd(document, item)): DetailPlace {
  const bracket = /[([]/.exec(opens)?.[0];
  const details = bracket ? bracketAtEnd(document, item, { start: item.textSpan.start, end }, bracket) : -1;
  if (details >= 0) return name === 'owner' ? { at: details, before: label + sign, after: ', ' } : { at: end - 1, before: `, ${label}${sign}`, after: '' };
  return { at: end, before: opens + label + sign, after: bracket === '(' ? ')' : bracket === '[' ? ']' : '' };
}

/** Where an item's own words begin, behind its marker and its box. */
export const ownStart = ({ lines }: IncidentDocument, { line, textSpan }: ActionItem): number => lines[line]?.contentStart ?? textSpan.start;

/** Where an item's own words end, before its nested items and without the white space behind; of a row those of its action. */
export function ownEnd({ text, lines }: IncidentDocument, { line, endLine, notation, textSpan, place }: ActionItem): number {
  if (notation === 'row') return place?.row.cells[place.columns.action]?.end ?? textSpan.end;
  let last = line;
  while (last < endLine && lines[last + 1]?.marker === null && (lines[last + 1]?.kind === 'prose' || lines[last + 1]?.kind === 'field')) last++;
  return text.lineStart(last) + text.line(last).trimEnd().length;
}

/** Behind the bracket at the end of an item that holds other details; -1 where there is none. */
function bracketAtEnd({ text }: IncidentDocument, { owner, due, tickets }: ActionItem, { start, end }: Span, bracket: string): number {
  const close = bracket === '(' ? ')' : ']';
  if (text.value[end - 1] !== close) return -1;
  const at = text.value.lastIndexOf(bracket, end);
  const holds = [owner, due, ...tickets].some((detail) => detail && detail.span.start > at && detail.span.end < end);
  return at > start && holds && text.value[at - 1] !== ']' ? at + 1 : -1;
}
