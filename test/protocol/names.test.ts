import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DefinitionRequest, PrepareRenameRequest, ReferencesRequest, RenameRequest, type Location, type TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { clients, withClient, type LspDocument } from '../support/lsp-client';

const first = `# CE1042 - Customer Escalation Summary

- **Customer**: Norwind
- **Escalated**: 2024-01-02
- **Owner**: Ana Mora

## Impact

Like CE1041 🔥 CE1041 a year ago, see [CE1041](ce1041.md).

## Action Items

- [ ] Add a disk alarm (OPS-12), Ana Mora, 2024-02-01
`;
const second = first.replace('CE1042', 'CE1041').replace('Like CE1041 🔥 CE1041 a year ago, see [CE1041](ce1041.md).', 'None (OPS-12).');

const at = (document: LspDocument, words: string) => ({ textDocument: { uri: document.uri }, position: document.find(words).start });
const shown = (locations: readonly Location[] | null) => locations?.map(({ uri, range: { start, end } }) => `${uri.slice(uri.indexOf(':') + 1)} ${start.line}:${start.character}-${end.character}`);

describe('names across documents', () => {
  for (const [name, capabilities, columns] of [['UTF-16', clients.vscode, [15, 21]], ['UTF-8', clients.neovim, [17, 23]]] as const) {
    test(`are found, in ${name}`, () =>
      withClient({ capabilities }, async (client) => {
        const here = await client.open('a.md', first);
        await client.open('b.md', second);
        await here.diagnostics();
        const definition = await client.connection.sendRequest(DefinitionRequest.type, at(here, 'CE1041'));
        assert.deepEqual(shown(definition as Location[]), ['b.md 0:2-8']);
        const references = (includeDeclaration: boolean) => client.connection.sendRequest(ReferencesRequest.type, { ...at(here, 'CE1041'), context: { includeDeclaration } });
        const places = ['a.md 8:5-11', `a.md 8:${columns[0]}-${columns[1]}`];
        assert.deepEqual(shown(await references(false))?.slice(0, 2), places);
        assert.deepEqual(shown(await references(true))?.at(-1), 'b.md 0:2-8');
        const tickets = await client.connection.sendRequest(ReferencesRequest.type, { ...at(here, 'OPS-12'), context: { includeDeclaration: true } });
        assert.deepEqual(shown(tickets)?.map((place) => place.split(':')[0]), ['a.md 12', 'b.md 8', 'b.md 12']);
      }));
  }

  test('are renamed, but for addresses', () =>
    withClient({}, async (client) => {
      const here = await client.open('a.md', first);
      await client.open('b.md', second);
      await here.diagnostics();
      const edit = await client.connection.sendRequest(RenameRequest.type, { ...at(here, 'CE1041'), newName: ' CE2041 ' });
      const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
      assert.deepEqual(changes.map(({ textDocument, edits }) => [textDocument.uri, textDocument.version, edits.map((one) => ('newText' in one ? one.newText : ''))]), [
        ['untitled:a.md', 1, ['CE2041', 'CE2041', 'CE2041']],
        ['untitled:b.md', 1, ['CE2041']],
      ]);
    }));

  test('are renamed as owners', () =>
    withClient({ capabilities: { workspace: { configuration: true } } }, async (client) => {
      const here = await client.open('a.md', first);
      await client.open('b.md', second);
      await here.diagnostics();
      const edit = await client.connection.sendRequest(RenameRequest.type, { ...at(here, 'Ana Mora'), newName: '@Ana M. Lee' });
      assert.deepEqual(Object.entries(edit?.changes ?? {}).map(([uri, edits]) => [uri, edits.map(({ newText }) => newText)]), [
        ['untitled:a.md', ['Ana M. Lee', 'Ana M. Lee']], ['untitled:b.md', ['Ana M. Lee', 'Ana M. Lee']],
      ]);
    }));

  test('refuse with a sentence', () =>
    withClient({}, async (client) => {
      const here = await client.open('a.md', first);
      await client.open('b.md', second);
      await here.diagnostics();
      const rename = (words: string, newName: string) => client.connection.sendRequest(RenameRequest.type, { ...at(here, words), newName });
      await assert.rejects(rename('CE1042', 'CE1041'), /CE1041 is the id of another document/);
      await assert.rejects(rename('CE1042', '  '), /A name cannot be empty/);
      await assert.rejects(rename('CE1042', 'a|b'), /on one line/);
      await assert.rejects(rename('OPS-12', 'OPS-13'), /Only the id of an incident and an owner can be renamed/);
      assert.equal(await client.connection.sendRequest(PrepareRenameRequest.type, at(here, 'OPS-12')), null);
      assert.equal(await client.connection.sendRequest(PrepareRenameRequest.type, at(here, 'Like')), null);
      assert.deepEqual(await client.connection.sendRequest(PrepareRenameRequest.type, at(here, 'CE1042')), { range: here.find('CE1042'), placeholder: 'CE1042' });
    }));
});
