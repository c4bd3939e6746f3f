/** What a command may use of the process it runs in. */
export interface Terminal {
  /** Writes to standard output, whole even where it is a slow pipe. */
  print(text: string): void;
  /** Says one thing to the person on standard error. */
  say(sentence: string): void;
  readonly colour: boolean;
  /** All of standard input. */
  readStandardInput(): Promise<Uint8Array>;
}

export const terminal: Terminal = {
  print: (text) => void process.stdout.write(text),
  say: (sentence) => void process.stderr.write(`incident-docs: ${sentence}\n`),
  colour: process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
  async readStandardInput() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  },
};

/** Why a command could not do its work, in one sentence for the person who gave it. Ends the command with code 2. */
export class Refusal extends Error {}
