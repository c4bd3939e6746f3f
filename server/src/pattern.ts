/**
 * Patterns that people write in settings. They are regular expressions, but settings may come with a folder that nobody has looked at
 * yet, and an expression of JavaScript can be written so that it never ends. So they are matched here, and every step is counted.
 */

/** The steps that are left for some work; matching stops without a match where none is. */
export interface Steps {
  left: number;
}

/** Continues behind a part of the pattern: the end of the whole match, or -1. */
type Continue = (at: number) => number;
type Part = (run: Run, at: number, behind: Continue) => number;

interface Run extends Steps {
  readonly text: string;
  readonly end: number;
  /** Start and end of each group, -1 where it has none. */
  readonly groups: number[];
}

/** A longer pattern is none of a key. */
const longestSource = 200;
/** No key is longer, in characters. */
const longestMatch = 200;
/** Of a match that begins at one place. */
const mostSteps = 5_000;

export class Pattern {
  readonly #whole: Part;
  readonly #groups: number;

  /** Made by `readPattern`. */
  constructor(whole: Part, groups: number) {
    this.#whole = whole;
    this.#groups = groups;
  }

  /** The text of the match that begins at an offset, and of its groups (empty where they have none); null where there is none. */
  match(text: string, at: number, end: number, steps: Steps): readonly string[] | null {
    const allowed = Math.min(steps.left, mostSteps);
    const run: Run = { text, end: Math.min(end, at + longestMatch), left: allowed, groups: Array.from({ length: this.#groups * 2 }, () => -1) };
    const last = this.#whole(run, at, (behind) => behind);
    steps.left -= allowed - Math.max(run.left, 0);
    if (last <= at) return null;
    const group = (index: number): string => text.slice(Math.max(run.groups[index * 2] as number, 0), Math.max(run.groups[index * 2 + 1] as number, 0));
    return [text.slice(at, last), ...Array.from({ length: this.#groups }, (_, index) => group(index))];
  }
}

/** Reads a pattern of characters, classes, groups, alternatives and repetitions; null where it is faulty or has anything else in it. */
export function readPattern(source: string): Pattern | null {
  return source === '' || source.length > longestSource || !isExpression(source) ? null : new Reader(source).read();
}

function isExpression(source: string): boolean {
  try {
    return new RegExp(source).source !== '';
  } catch {
    return false;
  }
}

const token = /\\[dwsDWS]|\\[^A-Za-z0-9]|\[(?:\\.|[^\]\\])*\]|\(\?:|\(\?<[A-Za-z]\w*>|\(\?|\\.|[^]/y;
const quantifier = /([*+?]|\{(\d{1,3})(?:(,)(\d{1,3})?)?\})(\??)/y;

class Reader {
  readonly #source: string;
  #at = 0;
  #groups = 0;
  #fits = true;

  constructor(source: string) {
    this.#source = source;
  }

  read(): Pattern | null {
    const whole = this.#alternatives();
    return this.#fits && this.#at === this.#source.length ? new Pattern(whole, this.#groups) : null;
  }

  #alternatives(): Part {
    const choices = [this.#sequence()];
    while (this.#source[this.#at] === '|') {
      this.#at++;
      choices.push(this.#sequence());
    }
    return choices.length === 1 ? (choices[0] as Part) : (run, at, behind) => first(choices, (choice) => choice(run, at, behind));
  }

  #sequence(): Part {
    const parts: Part[] = [];
    while (this.#at < this.#source.length && this.#source[this.#at] !== '|' && this.#source[this.#at] !== ')') parts.push(this.#repeated());
    return parts.reduceRight<Part>((rest, part) => (run, at, behind) => part(run, at, (next) => rest(run, next, behind)), (_, at, behind) => behind(at));
  }

  #repeated(): Part {
    const part = this.#one();
    quantifier.lastIndex = this.#at;
    const match = quantifier.exec(this.#source);
    if (!match) return part;
    this.#at += match[0].length;
    const [, sign, least, comma, most, lazy] = match;
    const from = least === undefined ? (sign === '+' ? 1 : 0) : Number(least);
    const to = least === undefined ? (sign === '?' ? 1 : Infinity) : comma === undefined ? from : most === undefined ? Infinity : Number(most);
    return repeat(part, from, to, lazy === '?');
  }

  #one(): Part {
    token.lastIndex = this.#at;
    const [written] = token.exec(this.#source) as RegExpExecArray;
    this.#at += written.length;
    if (written === '(?:') return this.#closed(this.#alternatives());
    if (written === '(' || written.startsWith('(?<')) {
      const index = this.#groups++;
      return captured(this.#closed(this.#alternatives()), index);
    }
    const isOther = written === '(?' || (/^\\[A-Za-z0-9]$/.test(written) && !/^\\[dwsb]$/i.test(written)) || written === '\\B';
    if (isOther) this.#fits = false;
    // A key has its beginning and its end anyway.
    return isOther || written === '^' || written === '$' || written === '\\b' ? (_, at, behind) => behind(at) : character(written);
  }

  #closed(part: Part): Part {
    if (this.#source[this.#at] === ')') this.#at++;
    else this.#fits = false;
    return part;
  }
}

function character(written: string): Part {
  const literal = /^\\[^A-Za-z0-9]$/.test(written) ? written.slice(1) : written;
  // A single character cannot take long.
  const fits = literal.length > 1 || literal === '.' && literal === written ? new RegExp(`^${written}$`) : null;
  return (run, at, behind) => {
    if (run.left-- <= 0 || at >= run.end) return -1;
    const found = run.text.charAt(at);
    return (fits ? fits.test(found) : found === literal) ? behind(at + 1) : -1;
  };
}

function captured(part: Part, index: number): Part {
  return (run, at, behind) => {
    const [start, end] = [run.groups[index * 2] as number, run.groups[index * 2 + 1] as number];
    const last = part(run, at, (next) => {
      run.groups[index * 2] = at;
      run.groups[index * 2 + 1] = next;
      return behind(next);
    });
    if (last < 0) [run.groups[index * 2], run.groups[index * 2 + 1]] = [start, end];
    return last;
  };
}

function repeat(part: Part, least: number, most: number, lazy: boolean): Part {
  const from = (count: number): Part => (run, at, behind) => {
    if (run.left-- <= 0) return -1;
    // What matches nothing once more would do so forever.
    const more = (): number => (count >= most ? -1 : part(run, at, (next) => (next === at && count >= least ? -1 : from(count + 1)(run, next, behind))));
    if (count < least) return more();
    return lazy ? first([() => behind(at), more], (way) => way()) : first([more, () => behind(at)], (way) => way());
  };
  return from(0);
}

/** The first end that one of several ways leads to, or -1. */
function first<Way>(ways: readonly Way[], take: (way: Way) => number): number {
  for (const way of ways) {
    const end = take(way);
    if (end >= 0) return end;
  }
  return -1;
}
