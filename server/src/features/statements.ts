import type { IncidentDocument } from '../document/document';
import { isoMoment } from '../document/time';

/** The letters and digits of a text, one space between words: what must be left of it whatever the notation. */
export function bareWords(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/**
 * What a document says, whatever its notation, line by line of what was read: its facts, sections, entries, items and
 * directives in their order, without places. Two texts that give the same say the same.
 */
export function statementsOf(document: IncidentDocument): string[] {
  const { kind, title, fields, allSections, timelines, plan, directives } = document;
  return [
    ['kind', kind],
    ['title', title && bareWords(title.text)],
    ...fields.map(({ key, label, value }) => ['fact', key, bareWords(label), bareWords(value)]),
    ...allSections.map((section) => ['section', bareWords(section.title), section.roles, section.isField, section.parent && bareWords(section.parent.title)]),
    ...timelines.map(({ entries }) => ['timeline', entries.length]),
    ...timelines.flatMap(({ entries }) => entries.map(({ start, end, zone, text, milestones }) =>
      ['entry', isoMoment(start), end && isoMoment(end), zone?.text, bareWords(text), milestones])),
    ...plan.groups.map(({ label, horizon, items }) => ['group', bareWords(label), horizon, items.length]),
    ...plan.items.map(({ text, state, owner, due, tickets, checkbox }) =>
      ['item', bareWords(text), state, owner?.value, due?.value, due?.date, tickets.map(({ value }) => value), checkbox >= 0]),
    ...directives.map(({ action, rules }) => ['directive', action, rules.map(({ id }) => id)]),
  ].map((part) => JSON.stringify(part));
}

/** Whether two documents say the same. */
export function sayTheSame(one: IncidentDocument, other: IncidentDocument): boolean {
  const [first, second] = [statementsOf(one), statementsOf(other)];
  return first.length === second.length && first.every((part, index) => part === second[index]);
}
