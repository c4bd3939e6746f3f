import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { Globs } from '../file-patterns';
import type { Ignored } from './ignored';

const skippedFolders = new Set(['node_modules', 'bower_components', '__pycache__']);
const documentNames = /\.(?:md|markdown|txt|text|incident|escalation|postmortem|md\.erb)$/i;
/** Documents without an extension are looked at only where their name says what they are. */
const tellingName = /^[^.]*(?:post-?_?mortem|incident|escalation|\brca\b)[^.]*$/i;

/** Which files of a folder are looked at. */
export interface Choice {
  /** Patterns of which one must fit; documents by their names where there is none. */
  readonly include?: Globs;
  readonly exclude?: Globs;
  /** What git ignores above and in the folder; null where that does not matter. */
  readonly ignored: Ignored | null;
}

/**
 * The files below a folder that may be incident documents, by absolute paths, in the order of their names. Hidden files and folders,
 * those of packages, links to folders and what the choice leaves out are passed over. A folder that cannot be read is told
 * to `refuse` and the rest goes on; the topmost one rejects. `pass` is told of every file that may be a document by its name in the
 * folders that are gone through, whether it is wanted or not.
 */
export async function* filesBelow(
  folder: string, choice: Choice, refuse: (path: string, error: unknown) => void, pass: (path: string) => void = () => undefined,
): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  const ignored = (await choice.ignored?.in(folder)) ?? null;
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory() && mayBeDocument(entry.name)) pass(path);
    if (isPassedOver(path, entry.isDirectory(), { ...choice, ignored })) continue;
    if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) yield path;
    else if (entry.isDirectory()) {
      try {
        yield* filesBelow(path, { ...choice, ignored }, refuse, pass);
      } catch (error) {
        refuse(path, error);
      }
    }
  }
}

/** Whether `filesBelow` would name a file, were it there. */
export async function isBelow(folder: string, path: string, choice: Choice): Promise<boolean> {
  const names = relative(folder, path).split(sep);
  let at = folder;
  let { ignored } = choice;
  for (const [index, name] of names.entries()) {
    ignored = (await ignored?.in(at)) ?? null;
    at = join(at, name);
    if (isPassedOver(at, index < names.length - 1, { ...choice, ignored })) return false;
  }
  return at === path && path !== folder;
}

function isPassedOver(path: string, isFolder: boolean, { include, exclude, ignored }: Choice): boolean {
  const name = basename(path);
  const byName = !include || include.isEmpty;
  if (name.startsWith('.') || (isFolder ? skippedFolders.has(name) : !mayBeDocument(name) && byName)) return true;
  if (exclude?.match(path, isFolder) || ignored?.has(path, isFolder)) return true;
  return !isFolder && !byName && !include.match(path);
}

function mayBeDocument(name: string): boolean {
  return documentNames.test(name) || tellingName.test(name);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then((stats) => stats.isFile(), () => false);
}
