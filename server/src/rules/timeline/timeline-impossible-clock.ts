import type { IncidentDocument } from '../../document/document';
import type { Line } from '../../document/lines';
import type { SourceText, Span } from '../../document/text';
import type { Timeline, TimelineEntry } from '../../document/timeline';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import type { Finding, Fix } from '../rule';
import { rowsLike } from './row-shape';

/** The times of a timeline are times of a day. */
export const timelineImpossibleClock = defineRule({
  id: 'timeline-impossible-clock',
  group: 'timeline',
  summary: 'Every time in a timeline is a time of day',
  severity: 'error',
  judges: 'timelines',
  *check(document) {
    const { text, timelines } = document;
    for (const timeline of timelines) {
      const wrong = impossibleClocks(text, timeline);
      const halves = wrong.filter((span) => meridiem.test(text.slice(span)));
      const twelve = halves.length > 0 && timeline.entries.some(({ time: { start } }) => start.clock?.possible && start.clockSpan && meridiem.test(text.slice(start.clockSpan)));
      yield* findingOf(text, halves, t('A clock of 24 hours has no AM and PM: leave it out, or write the hour in 12.'), (written) =>
        twelve ? [inTwelve(written), inTwentyFour(written)] : [inTwentyFour(written), inTwelve(written)]);
      yield* findingOf(text, wrong.filter((span) => !meridiem.test(text.slice(span))), t('This is no time of day: correct it.'), (written) => [withoutSlip(written)]);
      yield* findingOf(text, beyondTheDay(document, timeline), t('This is no time of day: hours go to 23 and minutes to 59.'), () => []);
    }
  },
});

const meridiem = /[ap]\.?m\.?$|[ap]$/i;
/** "00:15 AM" is odd, and everybody knows what it means. */
const afterMidnight = /^0?0:\d\d(?::\d\d)?\s?a/i;

/** Clocks that were read for what they plainly mean. */
function impossibleClocks(text: SourceText, { entries }: Timeline): Span[] {
  const found: Span[] = [];
  for (const { time } of entries) {
    for (const point of [time.start, time.end]) {
      if (point?.clock && !point.clock.possible && point.clockSpan && !afterMidnight.test(text.slice(point.clockSpan))) found.push(point.clockSpan);
    }
  }
  return found;
}

/** One fault, made in several entries alike, with the ways to write them all. */
function* findingOf(text: SourceText, spans: readonly Span[], message: string, ways: (written: string) => (string | null)[]): Generator<Finding> {
  const [first, ...others] = spans;
  if (!first) return;
  const fixes = ways(text.slice(first)).flatMap((_, way): Fix[] => {
    const edits = spans.map((span) => ({ span, newText: ways(text.slice(span))[way] ?? '' }));
    if (edits.some(({ newText }) => newText === '')) return [];
    const [from, to] = [excerpt(text.slice(first)), edits[0]?.newText as string];
    const title = others.length === 0 ? t('Change {0} to {1}', from, to) : t('Change {0} to {1} and {2} more alike', from, to, others.length);
    return [{ title, kind: 'suggested', edits }];
  });
  yield { span: first, message, related: others.map((span) => ({ span, message: t('This one as well.') })), fixes };
}

const parts = /^(\d{1,2})(:.*?)(\s?)([ap]\.?m?\.?)$/i;

/** 13:55 PM as 13:55. */
function inTwentyFour(written: string): string | null {
  const [, hours, rest] = parts.exec(written) ?? [];
  return hours === undefined || rest === undefined || Number(hours) < 12 ? null : hours + rest;
}

/** 13:55 PM as 1:55 PM, where the half of the day is the right one. */
function inTwelve(written: string): string | null {
  const [, hours, rest, gap, half] = parts.exec(written) ?? [];
  if (hours === undefined || !/^p/i.test(half ?? '')) return null;
  return `${Number(hours) % 12 || 12}${rest}${gap}${half}`;
}

/** 07:7:47 as 07:47. */
function withoutSlip(written: string): string | null {
  const [, hours, minutes] = /^(\d{1,2}):\d:(\d{2})$/.exec(written) ?? [];
  return hours === undefined ? null : `${hours}:${minutes}`;
}

/** At the beginning of a row, behind its date. Groups: hours, minutes. */
const clockFirst = /[|*_`[( \t]*(?:\d{4}-\d{2}-\d{2}[T ,|]+)?((\d{1,2}):(\d{2}))(?![\d:.%])/y;

/** Rows that begin with `25:10` or `12:75` among rows that were understood. A clock that counts from zero may go beyond. */
function beyondTheDay(document: IncidentDocument, timeline: Timeline): Span[] {
  const { text, lines } = document;
  const { section, entries } = timeline;
  const found: { readonly span: Span; readonly line: Line; readonly minutes: number; readonly hours: number }[] = [];
  let next = 0;
  for (let number = section.bodyLine; number <= section.endLine; number++) {
    while (next < entries.length && (entries[next] as TimelineEntry).line < number) next++;
    const line = lines[number];
    const entry = entries[next];
    if (!line || line.kind === 'blank' || (entry?.line === number && entry.start.second !== null)) continue;
    clockFirst.lastIndex = line.contentStart;
    const match = clockFirst.exec(text.value);
    const end = clockFirst.lastIndex;
    if (!match || end > line.end) continue;
    found.push({ span: { start: end - (match[1] as string).length, end }, line, hours: Number(match[2]), minutes: Number(match[3]) });
  }
  if (found.length === 0) return [];
  const clocks = entries.filter(({ start }) => start.second !== null);
  const elapsed = clocks.some(({ start }) => start.second !== null && start.second < 60);
  const isRow = rowsLike(document, timeline);
  const beyond = found.filter(({ line, hours, minutes }) => isRow(line) && (minutes > 59 || (!elapsed && (hours > 24 || (hours === 24 && minutes > 0)))));
  return clocks.length < 2 || beyond.length > clocks.length ? [] : beyond.map(({ span }) => span);
}
