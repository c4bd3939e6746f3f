import { whenStarted } from './when-started';

/** Shows the page of a rule. */
export const explainRule = whenStarted({
  id: 'incidentDocs.explainRule',
  run: (client, params) => client.explainRule(params),
});
