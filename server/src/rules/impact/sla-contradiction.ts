import { t } from '../../l10n';
import { excerpt } from '../anchor';
import type { Mention } from '../mentions';
import { defineRule } from '../rule';
import type { Finding } from '../rule';
import { before, behind, isQuoted } from '../surroundings';

/** An agreement is broken or in danger, and not both. */
export const slaContradiction = defineRule({
  id: 'sla-contradiction',
  group: 'impact',
  summary: 'A service level is said to be broken or to be in danger, not both',
  severity: 'hint',
  words: ['sla', 'slo'],
  judges: 'words',
  *check(_document, _, { mentions }) {
    yield* metAndBroken(mentions);
    for (const { span, line } of mentions) {
      const label = broken.exec(line.words.slice(span.end - line.start, span.end - line.start + 60));
      if (!label) continue;
      const start = span.end + (label[1] as string).length;
      const word = label[2] as string;
      const value = line.words.slice(span.end - line.start + label[0].length).replace(/[*_`]/g, '');
      const danger = value.length <= 120 ? endangered.exec(value) : null;
      if (!danger || happened.test(value)) continue;
      const risk = word === word.toUpperCase() ? 'RISK' : /^[A-Z]/.test(word) ? 'Risk' : 'risk';
      yield {
        span: { start, end: start + word.length },
        message: t('The label says "{0}", the value "{1}": name it a risk, or say what was violated.', word, excerpt(danger[0])),
        fixes: [{ title: t('Replace "{0}" by "{1}"', word, risk), kind: 'suggested', edits: [{ span: { start, end: start + word.length }, newText: risk }] }],
      };
    }
  },
});

/** "SLA status: Met" here and "the SLA was breached" there, of the one agreement that the document speaks of. */
function* metAndBroken(mentions: readonly Mention[]): Generator<Finding> {
  const said = (outcome: RegExp) => mentions.find((mention) => unqualified.test(before(mention)) && outcome.test(behind(mention)) && !isQuoted(mention));
  const [kept, failed] = [said(isMet), said(isBroken)];
  if (!kept || !failed) return;
  yield {
    span: kept.span,
    message: t('It is said to be met here and to be broken in line {0}: correct one of the two.', failed.line.line + 1),
    related: [{ span: failed.span, message: t('Broken, it says here.') }],
  };
}

/** Nothing in front tells which of several agreements it is. */
const unqualified = /(?:^|[.;,:(|*#>-])[\s*_|-]*(?:(?:so|and|but) )?(?:the |our |this )?$|\b(?:so|and|but|that) (?:the |our |this )$/i;
/** Nothing behind tells of what time or for whom. */
const atLarge = '(?![\\w-])(?! (?:in|for|until|on|by|with|at|before|after|during)\\b)';
const isMet = new RegExp(`^(?: status)?(?:[*_ ]{0,4}[:|][*_ |]{0,4}| (?:was|is|has been) )(?:met|kept|not (?:breached|violated|missed|broken))${atLarge}`, 'i');
const isBroken = new RegExp(`^(?: status)?(?:[*_ ]{0,4}[:|][*_ |]{0,4}| (?:was|is|has been) )(?:breached|violated|missed|broken)${atLarge}`, 'i');

/** "SLA Violation:", "SLA breaches |" */
const broken = /^([ \t-]{1,3}(?:status[ \t])?)(violations?|violated|breach(?:es|ed)?|misse[sd]|miss|broken)[*_ \t]{0,4}[:：|][*_ \t]{0,4}/i;
const endangered = /\b(?:at risk|in danger|threatened|endangered|(?:may|might|could) be (?:violated|breached|missed)|potential(?:ly)?|possibl[ey]|not yet|narrowly avoided|imminent|close to)\b/i;
/** The value tells of one that happened as well. */
const happened = /\b(?:already|confirmed|was|were|has been|have been|violated since|exceeded)\b/i;
