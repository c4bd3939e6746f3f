import { t } from '../../l10n';
import { defineRule } from '../rule';
import { planGap } from './plan-gap';
import { plannedItems } from './planned-items';

/** Every action can be followed in a tracker. */
export const actionMissingTicket = defineRule({
  id: 'action-missing-ticket',
  group: 'actions',
  summary: 'Every action names its ticket',
  severity: 'off',
  judges: 'actions',
  *check(document) {
    const { open } = plannedItems(document);
    const missing = open.filter(({ tickets }) => tickets.length === 0);
    if (missing.length === 0) return;
    const message = missing.length === open.length
      ? t('No action names a ticket: link each to where it is tracked.')
      : t('{0} of {1} actions without a ticket: link each to where it is tracked.', missing.length, open.length);
    const finding = planGap(document, missing, message, t('This is tracked nowhere.'));
    if (finding) yield finding;
  },
});
