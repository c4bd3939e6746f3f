import type { Command } from './command';
import { sayNotStarted } from './not-here';

/** Switches a rule off in the nearest settings. */
export const disableRule: Command = {
  id: 'incidentDocs.disableRule',
  async run({ client }, params) {
    const running = client();
    if (running === undefined) sayNotStarted();
    else await running.disableRule(params);
  },
};
