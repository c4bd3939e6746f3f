import type { Command } from './command';

/** Copies what a report of a fault should tell. */
export const copyDiagnosticsInfo: Command = {
  id: 'incidentDocs.copyDiagnosticsInfo',
  run: ({ start }) => start().copyDiagnosticsInfo(),
};
