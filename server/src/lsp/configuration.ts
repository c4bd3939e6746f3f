import type { Connection } from 'vscode-languageserver/node';
import { folderOf, namedBy, topOf, type NamedBy } from '../file-patterns';
import type { Host } from '../host';
import { projectSettings, readSettings, type FileSettings } from '../project-file';
import { defaultSettings, parseSettings, type Settings } from '../settings';
import type { ClientFeatures } from './client-features';
import { severities, source } from './diagnostics';
import type { Folders } from './folders';
import { positionAt, rangeOf } from './positions';

/** A client that leaves the question unanswered for longer gets what it pushed, or the defaults, until it is asked again. */
const PATIENCE_MS = 2000;

/** The section of the client's configuration that is ours. */
export const section = 'incidentDocs';

/** What holds for a document, and where it comes from. */
export interface Effective {
  readonly settings: Settings;
  /** The pattern of the settings that names the document; null where none does. */
  readonly named: NamedBy | null;
  /** What the client's own settings say anything of. */
  readonly clientKeys: ReadonlySet<string>;
  readonly project: Project | null;
}

/** The nearest project file, and what it sets. */
interface Project {
  readonly file: string;
  readonly keys: ReadonlySet<string>;
}

/** The effective settings of documents: the client's, under those of the nearest project file. Kept until something changes. */
export class Configuration {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #client: ClientFeatures;
  readonly #folders: Folders;
  readonly #effective = new Map<string, Promise<Effective>>();
  /** The project files by document. */
  readonly #projects = new Map<string, Project>();
  readonly #reported = new Set<string>();
  /** The project files in which something is wrong, with what was last shown on them. */
  readonly #shown = new Map<string, string>();
  #pushed: unknown = undefined;

  constructor(connection: Connection, host: Host, client: ClientFeatures, folders: Folders) {
    this.#connection = connection;
    this.#host = host;
    this.#client = client;
    this.#folders = folders;
  }

  /** What holds for a document. Never rejects: what cannot be read is told once in the log, and what lies beneath holds. */
  effectiveOf(uri: string): Promise<Effective> {
    let effective = this.#effective.get(uri);
    if (!effective) {
      effective = this.#read(uri);
      this.#effective.set(uri, effective);
    }
    return effective;
  }

  /** The settings of a document alone. */
  async settingsOf(uri: string): Promise<Settings> {
    return (await this.effectiveOf(uri)).settings;
  }

  /** Reads everything anew from now on. `pushed` is what clients send along that cannot be asked. */
  changed(pushed?: unknown): void {
    if (pushed !== undefined && pushed !== null) this.#pushed = (pushed as Record<string, unknown>)[section] ?? this.#pushed;
    this.#effective.clear();
  }

  /** Forgets the settings of one document. */
  forget(uri: string): void {
    this.#effective.delete(uri);
  }

  /** The project file that says how grave a rule is in a document; null where the client's settings have the word. */
  projectFileFor(uri: string, rule: string): string | null {
    const project = this.#projects.get(uri);
    return project?.keys.has(`rules.${rule}`) ? project.file : null;
  }

  /** Looks again at the project files in which something was wrong: no document may ask for them any more. */
  async reviewFiles(): Promise<void> {
    for (const file of this.#shown.keys()) this.#show(file, await readSettings(this.#host, file));
  }

  async #read(uri: string): Promise<Effective> {
    const editor = parseSettings(await this.#ask(uri), defaultSettings);
    for (const { message } of editor.problems) this.#report(message);
    const found = await this.#projectSettings(uri, editor.settings);
    const project = found && found.file !== null ? { file: found.file, keys: found.keys } : null;
    if (project === null) this.#projects.delete(uri);
    else this.#projects.set(uri, project);
    const settings = found?.settings ?? editor.settings;
    // What lies in no folder that is open is looked at from the top.
    const named = namedBy(uri, settings.files, (list) => (project?.keys.has(`files.${list}`) ? folderOf(project.file) : (this.#folders.of(uri) ?? topOf(uri))));
    return { settings, named, clientKeys: editor.keys, project };
  }

  /** Null for what lies in no folder: an untitled document has a name and nothing above it. */
  async #projectSettings(uri: string, beneath: Settings): Promise<FileSettings | null> {
    const folder = uri.startsWith('file:') ? folderOf(uri) : null;
    if (folder === null) return null;
    const found = await projectSettings(this.#host, folder, beneath);
    if (found.file !== null) this.#show(found.file, found);
    return found;
  }

  /** Shows on a project file what is wrong in it, whether it is open or not, and takes back what no longer is. */
  #show(file: string, found: FileSettings | null): void {
    const { encoding } = this.#client;
    const diagnostics = (found?.problems ?? []).map(({ rule, severity, message, span }) => ({
      range: rangeOf((found as FileSettings).text, span, encoding), severity: severities[severity], source, code: rule, message,
    }));
    const shown = diagnostics.length === 0 ? undefined : JSON.stringify(diagnostics);
    if (this.#shown.get(file) === shown) return;
    if (shown === undefined) this.#shown.delete(file);
    else this.#shown.set(file, shown);
    for (const { message, span } of found?.problems ?? []) {
      const { line, character } = positionAt((found as FileSettings).text, span.start, 'utf-16');
      this.#report(`${file}:${line + 1}:${character + 1}: ${message}`);
    }
    this.#connection.sendDiagnostics({ uri: file, diagnostics }).catch(() => undefined);
  }

  async #ask(uri: string): Promise<unknown> {
    if (!this.#client.configuration) return this.#pushed;
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
    });
    try {
      return await Promise.race([this.#connection.workspace.getConfiguration({ scopeUri: uri, section }), silence]);
    } catch (error) {
      this.#effective.delete(uri);
      this.#report(`The settings could not be read: ${error instanceof Error ? error.message : String(error)}`);
      return this.#pushed;
    } finally {
      clearTimeout(timer);
    }
  }

  #report(problem: string): void {
    if (this.#reported.has(problem)) return;
    this.#reported.add(problem);
    this.#host.log(problem);
  }
}
