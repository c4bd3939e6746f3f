import { parse, type IncidentDocument, type ParseContext } from '../document/document';
import type { Timeline } from '../document/timeline';
import { CertainOffsets } from './paste/certain-offset';
import { notationOf, ofEmpty, type LocalEntry, type Notation } from './paste/notation';
import { localTime } from './written-time';

/** The beginning of a timeline entry that happens now, up to where its words begin. */
export interface EntryNow {
  /** The time alone. */
  readonly time: string;
  /** The whole line so far, from its first column on. */
  readonly line: string;
}

export interface EntryNowQuery {
  /** The line (0-based) that it is to take the place of, which holds at most the beginning of an entry. */
  readonly line: number;
  /** In milliseconds since the epoch. */
  readonly now: number;
  /** The IANA name of the zone that counts where the timeline states none. */
  readonly timeZone: string;
  readonly reading: ParseContext;
}

/**
 * The entry that would be written on a line of a timeline now, in the notation and the zone of its other entries. Null unless the document,
 * with that entry in it, is read to have it there at this moment.
 */
export function entryNow(document: IncidentDocument, timeline: Timeline | null, query: EntryNowQuery): EntryNow | null {
  const notation = timeline ? notationOf(document, timeline) : ofEmpty(document, null, document.zone);
  const entry = notation && localEntry(notation, new CertainOffsets(query.timeZone), query.now, 'x');
  if (!entry) return null;
  for (const withDate of notation.isDated ? [true] : [false, true]) {
    const [first = '', ...below] = notation.write(entry, withDate, 1);
    const time = below.length > 0 ? null : timeReadOf(document, first, entry, query);
    if (time !== null) return { time, line: first.slice(0, first.lastIndexOf(entry.text)) };
  }
  return null;
}

/**
 * An entry of an instant (milliseconds since the epoch), in the zone of the timeline: by the clocks of the reader where its name means them,
 * else by what the name says. Null where that says several things.
 */
export function localEntry({ zone, hasSeconds }: Notation, offsets: CertainOffsets, instant: number, text: string): LocalEntry | null {
  const local = offsets.at(zone, Math.floor(instant / 1000)) ?? (zone && localTime(instant, zone, ''));
  return local && { ...local, precision: hasSeconds ? 'second' : 'minute', author: null, text };
}

/** The time of the entry as the document would be read with it; null where that is not one of this very moment. */
function timeReadOf(document: IncidentDocument, written: string, at: LocalEntry, { line, reading }: EntryNowQuery): string | null {
  const { text } = document;
  const after = parse(`${text.value.slice(0, text.lineStart(line))}${written}${text.value.slice(text.lineEnd(line))}`, { ...reading, stickyKind: document.kind });
  const entry = after.timelines.flatMap(({ entries }) => entries).find((candidate) => candidate.line === line);
  if (!entry) return null;
  const { day, second, precision } = entry.start;
  const isNow = (day === null || day === at.day) && second === (precision === 'second' ? at.second : at.second - (at.second % 60));
  return isNow ? after.text.slice(entry.time.span) : null;
}
