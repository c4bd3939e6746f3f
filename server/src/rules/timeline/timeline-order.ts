import * as z from 'zod/mini';
import type { SourceText, Span } from '../../document/text';
import type { Timeline, TimelineEntry } from '../../document/timeline';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import type { Finding, Fix } from '../rule';
import { dayOrders } from './day-orders';
import { compareEntries, daysDescend, descends, known } from './entry-order';
import { halfDays } from './half-days';
import { redateRun } from './redate';
import { sortTimeline } from './sort-timeline';
import { zoneReadings } from './zone-readings';

/** Timeline entries must not go back in time. */
export const timelineOrder = defineRule({
  id: 'timeline-order',
  group: 'timeline',
  summary: 'Timeline entries are in chronological order',
  severity: 'error',
  judges: 'timelines',
  options: z.object({
    tolerateMinutes: z._default(z.number().check(z.minimum(0), z.describe('How many minutes an entry may lie before the one above it.')), 0),
  }),
  *check({ text, lines, timelines }, { tolerateMinutes }) {
    for (const timeline of timelines) {
      const { runs, newestFirst } = runsOf(text, timeline, tolerateMinutes * 60);
      if (runs.length === 0) continue;
      const sort = sortTimeline(text, lines, timeline, newestFirst);
      for (const run of runs) yield findingOf(text, timeline, run, sort, newestFirst);
    }
  },
});

/** The entries of a timeline that surely stand out of its order. */
export const disorderedEntries = (text: SourceText, timeline: Timeline): readonly TimelineEntry[] =>
  runsOf(text, timeline, 0).runs.flatMap(({ first, end }) => timeline.entries.slice(first, end + 1));

function runsOf(text: SourceText, timeline: Timeline, tolerance: number): { readonly runs: readonly StrayRun[]; readonly newestFirst: boolean } {
  const newestFirst = timeline.newestFirst || descends(timeline.entries);
  if (!newestFirst && daysDescend(timeline.entries)) return { runs: [], newestFirst };
  const doubts = [halfDays(text, timeline), dayOrders(timeline)].filter((doubt) => doubt !== null);
  if (newestFirst && doubts.length > 0) return { runs: [], newestFirst };
  return { runs: runsInEveryReading(timeline, newestFirst, tolerance, (a, b) => doubts.some((doubt) => doubt(a, b))), newestFirst };
}

/** The stray runs in the reading of the zones that has the fewest of them; none where a reading is in order. */
function runsInEveryReading({ entries }: Timeline, newestFirst: boolean, tolerance: number, isDoubtful: (a: TimelineEntry, b: TimelineEntry) => boolean): StrayRun[] {
  const direction = newestFirst ? -1 : 1;
  let fewest: StrayRun[] | null = null;
  for (const reading of zoneReadings(entries)) {
    const runs = strayRuns(entries, (a, b) => direction * (compareEntries(reading(a), reading(b), tolerance) ?? 0) < 0 && !isDoubtful(a, b));
    if (fewest === null || runs.length < fewest.length) fewest = runs;
    if (runs.length === 0) break;
  }
  if (!newestFirst || fewest === null) return fewest ?? [];
  const strays = fewest.reduce((sum, { first, end }) => sum + end - first + 1, 0);
  // Days from the newest down, each from morning to evening, are no slip; nor is a midnight that is not written.
  const isSlip = ({ last, first }: StrayRun) => [entries[last], entries[first]].every((entry) => entry?.dateSource === 'entry' || entry?.dateSource === 'heading');
  return strays * fewestPerStray > entries.length ? [] : fewest.filter(isSlip);
}

/** How many entries of a newest-first log it takes for one that is out of order to be a slip. */
const fewestPerStray = 5;

/** Consecutive entries that all lie on the wrong side of the last good one above them, and are in order among themselves. */
export interface StrayRun {
  /** Index of the entry that the run is compared with. */
  readonly last: number;
  readonly first: number;
  /** Index of the run's last entry. */
  readonly end: number;
}

/** The runs of entries that go back in time. An entry whose time cannot be compared is passed over. */
function strayRuns(entries: readonly TimelineEntry[], before: (a: TimelineEntry, b: TimelineEntry) => boolean): StrayRun[] {
  const runs: StrayRun[] = [];
  const at = (index: number) => entries[index] as TimelineEntry;
  let last = -1;
  for (let index = 0; index < entries.length; index++) {
    if (!known(at(index))) continue;
    if (last < 0 || !before(at(index), at(last))) {
      last = index;
      continue;
    }
    let end = index;
    while (end + 1 < entries.length && known(at(end + 1)) && before(at(end + 1), at(last)) && !before(at(end + 1), at(end))) end++;
    runs.push({ last, first: index, end });
    index = end;
  }
  return runs;
}

function findingOf(text: SourceText, { entries }: Timeline, run: StrayRun, sort: Fix | null, newestFirst: boolean): Finding {
  const [last, first] = [entries[run.last] as TimelineEntry, entries[run.first] as TimelineEntry];
  const previous = excerpt(text.slice(startAsWritten(last)), 26);
  const following = entries.slice(run.first + 1, run.end + 1);
  const redate = first.start.otherDay === undefined && !newestFirst ? redateRun(text, entries, run) : null;
  return {
    span: newestFirst ? faultyPart(last, first, first) : faultyPart(first, last, first),
    message: newestFirst
      ? t('This is later than the entry above it ({0}) in a log of the newest first: correct it, or sort the log.', previous)
      : t('This is earlier than the entry above it ({0}): correct its date or time, or sort the timeline.', previous),
    related: following.map((entry) => ({
      span: startAsWritten(entry),
      message: newestFirst ? t('This is later than {0} as well.', previous) : t('This is earlier than {0} as well.', previous),
    })),
    fixes: [redate, sort].filter((fix) => fix !== null),
  };
}

/** Of an entry the date where its date is at fault, else the time of day. */
function faultyPart(early: TimelineEntry, late: TimelineEntry, { time }: TimelineEntry): Span {
  const { dateSpan, clockSpan } = time.start;
  const dateAtFault = dateSpan !== null && (early.start.day ?? 0) < (late.start.day ?? 0);
  return (dateAtFault ? dateSpan : clockSpan) ?? dateSpan ?? time.span;
}

/** Where an entry says when it starts: its date and time of day, as far as it has them. */
function startAsWritten({ time }: TimelineEntry): Span {
  const spans = [time.start.dateSpan, time.start.clockSpan].filter((span) => span !== null);
  if (spans.length === 0) return time.span;
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}
