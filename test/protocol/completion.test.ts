import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol/node';
import { escalation, ordinary, postmortem } from '../support/documents';
import { clients, withClient, type LspClient, type LspDocument } from '../support/lsp-client';

const now = Date.UTC(2026, 2, 11, 10, 15);

/** What is offered right behind the first place of some words. */
async function behind(client: LspClient, document: LspDocument, words: string): Promise<readonly CompletionItem[]> {
  const position = document.position(document.text.indexOf(words) + words.length);
  const list = (await client.connection.sendRequest('textDocument/completion', { textDocument: { uri: document.uri }, position })) as CompletionList | null;
  return list?.items ?? [];
}

describe('completion', () => {
  test('a live entry, as the others are written, in the encoding of the client', () =>
    withClient({ capabilities: clients.neovim, initializationOptions: { now } }, async (client) => {
      const document = await client.open('a.md', postmortem.replace('## Root Cause', '🧯\n## Root Cause').replace('All payments succeed again\n', 'All payments succeed again\n- '));
      const [entry] = await behind(client, document, 'succeed again\n- ');
      const { start } = document.find('All payments succeed again');
      assert.deepEqual([entry?.label, entry?.detail, entry?.textEdit], ['2026-03-11 10:15', 'now (UTC)', {
        range: { start: { line: start.line + 1, character: 0 }, end: { line: start.line + 1, character: 2 } }, newText: '- **2026-03-11 10:15** – ',
      }]);
    }));

  test('values with what they mean, in the order that is meant', () =>
    withClient({}, async (client) => {
      const items = await behind(client, await client.open('a.md', postmortem), '**Status:** ');
      assert.deepEqual(items.map(({ label }) => label), ['Draft', 'In Review', 'Investigating', 'Identified', 'Mitigated', 'Monitoring', 'Resolved', 'Closed']);
      assert.deepEqual(items.map(({ sortText }) => sortText), items.map((_, place) => String(place).padStart(3, '0')));
      assert.equal(items.at(-1)?.documentation, 'Nothing is left to do: no action is open and no question pending.');
    }));

  test('a missing section, which pushes down what stands right behind it', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem.replace('## Root Cause', '## Detection\n\nBy an alarm.\n\n## Root Cause'));
      const items = await behind(client, document, 'switched it on again.\n');
      const resolution = items.find(({ label }) => label === 'Resolution');
      assert.equal((resolution?.textEdit as { newText: string } | undefined)?.newText, '\n## Resolution\n\n');
      const { start } = document.find('## Action Items');
      assert.deepEqual(resolution?.additionalTextEdits, [{ range: { start, end: start }, newText: '\n' }]);
    }));

  test('rules in a directive, those that find something here first', () =>
    withClient({}, async (client) => {
      const items = await behind(client, await client.open('a.md', postmortem.replace('## Impact', '<!-- incident-docs-disable-next-line -->\n## Impact')), 'disable-next-line ');
      assert.equal(items[0]?.label, 'timeline-order');
      assert.equal(items[0]?.detail, 'timeline');
    }));

  test('in the zone that the settings name, where the document names none', () =>
    withClient({ settings: { timeZone: 'Asia/Tokyo' }, initializationOptions: { now } }, async (client) => {
      const text = `${postmortem.slice(0, postmortem.indexOf('## Timeline'))}## Timeline\n\n- 2026-03-11 09:00 - Down\n- \n`;
      const [entry] = await behind(client, await client.open('a.md', text), 'Down\n- ');
      assert.equal(entry?.label, '2026-03-11 19:15');
    }));

  test('nothing in prose, and nothing in a document that is no incident document', () =>
    withClient({}, async (client) => {
      assert.deepEqual(await behind(client, await client.open('a.md', postmortem), 'Card payments'), []);
      assert.deepEqual(await behind(client, await client.open('b.txt', escalation), 'Seat reservations'), []);
      assert.deepEqual(await behind(client, await client.open('README.md', ordinary['README.md']), '\n'), []);
    }));
});
