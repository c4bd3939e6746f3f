import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { dateOfDay, dayNumber, isoDay } from '../../document/time';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import type { Fix } from '../rule';
import { dueDay, firstDay, isSurelyDue } from './due-day';
import { itemsOf } from './planned-items';

/** No action is due before the incident that it follows from. */
export const actionDueBeforeIncident = defineRule({
  id: 'action-due-before-incident',
  group: 'actions',
  summary: 'No action is due before its incident',
  severity: 'error',
  judges: 'actions',
  *check(document) {
    let start: number | null | undefined;
    for (const item of itemsOf(document)) {
      const day = item.state !== 'done' && isSurelyDue(document, item) ? dueDay(item) : null;
      if (day === null) continue;
      start ??= firstDay(document);
      if (start === null) return;
      if (day >= start) continue;
      yield {
        span: item.due!.span,
        message: t('This is due before the incident began ({0}): correct the date.', isoDay(start)),
        fixes: inYearOf(document, item, day, start),
      };
    }
  },
});

/** The same day in the year in which it comes next, where the writer only slipped in the year. */
function inYearOf({ text }: IncidentDocument, { due }: ActionItem, day: number, start: number): Fix[] {
  const { span } = due!;
  const written = text.slice(span);
  const { year, month, day: ofMonth } = dateOfDay(day);
  const first = dateOfDay(start).year;
  const better = [first, first + 1].find((other) => (dayNumber(other, month, ofMonth) ?? -1) >= start);
  const at = written.indexOf(String(year));
  if (better === undefined || at < 0) return [];
  return [{
    title: t('Change {0} to {1}', excerpt(written, 24), excerpt(written.replace(String(year), String(better)), 24)),
    kind: 'suggested',
    edits: [{ span: { start: span.start + at, end: span.start + at + 4 }, newText: String(better) }],
  }];
}
