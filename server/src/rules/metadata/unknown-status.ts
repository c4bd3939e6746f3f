import * as z from 'zod/mini';
import { remembered, wordsOf } from '../../document/words';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import { likeCase, nearWord } from './near-word';
import { informalStatuses, statusWords, usualStatuses } from './status-words';

/** The status is one that readers know. */
export const unknownStatus = defineRule({
  id: 'unknown-status',
  group: 'metadata',
  summary: 'The status is one that readers know',
  severity: 'warning',
  options: z.object({
    known: z._default(z.array(z.string()).check(z.describe('Statuses of your own.')), []),
  }),
  *check({ fields }, { known }) {
    const own = new Set(known.map(wordsOf));
    const near = remembered((value) => nearWord(value, [...usualStatuses, ...known]));
    for (const { key, label, value, valueSpan } of fields) {
      if (key !== 'status' || !/\bstat(?:us|e)$/i.test(label) || own.has(wordsOf(value)) || !isUnknown(value)) continue;
      const informal = informalStatuses[value.toLowerCase()];
      const meant = informal === undefined ? near(value) : likeCase(value, informal);
      yield {
        span: valueSpan,
        message: meant
          ? t('"{0}" is not a status that readers know: write "{1}".', excerpt(value), meant)
          : t('"{0}" is not a status that readers know: use one such as "In progress" or "Resolved".', excerpt(value)),
        ...(meant && { fixes: [{ title: t('Change to "{0}"', meant), kind: 'suggested' as const, edits: [{ span: valueSpan, newText: meant }] }] }),
      };
    }
  },
});

/** One or two plain words none of which tells how an incident is. Sentences and what is left to fill in are not judged. */
function isUnknown(value: string): boolean {
  if (!/^[A-Za-z][A-Za-z -]{1,30}$/.test(value)) return false;
  const words = wordsOf(value).split(' ');
  if (words.length === 1 && Object.hasOwn(informalStatuses, words[0] as string)) return true;
  return words.length <= 2 && !words.some((word) => statusWords.has(word) || /^(?:tb[adc]|na|none|unknown|no|not|is|was|yes)$/.test(word));
}
