import type { IncidentDocument } from '../document/document';
import type { Line } from '../document/lines';
import { absolute } from '../document/milestones';
import type { Span } from '../document/text';
import { dayNumber, type Moment, type TimeExpression, type TimePoint, type Zone } from '../document/time';
import { isDateWord } from '../document/time-patterns';
import type { TimelineEntry } from '../document/timeline';
import { offsetOn } from '../document/zone';

/** A time of day that is written somewhere. */
export interface StatedTime {
  readonly span: Span;
  /** The same for two times that are the same instant. */
  readonly instant: string;
  /** Whether it is that of an entry or of a fact, and not in the middle of words. */
  readonly stated: boolean;
}

/** Every time of day of which it is known on which day it was, in document order; both ends of ranges. */
export function* statedTimes(document: IncidentDocument): Generator<StatedTime> {
  const entries = new Map(document.timelines.flatMap((timeline) => timeline.entries.map((entry) => [entry.line, entry])));
  const values = new Set(document.fields.map(({ valueSpan }) => valueSpan.start));
  const zones = document.timelines.map((timeline) => timeline.zone);
  const zone = zones.every((other) => other?.text === zones[0]?.text) ? (zones[0] ?? null) : null;
  const lent = { day: onlyDay(document), zone };
  let entry: TimelineEntry | undefined;
  for (const line of document.lines) {
    if (line.kind === 'blank' || line.kind === 'code' || line.kind === 'comment') continue;
    const own = entries.get(line.number);
    if (own) yield* timesOf(own);
    entry = own ?? (entry && entry.endLine >= line.number ? entry : undefined);
    const around = entry ? { ...lent, zone: entry.zone ?? zone } : lent;
    for (const time of timesIn(document, line, own?.time.span, around)) yield { ...time, stated: values.has(time.span.start) };
  }
}

interface Lent {
  readonly day: number | null;
  readonly zone: Zone | null;
}

function* timesOf({ time, start, end, zone }: TimelineEntry): Generator<StatedTime> {
  const [first, last] = spansOf(time);
  const from = instantOf(start, zone);
  if (from !== null) yield { span: first, instant: from, stated: true };
  const to = end && instantOf(end, zone);
  if (last && to) yield { span: last, instant: to, stated: true };
}

/** The times in a line but that of its entry. A date holds for the times behind it. */
function* timesIn({ text: { value }, times }: IncidentDocument, line: Line, but: Span | undefined, lent: Lent): Generator<Omit<StatedTime, 'stated'>> {
  let { day } = lent;
  for (let at = line.contentStart; at < line.contentEnd; at++) {
    if (but && at >= but.start && at < but.end) at = but.end;
    if (!mayBegin(value, at)) continue;
    const time = times.read(at, line.contentEnd);
    if (!time) continue;
    day = dayOf(time.start) ?? day;
    const zone = time.zone ?? lent.zone;
    const [first, last] = spansOf(time);
    const from = instantOf({ day, second: time.start.clock?.second ?? null }, zone);
    if (from !== null) yield { span: first, instant: from };
    const to = time.end && instantOf({ day: dayOf(time.end) ?? day, second: time.end.clock?.second ?? null }, zone);
    if (last && to) yield { span: last, instant: to };
    at = Math.max(at, time.span.end - 1);
  }
}

function mayBegin(value: string, at: number): boolean {
  const code = value.charCodeAt(at);
  const isDigit = code >= 48 && code <= 57;
  return (isDigit || isDateWord(value, at)) && !/[\w.:/-]/.test(value[at - 1] ?? ' ');
}

/** The start with its date, and the end where there is one. */
function spansOf({ span, start, end }: TimeExpression): [Span, Span | null] {
  const last = end && (end.dateSpan ?? end.clockSpan);
  if (!end?.clockSpan || !last || !start.clockSpan) return [span, null];
  return [{ start: span.start, end: start.clockSpan.end }, { start: last.start, end: end.clockSpan.end }];
}

function dayOf({ date }: TimePoint): number | null {
  return date && date.year !== null ? dayNumber(date.year, date.month, date.day) : null;
}

/** Comparable where both are: by UTC where the zone is known, else within a zone of the same name. */
function instantOf({ day, second }: Pick<Moment, 'day' | 'second'>, zone: Zone | null): string | null {
  if (day === null || second === null) return null;
  const known = zone && offsetOn(zone, day) !== null;
  return known ? `${absolute({ day, second, precision: 'second' }, zone)}` : `${day}T${second} ${zone?.text ?? ''}`;
}

/** The day of a document all of whose entries are of one: a time without a date can be of no other. */
function onlyDay({ day, timelines }: IncidentDocument): number | null {
  const days = new Set(timelines.flatMap(({ entries }) => entries.flatMap(({ start, end }) => [start.day, ...(end ? [end.day] : [])])));
  if (days.size === 0) return day;
  return days.size === 1 ? ([...days][0] as number | null) : null;
}
