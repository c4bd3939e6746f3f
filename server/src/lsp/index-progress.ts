import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver/node';
import { t } from '../l10n';

/** What is done within this time needs no word about it, in milliseconds. */
const PATIENCE_MS = 1000;
/** Nobody reads faster. */
const PAUSE_MS = 100;

/** Is told how many of how many files have been read. */
export type Follower = (done: number, total: number) => void;

/** Tells the client how far the reading of the folders is, once it takes long. */
export class IndexProgress {
  readonly #connection: Connection;
  readonly #followers: ReadonlySet<Follower>;
  readonly #cancel: () => void;
  #reporter: WorkDoneProgressServerReporter | null = null;
  #next = performance.now() + PATIENCE_MS;
  #asked = false;
  #ended = false;

  /** As long as there are followers, they tell it. `cancel` is called where the user wants no more of it. */
  constructor(connection: Connection, followers: ReadonlySet<Follower>, cancel: () => void) {
    this.#connection = connection;
    this.#followers = followers;
    this.#cancel = cancel;
  }

  /** `awaited`: somebody waits for the end, and so may cancel; else it goes on unobtrusively. */
  report(done: number, total: number, awaited: boolean): void {
    const now = performance.now();
    if (now < this.#next) return;
    this.#next = now + PAUSE_MS;
    for (const follower of this.#followers) follower(done, total);
    const percentage = Math.floor((100 * done) / total);
    if (this.#reporter) this.#reporter.report(percentage, t('{0} of {1}', done, total));
    else if (!this.#asked && this.#followers.size === 0) {
      this.#asked = true;
      this.#begin(percentage, awaited).catch(() => undefined);
    }
  }

  end(): void {
    this.#ended = true;
    this.#reporter?.done();
  }

  async #begin(percentage: number, cancellable: boolean): Promise<void> {
    const reporter = await this.#connection.window.createWorkDoneProgress();
    if (this.#ended) return;
    this.#reporter = reporter;
    reporter.begin(t('Reading incident documents'), percentage, undefined, cancellable);
    reporter.token.onCancellationRequested(this.#cancel);
  }
}
