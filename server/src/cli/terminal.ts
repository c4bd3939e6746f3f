/** What a command may use of the process it runs in. */
export interface Terminal {
  /** Writes to standard output, whole even where it is a slow pipe. */
  print(text: string): void;
  /** Says one thing to the person on standard error. */
  say(sentence: string): void;
  /** Shows what is being done in the line that the next words take over. Nothing where nobody looks on. */
  progress(words: string): void;
  readonly colour: boolean;
  /** How wide a line may be. */
  readonly columns: number;
  /** All of standard input. */
  readStandardInput(): Promise<Uint8Array>;
}

/** A line that no terminal shows is as wide as most people's. */
const usualColumns = 100;
const eraseLine = '\r\u001b[K';
let isProgressShown = false;

export const terminal: Terminal = {
  print(text) {
    clear();
    process.stdout.write(text);
  },
  say(sentence) {
    clear();
    process.stderr.write(`incident-docs: ${sentence}\n`);
  },
  progress(words) {
    if (process.stderr.isTTY !== true || process.env['TERM'] === 'dumb') return;
    const width = process.stderr.columns || usualColumns;
    process.stderr.write(eraseLine + (words.length < width ? words : `${words.slice(0, width - 2)}…`));
    isProgressShown = words !== '';
  },
  colour: process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
  columns: Math.max(40, process.stdout.columns || usualColumns),
  async readStandardInput() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  },
};

function clear(): void {
  if (isProgressShown) terminal.progress('');
}

/** Why a command could not do its work, in one sentence for the person who gave it. Ends the command with code 2. */
export class Refusal extends Error {}
