import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import type { FieldKey } from '../../document/vocabulary';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import type { Finding, Fix } from '../rule';
import { precedes, stepsOf } from './date-steps';
import { statedDates } from './stated-dates';
import type { StatedDate } from './stated-dates';

/** The dates of the fields are in the order in which an incident comes to them. */
export const dateOrder = defineRule({
  id: 'date-order',
  group: 'metadata',
  summary: 'The dates of the fields are in the order in which an incident comes to them',
  severity: 'warning',
  *check(document) {
    const dates = comparable(document);
    if (dates.length === 0) return;
    let conflicts = conflictsOf(document, dates);
    while (conflicts.length > 0) {
      const culprit = culpritOf(dates, conflicts);
      const own = conflicts.filter((pair) => pair.includes(culprit));
      yield findingOf(document, dates, culprit, own);
      conflicts = conflicts.filter((pair) => !own.includes(pair));
    }
    yield* againstTimeline(document, dates);
  },
});

/** A date and one that should be later and is not. */
type Conflict = readonly [earlier: StatedDate, later: StatedDate];

/** The dates of keys that are stated once: a document of several incidents has no order of its own. */
function comparable(document: IncidentDocument): StatedDate[] {
  const byKey = new Map<FieldKey, StatedDate | null>();
  for (const date of statedDates(document)) {
    if (date.time.start.clock?.possible === false) continue;
    const other = byKey.get(date.key);
    byKey.set(date.key, other === undefined ? date : other?.start.day === date.start.day && other.start.second === date.start.second ? other : null);
  }
  return [...byKey.values()].filter((date) => date !== null);
}

function conflictsOf({ kind }: IncidentDocument, dates: readonly StatedDate[]): Conflict[] {
  const conflicts: Conflict[] = [];
  if (dates.length < 2) return conflicts;
  for (const [before, after] of stepsOf(kind, dates)) {
    const [earlier, later] = [before, after].map((key) => dates.find((date) => date.key === key));
    if (earlier && later && precedes(later, earlier)) conflicts.push([earlier, later]);
  }
  return conflicts;
}

/** The date that explains most conflicts; of equals the one of the later step. */
function culpritOf(dates: readonly StatedDate[], conflicts: readonly Conflict[]): StatedDate {
  const count = (date: StatedDate) => conflicts.filter((pair) => pair.includes(date)).length;
  const most = Math.max(...dates.map(count));
  const [first] = conflicts.filter((pair) => pair.some((date) => count(date) === most)) as [Conflict];
  return count(first[1]) === most ? first[1] : first[0];
}

function findingOf(document: IncidentDocument, dates: readonly StatedDate[], culprit: StatedDate, conflicts: readonly Conflict[]): Finding {
  const [[earlier, later]] = conflicts as [Conflict];
  const others = conflicts.map((pair) => (pair[0] === culprit ? pair[1] : pair[0]));
  const [other] = others as [StatedDate];
  const message = culprit === later
    ? t('This is before "{0}" ({1}): correct one of the two.', excerpt(other.field.label, 24), excerpt(other.field.value, 24))
    : t('This is after "{0}" ({1}): correct one of the two.', excerpt(other.field.label, 24), excerpt(other.field.value, 24));
  const begin = [earlier, later].find(({ key }) => key === 'started');
  const grave = conflicts.some((pair) => pair[0].key === 'created' && pair[1].key === 'escalated')
    || (begin !== undefined && dates.every((date) => date === begin || date.key === 'date' || precedes(date, begin)));
  return {
    span: culprit.field.valueSpan,
    message,
    related: others.map(({ field }) => ({ span: field.valueSpan, message: t('"{0}" is stated here.', excerpt(field.label)) })),
    fixes: conflicts.length === 1 ? swap(document, dates, earlier, later) : [],
    ...(grave && { severity: 'error' as const }),
  };
}

/** Swaps the values of two fields where this puts all dates in order. */
function swap(document: IncidentDocument, dates: readonly StatedDate[], earlier: StatedDate, later: StatedDate): Fix[] {
  const swapped = dates.map((date) => {
    const other = date === earlier ? later : date === later ? earlier : date;
    return { ...other, key: date.key };
  });
  if (conflictsOf(document, swapped).length > 0) return [];
  const edits = [{ span: earlier.field.valueSpan, newText: later.field.value }, { span: later.field.valueSpan, newText: earlier.field.value }];
  return [{
    title: t('Swap the dates of "{0}" and "{1}"', excerpt(earlier.field.label, 24), excerpt(later.field.label, 24)),
    kind: 'suggested',
    edits: edits.sort((a, b) => a.span.start - b.span.start),
  }];
}

/** How many days a document may be dated before the first event that it tells of. */
const early = 7;

/** A document that is dated before all that it tells of, an end before the first event, a start behind the last one. */
function* againstTimeline({ timelines, text }: IncidentDocument, dates: readonly StatedDate[]): Generator<Finding> {
  let [first, last] = [Infinity, -Infinity];
  let [one, end]: (Span | undefined)[] = [];
  for (const { start: { day, otherDay }, dateSource, time, end: until } of timelines.flatMap(({ entries }) => entries)) {
    if (otherDay !== undefined) return;
    if (day === null || dateSource === 'document') continue;
    if (day < first) [first, one] = [day, time.span];
    if ((until?.day ?? day) > last) [last, end] = [until?.day ?? day, time.span];
  }
  for (const { key, field, start } of dates) {
    if (start.otherDay !== undefined) continue;
    const isEnd = key === 'resolved' || key === 'closed' || key === 'mitigated';
    if (one && ((key === 'date' && start.day < first - early) || (isEnd && start.day < first - 1))) {
      yield {
        span: field.valueSpan,
        message: t('This is before the first event of the timeline ({0}): correct one of the two.', excerpt(text.slice(one), 24)),
        related: [{ span: one, message: t('The first event is here.') }],
      };
    } else if (end && key === 'started' && start.day > last + 1) {
      yield {
        span: field.valueSpan,
        message: t('This is after the last event of the timeline ({0}): correct one of the two.', excerpt(text.slice(end), 24)),
        related: [{ span: end, message: t('The last event is here.') }],
        severity: 'error',
      };
    }
  }
}
