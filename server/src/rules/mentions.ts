import type { IncidentDocument } from '../document/document';
import type { Span } from '../document/text';
import { proseLine } from './prose';
import type { ProseLine } from './prose';
import type { Rule } from './rule';

/** A word that a rule asked for, in the author's own words. */
export interface Mention {
  /** In lower case. */
  readonly word: string;
  readonly span: Span;
  /** Without words where it is not the author who speaks, as in code. */
  readonly line: ProseLine;
}

/** By its code what a character is in words: ASCII's letters, digits and the underscore from 1 on, 0 for all others. */
const SYMBOLS = 38;
const symbols = new Uint8Array(0x10000);
for (const [index, sign] of [...'abcdefghijklmnopqrstuvwxyz0123456789_'].entries()) symbols[sign.charCodeAt(0)] = symbols[sign.toUpperCase().charCodeAt(0)] = index + 1;

/** The rules that ask for a word, by their numbers. */
interface Asking {
  /** Of a whole word, as it is written here; null of a beginning. */
  readonly word: string | null;
  readonly rules: readonly number[];
  /** Those of them that are told of it in code and quotes too. */
  readonly everywhere: readonly number[];
}

/**
 * The words that rules ask for, found for all of them in one pass over a text: a tree of letters is followed from the
 * beginning of each word of the text for as long as a word that is asked for goes on alike. A word is written in lower case,
 * ASCII and whole; one that ends with `*` stands for all that begin with it.
 */
export class Lexicon {
  /** From each place in the tree on for each symbol the place behind it; 0, where every word begins, for none. */
  private readonly tree: Int32Array;
  /** Who asks for the word that ends at a place of the tree. */
  private readonly whole: (Asking | undefined)[] = [];
  /** Who asks for the words that begin with what leads to a place of the tree. */
  private readonly begun: (Asking | undefined)[] = [];

  constructor(rules: readonly Rule[]) {
    const everywhere = rules.flatMap(({ wordsEverywhere }, number) => (wordsEverywhere ? [number] : []));
    const words = new Map<string, Set<number>>();
    for (const [number, { words: asked = [] }] of rules.entries()) for (const word of asked) words.set(word, (words.get(word) ?? new Set()).add(number));
    const places = new Map<string, number>();
    for (const word of words.keys()) for (let end = 0; end <= word.length; end++) if (word[end - 1] !== '*' && !places.has(word.slice(0, end))) places.set(word.slice(0, end), places.size);
    this.tree = new Int32Array(places.size * SYMBOLS);
    for (const [path, place] of places) {
      if (path !== '') this.tree[(places.get(path.slice(0, -1)) as number) * SYMBOLS + (symbols[path.charCodeAt(path.length - 1)] as number)] = place * SYMBOLS;
      const stems = new Set<number>();
      for (let end = 2; end <= path.length; end++) for (const number of words.get(`${path.slice(0, end)}*`) ?? []) stems.add(number);
      const asking = (word: string | null, numbers: ReadonlySet<number>) => ({ word, rules: [...numbers], everywhere: everywhere.filter((number) => numbers.has(number)) });
      const own = words.get(path) ?? [];
      if (stems.size > 0) this.begun[place] = asking(null, stems);
      if (stems.size > 0 || words.has(path)) this.whole[place] = asking(path, new Set([...own, ...stems]));
    }
  }

  /** Every mention by the place in the list of the rule that asked for it, in document order; none at all where nothing was found. Code, comments, quotes and links are left out where the rule does not ask for them. */
  mentionsIn(document: IncidentDocument): readonly (readonly Mention[] | undefined)[] {
    const { tree, whole, begun } = this;
    const { value } = document.text;
    const { length } = value;
    const found: (Mention[] | undefined)[] = [];
    let number = 0;
    for (let at = 0; at < length; ) {
      let symbol = symbols[value.charCodeAt(at)] as number;
      if (symbol === 0) {
        at++;
        continue;
      }
      const start = at;
      let place = 0;
      while (symbol !== 0) {
        const next = tree[place + symbol] as number;
        if (next === 0) break;
        place = next;
        symbol = ++at < length ? (symbols[value.charCodeAt(at)] as number) : 0;
      }
      const asking = (symbol === 0 ? whole : begun)[place / SYMBOLS];
      while (symbol !== 0) symbol = ++at < length ? (symbols[value.charCodeAt(at)] as number) : 0;
      if (!asking) continue;
      while (document.text.lineStart(number + 1) <= start && number + 1 < document.text.lineCount) number++;
      this.tell(found, document, asking, { start, end: at }, number);
    }
    return found;
  }

  private tell(found: (Mention[] | undefined)[], document: IncidentDocument, { word, rules, everywhere }: Asking, span: Span, number: number): void {
    const line = proseLine(document, number);
    const spoken = line !== null && span.end - line.start <= line.words.length && line.words.charCodeAt(span.start - line.start) !== 32;
    const told = spoken ? rules : everywhere;
    if (told.length === 0) return;
    const mention: Mention = {
      word: word ?? document.text.slice(span).toLowerCase(), span,
      line: line ?? { line: number, start: document.text.lineStart(number), words: '' },
    };
    for (const rule of told) {
      const mentions = found[rule];
      if (mentions) mentions.push(mention);
      else found[rule] = [mention];
    }
  }
}

const lexicons = new WeakMap<readonly Rule[], Lexicon>();

/** The lexicon of a list of rules, made once. */
export function lexiconOf(rules: readonly Rule[]): Lexicon {
  const known = lexicons.get(rules) ?? new Lexicon(rules);
  lexicons.set(rules, known);
  return known;
}
