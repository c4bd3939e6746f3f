import { pathOf } from './link-target';

/** Files that may be documents. */
const documentNames = /^[^.].*\.(?:md|markdown|txt|text|incident|escalation|postmortem)$/i;

/**
 * The files of the folders that were looked through, whether they are incident documents or not: only they tell that a file is
 * not there. Every file of a folder that may be a document must be told, those included that nobody wants checked.
 */
export class KnownFiles {
  /** The names in each folder, by their spelling in lower case. */
  readonly #folders = new Map<string, Map<string, string>>();
  #revision = 0;

  /** Another number whenever something has changed. */
  get revision(): number {
    return this.#revision;
  }

  get isEmpty(): boolean {
    return this.#folders.size === 0;
  }

  add(uri: string): void {
    const { folder, name } = split(pathOf(uri));
    const names = this.#folders.get(folder) ?? new Map<string, string>();
    if (!documentNames.test(name) || names.has(name.toLowerCase())) return;
    this.#folders.set(folder, names.set(name.toLowerCase(), name));
    this.#revision++;
  }

  delete(uri: string): void {
    const { folder, name } = split(pathOf(uri));
    if (this.#folders.get(folder)?.delete(name.toLowerCase())) this.#revision++;
  }

  /** Takes these files for all that there are. */
  become(uris: Iterable<string>): void {
    const before = [...this.#folders].flatMap(([folder, names]) => [...names.values()].map((name) => folder + name)).sort().join('\n');
    this.#folders.clear();
    const { revision } = this;
    for (const uri of uris) this.add(uri);
    const now = [...this.#folders].flatMap(([folder, names]) => [...names.values()].map((name) => folder + name)).sort().join('\n');
    this.#revision = now === before ? revision : revision + 1;
  }

  /** Whether there is a file at a path as `pathOf` spells it; null where its folder was not looked through, or not for such files. */
  has(path: string): boolean | null {
    const { folder, name } = split(path);
    const names = this.#folders.get(folder);
    return names && documentNames.test(name) ? names.has(name.toLowerCase()) : null;
  }

  /** The names of the files beside a path. */
  beside(path: string): readonly string[] {
    return [...(this.#folders.get(split(path).folder)?.values() ?? [])].sort();
  }
}

function split(path: string): { readonly folder: string; readonly name: string } {
  const slash = path.lastIndexOf('/') + 1;
  return { folder: path.slice(0, slash), name: path.slice(slash) };
}
