import type { IncidentDocument } from '../../document/document';
import type { Line } from '../../document/lines';
import type { Timeline, TimelineEntry } from '../../document/timeline';
import { plainText, wordsOf } from '../../document/words';
import type { Edit } from '../../rules/rule';
import type { CertainOffsets } from './certain-offset';
import type { DatedEntry } from './dates';
import { dayLineOf } from './day-lines';
import { emptyTable } from './notation';
import type { LocalEntry, Notation } from './notation';

const DAY = 86_400;
const EVENING = 18 * 3600;
const MORNING = 9 * 3600;

/** An entry of the merged timeline: one that is there, or a new one. */
export type Merged = { readonly old: TimelineEntry } | { readonly added: LocalEntry };

export interface Merge {
  /** In document order, without overlaps. */
  readonly edits: readonly Edit[];
  /** Every entry as it must be read afterwards, in the order of the document. */
  readonly merged: readonly Merged[];
}

/** The entries that the timeline does not have yet, each once: what is said of the same minute in the same words is the same. */
export function withoutTwins(entries: readonly DatedEntry[], timeline: Timeline, notation: Notation, offsets: CertainOffsets): DatedEntry[] {
  const known = new Set<string>();
  for (const entry of timeline.entries) {
    const instant = instantOf(entry, offsets);
    if (instant === null || entry.start.second === null) continue;
    for (const unit of [1, 60]) known.add(keyOf(instant, unit, entry.text));
  }
  return entries.filter((entry) => {
    const unit = notation.hasSeconds && entry.precision === 'second' ? 1 : 60;
    const said = keyOf(entry.instant, unit, plainText(entry.author === null ? entry.text : `${entry.author}: ${entry.text}`));
    if (known.has(said) || known.has(keyOf(entry.instant, unit, plainText(entry.text)))) return false;
    known.add(said);
    return true;
  });
}

const keyOf = (instant: number, unit: number, text: string): string => `${unit} ${Math.floor(instant / unit)} ${wordsOf(text) || text.trim()}`;

/** Seconds since the epoch; null where the day or the zone is not known for certain. */
function instantOf({ start, zone }: TimelineEntry, offsets: CertainOffsets): number | null {
  if (start.day === null) return null;
  const offset = offsets.offsetOf(zone, start.day, start.second ?? 0);
  return offset === null ? null : start.day * DAY + (start.second ?? 0) - offset * 60;
}

/** Where new entries stand: above or below an entry that is there (by its index), or above the line of its day. */
interface Group {
  readonly anchor: number;
  readonly side: 'above' | 'below' | 'aboveDay';
  readonly entries: LocalEntry[];
}

/** Puts entries between those that are there. `local`: each with its instant, from the oldest on. `everyDate`: whether each states its date, though the others do not. */
export function merge(document: IncidentDocument, timeline: Timeline, notation: Notation, local: readonly { instant: number; entry: LocalEntry }[], offsets: CertainOffsets, everyDate: boolean): Merge {
  const { entries: old, newestFirst } = timeline;
  if (old.length === 0) return intoEmpty(document, timeline, local.map(({ entry }) => notation.write(entry, true)), local.map(({ entry }) => entry));
  const direction = newestFirst ? -1 : 1;
  const instants = old.map((entry) => instantOf(entry, offsets));
  const chain = longestChain(instants.map((instant) => (instant === null ? null : instant * direction)));
  const groups: Group[] = [];
  for (const { instant, entry } of newestFirst ? local.toReversed() : local) {
    const written = Math.floor(instant / (notation.hasSeconds ? 1 : 60)) * (notation.hasSeconds ? 1 : 60);
    const follower = firstBehind(chain, (index) => (instants[index] as number) * direction > written * direction);
    const next = chain[follower] ?? -1;
    const before = chain[follower - 1] ?? (next < 0 ? old.length - 1 : -1);
    const place = placeOf(document, timeline, entry, before, next);
    const last = groups.at(-1);
    if (last && last.anchor === place.anchor && last.side === place.side) last.entries.push(entry);
    else groups.push({ ...place, entries: [entry] });
  }
  const edits = groups.map((group) => editOf(document, timeline, notation, group, everyDate)).sort((a, b) => a.span.start - b.span.start);
  return { edits: joined(edits), merged: mergedWith(old, groups) };
}

/** Behind the entry before it, unless only the one behind it is of its day. */
function placeOf(document: IncidentDocument, timeline: Timeline, { day }: LocalEntry, before: number, next: number): Omit<Group, 'entries'> {
  const { entries } = timeline;
  const [last, following] = [entries[before], entries[next]];
  if (last && (!following || last.start.day === day || following.start.day !== day)) return { anchor: before, side: 'below' };
  const isOther = following !== undefined && following.start.day !== day && dayLineOf(document, timeline, following) !== null;
  return { anchor: next, side: isOther ? 'aboveDay' : 'above' };
}

function editOf(document: IncidentDocument, timeline: Timeline, notation: Notation, { anchor, side, entries }: Group, everyDate: boolean): Edit {
  const { text } = document;
  const neighbour = timeline.entries[anchor] as TimelineEntry;
  const lines = linesOf(document, timeline, notation, { anchor, side, entries }, everyDate);
  if (side === 'below') {
    const at = text.lineEnd(neighbour.endLine);
    return { span: { start: at, end: at }, newText: lines.map((line) => text.eol + line).join('') };
  }
  const line = side === 'above' ? neighbour.line : (dayLineOf(document, timeline, neighbour)?.line ?? neighbour.line);
  const at = text.lineStart(line);
  return { span: { start: at, end: at }, newText: [...lines, ...(notation.isLoose || side === 'aboveDay' ? [''] : [])].map((written) => written + text.eol).join('') };
}

/** The lines of new entries; each states its date where the day that is in force there is another. */
function linesOf(document: IncidentDocument, timeline: Timeline, notation: Notation, { anchor, side, entries }: Group, everyDate: boolean): string[] {
  const neighbour = timeline.entries[anchor] as TimelineEntry;
  const model = dayLineOf(document, timeline, neighbour);
  let inForce = side === 'aboveDay' ? null : neighbour.start.day;
  let second = side === 'below' ? neighbour.start.second : null;
  const lines: string[] = [];
  for (const entry of entries) {
    const crosses = !model && second !== null && second >= EVENING && entry.second <= MORNING;
    const isOther = inForce === null || entry.day !== inForce + (crosses ? 1 : 0);
    const dayLine = !notation.isDated && isOther && model ? model.rewritten(entry.day) : null;
    if (dayLine !== null && model) {
      if (lines.length > 0 || side === 'below') if (model.blankBefore) lines.push('');
      lines.push(dayLine, ...(model.blankBehind ? [''] : []));
    } else if (notation.isLoose && (side === 'below' || lines.length > 0)) lines.push('');
    lines.push(notation.write(entry, notation.isDated || everyDate || (dayLine === null && isOther)));
    inForce = entry.day;
    second = entry.second;
  }
  return lines;
}

/** Below the heading, or below what else the section says. */
function intoEmpty(document: IncidentDocument, timeline: Timeline, written: readonly string[], entries: readonly LocalEntry[]): Merge {
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
  return { edits: [{ span: { start: at, end: at }, newText: [...(parted ? [''] : []), ...written, ...(needsBlank ? [''] : [])].map((line) => text.eol + line).join('') }], merged };
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

/** How many of the first values are not behind; those that are come last. */
function firstBehind(values: readonly number[], isBehind: (value: number) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(values[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
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
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] as number] as number) <= value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = index;
  }
  const chain: number[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] as number) chain.push(index);
  return chain.toReversed();
}
