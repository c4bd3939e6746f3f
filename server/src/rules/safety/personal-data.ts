import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import type { Mention } from '../mentions';
import { coveredLines } from '../roles';
import { defineRule } from '../rule';
import { isForOutsiders } from './audience';
import { cardNumbers, cardWords, isCardWord } from './card';
import { mailAddresses } from './email';
import { phoneNumbers, phoneWords } from './phone';
import { redact } from './redact';

/** The document tells nothing by which a person could be reached or charged. */
export const personalData = defineRule({
  id: 'personal-data',
  group: 'safety',
  summary: 'No personal mail address, phone number or card number stands in the document',
  severity: 'hint',
  words: [...phoneWords, ...cardWords],
  *check(document, _options, { mentions }) {
    const outside = isForOutsiders(document);
    for (const { mark, placesIn, messages } of kinds) {
      const places = [...placesIn(document, mentions)];
      const [first, ...others] = places.length > 0 && mark !== 'card' ? withoutPeople(document, places, outside) : places;
      if (!first) continue;
      const [one, many] = messages();
      yield {
        span: first,
        message: others.length === 0 ? one : many.replace('{0}', String(others.length + 1)),
        related: others.slice(0, 20).map((span) => ({ span, message: t('Here is another one.') })),
        fixes: [redact([first, ...others], mark)],
        ...(outside && { severity: 'warning' as const }),
      };
    }
  },
});

interface Kind {
  readonly mark: string;
  readonly placesIn: (document: IncidentDocument, mentions: readonly Mention[]) => Iterable<Span>;
  /** For one and for many. */
  readonly messages: () => readonly [string, string];
}

const kinds: readonly Kind[] = [
  {
    mark: 'email',
    placesIn: mailAddresses,
    messages: () => [
      t('This mail address leads to a person: leave it out, or name the role or team instead.'),
      t('{0} mail addresses lead to persons: leave them out, or name roles or teams instead.'),
    ],
  },
  {
    mark: 'phone',
    placesIn: (document, mentions) => phoneNumbers(document, mentions.filter((mention) => !isCardWord(mention))),
    messages: () => [t('This phone number leads to a person: leave it out.'), t('{0} phone numbers lead to persons: leave them out.')],
  },
  {
    mark: 'card',
    placesIn: (document, mentions) => cardNumbers(document, mentions.filter(isCardWord)),
    messages: () => [t('This is the number of a payment card: leave it out.'), t('{0} numbers of payment cards stand here: leave them out.')],
  },
];

/** Labels of facts that name who wrote the document, and who is to be asked. */
export const peopleLabel = /^(?:.*\b)?(?:authors?|owners?|contacts?|reviewers?|approvers?|attendees|participants|responders?|assignees?|leads?|commander|scribe|facilitator|manager|engineer|dri|on[- ]?call|by|from|to|cc|bcc|reply[- ]to|sender|bridge|hotline)$/i;

/** The places that tell of others than the people whom the document names as its own; for readers elsewhere that is only its contact. */
function withoutPeople(document: IncidentDocument, places: readonly Span[], outside: boolean): Span[] {
  const own = new Uint8Array(document.lines.length);
  for (const { key, label, line } of document.fields) {
    if (key === 'contact' || key === 'authors' || (!outside && (key === 'owner' || peopleLabel.test(label)))) own[line] = 1;
  }
  if (!outside) {
    for (const role of ['participants', 'actions', 'escalation'] as const) {
      const covered = coveredLines(document, role);
      for (let line = 0; line < own.length; line++) if (covered[line] === 1) own[line] = 1;
    }
  }
  const valueOf = (span: Span) => document.text.slice(span).toLowerCase();
  const isOwn = ({ start }: Span) => own[document.text.lineAt(start)] === 1;
  const known = new Set(places.filter(isOwn).map(valueOf));
  return places.filter((span) => !known.has(valueOf(span)));
}
