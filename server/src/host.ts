/** Everything impure that the product needs: files, the time and a place for messages. Paths are the host's own. */
export interface Host {
  /**
   * A file's bytes as UTF-8 text without its byte order mark, or null where there is no such file. Rejects where it cannot be read
   * or is larger than any document that a person wrote.
   */
  readFile(path: string): Promise<string | null>;
  /**
   * The files below a folder that may be incident documents by their names, without what git ignores. What cannot be read is told in
   * the log. `pass` is told of those that were left out as well, in the folders that were gone through.
   */
  find(folder: string, pass?: (path: string) => void): AsyncIterable<string>;
  /** Whether `find` names a file, were it there. */
  finds(path: string, folder: string): Promise<boolean>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** The IANA name of the zone that the user lives in. */
  timeZone(): string;
  log(message: string): void;
}
