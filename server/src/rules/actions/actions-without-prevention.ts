import { t } from '../../l10n';
import { defineRule } from '../rule';
import { planGap } from './plan-gap';
import { plannedItems } from './planned-items';

/** A post-mortem's plan has something that keeps the incident from coming back. */
export const actionsWithoutPrevention = defineRule({
  id: 'actions-without-prevention',
  group: 'actions',
  summary: 'A plan has something that prevents a repetition',
  severity: 'hint',
  kinds: ['postmortem'],
  judges: 'actions',
  *check(document) {
    const { open, done } = plannedItems(document);
    const items = [...open, ...done].sort((a, b) => a.line - b.line);
    if (items.length < fewest || !items.every(({ text, group }) => isAftercare(text) && !prevents.test(group.label))) return;
    const finding = planGap(document, items, t('All of these detect, repair or report: add something that keeps it from happening again.'), '');
    if (finding) yield { span: finding.span, message: finding.message };
  },
});

/** Of fewer items nothing can be concluded. */
const fewest = 3;
/** What finds it sooner, undoes it, writes it down or tells of it. */
const aftercare = /^(?:(?:add|set ?up|create|implement|introduce|improve|enhance|configure|build|enable|increase|tune|adjust|review|define|expand|extend|strengthen)\b.{0,60}\b(?:monitor\w*|alert\w*|alarms?|dashboards?|logg\w+|logs?|metrics?|observability|probes?|pages?|runbooks?|playbooks?|documentation|docs|status page|templates?|notifications?)|monitor|alert|watch|alarm|track|document|write|update (?:the )?(?:\w+ )?(?:runbook|documentation|docs|wiki|playbook|status page)|notify|inform|communicate|contact|schedule (?:a |the )?(?:post-?mortem|review|meeting|follow-?up|call)|hold (?:a|an|the) (?:\w+ )?(?:review|retrospective|post-?mortem|meeting)|investigate|analy[sz]e|restore|replay|refund|repair|re-?run|resend|send|publish|restart|roll back|rollback|revert|clean up|recover|apologi[sz]e|share|post)\b/i;
/** Whatever else it is, it keeps something from happening. */
export const prevents = /\b(?:prevent\w*|avoid\w*|validat\w+|tests?|testing|check(?:s|ed)?|guard\w*|limits?|block\w*|enforce\w*|automat\w+|redundan\w+|fail-?over|fallback|retr(?:y|ies)|timeouts?|circuit|(?:code|peer|change|config\w*) reviews?|approv\w+|lint\w*|upgrade|replace|redesign|remove|rotate|quota\w*|capacity|default\w*|gate|pin|ci|pipeline|migrat\w+|isolat\w+|separate|fix)\b/i;

/** Whether an action finds it sooner, undoes it, writes it down or tells of it, and nothing more. */
export function isAftercare(text: string): boolean {
  const words = text.replace(/^[^:.,;]{2,60}:\s+(?=\S)/, '').replace(/^(?:also|then|please) /i, '').slice(0, 300);
  return aftercare.test(words) && !prevents.test(words.replace(/\bprevent(?:ive|ative) measures\b/i, ''));
}
