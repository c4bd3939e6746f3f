import type { ClientCommand } from './client-command';

/** Stops the language server and starts it anew. */
export const restartServer: ClientCommand = {
  id: 'incidentDocs.restartServer',
  run: (client) => client.restart(),
};
