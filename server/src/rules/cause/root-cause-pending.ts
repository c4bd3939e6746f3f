import type { IncidentDocument } from '../../document/document';
import { sectionsOf } from '../../document/sections';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import type { Mention } from '../mentions';
import { defineRule } from '../rule';
import { statusStage } from '../status';
import { openCauses } from './open-cause';

/** The document says what the cause is, and not that it is still to be found. */
export const rootCausePending = defineRule({
  id: 'root-cause-pending',
  group: 'cause',
  summary: 'The root cause is known',
  severity: 'information',
  words: ['cause'],
  *check(document, _options, { mentions }) {
    const [first, ...others] = [...openCauses(document), ...promises(document, mentions)];
    if (!first) return;
    const stage = statusStage(document);
    const over = stage === 'resolved' || stage === 'closed';
    yield {
      span: first,
      message: over
        ? t('The cause is still open although the incident is over: state it, or plan an action that finds it.')
        : t('The cause is still open: plan an action that finds it, with an owner and a date.'),
      related: others.map((span) => ({ span, message: t('It is said to be open here as well.') })),
      ...(over && { severity: 'warning' as const }),
    };
  },
});

/** "The team will investigate the root cause" */
const promise = /\b(?:will|shall|continues? to|is going to|are going to) (?:still |further |also |now )*(?:investigate|determine|find|look into|analy[sz]e|identify) (?:the )?(?:exact |true |actual )?root[- ]$/i;

/** The places outside the cause's sections that put the search for it into the future, where the document has no such section. */
function promises({ sections }: IncidentDocument, mentions: readonly Mention[]): Span[] {
  if (mentions.length === 0 || sectionsOf(sections, 'rootCause').length > 0) return [];
  const past = sectionsOf(sections, 'timeline');
  return mentions.flatMap(({ span, line }) => {
    if (past.some(({ line: from, endLine }) => line.line >= from && line.line <= endLine)) return [];
    const before = line.words.slice(Math.max(0, span.start - line.start - 120), span.start - line.start);
    const match = promise.exec(before);
    return match && !/\b(?:if|whether)\b/i.test(before) ? [{ start: span.start - match[0].length, end: span.end }] : [];
  });
}
