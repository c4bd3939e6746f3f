import { parse } from '../../document/document';
import { pasteAsTimeline } from '../../features/paste/paste-as-timeline';
import { t } from '../../l10n';
import { PasteAsTimelineParams, type PasteAsTimelineResult } from '../../protocol';
import { readingOf } from '../../settings';
import { offsetAt, rangeOf, spanOf } from '../positions';
import { subjectOf, type Session } from '../session';

/** `incidentDocs/pasteAsTimeline`. Custom messages count in UTF-16 whatever was negotiated. */
export async function answerPasteAsTimeline(session: Session, params: unknown): Promise<PasteAsTimelineResult> {
  const { uri, version, position, text, replacing } = PasteAsTimelineParams.parse(params);
  const subject = await subjectOf(session, uri);
  if (!subject) return { refused: t('This document is not open as an incident document.') };
  const { open, model, settings } = subject;
  if (open.version !== version) return { refused: t('The document has changed meanwhile; try again.') };
  const { dayOrder } = readingOf(settings);
  const pasted = pasteAsTimeline(model, {
    text, now: session.host.now(), timeZone: settings.timeZone || session.host.timeZone(), read: (changed) => parse(changed, open.context),
    offset: offsetAt(model.text, position, 'utf-16'),
    ...(replacing && { replacing: spanOf(model.text, replacing, 'utf-16') }), ...(dayOrder && { dayOrder }),
  });
  if ('refused' in pasted) return pasted;
  const edits = pasted.edits.map(({ span, newText }) => ({ range: rangeOf(model.text, span, 'utf-16'), newText }));
  return { version, format: pasted.format, entries: [...pasted.entries], edits, notes: [...pasted.notes] };
}
