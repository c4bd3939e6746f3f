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
  #siblings: { readonly revision: number; readonly of: Map<string, Siblings | null> } = { revision: -1, of: new Map() };

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

  /** What is known of the documents beside one of them; the same object until something has changed that they are compared by. */
  siblingsOf(uri: string): Siblings | null {
    const index = this.complete;
    if (!index) return null;
    if (this.#siblings.revision !== index.revision) this.#siblings = { revision: index.revision, of: new Map() };
    const known = this.#siblings.of.get(uri);
    if (known !== undefined) return known;
    const siblings = KnownSiblings.of(index, uri);
    this.#siblings.of.set(uri, siblings);
    return siblings;
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
