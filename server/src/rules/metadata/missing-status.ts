import { t } from '../../l10n';
import { documentAnchor } from '../anchor';
import { hasRole } from '../roles';
import { defineRule } from '../rule';
import { insertField, keepsRecord, statesFact } from './record';

/** The document tells whether the incident is over. */
export const missingStatus = defineRule({
  id: 'missing-status',
  group: 'metadata',
  summary: 'The document tells whether the incident is over',
  severity: 'information',
  *check(document) {
    if (statesFact(document, ['status', 'mitigated', 'resolved', 'closed'], /status|resol|recover|restored|state\b/i) || !keepsRecord(document)) return;
    if (hasRole(document, 'status', 'resolution') || document.milestones.resolved) return;
    // a post-mortem looks back: whatever it says of the end will do
    if (document.kind === 'postmortem' && end.test(document.text.value)) return;
    yield {
      span: documentAnchor(document),
      message: t('No status is stated: say whether the incident is open, mitigated or over.'),
      fixes: insertField(document, 'Status', 'TBD'),
    };
  },
});

const end = /\b(?:resol|restor|recover|mitigat|fixed|closed|ongoing|completed)/i;
