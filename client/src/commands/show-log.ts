import type { ClientCommand } from './client-command';

/** Shows the output channel. */
export const showLog: ClientCommand = {
  id: 'incidentDocs.showLog',
  run: (client) => client.log.show(),
};
