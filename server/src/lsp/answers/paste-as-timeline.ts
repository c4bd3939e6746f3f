import { pasteAsTimeline } from '../../features/paste/paste-as-timeline';
import { PasteAsTimelineParams, type PasteAsTimelineResult } from '../../protocol';
import { readingOf } from '../../settings';
import { offsetAt, spanOf } from '../positions';
import { editsOf, present, subjectAt, type Session } from '../session';

/** `incidentDocs/pasteAsTimeline`. Custom messages count in UTF-16 whatever was negotiated. */
export async function answerPasteAsTimeline(session: Session, params: unknown): Promise<PasteAsTimelineResult> {
  const { position, text, replacing, ...place } = PasteAsTimelineParams.parse(params);
  const subject = await subjectAt(session, place);
  if ('refused' in subject) return subject;
  const { model, settings, read } = subject;
  const { dayOrder } = readingOf(settings);
  const pasted = pasteAsTimeline(model, {
    text, ...present(session, subject), read,
    offset: offsetAt(model.text, position, 'utf-16'),
    ...(replacing && { replacing: spanOf(model.text, replacing, 'utf-16') }), ...(dayOrder && { dayOrder }),
  });
  if ('refused' in pasted) return pasted;
  return { ...editsOf(subject, pasted.edits), format: pasted.format, entries: [...pasted.entries], notes: [...pasted.notes] };
}
