import type { IncidentDocument } from '../../document/document';
import type { DayOrder } from '../../document/day-order';
import { findDayOrder } from '../../document/day-order';
import type { Span } from '../../document/text';
import { isoDay, isoMoment } from '../../document/time';
import { t } from '../../l10n';
import type { Edit } from '../../rules/rule';
import type { Read } from '../read';
import { timelineOver } from '../timeline-over';
import { certainMerge } from './certain-merge';
import { CertainOffsets } from './certain-offset';
import { dated } from './dates';
import type { DatedEntry } from './dates';
import { recognise } from './formats';
import { withoutTwins } from './merge';
import type { Placed } from './merge';
import { notationOf } from './notation';
import type { LocalEntry, Notation } from './notation';
import { wholeLines, withRemoval } from './removed-lines';

export interface PasteQuery {
  /** What was copied, or what is selected. */
  readonly text: string;
  /** Where it goes: the timeline that this offset is in, or the only one of the document where `replacing` is given. */
  readonly offset: number;
  /** The lines of the document that the text stands in and that go away; absent where it comes from elsewhere. */
  readonly replacing?: Span | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The IANA name of the reader's zone. */
  readonly timeZone: string;
  /** As the settings say it. */
  readonly dayOrder?: Exclude<DayOrder, null> | undefined;
  readonly read: Read;
}

export interface PastedTimeline {
  /** As people call it. */
  readonly format: string;
  /** The entries that are new, as the document will have them, from the oldest on. */
  readonly entries: readonly { readonly start: string; readonly text: string }[];
  /** Of the document's text, not overlapping, in its order; none where every entry is there already and nothing goes away. */
  readonly edits: readonly Edit[];
  /** Sentences on what was assumed. */
  readonly notes: readonly string[];
}

/**
 * Makes entries of a chat, a log or a table, in the notation and the zone of the timeline, and merges them into it in order. What is there
 * already stays as it is, and is not added again. The text is left alone, with a sentence that says why, where its format is not known, and
 * where the merged document would not be read as it must be.
 */
export function pasteAsTimeline(document: IncidentDocument, query: PasteQuery): PastedTimeline | { readonly refused: string } {
  const gone = query.replacing && wholeLines(document, query.replacing);
  const kept = gone ? query.read(document.text.value.slice(0, gone.start) + document.text.value.slice(gone.end)) : document;
  const found = recognise(query.text, query.dayOrder ?? findDayOrder(document.text.value));
  if (!found) return { refused: t('The text is no chat, log or table whose times can be read.') };
  const timeline = timelineOver(kept, gone ? gone.start : query.offset) ?? (gone && kept.timelines.length === 1 ? kept.timelines[0] : undefined);
  if (!timeline || kept.kind === 'none') return { refused: t('Entries go into a timeline: put the cursor under the heading of one.') };
  const notation = notationOf(kept, timeline);
  if (!notation) return { refused: t('The entries of this timeline are written in a way that cannot be continued for certain.') };
  const offsets = new CertainOffsets(query.timeZone);
  const read = dated(found.entries, { now: query.now, day: kept.day ?? timeline.entries.find(({ start }) => start.day !== null)?.start.day ?? null, offsets });
  if ('refused' in read) return read;
  const fresh = withoutTwins(kept, read.entries, timeline, notation, offsets);
  const local: Placed[] = [];
  for (const entry of fresh) {
    const there = offsets.at(notation.zone, entry.instant);
    if (!there) return { refused: t('“{0}” does not tell for certain how far it is from UTC.', notation.zone?.text ?? '') };
    local.push({ instant: entry.instant, entry: { ...there, precision: entry.precision, author: entry.author, text: entry.text } });
  }
  const merged = local.length === 0 ? { edits: [], merged: [] } : certainMerge(kept, timeline, notation, local, offsets, query.read);
  if (!merged) return { refused: t('The entries cannot be put into this timeline without a change of what the others say.') };
  return {
    format: found.format.name,
    entries: local.map(({ entry }) => ({ start: isoMoment({ ...entry, precision: shownPrecision(entry, notation) }), text: entry.author === null ? entry.text : `${entry.author}: ${entry.text}` })),
    edits: gone ? withRemoval(merged.edits, gone) : merged.edits,
    notes: notesOn(read, found.entries.length, fresh, notation, query.timeZone),
  };
}

const shownPrecision = ({ precision }: LocalEntry, { hasSeconds }: Notation): 'minute' | 'second' => (hasSeconds ? precision : 'minute');

function notesOn(read: Exclude<ReturnType<typeof dated>, { refused: string }>, all: number, fresh: readonly DatedEntry[], { zone }: Notation, timeZone: string): string[] {
  const known = all - fresh.length;
  return [
    read.dayAssumed === null ? null : t('The text states no date; {0} is taken.', isoDay(read.dayAssumed)),
    read.zoneAssumed ? t('The text states no time zone; {0} is taken.', timeZone) : null,
    zone ? null : t('The timeline states no time zone; its times are taken to be in {0}.', timeZone),
    known === 0 ? null : t('{0} of {1} entries are there already.', known, all),
  ].filter((note) => note !== null);
}
