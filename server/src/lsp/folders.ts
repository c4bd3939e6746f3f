import type { InitializeParams, WorkspaceFolder } from 'vscode-languageserver/node';

/** The folders that the client has open, by their URIs. */
export class Folders {
  readonly #uris: Set<string>;

  constructor({ workspaceFolders, rootUri }: Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>) {
    this.#uris = new Set(workspaceFolders ? workspaceFolders.map(({ uri }) => uri) : rootUri ? [rootUri] : []);
  }

  change(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
    for (const { uri } of removed) this.#uris.delete(uri);
    for (const { uri } of added) this.#uris.add(uri);
  }

  /** The innermost folder that a document lies in; null where it lies in none. */
  of(uri: string): string | null {
    const above = [...this.#uris].filter((folder) => uri.startsWith(`${folder.replace(/\/$/, '')}/`));
    return above.sort((one, other) => other.length - one.length)[0] ?? null;
  }
}
