import type { Client } from '../client';

/** What a command may reach. The client is there only once an incident document has been seen. */
export interface CommandContext {
  client(): Client | undefined;
  /** The client, which is started where it was not. */
  start(): Client;
}

/** A command of the palette or a menu. Commands also answer where they do not apply: with one sentence. */
export interface Command {
  readonly id: string;
  /** `params` come from code actions and are the document in menus; they are missing where the command was called from the palette. */
  run(context: CommandContext, params?: unknown): Promise<void>;
}
