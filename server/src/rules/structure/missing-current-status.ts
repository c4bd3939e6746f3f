import { t } from '../../l10n';
import { hasRole } from '../roles';
import { defineRule } from '../rule';
import { statusStage } from '../status';
import { absence, isLaidOut, isTold } from './absence';

/** An escalation that is open says where it stands. */
export const missingCurrentStatus = defineRule({
  id: 'missing-current-status',
  group: 'structure',
  summary: 'An open escalation says where it stands',
  severity: 'warning',
  kinds: ['escalation'],
  *check(document) {
    if (statusStage(document) !== 'open' || !isLaidOut(document)) return;
    if (hasRole(document, 'status') || document.timelines.some(({ entries }) => entries.length > 0) || isTold(document, telling, ['sentiment', 'summary'])) return;
    const finding = absence(document, t('Nothing says where this stands: tell what has been done so far and what is being waited for.'), { role: 'status', title: 'Current Status', body: '- TBD' });
    // Asked for because the escalation is open: that is no reason to ask for it less.
    yield { ...finding, severity: 'warning' };
  },
});

/** What is said of the present. */
const telling = new RegExp(
  `\\b(?:${[
    '(?:currently|today|tonight|meanwhile|yesterday|progress|ongoing|underway)',
  ].join('|')})\\b`,
  'i',
);
