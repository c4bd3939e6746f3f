import type { Digest, DigestItem } from './digest';

/** What a place in the workspace stands for. */
export type FoundRole = 'id' | 'title' | 'entry' | DigestItem['state'];

/** A place that fits a query. `line` is 0-based; `container` names the document, empty where the name does so itself. */
export interface Found {
  readonly uri: string;
  readonly line: number;
  readonly name: string;
  readonly role: FoundRole;
  readonly container: string;
}

/** So many are enough: those who ask type on. */
export const mostFound = 200;

/** How well a name fits, the best first; entries and actions come behind every title and id. */
const ranks = { whole: 0, prefix: 1, words: 2, within: 3, letters: 4, items: 5, entries: 6 } as const;

/**
 * Looks for places by their names: ids and titles by the beginnings of words, parts of words, or letters in their order; actions and
 * entries by words. Clients sift what is found once more. Documents are to be given the latest first.
 */
export class SymbolSearch {
  readonly #query: string;
  readonly #words: readonly string[];
  readonly #found: Found[][] = Object.values(ranks).map(() => []);

  constructor(query: string) {
    this.#query = query.trim().toLowerCase();
    this.#words = this.#query.split(/\s+/).filter(Boolean);
  }

  /** Takes a document into account. */
  take({ uri, ids, title, items, entries }: Digest): void {
    const line = title?.line ?? 0;
    const name = title?.text ?? ids[0];
    const container = name ?? fileName(uri);
    if (title) this.#add(this.#rankOf(title.text), { uri, line, name: title.text, role: 'title', container: '' });
    for (const id of ids) if (!title?.text.includes(id)) this.#add(this.#rankOf(id), { uri, line, name: id, role: 'id', container: title?.text ?? '' });
    if (this.#words.length === 0) return;
    for (const item of items) if (this.#hasWords(item.text)) this.#add(ranks.items, { uri, line: item.line, name: item.text, role: item.state, container });
    for (const entry of entries) if (this.#hasWords(entry.text)) this.#add(ranks.entries, { uri, line: entry.line, name: entry.text, role: 'entry', container });
  }

  /** The best of what was found. */
  get found(): readonly Found[] {
    return this.#found.flat().slice(0, mostFound);
  }

  #add(rank: number | null, found: Found): void {
    const list = rank === null ? undefined : this.#found[rank];
    if (list && list.length < mostFound) list.push(found);
  }

  #rankOf(name: string): number | null {
    const text = name.toLowerCase();
    if (text === this.#query) return ranks.whole;
    if (text.startsWith(this.#query)) return ranks.prefix;
    if (this.#words.every((word) => beginsWord(text, word))) return ranks.words;
    if (this.#words.every((word) => text.includes(word))) return ranks.within;
    return hasLetters(text, this.#query) ? ranks.letters : null;
  }

  #hasWords(text: string): boolean {
    const lower = text.toLowerCase();
    return this.#words.every((word) => beginsWord(lower, word));
  }
}

const isLetter = /[\p{L}\p{N}]/u;

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !isLetter.test(text[at - 1] as string)) return true;
  }
  return false;
}

/** Whether a text has the letters of another one in their order. */
function hasLetters(text: string, letters: string): boolean {
  let at = -1;
  for (const letter of letters) {
    if (letter === ' ') continue;
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

const fileName = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);

/** Documents, the latest first; those without a date last. */
export function latestFirst(digests: readonly Digest[]): Digest[] {
  return digests.toSorted((a, b) => (b.day ?? beforeAll) - (a.day ?? beforeAll));
}

const beforeAll = Number.MIN_SAFE_INTEGER;
