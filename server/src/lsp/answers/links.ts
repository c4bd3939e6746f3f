import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver/node';
import { resolvedLink, ticketLinks, writtenLinks } from '../../features/links';
import { ranging, subjectOf, type Session, type Subject } from '../session';

/** `textDocument/documentLink`. What Markdown writes as a link the editor's own service for Markdown links in Markdown. */
export async function answerLinks(session: Session, { textDocument: { uri } }: DocumentLinkParams): Promise<DocumentLink[]> {
  const subject = await subjectOf(session, uri);
  if (!subject) return [];
  const { model, settings, open } = subject;
  const links = [...ticketLinks(model, settings.links.tickets), ...(open.markdown ? [] : await placesIn(session, subject, uri))];
  const toRange = ranging(session, subject);
  return links.map(({ span, target, tooltip }) => ({ range: toRange(span), target, ...(session.client.linkTooltips && { tooltip }) }));
}

async function placesIn(session: Session, { model }: Subject, uri: string) {
  const links = await Promise.all(writtenLinks(model, uri).map(async (link) => {
    const other = link.uri !== null && link.anchor !== null ? await session.workspace.read(link.uri) : null;
    return resolvedLink(link, uri, model, other);
  }));
  return links.flatMap((link) => link ?? []);
}
