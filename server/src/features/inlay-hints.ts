import { firstBehind } from '../document/bisection';
import type { IncidentDocument } from '../document/document';
import { absolute, secondsBetween } from '../document/milestones';
import type { SourceText, Span } from '../document/text';
import { isoDay } from '../document/time';
import type { Timeline, TimelineEntry } from '../document/timeline';
import type { MilestoneKey } from '../document/vocabulary';
import { t } from '../l10n';
import type { InlayHintName } from '../settings';
import { disputedDurations } from './claimed-durations';
import { durationText } from './duration-text';

/** A value that stands beside the text, at an offset, and in a sentence where it comes from. */
export interface InlayHint {
  readonly at: number;
  readonly label: string;
  readonly tooltip: string;
}

/** What is computed of a document, at offsets within a span, in document order. Nothing where it is uncertain. */
export function inlayHints(document: IncidentDocument, span: Span, shown: readonly InlayHintName[]): InlayHint[] {
  if (document.kind === 'none') return [];
  const hints: InlayHint[] = [];
  for (const timeline of document.timelines) {
    if (timeline.section.span.start > span.end || timeline.section.span.end < span.start) continue;
    if (shown.includes('dates')) hints.push(...dates(document.text, timeline));
    if (shown.includes('elapsed')) hints.push(...elapsed(document.text, timeline));
  }
  if (shown.includes('metrics')) hints.push(...metrics(document));
  return hints.filter(({ at }) => at >= span.start && at <= span.end).sort((a, b) => a.at - b.at);
}

/** The day of entries that state none, where it is another than that of the entry above. */
function* dates(text: SourceText, { entries }: Timeline): Generator<InlayHint> {
  let above: TimelineEntry | null = null;
  for (const entry of entries) {
    const { start: { day, otherDay }, dateSource, time } = entry;
    if (day !== null && otherDay === undefined && time.start.date === null && day !== above?.start.day && (dateSource === 'previous' || dateSource === 'document')) {
      const tooltip = dateSource === 'previous' && above
        ? t('No date is written here: the day follows from the one of line {0}.', above.line + 1)
        : t('No date is written here: it is the one that the document states for the incident.');
      yield { at: behind(text, entry), label: isoDay(day), tooltip };
    }
    above = entry;
  }
}

/** How long after the entry before it an entry is, where both are in order. */
function* elapsed(text: SourceText, { entries, newestFirst }: Timeline): Generator<InlayHint> {
  const ordered = newestFirst ? entries.toReversed() : entries;
  const steady = inOrder(ordered);
  for (const [index, entry] of ordered.entries()) {
    const before = ordered[index - 1];
    if (!before || !steady.has(before) || !steady.has(entry) || (before.zone === null) !== (entry.zone === null)) continue;
    const seconds = secondsBetween(momentOf(before), momentOf(entry));
    if (seconds === null) continue;
    const isExact = before.start.precision === 'second' && entry.start.precision === 'second';
    const length = isExact ? seconds : Math.round(seconds / 60) * 60;
    if (length === 0) continue;
    const isRough = before.time.approximate || entry.time.approximate;
    yield {
      at: behind(text, entry),
      label: `${isRough ? '~' : ''}+${durationText(length)}`,
      tooltip: t('Since {0} in line {1}.', text.slice(before.time.start.clockSpan ?? before.time.span), before.line + 1),
    };
  }
}

const momentOf = ({ line, start, zone }: TimelineEntry) => ({ line, at: start, zone });

/** The entries that are in every longest run forward in time: of two that contradict each other neither can be relied on. */
function inOrder(entries: readonly TimelineEntry[]): ReadonlySet<TimelineEntry> {
  const timed = entries.filter(({ start, time }) => start.second !== null && time.start.clock?.possible !== false);
  const axis = timed.map(({ start, zone }) => absolute(start, zone) ?? (start.second as number));
  const upTo = longestRuns(axis);
  const from = longestRuns(axis.map((at) => -at).toReversed()).toReversed();
  const longest = upTo.reduce((most, length) => Math.max(most, length), 0);
  /** By its place in a longest run the entry that stands there; null where there are several. */
  const places = new Map<number, TimelineEntry | null>();
  for (const [index, entry] of timed.entries()) {
    const place = upTo[index] as number;
    if (place + (from[index] as number) - 1 === longest) places.set(place, places.has(place) ? null : entry);
  }
  return new Set([...places.values()].filter((entry) => entry !== null));
}

/** For every number how many there are at most, itself the last, that never fall. */
function longestRuns(numbers: readonly number[]): number[] {
  /** The smallest number that a run of each length ends with. */
  const ends: number[] = [];
  return numbers.map((number) => {
    const place = firstBehind(ends, (end) => end > number);
    ends[place] = number;
    return place + 1;
  });
}

/** Behind an entry's time and the markup that closes around it. */
function behind(text: SourceText, { time }: TimelineEntry): number {
  let at = time.span.end;
  while ('*_`~])'.includes(text.value[at] ?? ' ')) at++;
  return at;
}

/** What the milestones say beside a claim that they do not agree with. */
function* metrics(document: IncidentDocument): Generator<InlayHint> {
  const names: Readonly<Record<MilestoneKey, string>> = {
    started: t('started'), detected: t('detected'), acknowledged: t('acknowledged'), declared: t('declared'),
    escalated: t('escalated'), identified: t('identified'), mitigated: t('mitigated'), resolved: t('resolved'),
  };
  for (const { claim, seconds, from, to } of disputedDurations(document)) {
    const [first, last] = [document.milestones[from]?.line ?? 0, document.milestones[to]?.line ?? 0];
    yield {
      at: claim.span.end,
      label: t('computed: {0}', durationText(seconds)),
      tooltip: t('From "{0}" in line {1} to "{2}" in line {3}.', names[from], first + 1, names[to], last + 1),
    };
  }
}
