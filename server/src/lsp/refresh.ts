import { areStale, pushDiagnostics } from './diagnostics';
import type { Session } from './session';

/** How long the documents must rest before those that are open are looked at again, in milliseconds. */
const REST_MS = 300;

/** Brings the diagnostics of open documents up to date where another document has changed what is found in them. */
export class Refresh {
  readonly #session: Session;
  #seen: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** To be told whenever what is known of the workspace may have changed. Returns at once. */
  notice(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#refresh().catch((error: unknown) => this.#session.host.log(`The documents could not be looked at again: ${error instanceof Error ? error.message : String(error)}`));
    }, REST_MS);
  }

  /** Nothing is sent any more. */
  end(): void {
    clearTimeout(this.#timer);
  }

  async #refresh(): Promise<void> {
    const { connection, client, documents, workspace } = this.#session;
    if (workspace.revision === this.#seen) return;
    this.#seen = workspace.revision;
    for (const open of documents.values()) {
      if (!(await areStale(this.#session, open))) continue;
      if (!client.pullDiagnostics) await pushDiagnostics(this.#session, open);
      // a client that cannot be told asks again by itself, as what is found depends on other files
      else if (client.refreshDiagnostics) return void (await connection.languages.diagnostics.refresh());
    }
  }
}
