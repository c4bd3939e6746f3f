import { zoneIn } from './anchors';
import type { Anchors } from './anchors';
import type { Line } from './lines';
import type { Section } from './sections';
import { dayNumber, daysToOtherReading, momentOn, passesMidnight } from './time';
import type { Clock, CivilDate, Moment, TimeExpression, TimePoint, Zone } from './time';
import { Entry } from './timeline-entry';
import type { ZoneOfTimeline } from './timeline-entry';
import type { TimelineEntry } from './timeline';
import type { TimedRow } from './timeline-rows';
import type { SourceText } from './text';

const DAY = 86_400;
const HALF_DAY = 12 * 3600;
/** Entries may stray from their heading's range by two hours. */
const SLACK = 2 * 3600;

/**
 * Makes entries of a timeline's rows in document order: each inherits the date, the year and the zone that the rows and headings
 * above it have stated, and midnight is crossed where the clock falls from evening to early morning.
 */
export class EntryResolver {
  private readonly text: SourceText;
  private readonly lines: readonly Line[];
  private readonly section: Section;
  private readonly newestFirst: boolean;
  /** The zone of times, which the rows may agree on, and of days, which only the timeline as a whole can state. */
  private readonly ofTimes: ZoneOfTimeline;
  private readonly ofDays: ZoneOfTimeline;
  private readonly anchors: Anchors;
  /** The date in force, how many days later it may be too, and where it comes from. */
  private day: number | null = null;
  private shift = 0;
  /** Whether the last entry stated that date for itself. */
  private isOwn = false;
  private foundDay: number | null | undefined;
  private source: TimelineEntry['dateSource'] = null;
  private year: number | null = null;
  /** The last clock of the day, in seconds since midnight. */
  private second: number | null = null;
  /** The zone and the range of times that the heading above states. */
  private headingZone: Zone | null = null;
  private heading: TimeExpression | null = null;
  private last: { readonly start: Moment; readonly zone: Zone | null } | null = null;

  constructor(text: SourceText, lines: readonly Line[], section: Section, newestFirst: boolean, ofTimes: ZoneOfTimeline, ofDays: ZoneOfTimeline, anchors: Anchors) {
    this.text = text;
    this.lines = lines;
    this.section = section;
    this.newestFirst = newestFirst;
    this.ofTimes = ofTimes;
    this.ofDays = ofDays;
    this.anchors = anchors;
  }

  resolve(rows: readonly TimedRow[]): TimelineEntry[] {
    const entries: TimelineEntry[] = [];
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] as TimedRow;
      this.enterDate(row);
      if (row.heading) this.enterHeading(row);
      if (!row.isDay) entries.push(this.entryOf(row, rows[index + 1]));
    }
    return entries;
  }

  /** Takes the date of a row, or the document's for the first that has none. */
  private enterDate({ time, isDay }: TimedRow): void {
    const date = time.start.date;
    if (!date && (this.isOwn || this.day === null) && this.statedDay !== null) {
      this.day = this.statedDay;
      this.shift = 0;
      this.source = 'document';
      this.second = null;
    } else if (date) {
      this.year = date.year ?? this.year ?? this.anchors.year();
      this.day = this.dayOf(date, this.year);
      this.shift = daysToOtherReading(date, this.year);
      this.source = isDay ? 'heading' : 'entry';
      this.second = null;
      if (isDay) this.last = null;
    } else if (this.day === null && this.source === null) {
      this.day = this.anchors.day();
      this.shift = this.anchors.dayShift();
      this.source = this.day === null ? null : 'document';
    }
    this.isOwn = date !== null && !isDay;
  }

  /** The day that a sentence of the timeline gives to rows without one. */
  private get statedDay(): number | null {
    if (this.foundDay === undefined) this.foundDay = this.anchors.dayInSentence(this.section.bodyLine, this.section.endLine);
    return this.foundDay;
  }

  /** A date without a year that lies half a year before the last one is of the next year. */
  private dayOf(date: CivilDate, year: number | null): number | null {
    const day = year === null ? null : dayNumber(year, date.month, date.day);
    const isNext = day !== null && date.year === null && this.day !== null && !this.newestFirst && day < this.day - 180;
    return isNext ? dayNumber((year as number) + 1, date.month, date.day) : day;
  }

  private enterHeading({ time, isDay, textSpan }: TimedRow): void {
    this.heading = isDay && time.end?.clock ? time : null;
    this.headingZone = time.zone ?? zoneIn(this.text.value, textSpan.start, textSpan.end) ?? (isDay ? this.headingZone : null);
  }

  private entryOf(row: TimedRow, next: TimedRow | undefined): TimelineEntry {
    const { time } = row;
    const states = time.start.date !== null;
    const clock = inHalfOf(this.heading, time.start.clock);
    const zone = time.zone ?? row.zone ?? this.headingZone;
    if (!states && clock !== null) this.crossMidnight(clock.second, zone);
    const start = momentOn(this.day, clock, this.shift);
    const end = time.end ? resolveEnd(time.end, start, this.year) : null;
    const endLine = lastLineOf(this.lines, this.section, row, next);
    const first = this.lines[row.line] as Line;
    const span = { start: first.start + (first.kind === 'heading' ? 0 : leading(this.text, first)), end: (this.lines[endLine] as Line).end };
    const entry = new Entry(this.text, row, endLine, span, start, end, this.day === null ? null : this.source, zone, clock === null ? this.ofDays : this.ofTimes);
    if (states) this.source = 'previous';
    if (clock !== null) {
      this.last = { start, zone };
      this.second = clock.second;
    }
    return entry;
  }

  private crossMidnight(clock: number, zone: Zone | null): void {
    if (this.day === null || this.newestFirst) return;
    if (this.second !== null && passesMidnight(this.second, clock)) {
      this.day++;
      this.source = 'previous';
    }
    if (this.last) this.day = dayInZone(this.last, this.day, clock, zone);
  }
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

/** A 12-hour time without its half, under a heading such as "1:42-1:59 PM", is the one within the heading's range. */
function inHalfOf(heading: TimeExpression | null, clock: Clock | null): Clock | null {
  if (!clock) return null;
  const from = heading?.start.clock?.second;
  const to = heading?.end?.clock?.second;
  if (from === undefined || to === undefined || clock.second >= from || clock.second >= HALF_DAY) return clock;
  const later = clock.second + HALF_DAY;
  return later >= from - SLACK && later <= to + SLACK ? { ...clock, second: later } : clock;
}

const leading = (text: SourceText, line: Line): number => {
  let at = line.start;
  while (at < line.end && ' \t\ufeff'.includes(text.value[at] as string)) at++;
  return at - line.start;
};

function resolveEnd({ date, clock }: TimePoint, start: Moment, year: number | null): Moment {
  if (date) {
    const full = date.year ?? year;
    return momentOn(full === null ? null : dayNumber(full, date.month, date.day), clock, daysToOtherReading(date, full));
  }
  const crosses = clock !== null && start.second !== null && passesMidnight(start.second, clock.second);
  const shift = start.otherDay === undefined || start.day === null ? 0 : start.otherDay - start.day;
  return momentOn(start.day === null ? null : start.day + (crosses ? 1 : 0), clock, shift);
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
