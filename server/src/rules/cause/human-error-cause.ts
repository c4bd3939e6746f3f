import { builtIn } from '../../document/built-in-roles';
import { t } from '../../l10n';
import type { Mention } from '../mentions';
import { coveredLines } from '../roles';
import { defineRule } from '../rule';

/** A cause is a condition that can be changed, not that somebody made a mistake. */
export const humanErrorCause = defineRule({
  id: 'human-error-cause',
  group: 'cause',
  summary: 'A cause is more than that somebody made a mistake',
  severity: 'warning',
  words: ['human', 'operator', 'pilot', 'user', 'administrator', 'carelessness', 'negligence', 'inattention', 'mistake'],
  judges: 'words',
  *check(document, _options, { mentions }) {
    const found: { readonly start: number; readonly end: number }[] = [];
    const causes = Uint8Array.from(coveredLines(document, 'rootCause'));
    for (const { key, label, line } of document.fields) if (key === null && builtIn.ofHeading(label).includes('rootCause')) causes[line] = 1;
    for (const mention of mentions) {
      const end = errorIn(mention, causes[mention.line.line] === 1);
      if (end !== null) found.push({ start: mention.span.start, end });
    }
    const [first, ...others] = found;
    if (!first) return;
    yield {
      span: first,
      message: t('A mistake is a symptom: say what made it possible and why nothing stopped it.'),
      related: others.map((span) => ({ span, message: t('It is given as the cause here as well.') })),
    };
  },
});

/** What follows the one who erred. */
const error = /[- ](?:errors?|mistakes?|failures?|oversights?|carelessness|negligence|inattention)\b/iy;
const byWhom = / (?:by|of|made by|on the part of) (?:an?|the|one of our|our) (?:\w+ )?(?:engineer|operator|developer|admin(?:istrator)?|technician|colleague|employee|person|member)s?\b/iy;
/** Whose errors are named so often for other reasons that only a cause makes them one. */
const weak = new Set(['user', 'administrator', 'pilot']);
/** Words that need nobody behind them. */
const selfEvident = new Set(['carelessness', 'negligence', 'inattention']);
/** The words in front say that what follows is the cause, or is held to be. */
const blamed = /\b(?:caused by|causes? (?:of [\w ,'-]{1,60})?(?:was|is|were|:)|due to|because of|result(?:ed)? (?:of|from)|attributed to|down to|owing to|stems? from|stemmed from|boils? down to|caused from|led to by)[*_ ]*(?:an? |the |simple |pure |plain |just |simply |our |basic )*$/i;
/** Not said of this incident, or denied, or the very thing that is to be made impossible. */
const exempt = /\b(?:not|no|never|isn't|wasn't|nor|rather than|instead of|without|avoid\w*|prevent\w*|reduc\w+|eliminat\w+|minimi[sz]\w+|possib\w+|potential|risk of|prone to|room for|chance of|tolera\w+|against|blam\w+|call(?:ed|ing)? it|label\w*)\b[^.;:!?]{0,60}$/i;

/** Where the words end that give somebody's error as the cause, or null. */
function errorIn({ word, span, line: { words, start } }: Mention, inCause: boolean): number | null {
  const at = span.end - start;
  const before = words.slice(Math.max(0, span.start - start - 160), span.start - start);
  const pattern = word === 'mistake' ? byWhom : error;
  pattern.lastIndex = at;
  const length = selfEvident.has(word) ? 0 : pattern.exec(words)?.[0].length;
  if (length === undefined || /["“'‘«]\s*$/.test(before) || exempt.test(before)) return null;
  const behind = words.slice(at + length);
  if (/^(?:[- ](?:prone|proof|messages?|codes?|rates?|logs?|reports?|handling)|s?\?|\s+(?:was|is) (?:ruled out|excluded|not))/i.test(behind)) return null;
  const alone = /^[\s>*+_#\d.)-]*(?:\[.\]\s*)?(?:[\p{L} /]{0,30}:[\s*_]*)?(?:an? |the |simple |pure )?$/iu.test(words.slice(0, span.start - start));
  if (!blamed.test(before) && !(inCause && alone && !weak.has(word)) && !(inCause && alone && /^\W*$/.test(behind))) return null;
  return span.end + length;
}
