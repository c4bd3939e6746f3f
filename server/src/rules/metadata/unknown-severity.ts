import * as z from 'zod/mini';
import { remembered, wordsOf } from '../../document/words';
import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import { nearWord } from './near-word';
import { isNoSeverity, usualSeverities } from './severity-scale';

/** The severity and the priority are levels that readers know. */
export const unknownSeverity = defineRule({
  id: 'unknown-severity',
  group: 'metadata',
  summary: 'The severity and the priority are levels that readers know',
  severity: 'warning',
  options: z.object({
    known: z._default(z.array(z.string()).check(z.describe('Levels of your own.')), []),
  }),
  *check({ fields }, { known }) {
    const own = new Set(known.map(wordsOf));
    const near = remembered((value) => nearWord(value, [...usualSeverities, ...known]));
    for (const { key, label, value, valueSpan } of fields) {
      if ((key !== 'severity' && key !== 'priority') || !/severity|sev|level|criticality|priority|prio|urgency/i.test(label) || own.has(wordsOf(value)) || !isNoSeverity(value)) continue;
      const meant = near(value);
      yield {
        span: valueSpan,
        message: meant
          ? t('"{0}" is no level that readers know: write "{1}".', excerpt(value), meant)
          : t('"{0}" is no level that readers know: use one such as SEV-2, P1 or High.', excerpt(value)),
        ...(meant && { fixes: [{ title: t('Change to "{0}"', meant), kind: 'suggested' as const, edits: [{ span: valueSpan, newText: meant }] }] }),
      };
    }
  },
});
