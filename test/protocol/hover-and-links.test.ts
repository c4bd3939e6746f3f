import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol/node';
import { escalation, ordinary, postmortem } from '../support/documents';
import { clients, eventually, withClient } from '../support/lsp-client';

const contents = (hover: Hover | null): MarkupContent => (hover?.contents ?? { kind: 'markdown', value: '' }) as MarkupContent;

describe('a hover', () => {
  test('is of the thing, in Markdown where the client prefers it', () =>
    withClient({ settings: { timeZone: 'Asia/Tokyo' } }, async (client) => {
      const document = await client.open('a.md', postmortem);
      const hover = await document.hover('2026-03-09 21:52');
      assert.deepEqual(hover?.range, document.find('2026-03-09 21:52'));
      const { kind, value } = contents(hover);
      assert.equal(kind, 'markdown');
      assert.match(value, /^\*\*UTC:\*\* Mon 2026-03-09 21:52 {2}\n\*\*Local \(Asia\/Tokyo\):\*\* Tue 2026-03-10 06:52$/m);
      assert.match(value, /\*\*Since the detection:\*\* 12 min \(\[line 18\]\(<untitled:a\.md#L18>\)\)/);
    }));

  test('is plain text for a client that prefers it, in its encoding', () =>
    withClient({ capabilities: clients.neovim, initializationOptions: { timeZone: 'Europe/Paris', commands: true } }, async (client) => {
      const document = await client.open('a.md', postmortem.replace('- **2026-03-09 21:52**', '- 🧯🧯 **2026-03-09 21:52**').replace('Immediate\n', 'Immediate\n\n- [ ] 🧯 Ask (@marta)\n'));
      const heading = await document.hover('Root Cause');
      assert.deepEqual(heading?.range, document.find('Root Cause'));
      assert.deepEqual(Object.keys(contents(heading)), ['kind', 'value']);
      assert.doesNotMatch(contents(heading).value, /[*[]|command:/);
      assert.deepEqual((await document.hover('@marta'))?.range, document.find('@marta'));
    }));

  test('names the command for similar incidents to a client that has it, and to no other', async () => {
    for (const [commands, expected] of [[true, true], [false, false]] as const) {
      await withClient({ initializationOptions: { commands } }, async (client) => {
        const { value } = contents(await (await client.open('a.md', postmortem)).hover('Root Cause'));
        assert.equal(value.includes('(command:incidentDocs.findSimilar?'), expected);
      });
    }
  });

  test('tells of an incident that another document bears, as it is now', () =>
    withClient({}, async (client) => {
      const other = await client.open('file:///docs/b.escalation.txt', escalation);
      const document = await client.open('file:///docs/a.md', postmortem.replace('Card payments failed', 'Since CE2041, card payments failed'));
      const told = async () => contents(await document.hover('CE2041')).value;
      await eventually(() => client.detections.length === 2);
      assert.match(await told(), /^\*\*\[CE2041 - Customer Escalation Summary\]\(<file:\/\/\/docs\/b\.escalation\.txt>\)\*\*\n\n\*\*Status:\*\* In Progress\n\nSeat reservations time out/);
      await other.type('Status: ', 'Resolved, was ');
      for (let tries = 0; tries < 100 && !(await told()).includes('Resolved, was'); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
      assert.match(await told(), /Resolved, was In Progress/);
      await other.close();
      assert.equal(await told(), '');
    }));

  test('there is none where nothing stands', () =>
    withClient({}, async (client) => {
      const document = await client.open('a.md', postmortem);
      for (const words of ['lost', 'openssl', 'Gathered in', 'shoppers']) assert.equal(await document.hover(words), null, words);
      const readme = await client.open('README.md', ordinary['README.md']);
      assert.equal(await readme.hover('Root cause'), null);
    }));
});

describe('links', () => {
  const settings = { links: { tickets: { 'PAY-(\\d+)': 'https://tickets.example.com/$1' } } };
  const written = postmortem.replace('Card payments', 'PAY-7: card payments').replace('Support answered', '[Support](support.md) [here](#root-cause) answered');

  test('of Markdown are its tickets: the rest is linked by the editor itself', () =>
    withClient({ settings }, async (client) => {
      const document = await client.open('file:///docs/a.md', written);
      assert.deepEqual(await document.links(), [{ range: document.find('PAY-7'), target: 'https://tickets.example.com/7', tooltip: 'Open PAY-7: https://tickets.example.com/7' }]);
    }));

  test('elsewhere are places and sections as well', () =>
    withClient({ settings, capabilities: clients.neovim }, async (client) => {
      const document = await client.open('file:///docs/a.postmortem.txt', written);
      assert.deepEqual(await document.links(), [
        { range: document.find('PAY-7'), target: 'https://tickets.example.com/7' },
        { range: document.find('support.md'), target: 'file:///docs/support.md' },
        { range: document.find('#root-cause'), target: 'file:///docs/a.postmortem.txt#L26' },
      ]);
    }));

  test('follow the settings at once; a pattern that cannot be used is told in the log', () =>
    withClient({}, async (client) => {
      const document = await client.open('file:///docs/a.md', written);
      assert.deepEqual(await document.links(), []);
      await client.configure(settings);
      assert.equal((await document.links()).length, 1);
      await client.configure({ links: { tickets: { '(PAY': 'https://x.example', 'PAY-\\d': 'command:x' } } });
      assert.deepEqual(await document.links(), []);
      assert.equal(client.log.filter((line) => /The pattern "\(PAY" is faulty|The address of "PAY-\\d" must be one/.test(line)).length, 2);
    }));

  test('of documents that are none of ours there are none', () =>
    withClient({ settings: { links: { tickets: { '\\w+': 'https://x.example/$0' } } } }, async (client) => {
      for (const [name, text] of Object.entries(ordinary)) assert.deepEqual(await (await client.open(name, text)).links(), [], name);
    }));
});
