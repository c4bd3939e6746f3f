import type { CivilDate } from '../../document/time';
import type { SourceText, Span } from '../../document/text';
import type { TimelineEntry } from '../../document/timeline';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import type { Edit, Fix } from '../rule';
import { compareEntries } from './entry-order';
import type { Timed } from './entry-order';
import { rewriteDate } from './rewrite-date';
import type { StrayRun } from './timeline-order';

/**
 * Gives a run of stray entries one other date, keeping their times of day: that of the last good entry, or the day after it.
 * Null unless every date of the run is written out, is the same day, and the change puts the run in order with the entries
 * before and behind it.
 */
export function redateRun(text: SourceText, entries: readonly TimelineEntry[], run: StrayRun): Fix | null {
  const last = entries[run.last] as TimelineEntry;
  const stray = entries.slice(run.first, run.end + 1);
  const day = stray[0]?.start.day ?? null;
  if (day === null || last.start.day === null || stray.some((entry) => !redatable(entry, day))) return null;
  for (const other of [last.start.day, last.start.day + 1]) {
    const moved = stray.map((entry) => onDay(entry, other));
    if (other === day || !inOrder(entries, run, moved)) continue;
    const edits = editsOf(text, stray, other);
    return edits && { title: title(text, edits, stray.length - 1), kind: 'suggested', edits };
  }
  return null;
}

/** Whether an entry states its date and time of day itself, and a range does not leave the day. */
function redatable({ dateSource, start, end, time }: TimelineEntry, day: number): boolean {
  return dateSource === 'entry' && time.start.date !== null && start.day === day && start.second !== null
    && (time.end?.date == null || end?.day === day);
}

function onDay({ start, time, zone }: TimelineEntry, day: number): Timed {
  return { start: { ...start, day }, time, zone };
}

function inOrder(entries: readonly TimelineEntry[], run: StrayRun, moved: readonly Timed[]): boolean {
  let behind = run.end + 1;
  while (behind < entries.length && entries[behind]?.start.day === null) behind++;
  const next = entries[behind];
  const neighbours: Timed[] = [entries[run.last] as TimelineEntry, ...moved, ...(next ? [next] : [])];
  return neighbours.every((entry, index) => index === 0 || (compareEntries(entry, neighbours[index - 1] as Timed) ?? -1) >= 0)
    // A following entry that takes its date from the run would move along with it.
    && next?.dateSource !== 'previous';
}

function datesOf(text: SourceText, run: readonly TimelineEntry[]): { span: Span; date: CivilDate }[] {
  return run
    .flatMap(({ time }) => [time.start, time.end])
    .flatMap((point) => (point?.date && point.dateSpan ? [{ span: withWeekday(text, point.dateSpan), date: point.date }] : []));
}

const weekdayBefore = /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b[.,]?[ \t]+$/i;
/** "Wednesday, " is the longest, with a character before it. */
const longestWeekday = 12;

/** A date with the name of its weekday in front of it, which would be wrong on another day. */
function withWeekday({ value }: SourceText, { start, end }: Span): Span {
  const weekday = weekdayBefore.exec(value.slice(Math.max(0, start - longestWeekday), start));
  return { start: start - (weekday?.[0].length ?? 0), end };
}

/** The entries of a run have mostly one date, written alike. Null where one of them cannot be rewritten. */
function editsOf(text: SourceText, run: readonly TimelineEntry[], day: number): Edit[] | null {
  const known = new Map<string, string | null>();
  const edits: Edit[] = [];
  for (const { span, date } of datesOf(text, run)) {
    const written = text.slice(span);
    const key = `${written} ${date.year} ${date.month} ${date.day}`;
    let newText = known.get(key);
    if (newText === undefined) known.set(key, (newText = rewriteDate(written, date, day)));
    if (newText === null) return null;
    edits.push({ span, newText });
  }
  return edits;
}

function title(text: SourceText, edits: readonly Edit[], following: number): string {
  const { span, newText } = edits[0] as Edit;
  const from = excerpt(text.slice(span));
  if (following === 0) return t('Change {0} to {1}', from, newText);
  if (following === 1) return t('Change {0} to {1} here and in the following entry', from, newText);
  return t('Change {0} to {1} here and in the {2} following entries', from, newText, following);
}
