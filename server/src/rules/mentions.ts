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

/**
 * The words that rules ask for, found for all of them in one pass over a text. A word is written in lower case, ASCII and
 * whole; one that ends with `*` stands for all that begin with it.
 */
export class Lexicon {
  private readonly pattern: RegExp | null;
  private readonly whole = new Map<string, string[]>();
  private readonly stems = new Map<string, string[]>();

  private readonly longestStem: number;
  private readonly everywhere = new Set<string>();

  constructor(rules: readonly Rule[]) {
    for (const { id, words = [], wordsEverywhere } of rules) {
      if (wordsEverywhere) this.everywhere.add(id);
      for (const word of words) {
        const isStem = word.endsWith('*');
        const [map, key] = isStem ? [this.stems, word.slice(0, -1)] : [this.whole, word];
        map.set(key, [...(map.get(key) ?? []), id]);
      }
    }
    this.longestStem = Math.max(0, ...[...this.stems.keys()].map(({ length }) => length));
    const parts = [alternatives(this.whole, '\\b'), alternatives(this.stems, '\\w*')].filter((part) => part !== '');
    this.pattern = parts.length > 0 ? new RegExp(`\\b(?:${parts.join('|')})`, 'gi') : null;
  }

  /** Every mention by the id of the rule that asked for it, in document order. Code, comments, quotes and links are left out where the rule does not ask for them. */
  mentionsIn(document: IncidentDocument): ReadonlyMap<string, readonly Mention[]> {
    const found = new Map<string, Mention[]>();
    const { value } = document.text;
    const { pattern } = this;
    if (!pattern) return found;
    let number = 0;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(value); match; match = pattern.exec(value)) {
      const span = { start: match.index, end: pattern.lastIndex };
      while (document.text.lineStart(number + 1) <= span.start && number + 1 < document.text.lineCount) number++;
      const line = proseLine(document, number);
      const spoken = line !== null && span.end - line.start <= line.words.length && line.words.charCodeAt(span.start - line.start) !== 32;
      if (!spoken && this.everywhere.size === 0) continue;
      const mention = { word: match[0].toLowerCase(), span, line: line ?? { line: number, start: document.text.lineStart(number), words: '' } };
      for (const id of this.rulesOf(mention.word)) {
        if (!spoken && !this.everywhere.has(id)) continue;
        const mentions = found.get(id);
        if (mentions) mentions.push(mention);
        else found.set(id, [mention]);
      }
    }
    return found;
  }

  private rulesOf(word: string): ReadonlySet<string> {
    const ids = new Set(this.whole.get(word));
    const longest = Math.min(word.length, this.longestStem);
    for (let length = 2; length <= longest; length++) for (const id of this.stems.get(word.slice(0, length)) ?? []) ids.add(id);
    return ids;
  }
}

/** The longest first, as the first alternative that fits is taken. */
function alternatives(words: ReadonlyMap<string, unknown>, end: string): string {
  return words.size === 0 ? '' : `(?:${[...words.keys()].sort((a, b) => b.length - a.length).join('|')})${end}`;
}

const lexicons = new WeakMap<readonly Rule[], Lexicon>();

/** The lexicon of a list of rules, made once. */
export function lexiconOf(rules: readonly Rule[]): Lexicon {
  const known = lexicons.get(rules) ?? new Lexicon(rules);
  lexicons.set(rules, known);
  return known;
}
