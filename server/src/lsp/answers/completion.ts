import { CompletionItemKind, type CompletionList, type CompletionParams } from 'vscode-languageserver/node';
import { completions, mostOffered, type Completion } from '../../features/completion/completion';
import type { Known } from '../../features/completion/known-names';
import { readingOf } from '../../settings';
import { offsetAt } from '../positions';
import { present, ranging, subjectOf, type Session } from '../session';

/** Chosen for their icons. */
const kinds: Readonly<Record<Completion['role'], CompletionItemKind>> = {
  owner: CompletionItemKind.Value, ticket: CompletionItemKind.Reference, value: CompletionItemKind.EnumMember, time: CompletionItemKind.Event,
  section: CompletionItemKind.Module, key: CompletionItemKind.Property, rule: CompletionItemKind.Constant,
};

/** `textDocument/completion`. Nobody waits for the folders: what is not yet known of them is offered when more is typed. */
export async function answerCompletion(session: Session, { textDocument: { uri }, position }: CompletionParams): Promise<CompletionList> {
  const subject = await subjectOf(session, uri);
  if (!subject) return { isIncomplete: false, items: [] };
  const { index, isReading } = session.workspace;
  const own = index.of(uri);
  // Counted only where one is to be written.
  const known: Known = {
    get owners() {
      return index.owners;
    },
    get tickets() {
      return index.tickets;
    },
    here: new Set([...(own?.owners ?? []), ...(own?.tickets ?? [])]),
  };
  const { model, settings } = subject;
  const offered = completions(model, {
    offset: offsetAt(model.text, position, session.client.encoding), known, ...present(session, subject),
    reading: { ...readingOf(settings), fileName: model.fileName }, found: () => new Set(subject.findings().map(({ rule }) => rule)),
  });
  const toRange = ranging(session, subject);
  return {
    isIncomplete: isReading || offered.length > mostOffered,
    items: offered.slice(0, mostOffered).map(({ label, detail, documentation, role, span, newText, filter, besides, current }, place) => ({
      label, detail, kind: kinds[role], filterText: filter, sortText: String(place).padStart(3, '0'), textEdit: { range: toRange(span), newText },
      ...(session.client.completionLabels && role !== 'value' && { labelDetails: { description: detail } }),
      ...(current && { preselect: true }),
      ...(documentation !== undefined && { documentation }),
      ...(besides && { additionalTextEdits: [{ range: toRange(besides.span), newText: besides.newText }] }),
    })),
  };
}
