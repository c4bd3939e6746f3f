import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isMissing } from '../node-host';
import { Globs, Ignored } from './ignored';
import { Refusal } from './terminal';

/** A file to look at. */
export interface Candidate {
  /** As the user would name it. */
  readonly name: string;
  readonly path: string;
  /** Whether the user named it, rather than a folder above it. */
  readonly named: boolean;
}

const skippedFolders = new Set(['node_modules', 'bower_components', '__pycache__']);
const documentNames = /\.(?:md|markdown|txt|text|incident|escalation|postmortem|md\.erb)$/i;
/** Documents without an extension are looked at only where their name says what they are. */
const tellingName = /^[^.]*(?:post-?_?mortem|incident|escalation|\brca\b)[^.]*$/i;

/** Which files of a folder are looked at. */
export interface Choice {
  /** Patterns of which one must fit; documents by their names where there is none. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Whether `.gitignore` files are obeyed. */
  readonly gitignore: boolean;
}

/**
 * The files that a command's paths stand for, each once: a named file whatever its name, of a folder everything below it that
 * may be an incident document. Hidden folders, those of packages, links to folders and what git ignores are passed over. What
 * cannot be read is told to `refuse` and the rest goes on. `pass` is told the absolute path of every file that may be a document in
 * the folders that were gone through, whether it is wanted or not.
 */
export async function candidates(paths: readonly string[], { include, exclude, gitignore }: Choice, refuse: (sentence: string) => void, pass: (path: string) => void = () => undefined): Promise<Candidate[]> {
  const found = new Map<string, Candidate>();
  const globs = { include: new Globs(include), exclude: new Globs(exclude) };
  for (const path of paths) {
    try {
      const stats = await stat(path);
      const root = resolve(path);
      const list = stats.isDirectory() ? await filesBelow(path, { root, ...globs, ignored: gitignore ? await Ignored.above(root) : null, refuse, pass }) : [path];
      for (const name of list) {
        const absolute = resolve(name);
        if (!found.has(absolute)) found.set(absolute, { name: name.replaceAll('\\', '/'), path: absolute, named: !stats.isDirectory() });
      }
    } catch (error) {
      refuse(reasonOf(path, error));
    }
  }
  return [...found.values()];
}

interface Walk {
  /** The folder that the user named. */
  readonly root: string;
  readonly include: Globs;
  readonly exclude: Globs;
  /** Null where nothing is. */
  readonly ignored: Ignored | null;
  readonly refuse: (sentence: string) => void;
  readonly pass: (path: string) => void;
}

async function filesBelow(folder: string, walk: Walk): Promise<string[]> {
  const files: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  const ignored = (await walk.ignored?.in(resolve(folder))) ?? null;
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || (entry.isDirectory() ? skippedFolders.has(entry.name) : !mayBeDocument(entry.name) && walk.include.isEmpty)) continue;
    const path = folder === '.' ? entry.name : join(folder, entry.name);
    const absolute = resolve(path);
    if (!entry.isDirectory() && mayBeDocument(entry.name)) walk.pass(absolute);
    if (walk.exclude.match(absolute, walk.root, entry.isDirectory()) || ignored?.has(absolute, entry.isDirectory())) continue;
    if (entry.isDirectory()) {
      try {
        files.push(...(await filesBelow(path, { ...walk, ignored })));
      } catch (error) {
        walk.refuse(reasonOf(path, error));
      }
    } else if ((walk.include.isEmpty || walk.include.match(absolute, walk.root)) && (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path))))) {
      files.push(path);
    }
  }
  return files;
}

function mayBeDocument(name: string): boolean {
  return documentNames.test(name) || tellingName.test(name);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then((stats) => stats.isFile(), () => false);
}

/** Why a path cannot be used, in one sentence. */
export function reasonOf(path: string, error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (isMissing(error)) return `${path}: there is no such file or folder.`;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'EACCES' || code === 'EPERM') return `${path}: no permission to read it.`;
  return `${path}: cannot be read${typeof code === 'string' ? ` (${code})` : ''}.`;
}
