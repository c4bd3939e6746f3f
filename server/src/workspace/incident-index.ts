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
  /** Documents by the keys of the ids that they bear, of what they mention, and of their owners. */
  readonly #bearers = new Groups();
  readonly #mentions = new Groups();
  readonly #owners = new Groups();
  /** Documents that tell of an incident, by what they are called and by the follow-ups that are open in them. */
  readonly #names = new Groups();
  readonly #followUps = new Groups();
  /** What such documents state, by their folder and kind. */
  readonly #facts = new Map<string, FactCounts>();
  readonly #kept = new Map<string, { readonly revision: number; readonly kept: boolean }>();
  /** How many changes there were, and how many of them of each document. */
  #revision = 0;
  readonly #revisions = new Map<string, number>();
  #series: { readonly revision: number; readonly all: readonly IdSeries[] } = { revision: -1, all: [] };

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
    return [...this.#digests.keys()].sort().map((uri) => this.#digests.get(uri) as Digest);
  }

  of(uri: string): Digest | undefined {
    return this.#digests.get(uri);
  }

  /** Takes a document in, in place of what was known of it. */
  set(digest: Digest): void {
    const known = this.#digests.get(digest.uri);
    if (known) this.#remove(known);
    if (!known || !isAlike(known, digest)) this.#changed(digest.uri);
    this.#digests.set(digest.uri, digest);
    for (const [groups, keys] of this.#keysOf(digest)) groups.add(keys, digest.uri);
    this.#count(digest, 1);
  }

  delete(uri: string): void {
    const known = this.#digests.get(uri);
    if (!known) return;
    this.#remove(known);
    this.#changed(uri);
  }

  /** The documents that bear an id, in the order of their URIs. */
  bearing(id: string): readonly Digest[] {
    return this.#all(this.#bearers, id);
  }

  /** Whether any document bears an id. */
  isBorne(id: string): boolean {
    return this.#bearers.of(keyOf(id)).size > 0;
  }

  /** The documents that an id is the name of; none where it is that of a crowd. */
  named(id: string): readonly Digest[] {
    return this.#few(this.#names, id);
  }

  /** The documents that speak of an id or a ticket, those that bear it included. */
  mentioning(word: string): readonly Digest[] {
    return this.#all(this.#mentions, word);
  }

  /** The documents in which somebody owns something. */
  ownedBy(owner: string): readonly Digest[] {
    return this.#all(this.#owners, owner);
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

  /** Every owner as somewhere written, with the number of documents. */
  get owners(): ReadonlyMap<string, number> {
    const owners = new Map<string, number>();
    for (const digest of this.#digests.values()) {
      for (const owner of digest.owners) if (!owners.has(owner)) owners.set(owner, this.#owners.of(keyOf(owner)).size);
    }
    return owners;
  }

  #all(groups: Groups, word: string): Digest[] {
    return [...groups.of(keyOf(word))].sort().map((uri) => this.#digests.get(uri) as Digest);
  }

  #few(groups: Groups, word: string): Digest[] {
    return groups.of(keyOf(word)).size > crowd ? [] : this.#all(groups, word);
  }

  #changed(uri: string): void {
    this.#revision++;
    this.#revisions.set(uri, (this.#revisions.get(uri) ?? 0) + 1);
  }

  #remove(digest: Digest): void {
    this.#digests.delete(digest.uri);
    for (const [groups, keys] of this.#keysOf(digest)) groups.delete(keys, digest.uri);
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

  #keysOf({ ids, names, mentions, owners, items, isModel }: Digest): [Groups, readonly string[]][] {
    const borne = ids.map(keyOf);
    return [
      [this.#bearers, borne], [this.#mentions, [...new Set([...mentions, ...borne])]], [this.#owners, owners.map(keyOf)],
      ...(isModel ? [] : [[this.#names, names], [this.#followUps, items.flatMap(({ followUp }) => followUp || [])]] satisfies [Groups, readonly string[]][]),
    ];
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

/** Documents by key. */
class Groups {
  readonly #uris = new Map<string, Set<string>>();

  get keys(): Iterable<string> {
    return this.#uris.keys();
  }

  of(key: string): ReadonlySet<string> {
    return this.#uris.get(key) ?? nothing;
  }

  add(keys: readonly string[], uri: string): void {
    for (const key of keys) {
      const uris = this.#uris.get(key);
      if (uris) uris.add(uri);
      else this.#uris.set(key, new Set([uri]));
    }
  }

  delete(keys: readonly string[], uri: string): void {
    for (const key of keys) {
      const uris = this.#uris.get(key);
      uris?.delete(uri);
      if (uris?.size === 0) this.#uris.delete(key);
    }
  }
}

const nothing: ReadonlySet<string> = new Set();
