/** Everything impure that the product needs: files, the time and a place for messages. Paths are the host's own. */
export interface Host {
  /** A file's bytes as UTF-8 text without its byte order mark, or null where there is no such file. Rejects where it cannot be read. */
  readFile(path: string): Promise<string | null>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** The IANA name of the zone that the user lives in. */
  timeZone(): string;
  log(message: string): void;
}
