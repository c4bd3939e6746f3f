import { hasHalfOfDay, zoneIn } from './anchors';
import type { Anchors } from './anchors';
import { EntryResolver } from './entry-resolver';
import type { Line } from './lines';
import type { Section } from './sections';
import type { Table } from './tables';
import type { Moment, TimeExpression, Zone } from './time';
import type { TimeReader } from './time-reader';
import type { SourceText, Span } from './text';
import type { MilestoneKey } from './vocabulary';
import type { Roles } from './roles';
import { isTimedList, isTimedParts, readRows } from './timeline-rows';
import type { TimedRow } from './timeline-rows';
import { ZoneOfTimeline } from './timeline-entry';

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
  /** The milestones that the entry is marked as, or that its words are evidence of. */
  readonly milestones: readonly MilestoneKey[];
  /** Those of them that it is marked as. */
  readonly marked: readonly MilestoneKey[];
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

/** A class, as an object literal with a getter is a dictionary, in which every property takes long to look up. */
class TimelineOfSection implements Timeline {
  readonly section: Section;
  readonly entries: readonly TimelineEntry[];
  readonly newestFirst: boolean;
  readonly unread: number;
  readonly #zone: ZoneOfTimeline;

  constructor(section: Section, entries: readonly TimelineEntry[], newestFirst: boolean, unread: number, zone: ZoneOfTimeline) {
    this.section = section;
    this.entries = entries;
    this.newestFirst = newestFirst;
    this.unread = unread;
    this.#zone = zone;
  }

  get zone(): Zone | null {
    return this.#zone.zone;
  }
}

/** Reads every timeline section of a document. */
export function readTimelines(
  text: SourceText, lines: readonly Line[], sections: readonly Section[], tables: readonly Table[], reader: TimeReader, anchors: Anchors, roles: Roles,
): Timeline[] {
  const timelines: Timeline[] = [];
  for (const section of timelineSections(text, lines, sections, tables, reader)) {
    const { rows, unread } = readRows(text, lines, section, tables, reader, roles);
    const newestFirst = runsBackwards(rows);
    const stated = (): Zone | null => zoneIn(text.value, section.titleSpan.start, section.titleSpan.end) ?? anchors.zoneInSentence(section.bodyLine, section.endLine) ?? anchors.zoneAtStart(section.bodyLine, section.endLine);
    const twelveHours = (): boolean => rows.some((row) => hasHalfOfDay(text.slice(row.time.span)));
    const zones = new ZoneOfTimeline(() => stated() ?? onlyZone(rows) ?? anchors.zoneOfTimeline(twelveHours));
    const whole = new ZoneOfTimeline(() => stated() ?? anchors.zoneOfTimeline(twelveHours));
    const ofDays = new ZoneOfTimeline(() => stated() ?? (areMostlyZoned(rows) ? onlyZone(rows) : null) ?? anchors.zoneOfTimeline(twelveHours));
    const entries = new EntryResolver(text, lines, section, newestFirst, zones, ofDays, anchors).resolve(rows);
    timelines.push(new TimelineOfSection(section, entries, newestFirst, unread, whole));
  }
  return timelines;
}

/** Whether most rows state a zone: then it is that of the days between them as well. */
const areMostlyZoned = (rows: readonly TimedRow[]): boolean => rows.filter(({ time }) => time.zone).length * 2 > rows.length;

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

/** What a section holds says its role where its words say none: the tree is still being made. Days and moments have no role. */
function nameAsTimeline(lines: readonly Line[], section: Section, reader: TimeReader): void {
  const { contentStart, contentEnd } = lines[section.line] as Line;
  if (section.roles.length > 0 || section.isField || reader.read(contentStart, contentEnd)) return;
  (section as { roles: Section['roles'] }).roles = ['timeline'];
}

/** The top-most sections that name a timeline or are one, in document order. Plans are none. */
function timelineSections(text: SourceText, lines: readonly Line[], sections: readonly Section[], tables: readonly Table[], reader: TimeReader, found: Section[] = []): Section[] {
  for (const section of sections) {
    if (section.roles.includes('timeline')) found.push(section);
    else if (section.roles.includes('actions')) continue;
    else if (isTimedList(text, lines, section, tables, reader) || isTimedParts(text, lines, section, reader)) {
      nameAsTimeline(lines, section, reader);
      found.push(section);
    }
    else timelineSections(text, lines, section.children, tables, reader, found);
  }
  return found;
}
