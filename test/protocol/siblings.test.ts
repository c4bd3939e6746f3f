import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { folderWith, run } from '../support/command-line';
import { clients, eventually, withClient, type LspDocument } from '../support/lsp-client';

const incident = (title: string, ...items: string[]): string => `# ${title}\n\n## Summary\n\nOrders did not arrive.\n\n## Action Items\n\n${items.join('\n')}\n`;
const open = '- [ ] Alarm on the length of the order queue (@ivo, due 2036-05-01)';
const lost = incident('INC-118: post-mortem, orders lost', open);
const late = incident('INC-119: post-mortem, orders late', '- [ ] Replay the lost orders (@ivo, due 2036-05-01)');
const ours = ['duplicate-incident-id', 'broken-incident-reference', 'missing-sibling-field', 'recurring-action'];

const findings = async (document: LspDocument) => (await document.diagnostics()).filter(({ code }) => ours.includes(String(code)));
const codes = async (document: LspDocument) => (await findings(document)).map(({ code }) => code);

describe('what is found in one document because of another', () => {
  test('comes and goes with the other, and the editor is asked to look again', () =>
    withClient({}, async (client) => {
      const first = await client.open('file:///incidents/a.md', lost, 'markdown');
      assert.deepEqual(await codes(first), []);
      const second = await client.open('file:///incidents/b.md', late, 'markdown');
      assert.deepEqual(await codes(second), []);
      await second.type('arrive.', '\n\nThey came a day late.');
      await second.diagnostics();
      await new Promise((resolve) => setTimeout(resolve, 600));
      assert.equal(client.refreshes, 0, 'nothing has changed in what others find');

      await second.replace(second.text.indexOf('INC-119'), second.text.indexOf('INC-119') + 7, 'INC-118');
      await eventually(() => client.refreshes === 1);
      assert.deepEqual(await codes(first), ['duplicate-incident-id']);
      const [found] = await findings(first);
      assert.deepEqual(found?.relatedInformation, [
        { location: { uri: second.uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } }, message: 'It is the id of "INC-118: post-mortem, orders late".' },
      ]);

      await second.become(incident('INC-120: post-mortem, orders late', '- [ ] x', open));
      await eventually(() => client.refreshes === 2);
      const [recurring, ...more] = await findings(first);
      assert.deepEqual([recurring?.code, recurring?.severity, more.length], ['recurring-action', 4, 0]);
      assert.deepEqual(recurring?.range, { start: { line: 8, character: 6 }, end: { line: 8, character: open.length } });
      assert.deepEqual(recurring?.relatedInformation?.map(({ location }) => [location.uri, location.range.start.line]), [[second.uri, 9]]);

      await second.close();
      await eventually(() => client.refreshes === 3);
      assert.deepEqual(await codes(first), []);
    }));

  test('is pushed to a client that does not ask', () =>
    withClient({ capabilities: clients.pushed }, async (client) => {
      const first = await client.open('file:///incidents/a.md', lost, 'markdown');
      await client.open('file:///incidents/b.md', incident('INC-118: post-mortem, orders late', '- [ ] x'), 'markdown');
      const pushed = await eventually(() => client.published.findLast(({ uri, diagnostics }) => uri === first.uri && diagnostics.some(({ code }) => code === 'duplicate-incident-id')));
      assert.equal(pushed.version, first.version);
    }));

  test('is the same on the command line', async (context) => {
    const files = { 'a.md': lost, 'x/b.md': incident('INC-118: post-mortem, orders late', open), 'c.md': incident('INC-121: post-mortem, orders twice', open) };
    const folder = folderWith(context, files);
    const { stdout } = await run(folder, ['lint', '--format', 'json', '--now', '2026-03-11', 'a.md', 'x/b.md', 'c.md']);
    const onCommandLine = JSON.parse(stdout).flatMap(({ file, diagnostics }: { file: string; diagnostics: { rule: string; line: number; message: string; elsewhere?: { file: string; line: number; message: string }[] }[] }) =>
      diagnostics.filter(({ rule }) => ours.includes(rule)).map(({ rule, line, message, elsewhere = [] }) => [file, rule, line, message, elsewhere.map((other) => [other.file, other.line, other.message])]));
    await withClient({}, async (client) => {
      const documents: [string, LspDocument][] = [];
      const uriOf = (name: string) => pathToFileURL(`${folder}/${name}`).href;
      for (const [name, text] of Object.entries(files)) documents.push([name, await client.open(uriOf(name), text, 'markdown')]);
      await eventually(() => client.detections.length === documents.length);
      // who asks for the whole workspace gets it read at once
      await client.connection.sendRequest('workspace/symbol', { query: '' });
      const inEditor = [];
      for (const [name, document] of documents.sort(([a], [b]) => (a < b ? -1 : 1))) {
        for (const { code, range, message, relatedInformation = [] } of await findings(document)) {
          inEditor.push([name, code, range.start.line + 1, message, relatedInformation.map((other) => [Object.keys(files).find((file) => uriOf(file) === other.location.uri), other.location.range.start.line + 1, other.message])]);
        }
      }
      assert.ok(inEditor.length >= 4, `${inEditor.length} findings`);
      assert.deepEqual(inEditor, onCommandLine.sort(([a]: [string], [b]: [string]) => (a < b ? -1 : a > b ? 1 : 0)));
    });
  });
});

describe('incidentDocs/similar', () => {
  const about = (title: string, cause: string): string => `# Post-mortem: ${title}\n\nStatus: Resolved\nDate: 2026-03-02\n\n## Root Cause\n\n${cause}\n`;
  const expired = about('gateway refuses cards', 'The TLS certificate of the payment gateway had expired, as its renewal was switched off.');

  test('ranks the other documents and says what ties them', () =>
    withClient({}, async (client) => {
      const document = await client.open('file:///incidents/a.md', expired, 'markdown');
      assert.deepEqual(await document.similar(), { compared: 0, documents: [] });
      await client.open('file:///incidents/b.md', about('mails are refused', 'The certificate of the mail relay had expired: nobody watched its renewal.'), 'markdown');
      await client.open('file:///incidents/c.md', about('reports are empty', 'A disk of the warehouse was full.'), 'markdown');
      await eventually(() => client.detections.length === 3);
      const result = await document.similar();
      assert.equal(result?.compared, 2);
      const [found, ...others] = result?.documents ?? [];
      assert.deepEqual(others, []);
      assert.deepEqual({ ...found, score: 0 }, {
        uri: 'file:///incidents/b.md', title: 'Post-mortem: mails are refused', line: 0, score: 0, words: ['refuses', 'certificate', 'expired', 'renewal'], status: 'Resolved', day: Date.UTC(2026, 2, 2) / 86_400_000,
      });
      assert.ok(found!.score > 0.2 && found!.score < 1);
    }));

  test('answers null where there is no incident document', () =>
    withClient({}, async (client) => {
      assert.equal(await (await client.open('note.txt', 'Milk\n')).similar(), null);
    }));
});
