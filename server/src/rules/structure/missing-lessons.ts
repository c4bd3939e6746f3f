import { t } from '../../l10n';
import { hasRole } from '../roles';
import { defineRule } from '../rule';
import { isUnfinished } from '../status';
import { absence, isLaidOut } from './absence';

const body = '- What went well: TBD\n- What went wrong: TBD\n- Where we got lucky: TBD';

/** A post-mortem says what was learned. */
export const missingLessons = defineRule({
  id: 'missing-lessons',
  group: 'structure',
  summary: 'A post-mortem says what was learned',
  severity: 'hint',
  kinds: ['postmortem'],
  words: ['lesson*', 'learn*', 'takeaway*', 'hindsight', 'lucky'],
  *check(document, _, { mentions }) {
    if (isUnfinished(document) || !isLaidOut(document) || hasRole(document, 'lessons') || mentions.length > 0) return;
    yield absence(document, t('Nothing says what was learned: add what went well, what went wrong and where luck helped.'), { role: 'lessons', title: 'Lessons Learned', body });
  },
});
