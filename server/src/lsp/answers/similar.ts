import type { CancellationToken } from 'vscode-languageserver/node';
import { DocumentParams, type SimilarResult } from '../../protocol';
import { similarTo } from '../../workspace/similar';
import { termsIn } from '../../workspace/terms';
import { subjectOf, type Session } from '../session';

/** `incidentDocs/similar`. Waits until every document of the workspace has been read. */
export async function answerSimilar(session: Session, params: unknown, token?: CancellationToken): Promise<SimilarResult> {
  const { uri } = DocumentParams.parse(params);
  if (!(await subjectOf(session, uri))) return null;
  const index = await session.workspace.ready(token);
  const subject = await subjectOf(session, uri);
  if (!subject) return null;
  const documents = similarTo(uri, termsIn(subject.model), index).map(({ digest, score, words }) => ({
    uri: digest.uri, title: digest.title?.text ?? null, line: digest.title?.line ?? 0, score, words: [...words], status: digest.status, day: digest.day,
  }));
  return { compared: index.size - (index.of(uri) ? 1 : 0), documents };
}
