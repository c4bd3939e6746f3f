import * as z from 'zod/mini';
import type { IncidentDocument } from '../../document/document';
import { sectionsOf } from '../../document/sections';
import { t } from '../../l10n';
import { proseLines } from '../prose';
import { defineRule } from '../rule';
import { isUnfinished } from '../status';
import { openCauses } from './open-cause';

/** A cause goes one step beyond what broke: why it could, and why nothing stopped it. */
export const rootCauseShallow = defineRule({
  id: 'root-cause-shallow',
  group: 'cause',
  summary: 'A cause says why it could happen',
  severity: 'hint',
  kinds: ['postmortem'],
  options: z.object({ words: z._default(z.number().check(z.minimum(0), z.describe('A cause of this many words or more is never shallow.')), 15) }),
  *check(document, { words: enough }) {
    const causes = sectionsOf(document.sections, 'rootCause').filter(({ bodyLine, line }) => bodyLine > line);
    const [first] = causes;
    if (!first || isUnfinished(document) || openCauses(document).length > 0 || sectionsOf(document.sections, 'contributingFactors', 'trigger').length > 0) return;
    let count = 0;
    for (const { bodyLine, endLine } of causes) {
      const said = wordsBetween(document, bodyLine, endLine);
      if (said === null) return;
      count += said;
    }
    if (count === 0 || count >= enough) return;
    yield { span: first.titleSpan, message: t('This says what broke and not why it could: ask on until the answer is something that can be changed.') };
  },
});

/** A reason is given, or there is more than words. */
const reason = /\b(?:because|due to|caused?|causing|since|as a result|resulted|led to|leading to|so that|therefore|why|allow\w*|triggered|owing|lack\w*|missing|without|never|nobody|no one|no)\b|[→⇒]|->/i;
const nonLatin = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0400-\u04ff]/;

/** How many words stand between two lines; null where they give a reason, or say something that is not counted in words. */
function wordsBetween(document: IncidentDocument, first: number, last: number): number | null {
  const { lines } = document;
  for (let number = first; number <= last; number++) {
    const kind = lines[number]?.kind;
    if (kind === 'fence' || kind === 'code' || kind === 'quote' || kind === 'row' || kind === 'comment') return null;
  }
  let count = 0;
  for (const { words, start } of proseLines(document, first, last)) {
    const written = document.text.value.slice(start, start + words.length);
    if (reason.test(written) || nonLatin.test(written) || /https?:|\]\(/.test(written)) return null;
    count += written.split(/\s+/).filter((word) => /[a-z\d]/i.test(word)).length;
  }
  return count;
}
