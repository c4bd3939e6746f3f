import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import { documentAnchor } from '../anchor';
import { proseLines } from '../prose';
import { hasRole } from '../roles';
import { defineRule } from '../rule';
import { insertSection } from '../skeleton';
import { isUnfinished } from '../status';

/** A post-mortem tells when what happened. */
export const missingTimeline = defineRule({
  id: 'missing-timeline',
  group: 'timeline',
  summary: 'A post-mortem has a timeline',
  severity: 'warning',
  kinds: ['postmortem'],
  *check(document) {
    if (document.timelines.some(({ entries }) => entries.length > 0) || hasRole(document, 'timeline') || isAnnounced(document)) return;
    yield {
      span: documentAnchor(document),
      message: t('There is no timeline: list what happened when, from before the impact began until it ended.'),
      fixes: [insertSection(document, 'timeline', 'Timeline', '- YYYY-MM-DD HH:MM UTC - TBD')],
      ...(isUnfinished(document) && { severity: 'information' as const }),
    };
  },
});

const announcement = /^[\W_]*(?:\w+ ){0,2}(?:timeline|chronology|key events)(?: of \w+)?[\W_]*$/i;

/** Whether a line says that a timeline follows, though none was understood: silence beats a guess. */
function isAnnounced(document: IncidentDocument): boolean {
  for (const { words } of proseLines(document)) if (words.length < 60 && announcement.test(words)) return true;
  return false;
}
