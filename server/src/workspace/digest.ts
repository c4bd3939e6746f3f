import { isSomebody } from '../document/action-details';
import type { IncidentDocument } from '../document/document';
import type { DocumentKind } from '../document/detect';
import type { ActionItem } from '../document/actions';
import type { FieldKey } from '../document/vocabulary';
import { plainText } from '../document/words';
import { identifiersIn, keyOf, ownIdentifiers } from './identifiers';

/** A line of a document that can be found by its words. Lines are 0-based. */
export interface DigestLine {
  readonly line: number;
  /** In plain words, shortened. */
  readonly text: string;
}

export interface DigestItem extends DigestLine {
  readonly state: ActionItem['state'];
  /** As written. */
  readonly owner: string | null;
  readonly due: string | null;
}

/**
 * What the workspace remembers of an incident document. It holds no text of the document but short copies of its own: where a
 * word stands exactly is looked up in the document again, by those who ask for it. Keys are identifiers, tickets and owners as
 * `keyOf` spells them.
 */
export interface Digest {
  readonly uri: string;
  readonly kind: Exclude<DocumentKind, 'none'>;
  readonly title: DigestLine | null;
  /** The identifiers that the document bears, as written, the first the most telling. */
  readonly ids: readonly string[];
  readonly status: string | null;
  /** The first words of the summary; empty where there is none. */
  readonly summary: string;
  /** Days since 1970-01-01. */
  readonly day: number | null;
  /** The facts that the document states. */
  readonly fields: readonly FieldKey[];
  readonly entries: readonly DigestLine[];
  readonly items: readonly DigestItem[];
  /** Keys of whatever looks like an identifier or a ticket anywhere in the document. */
  readonly mentions: readonly string[];
  /** The owners of actions and of the incident, as written. */
  readonly owners: readonly string[];
  /** The tickets of its actions, and whatever else looks like a ticket's key, as written. */
  readonly tickets: readonly string[];
  /** What its links lead to, as written, where that is no address of its own. */
  readonly links: readonly string[];
}

/** Of a text that is kept. */
const longest = 160;
/** More entries, items or mentions than this are no document that a person wrote. */
const most = 2_000;

/** A document in brief; null where it is no incident document. */
export function digestOf(uri: string, document: IncidentDocument): Digest | null {
  const { kind, text, title, fields, timelines, plan, day } = document;
  if (kind === 'none') return null;
  const ids = ownIdentifiers(document).slice(0, 8).map(own);
  const status = fields.find(({ key }) => key === 'status');
  const places = identifiersIn(document).slice(0, most);
  const summary = document.allSections.find(({ roles }) => roles.includes('summary'));
  const owned = plan.items.flatMap(({ owner }) => (owner ? [owner.value] : []));
  const named = fields.flatMap(({ key, value }) => (key === 'owner' || key === 'authors' ? namesIn(value) : []));
  return {
    uri,
    kind,
    title: title && { line: title.line, text: short(title.text) },
    ids,
    status: status ? short(status.value) : null,
    summary: summary ? short(plainText(firstWords(document, summary.bodyLine, summary.endLine))) : '',
    day,
    fields: [...new Set(fields.flatMap(({ key }) => (key ? [key] : [])))],
    entries: timelines.flatMap(({ entries }) => entries).slice(0, most).map((entry) => ({ line: entry.line, text: short(`${text.slice(entry.time.span)} ${entry.text}`) })),
    items: plan.items.slice(0, most).map(({ line, text: words, state, owner, due }) => ({ line, text: short(words), state, owner: owner && short(owner.value), due: due && short(due.date ?? due.value) })),
    mentions: [...new Set(places.map(({ key }) => key))].map(own),
    owners: unique([...owned, ...named].slice(0, most)),
    tickets: unique(places.map(({ span }) => text.slice(span)).filter((word) => isTicket.test(word) && !ids.includes(word))),
    links: linksIn(text.value),
  };
}

/** INC-42, #123 and service#123. */
const isTicket = /^(?:[A-Z][A-Z0-9]{1,9}-\d{1,6}|[\w/-]*#\d{1,7})$/;

/** "Ana Mora, Ben (lead) and Cem" as names. */
function namesIn(value: string): string[] {
  return value.split(/\s*(?:,|;|&|\/|\band\b)\s*/).map((part) => part.replace(/\s*\([^)]*\)/g, '').trim()).filter((part) => part.length > 1 && part.length <= 60 && isSomebody(part));
}

/** The first spelling of each. */
function unique(values: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const value of values) if (!first.has(keyOf(value))) first.set(keyOf(value), value);
  return [...first.values()].map(own);
}

/** The first filled lines of a section, some 400 characters. */
function firstWords({ text, lines }: IncidentDocument, from: number, to: number): string {
  let words = '';
  for (let line = from; line <= to && words.length < 400; line++) {
    if (lines[line]?.kind === 'blank') {
      if (words !== '') break;
    } else words += `${text.value.slice(text.lineStart(line), text.lineEnd(line)).trim().slice(0, 400)} `;
  }
  return words;
}

const link = /\]\(\s*<?([^\s()<>]{1,300})>?(?:\s+"[^"\n]{0,200}")?\s*\)/g;

function linksIn(value: string): string[] {
  if (!value.includes('](')) return [];
  const targets = [...value.matchAll(link)].map(([, target]) => target as string).filter((target) => !/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i.test(target));
  return [...new Set(targets)].slice(0, most).map(own);
}

function short(text: string): string {
  return own(text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text);
}

/** A string of its own: a slice would keep the whole text alive. */
function own(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
