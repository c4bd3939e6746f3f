import { t } from '../../l10n';
import { excerpt } from '../anchor';
import { defineRule } from '../rule';
import { isForOutsiders } from './audience';
import { internalEndings, internalHosts, meetingPasswords, privateAddresses } from './network';
import { redact } from './redact';

/** The document does not describe the inside of a network. */
export const internalAddress = defineRule({
  id: 'internal-address',
  group: 'safety',
  summary: 'No address of an internal network, and no password of a meeting, stands in the document',
  severity: 'hint',
  words: internalEndings,
  wordsEverywhere: true,
  *check(document, _options, { mentions }) {
    const { text } = document;
    const grave = isForOutsiders(document) ? { severity: 'warning' as const } : {};
    const [first, ...others] = [...privateAddresses(text), ...internalHosts(text, mentions)].sort((a, b) => a.start - b.start);
    if (first) {
      yield {
        span: first,
        message: t('"{0}" is an internal address: leave it out where the document is read outside.', excerpt(text.slice(first), 40)),
        related: others.slice(0, 20).map((span) => ({ span, message: t('"{0}" is internal as well.', excerpt(text.slice(span), 40)) })),
        fixes: [redact([first, ...others], 'address')],
        ...grave,
      };
    }
    for (const span of meetingPasswords(text)) {
      yield { span, message: t('This link lets everyone into the meeting: leave its password out.'), fixes: [redact([span], 'password')], ...grave };
    }
  },
});
