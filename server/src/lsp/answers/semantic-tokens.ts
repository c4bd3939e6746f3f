import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensEdit,
  SemanticTokensLegend,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver/node';
import type { Span } from '../../document/text';
import { semanticTokens, tokenTypes, type TokenType } from '../../features/semantic-tokens';
import type { ClientFeatures } from '../client-features';
import type { OpenDocument } from '../open-document';
import { columnsBetween, spanOf } from '../positions';
import { subjectOf, type Session, type Subject } from '../session';

/** Above this many lines only ranges are answered. */
const LARGE = 20_000;
/** The numbers that make a token: lines and columns since the one before, its length, its type, no modifiers. */
const SIZE = 5;

const types = Object.keys(tokenTypes) as TokenType[];

/** Our own types where the client declares them; else the standard ones, so that there are colours without any set-up. */
export function legendFor({ commands }: ClientFeatures): SemanticTokensLegend {
  return { tokenTypes: commands ? types : Object.values(tokenTypes), tokenModifiers: [] };
}

interface Answered {
  readonly resultId: string;
  readonly data: readonly number[];
}

const answered = new WeakMap<OpenDocument, Answered>();
let count = 0;

/** `textDocument/semanticTokens/full`: null where the document is not ours, so that others may colour it. */
export async function answerTokens(session: Session, { textDocument: { uri } }: SemanticTokensParams): Promise<SemanticTokens | null> {
  const subject = await subjectFor(session, uri);
  if (!subject || subject.model.text.lineCount > LARGE) return null;
  const answer = { resultId: String(++count), data: encoded(session, subject) };
  answered.set(subject.open, answer);
  return answer;
}

/** `textDocument/semanticTokens/full/delta`: what has changed since the last answer; everything where that is another than the client's. */
export async function answerTokenChanges(session: Session, params: SemanticTokensDeltaParams): Promise<SemanticTokens | SemanticTokensDelta | null> {
  const open = session.documents.get(params.textDocument.uri);
  const last = open && answered.get(open);
  const full = await answerTokens(session, params);
  return full && last?.resultId === params.previousResultId ? { resultId: full.resultId as string, edits: editsBetween(last.data, full.data) } : full;
}

/** `textDocument/semanticTokens/range`. */
export async function answerTokensIn(session: Session, { textDocument: { uri }, range }: SemanticTokensRangeParams): Promise<SemanticTokens | null> {
  const subject = await subjectFor(session, uri);
  return subject && { data: encoded(session, subject, spanOf(subject.model.text, range, session.client.encoding)) };
}

async function subjectFor(session: Session, uri: string): Promise<Subject | null> {
  const subject = await subjectOf(session, uri);
  return subject?.settings.semanticTokens ? subject : null;
}

function encoded({ client: { encoding } }: Session, { open, model }: Subject, span?: Span): number[] {
  const { text } = model;
  const data: number[] = [];
  let line = 0;
  let start = 0;
  for (const token of semanticTokens(model, { markdown: open.markdown, ...(span && { span }) })) {
    const number = text.lineAt(token.span.start);
    const from = number === line ? start : text.lineStart(number);
    data.push(number - line, columnsBetween(text, from, token.span.start, encoding), columnsBetween(text, token.span.start, token.span.end, encoding), types.indexOf(token.type), 0);
    line = number;
    start = token.span.start;
  }
  return data;
}

/** The one stretch of whole tokens in which two answers differ. */
function editsBetween(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  head -= head % SIZE;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  tail -= tail % SIZE;
  if (head === before.length && head === after.length) return [];
  return [{ start: head, deleteCount: before.length - head - tail, data: after.slice(head, after.length - tail) }];
}
