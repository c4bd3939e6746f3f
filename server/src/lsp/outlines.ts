import { DocumentSymbolRequest, type Connection } from 'vscode-languageserver/node';
import { turn } from './answer';

/** What stands over our outline where there are others beside it. */
export const outlineOptions = { label: 'Incident' };

const { method } = DocumentSymbolRequest;

/**
 * The registration of symbols with a client that lets them be registered. No request tells a client to ask for symbols again:
 * where the settings switch outlines on or off they are registered anew.
 */
export class Outlines {
  readonly #connection: Connection;
  readonly #shown = new Map<string, boolean>();
  #isDue = false;
  #work = Promise.resolve();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  register(): Promise<void> {
    return (this.#work = this.#register());
  }

  /** Takes note of whether a document has an outline now. */
  note(uri: string, shown: boolean): Promise<void> {
    const isNews = this.#shown.get(uri) === !shown;
    this.#shown.set(uri, shown);
    if (isNews && !this.#isDue) {
      this.#isDue = true;
      this.#work = this.#work.catch(() => undefined).then(() => this.#renew());
    }
    return this.#work;
  }

  forget(uri: string): void {
    this.#shown.delete(uri);
  }

  async #renew(): Promise<void> {
    // a change of the settings is one for many documents
    await turn();
    this.#isDue = false;
    await this.#connection.sendRequest('client/unregisterCapability', { unregisterations: [{ id: method, method }] });
    await this.#register();
  }

  async #register(): Promise<void> {
    await this.#connection.sendRequest('client/registerCapability', { registrations: [{ id: method, method, registerOptions: outlineOptions }] });
  }
}
