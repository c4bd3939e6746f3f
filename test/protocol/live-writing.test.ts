import { applied } from '../support/applied';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TextEdit } from 'vscode-languageserver-textdocument';
import {
  clockRequest, insertEntryNowRequest, milestoneChoicesRequest, statusChoicesRequest,
  type IncidentClock, type InsertEntryNowResult, type MilestoneChoices, type StatusChoices,
} from '../../server/src/protocol';
import { note } from '../support/documents';
import { clients, withClient, type LspClient, type LspDocument } from '../support/lsp-client';

/** The server's present is 2026-03-11 12:00 UTC. */
const log = `# Post-mortem: the van 🚚

**Status:** Investigating
**Next update:** 12:30 UTC

## Impact

Nothing is delivered.

## Timeline (UTC)

- **09:00** – The van 🚚 stops
- **10:15** – Ivo looks at it

## Action Items

- [ ] Oil the van (@ivo)
`;

/** Asks for edits and lets the document become what they make of it. */
async function become(document: LspDocument, { edits }: { readonly edits: TextEdit[] }): Promise<void> {
  await document.become(applied(document.text, edits));
}

describe('writing while an incident goes on', () => {
  for (const [encoding, capabilities] of [['UTF-16', clients.vscode], ['UTF-8', clients.neovim]] as const) {
    test(`from the first look to the end, in UTF-16, where ${encoding} is spoken`, () =>
      withClient({ capabilities, settings: { timeZone: 'Europe/Berlin' } }, async (client) => {
        const document = await client.open('2026-03-11-van.md', log.replace('## Timeline', 'On 2026-03-11.\n\n## Timeline'));
        const ask = asking(client, document);

        assert.deepEqual(await ask.clock(), {
          state: 'running', elapsed: '3 h', start: { line: 13, name: 'First entry of the timeline' }, nextUpdate: { line: 3, isOverdue: false, in: '30 min' }, changesIn: 60,
        });

        const inserted = await ask.insert('Impact');
        assert.ok('edits' in inserted, JSON.stringify(inserted));
        await become(document, inserted);
        assert.ok(document.text.includes('- **10:15** – Ivo looks at it\n- **12:00** – \n'), document.text);
        assert.deepEqual(inserted.cursor, { edit: 0, offset: '\n- **12:00** – '.length });
        await document.type('**12:00** – ', 'It is oiled 🛢');

        const milestones = await ask.milestones('It is oiled');
        assert.ok('choices' in milestones);
        assert.equal(milestones.entry, 'It is oiled 🛢');
        assert.deepEqual(milestones.choices.map(({ name }) => name), ['Started', 'Detected', 'Acknowledged', 'Declared', 'Escalated', 'Identified', 'Mitigated', 'Resolved']);
        const mitigated = milestones.choices.find(({ name }) => name === 'Mitigated');
        assert.ok(mitigated && 'edits' in mitigated.change && !mitigated.isMarked && mitigated.line === null);
        await become(document, mitigated.change);
        assert.ok(document.text.includes('- **12:00** – **Mitigated:** It is oiled 🛢\n'));
        const again = await ask.milestones('It is oiled');
        assert.ok('choices' in again && again.choices.find(({ name }) => name === 'Mitigated')?.isMarked);

        const statuses = await ask.statuses();
        assert.ok('choices' in statuses);
        assert.deepEqual(statuses.choices.filter(({ isCurrent }) => isCurrent).map(({ value }) => value), ['Investigating']);
        const before = document.text;
        const resolved = statuses.choices.find(({ value }) => value === 'Resolved') ?? assert.fail();
        await become(document, resolved);
        assert.equal(document.text, before.replace('Investigating', 'Resolved'));
        assert.deepEqual(await ask.clock(), { state: 'ended', took: null });
      }));
  }

  test('is for the version that was asked about alone', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', log);
      const params = { uri: document.uri, version: 7, position: { line: 0, character: 0 } };
      for (const method of [insertEntryNowRequest, milestoneChoicesRequest]) {
        assert.deepEqual(await client.connection.sendRequest(method, params), { refused: 'The document has changed meanwhile; try again.' });
      }
      const outside = await client.connection.sendRequest(milestoneChoicesRequest, { ...params, version: 1 });
      assert.deepEqual(outside, { refused: 'Put the cursor on an entry of the timeline first.' });
    }));

  test('is refused where there is no incident document', () =>
    withClient({}, async (client) => {
      const document = await client.open('b.md', note);
      const ask = asking(client, document);
      for (const answer of [await ask.insert('Milk'), await ask.statuses(), await ask.milestones('Milk')]) assert.deepEqual(answer, { refused: 'This document is not open as an incident document.' });
      assert.equal(await ask.clock(), null);
    }));
});

function asking({ connection }: LspClient, document: LspDocument) {
  const place = (words: string) => ({ uri: document.uri, version: document.version, position: document.find(words).start });
  return {
    insert: (words: string): Promise<InsertEntryNowResult> => connection.sendRequest(insertEntryNowRequest, place(words)),
    milestones: (words: string): Promise<MilestoneChoices> => connection.sendRequest(milestoneChoicesRequest, place(words)),
    statuses: (): Promise<StatusChoices> => connection.sendRequest(statusChoicesRequest, { uri: document.uri }),
    clock: (): Promise<IncidentClock | null> => connection.sendRequest(clockRequest, { uri: document.uri }),
  };
}
