import type { ActionItem } from '../../document/actions';
import { wordsOf } from '../../document/words';
import { t } from '../../l10n';
import { defineRule } from '../rule';
import { hasOwner, hasPlaceholder } from './item-details';
import { planGap } from './plan-gap';
import { plannedItems } from './planned-items';

/** Every action has somebody who does it. */
export const actionMissingOwner = defineRule({
  id: 'action-missing-owner',
  group: 'actions',
  summary: 'Every action has an owner',
  severity: 'information',
  judges: 'actions',
  *check(document, _, { toleratedOwners }) {
    const { open, done } = plannedItems(document);
    // what is done needs nobody any more, but a plan that never named anybody is worth a hint
    const items = open.length > 0 ? open : done;
    const tolerated = toleratedOwners.map((owner) => ` ${wordsOf(owner)} `);
    const isTolerated = ({ text, group }: ActionItem) => tolerated.length > 0 && [text, group.label].some((words) => tolerated.some((owner) => ` ${wordsOf(words)} `.includes(owner)));
    const missing = items.filter((item) => !hasOwner(document, item) && !isTolerated(item) && !hasPlaceholder(document, item));
    if (missing.length === 0 || (open.length === 0 && missing.length < done.length)) return;
    const message = items.length === 1
      ? t('The only action names nobody who does it: add an owner.')
      : missing.length === items.length
        ? t('None of the {0} actions has an owner: name somebody for each.', items.length)
        : t('{0} of {1} actions without an owner: name somebody for each.', missing.length, items.length);
    const finding = planGap(document, missing, message, t('Nobody is named for this.'));
    if (finding) yield open.length > 0 ? finding : { ...finding, severity: 'hint' };
  },
});
