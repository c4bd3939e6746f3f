import type { ClientCommand } from './client-command';

/** Shows the page of a rule. */
export const explainRule: ClientCommand = {
  id: 'incidentDocs.explainRule',
  run: (client, params) => client.explainRule(params),
};
