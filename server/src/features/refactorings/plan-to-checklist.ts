import type { ActionItem } from '../../document/actions';
import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import type { Edit } from '../../rules/rule';
import { touches, type Refactoring } from './refactoring';

/** Gives every item of the plan a box: bullets and numbers behind their marker, bare lines with a bullet of their own. What says that it is done is ticked. */
export const planToChecklist: Refactoring = {
  kind: 'refactor.rewrite.incidentDocs.planToChecklist',
  keeps: ['tasks', 'entries', 'fields', 'sections'],
  *offers(document, { span }) {
    const { plan } = document;
    if (!plan.sections.some((section) => touches(section.span, span))) return;
    const edits = plan.items.flatMap((item) => boxOf(document, item) ?? []);
    if (edits.length > 0) yield { title: t('Convert the plan to a checklist'), edits };
  },
};

/** Null for what has a box, or cannot have one: a row of a table, a heading, words behind a label. */
export function boxOf({ text, lines }: IncidentDocument, { line: number, checkbox, notation, state }: ActionItem): Edit | null {
  const line = lines[number];
  if (!line || checkbox >= 0 || notation === 'row' || line.kind === 'heading' || (notation === 'line' && line.marker !== null)) return null;
  const box = state === 'done' ? '[x] ' : '[ ] ';
  const sign = /^[☐☑☒]\s*/.exec(text.value.slice(line.contentStart, line.contentEnd))?.[0].length ?? 0;
  return { span: { start: line.contentStart, end: line.contentStart + sign }, newText: line.marker === null ? `- ${box}` : box };
}
