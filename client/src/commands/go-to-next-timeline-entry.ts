import type { Command } from './command';
import { sayNoIncidentDocument } from './not-here';

/** Moves the cursor to the next entry of the timeline. */
export const goToNextTimelineEntry: Command = {
  id: 'incidentDocs.goToNextTimelineEntry',
  async run({ client }) {
    const running = client();
    if (running === undefined) sayNoIncidentDocument();
    else await running.timeline.go('next');
  },
};
