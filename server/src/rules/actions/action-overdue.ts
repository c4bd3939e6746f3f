import * as z from 'zod/mini';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import { isClosed } from './closed';
import { dueDay, firstDay, isSurelyDue } from './due-day';
import { itemsOf } from './planned-items';

/** No open action is past its due date. */
export const actionOverdue = defineRule({
  id: 'action-overdue',
  group: 'actions',
  summary: 'No open action is past its due date',
  severity: 'warning',
  judges: 'actions',
  options: z.object({
    archiveAfterDays: z._default(z.number().check(z.minimum(0), z.describe('Only a hint where all dates lie longer ago than this: nobody tends such a document.')), 365),
  }),
  *check(document, { archiveAfterDays }, { now }) {
    if (isClosed(document)) return;
    // the day is over everywhere on earth when it is noon of the next one in UTC
    const over = Math.floor((now - 43_200_000) / 86_400_000) - 1;
    const late = itemsOf(document).flatMap((item) => {
      const day = item.state === 'open' && isSurelyDue(document, item) ? dueDay(item) : null;
      return day !== null && day <= over ? [{ span: item.due!.span, day }] : [];
    });
    if (late.length === 0) return;
    // a date before the incident is a slip, which another rule tells of
    const first = firstDay(document) ?? -Infinity;
    const [earliest, ...others] = late.filter(({ day }) => day >= first);
    if (!earliest) return;
    yield {
      span: earliest.span,
      message: t('This was due on {0} and is still open: tick it off, or agree on a new date.', excerpt(document.text.slice(earliest.span), 24)),
      related: others.map(({ span }) => ({ span, message: t('This is past as well.') })),
      ...(late.every(({ day }) => over - day > archiveAfterDays) && { severity: 'hint' as const }),
    };
  },
});
