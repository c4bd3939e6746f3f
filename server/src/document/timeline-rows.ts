import { zoneIn } from './anchors';
import type { Line } from './lines';
import type { Roles } from './roles';
import type { Section } from './sections';
import { bodyRows, tableAt } from './tables';
import type { Table, TableRow } from './tables';
import type { TimeExpression, TimePoint, Zone } from './time';
import type { TimeReader } from './time-reader';
import type { SourceText, Span } from './text';
import { phrases, timeColumns } from './vocabulary';
import type { SectionRole } from './vocabulary';
import { wordsOf } from './words';

/** A row with its time as written, before dates and zones are inherited. */
export interface TimedRow {
  readonly line: number;
  readonly time: TimeExpression;
  readonly textSpan: Span;
  /** A date that stands for the rows below it. */
  readonly isDay: boolean;
  readonly heading: boolean;
  /** A heading such as "March 5: Timeline of the rollout". */
  readonly titlesTimeline?: boolean;
  readonly zone: Zone | null;
}

const columnsOfTime = new Set(phrases(timeColumns));

/** The lines of a section without those of nested sections that have a role of their own. */
function ownLines(section: Section, role: 'timeline' | 'actions'): (line: number) => boolean {
  const foreign: Section[] = [];
  const visit = (parent: Section): void => {
    for (const child of parent.children) {
      if (child.roles.length > 0 && !child.roles.includes(role)) foreign.push(child);
      else visit(child);
    }
  };
  visit(section);
  if (foreign.length === 0) return () => true;
  return (line) => !foreign.some((child) => line >= child.line && line <= child.endLine);
}

/** Rows with date and time that make a list a timeline, whatever its heading says. */
const ENOUGH_ROWS = 3;

/** Rows with a time alone that do, where no other item stands between them and they seldom go back. */
const ENOUGH_CLOCKS = 5;

/** Sections whose tables of times are no timelines: who was told when, who was there. */
const untimed: ReadonlySet<SectionRole> = new Set<SectionRole>(['communication', 'participants', 'references', 'impact', 'lessons', 'escalation']);

/** Whether the section's own list is one of dated and timed rows, though its heading names no timeline. */
export function isTimedList(text: SourceText, lines: readonly Line[], section: Section, tables: readonly Table[], reader: TimeReader): boolean {
  let timed = 0;
  let others = 0;
  let clocks = 0;
  let turns = 0;
  let latest = -1;
  /** Lines of no list by whether they state day and time. */
  const plain = { timed: 0, others: 0 };
  const last = section.children[0] ? section.children[0].line - 1 : section.endLine;
  for (let number = section.bodyLine; number <= last; number++) {
    const line = lines[number] as Line;
    if (line.kind === 'row') {
      const table = tableAt(tables, number);
      if (table && !section.roles.some((role) => untimed.has(role)) && isTimedTable(text, table, reader)) return true;
      number = table?.endLine ?? number;
      continue;
    }
    const isChat = line.marker === null && line.kind === 'prose' && text.value.charCodeAt(line.contentStart) === BRACKET;
    const isPlain = line.marker === null && !isChat;
    // what is indented goes on with the line above
    if (line.checkbox >= 0 || (isPlain && ((line.kind !== 'prose' && line.kind !== 'field') || line.indent > 0))) continue;
    const time = mayBeginWithTime(text.value, line) ? reader.read(line.contentStart, line.contentEnd) : null;
    const isMoment = time?.start.date != null && time.start.clock !== null;
    if (isPlain) plain[isMoment ? 'timed' : 'others']++;
    else if (isMoment) timed++;
    else if (time?.start.clock && line.indent === 0) {
      clocks++;
      if (time.start.clock.second < latest) turns++;
      latest = time.start.clock.second;
    } else if (!isChat && ++others > 3 && timed === 0) return false;
  }
  if (plain.timed >= ENOUGH_ROWS && plain.timed > plain.others) return true;
  return (timed >= ENOUGH_ROWS && timed > others + clocks) || (clocks >= ENOUGH_CLOCKS && timed + others === 0 && turns <= clocks / 4);
}

/** Whether most parts of a section are titled by moments, or by days over rows with a clock. */
export function isTimedParts(text: SourceText, lines: readonly Line[], { children }: Section, reader: TimeReader): boolean {
  if (children.length < 2) return false;
  let moments = 0;
  let days = 0;
  for (const child of children) {
    const heading = lines[child.line] as Line;
    const time = mayBeginWithTime(text.value, heading) ? reader.read(heading.contentStart, heading.contentEnd) : null;
    if (time?.start.date && time.start.clock) moments++;
    else if (time?.start.date && beginsWithClock(text, lines, child, reader)) days++;
  }
  return (moments >= ENOUGH_ROWS || days >= 2) && (moments + days) * 4 >= children.length * 3;
}

function beginsWithClock(text: SourceText, lines: readonly Line[], { bodyLine, endLine }: Section, reader: TimeReader): boolean {
  let number = bodyLine;
  while (number < endLine && lines[number]?.kind === 'blank') number++;
  const line = lines[number] as Line;
  return mayBeginWithTime(text.value, line) && reader.read(line.contentStart, line.contentEnd)?.start.clock != null;
}

/** A table of times of day under a column that is named so. */
function isTimedTable(text: SourceText, table: Table, reader: TimeReader): boolean {
  const column = timeColumn(text, table);
  if (column < 0) return false;
  const clocks = table.rows.slice(1).filter((row) => readCells(row, column, reader)?.time.start.clock).length;
  return clocks >= ENOUGH_ROWS && clocks * 2 > table.rows.length - 1;
}

/** A digit, or the name of a weekday or a month, behind emphasis and brackets. */
function mayBeginWithTime(source: string, line: Line): boolean {
  let at = line.contentStart;
  while (at < line.contentEnd && '*_`[('.includes(source[at] as string)) at++;
  const code = source.charCodeAt(at);
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90 && beginsWithDay.test(source.slice(at, Math.min(at + 40, line.contentEnd))));
}

const beginsWithDay = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[.,]?\s.{0,12}\d/;

/** The rows of a timeline section that state a time, and how many begin like one and were not understood. */
export function readRows(text: SourceText, lines: readonly Line[], section: Section, tables: readonly Table[], reader: TimeReader, roles: Roles): { rows: TimedRow[]; unread: number } {
  const rows: TimedRow[] = [];
  let unread = 0;
  let zone: Zone | null = null;
  const isOwn = ownLines(section, 'timeline');
  const day = section.roles.length === 0 ? readRow(text, lines[section.line] as Line, reader) : null;
  if (day?.time.start.date && day.time.start.clock === null) rows.push({ ...day, isDay: true });
  for (let number = section.bodyLine; number <= section.endLine; number++) {
    const line = lines[number] as Line;
    if (!isOwn(number)) continue;
    if (line.kind === 'row') {
      const table = tableAt(tables, number);
      if (table) {
        for (const row of readTableRows(text, table, reader)) rows.push(row);
        number = table.endLine;
      }
      continue;
    }
    if (line.kind !== 'item' && line.kind !== 'field' && line.kind !== 'prose' && line.kind !== 'heading') continue;
    const read = readRow(text, line, reader);
    const row = read && read.textSpan.end > read.textSpan.start && isContinued(lines, line, rows) ? null : behindItsText(lines, read);
    // "### Europe (CEST)" over the rows of a region
    if (line.kind === 'heading' && !row) zone = zoneIn(text.value, line.contentStart, line.contentEnd);
    if (row) rows.push(row.heading && roles.ofHeading(text.slice(row.textSpan)).includes('timeline') ? { ...row, titlesTimeline: true } : zone && !row.zone ? { ...row, zone } : row);
    else if (line.kind === 'item' && mayLookTimed(text.value.charCodeAt(line.contentStart)) && looksTimed.test(text.value.slice(line.contentStart, line.contentStart + 16))) unread++;
  }
  return { rows: markDays(lines, rows), unread };
}

/** A paragraph's line that reaches so far goes on in the next one. */
const WRAPPED = 60;
const BRACKET = 91;

/** Whether a line of prose goes on with a sentence of the line above, in a paragraph that has stated no time so far. */
function isContinued(lines: readonly Line[], line: Line, rows: readonly TimedRow[]): boolean {
  const above = lines[line.number - 1];
  if (line.kind !== 'prose' || line.marker !== null || above?.kind !== 'prose' || above.contentEnd - above.start < WRAPPED) return false;
  let first = above.number;
  while (lines[first - 1]?.kind === 'prose') first--;
  return lines[first - 1]?.marker == null && (rows[rows.length - 1]?.line ?? -1) < first;
}

/** `**Resolved** - All is well again.` over a line that is nothing but its time, as status pages have it. */
function behindItsText(lines: readonly Line[], row: TimedRow | null): TimedRow | null {
  if (!row || row.textSpan.end > row.textSpan.start || row.time.start.clock === null) return row;
  const [above, before, below] = [lines[row.line - 1], lines[row.line - 2], lines[row.line + 1]];
  const isPair = above?.kind === 'prose' && lines[row.line]?.kind === 'prose' && before?.kind === 'blank' && (!below || below.kind === 'blank');
  return isPair ? { ...row, textSpan: { start: above.contentStart, end: above.contentEnd } } : row;
}

const looksTimed = /^[*_`[(~\s]*(?:\d{1,4}[:/.-]\d|T ?[+-] ?\d)/;
/** No lower-case letter, and of the others T alone. */
const mayLookTimed = (code: number): boolean => code < 65 || code === 84 || (code > 90 && code < 97) || code > 122;
const isoTime = /\s(?=\d{4}-\d{1,2}-\d{1,2}[ T]+\d{1,2}:\d{2})/;
const wordCharacter = /[\p{L}\p{N}]/u;
/** How far into a row a label may reach. */
const MAX_LABEL = 60;

const separators = ' \t:-–—|,;.)]*_`"';

function readRow(text: SourceText, line: Line, reader: TimeReader): TimedRow | null {
  const time = reader.read(line.contentStart, line.contentEnd);
  if (time) {
    let at = time.span.end;
    // "10 May 2023s" and "14:00ish" are words that were cut
    if (at < line.contentEnd && isWordAt(text.value, at)) return null;
    while (at < line.contentEnd && !isWordAt(text.value, at) && separators.includes(text.value[at] as string)) at++;
    return { line: line.number, time, textSpan: { start: at, end: line.contentEnd }, isDay: false, heading: line.kind === 'heading', zone: null };
  }
  return line.kind === 'heading' ? readDayLabel(text, line, reader) : readLabelFirst(text, line, reader);
}

/** "Call 3, " and "Phase 2 - " in front of a day that is named in full. */
const behindLabel = /^[\p{L}][\p{L}\d ]{2,30}(?:,| [-–—]|:) (?=(?:\p{Lu}\p{L}+,? )?(?:\d{1,2}\.? \p{L}+|\p{L}+ \d{1,2}(?:st|nd|rd|th)?,?) \d{4}[*_]*$|\d{4}-\d{2}-\d{2}[*_]*$)/u;

/** `**Date: 2023-11-22**` and `Call 3, Wednesday 4 December 2024` over the rows of that day. */
function readDayLabel(text: SourceText, line: Line, reader: TimeReader): TimedRow | null {
  const words = text.value.slice(line.contentStart, line.contentEnd);
  const match = /^[*_]*(?:date|day|on)\s*:\s*/i.exec(words) ?? behindLabel.exec(words);
  const time = match && reader.read(line.contentStart + match[0].length, line.contentEnd);
  return time && time.start.date ? { line: line.number, time, textSpan: { start: line.contentEnd, end: line.contentEnd }, isDay: true, heading: true, zone: null } : null;
}

/** `- First detected: 2023-08-04 09:14` and `- Resolved 2020-02-12 12:07`: the label first, the time last. */
function readLabelFirst(text: SourceText, line: Line, reader: TimeReader): TimedRow | null {
  if (line.kind === 'prose' && line.marker === null) return null;
  const source = text.value;
  let from = line.colon >= 0 ? line.colon + 1 : -1;
  if (from < 0) {
    const limit = Math.min(line.contentEnd, line.contentStart + MAX_LABEL);
    if (!hasYear(source, line.contentStart, limit)) return null;
    const match = isoTime.exec(source.slice(line.contentStart, limit));
    if (!match) return null;
    from = line.contentStart + match.index + 1;
  }
  const time = reader.read(from, line.contentEnd);
  if (!time || (time.start.date === null && time.start.clock === null)) return null;
  if (time.span.end < line.contentEnd && isWordAt(source, time.span.end)) return null;
  const label = { start: line.contentStart, end: from };
  return { line: line.number, time, textSpan: label, isDay: false, heading: false, zone: null };
}

function isWordAt(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  return code > 127 ? wordCharacter.test(source[at] as string) : (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Four digits in a row. */
function hasYear(source: string, start: number, end: number): boolean {
  let digits = 0;
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at);
    digits = code >= 48 && code <= 57 ? digits + 1 : 0;
    if (digits === 4) return true;
  }
  return false;
}

/** The first column whose name is one of times, or -1. */
function timeColumn(text: SourceText, table: Table): number {
  const header = table.hasHeader ? table.rows[0] : undefined;
  return header ? header.cells.findIndex((cell) => columnsOfTime.has(wordsOf(text.slice(cell).replace(/\(.*\)/, '')))) : -1;
}

/** The rows of a table that has a column of times, or of dates and times apart. */
function readTableRows(text: SourceText, table: Table, reader: TimeReader): TimedRow[] {
  const header = table.hasHeader ? table.rows[0] : undefined;
  const column = timeColumn(text, table);
  const timeCell = column >= 0 ? header?.cells[column] : undefined;
  const zone = timeCell ? zoneIn(text.value, timeCell.start, timeCell.end) : null;
  const rows: TimedRow[] = [];
  for (const row of bodyRows(table)) {
    const found = readCells(row, Math.max(column, 0), reader);
    if (found) rows.push({ line: row.line, time: found.time, textSpan: found.textSpan, isDay: false, heading: false, zone });
  }
  return rows;
}

function readCells(row: TableRow, column: number, reader: TimeReader): { time: TimeExpression; textSpan: Span } | null {
  const last = row.cells[row.cells.length - 1] as Span;
  for (let index = column; index < Math.min(row.cells.length, column + 3); index++) {
    const cell = row.cells[index] as Span;
    const time = reader.read(cell.start, cell.end);
    if (!time) continue;
    const next = row.cells[index + 1];
    if (time.start.clock === null && next) {
      const clock = reader.read(next.start, next.end);
      if (clock && clock.start.date === null) {
        const start: TimePoint = { ...clock.start, date: time.start.date, dateSpan: time.start.dateSpan };
        return { time: { ...clock, span: { start: time.span.start, end: clock.span.end }, start }, textSpan: restOf(row, index + 2, last) };
      }
    }
    return { time, textSpan: restOf(row, index + 1, last) };
  }
  return null;
}

const restOf = (row: TableRow, from: number, last: Span): Span => ({ start: row.cells[from]?.start ?? last.end, end: last.end });

/** A date alone is a day when timed rows follow it before the next date; so is a timed heading over timed rows. */
function markDays(lines: readonly Line[], rows: readonly TimedRow[]): TimedRow[] {
  return rows.map((row, index) => {
    const next = rows[index + 1];
    if (!row.heading && row.time.start.clock !== null) return row;
    if (!next) return row.heading && row.time.start.clock === null && firstBelow(lines, row.line)?.marker != null ? { ...row, isDay: true } : row;
    if (row.heading) {
      if (row.titlesTimeline || row.isDay) return { ...row, isDay: true };
      if (row.time.start.clock === null && firstBelow(lines, row.line)?.marker != null) return { ...row, isDay: true };
      const nested = !next.heading || (lines[next.line] as Line).level > (lines[row.line] as Line).level;
      return { ...row, isDay: nested && (row.time.start.clock === null ? next.time.start.clock !== null || !next.heading : !next.heading) };
    }
    const bare = row.time.start.clock === null && row.time.start.date !== null && row.textSpan.end <= row.textSpan.start;
    // "Tuesday, July 9, 2024. Times are Pacific." over timed rows is their day, an item with a date is an entry
    const isIntroduction = (lines[row.line] as Line).kind === 'prose' && (lines[row.line] as Line).marker === null && row.time.start.date !== null && row.time.start.clock === null;
    return { ...row, isDay: (bare || isIntroduction) && next.time.start.clock !== null && next.time.start.date === null };
  });
}

function firstBelow(lines: readonly Line[], heading: number): Line | undefined {
  let next = heading + 1;
  while (lines[next]?.kind === 'blank' || lines[next]?.kind === 'underline') next++;
  return lines[next];
}

