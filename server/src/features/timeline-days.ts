import { firstBehind } from '../document/bisection';
import type { IncidentDocument } from '../document/document';
import type { Line } from '../document/lines';
import type { Section } from '../document/sections';
import type { Span } from '../document/text';
import { dateOfDay, isoDay } from '../document/time';
import type { Timeline, TimelineEntry } from '../document/timeline';
import { t } from '../l10n';

/** A run of entries on one day under one heading. Lines are 0-based. */
export interface TimelineDay {
  /** In ISO 8601; as written where its year is not known. */
  readonly name: string;
  /** Where the day is stated, or else the time of its first entry. */
  readonly nameSpan: Span;
  /** From the line that states the day over the entries, or else from the first entry, to the end of the last. */
  readonly span: Span;
  readonly line: number;
  readonly endLine: number;
  readonly entries: readonly TimelineEntry[];
  /** Whether the heading above the entries names the day: then its section is the day already. */
  readonly headed: boolean;
}

interface Run {
  readonly name: string;
  readonly section: Section;
  readonly entries: TimelineEntry[];
  /** The first line that may state the day. */
  readonly from: number;
}

/**
 * The days of a timeline in document order, without those whose entries have no clock: they are days themselves. None where all of it
 * is on one day, or no day has more than one entry.
 */
export function daysOf(document: IncidentDocument, timeline: Timeline): readonly TimelineDay[] {
  const runs = runsOf(document, timeline);
  if (new Set(runs.map(({ name }) => name)).size < 2 || runs.every(({ entries }) => entries.length === 1)) return [];
  return runs.filter(({ entries }) => entries.some(({ start }) => start.second !== null)).map((run) => dayOf(document, run, timeline.section));
}

/** How the day of an entry is named, or null where none is known. */
export function dayName({ text }: IncidentDocument, { start, time }: TimelineEntry): string | null {
  if (start.day !== null) return isoDay(start.day);
  return time.start.dateSpan && text.slice(time.start.dateSpan);
}

function runsOf(document: IncidentDocument, { section: top, entries }: Timeline): Run[] {
  const runs: Run[] = [];
  const lines = new Set(entries.map(({ line }) => line));
  let before = top.bodyLine - 1;
  for (const entry of entries) {
    let section = sectionOver(document, entry.line) ?? top;
    // A heading that is an entry parts no days.
    while (lines.has(section.line)) section = section.parent ?? top;
    const last = runs.at(-1);
    const name = dayName(document, entry) ?? last?.name;
    if (last && last.name === name && last.section === section) last.entries.push(entry);
    else if (name !== undefined) runs.push({ name, section, entries: [entry], from: Math.max(before + 1, section.bodyLine) });
    before = entry.endLine;
  }
  return runs;
}

/** The innermost section under whose heading a line stands. A heading itself stands under the one above it. */
function sectionOver(document: IncidentDocument, line: number): Section | null {
  let section = document.allSections[sectionsBefore(document, line) - 1] ?? null;
  while (section && section.endLine < line) section = section.parent;
  return section;
}

/** The section whose heading an entry is, or null. */
export function headingOf(document: IncidentDocument, { line }: TimelineEntry): Section | null {
  const section = document.allSections[sectionsBefore(document, line)];
  return section?.line === line ? section : null;
}

/** How many headings stand above a line. */
const sectionsBefore = ({ allSections }: IncidentDocument, line: number): number => firstBehind(allSections, (section) => section.line >= line);

function dayOf(document: IncidentDocument, run: Run, top: Section): TimelineDay {
  const { name, entries } = run;
  const first = entries[0] as TimelineEntry;
  // A heading that is an entry reaches as far as its section.
  const endLine = entries.reduce((end, entry) => Math.max(end, headingOf(document, entry)?.endLine ?? entry.endLine), 0);
  const headed = isHeaded(document, run, top);
  const above = headed ? null : lineOfDay(document, run);
  return {
    name,
    nameSpan: above?.span ?? first.time.start.dateSpan ?? first.time.span,
    span: { start: above ? (document.lines[above.line] as Line).contentStart : first.span.start, end: document.text.lineEnd(endLine) },
    line: above?.line ?? first.line,
    endLine,
    entries,
    headed,
  };
}

/** Whether a heading above the entries, below that of the timeline, says which day they are on. */
function isHeaded({ times }: IncidentDocument, { section, entries }: Run, top: Section): boolean {
  const { start, time } = entries[0] as TimelineEntry;
  const date = start.day === null ? time.start.date : dateOfDay(start.day);
  for (let above = section; above !== top && above.parent; above = above.parent) {
    const stated = times.findDate(above.titleSpan.start, above.titleSpan.end)?.date;
    if (stated && stated.month === date?.month && stated.day === date.day) return true;
  }
  return false;
}

/** The line between the entries before and the first of a run that is not a heading and states the day: "Tuesday, July 9, 2024." */
function lineOfDay({ lines, times }: IncidentDocument, { entries, from }: Run): { readonly line: number; readonly span: Span } | null {
  const first = entries[0] as TimelineEntry;
  if (first.dateSource !== 'heading') return null;
  for (let number = first.line - 1; number >= from; number--) {
    const line = lines[number] as Line;
    const time = line.kind === 'heading' || line.kind === 'blank' ? null : times.read(line.contentStart, line.contentEnd);
    if (time?.start.dateSpan) return { line: number, span: time.start.dateSpan };
  }
  return null;
}

/** How many entries a day has, for a person to read. */
export function entryCount(entries: number): string {
  return entries === 1 ? t('1 entry') : t('{0} entries', entries);
}
