import { unescaped } from './document/escaped-name';
import ignore from 'ignore';
import type { Ignore } from 'ignore';
import type { FileClaim } from './document/standing';
import type { Settings } from './settings';

/** A pattern that names a file. */
export interface NamedBy {
  readonly says: FileClaim;
  readonly pattern: string;
  /** The list that it stands in. */
  readonly list: List;
}

type List = keyof Settings['files'];

/**
 * Which pattern of the settings takes a file in or leaves it out; null where none names it. What is left out is left out,
 * whatever takes it in. Files and folders are named by paths or by URIs; `folderOf` says which folder a list is relative
 * to, null for none.
 */
export function namedBy(file: string, files: Settings['files'], folderOf: (list: List) => string | null): NamedBy | null {
  return match(file, files, 'exclude', 'excluded', folderOf) ?? match(file, files, 'include', 'included', folderOf);
}

function match(file: string, files: Settings['files'], list: List, says: FileClaim, folderOf: (list: List) => string | null): NamedBy | null {
  const folder = files[list].length === 0 ? null : folderOf(list);
  const pattern = folder === null ? null : new Globs(files[list], [folder]).naming(file);
  return pattern === null ? null : { says, pattern, list };
}

/** Patterns written as in `.gitignore`. Files and folders are named by absolute paths or by URIs. */
export class Globs {
  readonly #patterns: Ignore | null;
  readonly #folders: readonly string[];

  /** A path is matched as it lies in the first of the folders that it lies in. */
  constructor(patterns: readonly string[], folders: readonly string[]) {
    this.#patterns = patterns.length > 0 ? compiled(patterns) : null;
    this.#folders = folders;
  }

  get isEmpty(): boolean {
    return this.#patterns === null;
  }

  /** Whether one of them names a path. */
  match(path: string, isFolder = false): boolean {
    return this.naming(path, isFolder) !== null;
  }

  /** The pattern that names a path; null where none does. */
  naming(path: string, isFolder = false): string | null {
    if (!this.#patterns) return null;
    const below = this.#folders.map((folder) => pathBelow(folder, path)).find((candidate) => candidate !== null && ignore.isPathValid(candidate));
    if (below === undefined || below === null) return null;
    const { rule } = this.#patterns.test(isFolder ? `${below}/` : below);
    return rule ? (rule.mark ?? rule.pattern) : null;
  }
}

const known = new WeakMap<readonly string[], Ignore>();

/** The lists of the settings stay what they are from file to file. */
function compiled(patterns: readonly string[]): Ignore {
  let all = known.get(patterns);
  if (!all) {
    // `./docs` is what people write for `/docs`
    all = ignore().add(patterns.map((pattern) => ({ pattern: pattern.replace(/^(!?)\.\//, '$1/'), mark: pattern })));
    known.set(patterns, all);
  }
  return all;
}

/** The path of a file from a folder above it; null where the folder is not above it. */
function pathBelow(folder: string, file: string): string | null {
  const above = `${slashed(folder).replace(/(?<![:/])\/$/, '')}/`;
  const path = slashed(file);
  return path.startsWith(above) ? path.slice(above.length) : null;
}

/** Editors differ in what they escape in a URI. */
const slashed = (name: string): string => (/^[a-z][\w+.-]+:\//i.test(name) ? unescaped(name) : name.replaceAll('\\', '/'));

/** The top of all folders of a URI; null where it has none, as that of an untitled document. */
export function topOf(uri: string): string | null {
  return /^[a-z][\w+.-]*:\/\/[^/]*(?=\/)/i.exec(uri)?.[0] ?? null;
}

/** The folder of a file, which is named by a path with "/" or a URI; null where it lies in none. */
export function folderOf(file: string): string | null {
  const cut = file.lastIndexOf('/');
  return cut < 0 ? null : file.slice(0, cut);
}
