import type { IncidentDocument } from '../../document/document';
import { isDigit } from '../../document/sticky';
import type { Span } from '../../document/text';
import type { CivilDate } from '../../document/time';
import { proseLine } from '../prose';
import { dayOf, statedDates } from './stated-dates';

/** A date that can be read with the day first and with the month first. Both readings are days since 1970-01-01. */
export interface NumericDate {
  readonly span: Span;
  readonly day: number;
  readonly otherDay: number;
}

/** The dates with a year that can be read both ways, in document order; none where the document or a setting tells how. */
export function numericDates(document: IncidentDocument): NumericDate[] {
  const found = new Map<number, NumericDate>();
  const add = (date: CivilDate | null, span: Span | null): void => {
    if (!date?.ambiguous || !span) return;
    const [day, otherDay] = [dayOf(date), dayOf({ ...date, month: date.day, day: date.month })];
    if (day !== null && otherDay !== null) found.set(span.start, { span, day, otherDay });
  };
  for (const { time } of statedDates(document)) add(time.start.date, time.start.dateSpan);
  for (const { entries } of document.timelines) {
    for (const { start, time } of entries) {
      if (start.otherDay === undefined) continue;
      add(time.start.date, time.start.dateSpan);
      add(time.end?.date ?? null, time.end?.dateSpan ?? null);
    }
  }
  for (const { date, span } of slashed(document)) add(date, span);
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

const slash = 47;

/** The dates such as 03/04/2026 in what the author says. A search for two slashes spares a pass over the text. */
function* slashed(document: IncidentDocument): Generator<{ date: CivilDate; span: Span }> {
  const { text: { value }, times } = document;
  for (let at = value.indexOf('/'); at >= 0; at = value.indexOf('/', at + 1)) {
    if (!isDigit(value.charCodeAt(at - 1)) || !isDigit(value.charCodeAt(at + 1))) continue;
    const second = value.charCodeAt(at + 2) === slash ? at + 2 : at + 3;
    if (value.charCodeAt(second) !== slash || !isDigit(value.charCodeAt(second + 1))) continue;
    const start = isDigit(value.charCodeAt(at - 2)) ? at - 2 : at - 1;
    const before = value.charCodeAt(start - 1);
    if (isDigit(before) || before === slash || before === 46 || before === 45) continue;
    const line = proseLine(document, document.text.lineAt(start));
    if (!line || line.words.charCodeAt(start - line.start) !== value.charCodeAt(start)) continue;
    const found = times.readDate(start, start + 10);
    if (found && found.span.end > second && !isDigit(value.charCodeAt(found.span.end)) && value.charCodeAt(found.span.end) !== slash) yield found;
    at = second;
  }
}


/** How many days two dates of one document lie apart, at most, to belong to one incident. */
const near = 3;

/**
 * Whether the rest of the document tells how such dates are read: another date is next to one of the readings and to none of
 * the others, or in only one of them the dates are days of one incident.
 */
export function isSettled(document: IncidentDocument, dates: readonly NumericDate[]): boolean {
  const beside = new Set<number>();
  for (const day of plainDays(document)) for (let step = -near; step <= near; step++) beside.add(day + step);
  const [one, two] = [dates.some(({ day }) => beside.has(day)), dates.some(({ otherDay }) => beside.has(otherDay))];
  if (one !== two) return true;
  const [ofDay, ofOther] = [reach(dates.map(({ day }) => day)), reach(dates.map(({ otherDay }) => otherDay))];
  return Math.min(ofDay, ofOther) <= 7 && Math.max(ofDay, ofOther) >= 28;
}

/** The reading in which the dates lie closer together. */
export function likelier(dates: readonly NumericDate[]): 'day' | 'otherDay' {
  return reach(dates.map(({ day }) => day)) <= reach(dates.map(({ otherDay }) => otherDay)) ? 'day' : 'otherDay';
}

function reach(days: readonly number[]): number {
  return days.reduce((most, day) => Math.max(most, day), -Infinity) - days.reduce((least, day) => Math.min(least, day), Infinity);
}

/** Days that the document states in a notation that everybody reads alike. */
function plainDays(document: IncidentDocument): number[] {
  const { title, times, timelines } = document;
  const ofTitle = title ? times.findDate(title.span.start, title.span.end)?.date : null;
  const titleDay = ofTitle && !ofTitle.ambiguous ? dayOf(ofTitle) : null;
  return [
    ...(titleDay === null ? [] : [titleDay]),
    ...statedDates(document).flatMap(({ start }) => (start.otherDay === undefined ? [start.day] : [])),
    ...timelines.flatMap(({ entries }) => entries.flatMap(({ start, time }) => (time.start.date && start.otherDay === undefined && start.day !== null ? [start.day] : []))),
  ];
}
