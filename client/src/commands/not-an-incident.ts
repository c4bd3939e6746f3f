import type { ClientCommand } from './client-command';

/** Leaves a document alone whatever is in it. */
export const notAnIncident: ClientCommand = {
  id: 'incidentDocs.notAnIncident',
  run: (client, document, selection) => client.choose('other', document, selection),
};
