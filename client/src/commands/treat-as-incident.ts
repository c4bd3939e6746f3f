import type { Command } from './command';

/** Has a document checked whatever is in it. */
export const treatAsIncident: Command = {
  id: 'incidentDocs.treatAsIncident',
  run: ({ start }, document, selection) => start().choose('incident', document, selection),
};
