import type { IncidentDocument } from '../../document/document';
import { sectionsOf } from '../../document/sections';
import type { Section } from '../../document/sections';
import { t } from '../../l10n';
import type { Mention } from '../mentions';
import { proseLines } from '../prose';
import { hasRole } from '../roles';
import { defineRule } from '../rule';
import { statusStage } from '../status';
import { absence, isLaidOut } from '../structure/absence';

/** A document says why the incident happened, unless it is still being worked on. */
export const missingRootCause = defineRule({
  id: 'missing-root-cause',
  group: 'cause',
  summary: 'A document says why the incident happened',
  severity: 'warning',
  words: ['cause', 'causes', 'caused', 'because', 'turned', 'culprit'],
  *check(document, _, { mentions }) {
    if (statusStage(document) === 'open' || hasRole(document, 'rootCause', 'contributingFactors') || !isLaidOut(document) || statesCause(document, mentions)) return;
    const draft = { role: 'rootCause', title: 'Root Cause', body: 'TBD' } as const;
    yield absence(document, t('No section, field or sentence names a cause: add what is known of it, or who finds it out and until when.'), draft);
  },
});

/** Words that speak of the cause wherever they stand; each has one that the rule asks for. */
const cause = /\b(?:root[- ]caused?|(?:primary|main|likely|probable|underlying|actual|real) causes?|(?:was|were|been|is|are|be) (?:\w+ )?caused by|the (?:\w+ )?cause (?:of|was|is)|turned out to be|culprit|this (?:was|happened) because)\b/i;
/** Words that do in the parts that tell what happened, and elsewhere speak of details. */
const reason = new RegExp(
  `\\b(?:${[
    'caused|causing|due to|because|as a result of|led to|resulted in|the reason|was introduced|(?:identified|found out|turned out) that',
    '(?:issue|problem) was (?:with|that|in)|by mistake|mistakenly|accidentally|carelessly|(?:fully|not|n\'t) aware|forgot(?:ten)?|defective',
    'vulnerability|flaws?|leaked|malicious(?:ly)?|malware|attack(?:s|ed|ers?)?|exploit(?:s|ed|ers?)?|phish(?:ing|ed)|compromised|breach(?:es|ed)?|security (?:alert|incident)|misconfigur\\w+|(?:was|were) preventing',
  ].join('|')})\\b`,
  'i',
);
/** Headings over a cause that do not call it one. */
const telling = /\bhow (?:did|could|was) (?:this|it|that)\b|\bdetails of (?:the )?(?:\w+ )?(?:vulnerability|exploit|bug|incident|attack|failure)\b|^(?:the )?(?:vulnerability|exploit|bug|fault)$|\bwent wrong\b/i;

/** Whether the document tells the cause without a section of its own for it. */
function statesCause(document: IncidentDocument, mentions: readonly Mention[]): boolean {
  for (const { line: { words } } of mentions) if (cause.test(words)) return true;
  const says = (from: number, to: number) => proseLines(document, from, to).some(({ words }) => reason.test(words));
  const { title, sections, allSections } = document;
  if (says(title?.line ?? 0, (sections[0]?.line ?? document.lines.length) - 1)) return true;
  const stories = sectionsOf(sections, 'summary', 'background', 'technicalDetails');
  if (stories.reduce((words, { line, endLine }) => words + wordsFrom(document, line + 1, endLine), 0) >= wholeStory) return true;
  if (allSections.some((section) => telling.test(section.title) && !isReview(section))) return true;
  return sectionsOf(sections, 'summary', 'background', 'technicalDetails', 'trigger', 'mitigation', 'resolution').some(({ line, endLine }) => says(line, endLine));
}

/** A text of so many words tells it in words that no list has: "applied the certificates of the other host". */
const wholeStory = 40;

function wordsFrom(document: IncidentDocument, from: number, to: number): number {
  let words = 0;
  for (const line of proseLines(document, from, to)) words += line.words.match(/\S+/g)?.length ?? 0;
  return words;
}

/** "What went wrong" beside "What went well" is about the response, not about the incident. */
function isReview({ parent }: Section): boolean {
  return parent?.roles.includes('lessons') === true && parent.children.length > 1;
}
