import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { isTicket } from '../../workspace/digest';
import { identifiersIn, keyOf, ownPlaces } from '../../workspace/identifiers';
import type { WebAddress } from './addresses';

/** Something that names a ticket or a document, and what is to become of it. */
export interface Identified {
  readonly span: Span;
  readonly key: string;
  /** `ticket`: it names one. `own`: the document's own. `unsure`: it looks like one. */
  readonly as: 'ticket' | 'own' | 'unsure';
}

/** `addresses` tell of which project a number alone is; `isBorne` whether another document bears an id. */
export function identified(document: IncidentDocument, addresses: readonly WebAddress[], isBorne: (id: string) => boolean): Identified[] {
  const { text, plan } = document;
  const ofNumber = new Map<string, string | null>();
  for (const key of addresses.map(ticketOf)) {
    const number = key?.slice(key.indexOf('#'));
    if (key && number?.startsWith('#')) ofNumber.set(number, ofNumber.get(number) === undefined || ofNumber.get(number) === key ? key : null);
  }
  const own = new Set(ownPlaces(document).map(({ key }) => key));
  const ofItems = new Set(plan.items.flatMap(({ tickets }) => tickets.map(({ value }) => keyOf(value))));
  return identifiersIn(document).flatMap(({ key, span }): Identified[] => {
    if (key.includes('://')) return [];
    if (own.has(key)) return [{ span, key, as: 'own' }];
    const word = text.slice(span);
    return [{ span, key: ofNumber.get(key.slice(Math.max(0, key.indexOf('#')))) ?? key, as: isTicket(word) || ofItems.has(key) || isBorne(key) ? 'ticket' : 'unsure' }];
  });
}

const inTracker = /\/(?:browse|issues?|pulls?|merge_requests|tickets?|incidents|bugs?|task|t|show_bug\.cgi\?id=|-\/issues|-\/merge_requests)(?:\/|(?<==))(?:[\w-]+\/)?([A-Z][A-Z0-9]+-\d+|\d{1,9})(?![\w-])/i;
const project = /^\/([\w.-]+)\/([\w.-]+)\//;

/** The key of the ticket that an address leads to: of `/browse/OPS-12` and `/acme/shop/issues/7`; null where it leads to none. */
export function ticketOf({ host, path }: WebAddress): string | null {
  const id = inTracker.exec(path)?.[1];
  if (id === undefined) return null;
  if (/\D/.test(id)) return keyOf(id);
  const [, owner, name] = project.exec(path) ?? [];
  return `${name === undefined ? host : `${owner}/${name}`}#${id}`.toLowerCase();
}
