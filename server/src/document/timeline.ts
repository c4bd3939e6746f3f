import { isTwelveHours, zoneIn } from './anchors';
import type { Anchors } from './anchors';
import type { Line } from './lines';
import { milestonesIn } from './milestones';
import type { Section } from './sections';
import type { Table } from './tables';
import { dayNumber } from './time';
import type { CivilDate, Clock, Moment, TimeExpression, TimePoint, Zone } from './time';
import type { TimeReader } from './time-reader';
import type { SourceText, Span } from './text';
import type { MilestoneKey } from './vocabulary';
import type { Roles } from './roles';
import { isTimedList, readRows } from './timeline-rows';
import type { TimedRow } from './timeline-rows';
import { plainText } from './words';

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

const DAY = 86_400;
const EVENING = 18 * 3600;
const MORNING = 9 * 3600;
const HALF_DAY = 12 * 3600;
/** Entries may stray from their heading's range by two hours. */
const SLACK = 2 * 3600;

/** Reads every timeline section of a document. */
export function readTimelines(
  text: SourceText, lines: readonly Line[], sections: readonly Section[], tables: readonly Table[], reader: TimeReader, anchors: Anchors, roles: Roles,
): Timeline[] {
  const timelines: Timeline[] = [];
  for (const section of timelineSections(text, lines, sections, reader)) {
    const { rows, unread } = readRows(text, lines, section, tables, reader, roles);
    const newestFirst = runsBackwards(rows);
    const stated = (): Zone | null => zoneIn(text.value, section.titleSpan.start, section.titleSpan.end) ?? anchors.zoneInSentence(section.bodyLine, section.endLine);
    const twelveHours = (): boolean => rows.some((row) => isTwelveHours(text.slice(row.time.span)));
    const zones = new ZoneOfTimeline(() => stated() ?? onlyZone(rows) ?? anchors.zoneOfTimeline(twelveHours()));
    const whole = new ZoneOfTimeline(() => stated() ?? anchors.zoneOfTimeline(twelveHours()));
    const entries = resolve(text, lines, section, rows, newestFirst, zones, anchors);
    timelines.push({ section, entries, newestFirst, unread, get zone() { return whole.zone; } });
  }
  return timelines;
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

/** The top-most sections that name a timeline or are one, in document order. Plans are none. */
function timelineSections(text: SourceText, lines: readonly Line[], sections: readonly Section[], reader: TimeReader, found: Section[] = []): Section[] {
  for (const section of sections) {
    if (section.roles.includes('timeline')) found.push(section);
    else if (section.roles.includes('actions')) continue;
    else if (isTimedList(text, lines, section, reader)) found.push(section);
    else timelineSections(text, lines, section.children, reader, found);
  }
  return found;
}

/** Looks for the zone of a whole timeline, once, when an entry without one of its own is asked for it. */
class ZoneOfTimeline {
  private readonly find: () => Zone | null;
  private found: Zone | null | undefined;

  constructor(find: () => Zone | null) {
    this.find = find;
  }

  get zone(): Zone | null {
    if (this.found === undefined) this.found = this.find();
    return this.found;
  }
}

/** An entry whose words are read when somebody asks for them. */
class Entry implements TimelineEntry {
  readonly line: number;
  readonly endLine: number;
  readonly span: Span;
  readonly time: TimeExpression;
  readonly start: Moment;
  readonly end: Moment | null;
  readonly dateSource: TimelineEntry['dateSource'];
  readonly textSpan: Span;
  private readonly source: SourceText;
  private readonly nearest: Zone | null;
  private readonly timeline: ZoneOfTimeline;
  private words: string | undefined;
  private evidence: readonly MilestoneKey[] | undefined;

  constructor(
    source: SourceText, row: TimedRow, endLine: number, span: Span, start: Moment, end: Moment | null, dateSource: TimelineEntry['dateSource'],
    nearest: Zone | null, timeline: ZoneOfTimeline,
  ) {
    this.source = source;
    this.line = row.line;
    this.endLine = endLine;
    this.span = span;
    this.time = row.time;
    this.start = start;
    this.end = end;
    this.dateSource = dateSource;
    this.textSpan = row.textSpan;
    this.nearest = nearest;
    this.timeline = timeline;
  }

  get zone(): Zone | null {
    return this.nearest ?? this.timeline.zone;
  }

  get text(): string {
    return (this.words ??= plainText(this.source.slice(this.textSpan)));
  }

  get milestones(): readonly MilestoneKey[] {
    return (this.evidence ??= milestonesIn(this.source.slice(this.textSpan)));
  }
}

function resolve(
  text: SourceText, lines: readonly Line[], section: Section, rows: readonly TimedRow[], newestFirst: boolean, zones: ZoneOfTimeline, anchors: Anchors,
): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  let day: number | null = null;
  let source: TimelineEntry['dateSource'] = null;
  let year: number | null = null;
  let swapped = 0;
  let second: number | null = null;
  let headingZone: Zone | null = null;
  let heading: TimeExpression | null = null;
  let last: { readonly start: Moment; readonly zone: Zone | null } | null = null;
  rows.forEach((row, index) => {
    const { time } = row;
    const own = time.start.date;
    if (own) {
      year = own.year ?? year ?? anchors.year();
      const found = year === null ? null : dayNumber(year, own.month, own.day);
      if (found !== null && own.year === null && day !== null && !newestFirst && found < day - 180) day = dayNumber((year as number) + 1, own.month, own.day);
      else day = found;
      source = row.isDay ? 'heading' : 'entry';
      swapped = daysToOtherReading(own, year);
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
    const zone = time.zone ?? row.zone ?? headingZone;
    if (!own && clock !== null && day !== null && last && !newestFirst) day = dayInZone(last, day, clock, zone);
    const precision = time.start.clock?.precision ?? 'day';
    const start: Moment = day !== null && swapped !== 0 ? { day, second: clock, precision, otherDay: day + swapped } : { day, second: clock, precision };
    const end = time.end ? resolveEnd(time.end, start, year) : null;
    const endLine = lastLineOf(lines, section, row, rows[index + 1]);
    const firstLine = lines[row.line] as Line;
    const span = { start: firstLine.start + (firstLine.kind === 'heading' ? 0 : leading(text, firstLine)), end: (lines[endLine] as Line).end };
    entries.push(new Entry(text, row, endLine, span, start, end, day === null ? null : source, zone, zones));
    if (clock !== null) last = { start, zone };
    if (source === 'entry' || source === 'heading') source = own && !row.isDay ? 'previous' : source;
    if (clock !== null) second = clock;
    if (end?.day != null && end.second !== null && !time.end?.date && end.day > (day ?? end.day)) second = clock;
  });
  return entries;
}

/** How many days later a date is with its day and month the other way round; 0 where it can only be read one way. */
function daysToOtherReading({ ambiguous, month, day }: CivilDate, year: number | null): number {
  if (!ambiguous || year === null) return 0;
  return (dayNumber(year, day, month) ?? 0) - (dayNumber(year, month, day) ?? 0);
}

/**
 * The day of a clock that is written in another zone than the one before: the one on which it comes next. After 04:00 SGT,
 * 21:35 BST is the evening of the day before.
 */
function dayInZone(last: { readonly start: Moment; readonly zone: Zone | null }, day: number, clock: number, zone: Zone | null): number {
  const [from, to] = [last.zone?.offset, zone?.offset];
  if (from == null || to == null || from === to || last.start.day === null || last.start.second === null) return day;
  const before = last.start.day * DAY + last.start.second - from * 60;
  const same = last.start.day * DAY + clock - to * 60;
  return last.start.day + Math.ceil((before - same) / DAY);
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
