import type { IncidentDocument } from '../document/document';
import type { Siblings } from '../rules/siblings';
import { digestOf } from '../workspace/digest';
import { IncidentIndex } from '../workspace/incident-index';
import { KnownSiblings } from '../workspace/known-siblings';
import type { OpenDocument } from './open-document';

/** The incident documents of a client: those that are open as they are now. */
export class Workspace {
  readonly #documents: ReadonlyMap<string, OpenDocument>;
  readonly #index = new IncidentIndex();
  readonly #siblings = new Map<string, { readonly revision: number; readonly siblings: Siblings | null }>();

  constructor(documents: ReadonlyMap<string, OpenDocument>) {
    this.#documents = documents;
  }

  /** What is known at this moment, which may be a part of what there is. */
  get index(): IncidentIndex {
    return this.#index;
  }

  /** What is known once every document has been read. */
  ready(): Promise<IncidentIndex> {
    return Promise.resolve(this.#index);
  }

  /** All that is known, once it is all that there is; null until then. */
  get complete(): IncidentIndex | null {
    return this.#index;
  }

  /** Another number whenever something has changed that documents are compared by; -1 until all is known. */
  get revision(): number {
    return this.complete === null ? -1 : this.index.revision;
  }

  /** What is known of the documents beside one of them; the same object until something has changed that it is compared with. */
  siblingsOf(uri: string): Siblings | null {
    const index = this.complete;
    if (!index) return null;
    const revision = index.revisionBeside(uri);
    let known = this.#siblings.get(uri);
    if (known?.revision !== revision) this.#siblings.set(uri, (known = { revision, siblings: KnownSiblings.of(index, uri) }));
    return known.siblings;
  }

  /** A document as it is now; null where there is none, or no incident document. */
  read(uri: string): Promise<IncidentDocument | null> {
    const model = this.#documents.get(uri)?.model;
    return Promise.resolve(model && model.kind !== 'none' ? model : null);
  }

  /** Takes the present text of an open document in, or forgets one that was closed. */
  update(uri: string): void {
    const model = this.#documents.get(uri)?.model;
    const digest = model && digestOf(uri, model);
    if (digest) this.#index.set(digest);
    else this.#index.delete(uri);
  }
}
