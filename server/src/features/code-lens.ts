import type { IncidentDocument } from '../document/document';
import type { Span } from '../document/text';
import { t } from '../l10n';
import type { CheckedFinding } from '../rules/check';

/** A line of text over a place that leads to the action plan. */
export interface Lens {
  readonly span: Span;
  readonly title: string;
}

/** The one lens of a document, over its title or else its first line: what is open and what is wrong. Null where it is no incident document. */
export function codeLens({ kind, title, plan }: IncidentDocument, findings: readonly CheckedFinding[]): Lens | null {
  if (kind === 'none') return null;
  const problems = findings.filter(({ severity }) => severity !== 'hint').length;
  const parts = [openActions(plan.items), problems === 1 ? t('1 problem') : t('{0} problems', problems), t('Open action plan')];
  return { span: title?.span ?? { start: 0, end: 0 }, title: parts.filter(Boolean).join(' · ') };
}

/** Items of which nothing tells whether they are done are counted by themselves. */
function openActions(items: IncidentDocument['plan']['items']): string {
  const tracked = items.filter(({ state }) => state !== 'untracked').length;
  const open = items.filter(({ state }) => state === 'open').length;
  if (items.length === 0) return t('No actions');
  if (tracked === 0) return items.length === 1 ? t('1 action') : t('{0} actions', items.length);
  return open === 1 ? t('1 open action') : t('{0} open actions', open);
}
