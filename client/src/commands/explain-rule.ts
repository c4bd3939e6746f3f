import type { Command } from './command';
import { sayNotStarted } from './not-here';

/** Shows the page of a rule. */
export const explainRule: Command = {
  id: 'incidentDocs.explainRule',
  async run({ client }, params) {
    const running = client();
    if (running === undefined) sayNotStarted();
    else await running.explainRule(params);
  },
};
