import ignore from 'ignore';
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
 * whatever takes it in. Files and folders are named by paths with "/" or by URIs; `folderOf` says which folder a list is relative
 * to, null for none.
 */
export function namedBy(file: string, files: Settings['files'], folderOf: (list: List) => string | null): NamedBy | null {
  return match(file, files, 'exclude', 'excluded', folderOf) ?? match(file, files, 'include', 'included', folderOf);
}

function match(file: string, files: Settings['files'], list: List, says: FileClaim, folderOf: (list: List) => string | null): NamedBy | null {
  const [patterns, folder] = [files[list], folderOf(list)];
  if (patterns.length === 0 || folder === null) return null;
  const path = pathBelow(folder, file);
  if (path === null || !ignore.isPathValid(path)) return null;
  const { rule } = ignore().add(patterns.map(anchored)).test(path);
  return rule ? { says, pattern: rule.mark ?? rule.pattern, list } : null;
}

/** `./docs` is what people write for `/docs`. */
export function anchored(pattern: string): { pattern: string; mark: string } {
  return { pattern: pattern.replace(/^(!?)\.\//, '$1/'), mark: pattern };
}

/** The path of a file from a folder above it; null where the folder is not above it. */
function pathBelow(folder: string, file: string): string | null {
  const above = `${unescaped(folder).replace(/(?<![:/])\/$/, '')}/`;
  const path = unescaped(file);
  return path.startsWith(above) ? path.slice(above.length) : null;
}

/** Editors differ in what they escape in a URI. */
function unescaped(name: string): string {
  if (!/^[a-z][\w+.-]+:\//i.test(name)) return name.replaceAll('\\', '/');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The top of all folders of a URI; null where it has none, as that of an untitled document. */
export function topOf(uri: string): string | null {
  return /^[a-z][\w+.-]*:\/\/[^/]*(?=\/)/i.exec(uri)?.[0] ?? null;
}

/** The folder of a file, which is named by a path with "/" or a URI; null where it lies in none. */
export function folderOf(file: string): string | null {
  const cut = file.lastIndexOf('/');
  return cut < 0 ? null : file.slice(0, cut);
}
