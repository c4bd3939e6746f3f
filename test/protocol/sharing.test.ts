import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ExportedText, exportPlanRequest, planFormatNames } from '../../server/src/protocol';
import { ordinary, postmortem } from '../support/documents';
import { withClient, type LspClient } from '../support/lsp-client';

const now = Date.parse('2026-11-21T12:00:00Z');
const written = async ({ connection }: LspClient, uri: string, format: string) => ExportedText.parse(await connection.sendRequest(exportPlanRequest, { uri, format }));

describe('a plan in another format', () => {
  test('is that of the present text, in every format, with a name for its file', () =>
    withClient({ initializationOptions: { now } }, async (client) => {
      const document = await client.open('checkout.md', postmortem);
      for (const format of planFormatNames) {
        const exported = await written(client, document.uri, format);
        assert.ok('text' in exported, format);
        assert.match(exported.name, /^checkout-action-plan\.(csv|json|html|md|txt|ics)$/);
        assert.match(exported.text, /renewal job on again/);
      }
      await document.become(postmortem.replace('Switch the renewal job', 'Start the renewal job'));
      const changed = await written(client, document.uri, 'csv');
      assert.ok('text' in changed && changed.text.includes('Start the renewal job on again'));
    }));

  test('is as of the day that the client says it is', () =>
    withClient({ initializationOptions: { now } }, async (client) => {
      const { uri } = await client.open('checkout.md', postmortem);
      const exported = await written(client, uri, 'text');
      assert.ok('text' in exported && exported.text.includes('as of 2026-11-21'));
    }));

  test('is refused, with a sentence, where there is none', () =>
    withClient({}, async (client) => {
      const note = await client.open('note.md', ordinary['note.txt']);
      const empty = await client.open('empty.md', '# Post-mortem: no mail\n\n## Impact\n\nNo mail.\n\n## Root Cause\n\nA full disk.\n\n## Timeline (UTC)\n\n- 2026-03-01 10:00 - It stops\n- 2026-03-01 10:10 - It runs again\n');
      const answers = await Promise.all([note.uri, empty.uri, 'file:///none.md'].map((uri) => written(client, uri, 'csv')));
      assert.deepEqual(answers.map((answer) => 'refused' in answer && answer.refused), [
        'This document is not open as an incident document.', 'This document has no action items to share.', 'This document is not open as an incident document.',
      ]);
    }));

  test('of no format that there is, is refused as well', () =>
    withClient({}, async (client) => {
      const { uri } = await client.open('checkout.md', postmortem);
      assert.ok('refused' in (await written(client, uri, 'pdf')));
    }));
});
