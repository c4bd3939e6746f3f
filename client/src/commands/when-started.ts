import type { Client } from '../client';
import type { Command } from './command';
import { sayNotStarted } from './not-here';

/** A command that has nothing to do before the first incident document: until then it says so. */
export function whenStarted({ id, run }: { readonly id: string; run(client: Client, params: unknown): void | Promise<void> }): Command {
  return {
    id,
    run: async ({ client }, params) => {
      const running = client();
      await (running ? run(running, params) : sayNotStarted());
    },
  };
}
