import type { DocumentHighlight, DocumentHighlightParams } from 'vscode-languageserver/node';
import { documentHighlights } from '../../features/highlights';
import { offsetAt } from '../positions';
import { ranging, subjectOf, type Session } from '../session';

/** `textDocument/documentHighlight`: null where nothing of ours is at the position, so that the editor marks words by its own lights. */
export async function answerHighlights(session: Session, { textDocument: { uri }, position }: DocumentHighlightParams): Promise<DocumentHighlight[] | null> {
  const subject = await subjectOf(session, uri);
  const spans = subject ? documentHighlights(subject.model, offsetAt(subject.model.text, position, session.client.encoding)) : [];
  return subject && spans.length > 0 ? spans.map(ranging(session, subject)).map((range) => ({ range })) : null;
}
