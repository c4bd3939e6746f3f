import type { Digest } from './digest';
import { keyOf } from './identifiers';

/** All incident documents of a workspace in brief, and which of them speak of what. Pure: it holds what it is given. */
export class IncidentIndex {
  readonly #digests = new Map<string, Digest>();
  readonly #bearers = new Groups(({ ids }) => ids);
  readonly #mentions = new Groups(({ mentions, ids }) => [...mentions, ...ids]);
  readonly #owners = new Groups(({ owners }) => owners);
  readonly #tickets = new Groups(({ tickets }) => tickets);
  readonly #groups = [this.#bearers, this.#mentions, this.#owners, this.#tickets];
  /** The URIs in their order, as long as none comes or goes. */
  #uris: readonly string[] | undefined;

  get size(): number {
    return this.#digests.size;
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
    if (known) for (const group of this.#groups) group.delete(known);
    else this.#uris = undefined;
    this.#digests.set(digest.uri, digest);
    for (const group of this.#groups) group.add(digest);
  }

  delete(uri: string): void {
    const known = this.#digests.get(uri);
    if (!known) return;
    this.#uris = undefined;
    this.#digests.delete(uri);
    for (const group of this.#groups) group.delete(known);
  }

  /** The documents that bear an id, in the order of their URIs. */
  bearing(id: string): readonly Digest[] {
    return this.#all(this.#bearers.of(id));
  }

  /** The documents that speak of an id or a ticket, those that bear it included. */
  mentioning(word: string): readonly Digest[] {
    return this.#all(this.#mentions.of(word));
  }

  /** The documents in which somebody owns something. */
  ownedBy(owner: string): readonly Digest[] {
    return this.#all(this.#owners.of(owner));
  }

  /** Every owner as mostly written, with the number of documents. */
  get owners(): ReadonlyMap<string, number> {
    return this.#owners.counted();
  }

  /** Every ticket as mostly written, with the number of documents. */
  get tickets(): ReadonlyMap<string, number> {
    return this.#tickets.counted();
  }

  #all(uris: readonly string[]): Digest[] {
    return uris.map((uri) => this.#digests.get(uri) as Digest);
  }
}

/** Documents by the keys of words that are in them, each with the spelling of its own. */
class Groups {
  readonly #wordsOf: (digest: Digest) => readonly string[];
  readonly #spellings = new Map<string, Map<string, string>>();

  constructor(wordsOf: (digest: Digest) => readonly string[]) {
    this.#wordsOf = wordsOf;
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
