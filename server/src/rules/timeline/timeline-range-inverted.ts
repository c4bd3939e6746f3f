import type { SourceText, Span } from '../../document/text';
import { dayNumber } from '../../document/time';
import type { TimeExpression, TimePoint } from '../../document/time';
import { t } from '../../l10n';
import { defineRule } from '../rule';
import type { Fix } from '../rule';

/** A range ends after it begins. */
export const timelineRangeInverted = defineRule({
  id: 'timeline-range-inverted',
  group: 'timeline',
  summary: 'A range of time ends after it begins',
  severity: 'error',
  judges: 'timelines',
  *check({ text, timelines }) {
    for (const { entries } of timelines) {
      for (const { time } of entries) {
        if (!time.end || !isInverted(text, time, time.end)) continue;
        yield {
          span: { start: (time.end.date ? spanOf(time.start) : time.start.clockSpan)?.start ?? time.span.start, end: spanOf(time.end)?.end ?? time.span.end },
          message: t('This range ends before it begins: correct one of its times, or swap them.'),
          fixes: swap(text, time.start, time.end),
        };
      }
    }
  },
});

const HOUR = 3600;
const DAY = 24 * HOUR;
/** A range that would have to be longer to end on the next day does not mean the next day. */
const LONGEST_NIGHT = 16 * HOUR;
const meridiem = /[ap]\.?m\.?$|[ap]$/i;

function isInverted(text: SourceText, { start, span, zone }: TimeExpression, end: TimePoint): boolean {
  if (end.date) {
    const [from, to] = [dayOf(start), dayOf(end)];
    if (from === null || to === null || to > from) return false;
    if (to < from) return true;
  }
  if (!start.clock || !end.clock || !start.clock.possible || !end.clock.possible || !start.clockSpan || !end.clockSpan) return false;
  const length = end.clock.second - start.clock.second;
  if (length >= 0) return false;
  // Each end may have a zone of its own: "10:00 CEST - 09:30 UTC".
  if (/[A-Z]{2}/.test(text.value.slice(start.clockSpan.end, end.clockSpan.start)) && (!zone || zone.span.end < end.clockSpan.start)
    && /^\s?\(?[A-Z]{2}/.test(text.value.slice(end.clockSpan.end, span.end + 5))) return false;
  if (end.date) return true;
  return length + DAY > LONGEST_NIGHT && !isAfternoon(text, start.clockSpan, end.clockSpan, length);
}

/** "11:30 - 1:15" may well end after noon: a time of the 12-hour clock whose half is not written. */
function isAfternoon(text: SourceText, start: Span, end: Span, length: number): boolean {
  const written = text.slice(end);
  const hour = Number(/^\d+/.exec(written)?.[0]);
  if (meridiem.test(written) || hour > 12 || written.startsWith('0')) return false;
  const later = length + DAY / 2;
  return later > 0 && (hour < 10 || meridiem.test(text.slice(start)) || later <= 6 * HOUR);
}

/** The day of a date that can be read one way only; null without its year. */
function dayOf({ date }: TimePoint): number | null {
  return date && !date.ambiguous && date.year !== null ? dayNumber(date.year, date.month, date.day) : null;
}

function spanOf({ dateSpan, clockSpan }: TimePoint): Span | null {
  if (!dateSpan || !clockSpan) return dateSpan ?? clockSpan;
  return { start: Math.min(dateSpan.start, clockSpan.start), end: Math.max(dateSpan.end, clockSpan.end) };
}

/** Nothing where one of the two ends lends the other its date or its half of the day. */
function swap(text: SourceText, start: TimePoint, end: TimePoint): Fix[] {
  const both = start.date && end.date;
  const [one, two] = both ? [spanOf(start), spanOf(end)] : [start.clockSpan, end.clockSpan];
  if (!one || !two || meridiem.test(text.slice(one)) !== meridiem.test(text.slice(two))) return [];
  return [{ title: t('Swap the two times'), kind: 'suggested', edits: [{ span: one, newText: text.slice(two) }, { span: two, newText: text.slice(one) }] }];
}
