import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { coveredLines } from '../roles';
import type { Mention } from '../mentions';
import { defineRule } from '../rule';
import { scaleOf } from './severity-scale';
import type { Scale } from './severity-scale';

/** A level of a scale that the document gives to its incident. */
interface Statement {
  readonly scale: Scale;
  readonly span: Span;
}

const levels = ['sev', 'sev0', 'sev1', 'sev2', 'sev3', 'sev4', 'sev5', 'p0', 'p1', 'p2', 'p3', 'p4', 'p5'];

/** The incident's severity is stated on one scale. */
export const mixedSeverityScales = defineRule({
  id: 'mixed-severity-scales',
  group: 'metadata',
  summary: 'The severity is stated on one scale',
  severity: 'information',
  words: levels,
  *check(document, _, { mentions }) {
    // a priority beside a severity has its own scale
    const prioritised = document.fields.some(({ key }) => key === 'priority');
    for (const key of ['severity', 'priority'] as const) {
      const statements: Statement[] = document.fields.flatMap(({ key: of, value, valueSpan }) => {
        const scale = of === key ? scaleOf(value) : null;
        return scale ? [{ scale, span: valueSpan }] : [];
      });
      if (key === 'severity' && !prioritised) statements.push(...inWords(document, mentions));
      statements.sort((a, b) => a.span.start - b.span.start);
      const [first] = statements;
      const other = statements.find(({ scale }) => scale !== first?.scale);
      if (!first || !other) continue;
      yield {
        span: other.span,
        message: t('The severity is on the scale {0} here and on {1} above: keep to one of them.', shown[other.scale], shown[first.scale]),
        related: [{ span: first.span, message: t('It is on the other scale here.') }],
      };
    }
  },
});

const shown: Readonly<Record<Scale, string>> = { SEV: 'SEV-0 to SEV-5', P: 'P0 to P5' };

/** How far the words around a level are looked at. */
const reach = 40;
const level = /^(?:sev[ -]?[0-5]|p[0-5])\b/i;
/** What says behind a level that the incident is of it, or before it. */
const behind = /^[ )*_]{1,3}(?:incident|outage|major incident|event\b|is declared|was declared|declared|severity)/i;
const before = /\b(?:incident|outage|severity|declar\w+)(?: (?:is|was|as|an?|to|of|from|the|raised|upgraded|downgraded|escalated|set|level)){0,4}[ :(*_]{1,4}$/i;

/** The levels that sentences give to the incident. Tickets of a supplier, alerts and follow-ups have levels of their own. */
function* inWords(document: IncidentDocument, mentions: readonly Mention[]): Generator<Statement> {
  let ofActions: ArrayLike<number> | undefined;
  for (const { span, line: { line, start, words } } of mentions) {
    const at = span.start - start;
    const written = level.exec(words.slice(at, at + 8))?.[0];
    const scale = written === undefined ? null : scaleOf(written);
    if (written === undefined || !scale || document.lines[line]?.kind === 'field') continue;
    const end = at + written.length;
    if (!behind.test(words.slice(end, end + reach)) && !before.test(words.slice(Math.max(0, at - reach), at))) continue;
    ofActions ??= coveredLines(document, 'actions');
    if (ofActions[line] !== 1) yield { scale, span: { start: span.start, end: start + end } };
  }
}
