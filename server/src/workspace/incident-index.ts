import type { IdSeries } from '../rules/siblings';
import { labelFact } from '../rules/workspace/own-facts';
import type { Digest } from './digest';
import { FactCounts } from './fact-counts';
import { keyOf } from './identifiers';
import { KnownFiles } from './known-files';
import { targetOf } from './link-target';
import { seriesOf } from './series';

/** All incident documents of a workspace in brief, and which of them speak of what. Pure: it holds what it is given. */
export class IncidentIndex {
  /** The files of the folders that were looked through. */
  readonly files = new KnownFiles();
  readonly #digests = new Map<string, Digest>();
  readonly #bearers = new Groups(({ ids }) => ids);
  readonly #mentions = new Groups(({ mentions, ids }) => [...mentions, ...ids]);
  readonly #owners = new Groups(({ owners }) => owners);
  readonly #tickets = new Groups(({ tickets }) => tickets);
  readonly #customers = new Groups(({ isModel, customers }) => (isModel ? [] : customers));
  /** Documents that tell of an incident, by what they are called and by the follow-ups that are open in them. */
  readonly #names = new Groups(({ isModel, names }) => (isModel ? [] : names));
  readonly #followUps = new Groups((digest) => (digest.isModel ? [] : followUpsOf(digest)));
  readonly #groups = [this.#bearers, this.#mentions, this.#owners, this.#tickets, this.#customers, this.#names, this.#followUps];
  /** What such documents state, by their folder and kind. */
  readonly #facts = new Map<string, FactCounts>();
  readonly #kept = new Map<string, { readonly revision: number; readonly kept: boolean }>();
  /** How many changes there were, and how many of them of each document. */
  #revision = 0;
  readonly #revisions = new Map<string, number>();
  #series: { readonly revision: number; readonly all: readonly IdSeries[] } = { revision: -1, all: [] };
  /** The URIs in their order, as long as none comes or goes. */
  #uris: readonly string[] | undefined;

  get size(): number {
    return this.#digests.size;
  }

  /** Another number whenever something has changed that documents are compared by: no title, no entry, no line. */
  get revision(): number {
    return this.#revision + this.files.revision;
  }

  /** Another number whenever something has changed that one document is compared with. */
  revisionBeside(uri: string): number {
    return this.revision - (this.#revisions.get(uri) ?? 0);
  }

  /** Every document, in the order of their URIs. */
  get digests(): readonly Digest[] {
    this.#uris ??= [...this.#digests.keys()].sort();
    return this.#all(this.#uris);
  }

  of(uri: string): Digest | undefined {
    return this.#digests.get(uri);
  }

  /** Takes a document in, in place of what was known of it. */
  set(digest: Digest): void {
    const known = this.#digests.get(digest.uri);
    if (known) this.#remove(known);
    else this.#uris = undefined;
    if (!known || !isAlike(known, digest)) this.#changed(digest.uri);
    this.#digests.set(digest.uri, digest);
    for (const group of this.#groups) group.add(digest);
    this.#count(digest, 1);
  }

  delete(uri: string): void {
    const known = this.#digests.get(uri);
    if (!known) return;
    this.#uris = undefined;
    this.#remove(known);
    this.#changed(uri);
  }

  /** The documents that bear an id, in the order of their URIs. */
  bearing(id: string): readonly Digest[] {
    return this.#all(this.#bearers.of(id));
  }

  /** Whether any document bears an id. */
  isBorne(id: string): boolean {
    return this.#bearers.of(id).length > 0;
  }

  /** The documents that an id is the name of; none where it is that of a crowd. */
  named(id: string): readonly Digest[] {
    return this.#few(this.#names, id);
  }

  /** The documents that speak of an id or a ticket, those that bear it included. */
  mentioning(word: string): readonly Digest[] {
    return this.#all(this.#mentions.of(word));
  }

  /** The documents in which somebody owns something. */
  ownedBy(owner: string): readonly Digest[] {
    return this.#all(this.#owners.of(owner));
  }

  /** The documents in which a follow-up is open; none where a crowd has it. */
  awaiting(followUp: string): readonly Digest[] {
    return this.#few(this.#followUps, followUp);
  }

  /** What the documents of a kind in a folder state, as `folderOf` names it. */
  factsIn(folder: string, kind: Digest['kind']): FactCounts | undefined {
    return this.#facts.get(`${kind} ${folder}`);
  }

  /** Whether the links of a folder's documents lead mostly to files that are there: else the documents lie elsewhere than they were written for. */
  keepsLinks(folder: string): boolean {
    const { revision } = this;
    let known = this.#kept.get(folder);
    if (known?.revision !== revision) this.#kept.set(folder, (known = { revision, kept: this.#linksLead(folder) }));
    return known.kept;
  }

  #linksLead(folder: string): boolean {
    let [leading, broken] = [0, 0];
    for (const { uri, links } of this.#digests.values()) {
      if (links.length === 0 || folderOf(uri) !== folder) continue;
      for (const link of links) {
        const path = targetOf(uri, link);
        const isThere = path === null ? null : this.files.has(path);
        if (isThere === true) leading++;
        else if (isThere === false) broken++;
      }
    }
    return leading > 0 && leading >= broken;
  }

  /** How the documents are called where several are called alike. */
  get series(): readonly IdSeries[] {
    const { revision } = this;
    if (this.#series.revision !== revision) this.#series = { revision, all: seriesOf(this.#names.keys) };
    return this.#series.all;
  }

  /** The keys of all that is mentioned anywhere. */
  get mentioned(): Iterable<string> {
    return this.#mentions.keys;
  }

  /** Every owner as mostly written, with the number of documents. */
  get owners(): ReadonlyMap<string, number> {
    return this.#owners.counted();
  }

  /** Every ticket as mostly written, with the number of documents. */
  get tickets(): ReadonlyMap<string, number> {
    return this.#tickets.counted();
  }

  /** Every customer as mostly written, with the number of documents. */
  get customers(): ReadonlyMap<string, number> {
    return this.#customers.counted();
  }

  #all(uris: readonly string[]): Digest[] {
    return uris.map((uri) => this.#digests.get(uri) as Digest);
  }

  #few(groups: Groups, word: string): Digest[] {
    const uris = groups.of(word);
    return uris.length > crowd ? [] : this.#all(uris);
  }

  #changed(uri: string): void {
    this.#revision++;
    this.#revisions.set(uri, (this.#revisions.get(uri) ?? 0) + 1);
  }

  #remove(digest: Digest): void {
    this.#digests.delete(digest.uri);
    for (const group of this.#groups) group.delete(digest);
    this.#count(digest, -1);
  }

  #count(digest: Digest, by: 1 | -1): void {
    if (digest.isModel) return;
    const group = `${digest.kind} ${folderOf(digest.uri)}`;
    const counts = this.#facts.get(group) ?? new FactCounts();
    counts.count(factsOf(digest), digest.uri, by);
    if (counts.documents === 0) this.#facts.delete(group);
    else this.#facts.set(group, counts);
  }
}

/** What more documents have in common is in what they all were made from. */
const crowd = 50;

/** A document's URI without its name. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

/** The facts that a document states: keys, and labels of its own. */
export function factsOf({ fields, labels }: Digest): string[] {
  return [...fields, ...labels.map(labelFact)];
}

/** Whether nothing has changed that other documents are compared with. */
function isAlike(one: Digest, other: Digest): boolean {
  return one.kind === other.kind && one.isModel === other.isModel && one.day === other.day
    && lists.every((list) => areSame(one[list], other[list])) && areSame(followUpsOf(one), followUpsOf(other));
}

const lists = ['ids', 'names', 'mentions', 'fields', 'labels', 'links'] as const;
const followUpsOf = ({ items }: Digest): string[] => items.flatMap(({ followUp }) => followUp || []);
const areSame = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((value, index) => value === other[index]);

/** Documents by the keys of words that are in them, each with the spelling of its own. */
class Groups {
  readonly #wordsOf: (digest: Digest) => readonly string[];
  readonly #spellings = new Map<string, Map<string, string>>();

  constructor(wordsOf: (digest: Digest) => readonly string[]) {
    this.#wordsOf = wordsOf;
  }

  get keys(): Iterable<string> {
    return this.#spellings.keys();
  }

  /** The URIs of the documents that have a word, in their order. */
  of(word: string): string[] {
    return [...(this.#spellings.get(keyOf(word))?.keys() ?? [])].sort();
  }

  add(digest: Digest): void {
    for (const word of this.#wordsOf(digest)) {
      const key = keyOf(word);
      const spellings = this.#spellings.get(key);
      if (!spellings) this.#spellings.set(key, new Map([[digest.uri, word]]));
      else if (!spellings.has(digest.uri)) spellings.set(digest.uri, word);
    }
  }

  delete(digest: Digest): void {
    for (const word of this.#wordsOf(digest)) {
      const key = keyOf(word);
      const spellings = this.#spellings.get(key);
      spellings?.delete(digest.uri);
      if (spellings?.size === 0) this.#spellings.delete(key);
    }
  }

  /** Every word as most documents spell it, with their number. */
  counted(): Map<string, number> {
    return new Map([...this.#spellings.values()].map((spellings) => [mostFrequent(spellings.values()), spellings.size]));
  }
}

function mostFrequent(words: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] || (next[1] === best[1] && next[0] < best[0]) ? next : best))[0];
}
