import { SymbolKind, type CancellationToken, type SymbolInformation, type WorkspaceSymbolParams } from 'vscode-languageserver/node';
import { latestFirst, SymbolSearch, type FoundRole } from '../../workspace/symbol-search';
import { turn } from '../answer';
import type { Session } from '../session';
import { symbolKinds } from './symbols';

const kinds: Readonly<Record<FoundRole, SymbolKind>> = {
  id: SymbolKind.Key, title: symbolKinds.section, entry: symbolKinds.entry, open: symbolKinds.tracked, done: symbolKinds.tracked, untracked: symbolKinds.untracked,
};

/** The longest that the search keeps the server from what else is to do, in milliseconds. */
const SLICE_MS = 4;

/** `workspace/symbol`. The place is a line: nobody reads the documents for it. */
export async function answerWorkspaceSymbols({ workspace }: Session, { query }: WorkspaceSymbolParams, token: CancellationToken): Promise<SymbolInformation[]> {
  const { digests } = await workspace.ready(token);
  const search = new SymbolSearch(query);
  let start = performance.now();
  for (const digest of latestFirst(digests)) {
    search.take(digest);
    if (performance.now() - start < SLICE_MS) continue;
    await turn();
    if (token.isCancellationRequested) return [];
    start = performance.now();
  }
  return search.found.map(({ uri, line, name, role, container }) => {
    const position = { line, character: 0 };
    return { name, kind: kinds[role], location: { uri, range: { start: position, end: position } }, ...(container !== '' && { containerName: container }) };
  });
}
