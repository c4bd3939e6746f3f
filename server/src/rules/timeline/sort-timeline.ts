import type { Line } from '../../document/lines';
import type { SourceText, Span } from '../../document/text';
import type { Timeline, TimelineEntry } from '../../document/timeline';
import { t } from '../../l10n';
import type { Edit, Fix } from '../rule';
import { compareEntries } from './entry-order';

/**
 * Moves whole entries with their continuation lines into chronological order, or from the newest down, keeping entries of the same time in theirs and
 * every other line where it is. Null where the timeline is in order, or where moving an entry could change what it says:
 * something not understood stands between the entries, an entry takes its date from its neighbours, is nested below another,
 * or has a comment behind it that may be about the next one.
 */
export function sortTimeline(text: SourceText, lines: readonly Line[], timeline: Timeline, newestFirst: boolean): Fix | null {
  const { entries } = timeline;
  if (timeline.unread > 0 || entries.length < 2 || !contiguous(lines, entries) || !movable(lines, entries)) return null;
  const sorted = [...entries].sort((a, b) => (newestFirst ? -1 : 1) * (compareEntries(a, b) ?? 0));
  const edits: Edit[] = [];
  for (const [index, entry] of sorted.entries()) {
    const place = entries[index] as TimelineEntry;
    if (place !== entry) edits.push({ span: wholeLines(text, place), newText: text.slice(wholeLines(text, entry)) });
  }
  return edits.length === 0 ? null : { title: t('Sort the timeline'), kind: 'suggested', edits };
}

function wholeLines(text: SourceText, { line, endLine }: TimelineEntry): Span {
  return { start: text.lineStart(line), end: text.lineEnd(endLine) };
}

/** Whether nothing but blank lines stands between the entries, and no two share a line. */
function contiguous(lines: readonly Line[], entries: readonly TimelineEntry[]): boolean {
  return entries.every((entry, index) => {
    const next = entries[index + 1];
    return !next || (next.line > entry.endLine && lines.slice(entry.endLine + 1, next.line).every(({ kind }) => kind === 'blank'));
  });
}

/** Whether every entry means the same wherever it stands, and all can be compared with each other. */
function movable(lines: readonly Line[], entries: readonly TimelineEntry[]): boolean {
  const first = entries[0] as TimelineEntry;
  const dated = first.dateSource === 'entry';
  return entries.every((entry) => {
    const own = entry.dateSource === 'entry';
    return (
      own === dated &&
      (own || entry.start.day === first.start.day) &&
      (entry.start.second === null) === (first.start.second === null) &&
      compareEntries(entry, first) !== null &&
      !entry.time.approximate &&
      lines[entry.line]?.marker !== 'number' &&
      lines[entry.line]?.indent === lines[first.line]?.indent &&
      lines[entry.endLine]?.kind !== 'comment'
    );
  });
}
