import type { InlayHint, InlayHintParams } from 'vscode-languageserver/node';
import { inlayHints } from '../../features/inlay-hints';
import { positionAt, spanOf } from '../positions';
import { subjectOf, type Session } from '../session';

/** `textDocument/inlayHint`. */
export async function answerInlayHints(session: Session, { textDocument: { uri }, range }: InlayHintParams): Promise<InlayHint[]> {
  const subject = await subjectOf(session, uri);
  if (!subject || subject.settings.inlayHints.length === 0) return [];
  const { text } = subject.model;
  const { encoding } = session.client;
  return inlayHints(subject.model, spanOf(text, range, encoding), subject.settings.inlayHints).map(({ at, label, tooltip }) => ({
    position: positionAt(text, at, encoding), label, tooltip, paddingLeft: true,
  }));
}
