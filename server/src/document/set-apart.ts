import type { Mention } from './actions';
import type { Anchors } from './anchors';
import { MAX_AFTER_DATE, dueOn, dueWord, roughly, type Due } from './item-due';
import { isSomebody, MAX_ITEM, mention, mentionIn } from './item-mention';
import { name } from './item-owner';
import type { Span } from './text';
import type { TimeReader } from './time-reader';
import { bareValue } from './words';

/** " - Tomasz, by 15 Nov", "(Priya, 2024-01-20)", "— Ana": details set apart at the end of an item. */
export function readSegments(source: string, span: Span, reader: TimeReader, anchors: Anchors): { owner: Mention | null; due: Due | null } {
  let owner: Mention | null = null;
  let due: Due | null = null;
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
const ofTeam = /^(?:(?:our|the|their) )?\p{Ll}[\p{L}/-]{1,14}(?: (?:team|ops|desk|lead|support|service|on-call))?$/u;
const afterComma = /,\s+(\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+){1,2}),\s+(?=[\p{L}\d])/gu;

/** "Ship the list (OPS-1), Ana Mora, 2025-04-25": a full name and a date behind the last commas. */
function listedAtEnd(source: string, span: Span, content: string, reader: TimeReader, anchors: Anchors): ReturnType<typeof readSegments> | null {
  for (const match of content.matchAll(afterComma)) {
    const at = span.start + match.index + match[0].length;
    const by = dueWord.exec(source.slice(at, Math.min(at + 12, span.end)))?.[0].length ?? 0;
    const date = reader.readDate(at + by, span.end);
    if (!date || span.end - date.span.end > MAX_AFTER_DATE || !isSomebody(match[1] as string)) continue;
    return { owner: mentionIn(source, span.start, match), due: dueOn(source, date, anchors) };
  }
  return null;
}

/** "Harriet asks the supplier" and "field service North" behind an arrow are somebody where a date follows: the name it begins with, or a few words. */
function spanOfName(source: string, { start, end }: Span): Span | null {
  const words = source.slice(start, end);
  const leading = /^\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+){0,2}(?=\s\p{Ll})/u.exec(words);
  if (leading) return { start, end: start + leading[0].length };
  return words.split(/\s+/).length <= 4 ? { start, end } : null;
}

const behindStop = /(?<!(?:^|[\s(])\p{Lu})[.!?]["”]?\s+((?:\p{Lu}\.\s?)?\p{Lu}[\p{L}'’.-]*(?:\s+[\p{L}'’.-]+){0,3}),\s+(?=[\p{L}\d])/gu;

/** "Ship the list. Ana Mora, 4/25": a name and a date that follow the sentence. */
export function ownerBehindStop(source: string, span: Span, reader: TimeReader, anchors: Anchors): { owner: Mention; due: Due | null } | null {
  const content = source.slice(span.start, Math.min(span.end, span.start + MAX_ITEM));
  for (const match of content.includes(',') ? content.matchAll(behindStop) : []) {
    const date = reader.readDate(span.start + match.index + match[0].length, span.end);
    if (date && isSomebody(match[1] as string)) {
      return { owner: mentionIn(source, span.start, match), due: dueOn(source, date, anchors) };
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
