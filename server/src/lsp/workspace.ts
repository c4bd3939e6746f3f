import { FileChangeType, type CancellationToken, type Connection, type FileEvent } from 'vscode-languageserver/node';
import type { IncidentDocument } from '../document/document';
import type { Host } from '../host';
import type { Siblings } from '../rules/siblings';
import { digestOf } from '../workspace/digest';
import { IncidentIndex } from '../workspace/incident-index';
import { KnownSiblings } from '../workspace/known-siblings';
import { turn } from './answer';
import type { Choices } from './choices';
import { closedDocument, mayBeIncident, type Closed } from './closed-document';
import type { Configuration } from './configuration';
import { fileUri, liesIn } from './file-uri';
import type { Folders } from './folders';
import { IndexProgress, type Follower } from './index-progress';
import type { OpenDocument } from './open-document';
import type { Session } from './session';

/** Time that the first document is left alone with the editor, in milliseconds. */
const BACKGROUND_MS = 1500;
/** After a change of a document its diagnostics, symbols and folds have this time for themselves. */
const QUIET_MS = 20;
/** The longest that one step of the reading may keep the server, but for a single document. */
const SLICE_MS = 1;
/** Files that are read at the same time. */
const AT_ONCE = 8;

/** What no folder that people write documents in has more of. */
export const limits = { documents: 10_000, files: 100_000 };

/**
 * The incident documents of a client: those that are open as they are now, and those that lie in its folders. The folders are
 * read when somebody asks for them, or a while after the first incident document was opened.
 */
export class Workspace {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #configuration: Configuration;
  readonly #documents: ReadonlyMap<string, OpenDocument>;
  readonly #folders: Folders;
  readonly #choices: Choices;
  readonly #notify: () => void;
  readonly #limits: typeof limits;
  readonly #index = new IncidentIndex();
  readonly #told = new Set<string>();
  /** Open documents by the spelling of their URIs that is ours. */
  readonly #open = new Map<string, string>();
  /** Open documents that the index does not yet know as they are now, and whether they are incident documents. */
  readonly #changed = new Map<string, boolean>();
  /** Files to read, and whether it is known that they lie in a folder and are to be read. */
  readonly #todo = new Map<string, boolean>();
  /** Whether all that there is has been read once. */
  #isReady = false;
  /** Whether the folders have been looked through since they, or their settings, changed. */
  #fresh = false;
  #isNeeded = false;
  /** Whether the user wanted no more of it: then it is left as it is until the folders or their settings change. */
  #isCancelled = false;
  #working: Promise<void> | null = null;
  #waiting = 0;
  /** Those who wait and tell the user themselves how far it is. */
  readonly #followers = new Set<Follower>();
  #quietUntil = 0;
  readonly #siblings = new Map<string, { readonly revision: number; readonly siblings: Siblings | null }>();

  constructor({ connection, host, configuration, documents, folders, choices }: Omit<Session, 'client' | 'workspace'>, changed: () => void = () => undefined, most = limits) {
    this.#connection = connection;
    this.#host = host;
    this.#configuration = configuration;
    this.#documents = documents;
    this.#folders = folders;
    this.#choices = choices;
    this.#notify = changed;
    this.#limits = most;
  }

  /** What is known at this moment, which may be a part of what there is. */
  get index(): IncidentIndex {
    for (const [uri, isIncident] of this.#changed) {
      const model = isIncident ? this.#documents.get(uri)?.model : undefined;
      const digest = model && digestOf(uri, model);
      if (digest) this.#index.set(digest);
      else this.#index.delete(uri);
    }
    this.#changed.clear();
    return this.#index;
  }

  /**
   * What is known once every document has been read, or what is known when the token is cancelled. Never rejects. The user is told how far
   * it is where it takes long, by the server or else by `follower`, where one is given.
   */
  async ready(token?: CancellationToken, follower?: Follower): Promise<IncidentIndex> {
    const work = this.#work();
    if (follower) this.#followers.add(follower);
    else this.#waiting++;
    await (token ? Promise.race([work, cancelled(token)]) : work);
    if (follower) this.#followers.delete(follower);
    else this.#waiting--;
    return this.index;
  }

  /** Whether the folders are still being read. */
  get isReading(): boolean {
    return this.#working !== null;
  }

  /** All that is known, once it is all that there is; null until then. */
  get complete(): IncidentIndex | null {
    // documents that have changed since are not read for it: that is asked at every keystroke
    return this.#isReady ? this.#index : null;
  }

  /** Another number whenever something has changed that documents are compared by; -1 until all is known. */
  get revision(): number {
    return this.#isReady ? this.index.revision : -1;
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

  /** A document as it is now, whether it is open or not; null where there is none, or no incident document. */
  async read(uri: string): Promise<IncidentDocument | null> {
    const file = fileUri(uri);
    const name = this.#documents.has(uri) ? uri : this.#open.get(file);
    if (name !== undefined) {
      const { settings, named } = await this.#configuration.effectiveOf(name);
      const open = this.#documents.get(name);
      if (open?.served) {
        open.readAs(settings, this.#choices.standingOf(name, named));
        return settings.enable && open.model.kind !== 'none' ? open.model : null;
      }
    }
    const text = await this.#textOf(file);
    return text === null ? null : closedDocument(file, text, await this.#closed(file));
  }

  /** Takes the present text of an open document in, which `isIncident` or not, or what lies on the disk of one that was closed. */
  update(uri: string, isIncident: boolean): void {
    const file = fileUri(uri);
    if (this.#documents.has(uri)) {
      this.#open.set(file, uri);
      this.#changed.set(uri, isIncident);
      if (file !== uri) this.#index.delete(file);
    } else {
      this.#open.delete(file);
      this.#changed.delete(uri);
      if (this.#isNeeded && this.#folders.of(file) !== null) this.#look(file);
      else this.#index.delete(file);
      if (file !== uri) this.#index.delete(uri);
    }
    if (!isIncident || this.#isNeeded) return;
    this.#isNeeded = true;
    setTimeout(() => void this.#work(), BACKGROUND_MS);
  }

  /** Leaves the server to what follows upon a change that somebody types. */
  stepBack(): void {
    this.#quietUntil = performance.now() + QUIET_MS;
  }

  /** Looks through the folders again: they, what lies in them, or the settings may be different. */
  readAgain(): void {
    this.#fresh = false;
    this.#isCancelled = false;
    this.#todo.clear();
    if (this.#isNeeded) void this.#work();
  }

  /** Takes in what happened to files, in whatever order: what lies on the disk is what counts. */
  filesChanged(changes: readonly FileEvent[]): void {
    if (!this.#isNeeded) return;
    for (const { uri, type } of changes) {
      const file = fileUri(uri);
      if (file.endsWith('/.gitignore')) return this.readAgain();
      this.#look(file);
      if (type === FileChangeType.Deleted) this.#index.files.delete(file);
      else this.#index.files.add(file);
      if (type !== FileChangeType.Deleted || this.#index.of(file)) continue;
      for (const digest of this.#index.digests) if (liesIn(digest.uri, file)) this.#look(digest.uri);
    }
  }

  /** Takes files in anew of which something else is said now, by their URIs in the spelling of `fileUri`. */
  lookAt(files: readonly string[]): void {
    if (this.#isNeeded) for (const file of files) this.#look(file);
  }

  #look(file: string): void {
    this.#todo.set(file, false);
    if (this.#fresh) void this.#work();
  }

  #work(): Promise<void> {
    this.#isNeeded = true;
    if (!this.#working && (!this.#fresh || this.#todo.size > 0)) {
      this.#working = this.#readAll()
        .catch((error: unknown) => this.#tell(`The folders could not be read: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`))
        .finally(() => (this.#working = null));
    }
    return this.#working ?? Promise.resolve();
  }

  async #readAll(): Promise<void> {
    const progress = new IndexProgress(this.#connection, this.#followers, () => (this.#isCancelled = true));
    try {
      while (!this.#fresh || this.#todo.size > 0) {
        const start = performance.now();
        const isWhole = !this.#fresh;
        this.#fresh = true;
        if (isWhole) await this.#walk(progress);
        const files = this.#todo.size;
        await this.#drain(progress);
        if (isWhole && files > 0) this.#host.log(`${this.#index.size} incident documents among ${files} files, read in ${Math.round(performance.now() - start)} ms.`);
        if (this.#isCancelled) this.#todo.clear();
      }
      this.#isReady = !this.#isCancelled;
    } finally {
      progress.end();
      this.#notify();
    }
  }

  get #isStopped(): boolean {
    return !this.#fresh || this.#isCancelled;
  }

  /** Puts down what is to be read, and forgets what no longer lies in the folders. */
  async #walk(progress: IndexProgress): Promise<void> {
    const found = new Set<string>();
    const passed = new Set<string>();
    for (const folder of this.#folders.all) {
      const { enable, workspace } = await this.#configuration.settingsIn(folder);
      if (!enable || !workspace.index) continue;
      for (const file of this.#choices.incidents) if (liesIn(file, folder)) found.add(file);
      for await (const file of this.#host.find(folder, (file) => passed.add(file))) {
        if (this.#isStopped) return;
        if (!mayBeIncident(file, await this.#closed(file))) continue;
        if (found.size >= this.#limits.files) {
          this.#tell(`Only ${this.#limits.files} files are looked at: name folders without documents in the setting files.exclude.`);
          break;
        }
        found.add(file);
        progress.report(0, found.size, this.#waiting > 0);
      }
    }
    for (const { uri } of this.#index.digests) if (!found.has(uri) && !this.#documents.has(uri)) this.#index.delete(uri);
    this.#index.files.become(passed);
    for (const file of found) this.#todo.set(file, true);
  }

  /** Reads what is to be read. Files are taken in the order in which their reading began: an older state never replaces a newer one. */
  async #drain(progress: IndexProgress): Promise<void> {
    const reads: { readonly file: string; readonly text: Promise<string | null> }[] = [];
    let done = 0;
    let turned = performance.now();
    for (;;) {
      for (const [file, isKnown] of this.#todo) {
        if (reads.length >= AT_ONCE) break;
        this.#todo.delete(file);
        if (!this.#isFullFor(file)) reads.push({ file, text: this.#fileText(file, isKnown) });
      }
      const next = reads.shift();
      if (!next) return;
      const text = await next.text;
      const closed = await this.#closed(next.file);
      if (this.#isStopped) return;
      this.#take(next.file, text === null ? null : closedDocument(next.file, text, closed));
      progress.report(++done, done + reads.length + this.#todo.size, this.#waiting > 0);
      if (performance.now() - turned < SLICE_MS) continue;
      await turn();
      const wait = this.#quietUntil - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      turned = performance.now();
    }
  }

  #isFullFor(file: string): boolean {
    if (this.#index.size < this.#limits.documents || this.#index.of(file)) return false;
    this.#tell(`Only ${this.#limits.documents} incident documents are remembered: name folders of old ones in the setting files.exclude.`);
    return true;
  }

  #take(file: string, document: IncidentDocument | null): void {
    if (this.#open.has(file)) return;
    const digest = document && digestOf(file, document);
    if (digest && !this.#isFullFor(file)) this.#index.set(digest);
    else this.#index.delete(file);
  }

  /** The text of a file that lies in one of the folders and is to be read; else null. */
  async #fileText(file: string, isKnown: boolean): Promise<string | null> {
    try {
      if (!isKnown && !(await this.#isWanted(file))) return null;
    } catch {
      return null;
    }
    return this.#textOf(file);
  }

  async #isWanted(file: string): Promise<boolean> {
    if (this.#folders.of(file) === null || !mayBeIncident(file, await this.#closed(file))) return false;
    for (const folder of this.#folders.all) {
      if (!liesIn(file, folder)) continue;
      const { enable, workspace } = await this.#configuration.settingsIn(folder);
      if (enable && workspace.index && (this.#choices.incidents.includes(file) || (await this.#host.finds(file, folder)))) return true;
    }
    return false;
  }

  async #textOf(file: string): Promise<string | null> {
    try {
      return await this.#host.readFile(file);
    } catch (error) {
      this.#tell(`${file} is passed over: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }

  async #closed(file: string): Promise<Closed> {
    const { settings, named } = await this.#configuration.effectiveOfClosed(file);
    return { settings, standing: this.#choices.standingOf(file, named) };
  }

  #tell(sentence: string): void {
    if (this.#told.has(sentence)) return;
    this.#told.add(sentence);
    this.#host.log(sentence);
  }
}

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) resolve();
    else token.onCancellationRequested(() => resolve());
  });
}
