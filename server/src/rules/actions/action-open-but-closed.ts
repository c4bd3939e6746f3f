import type { ActionItem } from '../../document/actions';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import { statusStage } from '../status';
import { isClosed } from './closed';
import { dueDay } from './due-day';
import { itemsOf } from './planned-items';

/** Nothing that had to be done at once is open when the incident is over, and nothing at all when it is closed. */
export const actionOpenButClosed = defineRule({
  id: 'action-open-but-closed',
  group: 'actions',
  summary: 'No action is open in an incident that is closed',
  severity: 'warning',
  judges: 'actions',
  *check(document, _options, { now }) {
    const closed = isClosed(document);
    if (!closed && statusStage(document) !== 'resolved') return;
    const status = document.fields.find(({ key }) => key === 'status');
    const [first, ...others] = itemsOf(document).filter((item) => item.state === 'open' && isLeft(item, closed) && !isCarriedOn(item, now));
    if (!first || !status) return;
    yield {
      span: first.textSpan,
      message: t('This is open although the status is "{0}": finish it, or name the ticket that carries it on.', excerpt(status.value, 24)),
      related: [...others.map(({ textSpan }) => ({ span: textSpan, message: t('This is open as well.') })), { span: status.valueSpan, message: t('The status is stated here.') }],
    };
  },
});

const DAY = 86_400_000;

/** Somebody has it, and its day is still to come. */
function isCarriedOn(item: ActionItem, now: number): boolean {
  const day = item.owner ? dueDay(item) : null;
  return day !== null && day >= Math.floor(now / DAY);
}

/** Long-term work outlives an incident, and what has a ticket is not forgotten. */
function isLeft({ group, tickets }: ActionItem, closed: boolean): boolean {
  if (tickets.length > 0) return false;
  return closed ? group.horizon === null || group.horizon === 'immediate' || group.horizon === 'short' : group.horizon === 'immediate';
}
