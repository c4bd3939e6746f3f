import type { ClientCommand } from './client-command';

/** Switches a rule off in the nearest settings. */
export const disableRule: ClientCommand = {
  id: 'incidentDocs.disableRule',
  run: (client, params) => client.disableRule(params),
};
