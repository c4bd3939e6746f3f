import type { IncidentDocument } from '../../document/document';
import type { Field } from '../../document/fields';
import { dayNumber, daysToOtherReading, momentOn } from '../../document/time';
import type { CivilDate, Moment, TimeExpression, Zone } from '../../document/time';
import type { FieldKey } from '../../document/vocabulary';
import { perDocument } from '../per-document';

/** A field that states a date, with what its value says. */
export interface StatedDate {
  readonly field: Field;
  readonly key: FieldKey;
  readonly time: TimeExpression;
  readonly start: Moment & { readonly day: number };
  readonly zone: Zone | null;
}

/** The keys whose value is a date, in the order in which an incident comes to them. */
const dateKeys = ['started', 'detected', 'created', 'acknowledged', 'escalated', 'mitigated', 'resolved', 'closed', 'date'] as const satisfies readonly FieldKey[];
const isDateKey: ReadonlySet<FieldKey | null> = new Set(dateKeys);

/** The dates that the document's fields state in full, in document order. Values that are not understood are left out. */
export const statedDates = perDocument((document): readonly StatedDate[] => {
  const dates: StatedDate[] = [];
  for (const field of dateFields(document)) {
    const time = document.times.read(field.valueSpan.start, field.valueSpan.end);
    const start = time && momentOf(time);
    if (time && start) dates.push({ field, key: field.key as FieldKey, time, start, zone: time.zone });
  }
  return dates;
});

/** The fields that should hold a date. */
export function dateFields({ fields }: IncidentDocument): Field[] {
  return fields.filter(({ key }) => isDateKey.has(key));
}

function momentOf({ start: { date, clock } }: TimeExpression): StatedDate['start'] | null {
  const day = date && dayOf(date);
  if (!date || day === null) return null;
  return { ...momentOn(day, clock, daysToOtherReading(date, date.year)), day };
}

/** Days since 1970-01-01 of a date, or null where it has no year or is in no calendar. */
export function dayOf({ year, month, day }: CivilDate): number | null {
  return year === null ? null : dayNumber(year, month, day);
}
