import type { ItemSource } from './action-item';
import type { Mention } from './actions';
import type { Anchors } from './anchors';
import type { DateAt } from './date-reader';
import { isDigit } from './sticky';
import type { Span } from './text';
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

/** What holds a detail by its name: the cells of a table row by their columns, or the lines below an item by their labels. */
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
const standards = 'UTF|SHA|MD|ISO|RFC|CVE|CWE|SEV|RF|AZ|COVID|ERC|EIP|BIP|TLS|HTTP|IPV|AES|RSA|PEP|GPT|P|S|L|V|T|Q|UTC|GMT|X|I|FY|KB|ARM|CP|H';
const noTicket = new RegExp(`^(?:${standards})-`);
const isStandard = new RegExp(`^(?:${standards})-?\\d`, 'i');
const ticketKey = /\b[A-Z][A-Z0-9]{1,9}-\d{1,6}\b/g;

/** Whether a word is none of a ticket or an incident though it looks so: UTF-8, SHA256, SEV-2. */
export const namesStandard = (word: string): boolean => isStandard.test(word);

const firstTicket = new RegExp(`^${ticketKey.source}`);
const ticketNumber = /(?<![\w&/])(?:[\w.-]+\/[\w.-]+)?#\d{1,7}\b/g;
const url = /https?:\/\/[^\s<>)\]|"']+/g;

const dueWord = /^(?:by|until|till|due|before|eta|bis|jusqu.au|hasta|até)\s+/i;
/** Each with what it cannot be without. */
const ticketPatterns = [{ pattern: url, sign: '://' }, { pattern: ticketNumber, sign: '#' }, { pattern: ticketKey, sign: '-' }];

const handle = /(?<![\w.@/])@[\w][\w.-]*[\w]/;
const person = "(?:(?:Mr|Mrs|Ms|Dr|Hr|Fr|Herr|Frau)\\.? )?\\p{Lu}[\\p{L}'’.-]*(?: \\p{Lu}[\\p{L}'’.-]*){0,2}";
/** A name in brackets, with more behind a comma, at the end of an item or before its state and date. */
const bracketed = new RegExp(`[([](${person}(?: ?[/&+] ?${person})?)(?:, ([^()[\\]]{1,40}))?[)\\]](?=[.;]?\\s*$|\\s+(?:--?|[–—])\\s|\\s+by\\s)`, 'u');
/** What stands in brackets behind every item of a plan and is no name. */
const grade = /^(?:high|medium|low|critical|urgent|major|minor|normal|must|should|could|optional|prevent|detect|mitigate|process|small|large)$/i;
const fullHandle = /^@\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}'’-]+)+/u;
const ownerLabel = /(?:^|[\s([,;|*。、，（])(?:owner|owned by|assignee|assigned to|responsible|dri|who|lead|verantwortlich|zuständig|responsable|responsável|encargado|担当者?|責任者)\*{0,2}\s*[:=：]\s*\*{0,2}\s*([^,;()[\]|\n、，。（）]{2,60}?)\s*(?=$|[,;)\]|、，。）]|(?<!\b(?:Dr|Mr|Mrs|Ms|Hr|Fr|Prof|[A-Z]))\.\s|\.$|\s[-–—/]\s|\*\*|\b(?:due|eta|by|ticket|fällig|frist|bis|plazo|fecha|échéance|prazo)\b)/i;
const mayBeLabelled = /[:=：]/;
/** `[[Ana Mora]]`, as notebooks link people. */
const wikiLink = /\[\[([^\][|\n]{2,60})(?:\|[^\]\n]*)?\]\]/;
/** ", owner Ana," without a colon, where it is set apart */
const ownerWord = new RegExp(`[,;(–—-]\\s?(?:owner|assignee|responsible|dri|lead) (@?${person})(?=\\s*(?:$|[,;)]|\\.\\s*$))`, 'u');
/** "Platform team: review the design" */
const teamFirst = /^((?:[A-Z][\w&/-]*\s){1,3}[Tt]eam)\s?:\s/;
const dueLabel = /(?:^|[\s([,;|*。、，（])(?:due(?: date| by| on)?|eta|planned for|scheduled for|deadline|target(?: date)?|by when|fällig(?: am| bis)?|frist|fecha límite|plazo|échéance|prazo|期限|期日)\*{0,2}\s*[:=：]?\s*\*{0,2}\s*(?=[\p{L}\d])/giu;
/** The quick look: a pattern that knows both Unicode and upper case takes many times as long. */
const mayBeDue = /due|eta|planned for|scheduled for|deadline|target|by when|fällig|frist|límite|plazo|échéance|prazo|期限|期日/i;
/** An item that is longer is an essay: nothing set apart at its end is looked for. */
const MAX_ITEM = 2_000;
/** More tickets than this are a list of tickets. */
const MAX_TICKETS = 50;
/** A time of day or so may follow a due date. */
const MAX_AFTER_DATE = 20;
const dueSign = /📅\s*/u;
const name = /^(?:\p{Lu}[\p{L}'’.&-]*)(?:\s(?:\p{Lu}[\p{L}'’.&-]*|van|von|de|der|da|di|la|and|&|of|team|\+|(?:with|\+)\s\p{L}+)){0,6}(?: \([^)]*\)?)?$/u;

/** Owner, due date and tickets that an item states, in its words or in the cells of its row. */
export function readDetails({ text, times: reader, anchors, namesInBrackets, namesInFront }: ItemSource, content: Span, cells?: DetailCells): ActionDetails {
  const source = text.value;
  const span = withoutState(source, unstruck(source, content));
  let segments: ReturnType<typeof readSegments> | undefined;
  const apart = () => (segments ??= readSegments(source, span, reader, anchors));
  const named = ownerBehindStop(source, span, reader, anchors);
  const owner = (cells?.owner ? mention(source, cells.owner) : null) ?? ownerIn(source, span) ?? (namesInFront ? ownerInFront(source, span) : null) ?? named?.owner ?? ownerBeforeDate(source, span, reader) ?? (namesInBrackets ? ownerInBrackets(source, span, reader) : null) ?? apart().owner;
  const due = cells?.due ? dueOf(source, cells.due, reader, anchors) : (dueIn(source, span, reader, anchors) ?? named?.due ?? apart().due);
  const tickets = ticketsIn(source, span);
  if (cells?.ticket) tickets.push(...ticketsIn(source, cells.ticket).filter((ticket) => !tickets.some((other) => other.value === ticket.value)));
  return { owner: owner && isSomebody(owner.value) ? owner : null, due, tickets };
}

/** The words of what is struck through as a whole. */
function unstruck(source: string, { start, end }: Span): Span {
  const isStruck = source.startsWith('~~', start) && source.endsWith('~~', end) && end - start > 4;
  return isStruck ? { start: start + 2, end: end - 2 } : { start, end };
}

const stateAtEnd = /\s\*{1,3}[\p{L} ]{3,14}\*{1,3}\s*$/u;

/** Without a word in italics or bold at the end, as in "(Ana, by 16 May) *in progress*". */
function withoutState(source: string, { start, end }: Span): Span {
  const match = source[end - 1] === '*' && !source.startsWith('**', start) ? stateAtEnd.exec(source.slice(Math.max(start, end - 24), end)) : null;
  return { start, end: match ? end - match[0].length : end };
}

/** Whether a value names anybody: "TBD" and "unassigned" do not. */
export const isSomebody = (value: string): boolean => {
  const words = wordsOf(value);
  return words !== '' && words !== '#' && !nobody.has(words);
};

const mention = (source: string, span: Span): Mention => ({ value: plainText(source.slice(span.start, span.end)), span });

/** Whether so many of a plan's items end with a name in brackets that a name there is an owner's: elsewhere it may be a system's. */
export function endInNames(contents: readonly string[]): boolean {
  const named = contents.filter((content) => nameInBrackets(content) !== null).length;
  return named >= 2 && named * 2 >= contents.length;
}

const inFront = new RegExp(`^(?:[☐☑☒]\\s*)?\\*{0,2}(${person}(?: (?:team|desk|ops)(?![\\p{L}]))?(?: ?[/&+] ?${person})?(?: \\([^()]{1,40}\\))?)\\*{0,2}:\\*{0,2}\\s+(?=\\S)`, 'u');

/** Whether most of a plan's items begin with a name and a colon, one of which the header gives to somebody: elsewhere it may be a theme. */
export function beginWithNames(contents: readonly string[], anchors: Anchors): boolean {
  const names = contents.flatMap((content) => inFront.exec(content)?.[1] ?? []);
  return names.length >= 2 && names.length * 2 >= contents.length && names.some((name) => anchors.namesPerson(name));
}

/** "Ana: write to the shops" */
function ownerInFront(source: string, span: Span): Mention | null {
  const match = inFront.exec(source.slice(span.start, span.end));
  if (!match || !isSomebody(match[1] as string)) return null;
  const start = span.start + match[0].indexOf(match[1] as string);
  return mention(source, { start, end: start + (match[1] as string).length });
}

function nameInBrackets(content: string): RegExpExecArray | null {
  const match = content.includes(')') || content.includes(']') ? bracketed.exec(content) : null;
  return match && isSomebody(match[1] as string) && !grade.test(match[1] as string) ? match : null;
}

/** "(Ana)", "[Ana B., development]" and "(Ana / Ben, CR-12)" behind what is to be done: the name, and what is neither date nor ticket. */
function ownerInBrackets(source: string, span: Span, reader: TimeReader): Mention | null {
  const match = nameInBrackets(source.slice(span.start, span.end));
  if (!match) return null;
  const [whole, written, more] = match as unknown as [string, string, string | undefined];
  const start = span.start + match.index + 1;
  const rest = start + written.length + 2;
  const behindBy = more === undefined ? 0 : (dueWord.exec(more)?.[0].length ?? 0);
  const isPart = more !== undefined && !firstTicket.test(more) && !reader.readDate(rest + behindBy, rest + more.length);
  return reader.readDate(start, start + whole.length) ? null : mention(source, { start, end: isPart ? rest + more.length : start + written.length });
}

function ownerIn(source: string, span: Span): Mention | null {
  const content = source.slice(span.start, span.end);
  const labelled = mayBeLabelled.test(content) ? ownerLabel.exec(content) : null;
  if (labelled) {
    const start = span.start + labelled.index + labelled[0].lastIndexOf(labelled[1] as string);
    const found = mention(source, bareValue(source, start, start + (labelled[1] as string).length));
    return isSomebody(found.value) ? found : null;
  }
  const set = content.length <= MAX_ITEM ? ownerWord.exec(content) : null;
  if (set) return mention(source, { start: span.start + set.index + set[0].length - (set[1] as string).length, end: span.start + set.index + set[0].length });
  const team = teamFirst.exec(content);
  if (team) return mention(source, { start: span.start, end: span.start + (team[1] as string).length });
  const linked = content.includes('[[') ? wikiLink.exec(content) : null;
  if (linked && name.test(linked[1] as string)) return mention(source, { start: span.start + linked.index + 2, end: span.start + linked.index + 2 + (linked[1] as string).length });
  const at = content.includes('@') ? handle.exec(content) : null;
  if (!at) return null;
  const start = span.start + at.index;
  const whole = fullHandle.exec(content.slice(at.index))?.[0];
  // "@Ana Mora" is said more than once in a document, "@Ana Add" is not
  const isName = whole !== undefined && source.indexOf(whole.slice(1)) !== source.lastIndexOf(whole.slice(1));
  return mention(source, { start, end: start + (isName ? whole.length : at[0].length) });
}

function dueIn(source: string, span: Span, reader: TimeReader, anchors: Anchors): ActionDetails['due'] {
  const content = source.slice(span.start, span.end);
  const labels = mayBeDue.test(content) ? [...content.matchAll(dueLabel)] : [];
  const sign = dueSign.exec(content);
  if (labels.length === 0 && !sign) return dueAtEnd(source, span, reader, anchors);
  let words: ActionDetails['due'] = null;
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
function dueInWords(source: string, start: number, end: number, label: string): ActionDetails['due'] {
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
const behindDue = /^[.\s]*(?:$|[([]|\s(?:--?|[–—])\s|(?<=\.\s)\p{Lu}[\p{L} ]{2,15}[.!]?$)/u;

/** "… by 8/1" and "… 17 Oct 2025" where the item ends, its owner in brackets or its state left aside. */
function dueAtEnd(source: string, span: Span, reader: TimeReader, anchors: Anchors): ActionDetails['due'] {
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

function dueOf(source: string, cell: Span, reader: TimeReader, anchors: Anchors): ActionDetails['due'] {
  const value = plainText(source.slice(cell.start, cell.end));
  if (!isSomebody(value)) return null;
  const date = reader.readDate(cell.start, cell.end);
  return { value, span: cell, date: date ? isoOf(date.date, anchors) : null };
}

const dueOn = (source: string, { span, date }: Omit<DateAt, 'at'>, anchors: Anchors): ActionDetails['due'] => ({ value: source.slice(span.start, span.end), span, date: isoOf(date, anchors) });

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
  const listed = listedAtEnd(source, span, content, reader, anchors);
  if (listed) return listed;
  const tail = /(?:\s(?:--?|[–—|]|->|→)\s|\s?\(|\s?\[|,\s)(?:(?!\s(?:--?|[–—|]|->|→)\s)[^()[\]\n])*\)?\]?\s*\.?$/.exec(content);
  const from = tail ? firstBreak(content) : -1;
  if (from < 0) return { owner, due };
  let named: Span | null = null;
  let isBehindDate = false;
  for (const part of partsFrom(content, from)) {
    const partSpan = bareValue(source, span.start + part.start, span.start + part.end);
    const words = source.slice(partSpan.start, partSpan.end);
    const by = dueWord.exec(words);
    const date = reader.readDate(partSpan.start + (by ? by[0].length : 0), partSpan.end);
    // "Wed 15/10 before noon" is a date, "2 nodes of 15/10" is none
    if (date && partSpan.end - date.span.end <= MAX_AFTER_DATE) {
      due ??= dueOn(source, date, anchors);
      if (named) owner ??= mention(source, named);
      isBehindDate = true;
      continue;
    }
    // "(by 1 March, O. Lind)"
    const mayName = part.mark !== ',' || isBehindDate;
    isBehindDate = false;
    if (!due && roughly.test(words)) due = { ...mention(source, partSpan), date: null };
    else if (!owner && mayName && words.length <= 60 && isSomebody(words) && !/\d/.test(words)) {
      if (name.test(words) && words.length > 1) owner = mention(source, partSpan);
      else if (part.mark === '->') named = spanOfName(source, partSpan);
      else if (ofTeam.test(words)) named = partSpan;
    }
  }
  return { owner, due };
}

/** "legal" and "network ops" are somebody where a date follows. */
const ofTeam = /^\p{Ll}[\p{L}/-]{1,14}(?: (?:team|ops|desk|lead|support|on-call))?$/u;

const afterComma = /,\s+(\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+){1,2}),\s+(?=[\p{L}\d])/gu;

/** "Ship the list (OPS-1), Ana Mora, 2025-04-25": a full name and a date behind the last commas. */
function listedAtEnd(source: string, span: Span, content: string, reader: TimeReader, anchors: Anchors): ReturnType<typeof readSegments> | null {
  for (const match of content.matchAll(afterComma)) {
    const at = span.start + match.index + match[0].length;
    const by = dueWord.exec(source.slice(at, Math.min(at + 12, span.end)))?.[0].length ?? 0;
    const date = reader.readDate(at + by, span.end);
    if (!date || span.end - date.span.end > MAX_AFTER_DATE || !isSomebody(match[1] as string)) continue;
    const start = span.start + match.index + match[0].indexOf(match[1] as string);
    return { owner: mention(source, { start, end: start + (match[1] as string).length }), due: dueOn(source, date, anchors) };
  }
  return null;
}

/** "May 2026", where the item ends. */
const inMonth = /^\p{Lu}\p{L}{2,8}\.? 20\d\d\.?\s*$/u;
/** A due date that is no day. */
const roughly = /^(?:(?:by |bis )?(?:(?:KW|CW|WK) ?\d{1,2}|Q[1-4](?:[ /]\d{4})?|EO[WMQYD])|(?:mid|early|late|end of)[ -]\p{Lu}\p{L}+|next (?:week|month|quarter|sprint)|this (?:week|month|quarter|sprint))$/u;

/** "Harriet asks the supplier" and "field service North" behind an arrow are somebody where a date follows: the name it begins with, or a few words. */
function spanOfName(source: string, { start, end }: Span): Span | null {
  const words = source.slice(start, end);
  const leading = /^\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+){0,2}(?=\s\p{Ll})/u.exec(words);
  if (leading) return { start, end: start + leading[0].length };
  return words.split(/\s+/).length <= 4 ? { start, end } : null;
}

const atEnd = new RegExp(`([,:])\\s(${person}),\\s(?:(?:by|until|till|due|before|done|from|bis|ab)\\s)?(?=[\\p{L}\\d])`, 'gu');

/** "… after upgrades, K. Mora, 2026-01-16" and "Test the login: Ana, until 30 May": a name and a date that end the item. Behind a comma one word may be anything. */
function ownerBeforeDate(source: string, span: Span, reader: TimeReader): Mention | null {
  const content = source.slice(span.start, span.end);
  if (!content.includes(',') || content.length > MAX_ITEM) return null;
  for (const match of content.matchAll(atEnd)) {
    const [whole, mark, written] = match as unknown as [string, string, string];
    if ((mark === ',' && !written.includes(' ')) || !isSomebody(written)) continue;
    const start = span.start + match.index + whole.length;
    const behind = source.slice(reader.readDate(start, span.end)?.span.end ?? start, span.end);
    if (behind.length < span.end - start ? /^[.\s]*$/.test(behind) : roughly.test(behind) || inMonth.test(behind)) return mention(source, { start: span.start + match.index + 2, end: span.start + match.index + 2 + written.length });
  }
  return null;
}

const behindStop = /(?<!(?:^|[\s(])\p{Lu})[.!?]["”]?\s+((?:\p{Lu}\.\s?)?\p{Lu}[\p{L}'’.-]*(?:\s+[\p{L}'’.-]+){0,3}),\s+(?=[\p{L}\d])/gu;

/** "Ship the list. Ana Mora, 4/25": a name and a date that follow the sentence. */
function ownerBehindStop(source: string, span: Span, reader: TimeReader, anchors: Anchors): { owner: Mention; due: ActionDetails['due'] } | null {
  const content = source.slice(span.start, Math.min(span.end, span.start + MAX_ITEM));
  for (const match of content.includes(',') ? content.matchAll(behindStop) : []) {
    const start = span.start + match.index + match[0].indexOf(match[1] as string);
    const date = reader.readDate(span.start + match.index + match[0].length, span.end);
    if (date && isSomebody(match[1] as string)) {
      return { owner: mention(source, { start, end: start + (match[1] as string).length }), due: dueOn(source, date, anchors) };
    }
  }
  return null;
}

/** Where the details set apart by a dash or brackets begin: the last run of such parts. */
function firstBreak(content: string): number {
  const dash = content.search(/\s(?:--?|[–—|]|->|→)\s(?!.*\p{L}{2}[.!?]\s)/u);
  const bracket = content.search(/[([][^()[\]]*[)\]]\s*\.?$/);
  if (dash < 0) return bracket;
  return dash;
}

/** A stretch of an item between two separators, and the one in front of it: a comma, an arrow, or what sets it apart from the sentence. */
interface Part extends Span {
  readonly mark: ',' | '->' | ' ';
}

function partsFrom(content: string, from: number): Part[] {
  const parts: Part[] = [];
  const separator = /\s(?:--?|[–—|]|->|→)\s|,\s|\s?\((?=[^()]*[\d:])|(?<=[\d:][^()]*)\)|^\s?[([]|[)\]]$|[[\]]|;\s/g;
  separator.lastIndex = from;
  let start = -1;
  let mark: Part['mark'] = ' ';
  for (let match = separator.exec(content); match; match = separator.exec(content)) {
    if (start >= 0) parts.push({ start, end: match.index, mark });
    mark = match[0].startsWith(',') ? ',' : /->|→/.test(match[0]) ? '->' : ' ';
    start = match.index + match[0].length;
  }
  if (start >= 0 && start < content.length) parts.push({ start, end: content.length, mark });
  return parts.map((part) => {
    const end = content.slice(part.start, part.end).replace(/(?<!\d)[.\s]+$|\s+$/, '').length;
    return { ...part, end: part.start + end };
  }).filter((part) => part.end > part.start);
}

function ticketsIn(source: string, span: Span): Mention[] {
  const content = source.slice(span.start, span.end);
  const found: Mention[] = [];
  const taken: Span[] = [];
  for (const { pattern, sign } of ticketPatterns) {
    if (!content.includes(sign)) continue;
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
