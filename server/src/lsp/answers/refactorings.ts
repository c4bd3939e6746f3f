import { wants } from '../../features/code-actions';
import { refactorings, type Refactored, type RefactoringQuery } from '../../features/refactorings/index';
import { RefactoringsParams, type RefactoringOffer, type RefactoringsResult } from '../../protocol';
import { spanOf } from '../positions';
import { editsOf, present, subjectOf, type Session, type Subject } from '../session';

/** What refactorings may know of an incident document beside the place that they are about. */
export function refactoringContext(session: Session, subject: Subject): Omit<RefactoringQuery, 'span'> {
  return { read: subject.read, check: subject.check, timeZone: present(session, subject).timeZone };
}

/** `incidentDocs/refactorings`. Custom messages count in UTF-16 whatever was negotiated. */
export async function answerRefactorings(session: Session, params: unknown): Promise<RefactoringsResult> {
  const { uri, range, kind: wanted, timeZone: target } = RefactoringsParams.parse(params);
  const subject = await subjectOf(session, uri);
  if (!subject) return null;
  const { open, model } = subject;
  const spans = range ? [spanOf(model.text, range, 'utf-16')] : [{ start: 0, end: model.text.value.length }, ...model.timelines.slice(1, MOST_TIMELINES).map(({ section }) => section.span)];
  const offers = new Map<string, Refactored>();
  for (const span of spans) {
    for (const offer of refactorings(model, { ...refactoringContext(session, subject), span, target }, (kind) => wanted === undefined || wants([wanted], kind))) {
      const known = offers.get(offer.title);
      if (!known || ('refused' in known && !('refused' in offer))) offers.set(offer.title, offer);
    }
  }
  return { version: open.version, offers: [...offers.values()].map((offer) => offerOf(subject, offer)) };
}

/** A refactoring is about one timeline: of a whole document so many are looked at, until one gives a change. */
const MOST_TIMELINES = 5;

function offerOf(subject: Subject, offer: Refactored): RefactoringOffer {
  const { title, kind } = offer;
  if ('refused' in offer) return { title, kind, refused: offer.refused };
  const { edits } = editsOf(subject, offer.snippets ?? offer.edits);
  return { title, kind, edits, snippets: offer.snippets !== undefined, ...(offer.timeZone !== undefined && { timeZone: offer.timeZone }) };
}
