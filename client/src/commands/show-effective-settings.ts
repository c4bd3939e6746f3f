import type { Command } from './command';

/** Shows every setting that holds for a document, and where it comes from. */
export const showEffectiveSettings: Command = {
  id: 'incidentDocs.showEffectiveSettings',
  run: ({ start }, document) => start().showEffectiveSettings(document),
};
