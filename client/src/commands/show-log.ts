import { whenStarted } from './when-started';

/** Shows the output channel. */
export const showLog = whenStarted({
  id: 'incidentDocs.showLog',
  run: (client) => client.log.show(),
});
