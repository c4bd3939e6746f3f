import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import type { IncidentDocument } from '../document/document';
import { parse } from '../document/document';
import { ownName } from '../document/location';
import type { FileClaim } from '../document/standing';
import { actionPlan } from '../features/action-plan/model';
import type { NamedPlan } from '../features/export/plan-format';
import { folderOf, namedBy } from '../file-patterns';
import type { Host } from '../host';
import { isMissing } from '../node-host';
import { projectSettings, readSettings } from '../project-file';
import type { FileSettings } from '../project-file';
import type { CheckedDocument, CheckedFile } from '../report/checked-file';
import { diagnosticOf, placeOf } from '../report/diagnostic';
import { check } from '../rules/check';
import type { ProfileName } from '../rules/profiles';
import type { Siblings } from '../rules/siblings';
import { defaultSettings, readingOf } from '../settings';
import type { Settings } from '../settings';
import { decode, tooLarge } from '../files/decode';
import type { Decoded } from '../files/decode';
import { Refusal } from './terminal';
import type { Terminal } from './terminal';
import type { Candidate } from './candidates';
import { reasonOf } from './candidates';

/** A text that was read, with the bytes that it was read from. */
export interface Source extends Decoded {
  readonly bytes: Uint8Array;
}

/** What holds for a file: its settings, and what their patterns say of it. */
export interface Holding {
  readonly settings: Settings;
  readonly files: FileClaim | undefined;
}

/** Reads, parses and checks files as the command's options say. */
export class Sources {
  readonly #host: Host;
  readonly #terminal: Terminal;
  readonly #folders = new Map<string, Promise<FileSettings>>();
  readonly #told = new Set<string>();
  readonly #faulty = new Map<string, CheckedFile>();
  readonly #failures: string[] = [];
  #profile: ProfileName | null = null;
  #explicit: FileSettings | null = null;

  constructor(host: Host, terminal: Terminal) {
    this.#host = host;
    this.#terminal = terminal;
  }

  /** What the user asked for and could not be done, a sentence each. */
  get failures(): readonly string[] {
    return this.#failures;
  }

  /** The files of settings in which something is wrong, of those that were needed. */
  get faultySettings(): readonly CheckedFile[] {
    return [...this.#faulty.values()];
  }

  /** Says what is wrong in the files of settings, for commands that report nothing else. */
  tellFaultySettings(): void {
    for (const { file, text, findings } of this.faultySettings) {
      for (const finding of findings) {
        const { line, column, message } = diagnosticOf(text, finding);
        this.#tell(`${file}:${line}:${column}: ${message}`);
      }
    }
  }

  /** Takes this profile whatever the settings say. */
  useProfile(profile: ProfileName): void {
    this.#profile = profile;
  }

  /** Takes the file of `--config` in place of every project file. */
  async useConfiguration(file: string): Promise<void> {
    const found = await readSettings(this.#host, file, defaultSettings);
    if (!found) throw new Refusal(`${file}: there is no such configuration file.`);
    if (!found.usable) throw new Refusal(sentenceOf(file, found));
    this.#note(file, found);
    this.#explicit = found;
  }

  /** Says once what is wrong; the command goes on and ends with code 2. */
  refuse(sentence: string): void {
    if (this.#tell(sentence)) this.#failures.push(sentence);
  }

  /** A file's text; null, with a word about it where the user named the file, where it has none. */
  async read({ name, path, named }: Candidate): Promise<Source | null> {
    try {
      const { size } = await stat(path);
      const large = tooLarge(size);
      return large === null ? this.decode(name, await readFile(path), named) : this.pass(name, large, named);
    } catch (error) {
      if (!named && isMissing(error)) this.#tell(`${name}: is no longer there.`);
      else this.refuse(reasonOf(name, error));
      return null;
    }
  }

  /** A text from bytes; null, with a word about it where the user named their source, where they are none. */
  decode(name: string, bytes: Uint8Array, named: boolean): Source | null {
    const decoded = decode(bytes);
    if (!('refused' in decoded)) return { ...decoded, bytes };
    return this.pass(name, decoded.refused, named);
  }

  /** Passes over a file that there is nothing to read in: only who named it is told. */
  pass(name: string, why: string, named: boolean): null {
    if (named) this.#tell(`${name}: ${why}.`);
    return null;
  }

  parse({ settings, files }: Holding, text: string, path: string): IncidentDocument {
    return parse(text, { fileName: basename(path), declared: ownName.test(path), files, ...readingOf(settings) });
  }

  /** The action plan of a document, which its findings are a part of; null where it is no incident document. */
  plan({ document, findings }: CheckedDocument, { settings }: Holding): NamedPlan['plan'] | null {
    return actionPlan(document, {
      uri: '', version: 0, now: this.#host.now(), timeZone: settings.timeZone || this.#host.timeZone(), findings, ticketPatterns: settings.links.tickets,
    });
  }

  /** What is wrong in a document that lies, or would lie, at a path. */
  async check(document: IncidentDocument, name: string, path: string): Promise<CheckedDocument> {
    return this.checkWith(await this.holdingFor(path), document, name);
  }

  /** What is wrong in a document, among others where these are known. */
  checkWith({ settings }: Holding, document: IncidentDocument, name: string, siblings: Siblings | null = null): CheckedDocument {
    const findings = check(document, settings, { now: this.#host.now(), siblings, log: (message) => this.refuse(`${name}: ${message}`) });
    return { file: name, kind: document.kind, text: document.text, findings, document };
  }

  /** What holds for a file. What is wrong with its settings is kept for the report. */
  async holdingFor(path: string): Promise<Holding> {
    const file = slashed(resolve(path));
    const found = this.#explicit ?? (await this.#projectSettings(dirname(file)));
    // a file that is named stands for the folder that the command runs in, as its patterns do
    const folder = this.#explicit ? slashed(resolve('.')) : found.file && folderOf(found.file);
    const settings = this.#profile === null ? found.settings : { ...found.settings, profile: this.#profile };
    return { settings, files: namedBy(file, settings.files, () => folder)?.says };
  }

  async #projectSettings(folder: string): Promise<FileSettings> {
    let found = this.#folders.get(folder);
    if (!found) {
      found = projectSettings(this.#host, folder, defaultSettings);
      this.#folders.set(folder, found);
    }
    const settings = await found;
    if (settings.file !== null) this.#note(settings.file, settings);
    return settings;
  }

  #note(file: string, found: FileSettings): void {
    if (found.problems.length === 0 || this.#faulty.has(file)) return;
    const below = relative('.', file).replaceAll('\\', '/');
    const name = below.startsWith('../') ? file : below;
    this.#faulty.set(file, { file: name, kind: 'settings', text: found.text, findings: found.problems });
    // the report tells it
    if (!found.usable) this.#failures.push(sentenceOf(name, found));
  }

  /** Whether it was said for the first time. */
  #tell(sentence: string): boolean {
    if (this.#told.has(sentence)) return false;
    this.#told.add(sentence);
    this.#terminal.say(sentence);
    return true;
  }
}

/** What makes a file of settings useless, with its place. */
function sentenceOf(file: string, { problems, text }: FileSettings): string {
  const [problem] = problems;
  if (!problem) return file;
  const { line, column } = placeOf(text, problem.span);
  return `${file}:${line}:${column}: ${problem.message}`;
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
