import { t } from '../../l10n';
import { defineRule } from '../rule';
import { redact } from './redact';
import { repeats } from './repeats';
import { secretsIn, secretWords } from './secrets';

/** The document has no key, token or password in it. */
export const secret = defineRule({
  id: 'secret',
  group: 'safety',
  summary: 'No key, token or password stands in the document',
  severity: 'error',
  words: secretWords,
  wordsEverywhere: true,
  *check({ text }, _options, { mentions }) {
    for (const [first, ...others] of repeats(text, secretsIn(text, mentions))) {
      const { span, detector } = first;
      // what the secret is must not be told: messages end up in logs
      yield {
        span,
        message: t('This is a secret ({0}): revoke it where it was issued, then take it out of the document.', detector.name),
        related: others.slice(0, 20).map((other) => ({ span: other.span, message: t('It stands here as well.') })),
        fixes: [redact([span, ...others.map((other) => other.span)], detector.mark)],
      };
    }
  },
});
