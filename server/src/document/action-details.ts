import type { Mention } from './actions';
import type { Anchors } from './anchors';
import type { SourceText, Span } from './text';
import { dayNumber, isoDay } from './time';
import type { CivilDate } from './time';
import type { TimeReader } from './time-reader';
import { doneWords, noOwner, openWords, phrases } from './vocabulary';
import { bareValue, plainText, wordsOf } from './words';

export interface ActionDetails {
  readonly owner: Mention | null;
  readonly due: (Mention & { readonly date: string | null }) | null;
  readonly tickets: readonly Mention[];
}

/** Cells of a table row that hold a detail by their column. */
export interface DetailCells {
  readonly owner: Span | null;
  readonly due: Span | null;
  readonly ticket: Span | null;
  readonly status: Span | null;
  /** A cell of a column without a name, which may hold a sign. */
  readonly sign: Span | null;
}

const nobody = new Set([noOwner, doneWords, openWords].flatMap(phrases));
/** Standards and scales that look like ticket keys. */
const noTicket = /^(?:UTF|SHA|MD|ISO|RFC|CVE|CWE|SEV|RF|AZ|COVID|ERC|EIP|BIP|TLS|HTTP|IPV|AES|RSA|PEP|GPT|P|S|L|V|T|Q|UTC|GMT|X|I|FY|KB|ARM|CP|H)-/;
const ticketKey = /\b[A-Z][A-Z0-9]{1,9}-\d{1,6}\b/g;
const ticketNumber = /(?<![\w&/])(?:[\w.-]+\/[\w.-]+)?#\d{1,7}\b/g;
const url = /https?:\/\/[^\s<>)\]|"']+/g;

const handle = /(?<![\w.@/])@[\w][\w.-]*[\w]/;
const ownerLabel = /(?:^|[\s([,;|*])(?:owner|owned by|assignee|assigned to|responsible|dri|who|lead)\*{0,2}\s*[:=]\s*\*{0,2}\s*([^,;()[\]|\n]{2,60}?)\s*(?=$|[,;)\]|]|\.\s|\.$|\s[-–—]\s|\b(?:due|eta|by|ticket)\b)/i;
/** "Platform team: review the design" */
const teamFirst = /^((?:[A-Z][\w&/-]*\s){1,3}[Tt]eam)\s?:\s/;
const dueLabel = /(?:^|[\s([,;|*])(?:due(?: date| by| on)?|eta|deadline|target(?: date)?|by when)\*{0,2}\s*[:=]?\s*\*{0,2}\s*(?=[\p{L}\d])/iu;
/** An item that is longer is an essay: nothing set apart at its end is looked for. */
const MAX_ITEM = 2_000;
/** More tickets than this are a list of tickets. */
const MAX_TICKETS = 50;
/** A time of day or so may follow a due date. */
const MAX_AFTER_DATE = 20;
const dueSign = /📅\s*/u;
const name = /^(?:\p{Lu}[\p{L}'’.&-]*)(?:\s(?:\p{Lu}[\p{L}'’.&-]*|van|von|de|der|da|di|la|and|&|of|team|\+|(?:with|\+)\s\p{L}+)){0,6}(?: \([^)]*\)?)?$/u;

/** Owner, due date and tickets that an item states, in its words or in the cells of its row. */
export function readDetails(text: SourceText, span: Span, reader: TimeReader, anchors: Anchors, cells?: DetailCells): ActionDetails {
  const source = text.value;
  const segments = readSegments(source, span, reader, anchors);
  const owner = (cells?.owner ? mention(source, cells.owner) : null) ?? ownerIn(source, span) ?? segments.owner;
  const due = cells?.due ? dueOf(source, cells.due, reader, anchors) : (dueIn(source, span, reader, anchors) ?? segments.due);
  const tickets = ticketsIn(source, span);
  if (cells?.ticket) tickets.push(...ticketsIn(source, cells.ticket).filter((ticket) => !tickets.some((other) => other.value === ticket.value)));
  return { owner: owner && isSomebody(owner.value) ? owner : null, due, tickets };
}

const isSomebody = (value: string): boolean => {
  const words = wordsOf(value);
  return words !== '' && words !== '#' && !nobody.has(words);
};

const mention = (source: string, span: Span): Mention => ({ value: plainText(source.slice(span.start, span.end)), span });

function ownerIn(source: string, span: Span): Mention | null {
  const content = source.slice(span.start, span.end);
  const labelled = ownerLabel.exec(content);
  if (labelled) {
    const start = span.start + labelled.index + labelled[0].lastIndexOf(labelled[1] as string);
    const found = mention(source, bareValue(source, start, start + (labelled[1] as string).length));
    return isSomebody(found.value) ? found : null;
  }
  const team = teamFirst.exec(content);
  if (team) return mention(source, { start: span.start, end: span.start + (team[1] as string).length });
  const at = handle.exec(content);
  return at ? mention(source, { start: span.start + at.index, end: span.start + at.index + at[0].length }) : null;
}

function dueIn(source: string, span: Span, reader: TimeReader, anchors: Anchors): ActionDetails['due'] {
  const content = source.slice(span.start, span.end);
  const match = dueLabel.exec(content) ?? dueSign.exec(content);
  if (!match) return null;
  const start = span.start + match.index + match[0].length;
  const date = reader.readDate(start, span.end);
  if (date) return { value: source.slice(date.span.start, date.span.end), span: date.span, date: isoOf(date.date, anchors) };
  if (!/[:=]/.test(match[0])) return null;
  const rest = /^[^,;()[\]|\n]{2,30}/.exec(source.slice(start, span.end));
  if (!rest || !isSomebody(rest[0])) return null;
  const words = bareValue(source, start, start + rest[0].length);
  return { value: source.slice(words.start, words.end), span: words, date: null };
}

function dueOf(source: string, cell: Span, reader: TimeReader, anchors: Anchors): ActionDetails['due'] {
  const value = plainText(source.slice(cell.start, cell.end));
  if (!isSomebody(value)) return null;
  const date = reader.readDate(cell.start, cell.end);
  return { value, span: cell, date: date ? isoOf(date.date, anchors) : null };
}

function isoOf(date: CivilDate, anchors: Anchors): string | null {
  if (date.ambiguous) return null;
  const year = date.year ?? anchors.year();
  const day = year === null ? null : dayNumber(year, date.month, date.day);
  return day === null ? null : isoDay(day);
}

/** " - Tomasz, by 15 Nov", "(Priya, 2024-01-20)", "— Ana": details set apart at the end of an item. */
function readSegments(source: string, span: Span, reader: TimeReader, anchors: Anchors): { owner: Mention | null; due: ActionDetails['due'] } {
  let owner: Mention | null = null;
  let due: ActionDetails['due'] = null;
  if (span.end - span.start > MAX_ITEM) return { owner, due };
  const content = source.slice(span.start, span.end);
  const tail = /(?:\s(?:[-–—]|->|→)\s|\s?\(|\s?\[|,\s)(?:(?!\s(?:[-–—]|->|→)\s)[^()[\]\n])*\)?\]?\s*\.?$/.exec(content);
  const from = tail ? firstBreak(content) : -1;
  if (from < 0) return { owner, due };
  for (const part of partsFrom(content, from)) {
    const partSpan = bareValue(source, span.start + part.start, span.start + part.end);
    const words = source.slice(partSpan.start, partSpan.end);
    const by = /^(?:by|until|till|due|before|eta|bis|jusqu.au|hasta|até)\s+/i.exec(words);
    const date = reader.readDate(partSpan.start + (by ? by[0].length : 0), partSpan.end);
    // "Wed 15/10 before noon" is a date, "2 nodes of 15/10" is none
    if (date && partSpan.end - date.span.end <= MAX_AFTER_DATE) due ??= { value: source.slice(date.span.start, date.span.end), span: date.span, date: isoOf(date.date, anchors) };
    else if (!owner && part.apart && name.test(words) && words.length <= 60 && isSomebody(words) && !/\d/.test(words)) owner = mention(source, partSpan);
  }
  return { owner, due };
}

/** Where the details set apart by a dash or brackets begin: the last run of such parts. */
function firstBreak(content: string): number {
  const dash = content.search(/\s(?:[-–—]|->|→)\s(?!.*\p{L}{2}[.!?]\s)/u);
  const bracket = content.search(/[([][^()[\]]*[)\]]\s*\.?$/);
  if (dash < 0) return bracket;
  return dash;
}

function partsFrom(content: string, from: number): { start: number; end: number; apart: boolean }[] {
  const parts: { start: number; end: number; apart: boolean }[] = [];
  const separator = /\s(?:[-–—]|->|→)\s|,\s|\s?\((?=[^()]*[\d:])|(?<=[\d:][^()]*)\)|^\s?[([]|[)\]]$|[[\]]|;\s/g;
  separator.lastIndex = from;
  let start = -1;
  let apart = false;
  for (let match = separator.exec(content); match; match = separator.exec(content)) {
    if (start >= 0) parts.push({ start, end: match.index, apart });
    apart = !match[0].startsWith(',');
    start = match.index + match[0].length;
  }
  if (start >= 0 && start < content.length) parts.push({ start, end: content.length, apart });
  return parts.map((part) => {
    const end = content.slice(part.start, part.end).replace(/(?<!\d)[.\s]+$|\s+$/, '').length;
    return { ...part, end: part.start + end };
  }).filter((part) => part.end > part.start);
}

function ticketsIn(source: string, span: Span): Mention[] {
  const content = source.slice(span.start, span.end);
  const found: Mention[] = [];
  const taken: Span[] = [];
  for (const pattern of [url, ticketNumber, ticketKey]) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(content); match; match = pattern.exec(content)) {
      const at = { start: span.start + match.index, end: span.start + match.index + match[0].length };
      if (taken.some((other) => at.start < other.end && at.end > other.start) || isLinkText(source, at)) continue;
      if (pattern === ticketKey && noTicket.test(match[0])) continue;
      if (found.length >= MAX_TICKETS) break;
      taken.push(at);
      found.push({ value: match[0].replace(/[.,]$/, ''), span: at });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The words of a link stand for its address, which counts. */
function isLinkText(source: string, span: Span): boolean {
  const close = source.indexOf(']', span.end);
  return close >= 0 && close - span.end < 80 && source[close + 1] === '(' && source.lastIndexOf('[', span.start) >= Math.max(0, span.start - 80) && !source.slice(span.end, close).includes('\n')
    && source.lastIndexOf(']', span.start) < source.lastIndexOf('[', span.start);
}
