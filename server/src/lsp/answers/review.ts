import { review } from '../../features/review/review';
import { DocumentParams, type ReviewResult } from '../../protocol';
import { subjectOf, type Session } from '../session';

/** `incidentDocs/review`. */
export async function answerReview(session: Session, params: unknown): Promise<ReviewResult> {
  const subject = await subjectOf(session, DocumentParams.parse(params).uri);
  const kind = subject?.model.kind;
  return subject && kind && kind !== 'none' ? { kind, questions: review(subject.model, subject.findings()) } : null;
}
