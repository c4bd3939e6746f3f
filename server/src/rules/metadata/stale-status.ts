import * as z from 'zod/mini';
import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import { statusStage } from '../status';
import { statedDates } from './stated-dates';

const DAY = 86_400_000;

/** A status that says that work goes on is of these days. */
export const staleStatus = defineRule({
  id: 'stale-status',
  group: 'metadata',
  summary: 'A status that says that work goes on is of these days',
  severity: 'hint',
  options: z.object({
    days: z._default(z.number().check(z.minimum(1), z.describe('How many days may have gone by since the last date in the document.')), 30),
  }),
  *check(document, { days }, { now }) {
    const stage = statusStage(document);
    if (stage === null || stage === 'resolved' || stage === 'closed') return;
    const status = document.fields.find(({ key }) => key === 'status');
    const latest = latestDay(document);
    if (!status || latest === null) return;
    const age = Math.floor(now / DAY) - latest;
    if (age <= days) return;
    yield { span: status.valueSpan, message: t('Still "{0}", {1} days after the last date in the document: bring it up to date.', excerpt(status.value, 24), age) };
  },
});

/** The last day that fields or timelines state, or the incident's day. */
function latestDay(document: IncidentDocument): number | null {
  let latest = document.day;
  const take = (day: number | null | undefined): void => {
    if (day != null && day > (latest ?? -Infinity)) latest = day;
  };
  for (const { start } of statedDates(document)) take(start.day);
  for (const { entries } of document.timelines) for (const { start, end } of entries) take(end?.day ?? start.day);
  return latest;
}
