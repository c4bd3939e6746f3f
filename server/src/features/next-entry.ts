import type { IncidentDocument } from '../document/document';
import type { TimelineEntry } from '../document/timeline';

/** The entry after or before a line. `wrapped`: there was none, and it is the first or the last of all. */
export interface FoundEntry {
  readonly entry: TimelineEntry;
  readonly wrapped: boolean;
}

/** The next or the previous entry of all timelines, from a line (0-based) on; null where there is no entry. */
export function nextEntry({ kind, timelines }: IncidentDocument, line: number, direction: 'next' | 'previous'): FoundEntry | null {
  const entries = kind === 'none' ? [] : timelines.flatMap((timeline) => timeline.entries);
  const found = direction === 'next' ? entries.find((entry) => entry.line > line) : entries.findLast((entry) => entry.line < line);
  const entry = found ?? (direction === 'next' ? entries[0] : entries.at(-1));
  return entry ? { entry, wrapped: entry !== found } : null;
}
