import { whenStarted } from './when-started';

/** Stops the language server and starts it anew. */
export const restartServer = whenStarted({
  id: 'incidentDocs.restartServer',
  run: (client) => client.restart(),
});
