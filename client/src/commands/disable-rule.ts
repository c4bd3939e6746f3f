import { whenStarted } from './when-started';

/** Switches a rule off in the nearest settings. */
export const disableRule = whenStarted({
  id: 'incidentDocs.disableRule',
  run: (client, params) => client.disableRule(params),
});
