import { convertDocument } from '../../features/notation/convert';
import { ConvertParams, type DocumentEdits } from '../../protocol';
import { editsOf, nowhere, subjectOf, type Session } from '../session';

/** `incidentDocs/convert`. */
export async function answerConvert(session: Session, params: unknown): Promise<DocumentEdits> {
  const { uri, to } = ConvertParams.parse(params);
  const subject = await subjectOf(session, uri);
  if (!subject) return nowhere();
  const converted = convertDocument(subject.model, to, subject.read);
  return 'refused' in converted ? converted : editsOf(subject, converted);
}
