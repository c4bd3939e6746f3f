import type { IncidentDocument } from '../../document/document';
import { sectionsOf } from '../../document/sections';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import type { Mention } from '../mentions';
import { defineRule } from '../rule';
import { statusStage } from '../status';
import { openCauses, openRootCauses } from './open-cause';
import { plansInquiry } from '../actions/taken-advice';
import { proseLines } from '../prose';

/** The document says what the cause is, and not that it is still to be found. */
export const rootCausePending = defineRule({
  id: 'root-cause-pending',
  group: 'cause',
  summary: 'The root cause is known',
  severity: 'information',
  words: ['cause'],
  *check(document, _options, { mentions }) {
    const admitted = openCauses(document);
    const places = [...admitted, ...promises(document, mentions)];
    const [first, ...others] = places;
    if (!first || plansInquiry(document) || isAnsweredBelow(document, places)) return;
    const isDetail = admitted.length === places.length && tellsCause(document, admitted);
    const stage = statusStage(document);
    const over = stage === 'resolved' || stage === 'closed';
    yield {
      span: first,
      message: over
        ? t('The cause is still open although the incident is over: state it, or plan an action that finds it.')
        : t('The cause is still open: plan an action that finds it, with an owner and a date.'),
      related: others.map((span) => ({ span, message: t('It is said to be open here as well.') })),
      ...(isDetail || isConcluded(document, first) ? { severity: 'hint' as const } : over && { severity: 'warning' as const }),
    };
  },
});

/** Sections of so many words tell more than that the cause is open. */
const explanation = 60;

/** "We do not know why the sites differ" asks about what it goes on with. */
const somebody = /^(?:we|i|the team)\b/i;
const wholeCause = /^[^.,;]{0,30}\b(?:root[- ]cause|the (?:\w+ )?cause)\b/i;

/** Whether the cause's sections tell what it was, and only a detail of it is left open. */
function tellsCause(document: IncidentDocument, places: readonly Span[]): boolean {
  const { text } = document;
  if (openRootCauses(document).some(({ start, end }) => !somebody.test(text.value.slice(start, end)) || wholeCause.test(text.value.slice(end, end + 60)))) return false;
  return sectionsOf(document.sections, 'rootCause').some(({ span }) =>
    places.some(({ start }) => span.start <= start && start < span.end) && text.value.slice(span.start, Math.min(span.end, span.start + 5000)).split(/\s+/).length > explanation);
}

const resumed = /\b(?:why|understand\w*|investigat\w*|diagnos\w*|explanation|solution|update|root cause|found)\b/i;
const answer = /\b(?:solution|cause|reason|explanation)(?: (?:was|is))?\s*:|\b(?:caused by|linked to|turned out|because|the (?:root )?cause (?:is|was)|traced (?:back )?to)\b/i;

/** Whether a later heading takes the question up again and the text below it answers. */
function isAnsweredBelow(document: IncidentDocument, places: readonly Span[]): boolean {
  const last = document.text.lineAt(Math.max(...places.map(({ start }) => start)));
  return document.allSections.some((section) => {
    if (section.line <= last || !resumed.test(section.title) || section.roles.some((role) => role === 'actions' || role === 'lessons' || role === 'timeline')) return false;
    for (const { words } of proseLines(document, section.bodyLine, section.endLine)) if (answer.test(words)) return true;
    return false;
  });
}

const concluded = /\b(?:concluded|completed|finished|closed) (?:\w+ )?(?:investigations?|analysis)\b|\b(?:investigations?|analysis) (?:has|have|is|was|were) (?:been )?(?:concluded|completed?|closed|finished)\b|\bthe investigation concluded\b/i;

/** Whether it is said further down that nobody looks for the cause any more. */
function isConcluded({ text }: IncidentDocument, { end }: Span): boolean {
  return concluded.test(text.value.slice(end));
}

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
