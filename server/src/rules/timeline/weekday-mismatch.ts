import type { SourceText, Span } from '../../document/text';
import { dayNumber, isoDay, weekdayOf } from '../../document/time';
import type { CivilDate } from '../../document/time';
import type { TimeReader } from '../../document/time-reader';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import type { Mention } from '../mentions';
import { matchesIn } from '../prose';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import { rewriteDate } from './rewrite-date';
import { nameOfWeekday, renameWeekday, weekdayNamed, weekdayNames } from './weekday-names';

/** A date and the weekday beside it mean the same day. */
export const weekdayMismatch = defineRule({
  id: 'weekday-mismatch',
  group: 'timeline',
  summary: 'A date is on the weekday that is written with it',
  severity: 'warning',
  words: weekdayNames,
  judges: 'words',
  *check({ text, times }, _options, { mentions }) {
    const byShift = new Map<number, Mismatch[]>();
    for (const mismatch of mismatches(text, times, mentions)) {
      const others = byShift.get(mismatch.shift);
      if (others) others.push(mismatch);
      else byShift.set(mismatch.shift, [mismatch]);
    }
    for (const [first, ...others] of byShift.values()) {
      if (!first) continue;
      const { written, day } = first;
      yield {
        span: first.span,
        message: t('{0} is a {1}, not a {2}: correct the weekday or the date.', dateOf(text, first), nameOfWeekday(weekdayOf(day)), nameOfWeekday(weekdayNamed(written))),
        related: others.map((other) => ({ span: other.span, message: t('{0} is a {1}.', dateOf(text, other), nameOfWeekday(weekdayOf(other.day))) })),
        fixes: fixesOf(text, [first, ...others]),
      };
    }
  },
});

interface Mismatch {
  /** The weekday, and its place. */
  readonly written: string;
  readonly span: Span;
  readonly found: DateBeside;
  readonly day: number;
  /** How many days later the weekday is than the date, -3 to 3: a slip that is made again and again is one fault. */
  readonly shift: number;
}

function* mismatches(text: SourceText, times: TimeReader, mentions: readonly Mention[]): Generator<Mismatch> {
  let years: readonly number[] | undefined;
  for (const mention of mentions) {
    const found = dateBeside(text, times, mention);
    if (!found || found.date.ambiguous) continue;
    const { date } = found;
    if (date.year === null && !/[a-z]{3}/i.test(text.slice(found.span))) continue;
    const wanted = weekdayNamed(mention.word);
    const days = (date.year === null ? (years ??= yearsIn(text.value)) : [date.year]).flatMap((year) => dayNumber(year, date.month, date.day) ?? []);
    const [day] = days;
    if (day === undefined || days.some((other) => weekdayOf(other) === wanted)) continue;
    const later = (wanted - weekdayOf(day) + 7) % 7;
    yield { written: mention.word, span: mention.span, found, day, shift: later > 3 ? later - 7 : later };
  }
}

interface DateBeside {
  readonly date: CivilDate;
  readonly span: Span;
}

/** Between a weekday and its date: "Monday, 12 May", "Monday the 12th of May", "Monday (2025-05-12)". */
const gap = /^[.,]?[ \t]+(?:the |den |der |on )?\(?/;
/** A date that ends where the weekday follows in parentheses. */
const dateInFront = /(?:\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9},? \d{4}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4})$/i;
const longestDate = 24;

function dateBeside({ value }: SourceText, reader: TimeReader, { span, line }: Mention): DateBeside | null {
  const end = line.start + line.words.length;
  const between = gap.exec(value.slice(span.end, Math.min(end, span.end + 10)));
  if (between) {
    const found = reader.readDate(span.end + between[0].length, end);
    if (found) return found;
  }
  const before = value.slice(Math.max(line.start, span.start - longestDate - 3), span.start);
  const open = before.length - (/[ \t]?\($/.exec(before)?.[0].length ?? 0);
  if (open === before.length || value[span.end] !== ')') return null;
  const match = dateInFront.exec(before.slice(0, open));
  if (!match) return null;
  const found = reader.readDate(span.start - before.length + match.index, span.start);
  return found && found.span.end === span.start - before.length + open ? found : null;
}

const writtenYears = /(?<![\d.-])((?:19|20)\d{2})(?=-\d{2}-\d{2})|[a-z]{3,9}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?((?:19|20)\d{2})(?!\d)|\d[/.-]((?:19|20)\d{2})(?!\d)/gi;
/** Where the dates of a document are further apart, they do not tell the year of one that has none. */
const mostYears = 5;

/** The years that the dates of a text are in, with those between them. */
function yearsIn(value: string): number[] {
  const years = matchesIn(writtenYears, value).map(([, iso, named, last]) => Number(iso ?? named ?? last));
  const [first, last] = [years.reduce((a, b) => Math.min(a, b), Infinity), years.reduce((a, b) => Math.max(a, b), -Infinity)];
  return last - first < mostYears ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : [];
}

/** A date as written, with its year where it has none. */
function dateOf(text: SourceText, { found, day }: Mismatch): string {
  return found.date.year === null ? isoDay(day) : excerpt(text.slice(found.span));
}

/** Other weekdays for all dates, or other dates for all weekdays. */
function fixesOf(text: SourceText, all: readonly Mismatch[]): Fix[] {
  const weekdays = all.map(({ span, day }) => ({ span, newText: renameWeekday(text.slice(span), weekdayOf(day)) }));
  const dates = all.flatMap(({ found, day, shift }) => ({ span: found.span, newText: rewriteDate(text.slice(found.span), found.date, day + shift) ?? '' }));
  return [weekdays, dates].filter((edits) => edits.every(({ newText }) => newText !== '')).map((edits): Fix => {
    const [from, to] = [excerpt(text.slice(edits[0]?.span as Span)), edits[0]?.newText as string];
    const title = all.length === 1 ? t('Change {0} to {1}', from, to) : t('Change {0} to {1} and {2} more alike', from, to, all.length - 1);
    return { title, kind: 'suggested', edits };
  });
}
