import type { Command } from './command';
import { sayNotStarted } from './not-here';

/** Stops the language server and starts it anew. */
export const restartServer: Command = {
  id: 'incidentDocs.restartServer',
  async run({ client }) {
    const running = client();
    if (running === undefined) sayNotStarted();
    else await running.restart();
  },
};
