import type { IncidentDocument } from '../../document/document';
import type { DayOrder } from '../../document/day-order';
import { findDayOrder } from '../../document/day-order';
import type { Span } from '../../document/text';
import { isoDay, isoMoment } from '../../document/time';
import type { Timeline, TimelineEntry } from '../../document/timeline';
import { plainText, wordsOf } from '../../document/words';
import { t } from '../../l10n';
import type { Edit } from '../../rules/rule';
import { CertainOffsets } from './certain-offset';
import { dated } from './dates';
import type { DatedEntry } from './dates';
import { recognise } from './formats';
import { merge, withoutTwins } from './merge';
import type { Merge } from './merge';
import { notationOf } from './notation';
import type { LocalEntry, Notation } from './notation';

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
  /** Reads a text as the document was read. */
  readonly read: (text: string) => IncidentDocument;
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
  const timeline = timelineAt(kept, gone ? gone.start : query.offset) ?? (gone && kept.timelines.length === 1 ? kept.timelines[0] : undefined);
  if (!timeline || kept.kind === 'none') return { refused: t('Entries go into a timeline: put the cursor under the heading of one.') };
  const notation = notationOf(kept, timeline);
  if (!notation) return { refused: t('The entries of this timeline are written in a way that cannot be continued for certain.') };
  const offsets = new CertainOffsets(query.timeZone);
  const read = dated(found.entries, { now: query.now, day: kept.day ?? timeline.entries.find(({ start }) => start.day !== null)?.start.day ?? null, offsets });
  if ('refused' in read) return read;
  const fresh = withoutTwins(read.entries, timeline, notation, offsets);
  const local: { instant: number; entry: LocalEntry }[] = [];
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

/** The timeline whose heading stands over an offset. */
function timelineAt({ text, allSections, timelines }: IncidentDocument, offset: number): Timeline | undefined {
  const line = text.lineAt(offset);
  for (let section = allSections.findLast((above) => above.line <= line) ?? null; section; section = section.parent) {
    const found = timelines.find((timeline) => timeline.section === section);
    if (found) return found;
  }
  return undefined;
}

/** The first way of writing the entries in which all of them are read as they must be, and everything else as before. */
function certainMerge(document: IncidentDocument, timeline: Timeline, notation: Notation, local: readonly { instant: number; entry: LocalEntry }[], offsets: CertainOffsets, read: PasteQuery['read']): Merge | null {
  const index = document.timelines.indexOf(timeline);
  for (const everyDate of notation.isDated ? [true] : [false, true]) {
    const attempt = merge(document, timeline, notation, local, offsets, everyDate);
    const after = read(applied(document.text.value, attempt.edits));
    if (isAsMeant(attempt, after.timelines[index], notation) && isElseTheSame(document, after, index)) return attempt;
  }
  return null;
}

function isAsMeant({ merged }: Merge, timeline: Timeline | undefined, notation: Notation): boolean {
  if (timeline?.entries.length !== merged.length) return false;
  return timeline.entries.every((entry, index) => {
    const meant = merged[index] as Merge['merged'][number];
    if ('old' in meant) return isSame(meant.old, entry);
    const { day, second, precision, author, text } = meant.added;
    const unit = notation.hasSeconds && precision === 'second' ? 1 : 60;
    return entry.start.day === day && entry.start.second === Math.floor(second / unit) * unit && entry.end === null
      && entry.zone?.text === notation.zone?.text && wordsOf(entry.text).endsWith(wordsOf(plainText(text))) && (author === null || wordsOf(entry.text).includes(wordsOf(author)));
  });
}

function isSame(one: TimelineEntry, two: TimelineEntry): boolean {
  return isoMoment(one.start) === isoMoment(two.start) && one.text === two.text && one.zone?.text === two.zone?.text
    && (one.end ? isoMoment(one.end) : null) === (two.end ? isoMoment(two.end) : null);
}

/** Whether fields, sections, plan and the other timelines are those that they were. */
function isElseTheSame(before: IncidentDocument, after: IncidentDocument, timeline: number): boolean {
  const facts = ({ fields, allSections, plan, timelines, kind }: IncidentDocument): string => JSON.stringify([
    kind, fields.map(({ key, label, value }) => [key, label, value]), plan.items.map(({ text, state }) => [text, state]),
    allSections.filter(({ roles }) => roles.length > 0).map(({ title }) => title), timelines.map(({ entries }, index) => (index === timeline ? null : entries.length)),
  ]);
  return facts(before) === facts(after);
}

function applied(text: string, edits: readonly Edit[]): string {
  let result = '';
  let last = 0;
  for (const { span, newText } of edits) {
    result += text.slice(last, span.start) + newText;
    last = span.end;
  }
  return result + text.slice(last);
}

/** Whole lines with their endings; of two blank lines that would meet, one. */
function wholeLines({ text, lines }: IncidentDocument, { start, end }: Span): Span {
  const first = text.lineAt(start);
  // a selection that ends where a line begins does not reach into it
  const last = end > start && text.lineAt(end) > first && text.lineStart(text.lineAt(end)) === end ? text.lineAt(end) - 1 : text.lineAt(end);
  const isBlank = (line: number): boolean => line < 0 || lines[line]?.kind === 'blank';
  if (last + 1 >= text.lineCount) return { start: first > 0 ? text.lineEnd(first - 1) : 0, end: text.value.length };
  const both = isBlank(first - 1) && isBlank(last + 1) && last + 2 < text.lineCount;
  return { start: text.lineStart(first), end: text.lineStart(last + (both ? 2 : 1)) };
}

/** Edits of the text without some lines as edits of the text with them. */
function withRemoval(edits: readonly Edit[], gone: Span): Edit[] {
  const length = gone.end - gone.start;
  const here = edits.find(({ span }) => span.start === gone.start);
  const moved = edits.filter((edit) => edit !== here).map(({ span, newText }) => {
    const shift = span.start > gone.start ? length : 0;
    return { span: { start: span.start + shift, end: span.end + shift }, newText };
  });
  return [...moved, { span: gone, newText: here?.newText ?? '' }].sort((a, b) => a.span.start - b.span.start);
}
