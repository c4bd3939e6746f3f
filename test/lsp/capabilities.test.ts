import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';
import { tokenTypes } from '../../server/src/features/semantic-tokens';
import { featuresOf } from '../../server/src/lsp/client-features';
import { capabilitiesFor, requests } from '../../server/src/lsp/requests';
import { clients } from '../support/lsp-client';

const advertised = (capabilities: ClientCapabilities) => capabilitiesFor(featuresOf(capabilities));

describe('what is advertised', () => {
  test('to a client that supports nothing', () => {
    assert.deepEqual(advertised({}), {
      textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: true,
      hoverProvider: true,
      documentLinkProvider: { resolveProvider: false },
      selectionRangeProvider: true,
      documentHighlightProvider: true,
    });
  });

  test('to VS Code', () => {
    const folders = { filters: [{ scheme: 'file', pattern: { glob: '**', matches: 'folder' } }] };
    assert.deepEqual(advertised(clients.vscode), {
      textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
      positionEncoding: 'utf-16',
      diagnosticProvider: { identifier: 'incident-docs', interFileDependencies: true, workspaceDiagnostics: false },
      foldingRangeProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: true,
      hoverProvider: true,
      documentLinkProvider: { resolveProvider: false },
      selectionRangeProvider: true,
      documentHighlightProvider: true,
      codeActionProvider: {
        codeActionKinds: [
          'quickfix',
          'source.fixAll.incidentDocs',
          'refactor.rewrite.incidentDocs.sortTimeline',
          'refactor.rewrite.incidentDocs.convertTimes',
          'refactor.rewrite.incidentDocs.normaliseTimeline',
          'source.addMissingSections.incidentDocs',
          'refactor.rewrite.incidentDocs.planToChecklist',
          'refactor.rewrite.incidentDocs.assignOwners',
          'refactor.rewrite.incidentDocs.timelineTable',
          'refactor.rewrite.incidentDocs.planTable',
          'refactor.extract.incidentDocs.action',
          'source.insertMetrics.incidentDocs', 'source.convertNotation.incidentDocs',
        ],
      },
      workspaceSymbolProvider: true,
      completionProvider: { triggerCharacters: ['@', ':'] },
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: { didRename: folders, didDelete: folders },
      },
      semanticTokensProvider: { legend: { tokenTypes: Object.values(tokenTypes), tokenModifiers: [] }, full: { delta: true }, range: true },
      inlayHintProvider: true,
    });
  });

  test('symbols to clients that cannot register them, with a label where it is shown', () => {
    assert.ok(!('documentSymbolProvider' in advertised(clients.vscode)));
    assert.equal(advertised(clients.neovim).documentSymbolProvider, true);
    assert.deepEqual(advertised({ textDocument: { documentSymbol: { labelSupport: true } } }).documentSymbolProvider, { label: 'Incident' });
  });

  test('the code lens only to a client that has our commands', () => {
    assert.ok(!('codeLensProvider' in advertised(clients.vscode)));
    assert.deepEqual(capabilitiesFor(featuresOf(clients.vscode, { commands: true })).codeLensProvider, {});
  });

  test('diagnostics are pulled only by clients that pull', () => {
    assert.ok('diagnosticProvider' in advertised(clients.neovim));
    assert.ok(!('diagnosticProvider' in advertised(clients.pushed)));
  });

  test('actions only to clients that know edits in them', () => {
    assert.ok(!('codeActionProvider' in advertised({ textDocument: { codeAction: {} } })));
  });

  test('our own types of tokens to the client that declares them, and no more than it asks for', () => {
    const tokens = { requests: { full: true, range: false }, tokenTypes: [], tokenModifiers: [], formats: [] };
    const provider = (commands: boolean) => capabilitiesFor(featuresOf({ textDocument: { semanticTokens: tokens } }, { commands })).semanticTokensProvider;
    assert.deepEqual(provider(true), { legend: { tokenTypes: Object.keys(tokenTypes), tokenModifiers: [] }, full: true, range: false });
    assert.deepEqual(provider(false), { legend: { tokenTypes: Object.values(tokenTypes), tokenModifiers: [] }, full: true, range: false });
  });

  test('UTF-8 where the client prefers it', () => assert.equal(advertised(clients.neovim).positionEncoding, 'utf-8'));
});

test('every provider that is advertised to anyone belongs to a request that is answered', () => {
  const methods: Readonly<Record<string, string>> = {
    diagnosticProvider: 'textDocument/diagnostic',
    documentSymbolProvider: 'textDocument/documentSymbol',
    foldingRangeProvider: 'textDocument/foldingRange',
    codeActionProvider: 'textDocument/codeAction',
    definitionProvider: 'textDocument/definition',
    referencesProvider: 'textDocument/references',
    renameProvider: 'textDocument/rename',
    workspaceSymbolProvider: 'workspace/symbol',
    completionProvider: 'textDocument/completion',
    semanticTokensProvider: 'textDocument/semanticTokens/full',
    inlayHintProvider: 'textDocument/inlayHint',
    hoverProvider: 'textDocument/hover',
    documentLinkProvider: 'textDocument/documentLink',
    selectionRangeProvider: 'textDocument/selectionRange',
    documentHighlightProvider: 'textDocument/documentHighlight',
    codeLensProvider: 'textDocument/codeLens',
    documentFormattingProvider: 'textDocument/formatting',
    documentRangeFormattingProvider: 'textDocument/rangeFormatting',
    documentOnTypeFormattingProvider: 'textDocument/onTypeFormatting',
  };
  const answered = new Set(requests.map(({ method }) => method));
  const providers = Object.values(clients).flatMap((client) => Object.keys(capabilitiesFor(featuresOf(client, { commands: true }))).filter((key) => key.endsWith('Provider')));
  assert.ok(providers.length > 0);
  for (const provider of providers) assert.ok(answered.has(methods[provider] ?? assert.fail(`${provider} is not in this test`)), provider);
});

test('a request is registered once', () => assert.equal(new Set(requests.map(({ method }) => method)).size, requests.length));
