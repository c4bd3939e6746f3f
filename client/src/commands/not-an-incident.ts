import type { Command } from './command';

/** Leaves a document alone whatever is in it. */
export const notAnIncident: Command = {
  id: 'incidentDocs.notAnIncident',
  run: ({ start }, document, selection) => start().choose('other', document, selection),
};
