import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver/node';
import { fileUri, liesIn } from './file-uri';

/** The folders that the client has open, by their URIs in the spelling of `fileUri`. */
export class Folders {
  #all: readonly string[];

  constructor({ workspaceFolders, rootUri }: Partial<Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>>) {
    this.#all = (workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])).map(folderUri);
  }

  get all(): readonly string[] {
    return this.#all;
  }

  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => folderUri(uri)));
    this.#all = [...new Set([...this.#all.filter((folder) => !gone.has(folder)), ...added.map(({ uri }) => folderUri(uri))])];
  }

  /** The innermost folder that a file lies in; null where it lies in none. */
  of(uri: string): string | null {
    const file = fileUri(uri);
    return this.#all.filter((folder) => liesIn(file, folder)).sort((one, other) => other.length - one.length)[0] ?? null;
  }
}

const folderUri = (uri: string): string => fileUri(uri).replace(/(?<=[^/])\/$/, '');
