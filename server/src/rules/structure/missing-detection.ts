import { t } from '../../l10n';
import { hasRole } from '../roles';
import { defineRule } from '../rule';
import { isUnfinished } from '../status';
import { absence, isLaidOut, isTold } from './absence';

/** A post-mortem says how the incident was noticed. */
export const missingDetection = defineRule({
  id: 'missing-detection',
  group: 'structure',
  summary: 'A post-mortem says how the incident was noticed',
  severity: 'hint',
  kinds: ['postmortem'],
  words: [
    'detect*', 'alert*', 'alarm*', 'notic*', 'report*', 'discover*', 'monitor*', 'observ*', 'paged', 'pages', 'pager*', 'spotted', 'complain*', 'realiz*', 'realis*', 'aware', 'found', 'saw', 'seen', 'told', 'inform*',
    'notif*', 'flagged', 'identif*', 'ticket*',
  ],
  *check(document, _, { mentions }) {
    if (isUnfinished(document) || !isLaidOut(document) || hasRole(document, 'detection') || isTold(document, mentions) || document.milestones.detected) return;
    yield absence(document, t('Nothing says how this was noticed: tell who or what did, and how long after it began.'), { role: 'detection', title: 'Detection', body: 'TBD' });
  },
});
