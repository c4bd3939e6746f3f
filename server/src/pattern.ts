/** A longer pattern is none of a key. */
const longestSource = 200;
/** No key is longer, in characters. */
const longestKey = 40;
/** With more of them a match can take as long as it likes. */
const mostRepetitions = 3;
const mostOptions = 6;

const escapesAndClasses = /\\.|\[(?:\\.|[^\]\\])*\]/g;
/** Looks ahead and behind, references to groups, and groups that are repeated. */
const costly = /\(\?(?!:|<[A-Za-z])|\)[*+{]/;
const reference = /\\(?:[1-9]|k<)/;

/** A regular expression that people wrote in settings, and that is not able to keep the server busy. */
export class Pattern {
  readonly #expression: RegExp;

  /** Made by `readPattern`. */
  constructor(expression: RegExp) {
    this.#expression = expression;
  }

  /** The text of the match that begins at an offset, and of its groups (empty where they have none); null where there is none. */
  match(text: string, at: number): readonly string[] | null {
    const found = this.#expression.exec(text.slice(at, at + longestKey));
    return found?.[0] ? Array.from(found, (part) => part ?? '') : null;
  }
}

const count = (text: string, signs: RegExp): number => (text.match(signs) ?? []).length;

/**
 * Reads a pattern of a ticket's key; null where it is faulty, or has anything in it that may take long: settings may come with a
 * folder that nobody has looked at yet, and an expression of JavaScript can be written so that it never ends.
 */
export function readPattern(source: string): Pattern | null {
  const bare = source.replace(escapesAndClasses, '.');
  if (source === '' || source.length > longestSource || costly.test(bare) || reference.test(source)) return null;
  if (count(bare, /[*+{]/g) > mostRepetitions || count(bare, /(?<!\()\?/g) > mostOptions) return null;
  try {
    return new Pattern(new RegExp(`^(?:${source})`));
  } catch {
    return null;
  }
}
