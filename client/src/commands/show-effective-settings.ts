import type { ClientCommand } from './client-command';

/** Shows every setting that holds for a document, and where it comes from. */
export const showEffectiveSettings: ClientCommand = {
  id: 'incidentDocs.showEffectiveSettings',
  run: (client, document) => client.showEffectiveSettings(document),
};
