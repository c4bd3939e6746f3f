import type { Command } from './command';
import { sayNoIncidentDocument } from './not-here';

/** Lists the incident documents that are most like the active one. */
export const findSimilar: Command = {
  id: 'incidentDocs.findSimilar',
  async run({ client }) {
    const running = client();
    if (running === undefined) sayNoIncidentDocument();
    else await running.findSimilar();
  },
};
