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
  *check(document) {
    if (isUnfinished(document) || !isLaidOut(document) || hasRole(document, 'detection') || isTold(document, telling) || document.milestones.detected) return;
    yield absence(document, t('Nothing says how this was noticed: tell who or what did, and how long after it began.'), { role: 'detection', title: 'Detection', body: 'TBD' });
  },
});

/** How incidents come to light. */
const telling = new RegExp(
  `\\b(?:${[
    '(?:detect|alert|alarm|notic|report|discover|monitor|observ|pager|complain|realiz|realis|inform|notif|identif|ticket)\\w*',
    '(?:paged|pages|spotted|aware|found|flagged)',
  ].join('|')})\\b`,
  'i',
);
