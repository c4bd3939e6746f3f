import type { IncidentDocument } from '../../document/document';
import { isoMoment } from '../../document/time';
import type { Timeline, TimelineEntry } from '../../document/timeline';
import { plainText, wordsOf } from '../../document/words';
import { applyEdits } from '../../rules/apply-fixes';
import type { Read } from '../read';
import type { CertainOffsets } from './certain-offset';
import { merge, saidIn } from './merge';
import type { Dates, Merge, Placed } from './merge';
import { numberOf } from './notation';
import type { Notation } from './notation';

/**
 * The first way of writing the entries in which all of them are read as they must be, and everything else as before; null where there is
 * none. `ways`: the ways to state dates that come into question, the best first.
 */
export function certainMerge(document: IncidentDocument, timeline: Timeline, notation: Notation, placed: readonly Placed[], offsets: CertainOffsets, read: Read, ways = waysFor(notation)): Merge | null {
  const index = document.timelines.indexOf(timeline);
  for (const dates of ways) {
    const attempt = merge(document, timeline, notation, placed, offsets, dates);
    const after = read(applyEdits(document.text.value, attempt.edits));
    if (isAsMeant(attempt, document, after, index, notation) && isElseTheSame(document, after, index)) return attempt;
  }
  return null;
}

/** Entries that state their date are followed in that; elsewhere a date is stated where another day is in force, or else by every new entry. */
export const waysFor = ({ isDated }: Notation): readonly Dates[] => (isDated ? ['all'] : ['changes', 'all']);

function isAsMeant({ merged, dates }: Merge, before: IncidentDocument, after: IncidentDocument, index: number, notation: Notation): boolean {
  const timeline = after.timelines[index];
  if (timeline?.entries.length !== merged.length || !areNumbered(before, after, index)) return false;
  return timeline.entries.every((entry, place) => {
    const meant = merged[place] as Merge['merged'][number];
    if ('old' in meant) return isSame(meant.old, entry);
    const { day, second, precision, author, text } = meant.added;
    const unit = notation.hasSeconds && precision === 'second' ? 1 : 60;
    const said = wordsOf(saidIn(after, entry));
    return entry.start.day === (dates === 'none' ? null : day) && entry.start.second === Math.floor(second / unit) * unit && entry.end === null
      && entry.zone?.text === notation.zone?.text && said.endsWith(wordsOf(plainText(text))) && (author === null || said.includes(wordsOf(author)));
  });
}

function isSame(one: TimelineEntry, two: TimelineEntry): boolean {
  return isoMoment(one.start) === isoMoment(two.start) && one.text === two.text && one.zone?.text === two.zone?.text
    && (one.end ? isoMoment(one.end) : null) === (two.end ? isoMoment(two.end) : null);
}

/** Whether the numbers of a list count as they did. */
function areNumbered(before: IncidentDocument, after: IncidentDocument, index: number): boolean {
  return faultsIn(after, index) <= faultsIn(before, index);
}

function faultsIn(document: IncidentDocument, index: number): number {
  const numbers = document.timelines[index]?.entries.map((entry) => numberOf(document, entry)) ?? [];
  return numbers.filter((number, at) => {
    const last = numbers[at - 1] ?? null;
    return number !== null && last !== null && number !== 1 && number !== last + 1;
  }).length;
}

/** Whether fields, sections, plan and the other timelines are those that they were. */
function isElseTheSame(before: IncidentDocument, after: IncidentDocument, timeline: number): boolean {
  const facts = ({ fields, allSections, plan, timelines, kind }: IncidentDocument): string => JSON.stringify([
    kind, fields.map(({ key, label, value }) => [key, label, value]), plan.items.map(({ text, state }) => [text, state]),
    allSections.filter(({ roles }) => roles.length > 0).map(({ title }) => title), timelines.map(({ entries }, index) => (index === timeline ? null : entries.length)),
  ]);
  return facts(before) === facts(after);
}
