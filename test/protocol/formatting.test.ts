import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DocumentFormattingRequest, DocumentOnTypeFormattingRequest, DocumentRangeFormattingRequest, type TextEdit } from 'vscode-languageserver-protocol/node';
import { convertRequest, formatRequest, type DocumentEdits } from '../../server/src/protocol';
import { applied } from '../support/applied';
import { ordinary } from '../support/documents';
import { clients, eventually, withClient, type LspDocument } from '../support/lsp-client';

const uneven = 'Post-mortem: the 🛗 of the town hall stood\n=====\n\nStatus: Resolved\n\n\nTimeline (UTC):\n---\n- 2026-03-01 10:00 - It stops\n* 2026-03-01 10:10 – Ben comes\n';
const even = `Post-mortem: the 🛗 of the town hall stood\n${'='.repeat(42)}\n\nStatus: Resolved\n\nTimeline (UTC):\n---------------\n- 2026-03-01 10:00 - It stops\n- 2026-03-01 10:10 - Ben comes\n`;
const options = { tabSize: 2, insertSpaces: true };

const formatted = ({ client, uri }: LspDocument): Promise<TextEdit[] | null> => client.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri }, options });
const apply = (text: string, edits: readonly TextEdit[] | null): string => applied(text, edits ?? []);

describe('formatting', () => {
  test('is registered for our own language alone', () =>
    withClient({}, async (client) => {
      await client.open('a.incident', uneven, 'incident');
      const registered = () => client.registrations.filter(({ method }) => /formatting$/i.test(method));
      await eventually(() => registered().length === 3);
      for (const { registerOptions } of registered()) assert.deepEqual((registerOptions as { documentSelector: unknown }).documentSelector, [{ language: 'incident' }]);
      assert.ok(!('documentFormattingProvider' in client.initialized.capabilities));
    }));

  test('in our own language, whole, a range, and on Enter', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.incident', uneven, 'incident');
      assert.equal(apply(uneven, await formatted(document)), even);
      const textDocument = { uri: document.uri };
      const range = await client.connection.sendRequest(DocumentRangeFormattingRequest.type, { textDocument, options, range: document.find('Ben') });
      assert.equal(apply(uneven, range), uneven.replace('---', '---------------').replace('* 2', '- 2').replace('–', '-'));
      await document.type('Ben comes', '\n');
      const position = document.position(document.text.length - 1);
      const typed = await client.connection.sendRequest(DocumentOnTypeFormattingRequest.type, { textDocument, options, position, ch: '\n' });
      assert.equal(apply(document.text, typed), uneven.replace('comes\n', 'comes\n* \n'));
    }));

  test('elsewhere is only by our own request, for the version at hand', () =>
    withClient({ capabilities: clients.neovim }, async (client) => {
      assert.equal(client.initialized.capabilities.documentFormattingProvider, true);
      const document = await client.open('a.md', uneven);
      assert.equal(await formatted(document), null);
      const result = (await client.connection.sendRequest(formatRequest, { uri: document.uri })) as Extract<DocumentEdits, { edits: unknown }>;
      assert.equal(result.version, document.version);
      // custom messages count in UTF-16, whatever was negotiated
      assert.equal(apply(uneven, result.edits), even);
    }));

  test('of what is no incident document is refused', () =>
    withClient({}, async (client) => {
      const document = await client.open('README.md', ordinary['README.md']);
      assert.deepEqual(await client.connection.sendRequest(formatRequest, { uri: document.uri }), { refused: 'This document is not open as an incident document.' });
    }));
});

describe('another notation', () => {
  test('is by our own request, or refused with a sentence', () =>
    withClient({ capabilities: clients.neovim }, async (client) => {
      const document = await client.open('a.txt', uneven);
      const result = (await client.connection.sendRequest(convertRequest, { uri: document.uri, to: 'markdown' })) as Extract<DocumentEdits, { edits: unknown }>;
      assert.equal(result.version, document.version);
      assert.equal(apply(uneven, result.edits), '# Post-mortem: the 🛗 of the town hall stood\n\n**Status:** Resolved\n\n\n## Timeline (UTC)\n\n- 2026-03-01 10:00 - It stops\n* 2026-03-01 10:10 – Ben comes\n');
      await document.become('# Post-mortem: no lift\n\n## Timeline\n\n<b>Ben</b>\n');
      assert.deepEqual(await client.connection.sendRequest(convertRequest, { uri: document.uri, to: 'plainText' }), { refused: 'Line 5 holds HTML or a picture, for which plain text has no form.' });
    }));
});
