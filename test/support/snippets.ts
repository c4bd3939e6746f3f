import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Snippet {
  /** `file › title`. */
  readonly name: string;
  readonly file: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: string;
}

/** Every snippet that ships. */
export function allSnippets(): Snippet[] {
  return readdirSync('snippets').sort().flatMap((file) => {
    const entries = JSON.parse(readFileSync(join('snippets', file), 'utf8')) as Record<string, Omit<Snippet, 'name' | 'file' | 'body'> & { body: string[] }>;
    return Object.entries(entries).map(([title, entry]) => ({ ...entry, name: `${file} › ${title}`, file, body: entry.body.join('\n') }));
  });
}

/** The variables that the snippets may use, as on 2026-03-11. */
const variables: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2026',
  CURRENT_MONTH: '03',
  CURRENT_DATE: '11',
};

/** A snippet's text as it stands in the editor before anything is typed, and what was found on the way. */
export interface Expansion {
  readonly text: string;
  /** Tab stops by their number: how often each occurs. */
  readonly stops: ReadonlyMap<number, number>;
  /** The default texts of placeholders. */
  readonly defaults: readonly string[];
  /** The options of each choice. */
  readonly choices: readonly (readonly string[])[];
}

/**
 * Expands a snippet with its defaults: choices give their first option, repeated stops mirror the first one, dates are fixed.
 * @throws on what is no snippet syntax, on unknown variables, and on transformations, which no snippet of ours needs
 */
export function expand(body: string): Expansion {
  const stops = new Map<number, number>();
  const values = new Map<number, string>();
  const defaults: string[] = [];
  const choices: string[][] = [];
  let at = 0;

  const fail = (what: string): never => {
    throw new Error(`${what} at "${body.slice(at, at + 30)}"`);
  };
  const visit = (stop: number): void => void stops.set(stop, (stops.get(stop) ?? 0) + 1);
  const mirror = (stop: number): string => {
    visit(stop);
    return values.get(stop) ?? (stop === 0 ? '' : fail(`Stop ${stop} is mirrored before it has a value`));
  };
  const variable = (name: string): string => variables[name] ?? fail(`Unknown variable ${name}`);

  /** Reads up to the brace that ends the innermost placeholder, or to the end of the body. */
  const read = (nested: boolean): string => {
    let text = '';
    while (at < body.length) {
      const character = body[at];
      if (character === '\\' && /[\\$}]/.test(body[at + 1] ?? '')) {
        text += body[at + 1];
        at += 2;
      } else if (character === '}' && nested) {
        return text;
      } else if (character === '$') {
        text += readDollar();
      } else {
        text += character;
        at++;
      }
    }
    return nested ? fail('A placeholder is not closed') : text;
  };

  const readDollar = (): string => {
    const rest = body.slice(at);
    const plain = /^\$(?:(\d+)|([A-Z_]+))/.exec(rest);
    if (plain) {
      at += plain[0].length;
      return plain[1] === undefined ? variable(plain[2] ?? '') : mirror(Number(plain[1]));
    }
    const choice = /^\$\{(\d+)\|((?:[^|\\]|\\.)+)\|\}/.exec(rest);
    if (choice) {
      at += choice[0].length;
      const options = (choice[2] ?? '').split(/(?<!\\),/).map((option) => option.replaceAll(/\\([,|\\])/g, '$1'));
      choices.push(options);
      visit(Number(choice[1]));
      values.set(Number(choice[1]), options[0] ?? '');
      return options[0] ?? '';
    }
    const placeholder = /^\$\{(\d+):/.exec(rest);
    if (!placeholder) return fail('No snippet syntax');
    at += placeholder[0].length;
    const stop = Number(placeholder[1]);
    if (values.has(stop)) return fail(`Stop ${stop} has two defaults`);
    visit(stop);
    const value = read(true);
    at++;
    values.set(stop, value);
    defaults.push(value);
    return value;
  };

  return { text: read(false), stops, defaults, choices };
}
