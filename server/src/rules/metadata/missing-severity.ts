import { t } from '../../l10n';
import { documentAnchor } from '../anchor';
import { coveredLines } from '../roles';
import { isPractice } from '../practice';
import { defineRule } from '../rule';
import { isUnfinished } from '../status';
import { followsTemplate, insertField, keepsRecord, statesFact } from './record';

/** An incident has a severity or a priority. */
export const missingSeverity = defineRule({
  id: 'missing-severity',
  group: 'metadata',
  summary: 'The severity or the priority is stated',
  severity: 'information',
  words: ['severity', 'sev', 'sev0', 'sev1', 'sev2', 'sev3', 'sev4', 'sev5', 'p0', 'p1', 'p2', 'p3', 'p4', 'p5'],
  *check(document, _, { mentions }) {
    if (statesFact(document, ['severity', 'priority'], /severity|priority|urgency|criticality|class/i)) return;
    if (document.fields.some(({ label, value }) => /impact/i.test(label) && level.test(value))) return;
    if (!keepsRecord(document) && !followsTemplate(document)) return;
    // who states a date and a status alone seldom has severities
    const isForgotten = keepsRecord(document, 2);
    if (mentions.length > 0) {
      // the priority of a follow-up says nothing about the incident
      const ofActions = coveredLines(document, 'actions');
      if (mentions.some(({ word, line }) => word.startsWith('s') || ofActions[line.line] !== 1)) return;
    }
    yield {
      span: documentAnchor(document),
      message: t('No severity or priority is stated: add one, as it tells which response was due.'),
      fixes: insertField(document, 'Severity', 'TBD'),
      ...((!isForgotten || isUnfinished(document) || isPractice(document)) && { severity: 'hint' as const }),
    };
  },
});

/** What an impact begins with where it is a level: "Critical - nobody could pay". */
const level = /^(?:critical|severe|high|major|medium|moderate|minor|low)\b(?! \w)/i;
