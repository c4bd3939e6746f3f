import { isSomebody } from '../document/item-mention';
import type { IncidentDocument } from '../document/document';
import type { DocumentKind } from '../document/detect';
import type { ActionItem } from '../document/actions';
import type { FieldKey } from '../document/vocabulary';
import { plainText } from '../document/words';
import { followUpsIn } from '../rules/actions/follow-up';
import { namesIn } from '../rules/workspace/names';
import { keysIn, labelsIn } from '../rules/workspace/own-facts';
import { customersOf } from './customers';
import { identifiersIn, keyOf, ownIdentifiers } from './identifiers';
import { packed, termsIn } from './terms';

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
  /** What an open action is about, as `followUpsIn` tells; empty where it is done or says too little. */
  readonly followUp: string;
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
  /** Keys of those that are its very name, and no other document's. */
  readonly names: readonly string[];
  /** Whether it is a template or an example, and tells of no incident. */
  readonly isModel: boolean;
  readonly status: string | null;
  /** The first words of the summary; empty where there is none. */
  readonly summary: string;
  /** Days since 1970-01-01. */
  readonly day: number | null;
  /** The facts that the document states. */
  readonly fields: readonly FieldKey[];
  /** Labels of further facts, as written. */
  readonly labels: readonly string[];
  readonly entries: readonly DigestLine[];
  readonly items: readonly DigestItem[];
  /** Keys of whatever looks like an identifier or a ticket anywhere in the document. */
  readonly mentions: readonly string[];
  /** The owners of actions and of the incident, as written. */
  readonly owners: readonly string[];
  /** The customers whose document it is. */
  readonly customers: readonly string[];
  /** The tickets of its actions, and whatever else looks like a ticket's key, as written. */
  readonly tickets: readonly string[];
  /** What it is about, as `packed` writes it. */
  readonly terms: string;
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
  const followUps = new Map(followUpsIn(document).map(({ item, words }) => [item, words]));
  const owned = plan.items.flatMap(({ owner }) => (owner ? [owner.value] : []));
  const named = fields.flatMap(({ key, value }) => (key === 'owner' || key === 'authors' ? peopleIn(value) : []));
  return {
    uri,
    kind,
    title: title && { line: title.line, text: short(title.text) },
    ids,
    names: [...new Set(namesIn(document).map(({ value }) => keyOf(value)))].slice(0, 8).map(own),
    isModel: isModel(uri, document),
    status: status ? short(status.value) : null,
    summary: summary ? short(plainText(firstWords(document, summary.bodyLine, summary.endLine))) : '',
    day,
    fields: keysIn(document),
    labels: labelsIn(document).map(own),
    entries: timelines.flatMap(({ entries }) => entries).slice(0, most).map((entry) => ({ line: entry.line, text: short(`${text.slice(entry.time.span)} ${entry.text}`) })),
    items: plan.items.slice(0, most).map((item) => {
      const { line, text: words, state, owner, due } = item;
      return { line, text: short(words), state, owner: owner && short(owner.value), due: due && short(due.date ?? due.value), followUp: own(followUps.get(item) ?? '') };
    }),
    mentions: [...new Set(places.map(({ key }) => key))].map(own),
    owners: unique([...owned, ...named].slice(0, most)),
    customers: customersOf(document).map(own),
    tickets: unique(places.map(({ span }) => text.slice(span)).filter((word) => isTicket(word) && !ids.includes(word))),
    terms: own(packed(termsIn(document))),
    links: linksIn(text.value),
  };
}

/** Whether a word looks like a ticket's key: INC-42, #123 and service#123. */
export const isTicket = (word: string): boolean => /^(?:[A-Z][A-Z0-9]{1,9}-\d{1,6}|[\w/-]*#\d{1,7})$/.test(word);

const modelName = /(?:^|[^a-z])(?:templates?|examples?|samples?|skeleton|boilerplate)(?![a-z])/i;

/** Whether the file, its folder or its title says that it is a template or an example. */
function isModel(uri: string, { title }: IncidentDocument): boolean {
  return modelName.test(uri.split('/').slice(-2).join('/')) || /\b(?:template|example|sample)\b|[[<{](?:incident|title|name|id|date|short)\b/i.test(title?.text ?? '');
}

/** "Ana Mora, Ben (lead) and Cem" as names. */
function peopleIn(value: string): string[] {
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
    } else words += `${text.line(line).trim().slice(0, 400)} `;
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
