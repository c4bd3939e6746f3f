import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CodeLensRequest, DocumentHighlightRequest, SelectionRangeRequest, type CodeLens, type DocumentHighlight, type SelectionRange } from 'vscode-languageserver-protocol/node';
import { timelineEntryRequest, type TimelineEntryResult } from '../../server/src/protocol';
import { escalation, ordinary, postmortem } from '../support/documents';
import { clients, eventually, withClient, type LspClient, type LspDocument } from '../support/lsp-client';

const both = [['UTF-16', clients.vscode], ['UTF-8', clients.neovim]] as const;

describe('the outline of Markdown', () => {
  const symbolMethods = (client: LspClient): string[] => client.registrations.map(({ method }) => method).filter((method) => method === 'textDocument/documentSymbol');

  test('is switched by its setting at once: symbols are registered anew', () =>
    withClient({}, async (client) => {
      const markdown = await client.open('a.md', postmortem);
      const plain = await client.open('a.txt', escalation);
      assert.equal((await markdown.symbols()).length, 1);
      await eventually(() => client.detections.length === 2);
      assert.equal(symbolMethods(client).length, 1);
      for (const [round, shown] of [false, true, false].entries()) {
        await client.configure({ outline: { markdown: shown } });
        await eventually(() => symbolMethods(client).length === round + 2);
        assert.deepEqual(client.unregistrations, Array(round + 1).fill('textDocument/documentSymbol'));
        assert.equal((await markdown.symbols()).length, shown ? 1 : 0);
        assert.equal((await plain.symbols()).length, 1);
      }
    }));

  test('is registered once where the settings say nothing of it', () =>
    withClient({}, async (client) => {
      await client.open('a.md', postmortem);
      await client.configure({ maxProblems: 7 });
      await eventually(() => client.refreshes === 1);
      await (await client.open('b.md', postmortem)).symbols();
      assert.deepEqual([symbolMethods(client).length, client.unregistrations], [1, []]);
    }));

  test('is advertised and switched for clients that register nothing', () =>
    withClient({ capabilities: clients.neovim, settings: { outline: { markdown: false } } }, async (client) => {
      assert.equal(client.initialized.capabilities.documentSymbolProvider, true);
      assert.deepEqual(await (await client.open('a.md', postmortem)).symbols(), []);
      assert.deepEqual(client.registrations.map(({ method }) => method), []);
    }));
});

describe('highlights', () => {
  const highlights = (document: LspDocument, at: string): Promise<DocumentHighlight[] | null> =>
    document.client.connection.sendRequest(DocumentHighlightRequest.type, { textDocument: { uri: document.uri }, position: document.find(at).start });

  for (const [name, capabilities] of both) {
    test(`are where the same stands, in ${name}`, () =>
      withClient({ capabilities }, async (client) => {
        const document = await client.open('a.md', postmortem.replace('Support answered', '🚒 At 2026-03-09 21:52 support answered').replace('2026-03-03', '2026-03-10'));
        const ranges = (await highlights(document, '2026-03-09 21:52**'))?.map(({ range }) => range);
        const second = document.text.lastIndexOf('2026-03-09 21:52');
        assert.deepEqual(ranges, [document.find('2026-03-09 21:52'), document.range(second, second + '2026-03-09 21:52'.length)]);
        assert.equal((await highlights(document, 'ivo, due'))?.length, 2);
        assert.equal(await highlights(document, 'Card payments'), null);
      }));
  }

  test('are the editor’s own in other documents', () =>
    withClient({}, async (client) => {
      assert.equal(await highlights(await client.open('CHANGELOG.md', ordinary['CHANGELOG.md']), '2026-02-01'), null);
    }));
});

describe('selection ranges', () => {
  const selections = (document: LspDocument, ...places: string[]): Promise<SelectionRange[] | null> =>
    document.client.connection.sendRequest(SelectionRangeRequest.type, { textDocument: { uri: document.uri }, positions: places.map((place) => document.find(place).start) });

  for (const [name, capabilities] of both) {
    test(`grow at every place, in ${name}`, () =>
      withClient({ capabilities }, async (client) => {
        const document = await client.open('a.md', postmortem.replaceAll('\n', '\r\n'));
        const [emoji, word, blank] = (await selections(document, '🚚', 'Heron', '\r\n## Impact')) ?? [];
        assert.deepEqual(emoji?.range, document.find('🚚'));
        assert.deepEqual([word?.range, word?.parent?.range], [document.find('Heron'), document.find('Blue Heron Books')]);
        const whole = document.range(0, document.text.length);
        for (let selection = blank; ; selection = selection.parent) {
          assert.ok(selection);
          if (!selection.parent) {
            assert.deepEqual(selection.range, whole);
            break;
          }
        }
      }));
  }

  test('in the middle of an emoji are of the whole', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      const { start } = document.find('🚚');
      const params = { textDocument: { uri: document.uri }, positions: [{ line: start.line, character: start.character + 1 }, { line: 9999, character: 9999 }] };
      const [emoji, end] = (await client.connection.sendRequest(SelectionRangeRequest.type, params)) ?? [];
      assert.deepEqual(emoji?.range, document.find('🚚'));
      assert.ok(end);
    }));

  test('are the editor’s own in other documents', () =>
    withClient({}, async (client) => assert.equal(await selections(await client.open('README.md', ordinary['README.md']), 'Ferry'), null)));
});

describe('the code lens', () => {
  const lenses = (document: LspDocument): Promise<CodeLens[] | null> => document.client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: document.uri } });
  const options = { initializationOptions: { commands: true } };

  test('is off, and switched on at once', () =>
    withClient(options, async (client) => {
      const document = await client.open('a.md', postmortem);
      assert.deepEqual(await lenses(document), []);
      await client.configure({ codeLens: true });
      await eventually(() => client.lensRefreshes === 1);
      assert.deepEqual(await lenses(document), [{
        range: document.find('🧯 Post-mortem: checkout refused cards'),
        command: { title: '3 open actions · 1 problem · Open action plan', command: 'incidentDocs.openActionPlanToSide' },
      }]);
      await client.configure({ codeLens: false });
      await eventually(() => client.lensRefreshes === 2);
      assert.deepEqual(await lenses(document), []);
    }));

  test('follows the text', () =>
    withClient({ ...options, settings: { codeLens: true } }, async (client) => {
      const document = await client.open('a.md', postmortem);
      await document.replace(document.text.indexOf('[ ] Switch') + 1, document.text.indexOf('[ ] Switch') + 2, 'x');
      assert.match((await lenses(document))?.[0]?.command?.title ?? '', /^2 open actions · /);
    }));

  test('is not there in other documents', () =>
    withClient({ ...options, settings: { codeLens: true } }, async (client) => {
      for (const [name, text] of Object.entries(ordinary)) assert.deepEqual(await lenses(await client.open(name, text)), []);
    }));

  test('is not offered where the client has no command for it', () =>
    withClient({ settings: { codeLens: true } }, async (client) => assert.ok(!('codeLensProvider' in client.initialized.capabilities))));
});

describe('from entry to entry', () => {
  const go = (document: LspDocument, line: number, direction: 'next' | 'previous'): Promise<TimelineEntryResult> =>
    document.client.connection.sendRequest(timelineEntryRequest, { uri: document.uri, line, direction });

  for (const [name, capabilities] of both) {
    test(`the cursor comes to the time of each, in ${name}`, () =>
      withClient({ capabilities }, async (client) => {
        const document = await client.open('a.md', postmortem);
        const first = document.find('2026-03-09 21:40').start;
        assert.deepEqual(await go(document, 0, 'next'), { position: first, wrapped: false });
        assert.deepEqual(await go(document, first.line, 'next'), { position: document.find('2026-03-09 21:52').start, wrapped: false });
        assert.deepEqual(await go(document, first.line, 'previous'), { position: document.find('2026-03-10 09:30').start, wrapped: true });
        assert.deepEqual(await go(document, 999, 'next'), { position: first, wrapped: true });
      }));
  }

  test('it stays where there is no timeline', () =>
    withClient({}, async (client) => {
      for (const [name, text] of [['a.txt', escalation], ['README.md', ordinary['README.md']]] as const) {
        assert.deepEqual(await go(await client.open(name, text), 0, 'next'), { position: null, wrapped: false });
      }
    }));

  test('a request that makes no sense moves nothing', () =>
    withClient({}, async (client) => {
      const answer = await client.connection.sendRequest(timelineEntryRequest, { uri: 'untitled:a.md', direction: 'sideways' });
      assert.deepEqual(answer, { position: null, wrapped: false });
    }));
});
