import type { Command } from './command';
import { sayNotStarted } from './not-here';

/** Shows the output channel. */
export const showLog: Command = {
  id: 'incidentDocs.showLog',
  async run({ client }) {
    const running = client();
    if (running === undefined) sayNotStarted();
    else running.log.show();
  },
};
