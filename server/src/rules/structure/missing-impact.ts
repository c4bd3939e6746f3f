import { t } from '../../l10n';
import { hasRole } from '../roles';
import { defineRule } from '../rule';
import { absence, isLaidOut, isTold } from './absence';

/** A document says who or what suffered. */
export const missingImpact = defineRule({
  id: 'missing-impact',
  group: 'structure',
  summary: 'A document says who or what was affected',
  severity: 'warning',
  *check(document) {
    if (!isLaidOut(document) || hasRole(document, 'impact') || isTold(document, telling)) return;
    yield absence(document, t('Nothing says who or what was affected: add the impact, with numbers where there are some.'), { role: 'impact', title: 'Impact', body: 'TBD' });
  },
});

/** Who suffers, and how. */
const telling = new RegExp(
  `\\b(?:${[
    '(?:affect|impact|user|customer|client|visitor|reader|subscriber|tenant|patient|player|outage|unavailab|disrupt|degrad|interrupt|delay|loss|slow|crash)\\w*',
    '(?:fail|halt|error|block|reboot|broke|bug|leak|expos|compromis|exploit|drain|refus|reject)\\w*',
    '(?:everyone|nobody|downtime|unreachable|inaccessible|unresponsive|unable|offline|down|lost|stopped|stolen)',
  ].join('|')})\\b`,
  'i',
);
