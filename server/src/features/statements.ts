import type { IncidentDocument } from '../document/document';
import type { Span } from '../document/text';
import { isoMoment } from '../document/time';
import { withoutNumbering } from '../document/words';

/** The letters and digits of a text: what must be left of it whatever the notation. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * What a document says, whatever its notation, line by line of what was read: its facts, sections, entries, items and
 * directives in their order, without places. Two texts that give the same say the same.
 */
export function statementsOf(document: IncidentDocument): string[] {
  const { text, kind, title, fields, allSections, timelines, plan, directives } = document;
  const words = (span: Span): string => lettersOf(text.slice(span));
  // whether the number of a heading is its marker or a part of its words depends on the notation
  const heading = (span: Span): string => lettersOf(withoutNumbering(text.slice(span)));
  return [
    ['kind', kind],
    ['title', title && heading(title.span)],
    ...fields.map(({ key, labelSpan, valueSpan }) => ['fact', key, words(labelSpan), words(valueSpan)]),
    ...allSections.map(({ titleSpan, roles, isField }) => ['section', heading(titleSpan), roles, isField]),
    ...timelines.map(({ entries }) => ['timeline', entries.length]),
    ...timelines.flatMap(({ entries }) => entries.map(({ start, end, zone, textSpan, milestones }) => ['entry', isoMoment(start), end && isoMoment(end), zone?.text, words(textSpan), milestones])),
    ...plan.groups.map(({ labelSpan, horizon, items }) => ['group', heading(labelSpan), horizon, items.length]),
    ...plan.items.map(({ textSpan, state, owner, due, tickets }) => ['item', words(textSpan), state, owner?.value, due?.value, due?.date, [...new Set(tickets.map(({ value }) => value))]]),
    ...directives.map(({ action, rules, line }) => ['directive', action, rules.map(({ id }) => id), action === 'disable-next-line' && words(text.lineSpan(line + 1))]),
  ].map((statement) => JSON.stringify(statement));
}

/** Whether two documents say the same. */
export function sayTheSame(one: IncidentDocument, other: IncidentDocument): boolean {
  const [first, second] = [statementsOf(one), statementsOf(other)];
  return first.length === second.length && first.every((statement, index) => statement === second[index]);
}
