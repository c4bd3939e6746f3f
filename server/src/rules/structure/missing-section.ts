import type { IncidentDocument } from '../../document/document';
import type { SectionRole } from '../../document/vocabulary';
import { t } from '../../l10n';
import { documentAnchor } from '../anchor';
import { hasRole } from '../roles';
import { defineRule } from '../rule';
import { insertSection } from '../skeleton';
import { isUnfinished } from '../status';

/** How the section of a role is headed. */
export const titles: Readonly<Record<SectionRole, string>> = {
  summary: 'Summary', impact: 'Impact', timeline: 'Timeline', detection: 'Detection', trigger: 'Trigger', rootCause: 'Root Cause',
  contributingFactors: 'Contributing Factors', technicalDetails: 'Technical Details', mitigation: 'Mitigation', resolution: 'Resolution',
  actions: 'Action Items', status: 'Current Status', sentiment: 'Customer Sentiment', communication: 'Communication', lessons: 'Lessons Learned',
  participants: 'Participants', escalation: 'Escalation', references: 'References', background: 'Background', glossary: 'Glossary', appendix: 'Appendix',
};

/** The sections that a team requires are there. */
export const missingSection = defineRule({
  id: 'missing-section',
  group: 'structure',
  summary: 'Every section that the setting `requiredSections` names is there',
  severity: 'warning',
  *check(document, _, { requiredSections }) {
    for (const role of new Set(requiredSections)) {
      if (isThere(document, role)) continue;
      yield {
        span: documentAnchor(document),
        message: t('There is no section "{0}", which requiredSections asks for.', titles[role]),
        fixes: [insertSection(document, role, titles[role], 'TBD')],
        ...(isUnfinished(document) && { severity: 'information' as const }),
      };
    }
  },
});

/** What a section of the role would say may stand under another heading, or as a fact. */
function isThere(document: IncidentDocument, role: SectionRole): boolean {
  if (hasRole(document, role)) return true;
  switch (role) {
    case 'timeline':
      return document.timelines.some(({ entries }) => entries.length > 0);
    case 'actions':
      return document.plan.items.length > 0;
    case 'status':
      return document.fields.some(({ key }) => key === 'status');
    default:
      return false;
  }
}

const ownRules: Readonly<Partial<Record<SectionRole, string>>> = {
  summary: 'missing-summary', impact: 'missing-impact', timeline: 'missing-timeline', detection: 'missing-detection', rootCause: 'missing-root-cause',
  resolution: 'missing-resolution', actions: 'missing-actions', status: 'missing-current-status', lessons: 'missing-lessons',
};

/** The rules that ask for a section by their own lights, where a team has required it anyway: one fault is told once. */
export function spokenFor(requiredSections: readonly SectionRole[]): ReadonlySet<string> {
  return new Set(requiredSections.flatMap((role) => ownRules[role] ?? []));
}
