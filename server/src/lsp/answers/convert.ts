import { convertDocument } from '../../features/notation/convert';
import { t } from '../../l10n';
import { ConvertParams, type DocumentEdits } from '../../protocol';
import { editsOf, subjectOf, type Session } from '../session';

/** `incidentDocs/convert`. */
export async function answerConvert(session: Session, params: unknown): Promise<DocumentEdits> {
  const { uri, to } = ConvertParams.parse(params);
  const subject = await subjectOf(session, uri);
  if (!subject) return { refused: t('This document is not open as an incident document.') };
  const converted = convertDocument(subject.model, to, (text) => subject.open.read(text));
  return 'refused' in converted ? converted : editsOf(subject, converted);
}
