import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import type { Mention } from '../mentions';
import { allProse } from '../prose';
import { hasRole } from '../roles';
import { defineRule } from '../rule';
import { absence, isLaidOut } from '../structure/absence';

/** A document says what will be done about the incident, or that nothing has to be. */
export const missingActions = defineRule({
  id: 'missing-actions',
  group: 'actions',
  summary: 'A document says what will be done',
  severity: 'warning',
  words: [
    'needed', 'required', 'necessary', 'planned', 'taken', 'identified', 'will', 'plan', 'planning', 'going', 'intend', 'decided', 'exploring', 'considering', 'evaluating', 'working',
    'prevent*', 'avoid*', 'fix', 'fixed', 'done', 'addressed', 'implemented', 'forward', 'future', 'action', 'follow', 'followup', 'followups', 'steps',
  ],
  *check(document, _, { mentions }) {
    if (document.plan.items.length > 0 || hasRole(document, 'actions') || !isLaidOut(document) || tellsActions(document, mentions)) return;
    const draft = { role: 'actions', title: 'Action Items', body: '- [ ] TBD' } as const;
    yield absence(document, t('There are no action items: list what will be done, by whom and until when, or why nothing has to be.'), draft);
  },
});

/** "No further action is needed because …" */
const declined = /\b(?:no|without)\s+(?:further\s+|additional\s+|other\s+|follow-?up\s+|corrective\s+|preventive\s+)*(?:actions?(?:\s+items?)?|follow-?ups?|measures?|remediations?)\s+(?:\w+\s+)?(?:needed|required|necessary|planned|taken|identified)\b/i;
/** What will be done, told in sentences. */
const commitment = /\b(?:(?:we|the team|they|i)(?: are|'re)? (?:will|plan(?:ning)? to|going to|intend to|have decided to|exploring|considering|evaluating|working on)|(?:to|and) (?:prevent|fix|avoid) (?:this|such|similar|further|future|it|a recurrence)|(?:this|that|it|which) (?:was|has been) (?:done|fixed|addressed|implemented) (?:in|by|with)|prevent\w* (?:similar|future|recurrence|this from)|prevent\w* (?:the |a )?re-?(?:oc)?c{1,2}ur+\w*|avoid\w* (?:the same|this|such|similar)|(?:going|moving) forward|will\b.{0,60}\bin (?:the )?future|(?:have|has) a plan to|taken steps to|in (?:the )?future,? (?:we|the team|this))\b/i;
/** A line of its own over actions, though it was not understood as a heading. */
const announcement = /^[\W_]*(?:\w+ ){0,2}(?:actions?(?! taken)|follow-?ups?|next steps|to-?dos?)\b[^.:]{0,30}[:：][\W_]*$/i;
/** Headings over measures that are no heading of a plan. */
const measures = /\b(?:measures|remediations?|what (?:we(?:'re| are)|is [\w ]{1,30}) doing|long[- ]term (?:solution|fix|plan)|going forward|actions? taken|details of (?:the )?fix(?:es)?|future (?:work|changes|plans)|changes we|decisions|commitments)\b/i;

/** The words of a plan that somebody speaks of as of something that exists. */
const spoken = /\baction items?\b|\bfollow-?ups?\b|\bnext steps\b/i;

/** Whether the document speaks of actions without a section of its own for them. Each sentence that does has a word that the rule asks for. */
function tellsActions(document: IncidentDocument, mentions: readonly Mention[]): boolean {
  for (const { words } of new Set(mentions.map(({ line }) => line))) if (declined.test(words) || commitment.test(words) || spoken.test(words)) return true;
  for (const { words } of allProse(document)) if (words.length < 80 && /[:：]/.test(words) && announcement.test(words)) return true;
  return document.allSections.some(({ title }) => measures.test(title));
}
