import { pathToFileURL } from 'node:url';
import type { IncidentDocument } from '../document/document';
import type { Siblings } from '../rules/siblings';
import { digestOf } from '../workspace/digest';
import { IncidentIndex } from '../workspace/incident-index';
import { KnownSiblings } from '../workspace/known-siblings';

/** The documents that are checked in one run, as far as they are to be known to each other. */
export class FilesTogether {
  readonly #index = new IncidentIndex();
  readonly #names = new Map<string, string>();

  /** Tells of a file that may be a document in a folder that was gone through, by its absolute path. */
  pass(path: string): void {
    this.#index.files.add(uriOf(path));
  }

  /** Takes a document in, or nothing where it is no incident document. `name` is what the user calls it. */
  take(path: string, name: string, document: IncidentDocument): void {
    const uri = uriOf(path);
    const digest = digestOf(uri, document);
    if (!digest) return;
    this.#names.set(uri, name);
    // nobody asks for what a document says line by line
    this.#index.set({ ...digest, entries: [], terms: '', summary: '' });
  }

  siblingsOf(path: string): Siblings | null {
    return KnownSiblings.of(this.#index, uriOf(path));
  }

  /** A document as the user calls it. */
  nameOf(uri: string): string {
    return this.#names.get(uri) ?? uri;
  }
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
