import type { Digest } from './digest';
import type { IncidentIndex } from './incident-index';
import { unpacked } from './terms';
import type { Term } from './terms';

/** A document that tells of something alike. */
export interface Similar {
  readonly digest: Digest;
  /** From 0 to 1, which is the very same. */
  readonly score: number;
  /** What both speak of, the most telling first, as the document asked about writes it. */
  readonly words: readonly string[];
}

/** Less is chance. */
const least = 0.12;
/** One word alone ties nothing. */
const fewestWords = 2;
const mostWords = 5;

/**
 * The documents of a workspace whose causes, symptoms and affected parts are most like those of one document, the likeliest first:
 * their terms are weighed by how rare they are in the workspace, and the angle between the two is taken.
 */
export function similarTo(uri: string, terms: readonly Term[], index: IncidentIndex, most = 10): Similar[] {
  const others = index.digests.filter((digest) => digest.uri !== uri);
  const spread = spreadOf(terms, others);
  const part = (stem: string, weight: number): number => (1 + Math.log(weight)) * Math.log(1 + (others.length + 1) / (spread.get(stem) ?? 1));
  const own = new Map(terms.map(({ stem, weight }) => [stem, part(stem, weight)]));
  const words = new Map(terms.map(({ stem, word }) => [stem, word]));
  const length = Math.hypot(...own.values());
  const found: Similar[] = [];
  for (const digest of others) {
    const shared: (readonly [stem: string, product: number])[] = [];
    let product = 0;
    let square = 0;
    for (const [stem, weight] of unpacked(digest.terms)) {
      const other = part(stem, weight);
      square += other * other;
      const mine = own.get(stem);
      if (mine === undefined) continue;
      product += mine * other;
      shared.push([stem, mine * other]);
    }
    const score = product / (length * Math.sqrt(square));
    if (shared.length < fewestWords || score < least) continue;
    const telling = shared.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, mostWords);
    found.push({ digest, score: Math.min(1, score), words: telling.map(([stem]) => words.get(stem) ?? stem) });
  }
  return found.sort((a, b) => b.score - a.score || (a.digest.uri < b.digest.uri ? -1 : 1)).slice(0, most);
}

/** In how many documents each stem stands, the one that is asked about included. */
function spreadOf(terms: readonly Term[], others: readonly Digest[]): ReadonlyMap<string, number> {
  const spread = new Map(terms.map(({ stem }) => [stem, 1]));
  for (const digest of others) for (const [stem] of unpacked(digest.terms)) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  return spread;
}
