import * as z from 'zod/mini';
import type { TimelineEntry } from '../../document/timeline';
import type { MilestoneKey } from '../../document/vocabulary';
import { t } from '../../l10n';
import { defineRule } from '../rule';
import { compareEntries, known } from './entry-order';

/** A timeline tells what happened in between. */
export const timelineLongGap = defineRule({
  id: 'timeline-long-gap',
  group: 'timeline',
  summary: 'A timeline has no long gap while the incident goes on',
  severity: 'information',
  judges: 'timelines',
  options: z.object({
    minutes: z._default(z.number().check(z.minimum(1), z.describe('The shortest gap that is reported, in minutes.')), 180),
  }),
  *check({ timelines }, { minutes }) {
    for (const { entries, newestFirst } of timelines) {
      if (newestFirst || entries.length <= fewestSteps) continue;
      const steps = stepsBetween(entries);
      if (steps.length < fewestSteps) continue;
      const median = steps.map(({ seconds }) => seconds).sort((a, b) => a - b)[steps.length >> 1] as number;
      if (median > longestMedian) continue;
      const long = steps.filter(({ before, entry, seconds }) => seconds >= Math.max(minutes * 60, times * median) && isByDay(before, entry));
      if (long.length === 0) continue;
      const [first, ...others] = duringIncident(entries, long);
      if (!first) continue;
      yield {
        span: first.entry.time.start.clockSpan ?? first.entry.time.span,
        message: t('Nothing is told of the {0} before this, while the incident went on: add what was done.', lengthOf(first.seconds)),
        related: [
          { span: first.before.time.span, message: t('The entry before.') },
          ...others.map(({ entry, seconds }) => ({ span: entry.time.span, message: t('Nor of the {0} before this.', lengthOf(seconds)) })),
        ],
      };
    }
  },
});

const HOUR = 3600;
const fewestSteps = 5;
/** How many times the median step a gap has to be. */
const times = 5;
/** Where steps are longer, the timeline is one of days. */
const longestMedian = HOUR;

interface Step {
  readonly before: TimelineEntry;
  readonly entry: TimelineEntry;
  /** From the end of the one to the start of the other. */
  readonly seconds: number;
}

function stepsBetween(entries: readonly TimelineEntry[]): Step[] {
  const steps: Step[] = [];
  for (let index = 1; index < entries.length; index++) {
    const [before, entry] = [entries[index - 1] as TimelineEntry, entries[index] as TimelineEntry];
    if (entry.start.second === null || !known(entry) || !known(before)) continue;
    const seconds = compareEntries(entry, before.end ? { start: before.end, time: before.time, zone: before.zone } : before);
    if (seconds !== null && seconds >= 0) steps.push({ before, entry, seconds });
  }
  return steps;
}

/** At night people sleep, and nothing is to be told. */
function isByDay({ start, end }: TimelineEntry, { start: next }: TimelineEntry): boolean {
  const from = end ?? start;
  return from.day === next.day && (from.second ?? 0) >= 6 * HOUR && (next.second ?? 0) <= 22 * HOUR;
}

const quiet = /\b(?:wait(?:ing|ed|s)?|monitor(?:ing|ed)?|watch(?:ing|ed)?|observ\w+|overnight|hand(?:ed|ing)? over|meanwhile|scheduled|planned|asleep|backfill\w*|copying|restor(?:e|ing)|rebuild\w*|sync(?:ing)?)\b/i;
const relapse = /\b(?:another|again|relapse\w*|re-?occur\w*|recurr\w*)\b/i;

/** The gaps before which somebody knew of the incident, and that it did not end before. */
function duringIncident(entries: readonly TimelineEntry[], gaps: readonly Step[]): Step[] {
  const milestones = entries.map((entry) => entry.milestones);
  const first = (...keys: MilestoneKey[]) => {
    const index = milestones.findIndex((found) => keys.some((key) => found.includes(key)));
    return index < 0 ? Infinity : (entries[index] as TimelineEntry).line;
  };
  const noticed = first('detected', 'acknowledged', 'declared', 'escalated', 'identified');
  const [mitigated, resolved] = [first('mitigated'), first('resolved')];
  return gaps.filter(({ before, entry }) => {
    if (noticed > before.line || resolved <= before.line || quiet.test(before.text)) return false;
    return relapse.test(entry.text) || (mitigated > before.line && Math.min(mitigated, resolved) < Infinity);
  });
}

function lengthOf(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? t('{0} h', hours) : t('{0} h {1} min', hours, rest);
}
