import type { Command } from './command';
import { sayNoIncidentDocument } from './not-here';

/** Moves the cursor to the previous entry of the timeline. */
export const goToPreviousTimelineEntry: Command = {
  id: 'incidentDocs.goToPreviousTimelineEntry',
  async run({ client }) {
    const running = client();
    if (running === undefined) sayNoIncidentDocument();
    else await running.timeline.go('previous');
  },
};
