import type { IncidentClock } from '../../../server/src/protocol';

/** How long typing must rest before a document is read again, in milliseconds. */
const REST = 500;

/** Keeps what is shown of one document's clock true: asks again when it changes by itself, and when the document does. Has no timer while there is nothing to wait for. */
export class ClockTicker {
  private uri: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was asked: only the last answer counts. */
  private asked = 0;

  constructor(
    private readonly read: (uri: string) => Promise<IncidentClock | null>,
    private readonly show: (uri: string, clock: IncidentClock | null) => void,
  ) {}

  /** Whether it waits for anything. */
  get isWaiting(): boolean {
    return this.timer !== undefined;
  }

  /** Follows a document's clock from now on, or none. */
  follow(uri: string | undefined): void {
    this.uri = uri;
    this.stop();
    if (uri !== undefined) void this.again(uri);
  }

  /** The document has changed. */
  changed(): void {
    if (this.uri !== undefined) this.wait(this.uri, REST);
  }

  private async again(uri: string): Promise<void> {
    this.stop();
    const asked = ++this.asked;
    const clock = await this.read(uri);
    if (asked !== this.asked || uri !== this.uri) return;
    this.show(uri, clock);
    if (clock?.state === 'running') this.wait(uri, clock.changesIn * 1000);
  }

  private wait(uri: string, milliseconds: number): void {
    this.stop();
    this.timer = setTimeout(() => void this.again(uri), milliseconds);
  }

  private stop(): void {
    this.asked++;
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
