import type { CodeLens, CodeLensParams } from 'vscode-languageserver/node';
import { codeLens } from '../../features/code-lens';
import { openActionPlanCommand } from '../../protocol';
import { ranging, subjectOf, type Session } from '../session';

/** `textDocument/codeLens`: one at most. */
export async function answerCodeLens(session: Session, { textDocument: { uri } }: CodeLensParams): Promise<CodeLens[]> {
  const subject = await subjectOf(session, uri);
  const lens = subject?.settings.codeLens ? codeLens(subject.model, subject.findings()) : null;
  return subject && lens ? [{ range: ranging(session, subject)(lens.span), command: { title: lens.title, command: openActionPlanCommand } }] : [];
}
