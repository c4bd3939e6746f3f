import { sectionsOf } from '../../document/sections';
import { t } from '../../l10n';
import type { Mention } from '../mentions';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import { openCauses } from './open-cause';

/** A cause is stated with what is known of it, and not left at a guess. */
export const rootCauseHedged = defineRule({
  id: 'root-cause-hedged',
  group: 'cause',
  summary: 'A cause is more than a guess',
  severity: 'hint',
  words: ['likely', 'probably', 'possibly', 'perhaps', 'presumably', 'apparently', 'maybe', 'may', 'might', 'could', 'appear', 'appears', 'seem', 'seems', 'suspect', 'suspected', 'presume', 'assume', 'believe', 'believed', 'guess'],
  judges: 'words',
  *check(document, _options, { mentions }) {
    const open = openCauses(document).map(({ start }) => document.text.lineAt(start));
    for (const { bodyLine, endLine } of sectionsOf(document.sections, 'rootCause')) {
      if (open.some((line) => line >= bodyLine && line <= endLine)) continue;
      const [first, ...others] = mentions.filter((mention) => mention.line.line >= bodyLine && mention.line.line <= endLine && isHedge(mention));
      if (!first) continue;
      yield {
        span: first.span,
        message: t('"{0}" leaves the cause open: say how sure you are, and what would confirm it.', excerpt(first.word)),
        related: others.map(({ span }) => ({ span, message: t('This is a guess as well.') })),
      };
    }
  },
});

/** What has to follow a word that is no guess by itself. */
const followed: Readonly<Record<string, RegExp>> = {
  may: / (?:well )?(?:have|be|also)\b/iy, might: / (?:well )?(?:have|be|also)\b/iy, could: / (?:well )?have (?:been )?(?:caused|triggered|led|contributed|resulted|introduced)\b/iy,
  appear: / (?:to|that)\b/iy, appears: / (?:to|that|as)\b/iy, seem: / (?:to|that|like)\b/iy, seems: / (?:to|that|like)\b/iy,
  believed: / (?:to|that)\b/iy,
};
/** What has to stand in front of one that is none by itself. */
const preceded: Readonly<Record<string, RegExp>> = {
  suspect: /\b(?:we|i|prime|main)(?: (?:still|currently|strongly))? $/i, presume: /\b(?:we|i) (?:can only )?$/i, assume: /\b(?:we|i) (?:can only )?$/i,
  believe: /\b(?:we|i) (?:currently |now |still )?$/i, guess: /\b(?:best|our|my|a|we|i) $/i, believed: /\b(?:is|are) (?:now |currently )?$/i, suspected: /\b(?:is|are|it's|remains|the) (?:currently |still |strongly )?$/i,
};
/** Not the author's present guess at the cause. */
const exempt = /\b(?:more|less|as|how|very un|not|no longer|so that|anyone|users?|customers?|clients?|attackers?|if|whether|would|in case|initially|at first|first|then|originally|to|will|who|that you|which you|you)(?: \w+)? $/i;

function isHedge({ word, span, line: { words, start } }: Mention): boolean {
  const before = words.slice(Math.max(0, span.start - start - 60), span.start - start);
  const after = followed[word];
  if (after) {
    after.lastIndex = span.end - start;
    if (!after.test(words)) return false;
  }
  return (preceded[word]?.test(before) ?? true) && !exempt.test(before);
}
