import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver/node';
import { foldingRanges } from '../../features/folding';
import { subjectOf, type Session } from '../session';

/** `textDocument/foldingRange`: null where the document is not ours, so that the editor folds by its own lights. */
export async function answerFolds(session: Session, { textDocument: { uri } }: FoldingRangeParams): Promise<FoldingRange[] | null> {
  const subject = await subjectOf(session, uri);
  const folds = subject && foldingRanges(subject.model);
  return folds && folds.slice(0, session.client.foldLimit).map(({ startLine, endLine, kind, collapsedText }) => ({
    startLine,
    endLine,
    ...(kind && { kind }),
    ...(collapsedText && session.client.collapsedText && { collapsedText }),
  }));
}
