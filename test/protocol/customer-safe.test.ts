import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { customerSafeRequest, type CustomerSafeResult } from '../../server/src/protocol';
import { escalation, note } from '../support/documents';
import { clients, withClient } from '../support/lsp-client';

const told = escalation.replace('Seat reservations time out', 'Dora Wells saw OPS-12 at Norwind, where seat reservations time out').replace('Priority: High', 'Priority: High\nOwner: Ana Lima');

describe('a copy for the customer', () => {
  for (const [named, capabilities] of [['UTF-16', clients.vscode], ['UTF-8', clients.neovim]] as const) {
    test(`knows what the other documents know, and changes nothing, where ${named} is spoken`, () =>
      withClient({ capabilities }, async (client) => {
        const document = await client.open('a.escalation.txt', told);
        const ask = (): Promise<CustomerSafeResult> => client.connection.sendRequest(customerSafeRequest, { uri: document.uri });
        const alone = await ask();
        assert.ok('text' in alone);
        assert.match(alone.text, /^Owner: Engineer A$/m);
        assert.match(alone.text, /^Dora Wells saw \[internal ticket 1\] at Norwind, where seat reservations/m);
        assert.match(alone.text, /^Customer Sentiment\n-+\n\[internal remark\]$/m);
        assert.deepEqual(alone.replaced, [{ kind: 'person', count: 1 }, { kind: 'ticket', count: 1 }, { kind: 'remark', count: 1 }]);

        const other = await client.open('b.escalation.txt', escalation.replace('Customer: Northwind Ferries', 'Customer: Norwind\nOwner: Dora Wells').replace('CE2041', 'CE2042'));
        await other.diagnostics();
        const known = await ask();
        assert.ok('text' in known);
        assert.match(known.text, /^Person A saw \[internal ticket 1\] at Customer B, where seat reservations/m);
        assert.match(known.text, /^Customer: Northwind Ferries$/m);
        assert.deepEqual(await ask(), known);
      }));
  }

  test('tells the lines to look at', () =>
    withClient({}, async (client) => {
      const { uri } = await client.open('a.escalation.txt', told.replace('Two sailings left half empty', 'Piet asked for 20 EUR'));
      const copy = await client.connection.sendRequest<CustomerSafeResult>(customerSafeRequest, { uri });
      assert.ok('text' in copy);
      assert.deepEqual(copy.unsure.map(({ text }) => text), ['CE2041', 'Piet', '20 EUR']);
      for (const { line, text } of copy.unsure) assert.ok(copy.text.split('\n')[line]?.includes(text), text);
    }));

  test('is refused where there is no incident document', () =>
    withClient({}, async (client) => {
      const { uri } = await client.open('c.md', note);
      assert.deepEqual(await client.connection.sendRequest(customerSafeRequest, { uri }), { refused: 'This document is not open as an incident document.' });
    }));
});
