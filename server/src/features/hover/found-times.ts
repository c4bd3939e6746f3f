import type { IncidentDocument } from '../../document/document';
import type { Dated } from '../../document/milestones';
import type { Span } from '../../document/text';
import type { TimeExpression, TimePoint, Zone } from '../../document/time';
import type { TimelineEntry } from '../../document/timeline';
import { proseLine } from '../../rules/prose';
import { holds } from './query';

/** A time that is written at a place, with what the document lends it. */
export interface FoundTime extends Dated {
  readonly span: Span;
  readonly time: TimeExpression;
  readonly end: Dated['at'] | null;
  /** The entry of a timeline that the time begins. */
  readonly entry: TimelineEntry | null;
}

/** The time at an offset: of an entry, of a field, or in the author's words; null where none stands there for certain. */
export function timeAt(document: IncidentDocument, offset: number): FoundTime | null {
  const entry = document.timelines.flatMap(({ entries }) => entries).find(({ span, time }) => holds(span, offset) && holds(time.span, offset));
  if (entry) return { span: entry.time.span, time: entry.time, at: entry.start, end: entry.end, zone: entry.zone, entry };
  const field = document.fields.find(({ valueSpan }) => holds(valueSpan, offset));
  if (field) return timeIn(document, { ...field.valueSpan, words: document.text.slice(field.valueSpan) }, offset, document.zone);
  const line = proseLine(document, document.text.lineAt(offset));
  const around = line && document.timelines.flatMap(({ entries }) => entries).find(({ span }) => holds(span, offset));
  return line && timeIn(document, line, offset, around ? around.zone : document.zone);
}

/** The time that holds an offset in a stretch of text, whose words have blanks in place of what is no words. */
function timeIn(document: IncidentDocument, { start, words }: { readonly start: number; readonly words: string }, offset: number, lent: Zone | null): FoundTime | null {
  const { times, text } = document;
  let date: TimePoint | null = null;
  for (let at = 0; at < words.length && start + at <= offset; at++) {
    if (!/[\p{L}\p{N}~≈]/u.test(words[at] as string) || /[\p{L}\p{N}_.:/-]/u.test(words[at - 1] ?? ' ')) continue;
    const time = times.read(start + at, start + words.trimEnd().length);
    if (!time || !isPlain(text.slice(time.span), time)) continue;
    if (holds(time.span, offset)) return resolved(document, time, date, lent);
    if (time.start.date) date = time.start;
    at = Math.max(at, time.span.end - start - 1);
  }
  return null;
}

/** Whether words are a time and no fraction, number or verb: "1/2", "24/7" and "may 5" are none. */
function isPlain(written: string, { start: { date, clock } }: TimeExpression): boolean {
  return clock !== null || (date !== null && (date.year !== null || /^\p{Lu}|^\d{1,2}\S{0,2} \p{Lu}/u.test(written)));
}

/** With the date that stands before it in the same words, else that of a document whose rows are all of one day. */
function resolved(document: IncidentDocument, time: TimeExpression, before: TimePoint | null, lent: Zone | null): FoundTime {
  const dated = (point: TimePoint): TimePoint => (point.date || !before ? point : { ...point, date: before.date, dateSpan: before.dateSpan });
  const at = document.momentOf(dated(time.start));
  const end = time.end && document.momentOf(time.end.date ? time.end : { ...time.end, date: dated(time.start).date });
  const known = dated(time.start).date !== null || isOfOneDay(document);
  const undated = (moment: Dated['at'] | null): Dated['at'] | null => (moment && !known ? { day: null, second: moment.second, precision: moment.precision } : moment);
  return { span: time.span, time, at: undated(at) ?? { day: null, second: time.start.clock?.second ?? null, precision: 'minute' }, end: undated(end), zone: time.zone ?? lent, entry: null };
}

/** Whether all that is dated is of one day, so that a clock alone can be of no other. */
function isOfOneDay({ day, timelines }: IncidentDocument): boolean {
  return day !== null && timelines.every(({ entries }) => entries.every(({ start, end }) => start.day === day && (end === null || end.day === day)));
}
