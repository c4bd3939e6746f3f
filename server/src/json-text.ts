import type { Span } from './document/text';

/** Where a part of a JSON text stands: its value and, for what is in an object, its key. */
export interface JsonPlace {
  readonly key: Span | null;
  readonly value: Span;
}

/** A JSON text that was read: what it says and where, or where it can no longer be JSON. */
export type JsonText =
  | { readonly value: unknown; readonly placeOf: (path: readonly (string | number)[]) => JsonPlace | null }
  | { readonly fault: Span; readonly expected: 'value' | 'key' | 'colon' | 'separator' | 'end' | 'no comma' | 'no comment' | 'less nesting' };

type Expected = Extract<JsonText, { fault: Span }>['expected'];

/** Nothing that a person writes is nested any deeper, and no call stack runs out. */
const deepest = 100;

/** Reads a JSON text (RFC 8259) with the places of its parts. Never throws. Of equal keys of an object the last one holds. */
export function readJson(text: string): JsonText {
  return new Reader(text).read();
}

/** What must go so that an entry of an object, at this place, is gone and the rest is well-formed and laid out as before. */
export function spanWithout(text: string, { key, value }: JsonPlace): Span {
  const start = (key ?? value).start;
  const after = behind(text, value.end);
  // the next entry takes its place
  if (text[after] === ',') return { start, end: behind(text, after + 1) };
  let before = start;
  while (/\s/.test(text.charAt(before - 1))) before--;
  return text[before - 1] === ',' ? { start: before - 1, end: value.end } : { start: before, end: after };
}

/** The offset behind the space that begins at another. */
function behind(text: string, offset: number): number {
  space.lastIndex = offset;
  space.test(text);
  return space.lastIndex;
}

class Fault {
  readonly expected: Expected;
  constructor(expected: Expected) {
    this.expected = expected;
  }
}

const space = /[ \t\n\r]*/y;
const fault = /[\w.+-]+|\/[/*]|[^]/y;
const scalar = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

class Reader {
  readonly #text: string;
  readonly #places = new Map<string, JsonPlace>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): JsonText {
    try {
      this.#skip();
      const value = this.#value([], null);
      this.#skip();
      if (this.#at < this.#text.length) throw new Fault('end');
      return { value, placeOf: (path) => this.#places.get(keyOf(path)) ?? null };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const written = this.#match(fault);
      return { expected: /^\/[/*]/.test(written) ? 'no comment' : error.expected, fault: { start: this.#at, end: this.#at + written.length } };
    }
  }

  /** The value that begins here, with its place. */
  #value(path: readonly (string | number)[], key: Span | null): unknown {
    const start = this.#at;
    const first = this.#text[start];
    const value = first === '{' ? this.#object(path) : first === '[' ? this.#list(path) : this.#scalar('value');
    this.#places.set(keyOf(path), { key, value: { start, end: this.#at } });
    return value;
  }

  #object(path: readonly (string | number)[]): unknown {
    const entries: [string, unknown][] = [];
    this.#parts('}', path, () => {
      const start = this.#at;
      if (this.#text[start] !== '"') throw new Fault('key');
      const key = this.#scalar('key') as string;
      const span = { start, end: this.#at };
      this.#skip();
      if (this.#text[this.#at] !== ':') throw new Fault('colon');
      this.#at++;
      this.#skip();
      entries.push([key, this.#value([...path, key], span)]);
    });
    return Object.fromEntries(entries);
  }

  #list(path: readonly (string | number)[]): unknown {
    const values: unknown[] = [];
    this.#parts(']', path, () => void values.push(this.#value([...path, values.length], null)));
    return values;
  }

  /** What stands between an opening bracket and its closing one. */
  #parts(close: string, path: readonly unknown[], part: () => void): void {
    if (path.length >= deepest) throw new Fault('less nesting');
    this.#at++;
    this.#skip();
    if (this.#text[this.#at] === close) return void this.#at++;
    for (;;) {
      part();
      this.#skip();
      const next = this.#text[this.#at];
      if (next !== close && next !== ',') throw new Fault('separator');
      this.#at++;
      if (next === close) return;
      const comma = this.#at - 1;
      this.#skip();
      if (this.#text[this.#at] === close) {
        this.#at = comma;
        throw new Fault('no comma');
      }
    }
  }

  #scalar(expected: Expected): unknown {
    const written = this.#match(scalar);
    if (written === '') throw new Fault(expected);
    this.#at += written.length;
    return JSON.parse(written);
  }

  #skip(): void {
    this.#at += this.#match(space).length;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0] ?? '';
  }
}

function keyOf(path: readonly (string | number)[]): string {
  return path.map((key) => JSON.stringify(key)).join();
}
