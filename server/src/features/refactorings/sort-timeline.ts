import type { IncidentDocument } from '../../document/document';
import type { Section } from '../../document/sections';
import type { Span } from '../../document/text';
import type { Timeline, TimelineEntry } from '../../document/timeline';
import { t } from '../../l10n';
import { applyEdits } from '../../rules/apply-fixes';
import type { Edit } from '../../rules/rule';
import { dayOrders } from '../../rules/timeline/day-orders';
import { compareEntries, entryOrder, known } from '../../rules/timeline/entry-order';
import { halfDays } from '../../rules/timeline/half-days';
import { timelineAt, touches, type Refactoring } from './refactoring';

/** Less than 0 where an entry belongs before another. */
type Order = (a: TimelineEntry, b: TimelineEntry) => number;

/**
 * Moves whole entries with their details into order, those of one time staying in theirs. Entries never leave the day's heading
 * that they stand under; days that have sections of their own move as a whole. Newest first stays newest first.
 */
export const sortTimeline: Refactoring = {
  kind: 'refactor.rewrite.incidentDocs.sortTimeline',
  keeps: ['entries', 'items', 'fields', 'outline'],
  *offers(document, { span }) {
    const title = t('Sort the timeline');
    const timeline = timelineAt(document, span);
    if (!timeline) return;
    const order = orderOf(timeline);
    const runs = runsOf(document, timeline);
    const uncertain = doubt(document, timeline);
    if (uncertain === null ? inOrder(timeline, runs, order) : areSteps(timeline.entries.filter(({ start }) => start.second !== null), order)) return;
    const reason = uncertain ?? (runs.every((run) => movable(document, run)) ? null : t('Something stands between the entries that cannot be moved with them.'));
    if (reason !== null) yield { title, refused: reason };
    else yield { title, edits: edits(document, timeline, runs, order) };
  },
};

/** What puts entries into the order in which they mostly are. */
function orderOf(timeline: Timeline): Order {
  const oldestFirst: Order = (a, b) => compareEntries(a, b) ?? 0;
  switch (entryOrder(timeline)) {
    case 'newestFirst':
      return (a, b) => oldestFirst(b, a);
    case 'newestDayFirst':
      return dayByDay;
    case 'oldestFirst':
      return oldestFirst;
  }
}

const dayByDay: Order = (a, b) => (b.start.day ?? 0) - (a.start.day ?? 0) || (compareEntries(a, b) ?? 0);

/** Why nobody can tell in which order the entries were; null where it is certain. */
function doubt({ text }: IncidentDocument, timeline: Timeline): string | null {
  const { entries, unread } = timeline;
  const first = entries[0] as TimelineEntry;
  if (unread > 0) return t('Some entries begin with a time that cannot be read.');
  if (entries.some((entry) => !known(entry) || compareEntries(entry, first) === null)) return t('The times of some entries are not known.');
  if (entries.some(({ start }) => (start.second === null) !== (first.start.second === null))) return t('Some entries have a time of day and others have none.');
  if (dayOrders(timeline) !== null || halfDays(text, timeline) !== null) return t('Some times can be read in two ways.');
  return null;
}

/** The entries that nothing but blank lines parts. */
function runsOf({ lines }: IncidentDocument, { entries }: Timeline): TimelineEntry[][] {
  const runs: TimelineEntry[][] = [];
  let last: TimelineEntry | undefined;
  for (const entry of entries) {
    const adjoins = last && entry.line > last.endLine && lines.slice(last.endLine + 1, entry.line).every(({ kind }) => kind === 'blank');
    if (adjoins) runs.at(-1)?.push(entry);
    else runs.push([entry]);
    last = entry;
  }
  return runs;
}

function inOrder(timeline: Timeline, runs: readonly TimelineEntry[][], order: Order): boolean {
  return runs.every((run) => areSteps(run, order)) && areSteps(daysOf(timeline).map(({ entries }) => entries[0] as TimelineEntry), order);
}

const areSteps = (list: readonly TimelineEntry[], order: Order): boolean => list.every((entry, index) => index === 0 || order(list[index - 1] as TimelineEntry, entry) <= 0);

/** Whether no entry of a run is nested below another, and none has a comment behind it that may be about the next one. */
function movable({ lines }: IncidentDocument, run: readonly TimelineEntry[]): boolean {
  const first = lines[run[0]?.line ?? 0];
  return run.every((entry) => {
    const line = lines[entry.line];
    return line?.indent === first?.indent && line?.marker === first?.marker && line?.kind !== 'heading' && lines[entry.endLine]?.kind !== 'comment';
  }) || run.every(({ line }) => lines[line]?.kind === 'heading' && lines[line]?.level === first?.level);
}

function edits(document: IncidentDocument, timeline: Timeline, runs: readonly TimelineEntry[][], order: Order): Edit[] {
  const inner = runs.flatMap((run) => permutation(document, run.map((entry) => spanOf(document, entry)), run.toSorted(order).map((entry) => spanOf(document, entry))));
  const days = daysOf(timeline);
  const sorted = days.toSorted((a, b) => order(a.entries[0] as TimelineEntry, b.entries[0] as TimelineEntry));
  if (sorted.every((day, index) => day === days[index])) return inner;
  const sections = days.map(({ section }) => section.span);
  const within = (span: Span) => inner.filter((edit) => edit.span.start >= span.start && edit.span.end <= span.end);
  const moved = days.map(({ section: { span } }, index): Edit => {
    const other = (sorted[index] as Day).section.span;
    const own = within(other).map(({ span: { start, end }, newText }) => ({ span: { start: start - other.start, end: end - other.start }, newText }));
    return { span, newText: applyEdits(document.text.slice(other), own) };
  });
  return [...moved, ...inner.filter(({ span }) => !sections.some((section) => touches(section, span)))].sort((a, b) => a.span.start - b.span.start);
}

/** Puts what stands at some places at others. Numbers of a list are places and stay. */
function permutation({ text }: IncidentDocument, places: readonly Span[], contents: readonly Span[]): Edit[] {
  return places.flatMap((span, index) => {
    const content = contents[index] as Span;
    return content === span || (content.start === span.start && content.end === span.end) ? [] : [{ span, newText: text.slice(content) }];
  });
}

/** An entry with its details, without its number. */
function spanOf({ text, lines }: IncidentDocument, { line, endLine }: TimelineEntry): Span {
  const first = lines[line];
  return { start: first?.marker === 'number' ? first.contentStart : text.lineStart(line), end: text.lineEnd(endLine) };
}

interface Day {
  readonly section: Section;
  readonly entries: readonly TimelineEntry[];
}

/** The parts of a timeline that are a day each; none where an entry stands outside of them. */
function daysOf({ section, entries }: Timeline): Day[] {
  const days = section.children.map((child) => ({ section: child, entries: entries.filter(({ line }) => line >= child.line && line <= child.endLine) }));
  const whole = days.every((day) => day.entries.length > 0 && day.entries.every(({ start, dateSource, line }) => start.day === day.entries[0]?.start.day && dateSource === 'heading' && line > day.section.line));
  return whole && days.reduce((sum, day) => sum + day.entries.length, 0) === entries.length ? days : [];
}
