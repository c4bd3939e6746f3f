import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CancellationTokenSource, WorkDoneProgress, type WorkDoneProgressBegin, type WorkDoneProgressEnd, type WorkDoneProgressReport } from 'vscode-languageserver-protocol/node';
import { folderWith } from '../support/command-line';
import { uriOf, withClient, type LspClient } from '../support/lsp-client';
import { folderOfMany } from '../support/many-documents';
import type { ListedItem, ListedPlan } from '../../server/src/protocol';

const incident = (id: string, day: string, ...items: string[]): string => `# ${id}: post-mortem, orders lost\n\n**Status:** Resolved\n**Date:** ${day}\n\n## Summary\n\nOrders did not arrive.\n\n## Action Items\n\n${items.join('\n')}\n`;
const files = {
  'a/old.md': incident('INC-1', '2025-01-03', '- [ ] Alarm on the queue (OPS-4, @ivo, due 2026-03-01)', '- [x] Replay the orders (@ana)'),
  'a/done.md': incident('INC-2', '2025-06-01', '- [x] Replay the orders again'),
  'b/new.md': incident('INC-3', '2026-03-02', '- Write to the customers', '- [ ] Alarm on the disk, owner: Ana Mora', '- [X] Larger disk'),
  'b/none.md': '# INC-4: post-mortem, mail late\n\n**Status:** Resolved\n\n## Timeline (UTC)\n\n- 2026-03-09 21:40 – Mail is late\n- 2026-03-09 22:10 – Mail flows\n\n## Root Cause\n\nA disk.\n',
  'b/shopping.md': '# Shopping\n\n- [ ] Milk\n',
};

const brief = ({ uri, items, done, tracked, total }: ListedPlan) => [uri.slice(uri.lastIndexOf('/') + 1), `${done}/${tracked}/${total}`, ...items.map(({ title, state }) => `${state}: ${title}`)];

describe('incidentDocs/plans', () => {
  test('lists the workspace, the latest incidents first, with all that a list tells', (context) => {
    const folder = folderWith(context, files);
    return withClient({ folders: [folder], settings: { links: { tickets: { 'OPS-\\d+': 'https://tickets.invalid/$0' } } } }, async (client) => {
      const { plans, leftOut } = await client.plans();
      assert.deepEqual(plans.map(({ uri }) => uri), ['b/new.md', 'a/done.md', 'a/old.md'].map((file) => uriOf(path.join(folder, file))));
      assert.deepEqual(leftOut, { documents: 0, items: 0 });
      const [latest, , oldest] = plans.map(brief);
      assert.deepEqual(latest?.slice(0, 2), ['new.md', '1/2/3']);
      assert.deepEqual(oldest?.slice(1), ['1/2/2', 'open: Alarm on the queue', 'done: Replay the orders']);
      const [alarm, replay] = plans[2]!.items;
      assert.deepEqual([alarm?.line, alarm?.owner, alarm?.ownerKey, alarm?.due?.date, alarm?.group, alarm?.gestures.includes('toggle')], [11, '@ivo', 'ivo', '2026-03-01', 'Action Items', true]);
      assert.deepEqual(alarm?.tickets, [{ key: 'OPS-4', url: 'https://tickets.invalid/OPS-4' }]);
      assert.equal(alarm?.due?.overdue, true);
      assert.equal(replay?.state, 'done');
      assert.equal(plans[2]?.asOf, '2026-03-11');
    });
  });

  test('leaves out what is done on request, and counts it', (context) =>
    withClient({ folders: [folderWith(context, files)] }, async (client) => {
      const { plans } = await client.plans({ openOnly: true });
      assert.deepEqual(plans.map((plan) => brief(plan).slice(0, 2)), [['new.md', '1/2/3'], ['old.md', '1/2/2']]);
      assert.ok(plans.every(({ items }) => items.every(({ state }) => state !== 'done')));
    }));

  test('answers for single documents as they are now: open ones as they are written, others as they lie on the disk', (context) => {
    const folder = folderWith(context, files);
    const [old, fresh, none] = ['a/old.md', 'b/new.md', 'b/none.md'].map((file) => uriOf(path.join(folder, file))) as [string, string, string];
    return withClient({ folders: [folder] }, async (client) => {
      const document = await client.open(fresh, files['b/new.md'], 'markdown');
      const before = await client.plans({ uris: [fresh] });
      await document.type('- [ ] Alarm', ' soon');
      const { plans } = await client.plans({ uris: [old, none, fresh, 'file:///nowhere/x.md'] });
      assert.deepEqual(plans.map(({ uri }) => uri), [old, fresh], 'in the order asked for, without what has no items');
      const changed = plans[1]!.items.map(({ id }, at) => id !== before.plans[0]!.items[at]!.id);
      assert.deepEqual(changed, [false, true, false], 'an id goes with the words');
      const toggled = await document.toggle(plans[1]!.items[2]!.id, false);
      assert.deepEqual('edits' in toggled && toggled.edits.map(({ newText }) => newText), [' '], 'and is what a gesture names');

      writeFileSync(path.join(folder, 'a/old.md'), incident('INC-1', '2025-01-03', '- [ ] Something else'));
      assert.deepEqual((await client.plans({ uris: [old] })).plans.map((plan) => brief(plan)[2]), ['open: Something else']);
      rmSync(path.join(folder, 'a/old.md'));
      assert.deepEqual((await client.plans({ uris: [old] })).plans, []);
    });
  });

  test('what is listed of a document is what its own plan says', (context) => {
    const folder = folderWith(context, files);
    return withClient({ folders: [folder] }, async (client) => {
      const closed = (await client.plans()).plans;
      for (const [file, text] of Object.entries(files)) {
        const uri = uriOf(path.join(folder, file));
        const document = await client.open(uri, text, 'markdown');
        const plan = await document.plan();
        const facts = ({ id, line, text, title, state, owner, due, tickets, gestures }: Omit<ListedItem, 'group' | 'ownerKey'>) => ({ id, line, text, title, state, owner, due, tickets, gestures });
        const items = plan?.groups.flatMap((group) => group.items.map(facts)) ?? [];
        const listed = closed.find((other) => other.uri === uri)?.items.map(facts) ?? [];
        assert.deepEqual(listed, items, file);
      }
    });
  });
});

describe('incidentDocs/plans of 2000 documents', () => {
  let many: ReturnType<typeof folderOfMany>;
  before(() => (many = folderOfMany(2000)));
  after(() => many.remove());

  const withMany = (script: (client: LspClient) => Promise<void>) => withClient({ folders: [many.folder] }, script);

  test('lists so many of the latest incidents, and says how much is left out', (context) =>
    withMany(async (client) => {
      const start = performance.now();
      const { plans, leftOut } = await client.plans();
      const first = performance.now() - start;
      const listed = plans.flatMap(({ items }) => items);
      assert.equal(listed.length, 5000);
      assert.ok(leftOut.items > 5000 && leftOut.documents > 1000, JSON.stringify(leftOut));
      assert.ok(plans.length + leftOut.documents === 2000);
      const again = performance.now();
      const open = await client.plans({ openOnly: true });
      context.diagnostic(`${first.toFixed(0)} ms with the reading of the folder, ${(performance.now() - again).toFixed(0)} ms once more; ${(JSON.stringify(open).length / 1024).toFixed(0)} KB`);
      assert.equal(open.plans.flatMap(({ items }) => items).length, 5000);
      const years = open.plans.map(({ uri }) => Number(/incident-(\d+)/.exec(uri)?.[1]) % 7);
      assert.ok(years.every((year, at) => at === 0 || year <= years[at - 1]!), 'the latest first');
    }));

  test('stops when it is cancelled, and the server goes on', () =>
    withMany(async (client) => {
      const source = new CancellationTokenSource();
      const answer = client.plans({}, source.token);
      setTimeout(() => source.cancel(), 60);
      await assert.rejects(answer, { code: -32800 });
      assert.equal((await client.plans({ openOnly: true })).plans.flatMap(({ items }) => items).length, 5000);
    }));

  test('tells how far it is, by the token of the request and by nothing else', () =>
    withMany(async (client) => {
      const told: (WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd)[] = [];
      client.connection.onProgress(WorkDoneProgress.type, 'mine', (value) => void told.push(value));
      await client.plans({ workDoneToken: 'mine' });
      assert.deepEqual([told[0]?.kind, told.at(-1)?.kind], ['begin', 'end']);
      assert.deepEqual(client.progress, [], 'the server shows no progress of its own beside it');
    }));
});
