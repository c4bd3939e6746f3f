import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { ClientCapabilities, Position, Range } from 'vscode-languageserver-protocol/node';
import { clients, eventually, withClient, type LspClient, type LspDocument } from '../support/lsp-client';
import { sharedDocuments } from '../support/shared';

/** A client that knows whatever this server may ever offer. */
const able: ClientCapabilities = {
  ...clients.vscode,
  workspace: {
    ...clients.vscode.workspace,
    symbol: { symbolKind: { valueSet: Array.from({ length: 26 }, (_, index) => (index + 1) as 1) }, resolveSupport: { properties: ['location.range'] } },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    ...clients.vscode.textDocument,
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { documentationFormat: ['markdown'], insertReplaceSupport: true, labelDetailsSupport: true, resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] } }, contextSupport: true },
    definition: { linkSupport: true },
    references: {},
    documentHighlight: {},
    documentLink: { tooltipSupport: true },
    selectionRange: {},
    rename: { prepareSupport: true, honorsChangeAnnotations: true },
    codeLens: {},
    formatting: {},
    rangeFormatting: {},
    onTypeFormatting: {},
  },
};

const settings = { inlayHints: ['elapsed', 'dates', 'metrics'], codeLens: true, links: { tickets: { '[A-Z]{2,10}-\\d+': 'https://tickets.invalid/$0' } } };

/** What is asked of a document. */
interface Places {
  readonly positions: readonly Position[];
  readonly range: Range;
}

/** Asks the server; fails where it answers with an error, or with nothing at all. */
type Ask = <Answer = unknown>(method: string, params: object) => Promise<Answer>;

/** How a provider that the server advertises is asked. The answers decide, by `speaks`, whether an example may be answered with nothing. */
interface Row {
  readonly speaks: boolean;
  readonly ask: (ask: Ask, textDocument: { uri: string }, places: Places, provider: { resolveProvider?: boolean; prepareProvider?: boolean; full?: unknown; range?: unknown }) => Promise<readonly unknown[]>;
}

const wholeDocument = (method: string, speaks: boolean): Row => ({ speaks, ask: async (ask, textDocument) => [await ask(method, { textDocument })] });

const atPositions = (method: string, speaks: boolean, more: object = {}): Row => ({
  speaks,
  ask: (ask, textDocument, { positions }) => Promise.all(positions.map((position) => ask(method, { textDocument, position, ...more }))),
});

/** The same, with what the first answers leave to be told later. */
const resolved = (row: Row, method: string): Row => ({
  ...row,
  async ask(ask, textDocument, places, provider) {
    const answers = await row.ask(ask, textDocument, places, provider);
    const items = answers.flatMap((answer) => (answer && typeof answer === 'object' && 'items' in answer ? (answer.items as object[]) : ((answer ?? []) as object[])));
    if (provider.resolveProvider) await Promise.all(items.slice(0, 5).map((item) => ask(method, item)));
    return answers;
  },
});

const inRange = (method: string, speaks: boolean, more: object = {}): Row => ({ speaks, ask: async (ask, textDocument, { range }) => [await ask(method, { textDocument, range, ...more })] });

const layout = { tabSize: 2, insertSpaces: true };

const rows: Readonly<Record<string, Row>> = {
  diagnosticProvider: wholeDocument('textDocument/diagnostic', true),
  documentSymbolProvider: wholeDocument('textDocument/documentSymbol', true),
  foldingRangeProvider: wholeDocument('textDocument/foldingRange', true),
  codeActionProvider: resolved(inRange('textDocument/codeAction', true, { context: { diagnostics: [] } }), 'codeAction/resolve'),
  inlayHintProvider: resolved(inRange('textDocument/inlayHint', false), 'inlayHint/resolve'),
  semanticTokensProvider: {
    speaks: true,
    async ask(ask, textDocument, { range }) {
      const full = await ask<{ resultId: string; data: number[] } | null>('textDocument/semanticTokens/full', { textDocument });
      const changes = full && (await ask('textDocument/semanticTokens/full/delta', { textDocument, previousResultId: full.resultId }));
      if (full) assert.deepEqual((changes as { edits?: unknown }).edits, []);
      return [full?.data, (await ask<{ data: number[] } | null>('textDocument/semanticTokens/range', { textDocument, range }))?.data];
    },
  },
  hoverProvider: atPositions('textDocument/hover', true),
  completionProvider: resolved(atPositions('textDocument/completion', false, { context: { triggerKind: 1 } }), 'completionItem/resolve'),
  definitionProvider: atPositions('textDocument/definition', false),
  referencesProvider: atPositions('textDocument/references', false, { context: { includeDeclaration: true } }),
  documentHighlightProvider: atPositions('textDocument/documentHighlight', true),
  selectionRangeProvider: { speaks: true, ask: async (ask, textDocument, { positions }) => [await ask('textDocument/selectionRange', { textDocument, positions })] },
  documentLinkProvider: resolved(wholeDocument('textDocument/documentLink', false), 'documentLink/resolve'),
  codeLensProvider: resolved(wholeDocument('textDocument/codeLens', true), 'codeLens/resolve'),
  renameProvider: {
    speaks: false,
    ask: (ask, textDocument, { positions }, { prepareProvider }) =>
      Promise.all(positions.map(async (position) => {
        // Where there is nothing to rename, an answer may well be an error.
        const prepared = prepareProvider && (await ask('textDocument/prepareRename', { textDocument, position }));
        return prepared ? ask('textDocument/rename', { textDocument, position, newName: 'renamed-1' }) : null;
      })),
  },
  documentFormattingProvider: { speaks: false, ask: async (ask, textDocument) => [await ask('textDocument/formatting', { textDocument, options: layout })] },
  documentRangeFormattingProvider: inRange('textDocument/rangeFormatting', false, { options: layout }),
  documentOnTypeFormattingProvider: atPositions('textDocument/onTypeFormatting', false, { options: layout, ch: '\n' }),
  workspaceSymbolProvider: resolved({ speaks: true, ask: (ask) => Promise.all(['', 'a', 'INC-318', '🔎'].map((query) => ask('workspace/symbol', { query }))) }, 'workspaceSymbol/resolve'),
};

/** What is advertised and is nothing to ask for. */
const unasked: ReadonlySet<string> = new Set(['textDocumentSync', 'positionEncoding', 'workspace', 'experimental']);

/** Places of every kind: both ends, what the model knows by name, ends of lines, the inside of emoji, and none at all. */
function placesIn(document: LspDocument, spread: number): Places {
  const { text } = document;
  const words = [/\d{1,2}:\d{2}/, /\d{4}-\d{2}-\d{2}/, /[A-Z]{2,}-?\d+/, /(?<=@)\w/, /status/i, /severity|priority/i, /resolved|detected|mitigated/i, /^#+ |^.+\n[-=]{3,}/m, /- \[[ x]\] /, /\]\(/, /```|<!--/];
  const offsets = words.flatMap((word) => {
    const match = word.exec(text);
    return match ? [match.index + 1] : [];
  });
  for (let at = spread; at < text.length; at += spread) offsets.push(Math.max(0, text.indexOf('\n', at)));
  const positions = [0, ...offsets, text.length].map((offset) => document.position(offset));
  for (const { index } of [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].slice(0, 2)) {
    const { line, character } = document.position(index);
    positions.push({ line, character: character + 1 });
  }
  positions.push({ line: 1, character: 100_000 }, { line: 1_000_000, character: 0 });
  return { positions, range: document.range(0, text.length) };
}

/** Asks a document for everything that is advertised. What each provider said; fails where one is unknown, errs, or fails in the log. */
async function askEverything(client: LspClient, name: string, text: string, spread: number): Promise<Map<string, readonly unknown[]>> {
  const document = await client.open(`untitled:${encodeURIComponent(name)}`, text, name.endsWith('.md') ? 'markdown' : 'plaintext');
  // What is asked of the workspace is known by then.
  await eventually(() => client.detections.some(({ uri }) => uri === document.uri));
  const places = placesIn(document, spread);
  const said = new Map<string, readonly unknown[]>();
  const ask: Ask = async <Answer>(method: string, params: object) => {
    try {
      const answer = await client.connection.sendRequest<Answer>(method, params);
      assert.notEqual(answer, undefined, `${method} is not answered`);
      return answer;
    } catch (error) {
      throw new Error(`${name}: ${method} ${JSON.stringify(params)}`, { cause: error });
    }
  };
  const { capabilities } = client.initialized;
  await Promise.all(Object.entries(capabilities).map(async ([key, provider]: [string, unknown]) => {
    if (unasked.has(key) || !provider) return;
    const row = rows[key] ?? assert.fail(`${key} is advertised, and no row here asks for it`);
    said.set(key, await row.ask(ask, { uri: document.uri }, places, typeof provider === 'object' ? provider : {}));
  }));
  await document.close();
  assert.deepEqual(client.log.filter((line) => /failed/i.test(line)), [], name);
  return said;
}

const isEmpty = (answer: unknown): boolean =>
  answer === null || answer === undefined || (Array.isArray(answer) && answer.length === 0)
  || (typeof answer === 'object' && 'items' in answer && (answer.items as unknown[]).length === 0);

describe('every capability that is advertised answers on', () => {
  const examples = readdirSync('examples').filter((name) => name !== 'README.md');
  for (const name of examples) {
    for (const encoding of ['utf-16', 'utf-8']) {
      test(`${name}, in ${encoding}`, () =>
        withClient({ capabilities: { ...able, general: { positionEncodings: [encoding] } }, settings }, async (client) => {
          const said = await askEverything(client, name, readFileSync(`examples/${name}`, 'utf8'), 400);
          assert.ok(said.size > 4);
          const silent = [...said].filter(([key, answers]) => rows[key]?.speaks && answers.every(isEmpty));
          assert.deepEqual(silent.map(([key]) => key), []);
        }));
    }
  }
});

/** In groups, each with a server of its own. */
const groups = 4;

describe('nothing throws on any of the shared documents', { skip: sharedDocuments.length === 0 && 'there are none beside the repository' }, () => {
  for (let group = 0; group < groups; group++) {
    test(`part ${group + 1} of ${groups}`, () =>
      withClient({ capabilities: able, settings }, async (client) => {
        const documents = sharedDocuments.filter((_, index) => index % groups === group);
        assert.ok(documents.length > 10);
        for (const { name, text } of documents) await askEverything(client, name, text, Math.max(2000, text.length / 8));
        assert.equal(await client.stop(), 0);
      }));
  }
});
