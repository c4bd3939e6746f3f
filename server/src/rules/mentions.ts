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
 * The words that rules ask for, found for all of them in one pass over a text: a tree of letters in which every character of
 * the text is one step. A word is written in lower case, ASCII and whole; one that ends with `*` stands for all that begin
 * with it.
 */
export class Lexicon {
  /**
   * From each place in the tree on for each symbol the place behind it. What is no part of a word leads back to 0, where every
   * word begins, from the end of one that is asked for with the place itself, negated. Places are counted in symbols.
   */
  private readonly tree: Int32Array;
  /** Who asks for the word that ends at a place. */
  private readonly asked: (Asking | undefined)[];

  constructor(rules: readonly Rule[]) {
    const everywhere = rules.flatMap(({ wordsEverywhere }, number) => (wordsEverywhere ? [number] : []));
    const words = new Map<string, Set<number>>();
    for (const [number, { words: asked = [] }] of rules.entries()) for (const word of asked) words.set(word, (words.get(word) ?? new Set()).add(number));
    const places = new Map([['', 0]]);
    for (const word of words.keys()) for (let end = 1; end <= word.length; end++) if (word[end - 1] !== '*' && !places.has(word.slice(0, end))) places.set(word.slice(0, end), places.size);
    const asking = (word: string | null, numbers: ReadonlySet<number>): Asking => ({ word, rules: [...numbers], everywhere: everywhere.filter((number) => numbers.has(number)) });
    const tree = new Int32Array((2 * places.size + 1) * SYMBOLS);
    const asked: (Asking | undefined)[] = [];
    const enter = (place: number, otherwise: number, by: Asking | undefined): void => {
      asked[place] = by;
      tree.fill(otherwise * SYMBOLS, place * SYMBOLS + 1, (place + 1) * SYMBOLS);
      if (by) tree[place * SYMBOLS] = -place * SYMBOLS;
    };
    /** Where a word is that nobody asks for. */
    const lost = places.size;
    enter(lost, lost, undefined);
    /** By its place who asks for a word that a path begins with. A path comes behind the shorter ones that lead to it. */
    const begun: ReadonlySet<number>[] = [];
    for (const [path, place] of places) {
      const above = places.get(path.slice(0, -1)) as number;
      const stems = new Set([...(begun[above] ?? []), ...(words.get(`${path}*`) ?? [])]);
      begun.push(stems);
      // a word that goes on otherwise behind a beginning that is asked for stays what it is
      const beyond = stems.size > 0 ? asked.length : lost;
      if (beyond !== lost) enter(beyond, beyond, asking(null, stems));
      const own = words.get(path);
      enter(place, beyond, own || stems.size > 0 ? asking(path, new Set([...(own ?? []), ...stems])) : undefined);
      if (place > 0) tree[above * SYMBOLS + (symbols[path.charCodeAt(path.length - 1)] as number)] = place * SYMBOLS;
    }
    this.tree = tree.slice(0, asked.length * SYMBOLS);
    this.asked = asked;
  }

  /** Every mention by the place in the list of the rule that asked for it, in document order; none at all where nothing was found. Code, comments, quotes and links are left out where the rule does not ask for them. */
  mentionsIn(document: IncidentDocument): readonly (readonly Mention[] | undefined)[] {
    const { tree } = this;
    const { value } = document.text;
    const found: (Mention[] | undefined)[] = [];
    let number = 0;
    const hear = (place: number, end: number): void => {
      let start = end;
      while (start > 0 && symbols[value.charCodeAt(start - 1)] !== 0) start--;
      while (document.text.lineStart(number + 1) <= start && number + 1 < document.text.lineCount) number++;
      this.tell(found, document, this.asked[place / SYMBOLS] as Asking, { start, end }, number);
    };
    let place = 0;
    for (let at = 0; at < value.length; at++) {
      const next = tree[place + (symbols[value.charCodeAt(at)] as number)] as number;
      if (next < 0) hear(place, at);
      place = next < 0 ? 0 : next;
    }
    if ((tree[place] as number) < 0) hear(place, value.length);
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
