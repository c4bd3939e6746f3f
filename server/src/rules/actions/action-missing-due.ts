import { t } from '../../l10n';
import { defineRule } from '../rule';
import { hasDue, hasPlaceholder } from './item-details';
import { planGap } from './plan-gap';
import { plannedItems } from './planned-items';

/** Every action that is not done yet has a day by which it is. */
export const actionMissingDue = defineRule({
  id: 'action-missing-due',
  group: 'actions',
  summary: 'Every action has a due date',
  severity: 'hint',
  judges: 'actions',
  *check(document) {
    const { open } = plannedItems(document);
    const missing = open.filter((item) => !hasDue(document, item) && !hasPlaceholder(document, item));
    if (missing.length === 0) return;
    const message = open.length === 1
      ? t('The only action has no due date: say until when.')
      : missing.length === open.length
        ? t('None of the {0} actions has a due date: say until when.', open.length)
        : t('{0} of {1} actions without a due date: say until when.', missing.length, open.length);
    const finding = planGap(document, missing, message, t('No day is named for this.'));
    if (finding) yield finding;
  },
});
