import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { IncidentDocument } from '../document/document';
import { parse } from '../document/document';
import { ownName } from '../document/location';
import type { Host } from '../host';
import { isMissing } from '../node-host';
import { projectSettings, readSettings } from '../project-file';
import type { FileSettings } from '../project-file';
import { check } from '../rules/check';
import type { CheckedFinding } from '../rules/check';
import { defaultSettings, readingOf } from '../settings';
import type { Settings } from '../settings';
import { decode, tooLarge } from './decode';
import type { Decoded } from './decode';
import { Refusal } from './terminal';
import type { Terminal } from './terminal';
import type { Candidate } from './walk';
import { reasonOf } from './walk';

/** A text that was read, with the bytes that it was read from. */
export interface Source extends Decoded {
  readonly bytes: Uint8Array;
}

/** Reads, parses and checks files as the command's options say. */
export class Sources {
  readonly #host: Host;
  readonly #terminal: Terminal;
  readonly #folders = new Map<string, Promise<FileSettings>>();
  readonly #told = new Set<string>();
  #explicit: Settings | null = null;
  /** Whether something that the user asked for could not be done. */
  failed = false;

  constructor(host: Host, terminal: Terminal) {
    this.#host = host;
    this.#terminal = terminal;
  }

  /** Takes the file of `--config` in place of every project file. */
  async useConfiguration(file: string): Promise<void> {
    const found = await readSettings(this.#host, file, defaultSettings);
    if (!found) throw new Refusal(`${file}: there is no such configuration file.`);
    if (!found.usable) throw new Refusal(found.problems[0] as string);
    this.#tell(found.problems);
    this.#explicit = found.settings;
  }

  /** Says once what is wrong; the command goes on and ends with code 2. */
  refuse(sentence: string): void {
    this.failed = true;
    this.#tell([sentence]);
  }

  /** A file's text; null, with a word about it where the user named the file, where it has none. */
  async read({ name, path, named }: Candidate): Promise<Source | null> {
    try {
      const { size } = await stat(path);
      const large = tooLarge(size);
      return large === null ? this.decode(name, await readFile(path), named) : this.#pass(name, large, named);
    } catch (error) {
      if (!named && isMissing(error)) this.#tell([`${name}: is no longer there.`]);
      else this.refuse(reasonOf(name, error));
      return null;
    }
  }

  /** A text from bytes; null, with a word about it where the user named their source, where they are none. */
  decode(name: string, bytes: Uint8Array, named: boolean): Source | null {
    const decoded = decode(bytes);
    if (!('refused' in decoded)) return { ...decoded, bytes };
    return this.#pass(name, decoded.refused, named);
  }

  /** Passes over a file that holds no text to read: only who named it is told. */
  #pass(name: string, why: string, named: boolean): null {
    if (named) this.#tell([`${name}: ${why}.`]);
    return null;
  }

  parse(settings: Settings, text: string, path: string): IncidentDocument {
    return parse(text, { fileName: basename(path), declared: ownName.test(path), ...readingOf(settings) });
  }

  /** What is wrong in a document that lies, or would lie, at a path. */
  async check(document: IncidentDocument, name: string, path: string): Promise<CheckedFinding[]> {
    return this.checkWith(await this.settingsOf(path), document, name);
  }

  checkWith(settings: Settings, document: IncidentDocument, name: string): CheckedFinding[] {
    return check(document, settings, { now: this.#host.now(), log: (message) => this.refuse(`${name}: ${message}`) });
  }

  /** The settings that hold for a file; what is wrong with them is said once. */
  async settingsOf(path: string): Promise<Settings> {
    if (this.#explicit) return this.#explicit;
    const folder = dirname(resolve(path));
    let found = this.#folders.get(folder);
    if (!found) {
      found = projectSettings(this.#host, folder.replaceAll('\\', '/'), defaultSettings);
      this.#folders.set(folder, found);
    }
    const { settings, problems, usable } = await found;
    if (!usable) this.failed = true;
    this.#tell(problems);
    return settings;
  }

  #tell(sentences: readonly string[]): void {
    for (const sentence of sentences) {
      if (this.#told.has(sentence)) continue;
      this.#told.add(sentence);
      this.#terminal.say(sentence);
    }
  }
}
