import type { Hover, HoverParams } from 'vscode-languageserver/node';
import { hoverAt } from '../../features/hover/hover';
import { written } from '../../features/hover/markup';
import { offsetAt } from '../positions';
import { present, ranging, subjectOf, type Session } from '../session';

/** `textDocument/hover`: in the notation that the client prefers. */
export async function answerHover(session: Session, { textDocument: { uri }, position }: HoverParams): Promise<Hover | null> {
  const subject = await subjectOf(session, uri);
  if (!subject) return null;
  const { model } = subject;
  const { encoding, hoverMarkdown, commands } = session.client;
  const card = hoverAt({
    uri, document: model, offset: offsetAt(model.text, position, encoding), index: session.workspace.index, timeZone: present(session, subject).timeZone,
  });
  return card && { contents: { kind: hoverMarkdown ? 'markdown' : 'plaintext', value: written(card, hoverMarkdown, commands) }, range: ranging(session, subject)(card.span) };
}
