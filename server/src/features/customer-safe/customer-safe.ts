import { firstBehind } from '../../document/bisection';
import type { IncidentDocument } from '../../document/document';
import type { Span } from '../../document/text';
import { t } from '../../l10n';
import { excerpt } from '../../rules/anchor';
import { replacedKinds, type CustomerSafeCopy, type ReplacedKind } from '../../protocol';
import type { Read } from '../read';
import { addressesIn, isTool, webAddresses } from './addresses';
import type { WebAddress } from './addresses';
import { Customers } from './customers';
import { doubtsIn } from './doubts';
import type { Findings } from './doubts';
import { amountsIn } from './money';
import type { NamePlace } from './name-places';
import { People } from './people';
import type { Person } from './people';
import { kindOf, Placeholders, placeholdersIn } from './placeholders';
import type { Replacement } from './placeholders';
import { linesReadOtherwise } from './reading';
import { remarksIn } from './remarks';
import { identified, ticketOf } from './tickets';
import type { Identified } from './tickets';
import { writtenIn } from './written';

/** What the other documents of the workspace know. */
export interface KnownElsewhere {
  readonly owners: Iterable<string>;
  readonly customers: Iterable<string>;
  /** Whether one of them bears an id. */
  isBorne(id: string): boolean;
}

export const knownNowhere: KnownElsewhere = { owners: [], customers: [], isBorne: () => false };

/**
 * A document as its customer may read it: people, other customers, tickets, money at stake, remarks on the customer, internal addresses
 * and secrets are replaced by placeholders, the same ones for the same; all else stays, to the byte. What cannot be judged is left and listed,
 * and what nothing names as such is not found: whoever sends the copy reads it first. A copy of a copy is the same.
 */
export function customerSafeCopy(document: IncidentDocument, read: Read, elsewhere: KnownElsewhere = knownNowhere): CustomerSafeCopy {
  const placeholders = new Placeholders(document.text.value);
  const first = replacementsIn(document, elsewhere);
  const replaced: Replacement[] = [];
  let copy = document;
  // beside a placeholder a word may stand out that was a part of another one
  for (let round = 0; round < mostRounds; round++) {
    const found = (round === 0 ? first : replacementsIn(copy, elsewhere)).replacements;
    if (found.length === 0) break;
    replaced.push(...found);
    copy = read(writtenIn(copy, found.map(({ span, family, thing }) => ({ span, placeholder: placeholders.of(family, thing) }))));
  }
  return { text: copy.text.value, replaced: counted(replaced), unsure: unsureOf(first, copy) };
}

const mostRounds = 4;

/** The places of a document that are left in its copy, with the lines that are read otherwise in it. */
function unsureOf(found: Found, copy: IncidentDocument): CustomerSafeCopy['unsure'] {
  const { document: { text }, replacements } = found;
  const told = (line: number, words: string, reason: string) => ({ line, text: excerpt(words, 60), reason });
  const otherwise = linesReadOtherwise(found.document, copy).map((line) => told(line, copy.text.slice(copy.text.lineSpan(line)), t('With what was replaced the line is taken for something else.')));
  const replacedAt = overlapping(replacements);
  const isLeft = ({ start, end }: Span): boolean => {
    const over = replacedAt({ start, end })?.span;
    return over === undefined || start < over.start || end > over.end;
  };
  const left = doubtsIn(found)
    .filter(({ span }) => isLeft(span))
    .map(({ span, reason }) => told(text.lineAt(span.start), text.slice(span), reason));
  return [...otherwise, ...left].sort((a, b) => a.line - b.line).slice(0, mostDoubts);
}

interface Found extends Findings {
  readonly replacements: readonly Replacement[];
}

/** What is to be replaced in a document, and what is known of it besides. */
function replacementsIn(document: IncidentDocument, elsewhere: KnownElsewhere): Found {
  const { text } = document;
  const customers = new Customers(document, elsewhere.customers);
  const people = new People(document, elsewhere.owners, customers.isOwnWord);
  const persons = [...people.named()];
  const others = [...customers.named()];
  const amounts = amountsIn(document);
  const addresses = webAddresses(document);
  const led = addresses.map((address) => ({ address, replacement: ofAddress(address) }));
  const identifiers = identified(document, addresses, (id) => elsewhere.isBorne(id));
  const contacts = [...new Set(persons.filter(({ bearer }) => bearer.standing === 'contact').map(({ span }) => text.slice(span)))].slice(0, mostContacts);
  const speaksOfCustomer = (words: string): boolean => ofCustomer.test(words) || [...customers.own, ...contacts].some((name) => words.includes(name));
  const found: Replacement[] = [
    ...addressesIn(document),
    ...led.flatMap(({ replacement }) => replacement ?? []),
    ...remarksIn(document, speaksOfCustomer),
    ...persons.flatMap(ofPerson),
    ...others.flatMap(({ span, bearer: { thing }, isSure }): Replacement[] => (isSure && thing !== null ? [{ span, family: 'customer', thing }] : [])),
    ...identifiers.flatMap(ofIdentifier),
    ...amounts.flatMap(({ span, isAtStake }): Replacement[] => (isAtStake ? [{ span, family: 'money', thing: text.slice(span).toLowerCase() }] : [])),
  ];
  const keptAt = overlapping(placeholdersIn(text.value).map((span) => ({ span })));
  return {
    document, people, customers, amounts, identifiers,
    replacements: apart(found, keptAt, overlapping(addresses)),
    uncertain: [...persons, ...others].filter(({ isSure, span }) => !isSure && !keptAt(span)),
    addresses: led.flatMap(({ address, replacement }) => (replacement ? [] : address)),
  };
}

/** No customer has more people in one document. */
const mostContacts = 20;
/** A longer list is read by nobody. */
const mostDoubts = 300;

const ofCustomer = /\b(?:customer|client|cust\.|their (?:team|side|cto|ceo|management|people))(?:['’]s?)?\b/i;

const ofPerson = ({ span, bearer, isSure }: NamePlace<Person>): Replacement[] => (isSure ? [{ span, family: bearer.standing, thing: bearer.thing }] : []);

const ofIdentifier = ({ span, key, as }: Identified): Replacement[] => (as === 'ticket' ? [{ span, family: 'ticket', thing: key }] : []);

function ofAddress(address: WebAddress): Replacement | null {
  const ticket = ticketOf(address);
  if (ticket !== null) return { span: address.span, family: 'ticket', thing: ticket };
  return isTool(address) ? { span: address.span, family: 'address', thing: `${address.host}${address.path}` } : null;
}

/** What is graver where two places overlap; the others are as grave as each other. */
const gravity = (family: Replacement['family']): number => ({ remark: 0, more: 0, secret: 1, mail: 2, address: 2 } as Partial<Record<Replacement['family'], number>>)[family] ?? 3;

/**
 * The replacements in document order, none of which overlaps another: of two that do, the graver one takes in both, an internal host
 * its whole address. What is a placeholder already stays.
 */
function apart(found: readonly Replacement[], keptAt: PlacedAt, addressAt: PlacedAt): Replacement[] {
  const sorted = found
    .map((replacement) => (replacement.family === 'address' ? { ...replacement, span: addressAt(replacement.span)?.span ?? replacement.span } : replacement))
    .filter(({ span, family }) => span.end > span.start && (gravity(family) === 0 || !keptAt(span)))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || gravity(a.family) - gravity(b.family));
  const result: Replacement[] = [];
  for (const replacement of sorted) {
    const last = result.at(-1);
    if (!last || last.span.end <= replacement.span.start) {
      result.push(replacement);
      continue;
    }
    const span = { start: last.span.start, end: Math.max(last.span.end, replacement.span.end) };
    result[result.length - 1] = gravity(replacement.family) < gravity(last.family) ? { ...replacement, span } : { ...last, span };
  }
  return result;
}

interface Placed {
  readonly span: Span;
}
type PlacedAt = (span: Span) => Placed | undefined;

/** Finds for a place the first of these, which are in order, that overlaps it. */
function overlapping(places: readonly Placed[]): PlacedAt {
  return ({ start, end }) => {
    const found = places[firstBehind(places, ({ span }) => span.end > start)];
    return found !== undefined && found.span.start < end ? found : undefined;
  };
}

function counted(replacements: readonly Replacement[]): { kind: ReplacedKind; count: number }[] {
  const counts = new Map<ReplacedKind, number>();
  for (const { family } of replacements) if (family !== 'more') counts.set(kindOf(family), (counts.get(kindOf(family)) ?? 0) + 1);
  return replacedKinds.flatMap((kind) => ({ kind, count: counts.get(kind) ?? 0 })).filter(({ count }) => count > 0);
}
