import type { IncidentDocument } from '../../document/document';
import { isoDay, type TimeExpression } from '../../document/time';
import type { FieldKey } from '../../document/vocabulary';
import { t } from '../../l10n';
import { fieldGuidance } from '../hover/field-guidance';
import { isoTime, localTime, rewriteTime, type LocalTime } from '../written-time';
import type { Completion, PlacedQuery } from './completion';
import type { Place } from './place';

/** Keys whose value is a moment. */
const moments: ReadonlySet<Place['role']> = new Set<FieldKey>(['created', 'escalated', 'started', 'detected', 'acknowledged', 'mitigated', 'resolved', 'closed', 'date']);

/** Days from today that things are due. */
const due: readonly (readonly [days: number, name: () => string])[] = [
  [0, () => t('today')], [1, () => t('tomorrow')], [7, () => t('in a week')], [14, () => t('in two weeks')], [30, () => t('in 30 days')],
];

/** The present behind a key that wants a moment, and days to come where an item is due: in the document's zone and as its other dates are written. */
export function* dates(document: IncidentDocument, { place, now, timeZone }: PlacedQuery): Generator<Completion> {
  if (!place || !(place.role === 'due' || moments.has(place.role))) return;
  const { span } = place;
  const at = localTime(now, document.zone, timeZone);
  if (!at) return;
  const completion = (newText: string, detail: string, documentation?: string): Completion =>
    ({ label: newText, newText, detail, role: 'time', span, filter: newText, ...(documentation && { documentation }) });
  if (place.role === 'due') {
    const model = timesOf(document, document.plan.items.flatMap((item) => (item.due ? [item.due.span] : []))).find(({ start }) => start.clock === null);
    for (const [days, name] of due) yield completion(written(document, model, { ...at, day: at.day + days }) ?? isoDay(at.day + days), name());
    return;
  }
  const key = place.role as FieldKey;
  const models = timesOf(document, document.fields.filter((field) => moments.has(field.key ?? 'id') && field.valueSpan.start !== span.start).map(({ valueSpan }) => valueSpan));
  const { expects } = fieldGuidance[key]();
  const clocked = models.findLast(({ start }) => start.clock !== null);
  const dated = models.findLast(({ start }) => start.clock === null);
  const inFull = t('now');
  const zone = document.zone ?? document.timelines.find((timeline) => timeline.zone)?.zone ?? null;
  // without a zone of the document's the clock of UTC is told, and is called so
  const then = localTime(now, zone, 'UTC') ?? at;
  const moment = (clocked && inZoneOf(document, clocked, now, timeZone)) ?? `${isoTime(then)}${zone ? '' : ' UTC'}`;
  const day = written(document, dated, at) ?? isoDay(at.day);
  const today = completion(day, t('today'), expects);
  // a key that others of its kind state by the day alone
  const first = key === 'date' || (dated && !clocked);
  if (first) yield today;
  yield completion(moment, inFull, expects);
  if (!first) yield today;
}

/** The times that the values are, as the document reads them. */
function timesOf({ times }: IncidentDocument, spans: readonly { readonly start: number; readonly end: number }[]): TimeExpression[] {
  return spans.flatMap(({ start, end }) => {
    const time = times.read(start, end);
    return time && time.end === null && time.start.date ? [time] : [];
  });
}

function written({ text }: IncidentDocument, model: TimeExpression | undefined, at: LocalTime): string | null {
  return model ? rewriteTime(text, model, at) : null;
}

function inZoneOf(document: IncidentDocument, model: TimeExpression, now: number, timeZone: string): string | null {
  const at = localTime(now, model.zone ?? document.zone, timeZone);
  return at && rewriteTime(document.text, model, at);
}
