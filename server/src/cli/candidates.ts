import { stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { Globs } from '../file-patterns';
import { Ignored } from '../files/ignored';
import { filesBelow } from '../files/walk';
import { isMissing } from '../node-host';
import { Refusal } from './terminal';

/** A file to look at. */
export interface Candidate {
  /** As the user would name it. */
  readonly name: string;
  readonly path: string;
  /** Whether the user named it, rather than a folder above it. */
  readonly named: boolean;
}

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
 * may be an incident document. What cannot be read is told to `refuse` and the rest goes on. `pass` is told the absolute path of every
 * file that may be a document in the folders that were gone through, whether it is wanted or not.
 */
export async function candidates(
  paths: readonly string[], { include, exclude, gitignore }: Choice, refuse: (sentence: string) => void, pass?: (path: string) => void,
): Promise<Candidate[]> {
  const found = new Map<string, Candidate>();
  const add = (name: string, path: string, named: boolean) => {
    if (!found.has(path)) found.set(path, { name: name.replaceAll('\\', '/'), path, named });
  };
  for (const path of paths) {
    const root = resolve(path);
    const nameOf = (below: string): string => (path === '.' ? relative(root, below) : join(path, relative(root, below)));
    try {
      if ((await stat(path)).isDirectory()) {
        const choice = { include: new Globs(include, [resolve('.'), root]), exclude: new Globs(exclude, [resolve('.'), root]), ignored: gitignore ? await Ignored.above(root) : null };
        for await (const file of filesBelow(root, choice, (below, error) => refuse(reasonOf(nameOf(below), error)), pass)) add(nameOf(file), file, false);
      } else add(path, root, true);
    } catch (error) {
      refuse(reasonOf(path, error));
    }
  }
  return [...found.values()];
}

/** Why a path cannot be used, in one sentence. */
export function reasonOf(path: string, error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (isMissing(error)) return `${path}: there is no such file or folder.`;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'EACCES' || code === 'EPERM') return `${path}: no permission to read it.`;
  return `${path}: cannot be read${typeof code === 'string' ? ` (${code})` : ''}.`;
}
