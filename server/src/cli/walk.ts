import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
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

const skippedFolders = new Set(['node_modules', 'bower_components', '__pycache__']);
const documentNames = /\.(?:md|markdown|txt|text|incident|escalation|postmortem|md\.erb)$/i;
/** Documents without an extension are looked at only where their name says what they are. */
const tellingName = /^[^.]*(?:post-?_?mortem|incident|escalation|\brca\b)[^.]*$/i;

/**
 * The files that a command's paths stand for, each once: a named file whatever its name, of a folder everything below it that
 * may be an incident document. Hidden folders, those of packages and links to folders are passed over. What cannot be read
 * is told to `refuse` and the rest goes on.
 */
export async function candidates(paths: readonly string[], refuse: (sentence: string) => void): Promise<Candidate[]> {
  const found = new Map<string, Candidate>();
  for (const path of paths) {
    try {
      const stats = await stat(path);
      const list = stats.isDirectory() ? await filesBelow(path, refuse) : [path];
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

async function filesBelow(folder: string, refuse: (sentence: string) => void): Promise<string[]> {
  const files: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '.' ? entry.name : join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) {
      if (skippedFolders.has(entry.name)) continue;
      try {
        files.push(...(await filesBelow(path, refuse)));
      } catch (error) {
        refuse(reasonOf(path, error));
      }
    } else if (documentNames.test(entry.name) || tellingName.test(entry.name)) {
      if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) files.push(path);
    }
  }
  return files;
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
