import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Digest } from '../../server/src/workspace/digest';
import { latestFirst, mostFound, SymbolSearch } from '../../server/src/workspace/symbol-search';

const digest = (title: string, ids: string[], day: number | null, entries: string[] = [], items: string[] = []): Digest => ({
  uri: `file:///${title}`, kind: 'postmortem', title: { line: 0, text: title }, ids, status: null, summary: '', day, fields: [],
  entries: entries.map((text, index) => ({ line: 10 + index, text })), items: items.map((text, index) => ({ line: 20 + index, text, state: 'open', owner: null, due: null, followUp: '' })),
  mentions: [], owners: [], tickets: [], names: [], isModel: false, labels: [], customers: [], terms: '', links: [],
});

const digests = [
  digest('Checkout refused cards', ['INC-42'], 100, ['10:00 Search is slow', '10:10 A new certificate is rolled out'], ['Alarm on certificates']),
  digest('INC-7: Search was down', ['INC-7'], 200, ['09:00 The search cluster restarts'], ['Write a runbook for search']),
  digest('Research data lost', [], null),
];

function find(query: string): string[] {
  const search = new SymbolSearch(query);
  for (const each of latestFirst(digests)) search.take(each);
  return search.found.map(({ name }) => name);
}

describe('workspace symbols', () => {
  const rows: readonly (readonly [query: string, names: readonly string[]])[] = [
    ['', ['INC-7: Search was down', 'Checkout refused cards', 'INC-42', 'Research data lost']],
    ['inc-42', ['INC-42']],
    ['INC', ['INC-7: Search was down', 'INC-42']],
    ['search', ['INC-7: Search was down', 'Research data lost', 'Write a runbook for search', '09:00 The search cluster restarts', '10:00 Search is slow']],
    ['down search', ['INC-7: Search was down']],
    ['cert', ['Alarm on certificates', '10:10 A new certificate is rolled out']],
    ['certi new', ['10:10 A new certificate is rolled out']],
    ['chrfcd', ['Checkout refused cards']],
    ['ertificate', []],
    ['zzz', []],
  ];
  for (const [query, names] of rows) test(`"${query}"`, () => assert.deepEqual(find(query), names));

  test('say in which document they are', () => {
    const search = new SymbolSearch('cert');
    for (const each of digests) search.take(each);
    assert.deepEqual(search.found[0], { uri: 'file:///Checkout refused cards', line: 20, name: 'Alarm on certificates', role: 'open', container: 'Checkout refused cards' });
  });

  test('are not more than anybody reads, and titles first', () => {
    const search = new SymbolSearch('disk');
    for (let number = 0; number < 300; number++) search.take(digest(`${number} days`, [], number, ['The disk is full', 'The disk is replaced']));
    search.take(digest('A full disk', [], 0));
    assert.equal(search.found.length, mostFound);
    assert.equal(search.found[0]?.name, 'A full disk');
  });
});
