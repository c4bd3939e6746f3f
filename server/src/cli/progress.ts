import type { Terminal } from './terminal';

/** What is done within this time needs no word about it, in milliseconds. */
const patience = 500;
/** Nobody reads faster. */
const pause = 100;

/** Tells a person how far a long piece of work is. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #total: number;
  #last = performance.now() + patience - pause;
  #done = 0;

  constructor(terminal: Terminal, total: number) {
    this.#terminal = terminal;
    this.#total = total;
  }

  /** Counts anew, for another round. */
  restart(): void {
    this.#done = 0;
  }

  next(doing: string, name: string): void {
    this.#done++;
    const now = performance.now();
    if (now - this.#last < pause) return;
    this.#last = now;
    this.#terminal.progress(`${doing} ${this.#done} of ${this.#total}: ${name}`);
  }

  end(): void {
    this.#terminal.progress('');
  }
}
