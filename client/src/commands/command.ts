import type { Client } from '../client';

/** What a command may reach. The client is there only once an incident document has been seen. */
export interface CommandContext {
  client(): Client | undefined;
}

/** A command of the palette or a menu. Commands also answer where they do not apply: with one sentence. */
export interface Command {
  readonly id: string;
  run(context: CommandContext): Promise<void>;
}
