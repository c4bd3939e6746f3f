import type { IncidentDocument } from '../document/document';
import { digestOf } from '../workspace/digest';
import { IncidentIndex } from '../workspace/incident-index';
import type { OpenDocument } from './open-document';

/** The incident documents of a client: those that are open as they are now. */
export class Workspace {
  readonly #documents: ReadonlyMap<string, OpenDocument>;
  readonly #index = new IncidentIndex();

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
