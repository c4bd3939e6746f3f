import type { IncidentDocument } from '../../document/document';
import { absolute } from '../../document/milestones';
import type { Span } from '../../document/text';
import type { Zone } from '../../document/time';
import type { Timeline } from '../../document/timeline';
import { t } from '../../l10n';
import { applyEdits } from '../../rules/apply-fixes';
import { insertAt, type Edit } from '../../rules/rule';
import { gapAtEnd, insertSection } from '../../rules/skeleton';
import { titles } from '../../rules/structure/missing-section';
import { localEntry } from '../entry-now';
import { isMarkdown } from '../notation/is-markdown';
import { certainMerge, waysFor } from '../paste/certain-merge';
import { CertainOffsets } from '../paste/certain-offset';
import { merge, type Dates, type Placed } from '../paste/merge';
import { notationOf, ofEmpty, type Notation } from '../paste/notation';
import { wholeLines, withRemoval } from '../paste/removed-lines';
import type { Read } from '../read';
import { timelineOver } from '../timeline-over';

export interface InsertQuery {
  /** Where the cursor is: of several timelines the entry goes into the one that this offset is in. */
  readonly offset: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The IANA name of the reader's zone, for timelines that state none. */
  readonly timeZone: string;
  readonly read: Read;
}

/** An entry that has its time and lacks its words. */
export interface InsertedEntry {
  /** Of the document's text, not overlapping, in its order. */
  readonly edits: readonly Edit[];
  /** Where the words belong: an offset into the new text of the edit at an index. */
  readonly cursor: { readonly edit: number; readonly offset: number };
}

type Refused = { readonly refused: string };

/**
 * An entry of the timeline that happens now, in the notation and the zone of its neighbours and at its place among them; under a heading for
 * its day, where days have one and the day is new; in a section for it, where there is no timeline. A bullet that was begun at the cursor and
 * has no words yet gives way to it. Refused, with a sentence that says why, where the document with the entry in it would not be read to have
 * it there at this moment and everything else as before.
 */
export function insertEntryNow(document: IncidentDocument, query: InsertQuery): InsertedEntry | Refused {
  const gone = begunAt(document, query.offset);
  const kept = gone ? query.read(document.text.value.slice(0, gone.start) + document.text.value.slice(gone.end)) : document;
  const timeline = timelineFor(kept, gone ? gone.start : query.offset);
  const written = timeline ? intoTimeline(kept, timeline, query) : withSection(kept, query);
  if ('refused' in written) return written;
  const { edits, probe, probed } = written;
  const places = (gone ? withRemoval(probed, gone) : probed).map(({ newText }) => newText.indexOf(probe));
  const edit = places.findIndex((offset) => offset >= 0);
  return { edits: gone ? withRemoval(edits, gone) : edits, cursor: { edit, offset: places[edit] as number } };
}

/** The edits of an entry without words, and the same with a word in place of them. */
interface Written {
  readonly edits: readonly Edit[];
  readonly probe: string;
  readonly probed: readonly Edit[];
}

/** The line of a bullet or a number without words, in a timeline or right behind it. */
function begunAt(document: IncidentDocument, offset: number): Span | null {
  const { text, lines, timelines } = document;
  const number = text.lineAt(offset);
  const line = lines[number];
  if (!line || !/^[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]*$/.test(text.value.slice(line.start, line.end))) return null;
  const isNear = timelines.some(({ section }) => section.line < number && lines.slice(section.endLine + 1, number).every(({ kind }) => kind === 'blank'));
  return isNear ? wholeLines(document, line) : null;
}

/** The timeline that the cursor is in, else the one whose last entry is the latest. */
function timelineFor(document: IncidentDocument, offset: number): Timeline | undefined {
  const latest = ({ entries }: Timeline): number => entries.reduce((last, { start, zone }) => Math.max(last, absolute(start, zone) ?? last), -Infinity);
  return timelineOver(document, offset) ?? document.timelines.toSorted((a, b) => latest(b) - latest(a) || b.entries.length - a.entries.length)[0];
}

function intoTimeline(document: IncidentDocument, timeline: Timeline, query: InsertQuery): Written | Refused {
  const notation = notationOf(document, timeline);
  if (!notation) return { refused: t('The entries of this timeline are written in a way that cannot be continued for certain.') };
  const offsets = new CertainOffsets(query.timeZone);
  const placed = now(notation, offsets, query, probeFor(document));
  if (!placed) return { refused: uncertain(notation.zone) };
  const made = certainMerge(document, timeline, notation, [placed], offsets, query.read, waysOf(notation, timeline, placed));
  if (!made) return { refused: t('An entry of now cannot be put into this timeline without a change of what the others say.') };
  const wordless = { ...placed, entry: { ...placed.entry, text: '' } };
  return { edits: merge(document, timeline, notation, [wordless], offsets, made.dates).edits, probe: placed.entry.text, probed: made.edits };
}

/** In a new section for the timeline, headed as the others are. */
function withSection(document: IncidentDocument, query: InsertQuery): Written | Refused {
  const { text } = document;
  const offsets = new CertainOffsets(query.timeZone);
  for (const zone of document.zone ? [document.zone, null] : [null]) {
    const notation = ofEmpty(document, null, zone);
    const placed = now(notation, offsets, query, probeFor(document));
    if (!placed) continue;
    const write = (words: string): Edit[] => {
      const line = notation.write({ ...placed.entry, text: words }, true, 1).join(text.eol);
      return hasHeadings(document) ? [...insertSection(document, 'timeline', titles.timeline, line).edits] : [atEnd(document, `${titles.timeline}:${text.eol}${text.eol}${line}${text.eol}`)];
    };
    const probed = write(placed.entry.text);
    const { timelines, fields } = query.read(applyEdits(text.value, probed));
    const [entry, ...others] = timelines.flatMap(({ entries }) => entries);
    const isRead = entry?.start.day === placed.entry.day && entry.start.second === placed.entry.second - (placed.entry.second % 60) && entry.zone?.text === notation.zone?.text;
    if (isRead && others.length === 0 && fields.length === document.fields.length) return { edits: write(''), probe: placed.entry.text, probed };
  }
  return { refused: t('This document has no timeline, and no place where one could begin.') };
}

/** Whether there is a heading to follow; Markdown has its own. */
const hasHeadings = (document: IncidentDocument): boolean => document.sections.length > 0 || isMarkdown(document);

function atEnd(document: IncidentDocument, content: string): Edit {
  const { length } = document.text.value;
  return insertAt(length, gapAtEnd(document) + content);
}

/** The entry at its instant; null where its zone does not tell for certain what a clock shows there. */
function now(notation: Notation, offsets: CertainOffsets, query: InsertQuery, text: string): Placed | null {
  const entry = localEntry(notation, offsets, query.now, text);
  return entry && { instant: Math.floor(query.now / 1000), entry };
}

const uncertain = (zone: Zone | null): string => t('“{0}” does not tell for certain how far it is from UTC.', zone?.text ?? '');

/** Where no entry has a date, an entry that is later than all of them needs none either. */
function waysOf(notation: Notation, { entries }: Timeline, { entry }: Placed): readonly Dates[] {
  const isLater = entries.length > 0 && entries.every(({ start }) => start.day === null && (start.second ?? 0) <= entry.second);
  return isLater ? ['none', ...waysFor(notation)] : waysFor(notation);
}

/** A word that is nowhere in the text, in place of those that are to be written. */
function probeFor({ text: { value } }: IncidentDocument): string {
  let probe = 'x';
  while (value.toLowerCase().includes(probe)) probe += 'x';
  return probe;
}
