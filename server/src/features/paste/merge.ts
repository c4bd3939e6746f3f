import { firstBehind } from '../../document/bisection';
import type { IncidentDocument } from '../../document/document';
import type { Line } from '../../document/lines';
import { passesMidnight } from '../../document/time';
import type { Timeline, TimelineEntry } from '../../document/timeline';
import { plainText, wordsOf } from '../../document/words';
import { insertAt, type Edit } from '../../rules/rule';
import type { CertainOffsets } from './certain-offset';
import type { DatedEntry } from './dates';
import { dayLineOf } from './day-lines';
import { entryOrder, type EntryOrder } from '../../rules/timeline/entry-order';
import { emptyTable, numberOf } from './notation';
import type { LocalEntry, Notation } from './notation';

const DAY = 86_400;

/** An entry of the merged timeline: one that is there, or a new one. */
export type Merged = { readonly old: TimelineEntry } | { readonly added: LocalEntry };

/** A new entry with its instant, in seconds since the epoch. */
export interface Placed {
  readonly instant: number;
  readonly entry: LocalEntry;
}

/** Which new entries state their date: all, those on another day than is in force where they stand, or none. */
export type Dates = 'all' | 'changes' | 'none';

export interface Merge {
  /** In document order, without overlaps. */
  readonly edits: readonly Edit[];
  /** Every entry as it must be read afterwards, in the order of the document. */
  readonly merged: readonly Merged[];
  readonly dates: Dates;
}

/** The entries that the timeline does not have yet, each once: what is said of the same minute in the same words is the same. */
export function withoutTwins(document: IncidentDocument, entries: readonly DatedEntry[], timeline: Timeline, notation: Notation, offsets: CertainOffsets): DatedEntry[] {
  const known = new Set<string>();
  for (const entry of timeline.entries) {
    const instant = instantOf(entry, offsets);
    if (instant === null || entry.start.second === null) continue;
    for (const unit of [1, 60]) known.add(keyOf(instant, unit, saidIn(document, entry)));
  }
  return entries.filter((entry) => {
    const unit = notation.hasSeconds && entry.precision === 'second' ? 1 : 60;
    const said = keyOf(entry.instant, unit, plainText(entry.author === null ? entry.text : `${entry.author}: ${entry.text}`));
    if (known.has(said) || known.has(keyOf(entry.instant, unit, plainText(entry.text)))) return false;
    known.add(said);
    return true;
  });
}

/** What an entry says; below its line, where that states the time alone. */
export function saidIn({ text }: IncidentDocument, entry: TimelineEntry): string {
  return entry.text === '' ? plainText(text.value.slice(text.lineEnd(entry.line), entry.span.end)) : entry.text;
}

const keyOf = (instant: number, unit: number, text: string): string => `${unit} ${Math.floor(instant / unit)} ${wordsOf(text) || text.trim()}`;

/** Seconds since the epoch; null where the day or the zone is not known for certain. */
function instantOf({ start, zone }: TimelineEntry, offsets: CertainOffsets): number | null {
  return start.day === null ? null : offsets.instant(zone, start.day, start.second ?? 0);
}

/** The same to tell the order by: on a day that is taken where none is known, and by what the name of the zone says, which may mean another. */
function nominalInstant({ start, zone }: TimelineEntry, offsets: CertainOffsets, taken: number | null): number | null {
  const day = start.day ?? taken;
  return day === null ? null : offsets.instant(zone, day, start.second ?? 0, zone?.offset ?? 0);
}

/** A number that grows from entry to entry: with time, or against it, or against the days and with the time of each. */
function ranking(timeline: Timeline, instants: readonly (number | null)[]): (instant: number | null, day: number | null) => number | null {
  const order = orderOf(timeline, instants);
  return (instant, day) => {
    if (instant === null || day === null) return null;
    if (order === 'newestFirst') return -instant;
    return order === 'newestDayFirst' ? instant - 2 * DAY * day : instant;
  };
}

/** As the entries tell; of so few that they do not tell for certain, as most steps do, and as the lines of their days. */
function orderOf(timeline: Timeline, instants: readonly (number | null)[]): EntryOrder {
  const { entries } = timeline;
  const told = entryOrder(timeline);
  if (told !== 'oldestFirst') return told;
  const steps = instants.slice(1).map((instant, index) => (instant ?? 0) - (instants[index] ?? instant ?? 0));
  if (steps.filter((step) => step < 0).length > steps.filter((step) => step > 0).length) return 'newestFirst';
  const days = entries.flatMap(({ start, dateSource }) => (dateSource === 'heading' && start.day !== null ? [start.day] : []));
  return days.length === entries.length && days.at(-1) !== days[0] && days.every((day, index) => index === 0 || day <= (days[index - 1] as number)) ? 'newestDayFirst' : told;
}

/** Where new entries stand: above or below an entry that is there (by its index), or above the line of its day. */
interface Group {
  readonly anchor: number;
  readonly side: 'above' | 'below' | 'aboveDay';
  readonly entries: LocalEntry[];
}

/** Puts entries, from the oldest on, between those that are there. */
export function merge(document: IncidentDocument, timeline: Timeline, notation: Notation, placed: readonly Placed[], offsets: CertainOffsets, dates: Dates): Merge {
  const { entries: old } = timeline;
  if (old.length === 0) return intoEmpty(document, timeline, notation, placed.map(({ entry }) => entry));
  // without dates all of it is of one day
  const undated = dates === 'none' ? (placed[0]?.entry.day ?? null) : null;
  const instants = old.map((entry) => nominalInstant(entry, offsets, undated));
  const rank = ranking(timeline, instants);
  const ranks = old.map(({ start }, index) => rank(instants[index] ?? null, start.day ?? undated));
  const chain = longestChain(ranks);
  const known = ranks.filter((rank) => rank !== null);
  const lowest = known.length < ranks.length ? -Infinity : known.reduce((one, other) => Math.min(one, other), Infinity);
  const highest = known.reduce((one, other) => Math.max(one, other), -Infinity);
  const groups: Group[] = [];
  const unit = notation.hasSeconds ? 1 : 60;
  const ranked = placed.map(({ instant, entry }) => ({ entry, at: rank(Math.floor(instant / unit) * unit, entry.day) as number }));
  for (const { entry, at } of ranked.sort((a, b) => a.at - b.at)) {
    const follower = firstBehind(chain, (index) => (ranks[index] as number) > at);
    // what is beyond all others goes beyond those that have strayed as well
    const isFirst = at < lowest;
    const next = isFirst ? 0 : (chain[follower] ?? -1);
    const before = isFirst ? -1 : highest <= at ? old.length - 1 : (chain[follower - 1] ?? (next < 0 ? old.length - 1 : -1));
    const place = placeOf(document, timeline, entry, before, next);
    const last = groups.at(-1);
    if (last && last.anchor === place.anchor && last.side === place.side) last.entries.push(entry);
    else groups.push({ ...place, entries: [entry] });
  }
  const edits = groups.map((group) => editOf(document, timeline, notation, group, dates)).sort((a, b) => a.span.start - b.span.start);
  return { edits: joined(edits), merged: mergedWith(old, groups), dates };
}

/** Behind the entry before it, unless only the one behind it is of its day. */
function placeOf(document: IncidentDocument, timeline: Timeline, { day }: LocalEntry, before: number, next: number): Omit<Group, 'entries'> {
  const { entries } = timeline;
  const [last, following] = [entries[before], entries[next]];
  if (last && (!following || last.start.day === day || following.start.day !== day)) return { anchor: before, side: 'below' };
  const isOther = following !== undefined && following.start.day !== day && dayLineOf(document, timeline, following) !== null;
  return { anchor: next, side: isOther ? 'aboveDay' : 'above' };
}

function editOf(document: IncidentDocument, timeline: Timeline, notation: Notation, { anchor, side, entries }: Group, dates: Dates): Edit {
  const { text } = document;
  const neighbour = timeline.entries[anchor] as TimelineEntry;
  const lines = linesOf(document, timeline, notation, { anchor, side, entries }, dates);
  if (side === 'below') {
    const at = text.lineEnd(neighbour.endLine);
    return insertAt(at, lines.map((line) => text.eol + line).join(''));
  }
  const line = side === 'above' ? neighbour.line : (dayLineOf(document, timeline, neighbour)?.line ?? neighbour.line);
  const at = text.lineStart(line);
  return insertAt(at, [...lines, ...(notation.isLoose || side === 'aboveDay' ? [''] : [])].map((written) => written + text.eol).join(''));
}

/** The lines of new entries; each states its date where the day that is in force there is another. */
function linesOf(document: IncidentDocument, timeline: Timeline, notation: Notation, { anchor, side, entries }: Group, dates: Dates): string[] {
  const neighbour = timeline.entries[anchor] as TimelineEntry;
  const model = dayLineOf(document, timeline, neighbour);
  let inForce = side === 'aboveDay' ? null : neighbour.start.day;
  let second = side === 'below' ? neighbour.start.second : null;
  let number = (numberOf(document, neighbour) ?? 0) + (side === 'below' ? 1 : 0);
  const lines: string[] = [];
  for (const entry of entries) {
    const crosses = !model && second !== null && passesMidnight(second, entry.second);
    const isOther = dates !== 'none' && (inForce === null || entry.day !== inForce + (crosses ? 1 : 0));
    const dayLine = !notation.isDated && isOther && model ? model.rewritten(entry.day) : null;
    if (dayLine !== null && model) {
      if (lines.length > 0 || side === 'below') if (model.blankBefore) lines.push('');
      lines.push(dayLine, ...(model.blankBehind ? [''] : []));
      number = 1;
    } else if (notation.isLoose && (side === 'below' || lines.length > 0)) lines.push('');
    lines.push(...notation.write(entry, dates === 'all' || (dayLine === null && isOther), number++));
    inForce = entry.day;
    second = entry.second;
  }
  return lines;
}

/** Below the heading, or below what else the section says. */
function intoEmpty(document: IncidentDocument, timeline: Timeline, notation: Notation, entries: readonly LocalEntry[]): Merge {
  const { text, lines } = document;
  const { section } = timeline;
  const table = emptyTable(document, timeline);
  const hasBody = section.endLine >= section.bodyLine && lines.slice(section.bodyLine, section.endLine + 1).some(({ kind }) => kind !== 'blank' && kind !== 'underline');
  const last = table ? table.endLine : hasBody ? section.endLine : Math.max(section.line, section.bodyLine - 1);
  const parted = !table && (hasBody || isParted(document));
  const at = text.lineEnd(last);
  const merged = entries.map((added) => ({ added }));
  const following = lines[last + 1];
  const needsBlank = following !== undefined && following.kind !== 'blank';
  return { edits: [insertAt(at, [...(parted ? [''] : []), ...entries.flatMap((entry, index) => notation.write(entry, true, index + 1)), ...(needsBlank ? [''] : [])].map((line) => text.eol + line).join(''))], merged, dates: 'all' };
}

/** Whether blank lines stand under the headings. */
function isParted({ allSections, lines }: IncidentDocument): boolean {
  const filled = allSections.filter(({ bodyLine, endLine, line }) => bodyLine > line && endLine >= bodyLine);
  const parted = filled.filter(({ bodyLine }) => (lines[bodyLine] as Line).kind === 'blank').length;
  return filled.length === 0 || parted * 2 > filled.length;
}

function mergedWith(old: readonly TimelineEntry[], groups: readonly Group[]): Merged[] {
  const placed = new Map<string, Merged[]>();
  for (const { anchor, side, entries } of groups) {
    const key = `${anchor} ${side}`;
    placed.set(key, [...(placed.get(key) ?? []), ...entries.map((added) => ({ added }))]);
  }
  const at = (index: number, side: Group['side']): readonly Merged[] => placed.get(`${index} ${side}`) ?? [];
  return old.flatMap((entry, index) => [...at(index, 'aboveDay'), ...at(index, 'above'), { old: entry }, ...at(index, 'below')]);
}

/** Two insertions at one place are one. */
function joined(edits: readonly Edit[]): Edit[] {
  const all: Edit[] = [];
  for (const edit of edits) {
    const last = all.at(-1);
    if (last?.span.start === edit.span.start) all[all.length - 1] = { span: last.span, newText: last.newText + edit.newText };
    else all.push(edit);
  }
  return all;
}

/** The indices of the longest run of values that do not fall, others left out: those that have strayed, and the unknown. */
function longestChain(values: readonly (number | null)[]): number[] {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    const place = firstBehind(tails, (tail) => (values[tail] as number) > value);
    before[index] = place > 0 ? (tails[place - 1] as number) : -1;
    tails[place] = index;
  }
  const chain: number[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] as number) chain.push(index);
  return chain.toReversed();
}
