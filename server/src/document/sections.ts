import type { HeadingNotation, Line } from './lines';
import type { Roles } from './roles';
import type { SourceText, Span } from './text';
import { monthOf } from './time-patterns';
import type { SectionRole } from './vocabulary';
import { bareLabel, bareValue, beginsWithIdentifier } from './words';

/** A heading with everything under it, up to the next heading of its level or above. Lines are 0-based. */
export interface Section {
  /** The heading's words, without markup, emoji and trailing colon. */
  readonly title: string;
  readonly titleSpan: Span;
  readonly notation: HeadingNotation;
  /** 1 for the document's title, 2 for its sections, deeper below. */
  readonly level: number;
  readonly roles: readonly SectionRole[];
  /** True where the heading names a fact and one short line below it is its value ("## Status:"). */
  readonly isField: boolean;
  /** The heading's line. */
  readonly line: number;
  /** The first line behind the heading and its underline; the heading's own line where its text begins there (run-in). */
  readonly bodyLine: number;
  /** The last line that belongs to it and is not blank (rules between sections left out). */
  readonly endLine: number;
  /** From the heading's first character to the end of `endLine`. */
  readonly span: Span;
  readonly children: readonly Section[];
  readonly parent: Section | null;
}

export interface Title {
  /** 0-based. */
  readonly line: number;
  /** As written, without markup. */
  readonly text: string;
  readonly span: Span;
}

type MutableSection = { -readonly [Key in keyof Section]: Key extends 'children' ? MutableSection[] : Section[Key] };

export interface SectionTree {
  readonly title: Title | null;
  /** The top-level sections. */
  readonly sections: readonly Section[];
  /** Every section, in document order. */
  readonly all: readonly Section[];
}

const kindWords = /post-?\s?mortem|incident|escalation|outage|\brca\b|report/i;
/** `**Critical** – new nodes did not start`: a value with a remark. */
const remarked = /^(\*\*|__)[^*_\n]{2,30}\1\s*[-–—:,]/;
/** A heading's value is one line, not longer than this. */
const MAX_FIELD_VALUE = 140;

/** Builds the tree of sections from the lines' headings. */
export function readSections(text: SourceText, lines: readonly Line[], roles: Roles): SectionTree {
  const headings = lines.filter((line) => line.kind === 'heading' && line.contentEnd > line.contentStart);
  const title = findTitle(roles, text, lines, headings);
  const roots: MutableSection[] = [];
  const all: MutableSection[] = [];
  const open: { section: MutableSection; level: number; isItem: boolean }[] = [];
  /** Whether rows stand between a timeline's heading and the first one below it; asked by each of those. */
  const withRows = new Map<Section, boolean>();
  const haveRows = (timeline: Section): boolean => {
    let found = withRows.get(timeline);
    if (found === undefined) withRows.set(timeline, (found = isTimedBelow(text, lines, timeline.bodyLine - 1)));
    return found;
  };
  const close = (section: MutableSection, before: number): void => {
    let last = before - 1;
    while (last > section.line && isFiller(lines[last] as Line)) last--;
    section.endLine = Math.max(last, section.bodyLine - 1, section.line);
    section.span = { start: section.span.start, end: text.lineEnd(section.endLine) };
  };
  for (const heading of headings) {
    if (title && heading.number <= title.line) continue;
    const span = bareLabel(text.value, heading.contentStart, heading.contentEnd);
    const words = text.slice(span);
    const timed = mayBeTimed(words) ? (timeHeading.exec(words) ?? dayInWords(words)) : null;
    // "## July 22" right in "## Timeline" is a day of it, not the section after it
    const level = timed && open.some((above) => above.level === heading.level && above.section.roles.includes('timeline')) ? heading.level + 0.5 : heading.level;
    const isItem = heading.marker === 'bullet';
    const endsItems = !isItem && heading.indent === 0;
    const isBehind = (above: { level: number; isItem: boolean } | undefined): boolean => above !== undefined && (above.level >= level || (above.isItem && endsItems));
    while (isBehind(open.at(-1))) close((open.pop() as { section: MutableSection }).section, heading.number);
    const parent = open[open.length - 1]?.section ?? null;
    const bodyLine = behindUnderline(lines, heading);
    const isField = roles.fieldKey(words) !== null && hasOneShortValue(text, lines, bodyLine);
    const section: MutableSection = {
      title: words.includes('**') ? words.replaceAll('**', '') : words, titleSpan: span, notation: heading.notation as HeadingNotation, level: open.length + 2,
      roles: isField || (timed && (timed[1] === undefined || clockBehind.test(words.slice(timed[0].length)))) ? [] : nestedRoles(roles.ofHeading(words), parent, (timeline) => haveRows(timeline) && !isTimedBelow(text, lines, heading.number)), isField, line: heading.number, bodyLine, endLine: heading.number,
      span: { start: heading.start, end: heading.end }, children: [], parent,
    };
    (parent ? parent.children : roots).push(section);
    all.push(section);
    open.push({ section, level, isItem });
  }
  while (open.length > 0) close((open.pop() as { section: MutableSection }).section, lines.length);
  return { title, sections: roots, all };
}

/** A heading that begins with a date or a time of day; the group holds what is only a date. */
const timeHeading = /^(?:[~≈]\s?)?(?:\d{1,2}:\d{2}|((?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|(?:[A-Z][a-z]{2,8},?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\.?\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s\d{1,2})?)\b))/;

const day = /^((?:\p{Lu}\p{L}{1,9}\.?,?\s)?\d{1,2}(?:\.|º|er)?\s(?:de\s)?(\p{L}{3,10}))(?!\p{L})/u;

/** "Miércoles, 17 de septiembre" and "Dienstag, 4. März": a day in any of the languages whose months are known. */
function dayInWords(words: string): RegExpExecArray | null {
  const match = day.exec(words);
  return match && monthOf(match[2] as string) > 0 ? match : null;
}

/** "2025-04-03 15:20 UTC - Resolved": with a clock the date is that of one moment. */
const clockBehind = /^(?:,?\s*(?:at\s)?|T)\d{1,2}:\d{2}/;

const hasDigit = /\d/;

/** Begins with a digit or a sign, or with a word and has a number. */
function mayBeTimed(words: string): boolean {
  const code = words.charCodeAt(0);
  return (code >= 48 && code <= 57) || code === 126 || code === 0x2248 || (code >= 65 && code <= 90 && hasDigit.test(words));
}

/** Days, phases and themes inside a timeline or a plan are named freely: only a role of the parent's kind is one there, unless the timeline has ended. */
function nestedRoles(roles: readonly SectionRole[], parent: Section | null, hasEnded: (timeline: Section) => boolean): readonly SectionRole[] {
  for (let above = parent; above; above = above.parent) {
    if (above.roles.includes('actions')) return [];
    if (above.roles.includes('timeline')) return above === parent && roles.length > 0 && hasEnded(above) ? roles : roles.filter((role) => role === 'timeline');
    if (above.roles.length > 0) return roles.filter((role) => role !== 'technicalDetails');
  }
  return roles;
}

const clock = /\b\d{1,2}:\d{2}\b/;

/** Whether a clock stands in one of the lines below a line, up to the next heading. */
function isTimedBelow(text: SourceText, lines: readonly Line[], number: number): boolean {
  for (let at = number + 1; lines[at] && lines[at]?.kind !== 'heading'; at++) {
    const { contentStart, contentEnd } = lines[at] as Line;
    if (clock.test(text.value.slice(contentStart, Math.min(contentEnd, contentStart + 80)))) return true;
  }
  return false;
}

const isFiller = (line: Line): boolean => line.kind === 'blank' || line.kind === 'rule' || line.kind === 'underline';

function behindUnderline(lines: readonly Line[], heading: Line): number {
  if (heading.notation === 'runIn') return heading.number;
  let next = heading.number + 1;
  while (heading.notation === 'setext' && lines[next]?.kind === 'underline') next++;
  return next;
}

function hasOneShortValue(text: SourceText, lines: readonly Line[], bodyLine: number): boolean {
  let at = bodyLine;
  while (lines[at]?.kind === 'blank') at++;
  const value = lines[at];
  if (!value || (value.kind !== 'prose' && value.kind !== 'item')) return false;
  if (value.contentEnd - value.contentStart > MAX_FIELD_VALUE && !remarked.test(text.value.slice(value.contentStart, value.contentStart + MAX_FIELD_VALUE))) return false;
  let next = at + 1;
  while (lines[next] && isFiller(lines[next] as Line)) next++;
  return lines[next] === undefined || lines[next]?.kind === 'heading';
}

/** The first heading, where it says what the document is and not what a part of it is about. */
function findTitle(vocabulary: Roles, text: SourceText, lines: readonly Line[], headings: readonly Line[]): Title | null {
  const stated = mailSubject(text, lines) ?? titleField(text, lines) ?? boxedTitle(text, lines);
  if (stated) return stated;
  const first = isTitleLabel(text, headings[0]) || isLetterhead(headings[0], headings[1]) ? headings[1] : headings[0];
  if (!first) return null;
  const span = bareLabel(text.value, first.contentStart, first.contentEnd);
  const words = text.slice(span);
  const roles = vocabulary.ofHeading(words);
  const isOnly = !headings.some((other) => other !== first && other.level <= first.level);
  const isLabelled = roles.length === 0 && isTitleLabel(text, headings[0]) && first.number - (headings[0]?.number ?? 0) <= 2;
  if (first.notation !== 'title' && !isLabelled) {
    const isLong = words.length > 20 && words.split(/\s+/).length > 3;
    const saysKind = (kindWords.test(words) || beginsWithIdentifier(words)) && isLong;
    if (roles.length > 0 && !(isLong && (first.level === 1 || isOnly))) return null;
    if (first.level > 1 && !isOnly && !(saysKind && roles.length === 0)) return null;
    if (vocabulary.fieldKey(words) !== null) return null;
    // "# Metadata", "# Overview", "# Timeline": a part among parts
    if (!isOnly && !kindWords.test(words) && !words.includes(' ') && headings.filter((other) => other.level === first.level && vocabulary.ofHeading(text.value.slice(other.contentStart, other.contentEnd)).length > 0).length >= 3) return null;
  }
  return { line: first.number, text: titleText(text, first), span: { start: first.contentStart, end: first.contentEnd } };
}

/** A line of an export or a letterhead over a title that is marked up as one. */
function isLetterhead(first: Line | undefined, second: Line | undefined): boolean {
  return first?.notation === 'title' && second !== undefined && second.level === 1 && (second.notation === 'setext' || second.notation === 'atx') && second.number - first.number <= 4;
}

/** `# Title:` over the title itself. */
function isTitleLabel(text: SourceText, heading: Line | undefined): boolean {
  return heading !== undefined && heading.contentEnd - heading.contentStart < 20 && /^(?:incident |document |report )?title$/i.test(text.slice(bareLabel(text.value, heading.contentStart, heading.contentEnd)));
}

function titleText(text: SourceText, line: Line): string {
  const words = text.value.slice(line.contentStart, line.contentEnd);
  return words.split(/[\r\n]+/).map((part) => part.trim()).join(' ').replace(/\*\*|__/g, '').trim();
}

/** `TITLE: Web server down` among the first lines, and `Re: Root cause analysis of …` above the words of a letter. */
function titleField(text: SourceText, lines: readonly Line[]): Title | null {
  for (let number = 0; number < Math.min(lines.length, 24); number++) {
    const line = lines[number] as Line;
    if (line.kind !== 'field') continue;
    const key = text.value.slice(line.contentStart, line.colon).trim();
    if (!(number < 8 && titleKey.test(key)) && !subjectKey.test(key)) continue;
    const span = bareValue(text.value, line.colon + 1, line.contentEnd);
    if (!(number < 8 && titleKey.test(key)) && !subject.test(text.slice(span))) continue;
    return span.end > span.start ? { line: number, text: text.slice(span), span } : null;
  }
  return null;
}

/** The only cell of the first row of a box that is drawn around the head of a document. */
function boxedTitle(text: SourceText, lines: readonly Line[]): Title | null {
  const first = lines.findIndex(({ kind }) => kind !== 'blank');
  const row = lines[first + 1];
  if (lines[first]?.kind !== 'delimiter' || row?.kind !== 'row') return null;
  const cells = text.value.slice(row.contentStart, row.contentEnd).split('|').map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [words] = cells;
  if (words === undefined || cells.length > 1) return null;
  const start = text.value.indexOf(words, row.contentStart);
  return { line: row.number, text: words, span: { start, end: start + words.length } };
}

const titleKey = /^[*_]*(?:incident |report |short )?title[*_]*$/i;
const subjectKey = /^[*_]*(?:re|subject|betreff|betrifft|objet|asunto)[*_]*$/i;
const subject = /post-?\s?mortem|incident|escalation|outage|root cause|\brca\b|störung|eskalation|\bescalad[oa]\b|incidencia/i;

/** The subject of a mail whose header lines begin the document. */
function mailSubject(text: SourceText, lines: readonly Line[]): Title | null {
  let from = false;
  for (let number = 0; number < Math.min(lines.length, 12); number++) {
    const line = lines[number] as Line;
    if (line.kind === 'blank') {
      if (from) return null;
      continue;
    }
    if (line.colon < 0) return null;
    const key = text.value.slice(line.contentStart, line.colon).trim().toLowerCase();
    if (key === 'from') from = true;
    if ((key === 'subject' || key === 're') && from) {
      let start = line.colon + 1;
      while (start < line.contentEnd && text.value[start] === ' ') start++;
      return { line: number, text: text.value.slice(start, line.contentEnd), span: { start, end: line.contentEnd } };
    }
  }
  return null;
}

/** The top-most sections that have one of the roles, in document order. */
export function sectionsOf(sections: readonly Section[], ...roles: SectionRole[]): Section[] {
  const found: Section[] = [];
  collect(sections, roles, found);
  return found;
}

function collect(sections: readonly Section[], roles: readonly SectionRole[], found: Section[]): void {
  for (const section of sections) {
    if (hasOneOf(section, roles)) found.push(section);
    else if (section.children.length > 0) collect(section.children, roles, found);
  }
}

function hasOneOf(section: Section, roles: readonly SectionRole[]): boolean {
  for (const role of section.roles) if (roles.includes(role)) return true;
  return false;
}
