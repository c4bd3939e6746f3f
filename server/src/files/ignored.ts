import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import ignore from 'ignore';
import type { Ignore } from 'ignore';

/** Patterns with the folder that they are relative to. */
interface Scope {
  readonly folder: string;
  readonly patterns: Ignore;
}

/** Which files and folders `.gitignore` files leave out of a repository. Folders are named by absolute paths. */
export class Ignored {
  /** From the nearest folder to the farthest. */
  readonly #scopes: readonly Scope[];

  private constructor(scopes: readonly Scope[]) {
    this.#scopes = scopes;
  }

  /**
   * What is ignored in a folder by the files above it, up to the top of its repository. A folder that is ignored itself
   * was named by the user all the same: the files above it then say nothing.
   */
  static async above(folder: string): Promise<Ignored> {
    const above: string[] = [];
    for (let at = folder; ; at = dirname(at)) {
      above.push(at);
      if (await exists(join(at, '.git'))) break;
      if (dirname(at) === at) return new Ignored([]);
    }
    const top = above.at(-1) as string;
    const scopes = [
      ...(await Promise.all(above.slice(1).map((at) => scopeOf(at, '.gitignore')))),
      await scopeOf(top, join('.git', 'info', 'exclude')),
    ].filter((scope) => scope !== null);
    const ignored = new Ignored(scopes);
    const isNamed = above.slice(0, -1).some((at) => ignored.has(at, true));
    return isNamed ? new Ignored([]) : ignored;
  }

  /** With what a folder's own `.gitignore` adds. */
  async in(folder: string): Promise<Ignored> {
    const own = await scopeOf(folder, '.gitignore');
    return own ? new Ignored([own, ...this.#scopes]) : this;
  }

  /** The nearest file that says anything about a path decides. */
  has(path: string, isFolder: boolean): boolean {
    for (const { folder, patterns } of this.#scopes) {
      const name = nameIn(folder, path, isFolder);
      if (!ignore.isPathValid(name)) continue;
      const { ignored, unignored } = patterns.test(name);
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}

async function scopeOf(folder: string, file: string): Promise<Scope | null> {
  try {
    return { folder, patterns: ignore().add(await readFile(join(folder, file), 'utf8')) };
  } catch {
    return null;
  }
}

function nameIn(folder: string, path: string, isFolder: boolean): string {
  return relative(folder, path).replaceAll('\\', '/') + (isFolder ? '/' : '');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false);
}
