import { nextEntry } from '../../features/next-entry';
import { TimelineEntryParams, type TimelineEntryResult } from '../../protocol';
import { positionAt } from '../positions';
import { subjectOf, type Session } from '../session';

export const noEntry: TimelineEntryResult = { position: null, wrapped: false };

/** `incidentDocs/timelineEntry`. */
export async function answerTimelineEntry(session: Session, params: unknown): Promise<TimelineEntryResult> {
  const { uri, line, direction } = TimelineEntryParams.parse(params);
  const subject = await subjectOf(session, uri);
  const found = subject && nextEntry(subject.model, line, direction);
  // Custom messages count in UTF-16 whatever was negotiated.
  return found ? { position: positionAt(subject.model.text, found.entry.time.span.start, 'utf-16'), wrapped: found.wrapped } : noEntry;
}
