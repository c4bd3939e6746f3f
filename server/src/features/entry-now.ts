import { parse, type IncidentDocument, type ParseContext } from '../document/document';
import type { Line } from '../document/lines';
import type { Timeline, TimelineEntry } from '../document/timeline';
import { isoTime, localTime, rewriteTime, type LocalTime } from './written-time';

/** The beginning of a timeline entry that happens now, up to where its words begin. */
export interface EntryNow {
  /** The time alone. */
  readonly time: string;
  /** The whole line so far, from its first column on. */
  readonly line: string;
}

export interface EntryNowQuery {
  /** The line (0-based) that it is to take the place of, which holds at most the beginning of an entry. */
  readonly line: number;
  /** In milliseconds since the epoch. */
  readonly now: number;
  /** The IANA name of the zone that counts where the timeline states none. */
  readonly timeZone: string;
  readonly reading: ParseContext;
}

/**
 * The entry that would be written on a line of a timeline now: in the notation and the zone of its other entries, or as
 * `- 2026-03-11 10:15 UTC – ` where there is none yet. Null unless the document, with that entry in it, is read to have it there at this moment.
 */
export function entryNow(document: IncidentDocument, timeline: Timeline | null, query: EntryNowQuery): EntryNow | null {
  for (const written of drafts(document, timeline, query)) if (isReadAs(document, written, query)) return written;
  return null;
}

interface Draft extends EntryNow {
  readonly at: LocalTime;
}

function* drafts(document: IncidentDocument, timeline: Timeline | null, { line, now, timeZone }: EntryNowQuery): Generator<Draft> {
  const models = modelsOf(timeline, line);
  for (const model of models) {
    const at = localTime(now, model.zone, timeZone);
    const draft = at && like(document, model, at);
    if (draft) yield draft;
  }
  if (timeline && timeline.entries.length > 0) return;
  const zone = timeline?.zone ?? document.zone;
  const at = localTime(now, zone, 'UTC');
  if (!at) return;
  const time = zone ? isoTime(at) : `${isoTime(at)} UTC`;
  yield { time, at, line: `- ${time} - ` };
}

/** The entries to write it like, the likest first: the nearest above, then the nearest that states its day, then any. */
function modelsOf(timeline: Timeline | null, line: number): TimelineEntry[] {
  const usable = (timeline?.entries ?? []).filter(({ end, start, time, textSpan }) => end === null && start.second !== null && !time.approximate && textSpan.start >= time.span.end);
  const above = usable.findLast((entry) => entry.line < line) ?? usable[0];
  const dated = usable.findLast((entry) => entry.line < line && entry.time.start.date) ?? usable.find(({ time }) => time.start.date);
  return [...new Set([above, dated].filter((entry) => entry !== undefined))];
}

function like({ text, lines }: IncidentDocument, model: TimelineEntry, at: LocalTime): Draft | null {
  const line = lines[model.line] as Line;
  if (model.time.span.end > line.end) return null;
  const time = rewriteTime(text, model.time, at);
  if (time === null) return null;
  const behind = text.value.slice(model.time.span.end, Math.min(model.textSpan.start, line.end));
  const gap = line.kind === 'row' || behind.endsWith(' ') || behind === '' ? behind : `${behind} `;
  return { time, at, line: `${text.value.slice(line.start, model.time.span.start)}${time}${gap}` };
}

/** Whether the entry, were something written behind it, would be read as one of this very moment. */
function isReadAs(document: IncidentDocument, { line: written, at }: Draft, { line, reading }: EntryNowQuery): boolean {
  const { text } = document;
  const value = `${text.value.slice(0, text.lineStart(line))}${written}x${text.value.slice(text.lineEnd(line))}`;
  const { timelines } = parse(value, { ...reading, stickyKind: document.kind });
  const entry = timelines.flatMap(({ entries }) => entries).find((candidate) => candidate.line === line);
  if (!entry) return false;
  const { day, second, precision } = entry.start;
  return (day === null || day === at.day) && second === (precision === 'second' ? at.second : at.second - (at.second % 60));
}
