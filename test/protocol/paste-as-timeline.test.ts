import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pasteFormats } from '../../server/src/features/paste/formats';
import { pasteAsTimelineRequest, type PasteAsTimelineParams, type PasteAsTimelineResult } from '../../server/src/protocol';
import { applied } from '../support/applied';
import { note, postmortem } from '../support/documents';
import { clients, withClient } from '../support/lsp-client';

const both = [['UTF-16', clients.vscode], ['UTF-8', clients.neovim]] as const;
const chat = 'Ana Lima  10:55 PM\nThe van 🚚 is there\n';

describe('pasting into a timeline', () => {
  for (const [encoding, capabilities] of both) {
    test(`is edits of the version that was asked for, in UTF-16, where ${encoding} is spoken`, () =>
      withClient({ capabilities, settings: { timeZone: 'Europe/Berlin' } }, async (client) => {
        const document = await client.open('a.md', postmortem);
        const ask = (params: Partial<PasteAsTimelineParams> = {}): Promise<PasteAsTimelineResult> =>
          client.connection.sendRequest(pasteAsTimelineRequest, { uri: document.uri, version: 1, position: document.find('22:30').start, text: chat, ...params });
        const pasted = await ask();
        assert.ok('edits' in pasted);
        assert.deepEqual([pasted.version, pasted.format, pasted.entries], [1, 'Slack', [{ start: '2026-03-11T21:55', text: 'Ana Lima: The van 🚚 is there' }]]);
        assert.deepEqual(pasted.notes, ['The text states no date; 2026-03-11 is taken.', 'The text states no time zone; Europe/Berlin is taken.']);
        const text = applied(postmortem, pasted.edits);
        assert.equal(text, postmortem.replace('succeed again\n', 'succeed again\n- **2026-03-11 21:55** – Ana Lima: The van 🚚 is there\n'));
        for (const { id, example } of pasteFormats) assert.ok('edits' in (await ask({ text: example })), id);
        for (const params of [{ version: 7 }, { text: 'Milk, bread' }, { position: { line: 0, character: 0 } }]) assert.ok('refused' in (await ask(params)));
      }));
  }

  test('of a selection is the change of its lines', () =>
    withClient({ settings: { timeZone: 'UTC' } }, async (client) => {
      const text = postmortem.replace('## Root Cause', `${chat}\n## Root Cause`);
      const document = await client.open('c.md', text);
      const [start, end] = [document.find('Ana Lima').start, document.find('The van 🚚 is there').end];
      const pasted = await client.connection.sendRequest<PasteAsTimelineResult>(pasteAsTimelineRequest, { uri: document.uri, version: 1, position: start, text: chat, replacing: { start, end } });
      assert.ok('edits' in pasted, JSON.stringify(pasted));
      assert.equal(applied(text, pasted.edits), postmortem.replace('succeed again\n', 'succeed again\n- **2026-03-11 22:55** – Ana Lima: The van 🚚 is there\n'));
    }));

  test('is refused where there is no incident document', () =>
    withClient({}, async (client) => {
      const { uri } = await client.open('b.md', note);
      assert.deepEqual(await client.connection.sendRequest(pasteAsTimelineRequest, { uri, version: 1, position: { line: 0, character: 0 }, text: chat }), { refused: 'This document is not open as an incident document.' });
    }));
});
