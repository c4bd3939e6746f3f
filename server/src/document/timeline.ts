import { zoneIn } from './anchors';
import type { Anchors } from './anchors';
import type { Line } from './lines';
import { milestonesIn } from './milestones';
import { sectionsWithRole } from './sections';
import type { Section } from './sections';
import type { Table, TableRow } from './tables';
import { dayNumber } from './time';
import type { Clock, Moment, TimeExpression, TimePoint, TimeReader, Zone } from './time';
import type { SourceText, Span } from './text';
import { phrases, timeColumns } from './vocabulary';
import type { MilestoneKey } from './vocabulary';
import { plainText, wordsOf } from './words';

/** A dated or timed event. Lines are 0-based. */
export interface TimelineEntry {
  readonly line: number;
  /** The last line of the entry with its continuation lines and nested details. */
  readonly endLine: number;
  /** From the entry's first character (its list marker included) to the end of `endLine`. */
  readonly span: Span;
  /** Date, time, range and zone as written. */
  readonly time: TimeExpression;
  readonly start: Moment;
  readonly end: Moment | null;
  /** The nearest zone that covers the entry. */
  readonly zone: Zone | null;
  /** Where the date comes from; null where there is none. */
  readonly dateSource: 'entry' | 'heading' | 'previous' | 'document' | null;
  /** What happened: the text behind the time, without markup. */
  readonly text: string;
  readonly textSpan: Span;
  /** The milestones that the entry's words are evidence of. */
  readonly milestones: readonly MilestoneKey[];
}

/** The timed entries of one timeline section. */
export interface Timeline {
  /** The section that holds the entries. */
  readonly section: Section;
  readonly entries: readonly TimelineEntry[];
  /** The zone that the timeline as a whole states, or null. */
  readonly zone: Zone | null;
  /** True where the entries run from the newest to the oldest. */
  readonly newestFirst: boolean;
  /** Rows that begin like an entry and were not understood. */
  readonly unread: number;
}

/** A row with its time as written, before dates and zones are inherited. */
interface TimedRow {
  readonly line: number;
  readonly time: TimeExpression;
  readonly textSpan: Span;
  /** A date that stands for the rows below it. */
  readonly isDay: boolean;
  readonly heading: boolean;
  readonly zone: Zone | null;
}

const columnsOfTime = new Set(phrases(timeColumns));
const EVENING = 18 * 3600;
const MORNING = 9 * 3600;
const HALF_DAY = 12 * 3600;
/** Entries may stray from their heading's range by two hours. */
const SLACK = 2 * 3600;

/** Reads every timeline section of a document. */
export function readTimelines(
  text: SourceText, lines: readonly Line[], sections: readonly Section[], tables: readonly Table[], reader: TimeReader, anchors: Anchors,
): Timeline[] {
  const timelines: Timeline[] = [];
  for (const section of sectionsWithRole(sections, 'timeline')) {
    const { rows, unread } = readRows(text, lines, section, tables, reader);
    const newestFirst = runsBackwards(rows);
    const zone = zoneIn(text.value, section.titleSpan.start, section.titleSpan.end) ?? anchors.zoneInSentence(section.bodyLine, section.endLine);
    const entries = resolve(text, lines, section, rows, newestFirst, zone ?? onlyZone(rows), anchors);
    timelines.push({ section, entries, zone: zone ?? anchors.zone(), newestFirst, unread });
  }
  return timelines;
}

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
  return (line) => !foreign.some((child) => line >= child.line && line <= child.endLine);
}

function readRows(text: SourceText, lines: readonly Line[], section: Section, tables: readonly Table[], reader: TimeReader): { rows: TimedRow[]; unread: number } {
  const rows: TimedRow[] = [];
  let unread = 0;
  const isOwn = ownLines(section, 'timeline');
  for (let number = section.bodyLine; number <= section.endLine; number++) {
    const line = lines[number] as Line;
    if (!isOwn(number)) continue;
    if (line.kind === 'row') {
      const table = tables.find((candidate) => candidate.line === number);
      if (table) {
        for (const row of readTableRows(text, table, reader)) rows.push(row);
        number = table.endLine;
      }
      continue;
    }
    if (line.kind !== 'item' && line.kind !== 'field' && line.kind !== 'prose' && line.kind !== 'heading') continue;
    const row = readRow(text, line, reader);
    if (row) rows.push(row);
    else if (line.kind === 'item' && /^[*_`[(~\s]*\d{1,4}[:/.-]\d/.test(text.value.slice(line.contentStart, line.contentStart + 16))) unread++;
  }
  return { rows: markDays(lines, rows), unread };
}

const separators = ' \t:-–—|,;.)]*_`';

function readRow(text: SourceText, line: Line, reader: TimeReader): TimedRow | null {
  const time = reader.read(line.contentStart, line.contentEnd);
  if (time) {
    let at = time.span.end;
    const next = text.value[at];
    // "10 May 2023s" and "14:00ish" are words that were cut
    if (next !== undefined && at < line.contentEnd && /[\p{L}\p{N}]/u.test(next)) return null;
    while (at < line.contentEnd && separators.includes(text.value[at] as string)) at++;
    return { line: line.number, time, textSpan: { start: at, end: line.contentEnd }, isDay: false, heading: line.kind === 'heading', zone: null };
  }
  return readLabelFirst(text, line, reader);
}

/** `- First detected: 2023-08-04 09:14` and `- Resolved 2020-02-12 12:07`: the label first, the time last. */
function readLabelFirst(text: SourceText, line: Line, reader: TimeReader): TimedRow | null {
  if (line.kind === 'heading' || (line.kind === 'prose' && line.marker === null)) return null;
  const source = text.value;
  let from = line.colon >= 0 ? line.colon + 1 : -1;
  if (from < 0) {
    const match = /\s(?=\d{4}-\d{1,2}-\d{1,2}[ T]+\d{1,2}:\d{2})/.exec(source.slice(line.contentStart, Math.min(line.contentEnd, line.contentStart + 60)));
    if (!match) return null;
    from = line.contentStart + match.index + 1;
  }
  const time = reader.read(from, line.contentEnd);
  if (!time || (time.start.date === null && time.start.clock === null)) return null;
  if (/[\p{L}\p{N}]/u.test(source[time.span.end] ?? ' ') && time.span.end < line.contentEnd) return null;
  const label = { start: line.contentStart, end: from };
  return { line: line.number, time, textSpan: label, isDay: false, heading: false, zone: null };
}

/** The rows of a table that has a column of times, or of dates and times apart. */
function readTableRows(text: SourceText, table: Table, reader: TimeReader): TimedRow[] {
  const header = table.hasHeader ? table.rows[0] : undefined;
  const column = header ? header.cells.findIndex((cell) => columnsOfTime.has(wordsOf(text.slice(cell).replace(/\(.*\)/, '')))) : -1;
  const timeCell = column >= 0 ? header?.cells[column] : undefined;
  const zone = timeCell ? zoneIn(text.value, timeCell.start, timeCell.end) : null;
  const rows: TimedRow[] = [];
  for (const row of header ? table.rows.slice(1) : table.rows) {
    const found = readCells(row, Math.max(column, 0), reader);
    if (found) rows.push({ ...found, line: row.line, isDay: false, heading: false, zone });
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
    if (!next) return row.heading && row.time.start.clock === null && firstBelow(lines, row.line)?.marker != null ? { ...row, isDay: true } : row;
    if (row.heading) {
      if (row.time.start.clock === null && firstBelow(lines, row.line)?.marker != null) return { ...row, isDay: true };
      const nested = !next.heading || (lines[next.line] as Line).level > (lines[row.line] as Line).level;
      return { ...row, isDay: nested && (row.time.start.clock === null ? next.time.start.clock !== null || !next.heading : !next.heading) };
    }
    const bare = row.time.start.clock === null && row.time.start.date !== null && row.textSpan.end <= row.textSpan.start;
    return { ...row, isDay: bare && next.time.start.clock !== null && next.time.start.date === null };
  });
}

function firstBelow(lines: readonly Line[], heading: number): Line | undefined {
  let next = heading + 1;
  while (lines[next]?.kind === 'blank' || lines[next]?.kind === 'underline') next++;
  return lines[next];
}

/** The zone that the rows agree on, where only some of them state one. */
function onlyZone(rows: readonly TimedRow[]): Zone | null {
  let only: Zone | null = null;
  for (const { time } of rows) {
    if (!time.zone) continue;
    if (only && only.text !== time.zone.text) return null;
    only ??= time.zone;
  }
  return only;
}

/** True where dated rows mostly go back in time. */
function runsBackwards(rows: readonly TimedRow[]): boolean {
  let back = 0;
  let forth = 0;
  let previous: number | null = null;
  for (const { time } of rows) {
    const { date, clock } = time.start;
    if (!date) continue;
    const value = (((date.year ?? 0) * 12 + date.month) * 31 + date.day) * 86_400 + (clock?.second ?? 0);
    if (previous !== null && value < previous) back++;
    else if (previous !== null && value > previous) forth++;
    previous = value;
  }
  return back >= 2 && back > forth * 2;
}

function resolve(
  text: SourceText, lines: readonly Line[], section: Section, rows: readonly TimedRow[], newestFirst: boolean, zone: Zone | null, anchors: Anchors,
): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  let day: number | null = null;
  let source: TimelineEntry['dateSource'] = null;
  let year: number | null = null;
  let second: number | null = null;
  let headingZone: Zone | null = null;
  let heading: TimeExpression | null = null;
  rows.forEach((row, index) => {
    const { time } = row;
    const own = time.start.date;
    if (own) {
      year = own.year ?? year ?? anchors.year();
      const found = year === null ? null : dayNumber(year, own.month, own.day);
      if (found !== null && own.year === null && day !== null && !newestFirst && found < day - 180) day = dayNumber((year as number) + 1, own.month, own.day);
      else day = found;
      source = row.isDay ? 'heading' : 'entry';
      second = null;
    } else if (day === null && source === null) {
      day = anchors.day();
      source = day === null ? null : 'document';
    }
    if (row.heading) heading = row.isDay && time.end?.clock ? time : null;
    if (row.heading) headingZone = time.zone ?? zoneIn(text.value, row.textSpan.start, row.textSpan.end) ?? (row.isDay ? headingZone : null);
    if (row.isDay) return;
    const clock = inHalfOf(heading, time.start.clock);
    if (!own && clock !== null && second !== null && day !== null && !newestFirst && second >= EVENING && clock <= MORNING) {
      day++;
      source = 'previous';
    }
    const start: Moment = { day, second: clock, precision: time.start.clock?.precision ?? 'day' };
    const end = time.end ? resolveEnd(time.end, start, year) : null;
    const endLine = lastLineOf(lines, section, row, rows[index + 1]);
    const firstLine = lines[row.line] as Line;
    entries.push({
      line: row.line, endLine, span: { start: firstLine.start + (firstLine.kind === 'heading' ? 0 : leading(text, firstLine)), end: (lines[endLine] as Line).end },
      time, start, end,
      zone: time.zone ?? row.zone ?? headingZone ?? zone ?? anchors.zone(),
      dateSource: day === null ? null : source,
      text: plainText(text.slice(row.textSpan)), textSpan: row.textSpan,
      milestones: milestonesIn(text.slice(row.textSpan)),
    });
    if (source === 'entry' || source === 'heading') source = own && !row.isDay ? 'previous' : source;
    if (clock !== null) second = clock;
    if (end?.day != null && end.second !== null && !time.end?.date && end.day > (day ?? end.day)) second = clock;
  });
  return entries;
}

/** A 12-hour time without its half, under a heading such as "1:42-1:59 PM", is the one within the heading's range. Seconds since midnight. */
function inHalfOf(heading: TimeExpression | null, clock: Clock | null): number | null {
  if (!clock) return null;
  const from = heading?.start.clock?.second;
  const to = heading?.end?.clock?.second;
  if (from === undefined || to === undefined || clock.second >= from || clock.second >= HALF_DAY) return clock.second;
  const later = clock.second + HALF_DAY;
  return later >= from - SLACK && later <= to + SLACK ? later : clock.second;
}

const leading = (text: SourceText, line: Line): number => {
  let at = line.start;
  while (at < line.end && ' \t\ufeff'.includes(text.value[at] as string)) at++;
  return at - line.start;
};

function resolveEnd(point: TimePoint, start: Moment, year: number | null): Moment {
  const clock = point.clock?.second ?? null;
  const precision = point.clock?.precision ?? 'day';
  if (point.date) {
    const full = point.date.year ?? year;
    return { day: full === null ? null : dayNumber(full, point.date.month, point.date.day), second: clock, precision };
  }
  const crosses = clock !== null && start.second !== null && start.second >= EVENING && clock <= MORNING;
  return { day: start.day === null ? null : start.day + (crosses ? 1 : 0), second: clock, precision };
}

/** An entry reaches to the next row, heading, or for entries in prose to the next blank line. */
function lastLineOf(lines: readonly Line[], section: Section, row: TimedRow, next: TimedRow | undefined): number {
  const first = lines[row.line] as Line;
  if (first.kind === 'row') return row.line;
  const limit = Math.min(section.endLine, next ? next.line - 1 : section.endLine);
  let last = row.line;
  for (let number = row.line + 1; number <= limit; number++) {
    const line = lines[number] as Line;
    if (line.kind === 'heading' || line.kind === 'rule') break;
    if (line.kind === 'blank') {
      const after = lines[number + 1];
      if (first.kind === 'heading') continue;
      if (!after || after.kind === 'blank' || after.indent <= first.indent) break;
      continue;
    }
    if (first.kind !== 'heading' && line.marker !== null && line.indent <= first.indent) break;
    last = number;
  }
  return last;
}
