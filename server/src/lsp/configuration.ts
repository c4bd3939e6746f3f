import type { Connection } from 'vscode-languageserver/node';
import type { Host } from '../host';
import { projectSettings, readSettings, type FileSettings } from '../project-file';
import type { BadSetting } from '../protocol';
import { defaultSettings, parseSettings, type ParsedSettings, type Settings } from '../settings';
import type { ClientFeatures } from './client-features';
import { diagnosticOf } from './diagnostics';
import { positionAt } from './positions';

/** A client that leaves the question unanswered for longer gets what it pushed, or the defaults, until it is asked again. */
const PATIENCE_MS = 2000;

/** The section of the client's configuration that is ours. */
export const section = 'incidentDocs';

/** The effective settings of documents: the client's, under those of the nearest project file. Kept until something changes. */
export class Configuration {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #client: ClientFeatures;
  readonly #settings = new Map<string, Promise<Settings>>();
  /** The settings of the folders of files that are not open, the client's of the folders that it shows, and what stands in project files. */
  readonly #folders = new Map<string, Promise<Settings>>();
  readonly #roots = new Map<string, Promise<Settings>>();
  readonly #files = new Map<string, Promise<string | null>>();
  /** The project files by document, with the rules that they set. */
  readonly #projects = new Map<string, { readonly file: string; readonly rules: ReadonlySet<string> }>();
  /** What is wrong in the client's settings, by document: they may differ from folder to folder. */
  readonly #bad = new Map<string, readonly BadSetting[]>();
  readonly #reported = new Set<string>();
  /** The project files in which something is wrong, with what was last shown on them. */
  readonly #shown = new Map<string, string>();
  #pushed: unknown = undefined;

  constructor(connection: Connection, host: Host, client: ClientFeatures) {
    this.#connection = connection;
    this.#host = host;
    this.#client = client;
  }

  /** The settings of a document. Never rejects: what cannot be read is told once in the log, and what lies beneath holds. */
  settingsOf(uri: string): Promise<Settings> {
    let settings = this.#settings.get(uri);
    if (!settings) {
      settings = this.#read(uri);
      this.#settings.set(uri, settings);
    }
    return settings;
  }

  /**
   * The settings of the files in a folder below `root`, a folder that the client shows: the client is asked once for all that lies in it.
   * Never rejects, and tells nobody what cannot be read: these files are not in anybody's hands.
   */
  settingsIn(folder: string, root: string): Promise<Settings> {
    return remembered(this.#folders, folder, async () => {
      const beneath = await remembered(this.#roots, root, async () => parseSettings(await this.#ask(root), defaultSettings).settings);
      if (!folder.startsWith('file:')) return beneath;
      const readFile = (path: string) => remembered(this.#files, path, () => this.#host.readFile(path));
      return (await projectSettings({ ...this.#host, readFile }, folder, beneath)).settings;
    });
  }

  /** Reads everything anew from now on. `pushed` is what clients send along that cannot be asked. */
  changed(pushed?: unknown): void {
    if (pushed !== undefined && pushed !== null) this.#pushed = (pushed as Record<string, unknown>)[section] ?? this.#pushed;
    for (const kept of [this.#settings, this.#folders, this.#roots, this.#files]) kept.clear();
  }

  /** Forgets the settings of one document. */
  forget(uri: string): void {
    this.#settings.delete(uri);
  }

  /** The project file that says how grave a rule is in a document; null where the client's settings have the word. */
  projectFileFor(uri: string, rule: string): string | null {
    const project = this.#projects.get(uri);
    return project?.rules.has(rule) ? project.file : null;
  }

  /** What of the client's settings for a document was not understood when they were last read. */
  badSettingsOf(uri: string): readonly BadSetting[] {
    return this.#bad.get(uri) ?? [];
  }

  /** Looks again at the project files in which something was wrong: no document may ask for them any more. */
  async reviewFiles(): Promise<void> {
    for (const file of this.#shown.keys()) this.#show(file, await readSettings(this.#host, file));
  }

  async #read(uri: string): Promise<Settings> {
    const editor = parseSettings(await this.#ask(uri), defaultSettings);
    const bad = badSettings(editor);
    this.#bad.set(uri, bad);
    for (const { setting, message } of bad) this.#report(`${setting}: ${message}`);
    // Only files lie in folders: an untitled document has a name and nothing above it.
    if (!uri.startsWith('file:')) return editor.settings;
    const project = await projectSettings(this.#host, uri.slice(0, Math.max(uri.lastIndexOf('/'), 0)), editor.settings);
    if (project.file === null) this.#projects.delete(uri);
    else {
      const rules = new Set(Object.keys(project.settings.rules).filter((id) => project.settings.rules[id] !== editor.settings.rules[id]));
      this.#projects.set(uri, { file: project.file, rules });
      this.#show(project.file, project);
    }
    return project.settings;
  }

  /** Shows on a project file what is wrong in it, whether it is open or not, and takes back what no longer is. */
  #show(file: string, found: FileSettings | null): void {
    const diagnostics = found?.problems.map((problem) => diagnosticOf(this.#client, file, found.text, problem)) ?? [];
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
      this.#settings.delete(uri);
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

function badSettings({ problems, settings }: ParsedSettings): BadSetting[] {
  const heeded = problems.filter(({ rule }) => settings.rules[rule]?.severity !== 'off');
  return heeded.map(({ path, message }) => ({ setting: [section, ...path.slice(0, 1)].join('.'), message }));
}

function remembered<Value>(known: Map<string, Promise<Value>>, key: string, read: () => Promise<Value>): Promise<Value> {
  let value = known.get(key);
  if (!value) {
    value = read();
    known.set(key, value);
  }
  return value;
}
