import type { Connection } from 'vscode-languageserver/node';
import { folderOf, namedBy, topOf, type NamedBy } from '../file-patterns';
import type { Host } from '../host';
import { projectSettings, readSettings, type FileSettings } from '../project-file';
import type { BadSetting } from '../protocol';
import { defaultSettings, parseSettings, type ParsedSettings, type Settings } from '../settings';
import type { ClientFeatures } from './client-features';
import { diagnosticOf } from './diagnostics';
import { fileUri } from './file-uri';
import type { Folders } from './folders';
import { positionAt } from './positions';

/** A client that leaves the question unanswered for longer gets what it pushed, or the defaults, until it is asked again. */
const PATIENCE_MS = 2000;

/** The section of the client's configuration that is ours. */
export const section = 'incidentDocs';

/** The settings of what lies in a folder, and where they come from. */
interface Layers {
  readonly settings: Settings;
  /** What the client's own settings say anything of. */
  readonly clientKeys: ReadonlySet<string>;
  readonly project: Project | null;
}

/** The nearest project file, and what it sets. */
interface Project {
  readonly file: string;
  readonly keys: ReadonlySet<string>;
}

/** What holds for a document, and where it comes from. */
export interface Effective extends Layers {
  /** The pattern of the settings that names the document; null where none does. */
  readonly named: NamedBy | null;
}

/** The effective settings of documents: the client's, under those of the nearest project file. Kept until something changes. */
export class Configuration {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #client: ClientFeatures;
  readonly #folders: Folders;
  /** What holds for documents that are open. */
  readonly #effective = new Map<string, Promise<Effective>>();
  /** The settings of the folders of files that are not open, the client's of the folders that it shows, and what stands in project files. */
  readonly #layers = new Map<string, Promise<Layers>>();
  readonly #roots = new Map<string, Promise<ParsedSettings>>();
  readonly #files = new Map<string, Promise<string | null>>();
  /** The project files by document. */
  readonly #projects = new Map<string, Project>();
  /** What is wrong in the client's settings, by document: they may differ from folder to folder. */
  readonly #bad = new Map<string, readonly BadSetting[]>();
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

  /** What holds for an open document. Never rejects: what cannot be read is told once in the log, and what lies beneath holds. */
  effectiveOf(uri: string): Promise<Effective> {
    return remembered(this.#effective, uri, () => this.#read(uri));
  }

  /**
   * What holds for a file that is not open: the client is asked once for all that lies in one of its folders. Never rejects, and tells
   * nobody what cannot be read: these files are not in anybody's hands.
   */
  async effectiveOfClosed(file: string): Promise<Effective> {
    return this.#named(file, await this.#layersIn(folderOf(file) ?? file));
  }

  /** The settings of the files in a folder, likewise. */
  async settingsIn(folder: string): Promise<Settings> {
    return (await this.#layersIn(folder)).settings;
  }

  /** Reads everything anew from now on. `pushed` is what clients send along that cannot be asked. */
  changed(pushed?: unknown): void {
    if (pushed !== undefined && pushed !== null) this.#pushed = (pushed as Record<string, unknown>)[section] ?? this.#pushed;
    for (const kept of [this.#effective, this.#layers, this.#roots, this.#files]) kept.clear();
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

  /** What of the client's settings for a document was not understood when they were last read. */
  badSettingsOf(uri: string): readonly BadSetting[] {
    return this.#bad.get(uri) ?? [];
  }

  /** Looks again at the project files in which something was wrong: no document may ask for them any more. */
  async reviewFiles(): Promise<void> {
    for (const file of this.#shown.keys()) this.#show(file, await readSettings(this.#host, file));
  }

  async #read(uri: string): Promise<Effective> {
    const editor = parseSettings(await this.#ask(uri), defaultSettings);
    const bad = badSettings(editor);
    this.#bad.set(uri, bad);
    for (const { setting, message } of bad) this.#report(`${setting}: ${message}`);
    const { found, ...layers } = await layered(this.#host, folderOf(uri), editor);
    if (layers.project === null) this.#projects.delete(uri);
    else this.#projects.set(uri, layers.project);
    if (found !== null && found.file !== null) this.#show(found.file, found);
    return this.#named(uri, layers);
  }

  #layersIn(folder: string): Promise<Layers> {
    return remembered(this.#layers, folder, async () => {
      const root = this.#folders.of(`${folder}/`) ?? folder;
      const editor = await remembered(this.#roots, root, async () => parseSettings(await this.#ask(root), defaultSettings));
      const readFile = (path: string) => remembered(this.#files, path, () => this.#host.readFile(path));
      const { settings, clientKeys, project } = await layered({ ...this.#host, readFile }, folder, editor);
      return { settings, clientKeys, project };
    });
  }

  /** Patterns are relative to the file that they stand in, else to the folder that is open; what lies in none is looked at from the top. */
  #named(uri: string, layers: Layers): Effective {
    const { settings: { files }, project } = layers;
    const place = (list: keyof Settings['files']) => (project?.keys.has(`files.${list}`) ? folderOf(fileUri(project.file)) : (this.#folders.of(uri) ?? topOf(uri)));
    return { ...layers, named: namedBy(fileUri(uri), files, place) };
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

/** The client's settings under those of the nearest project file. Only files lie in folders: an untitled document has a name and nothing above it. */
async function layered(host: Host, folder: string | null, { settings, keys }: ParsedSettings): Promise<Layers & { readonly found: FileSettings | null }> {
  const found = folder?.startsWith('file:') ? await projectSettings(host, folder, settings) : null;
  const project = found && found.file !== null ? { file: found.file, keys: found.keys } : null;
  return { settings: found?.settings ?? settings, clientKeys: keys, project, found };
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
