import type { Command } from './command';

/** Shows why a document is, or is not, taken for an incident document. */
export const explainDetection: Command = {
  id: 'incidentDocs.explainDetection',
  run: ({ start }, document) => start().explainDetection(document),
};
