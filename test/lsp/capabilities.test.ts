import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';
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
      selectionRangeProvider: true,
      documentHighlightProvider: true,
    });
  });

  test('to VS Code', () => {
    assert.deepEqual(advertised(clients.vscode), {
      textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
      positionEncoding: 'utf-16',
      diagnosticProvider: { identifier: 'incident-docs', interFileDependencies: false, workspaceDiagnostics: false },
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentHighlightProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.incidentDocs'] },
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

  test('UTF-8 where the client prefers it', () => assert.equal(advertised(clients.neovim).positionEncoding, 'utf-8'));
});

test('every provider that is advertised to anyone belongs to a request that is answered', () => {
  const methods: Readonly<Record<string, string>> = {
    diagnosticProvider: 'textDocument/diagnostic',
    documentSymbolProvider: 'textDocument/documentSymbol',
    foldingRangeProvider: 'textDocument/foldingRange',
    codeActionProvider: 'textDocument/codeAction',
    selectionRangeProvider: 'textDocument/selectionRange',
    documentHighlightProvider: 'textDocument/documentHighlight',
    codeLensProvider: 'textDocument/codeLens',
  };
  const answered = new Set(requests.map(({ method }) => method));
  const providers = Object.values(clients).flatMap((client) => Object.keys(capabilitiesFor(featuresOf(client, { commands: true }))).filter((key) => key.endsWith('Provider')));
  assert.ok(providers.length > 0);
  for (const provider of providers) assert.ok(answered.has(methods[provider] ?? assert.fail(`${provider} is not in this test`)), provider);
});

test('a request is registered once', () => assert.equal(new Set(requests.map(({ method }) => method)).size, requests.length));
