import type { Mention } from './actions';
import type { Anchors } from './anchors';
import type { DateAt } from './date-reader';
import { isSomebody, MAX_ITEM, mention } from './item-mention';
import { isDigit } from './sticky';
import type { Span } from './text';
import { dayNumber, isoDay } from './time';
import type { CivilDate } from './time';
import type { TimeReader } from './time-reader';
import { bareValue, plainText } from './words';

/** Until when an item is to be done. `date` in ISO 8601 where it is a calendar date. */
export type Due = Mention & { readonly date: string | null };

export const dueWord = /^(?:by|until|till|due|before|eta|bis|jusqu.au|hasta|até)\s+/i;
const dueLabel = /(?:^|[\s([,;|*。、，（])(?:due(?: date| by| on)?|eta|planned for|scheduled for|deadline|target(?: date)?|by when|fällig(?: am| bis)?|frist|fecha límite|plazo|échéance|prazo|期限|期日)\*{0,2}\s*[:=：]?\s*\*{0,2}\s*(?=[\p{L}\d])/giu;
/** The quick look: a pattern that knows both Unicode and upper case takes many times as long. */
const mayBeDue = /due|eta|planned for|scheduled for|deadline|target|by when|fällig|frist|límite|plazo|échéance|prazo|期限|期日/i;
/** A time of day or so may follow a due date. */
export const MAX_AFTER_DATE = 20;
const dueSign = /📅\s*/u;

/** The due date that an item's words state: behind a label, a sign or a word such as "by". */
export function dueIn(source: string, span: Span, reader: TimeReader, anchors: Anchors): Due | null {
  const content = source.slice(span.start, span.end);
  const labels = mayBeDue.test(content) ? [...content.matchAll(dueLabel)] : [];
  const sign = dueSign.exec(content);
  if (labels.length === 0 && !sign) return dueAtEnd(source, span, reader, anchors);
  let words: Due | null = null;
  // "Fix what is due to the lag (due: 8 March)"
  for (const match of sign ? [...labels, sign] : labels) {
    const start = span.start + match.index + match[0].length;
    const date = reader.readDate(start, span.end);
    if (date) return dueOn(source, date, anchors);
    words ??= dueInWords(source, start, span.end, match[0]);
  }
  return words;
}

/** "Q3" and "next sprint" behind a label that says that they are a due date. */
function dueInWords(source: string, start: number, end: number, label: string): Due | null {
  const rest = /^[^,;()[\]|\n]{2,30}/.exec(source.slice(start, end));
  if (!rest || !isSomebody(rest[0]) || !(/[:=]/.test(label) || roughly.test(rest[0].trim()))) return null;
  const words = bareValue(source, start, start + rest[0].length);
  return { value: source.slice(words.start, words.end), span: words, date: null };
}

const byDate = /\b(?:by|until|till|bis)\s+(?=[\p{L}\d])/gu;
/** A date with its year at the end, behind no word or colon that says of what it is the date. */
const lastDate = /(?<!\b(?:on|of|in|at|from|since|after|before|the|dated|to|until)|[:：])\s(?=(?:\d{1,2}\.? \p{L}{3,9}\.? \d{4}|\p{L}{3,9} \d{1,2},? \d{4}|\d{4}-\d{2}-\d{2})[.\s]*$)/u;

/** Most items end with a word: the look behind of the pattern is spared then. */
function endsWithDigit(content: string): boolean {
  let end = content.length;
  while (end > 0 && (content[end - 1] === '.' || content[end - 1]?.trim() === '')) end--;
  return isDigit(content.charCodeAt(end - 1));
}

/** Nothing, brackets, a part set apart, or a state in a sentence of its own: "by 8/1. Done." */
const behindDue = /^[)\].\s]*(?:$|[([]|\s(?:--?|[–—])\s|(?<=\.\s)\p{Lu}[\p{L} ]{2,15}[.!]?$)/u;

/** "… by 8/1" and "… 17 Oct 2025" where the item ends, its owner in brackets or its state left aside. */
function dueAtEnd(source: string, span: Span, reader: TimeReader, anchors: Anchors): Due | null {
  const content = source.slice(span.start, Math.min(span.end, span.start + MAX_ITEM));
  const places: number[] = [];
  byDate.lastIndex = 0;
  for (let match = byDate.exec(content); match; match = byDate.exec(content)) places.push(match.index + match[0].length);
  const last = endsWithDigit(content) ? lastDate.exec(content) : null;
  if (last) places.push(last.index + 1);
  const behindOwner = content.includes('@') ? content.lastIndexOf(', ') : -1;
  if (behindOwner > content.lastIndexOf('@')) places.push(behindOwner + 2);
  for (const place of places) {
    const date = reader.readDate(span.start + place, span.end);
    if (!date && roughly.test(source.slice(span.start + place, span.end))) return { ...mention(source, { start: span.start + place, end: span.end }), date: null };
    if (!date || !behindDue.test(source.slice(date.span.end, span.end))) continue;
    return dueOn(source, date, anchors);
  }
  return null;
}

/** The due date in a cell or on a line of its own. */
export function dueOf(source: string, cell: Span, reader: TimeReader, anchors: Anchors): Due | null {
  const value = plainText(source.slice(cell.start, cell.end));
  if (!isSomebody(value)) return null;
  const date = reader.readDate(cell.start, cell.end);
  return { value, span: cell, date: date ? isoOf(date.date, anchors) : null };
}

/** A date as a due date. */
export const dueOn = (source: string, { span, date }: Omit<DateAt, 'at'>, anchors: Anchors): Due | null => ({ value: source.slice(span.start, span.end), span, date: isoOf(date, anchors) });

function isoOf(date: CivilDate, anchors: Anchors): string | null {
  if (date.ambiguous) return null;
  const year = date.year ?? anchors.year();
  const day = year === null ? null : dayNumber(year, date.month, date.day);
  return day === null ? null : isoDay(day);
}

/** "May 2026", where the item ends. */
export const inMonth = /^\p{Lu}\p{L}{2,8}\.? 20\d\d\.?\s*$/u;
/** A due date that is no day. */
export const roughly = /^(?:(?:by |bis )?(?:(?:KW|CW|WK) ?\d{1,2}|Q[1-4](?:[ /]\d{4})?|EO[WMQYD])|(?:mid|early|late|end of)[ -]\p{Lu}\p{L}+|next (?:week|month|quarter|sprint)|this (?:week|month|quarter|sprint))$/u;
