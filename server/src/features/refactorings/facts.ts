import type { ActionItem } from '../../document/actions';
import { parse, type IncidentDocument } from '../../document/document';
import { absolute } from '../../document/milestones';
import { isoMoment, type Moment, type Zone } from '../../document/time';
import type { TimelineEntry } from '../../document/timeline';
import { offsetThen } from '../../document/zone';
import { readingOf, type Settings } from '../../settings';
import { titleOf } from '../item-title';

/** What a document says, by kind of statement, each list sorted: what a change of notation leaves as it is. */
export interface Facts {
  /** Entries as they are written: local times, zone and words. */
  readonly entries: readonly string[];
  /** The same with instants in place of local times: equal in whatever zone they are told. */
  readonly instants: readonly string[];
  /** When entries are, in the stated zone. */
  readonly times: readonly string[];
  /** Action items with all that is read of them. */
  readonly items: readonly string[];
  /** The state and the details of every item. */
  readonly details: readonly string[];
  /** What is to be done without the words that hold the details, the details, and whether it is done. */
  readonly tasks: readonly string[];
  /** How far every item is that says so. */
  readonly states: readonly string[];
  readonly fields: readonly string[];
  /** Levels and roles of the sections. */
  readonly sections: readonly string[];
}

/** The facts of a document, each read when it is asked for. */
export function factOf(document: IncidentDocument, fact: keyof Facts): readonly string[] {
  return readers[fact](document).sort();
}

const entriesOf = ({ timelines }: IncidentDocument) => timelines.flatMap(({ entries }) => entries);

const readers: { readonly [Fact in keyof Facts]: (document: IncidentDocument) => string[] } = {
  entries: (document) => entriesOf(document).map((entry) => `${timesOf(entry)} ${entry.text}`),
  instants: (document) => entriesOf(document).map((entry) => `${instant(entry.start, entry.zone)}/${entry.end ? instant(entry.end, entry.zone) : ''} ${entry.text}`),
  times: (document) => entriesOf(document).map(timesOf),
  items: ({ plan }) => plan.items.map(({ text, state, owner, due, tickets, group }) =>
    [text, state, owner?.value, due?.value, due?.date, tickets.map(({ value }) => value), group.label].join(' | ')),
  details: ({ plan }) => plan.items.map((item) => `${item.state} ${detailsOf(item)}`),
  tasks: ({ plan }) => plan.items.map((item) => `${item.state === 'done'} ${titleOf(item)} ${detailsOf(item)}`),
  states: ({ plan }) => plan.items.map(({ state, group }) => `${group.label} ${state}`),
  fields: ({ fields }) => fields.map(({ key, label, value }) => `${key} ${label}: ${value}`),
  sections: ({ allSections }) => allSections.map(({ level, roles }) => `${level} ${roles.join()}`),
};

const detailsOf = (item: ActionItem): string =>
  [item.owner?.value, item.due?.date ?? item.due?.value, item.tickets.map(({ value }) => value).sort(), item.group.label].join(' | ');

const timesOf = ({ start, end, zone, time }: TimelineEntry): string => `${time.approximate ? '~' : ''}${isoMoment(start)}/${end ? isoMoment(end) : ''} ${zone?.text ?? ''}`;

/** UTC in seconds where it is known, else the local time. A day alone is the same day in every zone. */
function instant(at: Moment, zone: Zone | null): string {
  const known = at.day !== null && at.second !== null && zone !== null && offsetThen(zone, at.day, at.second) !== null;
  return known ? String(absolute(at, zone)) : isoMoment(at);
}

/** The document that a text is once it has been changed, read as it was before. */
export function reread(document: IncidentDocument, text: string, settings: Settings): IncidentDocument {
  return parse(text, { fileName: document.fileName, stickyKind: document.kind, ...readingOf(settings) });
}

/** Whether the facts of two documents are the same. */
export function agree(before: IncidentDocument, after: IncidentDocument, facts: readonly (keyof Facts)[]): boolean {
  return facts.every((fact) => {
    const [one, other] = [factOf(before, fact), factOf(after, fact)];
    return one.length === other.length && one.every((value, index) => value === other[index]);
  });
}
