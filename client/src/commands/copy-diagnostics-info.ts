import type { ClientCommand } from './client-command';

/** Copies what a report of a fault should tell. */
export const copyDiagnosticsInfo: ClientCommand = {
  id: 'incidentDocs.copyDiagnosticsInfo',
  run: (client) => client.copyDiagnosticsInfo(),
};
