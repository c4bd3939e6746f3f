import type { IncidentDocument } from '../../document/document';
import { sectionsOf } from '../../document/sections';
import { t } from '../../l10n';
import { documentAnchor } from '../anchor';
import { proseLines } from '../prose';
import { hasRole } from '../roles';
import { defineRule } from '../rule';
import { insertSection } from '../skeleton';
import { statusStage } from '../status';

/** A document says why the incident happened, unless it is still being worked on. */
export const missingRootCause = defineRule({
  id: 'missing-root-cause',
  group: 'cause',
  summary: 'A document says why the incident happened',
  severity: 'warning',
  *check(document) {
    const stage = statusStage(document);
    if (stage === 'open' || hasRole(document, 'rootCause', 'contributingFactors') || statesCause(document)) return;
    yield {
      span: documentAnchor(document),
      message: t('Nothing says why this happened: add a root cause, or what is known of it so far.'),
      fixes: [insertSection(document, 'rootCause', 'Root Cause', 'TBD')],
      ...(stage === 'draft' && { severity: 'information' as const }),
    };
  },
});

/** Words that speak of the cause wherever they stand. */
const cause = /\b(?:root[- ]caused?|(?:primary|main|likely|probable|underlying|actual|real) causes?|(?:was|were|been|is|are|be) (?:\w+ )?caused by|the (?:\w+ )?cause (?:of|was|is)|turned out to be|culprit|this (?:was|happened) because)\b/i;
/** Words that do in the parts that tell what happened, and elsewhere speak of details. */
const reason = new RegExp(
  [
    'caused|causing|due to|because|as a result of|led to|resulted in|the reason|was introduced|(?:identified|found out|turned out) that',
    '(?:issue|problem) was (?:with|that|in)|by mistake|mistakenly|accidentally|carelessly|(?:fully|not|n\'t) aware|forgot(?:ten)?|defective',
    'vulnerability|flaws?|leaked|misconfigur\\w+|(?:was|were) preventing',
  ].map((words) => `\\b(?:${words})\\b`).join('|'),
  'i',
);
/** Headings over a cause that do not call it one. */
const telling = /\bhow (?:did|could|was) (?:this|it|that)\b|\bdetails of (?:the )?(?:\w+ )?(?:vulnerability|exploit|bug|incident|attack|failure)\b|^(?:the )?(?:vulnerability|exploit|bug|fault)$|\bwent wrong\b/i;

/** Whether the document tells the cause without a section of its own for it. */
function statesCause(document: IncidentDocument): boolean {
  const says = (words: RegExp, from?: number, to?: number) => [...proseLines(document, from, to)].some((line) => words.test(line.words));
  const { title, sections, allSections } = document;
  if (says(cause) || says(reason, title?.line ?? 0, (sections[0]?.line ?? document.lines.length) - 1)) return true;
  if (allSections.some((section) => telling.test(section.title))) return true;
  return sectionsOf(sections, 'summary', 'background', 'technicalDetails', 'trigger', 'mitigation', 'resolution').some(({ line, endLine }) => says(reason, line, endLine));
}
