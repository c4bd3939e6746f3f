import type { ActionItem } from '../document/actions';
import type { IncidentDocument } from '../document/document';
import { absolute } from '../document/milestones';
import type { Span } from '../document/text';
import { isoMoment, type Moment, type Zone } from '../document/time';
import type { TimelineEntry } from '../document/timeline';
import { withoutNumbering } from '../document/words';
import { offsetThen } from '../document/zone';
import { titleOf } from './item-title';

/** The letters and digits of a text: what must be left of it whatever the notation. */
export function lettersOf(text: string): string {
  return isAscii.test(text) ? text.replace(/[^A-Za-z0-9]+/g, '') : text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Properties of Unicode take several times as long to look for, and most texts need none. */
const isAscii = /^[\x00-\x7f]*$/;

/** Reads one kind of statement off a document: without places, in the document's order. */
type Reader = (document: IncidentDocument) => readonly unknown[];

const readers = {
  kind: ({ kind }) => [kind],
  title: ({ text, title }) => (title ? [headingIn(text.slice(title.span))] : []),
  fields: ({ text, fields }) => fields.map(({ key, labelSpan, valueSpan }) => [key, lettersIn(text, labelSpan), lettersIn(text, valueSpan)]),
  /** Headings with their roles, whatever their level: plain text has two. */
  sections: ({ text, allSections }) => allSections.map(({ titleSpan, roles, isField }) => [headingIn(text.slice(titleSpan)), roles, isField]),
  /** Levels and roles, whatever the words: a heading may name a zone. */
  outline: ({ allSections }) => allSections.map(({ level, roles }) => [level, roles]),
  timelines: ({ timelines }) => timelines.map(({ entries }) => entries.length),
  /** Entries as they are written: local times, zone, words and milestones. */
  entries: (document) => entriesOf(document).map((entry) => [timesOf(entry), lettersIn(document.text, entry.textSpan), entry.milestones]),
  /** The same with instants in place of local times: equal in whatever zone they are told. */
  instants: (document) => entriesOf(document).map(({ start, end, zone, textSpan }) => [instant(start, zone), end && instant(end, zone), lettersIn(document.text, textSpan)]),
  /** When entries are, in the stated zone. */
  times: (document) => entriesOf(document).map(timesOf),
  groups: ({ text, plan }) => plan.groups.map(({ labelSpan, horizon, items }) => [headingIn(text.slice(labelSpan)), horizon, items.length]),
  /** Action items with all that is read of them. */
  items: ({ text, plan }) => plan.items.map((item) => [lettersIn(text, item.textSpan), item.state, item.owner?.value, item.due?.value, item.due?.date, ticketsOf(item), headingIn(text.slice(item.group.labelSpan))]),
  /** The state and the details of every item. */
  details: ({ plan }) => plan.items.map((item) => [item.state, detailsOf(item)]),
  /** What is to be done without the words that hold the details, the details, and whether it is done. */
  tasks: ({ plan }) => plan.items.map((item) => [item.state === 'done', titleOf(item), detailsOf(item)]),
  /** How far every item is that says so. */
  states: ({ plan }) => plan.items.map(({ state, group }) => [group.label, state]),
  directives: ({ text, directives }) => directives.map(({ action, rules, line }) => [action, rules.map(({ id }) => id), action === 'disable-next-line' && lettersIn(text, text.lineSpan(line + 1))]),
} satisfies Readonly<Record<string, Reader>>;

/** A kind of statement. */
export type Statement = keyof typeof readers;

/** The kinds that are together all that a document says, whatever its notation. */
const all: readonly Statement[] = ['kind', 'title', 'fields', 'sections', 'timelines', 'entries', 'groups', 'items', 'directives'];

/** What a document says, or some kinds of it, each statement beginning with its kind. Two texts that give the same say the same. */
export function statementsOf(document: IncidentDocument, kinds: readonly Statement[] = all): string[] {
  return kinds.flatMap((kind) => (readers[kind] as Reader)(document).map((statement) => JSON.stringify([kind, statement])));
}

/** Whether two documents say the same in the same order. */
export function sayTheSame(one: IncidentDocument, other: IncidentDocument): boolean {
  return areEqual(statementsOf(one), statementsOf(other));
}

/** Whether two documents make the same statements of some kinds, in whatever order. */
export function agreeOn(kinds: readonly Statement[], one: IncidentDocument, other: IncidentDocument): boolean {
  return kinds.every((kind) => areEqual(statementsOf(one, [kind]).sort(), statementsOf(other, [kind]).sort()));
}

const areEqual = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((statement, index) => statement === other[index]);

const lettersIn = (text: IncidentDocument['text'], span: Span): string => lettersOf(text.slice(span));

/** Whether the number of a heading is its marker or a part of its words depends on the notation. */
const headingIn = (words: string): string => lettersOf(withoutNumbering(words));

const entriesOf = ({ timelines }: IncidentDocument) => timelines.flatMap(({ entries }) => entries);

const timesOf = ({ start, end, zone, time }: TimelineEntry) => [time.approximate, isoMoment(start), end && isoMoment(end), zone?.text];

/** UTC in seconds where it is known, else the local time. A day alone is the same day in every zone. */
function instant(at: Moment, zone: Zone | null): number | string | null {
  const known = at.day !== null && at.second !== null && zone !== null && offsetThen(zone, at.day, at.second) !== null;
  return known ? absolute(at, zone) : isoMoment(at);
}

const ticketsOf = ({ tickets }: ActionItem): string[] => [...new Set(tickets.map(({ value }) => value))].sort();

const detailsOf = (item: ActionItem) => [item.owner?.value, item.due?.date ?? item.due?.value, ticketsOf(item), item.group.label];
