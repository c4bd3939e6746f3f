import type { ClientCommand } from './client-command';

/** Shows why a document is, or is not, taken for an incident document. */
export const explainDetection: ClientCommand = {
  id: 'incidentDocs.explainDetection',
  run: (client, document) => client.explainDetection(document),
};
