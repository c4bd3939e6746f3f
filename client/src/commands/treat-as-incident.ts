import type { ClientCommand } from './client-command';

/** Has a document checked whatever is in it. */
export const treatAsIncident: ClientCommand = {
  id: 'incidentDocs.treatAsIncident',
  run: (client, document, selection) => client.choose('incident', document, selection),
};
