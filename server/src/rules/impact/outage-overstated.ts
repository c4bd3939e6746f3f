import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import type { Mention } from '../mentions';
import { defineRule } from '../rule';

/** What was slow or broken in part is called no outage. */
export const outageOverstated = defineRule({
  id: 'outage-overstated',
  group: 'impact',
  summary: 'Only what was down is called an outage',
  severity: 'hint',
  words: [
    'outage', 'slow', 'slower', 'slowdown', 'slowness', 'degrad*', 'latency', 'down', 'downtime', 'unavailab*', 'unreachable', 'inaccessible', 'unresponsive', 'offline', 'crash*', 'unable',
    'stopped', 'dead', 'blackout', '502', '503', '504', 'refused', 'nobody', 'everyone', 'halt*', 'completely', 'entire', 'entirely', 'total', 'totally', 'failed', 'broken', 'lost', 'blocked', 'interrupt*', 'inoperable',
    'unusable', 'cannot', 'outages',
  ],
  *check(document, _, { mentions }) {
    const named = mentions.filter((mention) => mention.word === 'outage' && !isQualified(mention));
    const [first, ...others] = named;
    if (!first || others.length >= mostNamed) return;
    if (!mentions.some(({ word }) => partial.test(word)) || mentions.some((mention) => isTotal(document, mention))) return;
    yield {
      span: first.span,
      message: t('The text tells of slowness or errors and of nothing that was down: "incident" or "degradation" says it better.'),
      related: others.map(({ span }) => ({ span, message: t('Called an outage here as well.') })),
      fixes: [{ title: t('Replace "{0}" by "{1}"', 'outage', 'incident'), kind: 'suggested', edits: named.map(({ span, line }) => replacement(span, line.words.slice(span.start - line.start, span.end - line.start))) }],
    };
  },
});

/** Who says it again and again means it. */
const mostNamed = 4;
const partial = /^(?:slow|degrad|latency)/;
const mild = /^(?:outages?$|slow|degrad|latency)/;

/** "A partial outage", "the outage of 2019", "outage page": another word than ours. */
function isQualified({ span, line }: Mention): boolean {
  const at = span.start - line.start;
  return /\b(?:partial|brief|minor|no|not an?|potential|possible|future|full|complete|total|previous|another)\s$/i.test(line.words.slice(Math.max(0, at - 14), at)) || /^ (?:page|of \d{4}|risk)/i.test(line.words.slice(at + 6, at + 20));
}

/** A word for what is down altogether, unless the text speaks of what is yet to be avoided. */
function isTotal({ plan }: IncidentDocument, { word, line }: Mention): boolean {
  return !mild.test(word) && !plan.sections.some((section) => section.line <= line.line && line.line <= section.endLine);
}

function replacement(span: { start: number; end: number }, word: string) {
  const newText = word === word.toUpperCase() ? 'INCIDENT' : word.startsWith('O') ? 'Incident' : 'incident';
  return { span, newText };
}
