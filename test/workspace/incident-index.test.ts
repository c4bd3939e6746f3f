import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { parse } from '../../server/src/document/document';
import { digestOf, type Digest } from '../../server/src/workspace/digest';
import { IncidentIndex } from '../../server/src/workspace/incident-index';
import { postmortem } from '../support/documents';

const digest = (uri: string, ids: string[], mentions: string[], owners: string[], tickets: string[] = []): Digest =>
  ({ uri, kind: 'postmortem', title: null, ids, status: null, summary: '', day: null, fields: [], entries: [], items: [], mentions, owners, tickets, names: [], isModel: false, labels: [], customers: [], terms: '', links: [] });

/** Everything that an index answers to a few questions. */
const answers = (index: IncidentIndex, words: readonly string[]): unknown => [
  index.size, index.digests, [...index.owners].sort(), [...index.tickets].sort(),
  words.map((word) => [index.bearing(word), index.mentioning(word), index.ownedBy(word)].map((found) => found.map(({ uri }) => uri))),
];

describe('an index', () => {
  test('after any changes is the same as a fresh one', () => {
    const words = ['INC-1', 'inc-1', 'CASE 7', '7', '@ana', 'Ana', 'Ben Ito', '#12'];
    const some = fc.uniqueArray(fc.constantFrom(...words), { maxLength: 3 });
    const uri = fc.constantFrom('file:///a', 'file:///b', 'file:///c', 'file:///d');
    const change = fc.oneof(fc.tuple(uri, some, some, some, some), fc.tuple(uri));
    fc.assert(fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const index = new IncidentIndex();
      const last = new Map<string, Digest>();
      for (const [at, ids, mentions, owners, tickets] of changes) {
        // what is asked between changes must not be remembered
        void [index.digests, index.owners, index.tickets];
        if (ids === undefined) {
          index.delete(at);
          last.delete(at);
        } else {
          const made = digest(at, ids, mentions!, owners!, tickets);
          index.set(made);
          last.set(at, made);
        }
      }
      const fresh = new IncidentIndex();
      for (const made of [...last.values()].toReversed()) fresh.set(made);
      assert.deepEqual(answers(index, words), answers(fresh, words));
    }));
  });

  test('knows who bears, mentions and owns what, in whatever spelling', () => {
    const index = new IncidentIndex();
    index.set(digest('file:///b', ['INC-1'], ['inc-1', 'inc-2'], ['@ana']));
    index.set(digest('file:///a', ['INC-2'], [], ['Ana', 'Ben']));
    assert.deepEqual(index.digests.map(({ uri }) => uri), ['file:///a', 'file:///b']);
    assert.deepEqual(index.bearing('inc-2').map(({ uri }) => uri), ['file:///a']);
    assert.deepEqual(index.mentioning('INC-2').map(({ uri }) => uri), ['file:///a', 'file:///b']);
    assert.deepEqual(index.ownedBy('ANA').map(({ uri }) => uri), ['file:///a', 'file:///b']);
  });

  test('names an owner as most documents do', () => {
    const index = new IncidentIndex();
    for (const [name, owner] of ['@ana', 'Ana', 'Ana', 'Ben'].entries()) index.set(digest(`file:///${name}`, [], [], [owner]));
    assert.deepEqual([...index.owners], [['Ana', 3], ['Ben', 1]]);
  });
});

describe('a digest', () => {
  const made = digestOf('file:///a.md', parse(postmortem))!;

  test('tells a document in brief', () => {
    assert.deepEqual(made.title, { line: 0, text: '🧯 Post-mortem: checkout refused cards' });
    assert.equal(made.status, 'Mitigated');
    assert.equal(made.summary, 'Card payments failed for a fifth of the shoppers between 9 and 11 March 2026.');
    assert.equal(made.entries.length, 6);
    assert.equal(made.entries[0]?.text, '2026-03-09 21:40 The error rate of the payment gateway passes its alarm');
    assert.deepEqual(made.items.map(({ state, owner, due }) => [state, owner, due]), [['done', '@marta', null], ['open', '@ivo', '2036-03-20'], ['open', '@ivo', '2036-05-29'], ['open', '@marta', '2036-05-29']]);
    assert.deepEqual(made.owners, ['@marta', '@ivo']);
  });

  const rows: readonly (readonly [header: string, owners: readonly string[]])[] = [
    ['Owner: Ana Mora, Ben Ito (lead) and Cem', ['Ana Mora', 'Ben Ito', 'Cem']],
    ['Owner: TBD', []],
    ['Author: Ana Mora & the storage team', ['Ana Mora', 'the storage team']],
  ];
  for (const [header, owners] of rows) test(header, () => assert.deepEqual(digestOf('file:///a.md', parse(`# Post-mortem: search was down\n\n${header}\n\n## Impact\n\nNone.\n\n## Root Cause\n\nA disk.\n`))?.owners, owners));

  test('has tickets, and not the own id among them', () => {
    const text = '# INC-42: search was down\n\n## Root Cause\n\nAs in OPS-12, UTF-8 and prod_20250426_x.\n\n## Action Items\n\n- [ ] Add an alarm (#7)\n';
    assert.deepEqual(digestOf('file:///a.md', parse(text))?.tickets, ['OPS-12', '#7']);
  });

  test('has where its links lead, but no addresses', () => {
    const text = `${postmortem}\n[a](../b.md#c), [d](https://x.example/e), [f](#g), [h](<i>), [j](//k), ![l](m.png "n")\n`;
    assert.deepEqual(digestOf('file:///a.md', parse(text))?.links, ['../b.md#c', 'i', 'm.png']);
  });

  test('keeps no text alive', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const used = (): number => {
      collect();
      return process.memoryUsage().heapUsed / 1024 / 1024;
    };
    const before = used();
    const links = Array.from({ length: 20 }, (_, number) => `[a](../documents/of/another/kind-${number}.md) inc-2024-0${number}0 OPS-11${number}00000\n`).join('');
    const header = '**Incident ID:** inc-20260309-checkout\n**Owner:** maximiliane of the storage team\n**Status:** mitigated, and watched closely';
    const kept = Array.from({ length: 30 }, (_, number) =>
      digestOf(`file:///${number}.md`, parse(`${postmortem.replace('**Status:** Mitigated', header)}\n${links}${`${number} of many words that nobody looks for\n`.repeat(25_000)}`)));
    assert.equal(kept[29]?.links.length, 20);
    // the latest document is remembered, whatever it is
    digestOf('file:///a.md', parse(postmortem));
    const more = used() - before;
    assert.ok(more < 6, `${more.toFixed(1)} MB are left of 30 documents of 1 MB`);
  });

  test('is null of what is no incident document', () => assert.equal(digestOf('file:///a.md', parse('# Shopping\n\nMilk.\n')), null));
});
