import { t } from '../../l10n';
import { excerpt } from '../anchor';
import type { Mention } from '../mentions';
import { defineRule } from '../rule';
import { openRootCauses } from './open-cause';

/** A cause that one place states as known is not called unknown in another. */
export const rootCauseContradiction = defineRule({
  id: 'root-cause-contradiction',
  group: 'cause',
  summary: 'The document agrees with itself on whether the cause is known',
  severity: 'warning',
  words: ['cause'],
  judges: 'words',
  *check(document, _options, { mentions }) {
    const { text } = document;
    const open = openRootCauses(document).filter((span) => !/^TB[DC]$/i.test(text.slice(span)));
    const [unknown] = open;
    if (!unknown) return;
    const lines = new Set(open.map(({ start }) => text.lineAt(start)));
    const stated = mentions.flatMap((mention) => (lines.has(mention.line.line) ? [] : (statementIn(mention) ?? [])));
    const [first, ...others] = stated;
    if (!first) return;
    yield {
      span: first,
      message: t('The cause is stated here, but is open elsewhere ("{0}"): bring the two together.', excerpt(text.slice(unknown), 28)),
      related: [
        ...open.map((span) => ({ span, message: t('Here it is open.') })),
        ...others.map((span) => ({ span, message: t('It is stated here as well.') })),
      ],
    };
  },
});

/** Which cause: the root cause, or that of the incident as a whole. */
const root = /\b(?:root|underlying|exact|actual|true)[- ]$/i;
const ofIncident = / of (?:the|this|our) (?:incident|outage|issue|problem|disruption|downtime|degradation|failure)\b/iy;
const known = /(?: of [\w' -]{1,60}?)? (?:(?:was|is|has been|had been|turned out to be|is now|was finally) (?:finally |now |quickly |then |clearly )?(?!not\b|un\w|still\b|yet\b|pending\b|being\b|to be\b|under\b|open\b|likely\b|probabl|possibl|suspect|believ|thought|assum|presum|apparent|investigat|what\b|why\b|that we\b|a mystery|difficult|hard\b|one of|related|correct|right|wrong)(?=\w)|identified\b|found\b|confirmed\b)/iy;
/** Words that take the statement back, or tell of another time. */
const exempt = /\b(?:if|whether|until|once|when|unless|no|not|may|might|could|would|should|will|initially|at first|first|believed|thought|suspected|assumed|claimed|possible|potential|likely|probable|other|another|previous|similar|hypothes\w+|assuming|given|what|which)\b[^.;!?]{0,60}$/i;
const unsure = /^ of (?:the|an?|that|another) (?:previous|earlier|other|last|first|second|similar|old)\b|^ of another\b|^[^.;!?]{0,160}\b(?:likely|probably|possibly|perhaps|suspect\w*|believed|may have|might have|appears?|seems?|unknown|unclear|not yet|pending|under investigation|investigat\w+)\b/i;

function statementIn({ span, line: { words, start } }: Mention): { start: number; end: number } | null {
  const at = span.start - start;
  const before = words.slice(Math.max(0, at - 120), at);
  const behind = span.end - start;
  ofIncident.lastIndex = behind;
  if ((!root.test(before) && !ofIncident.test(words)) || exempt.test(before)) return null;
  known.lastIndex = behind;
  const match = known.exec(words);
  if (!match || unsure.test(words.slice(behind, behind + 220))) return null;
  const from = root.exec(before)?.[0].length ?? 0;
  return { start: span.start - from, end: span.end + match[0].trimEnd().length };
}
