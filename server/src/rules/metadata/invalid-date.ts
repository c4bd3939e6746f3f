import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { dayNumber } from '../../document/time';
import type { CivilDate } from '../../document/time';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import { dateFields } from './stated-dates';

/** Every date is in the calendar. */
export const invalidDate = defineRule({
  id: 'invalid-date',
  group: 'metadata',
  summary: 'Every date is in the calendar',
  severity: 'error',
  *check(document) {
    const reported = new Map<string, Finding>();
    for (const { span, date } of writtenDates(document)) {
      if (date && isSound(document.text.value, span, date)) continue;
      const written = document.text.slice(span);
      const fault = faultOf(written, date);
      if (fault === null) continue;
      const same = reported.get(written);
      if (same) same.related.push({ span, message: t('The same date is written here.') });
      else reported.set(written, { span, message: fault, related: [], fixes: swap(span, written) });
    }
    yield* reported.values();
  },
});

interface Finding {
  readonly span: Span;
  readonly message: string;
  readonly related: { span: Span; message: string }[];
  readonly fixes: Fix[];
}

/** A date in figures with the year first, whether the calendar has it or not. */
const yearFirst = /^(?:19|20)\d\d([-/.])(\d{1,2})\1(\d{1,2})(?!\d)/;
/** The same with the year last. */
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(?:19|20)\d\d(?!\d)/;

/** The dates of fields, of the days over a timeline's entries and of the entries; null for one that could not be read as a date. */
function* writtenDates(document: IncidentDocument): Generator<{ span: Span; date: CivilDate | null }> {
  const { text, times, timelines, allSections } = document;
  for (const { valueSpan } of dateFields(document)) {
    const found = times.readDate(valueSpan.start, valueSpan.end);
    if (found) yield found;
    else {
      const value = text.value.slice(valueSpan.start, valueSpan.start + 12);
      const match = yearFirst.exec(value) ?? yearLast.exec(value);
      if (match) yield { span: { start: valueSpan.start, end: valueSpan.start + match[0].length }, date: null };
    }
  }
  const timed = new Uint8Array(document.lines.length);
  for (const { section } of timelines) timed.fill(1, section.line + 1, section.endLine + 1);
  for (const { line, titleSpan } of allSections) {
    const found = timed[line] === 1 ? times.readDate(titleSpan.start, titleSpan.end) : null;
    if (found) yield found;
  }
  for (const { entries } of timelines) {
    for (const { time: { start, end }, line } of entries) {
      if (document.lines[line]?.kind === 'heading') continue;
      if (start.date && start.dateSpan) yield { span: start.dateSpan, date: start.date };
      if (end?.date && end.dateSpan) yield { span: end.dateSpan, date: end.date };
    }
  }
}

/** The quick look that nearly all dates pass: the calendar has the day, and no year stands before a number that is no month. */
function isSound(source: string, { start, end }: Span, { year, month, day }: CivilDate): boolean {
  // without a year it is the day of a leap year
  if (dayNumber(year ?? 2024, month, day) === null) return false;
  return day <= 12 || end - start < 8 || source.charCodeAt(start + 3) > 57 || source.charCodeAt(start + 5) === 48 || (month > 9 && source.startsWith(String(month), start + 5));
}

/** What is wrong with a date, or null. */
function faultOf(written: string, date: CivilDate | null): string | null {
  const parts = yearFirst.exec(written);
  if (parts && Number(parts[2]) > 12) return t('{0} has no month {1}: correct the date.', excerpt(written), Number(parts[2]));
  if (!date) return t('{0} is no date of the calendar: correct it.', excerpt(written));
  if (dayNumber(date.year ?? 2024, date.month, date.day) !== null) return null;
  return t('{0} is no day of the calendar: that month has {1} days.', excerpt(written), lastDay(date));
}

function lastDay({ year, month }: CivilDate): number {
  return [31, 30, 29, 28].find((day) => dayNumber(year ?? 2024, month, day) !== null) as number;
}

/** `2024-13-01` with the month in its place. */
function swap(span: Span, written: string): Fix[] {
  const parts = yearFirst.exec(written);
  if (!parts) return [];
  const [, separator = '', month = '', day = ''] = parts;
  if (dayNumber(Number(written.slice(0, 4)), Number(day), Number(month)) === null) return [];
  const newText = written.slice(0, 5) + day + separator + month + written.slice(parts[0].length);
  return Number(month) > 12 ? [{ title: t('Change {0} to {1}', written, newText), kind: 'suggested', edits: [{ span, newText }] }] : [];
}
