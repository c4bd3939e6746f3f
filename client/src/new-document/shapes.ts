import * as vscode from 'vscode';
import { OWN_LANGUAGE } from '../documents';

/** What a new document is about. */
export type Subject = 'escalation' | 'postmortem' | 'live';

/** A document that comes with the extension: one of its snippets for a whole document. */
export interface Shape {
  /** The snippet's prefix, and the file below `snippets/` that has it. */
  readonly prefix: string;
  readonly file: string;
  readonly subject: Subject;
  readonly language: string;
  readonly name: string;
  readonly detail: string;
}

/** Every shape, in the order in which they are offered. */
export function shapes(): readonly Shape[] {
  const plainText = vscode.l10n.t('plain text');
  const escalation = (prefix: string, language: string, name: string, detail: string): Shape => ({ prefix, file: 'escalation.json', subject: 'escalation', language, name, detail });
  const postmortem = (prefix: string, language: string, name: string, detail: string): Shape => ({ prefix, file: 'post-mortem.json', subject: 'postmortem', language, name, detail });
  const live = (prefix: string, language: string, name: string, detail: string): Shape => ({ prefix, file: 'live.json', subject: 'live', language, name, detail });
  return [
    postmortem('pm-full', 'markdown', vscode.l10n.t('Post-Mortem'), vscode.l10n.t('Every section, with a plan under three horizons')),
    postmortem('pm-lite', 'markdown', vscode.l10n.t('Post-Mortem, light'), vscode.l10n.t('For small incidents: summary, impact, timeline, cause, two actions, one lesson')),
    postmortem('pm-sre', 'markdown', vscode.l10n.t('Post-Mortem, SRE book'), vscode.l10n.t('Root causes, trigger, detection, a table of actions, lessons, timeline')),
    postmortem('pm-pagerduty', 'markdown', vscode.l10n.t('Post-Mortem, PagerDuty'), vscode.l10n.t('A timeline with evidence for each row, responders, messages')),
    postmortem('pm-atlassian', 'markdown', vscode.l10n.t('Post-Mortem, Atlassian'), vscode.l10n.t('Lead-up, fault, response, recovery, five whys, backlog check')),
    postmortem('pm-tables', 'markdown', vscode.l10n.t('Post-Mortem, in tables'), vscode.l10n.t('Facts, timeline, actions and lessons each in a table')),
    postmortem('pm-cmr', 'markdown', vscode.l10n.t('Post-Mortem, contributors and mitigators'), vscode.l10n.t('What contributed, what kept it smaller, which risks are left')),
    postmortem('pm-8d', 'markdown', vscode.l10n.t('Post-Mortem, 8D'), vscode.l10n.t('The eight disciplines, from the team to the closing words')),
    postmortem('pm-security', 'markdown', vscode.l10n.t('Post-Mortem, security incident'), vscode.l10n.t('Exposure, who must be told by when, evidence, containment')),
    postmortem('pm-near-miss', 'markdown', vscode.l10n.t('Near Miss'), vscode.l10n.t('What nearly failed, and what stopped it')),
    postmortem('pm-api', OWN_LANGUAGE, vscode.l10n.t('Post-Mortem, short, {0}', plainText), vscode.l10n.t('Summary, impact, timeline, cause and measures')),
    postmortem('pm-customer', OWN_LANGUAGE, vscode.l10n.t('Root Cause Analysis for a Customer, {0}', plainText), vscode.l10n.t('A letter: what happened, what we have done, what we will do')),
    postmortem('pm-text', OWN_LANGUAGE, vscode.l10n.t('Post-Mortem, {0}', plainText), vscode.l10n.t('Every section, without Markdown')),
    escalation('esc-summary', OWN_LANGUAGE, vscode.l10n.t('Escalation Summary, {0}', plainText), vscode.l10n.t('Underlined headings, for mail and tickets')),
    escalation('esc-summary-md', 'markdown', vscode.l10n.t('Escalation Summary, {0}', 'Markdown'), vscode.l10n.t('The same with checkboxes for the action plan')),
    escalation('esc-brief', 'markdown', vscode.l10n.t('Escalation Brief'), vscode.l10n.t('One page for those who decide: the ask, what is at stake, the plan')),
    live('inc-live', 'markdown', vscode.l10n.t('Live Incident Log'), vscode.l10n.t('Status, roles, timeline and hypotheses, while it is going on')),
    live('inc-live-text', OWN_LANGUAGE, vscode.l10n.t('Live Incident Log, {0}', plainText), vscode.l10n.t('The same without Markdown')),
  ];
}

/** What stands over the shapes of a subject. */
export function subjectNames(): Readonly<Record<Subject, string>> {
  return { postmortem: vscode.l10n.t('Post-mortems'), escalation: vscode.l10n.t('Escalations'), live: vscode.l10n.t('While it is going on') };
}
