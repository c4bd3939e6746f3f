import { t } from '../../l10n';
import { hasRole } from '../roles';
import { defineRule } from '../rule';
import { statusStage } from '../status';
import { showsEnd } from '../timeline/timeline-missing-resolution';
import { absence, isLaidOut, isTold } from './absence';

/** A document whose incident is over says how it came to its end. */
export const missingResolution = defineRule({
  id: 'missing-resolution',
  group: 'structure',
  summary: 'A document on a resolved incident says how it was resolved',
  severity: 'warning',
  *check(document) {
    const stage = statusStage(document);
    if (stage !== 'resolved' && stage !== 'closed') return;
    if (!isLaidOut(document) || hasRole(document, 'resolution', 'mitigation') || showsEnd(document) || isTold(document, telling, ['lessons'])) return;
    yield absence(document, t('The incident is over, and nothing says how it was resolved: tell what restored the service.'), { role: 'resolution', title: 'Resolution', body: 'TBD' });
  },
});

/** What puts an end to incidents. */
const telling = new RegExp(
  `\\b(?:${[
    '(?:resolv|resolution|restor|recover|revert|mitigat|workaround|repair|replac|restart|reboot|rebuil|correct|patch)\\w*',
    '(?:fix|fixed|fixes|fixing|roll|rolled|rolling|rollback|switched|disabled|removed|reset|returned|normal)',
  ].join('|')})\\b`,
  'i',
);
