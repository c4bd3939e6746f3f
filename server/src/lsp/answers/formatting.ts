import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type DocumentFormattingParams,
  type DocumentOnTypeFormattingOptions,
  type DocumentOnTypeFormattingParams,
  type DocumentRangeFormattingParams,
  type TextDocumentRegistrationOptions,
  type TextEdit,
} from 'vscode-languageserver/node';
import { continueList } from '../../features/formatting/continue-list';
import { formatDocument, formatRange } from '../../features/formatting/format';
import { DocumentParams, type DocumentEdits } from '../../protocol';
import type { Edit } from '../../rules/rule';
import { offsetAt, spanOf } from '../positions';
import { editsOf, nowhere, ranging, subjectOf, type Session, type Subject } from '../session';

/** The language of files that are ours by name: the only one of which we are a formatter. */
const language = 'incident';
export const formattingTriggers: DocumentOnTypeFormattingOptions = { firstTriggerCharacter: '\n' };

const own: TextDocumentRegistrationOptions = { documentSelector: [{ language }] };

/** What a client is told that can have formatting for one language alone, so that we are no formatter of Markdown nor of plain text. */
export const formattingRegistrations: readonly { readonly method: string; readonly options: object }[] = [
  { method: DocumentFormattingRequest.method, options: own },
  { method: DocumentRangeFormattingRequest.method, options: own },
  { method: DocumentOnTypeFormattingRequest.method, options: { ...own, ...formattingTriggers } },
];

/** `textDocument/formatting`. */
export async function answerFormatting(session: Session, { textDocument }: DocumentFormattingParams): Promise<TextEdit[] | null> {
  return answerIn(session, textDocument.uri, ({ model, read }) => formatDocument(model, read));
}

/** `textDocument/rangeFormatting`. */
export async function answerRangeFormatting(session: Session, { textDocument, range }: DocumentRangeFormattingParams): Promise<TextEdit[] | null> {
  return answerIn(session, textDocument.uri, ({ model, read }) => formatRange(model, spanOf(model.text, range, session.client.encoding), read));
}

/** `textDocument/onTypeFormatting`. */
export async function answerOnTypeFormatting(session: Session, { textDocument, position }: DocumentOnTypeFormattingParams): Promise<TextEdit[] | null> {
  return answerIn(session, textDocument.uri, ({ model }) => continueList(model, offsetAt(model.text, position, session.client.encoding)));
}

async function answerIn(session: Session, uri: string, work: (subject: Subject) => readonly Edit[]): Promise<TextEdit[] | null> {
  if (session.documents.get(uri)?.languageId !== language) return null;
  const subject = await subjectOf(session, uri);
  if (!subject) return null;
  const range = ranging(session, subject);
  return work(subject).map(({ span, newText }) => ({ range: range(span), newText }));
}

/** `incidentDocs/format`, in an incident document of any language. */
export async function answerFormat(session: Session, params: unknown): Promise<DocumentEdits> {
  const subject = await subjectOf(session, DocumentParams.parse(params).uri);
  if (!subject) return nowhere();
  return editsOf(subject, formatDocument(subject.model, subject.read));
}
