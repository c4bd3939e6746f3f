import { t } from '../../l10n';
import { hasRole } from '../roles';
import { defineRule } from '../rule';
import { absence, isLaidOut } from './absence';
import { hasOpening } from './opening';

/** A document says at its beginning what happened. */
export const missingSummary = defineRule({
  id: 'missing-summary',
  group: 'structure',
  summary: 'A document says what happened before it goes into detail',
  severity: 'warning',
  *check(document) {
    if (!isLaidOut(document) || hasRole(document, 'summary', 'background', 'impact', 'technicalDetails', 'status') || hasOpening(document)) return;
    yield absence(document, t('Nothing sums up what happened: begin with a few sentences for readers who were not there.'), { role: 'summary', title: 'Summary', body: 'TBD' });
  },
});
