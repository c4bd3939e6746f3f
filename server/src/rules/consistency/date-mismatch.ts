import type { IncidentDocument } from '../../document/document';
import { dateOfDay, dayNumber } from '../../document/time';
import type { CivilDate } from '../../document/time';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';

/** The day that the title, the identifier or the summary names is one of the timeline's. */
export const dateMismatch = defineRule({
  id: 'date-mismatch',
  group: 'consistency',
  summary: 'Title and summary name a day of the timeline',
  severity: 'warning',
  judges: 'timelines',
  *check(document) {
    const days = timelineDays(document);
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return;
    for (const dates of [titleDates(document), summaryDates(document)]) {
      const placed = dates.map((found) => ({ ...found, day: dayOf(found.date) }));
      // One day of the timeline among them, or one that can be read both ways, and the others are another matter.
      if (placed.some(({ day }) => day === null || (day >= first - 1 && day <= last + 1))) continue;
      const wrong = placed.find(({ day, happened }) => day !== null && (isSlip(day, days) || (happened && Math.min(Math.abs(day - first), Math.abs(day - last)) <= farthest)));
      if (!wrong) continue;
      yield {
        span: wrong.span,
        message: t('The timeline has nothing on {0} or the days around it: correct this date or the timeline.', excerpt(document.text.slice(wrong.span))),
      };
    }
  },
});

/** Farther away than this another event is meant. */
const farthest = 400;

interface FoundDate {
  readonly date: CivilDate;
  readonly span: Span;
  /** Whether the words around it say that the incident was on that day. */
  readonly happened: boolean;
}

const dayOf = ({ year, month, day, ambiguous }: CivilDate): number | null => (year === null || ambiguous ? null : dayNumber(year, month, day));

/** The days that the timelines' rows state themselves, in order; none where one could be another day. */
function timelineDays({ timelines }: IncidentDocument): number[] {
  const days = new Set<number>();
  for (const { entries } of timelines) {
    for (const { start, end, dateSource } of entries) {
      if (start.otherDay !== undefined) return [];
      if (dateSource === 'document' || start.day === null) continue;
      days.add(start.day);
      if (end?.day != null) days.add(end.day);
    }
  }
  return [...days].sort((a, b) => a - b);
}

/** Another year or another month of the same day: a slip of the pen. */
function isSlip(day: number, days: readonly number[]): boolean {
  const date = dateOfDay(day);
  return days.some((other) => {
    const { year, month, day: number } = dateOfDay(other);
    return number === date.day && (year === date.year) !== (month === date.month) && Math.abs(other - day) <= farthest;
  });
}

/** A report is named after its own day as often as after the incident's: only what the title says of the incident counts. */
const reported = /\b(?:report(?:ed)?|published|review\w*|written|disclos\w*|updated?|version|retrospective)\b/i;

function titleDates(document: IncidentDocument): FoundDate[] {
  const { title, text } = document;
  if (!title) return [];
  const words = text.slice(title.span);
  if (!/\d/.test(words) || reported.test(words)) return [];
  return datesIn(document, title.span.start, title.span.end).map((found) => ({ ...found, happened: /\b(?:incident|outage|failure|disruption|downtime|degradation)\b.{0,40}\b(?:on|of)[ (]+$/i.test(text.value.slice(title.span.start, found.span.start)) }));
}

const event = /\b(?:outage|incident|experienc\w+|unavailab\w+|went down|was down|were down|disrupt\w+|fail(?:ed|ure|ures|ing)?|crash\w*|degrad\w+|slow\w*|unable|errors?)\b/i;
const earlierOn = /\b(?:since|introduc\w+|deploy\w*|releas\w+|upgrad\w+|merg\w+|migrat\w+|previous\w*|last|earlier|similar|until|by|before|after|due|scheduled|planned|publish\w*|report\w*|created|expir\w+|updated)\b/i;

/** The dates of the summaries' sentences. */
function summaryDates(document: IncidentDocument): FoundDate[] {
  const { allSections, lines, text } = document;
  const found: FoundDate[] = [];
  for (const { roles, bodyLine, endLine } of allSections) {
    if (!roles.includes('summary')) continue;
    for (let number = bodyLine; number <= Math.min(endLine, bodyLine + mostLines) && found.length < mostDates; number++) {
      const line = lines[number];
      if (!line || (line.kind !== 'prose' && line.kind !== 'item' && line.kind !== 'field')) continue;
      const end = Math.min(line.contentEnd, line.contentStart + longest);
      for (const { date, span } of datesIn(document, line.contentStart, end)) {
        const before = text.value.slice(line.contentStart, span.start);
        const sentence = text.value.slice(line.contentStart + before.lastIndexOf('. ') + 1, Math.min(end, span.end + 160)).split('. ', 2)[0] as string;
        found.push({ date, span, happened: /(?:^|[ *_(])on [*_]*$/i.test(before) && event.test(sentence) && !earlierOn.test(sentence) });
      }
    }
  }
  return found;
}

/** A summary is no longer than this; what is goes into details. */
const mostLines = 40;
const longest = 2000;
const mostDates = 40;

function datesIn(document: IncidentDocument, start: number, end: number): { date: CivilDate; span: Span }[] {
  const { value } = document.text;
  const found: { date: CivilDate; span: Span }[] = [];
  const reader = document.times;
  for (let at = start; at < end && found.length < 12; ) {
    const next = reader.findDate(at, end);
    if (!next) break;
    // A code, a version or an address that looks like a date is none.
    const around = `${value[next.span.start - 1] ?? ' '}${value[next.span.end] ?? ' '}`;
    if (next.date.year !== null && !/[\w/`_-]/.test(around)) found.push(next);
    at = next.span.end;
  }
  return found;
}
