import type { DocumentKind } from '../../document/detect';
import type { FieldKey } from '../../document/vocabulary';
import { compareEntries } from '../timeline/entry-order';
import type { StatedDate } from './stated-dates';

type Step = readonly [before: FieldKey, after: FieldKey];

/** What comes before what, those pairs first whose order is surest. */
const steps: readonly Step[] = [
  ['created', 'escalated'], ['started', 'detected'], ['started', 'acknowledged'], ['started', 'mitigated'], ['started', 'resolved'], ['started', 'closed'],
  ['started', 'escalated'], ['detected', 'acknowledged'], ['detected', 'mitigated'], ['detected', 'resolved'], ['detected', 'closed'], ['acknowledged', 'resolved'],
  ['acknowledged', 'closed'], ['mitigated', 'resolved'], ['mitigated', 'closed'], ['resolved', 'closed'], ['escalated', 'closed'],
];
/** An escalation is created when its customer calls; a post-mortem when somebody begins to write it, unless it says that the incident was reported then. */
const ofEscalations: readonly Step[] = [['created', 'mitigated'], ['created', 'resolved'], ['created', 'closed']];

/** Which dates of a document must not be later than which others. */
export function stepsOf(kind: DocumentKind, dates: readonly StatedDate[]): readonly Step[] {
  const isOfIncident = kind === 'escalation' || dates.some(({ key, field: { label } }) => key === 'created' && /^(?:reported|raised)\b/i.test(label));
  return isOfIncident ? [...steps, ...ofEscalations] : steps;
}

const HALF_DAY = 12 * 3600;

/** Whether a date is surely earlier than another one. */
export function precedes(a: StatedDate, b: StatedDate): boolean {
  if (a.zone?.text !== b.zone?.text && (!a.zone || !b.zone) && Math.abs(a.start.day - b.start.day) < 2) return a.start.day < b.start.day - 1;
  if ((compareEntries(a, b) ?? 0) >= 0 || isHalfDay(a, b)) return false;
  if (a.start.otherDay === undefined && b.start.otherDay === undefined) return true;
  return (compareEntries(otherWay(a), otherWay(b)) ?? 0) < 0;
}

const otherWay = (date: StatedDate): StatedDate => ({ ...date, start: { ...date.start, day: date.start.otherDay ?? date.start.day } });

/** "11:30" and "1:15" on one day, where the second one may be meant in the afternoon. */
function isHalfDay(a: StatedDate, b: StatedDate): boolean {
  const [one, two] = [a.start.second, b.start.second];
  if (one === null || two === null || a.start.day !== b.start.day || one >= HALF_DAY || one < 3600) return false;
  const { value, valueSpan } = a.field;
  const span = a.time.start.clockSpan;
  const written = span ? value.slice(span.start - valueSpan.start, span.end - valueSpan.start) : '';
  return !/[ap]\.?m/i.test(written) && !written.startsWith('0') && one + HALF_DAY >= two;
}
