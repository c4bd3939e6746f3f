import type { IncidentDocument } from '../../document/document';
import type { Line } from '../../document/lines';
import { tableOver, type Table } from '../../document/tables';
import type { Zone } from '../../document/time';
import { TimeReader } from '../../document/time-reader';
import type { Timeline, TimelineEntry } from '../../document/timeline';
import { mostUsed } from '../most-used';
import { rowWriter } from './table-notation';
import type { RowWriter } from './table-notation';
import { dateLike, plainStyle, timeStyleOf, writeTime, writtenDate } from './time-style';
import type { TimeStyle, WrittenDate } from './time-style';

/** An entry in the zone of the timeline. */
export interface LocalEntry {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Seconds since midnight. */
  readonly second: number;
  readonly precision: 'minute' | 'second';
  readonly author: string | null;
  readonly text: string;
}

/** How a timeline writes its entries. */
export interface Notation {
  /** The zone that its times are in; null where it states none. */
  readonly zone: Zone | null;
  /** Whether every entry states its date. */
  readonly isDated: boolean;
  readonly hasSeconds: boolean;
  /** Whether blank lines stand between the entries. */
  readonly isLoose: boolean;
  /** Its lines, without their endings. `number`: its place in a list that counts. */
  write(entry: LocalEntry, withDate: boolean, number: number): string[];
}

const leads = /^[ \t]*(?:#{1,6} +|[-*+•◦–·●][ \t]+|0[.)][ \t]+)?[*_`[("]*$/;
const utc: Zone = { text: 'UTC', span: { start: 0, end: 0 }, offset: 0 };

interface Model {
  readonly entry: TimelineEntry;
  readonly style: TimeStyle;
  /** The columns, where it is a row of a table. */
  readonly row: RowWriter | null;
  /** What ends its line: the blanks of a hard break. */
  readonly end: string;
  /** Whether its line states the time alone, as a heading of the words below it. */
  readonly isHeading: boolean;
}

/** How the entries of a timeline are written: as most of them are, or in the document's general notation where there is none. Null where none can be followed. */
export function notationOf(document: IncidentDocument, timeline: Timeline): Notation | null {
  if (timeline.entries.length === 0) return ofEmpty(document, timeline, timeline.zone);
  const models = timeline.entries.flatMap((entry) => modelOf(document, entry) ?? []);
  // of several kinds, that of the last
  const model = mostUsed(models.toReversed(), ({ style, row, end }) => JSON.stringify([style, row?.timeCell === undefined, end]));
  if (!model) return null;
  const { value } = document.text;
  const { style } = model;
  const alike = models.filter((other) => other.style.date !== null || other.row?.hasDateColumn);
  const dates = alike.flatMap(({ entry }) => writtenDate(value, entry) ?? []);
  const padded = isPadded(models.map(({ entry: { time } }) => value.slice(time.start.clockSpan?.start, time.start.clockSpan?.end)), style.clock.half !== null);
  return notation({
    zone: model.entry.zone, style, dates, padded, row: model.row, end: model.end, isHeading: model.isHeading,
    isDated: style.date !== null || (model.row?.hasDateColumn ?? false), isLoose: isLoose(document, timeline.entries),
  });
}

interface Parts {
  readonly zone: Zone | null;
  readonly style: TimeStyle;
  readonly dates: readonly WrittenDate[];
  readonly padded: boolean;
  readonly row: RowWriter | null;
  readonly end: string;
  readonly isHeading: boolean;
  readonly isDated: boolean;
  readonly isLoose: boolean;
}

function notation({ zone, style, dates, padded, row, end, isHeading, isDated, isLoose: loose }: Parts): Notation {
  return {
    zone, isDated, hasSeconds: style.clock.seconds, isLoose: loose,
    write({ day, second, precision, author, text }, withDate, number) {
      const date = withDate ? dateLike(dates, day) : null;
      const time = writeTime(style, row?.hasDateColumn ? null : date, second, padded, precision === 'second');
      if (row) return [row.write({ time, date: date ?? '', author, text: unlikeTime(text) })];
      const words = author === null ? unlikeTime(text) : `${author}: ${text}`;
      return isHeading ? [time, '', words] : [time.replace(countedLead, `$1${number}`) + words + end];
    },
  };
}

/** A list's number in the lead of a style, where 0 stands for any. */
const countedLead = /^([ \t]*)0(?=[.)])/;

/** The number in front of an entry of a numbered list; null elsewhere. */
export function numberOf({ text, lines }: IncidentDocument, { line }: TimelineEntry): number | null {
  const { marker, start, contentStart } = lines[line] as Line;
  return marker === 'number' ? Number.parseInt(text.value.slice(start, contentStart), 10) : null;
}

/** Words that begin with a time would be read with the time of the entry: they are quoted. */
function unlikeTime(text: string): string {
  return /^[\d~≈-]/.test(text) || new TimeReader(text).read(0, Math.min(text.length, 60)) ? `“${text}”` : text;
}

function modelOf(document: IncidentDocument, entry: TimelineEntry): Model | null {
  const { value } = document.text;
  const line = document.lines[entry.line] as Line;
  const { textSpan, time } = entry;
  if (line.kind === 'row') {
    const table = tableOver(document.tables, entry.line);
    const row = table && rowWriter(document, table, entry);
    const style = row && timeStyleOf(value, row.hasDateColumn ? withoutDate(entry) : entry, row.timeCell);
    return style ? { entry, style, row, end: '', isHeading: false } : null;
  }
  const isHeading = line.kind === 'heading' && textSpan.end <= textSpan.start;
  if (line.checkbox >= 0 || textSpan.start < time.span.end || time.span.end > line.end) return null;
  const written = timeStyleOf(value, entry, { start: line.start, end: isHeading ? line.contentEnd : Math.min(textSpan.start, line.end) });
  const style = written && { ...written, lead: line.marker === 'number' ? written.lead.replace(/\d+/, '0') : written.lead, tail: isHeading ? written.tail : gapped(written.tail, entry) };
  if (!style || !leads.test(style.lead) || /\w/.test(style.tail) || (style.tail === '' && !isHeading)) return null;
  return { entry, style, row: null, end: /(?: {2,}|\\)?$/.exec(value.slice(line.start, line.end))?.[0] ?? '', isHeading };
}

/** What stands between a time and the words: a blank too where there are no words yet. */
const gapped = (tail: string, { textSpan }: TimelineEntry): string => (textSpan.end <= textSpan.start && !tail.endsWith(' ') ? `${tail} ` : tail);

/** An entry whose date stands in a cell of its own. */
function withoutDate(entry: TimelineEntry): TimelineEntry {
  const { start } = entry.time;
  const span = { start: start.clockSpan?.start ?? entry.time.span.start, end: entry.time.span.end };
  return { ...entry, zone: null, text: '', milestones: [], marked: [], time: { ...entry.time, span, start: { ...start, date: null, dateSpan: null } } };
}

function isPadded(clocks: readonly string[], twelveHours: boolean): boolean {
  if (clocks.some((clock) => /^0\d/.test(clock))) return true;
  return clocks.some((clock) => /^\d:/.test(clock)) ? false : !twelveHours;
}

function isLoose({ lines }: IncidentDocument, entries: readonly TimelineEntry[]): boolean {
  const gaps = entries.flatMap(({ line }, index) => (index > 0 ? [lines.slice((entries[index - 1] as TimelineEntry).endLine + 1, line)] : [])).filter((gap) => gap.every(({ kind }) => kind === 'blank'));
  return gaps.length > 0 ? gaps.filter((gap) => gap.length > 0).length * 2 > gaps.length : lines[entries[0]?.line ?? 0]?.kind === 'heading';
}

/** Items, or rows where the timeline is a table that has none yet. `stated`: the zone that holds there, without which every entry states its own. */
export function ofEmpty(document: IncidentDocument, timeline: Timeline | null, stated: Zone | null): Notation {
  const { text: { value }, lines } = document;
  const table = timeline && emptyTable(document, timeline);
  const row = table ? rowWriter(document, table, null) : null;
  const bullet = lines.find(({ marker, kind, contentStart, checkbox }) => marker === 'bullet' && kind === 'item' && checkbox < 0 && contentStart > 0);
  const mark = bullet ? (/[-*+•◦–·●]/.exec(value.slice(bullet.start, bullet.contentStart))?.[0] ?? '-') : '-';
  const dash = value.includes(' – ') ? ' – ' : ' - ';
  const style = plainStyle(stated ? null : utc, row ? '' : `${mark} `, row ? '' : dash);
  return notation({ zone: stated ?? utc, style, dates: [], padded: true, row, end: '', isHeading: false, isDated: true, isLoose: false });
}

/** The table of a timeline that has a header and no row. */
export function emptyTable({ tables }: IncidentDocument, { section }: Timeline): Table | undefined {
  return tables.find(({ line, hasHeader, rows }) => hasHeader && rows.length === 1 && line >= section.bodyLine && line <= section.endLine);
}
