import { SymbolKind, type DocumentSymbol, type DocumentSymbolParams, type Range, type SymbolInformation } from 'vscode-languageserver/node';
import type { Span } from '../../document/text';
import { documentSymbols, type OutlineSymbol, type SymbolRole } from '../../features/symbols';
import { ranging, subjectOf, type Session } from '../session';

/** Beyond this many characters the outline shows sections only. */
const LARGE = 2_000_000;

/** Chosen for their icons. */
export const symbolKinds: Readonly<Record<SymbolRole, SymbolKind>> = {
  section: SymbolKind.Object,
  list: SymbolKind.Array,
  day: SymbolKind.Array,
  entry: SymbolKind.Event,
  group: SymbolKind.Array,
  tracked: SymbolKind.Boolean,
  untracked: SymbolKind.Key,
};

/** `textDocument/documentSymbol`: a tree, or a list for clients that know no trees. */
export async function answerSymbols(session: Session, { textDocument: { uri } }: DocumentSymbolParams): Promise<DocumentSymbol[] | SymbolInformation[]> {
  const subject = await subjectOf(session, uri);
  if (!subject || (subject.open.markdown && !subject.settings.outline.markdown)) return [];
  const symbols = documentSymbols(subject.model, { sectionsOnly: subject.open.length > LARGE });
  const toRange = ranging(session, subject);
  return session.client.hierarchicalSymbols ? tree(symbols, toRange) : [...list(symbols, uri, toRange)];
}

function tree(symbols: readonly OutlineSymbol[], toRange: (span: Span) => Range): DocumentSymbol[] {
  return symbols.map(({ name, detail, role, span, selection, children }) => ({
    name,
    ...(detail && { detail }),
    kind: symbolKinds[role],
    range: toRange(span),
    selectionRange: toRange(selection),
    children: tree(children, toRange),
  }));
}

function* list(symbols: readonly OutlineSymbol[], uri: string, toRange: (span: Span) => Range, containerName?: string): Generator<SymbolInformation> {
  for (const { name, role, span, children } of symbols) {
    yield { name, kind: symbolKinds[role], location: { uri, range: toRange(span) }, ...(containerName !== undefined && { containerName }) };
    yield* list(children, uri, toRange, name);
  }
}
