import type { Choice, Standing } from '../document/standing';
import type { NamedBy } from '../file-patterns';
import { fileUri } from './file-uri';

/** What the user has said of files. */
export class Choices {
  #said = new Map<string, Choice>();

  /** Takes all that the user has said in place of what was said before. The answer are the files of which it is not the same. */
  become(said: Readonly<Record<string, Choice>>): string[] {
    const before = this.#said;
    this.#said = new Map(Object.entries(said).map(([uri, choice]) => [fileUri(uri), choice]));
    return [...new Set([...before.keys(), ...this.#said.keys()])].filter((uri) => before.get(uri) !== this.#said.get(uri));
  }

  /** The files that are incident documents by the user's word. */
  get incidents(): string[] {
    return [...this.#said].filter(([, choice]) => choice === 'incident').map(([uri]) => uri);
  }

  /** What the user and the settings say of a file. */
  standingOf(uri: string, named: NamedBy | null): Pick<Standing, 'choice' | 'files'> {
    return { choice: this.#said.get(fileUri(uri)), files: named?.says };
  }
}
