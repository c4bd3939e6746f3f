import { isSomebody } from '../document/item-mention';
import type { IncidentDocument } from '../document/document';
import type { Span } from '../document/text';
import { identifiersIn, keyOf, ownPlaces } from './identifiers';

/** Something that several documents may speak of, at one place of one of them. */
export interface Name {
  /** `id`: what names an incident or a ticket. `owner`: who has an action or an incident in hand. */
  readonly kind: 'id' | 'owner';
  readonly key: string;
  /** As written, the sign of a handle left out. */
  readonly span: Span;
}

/** What stands at an offset: an owner where somebody is named as one, else an identifier or a ticket; null where neither is. */
export function nameAt(document: IncidentDocument, offset: number): Name | null {
  const holds = ({ span }: Name): boolean => span.start <= offset && offset <= span.end;
  return ownersIn(document).find(holds) ?? identifiersOf(document).find(holds) ?? null;
}

/** Every place of a name in a document, in document order. */
export function placesOf(document: IncidentDocument, { kind, key }: Pick<Name, 'kind' | 'key'>): Span[] {
  const stated = (kind === 'owner' ? ownersIn(document) : identifiersOf(document)).filter((name) => name.key === key).map(({ span }) => span);
  const { value } = document.text;
  // a first name or a team is a word like others: only where it stands as an owner it is one
  const isTelling = kind === 'id' || key.includes(' ') || key.includes('.');
  const told = isTelling ? occurrences(value, key) : occurrences(value, `@${key}`).map(({ start, end }) => ({ start: start + 1, end }));
  const all = [...stated, ...told.filter((span) => !stated.some((other) => span.start < other.end && other.start < span.end))];
  return all.sort((a, b) => a.start - b.start);
}

/** Where a document says that it bears an id: its field or its title; null where it bears it nowhere. */
export function bearingPlace(document: IncidentDocument, key: string): Span | null {
  return ownPlaces(document).find((place) => place.key === key)?.span ?? null;
}

/** Whether a place lies in an address or a path, where another name would lead elsewhere. */
export function isInAddress({ text: { value } }: IncidentDocument, { start, end }: Span): boolean {
  let from = start;
  while (from > 0 && inAddress.test(value[from - 1] as string)) from--;
  let to = end;
  while (to < value.length && inAddress.test(value[to] as string)) to++;
  const word = value.slice(from, to);
  return /:\/\/|^[\w.-]*\/|\.(?:md|markdown|txt|incident|postmortem|escalation)(?:#|$)/i.test(word);
}

const inAddress = /[^\s()<>[\]"'`|,;]/;

/** The owners of actions and of the incident, each person of a list by itself. */
function ownersIn({ plan, fields, text }: IncidentDocument): Name[] {
  const names = plan.items.flatMap(({ owner }) => (owner ? [ownerOf(owner.span, text.value)] : []));
  for (const { key, valueSpan } of fields) if (key === 'owner' || key === 'authors') names.push(...peopleIn(valueSpan, text.value));
  return names.sort((a, b) => a.span.start - b.span.start);
}

function ownerOf(span: Span, value: string): Name {
  const bare = value[span.start] === '@' ? { start: span.start + 1, end: span.end } : span;
  return { kind: 'owner', key: keyOf(value.slice(bare.start, bare.end)), span: bare };
}

const between = /\s*(?:,|;|&|\/|\band\b|\([^)]*\))\s*/g;

/** "Ana Mora, Ben Roe (lead) and Cem" as people. */
function peopleIn({ start, end }: Span, value: string): Name[] {
  const people: Name[] = [];
  const add = (from: number, to: number): void => {
    if (to - from > 1 && to - from <= 60 && isSomebody(value.slice(from, to))) people.push(ownerOf({ start: from, end: to }, value));
  };
  let from = start;
  for (const match of value.slice(start, end).matchAll(between)) {
    add(from, start + match.index);
    from = start + match.index + match[0].length;
  }
  add(from, end);
  return people;
}

/** Tickets that are told by their address are named elsewhere. */
const identifiersOf = (document: IncidentDocument): Name[] =>
  identifiersIn(document).filter(({ key }) => !key.includes('://')).map(({ key, span }) => ({ kind: 'id' as const, key, span }));

/** Whole words that read like a key, whatever their case. */
function occurrences(value: string, key: string): Span[] {
  const pattern = new RegExp(`(?<![\\w-])${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')}(?![\\w-])`, 'gi');
  return Array.from(value.matchAll(pattern), ({ index, 0: word }) => ({ start: index, end: index + word.length }));
}
