import type { Digest } from './digest';
import { keyOf } from './identifiers';

/** All incident documents of a workspace in brief, and which of them speak of what. Pure: it holds what it is given. */
export class IncidentIndex {
  readonly #digests = new Map<string, Digest>();
  /** Documents by the keys of the ids that they bear, of what they mention, and of their owners. */
  readonly #bearers = new Groups();
  readonly #mentions = new Groups();
  readonly #owners = new Groups();
  /** What was asked for since something changed. */
  #inOrder: readonly Digest[] | undefined;
  #knownOwners: ReadonlyMap<string, number> | undefined;
  #knownTickets: ReadonlyMap<string, number> | undefined;

  get size(): number {
    return this.#digests.size;
  }

  /** Every document, in the order of their URIs. */
  get digests(): readonly Digest[] {
    return (this.#inOrder ??= [...this.#digests.keys()].sort().map((uri) => this.#digests.get(uri) as Digest));
  }

  of(uri: string): Digest | undefined {
    return this.#digests.get(uri);
  }

  /** Takes a document in, in place of what was known of it. */
  set(digest: Digest): void {
    this.delete(digest.uri);
    this.#changed();
    this.#digests.set(digest.uri, digest);
    for (const [groups, keys] of this.#keysOf(digest)) groups.add(keys, digest.uri);
  }

  delete(uri: string): void {
    const known = this.#digests.get(uri);
    if (!known) return;
    this.#changed();
    this.#digests.delete(uri);
    for (const [groups, keys] of this.#keysOf(known)) groups.delete(keys, uri);
  }

  /** The documents that bear an id, in the order of their URIs. */
  bearing(id: string): readonly Digest[] {
    return this.#all(this.#bearers, id);
  }

  /** The documents that speak of an id or a ticket, those that bear it included. */
  mentioning(word: string): readonly Digest[] {
    return this.#all(this.#mentions, word);
  }

  /** The documents in which somebody owns something. */
  ownedBy(owner: string): readonly Digest[] {
    return this.#all(this.#owners, owner);
  }

  /** Every owner as mostly written, with the number of documents. */
  get owners(): ReadonlyMap<string, number> {
    return (this.#knownOwners ??= this.#counted(({ owners }) => owners));
  }

  /** Every ticket as mostly written, with the number of documents. */
  get tickets(): ReadonlyMap<string, number> {
    return (this.#knownTickets ??= this.#counted(({ tickets }) => tickets));
  }

  #counted(wordsOf: (digest: Digest) => readonly string[]): Map<string, number> {
    const spellings = new Map<string, Map<string, number>>();
    for (const digest of this.digests) {
      for (const word of wordsOf(digest)) {
        const key = keyOf(word);
        let known = spellings.get(key);
        if (!known) spellings.set(key, (known = new Map()));
        known.set(word, (known.get(word) ?? 0) + 1);
      }
    }
    return new Map([...spellings.values()].map((known) => {
      const counts = [...known];
      const [most] = counts.reduce((best, next) => (next[1] > best[1] ? next : best));
      return [most, counts.reduce((sum, [, count]) => sum + count, 0)];
    }));
  }

  #changed(): void {
    this.#inOrder = this.#knownOwners = this.#knownTickets = undefined;
  }

  #all(groups: Groups, word: string): Digest[] {
    return [...groups.of(keyOf(word))].sort().map((uri) => this.#digests.get(uri) as Digest);
  }

  #keysOf({ ids, mentions, owners }: Digest): [Groups, readonly string[]][] {
    const borne = ids.map(keyOf);
    return [[this.#bearers, borne], [this.#mentions, [...new Set([...mentions, ...borne])]], [this.#owners, owners.map(keyOf)]];
  }
}

/** Documents by key. */
class Groups {
  readonly #uris = new Map<string, Set<string>>();

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
