import type { IncidentDocument } from '../../document/document';
import { t } from '../../l10n';
import type { Mention } from '../mentions';
import { allProse } from '../prose';
import { coveredLines } from '../roles';
import { defineRule } from '../rule';

/** What was slow or broken in part is called no outage. */
export const outageOverstated = defineRule({
  id: 'outage-overstated',
  group: 'impact',
  summary: 'Only what was down is called an outage',
  severity: 'hint',
  words: ['outage', 'outages'],
  judges: 'words',
  *check(document, _, { mentions }) {
    const named = mentions.filter((mention) => mention.word === 'outage' && !isQualified(mention));
    const [first, ...others] = named;
    if (!first || others.length >= mostNamed) return;
    if (mentions.some(({ word }) => word === 'outages') || !isPartial(document)) return;
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
/** "A partial outage", "the outage of 2019", "outage page": another word than ours. */
function isQualified({ span, line }: Mention): boolean {
  const at = span.start - line.start;
  return /\b(?:partial|brief|minor|no|not an?|potential|possible|future|full|complete|total|previous|another)\s$/i.test(line.words.slice(Math.max(0, at - 14), at)) || /^ (?:page|of \d{4}|risk)/i.test(line.words.slice(at + 6, at + 20));
}

const slow = /\b(?:slow(?:er|down|ness)?|degrad\w+|latenc\w+)\b/i;
/** What is down altogether. */
const total = new RegExp(
  `\\b(?:${[
    'down|downtime|unavailab\\w+|unreachable|inaccessible|unresponsive|offline|crash\\w*|unable|stopped|dead|blackout|refused|nobody|everyone|halt\\w*|completely|entire|entirely',
    'totally?|failed|broken|lost|block(?:s|ed)?|100 ?(?:%|percent)|all (?:of )?(?:the |our )?\\w*(?:users|customers|clients|requests|services)|interrupt\\w*|inoperable|unusable|cannot|50[234]',
  ].join('|')})(?!\\w)`,
  'i',
);

/** Whether the text tells of slowness and, its plan aside, of nothing that was down altogether. */
function isPartial(document: IncidentDocument): boolean {
  const plan = coveredLines(document, 'actions');
  let found = false;
  for (const { line, words } of allProse(document)) {
    if (plan[line] !== 1 && total.test(words)) return false;
    found ||= slow.test(words);
  }
  return found;
}

function replacement(span: { start: number; end: number }, word: string) {
  const newText = word === word.toUpperCase() ? 'INCIDENT' : word.startsWith('O') ? 'Incident' : 'incident';
  return { span, newText };
}
