import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { digestOf } from '../../server/src/workspace/digest';
import { KnownFiles } from '../../server/src/workspace/known-files';
import { KnownSiblings } from '../../server/src/workspace/known-siblings';
import { targetOf } from '../../server/src/workspace/link-target';
import { indexOf, root } from '../support/siblings';

const text = '# INC-118: orders lost\n\nCustomer: Alder\n\n## Summary\n\nSee INC-112.\n\n## Action Items\n\n- [ ] Alarm on the length of the order queue\n';

describe('the revision of an index', () => {
  const changes: readonly (readonly [name: string, changed: string, counts: boolean])[] = [
    ['stays with the text', text, false],
    ['stays when words come', text.replace('See', 'They were gone. See'), false],
    ['stays when lines move', text.replace('See', 'They were gone.\n\nSee'), false],
    ['stays when the title changes', text.replace('orders', 'parcels'), false],
    ['changes with an id', text.replace('INC-118', 'INC-119'), true],
    ['changes with a mention', text.replace('INC-112', 'INC-113'), true],
    ['changes with a link', text.replace('See', 'See [it](a.md),'), true],
    ['changes with a fact', text.replace('Customer', 'Severity'), true],
    ['changes with a label', text.replace('Customer', 'Depot'), true],
    ['changes with an action', text.replace('order queue', 'mail queue'), true],
    ['changes when an action is done', text.replace('[ ]', '[x]'), true],
  ];
  for (const [name, changed, counts] of changes) {
    test(name, () => {
      const index = indexOf({ 'b.md': text });
      const before = index.revision;
      index.set(digestOf(`${root}b.md`, parse(changed, { declared: true, fileName: 'b.md' }))!);
      assert.equal(index.revision !== before, counts);
    });
  }

  test('beside a document stays when that one changes', () => {
    const index = indexOf({ 'a.md': text, 'b.md': text });
    const [besideA, besideB] = [index.revisionBeside(`${root}a.md`), index.revisionBeside(`${root}b.md`)];
    index.set(digestOf(`${root}a.md`, parse(text.replace('INC-118', 'INC-119'), { declared: true, fileName: 'a.md' }))!);
    assert.equal(index.revisionBeside(`${root}a.md`), besideA);
    assert.notEqual(index.revisionBeside(`${root}b.md`), besideB);
  });

  test('changes when a document or a file comes or goes', () => {
    const index = indexOf({ 'b.md': text });
    const seen = new Set([index.revision]);
    for (const change of [() => index.files.add(`${root}c.md`), () => index.delete(`${root}b.md`), () => index.files.delete(`${root}c.md`)]) {
      change();
      assert.ok(!seen.has(index.revision));
      seen.add(index.revision);
    }
    index.delete(`${root}b.md`);
    index.files.delete(`${root}gone.md`);
    assert.ok(seen.has(index.revision));
  });
});

test('what was taken out of an index leaves nothing behind', () => {
  const index = indexOf({ 'a.md': text, 'b.md': text });
  index.delete(`${root}b.md`);
  assert.deepEqual([index.named('inc-118').length, index.mentioning('INC-112').length, index.factsIn(root, 'postmortem')?.documents], [1, 1, 1]);
  index.delete(`${root}a.md`);
  assert.deepEqual([index.named('inc-118').length, index.isBorne('inc-118'), index.factsIn(root, 'postmortem'), [...index.mentioned]], [0, false, undefined, []]);
});

test('what a crowd has in common is nobody\'s', () => {
  const index = indexOf(Object.fromEntries(Array.from({ length: 51 }, (_, number) => [`${number}.md`, text])));
  const siblings = KnownSiblings.of(index, `${root}0.md`)!;
  assert.deepEqual([siblings.named('INC-118'), siblings.followUps(index.of(`${root}0.md`)!.items[0]!.followUp)], [[], []]);
});

describe('where a link leads', () => {
  const cases: readonly (readonly [link: string, target: string | null])[] = [
    ['b.md', 'file:///incidents/x y/b.md'], ['./b.md#top', 'file:///incidents/x y/b.md'], ['../z%20a/b.md?x=1', 'file:///incidents/z a/b.md'], ['../../b.md', 'file:///b.md'], ['../../../b.md', null],
    ['/b.md', null], ['#b', null], ['https://example.com/b.md', null], ['mailto:a@b.md', null], ['//host/b.md', null], ['100%.md', 'file:///incidents/x y/100%.md'],
  ];
  for (const [link, target] of cases) test(link, () => assert.equal(targetOf('file:///incidents/x%20y/a.md', link), target));
  test('of a document that lies nowhere', () => assert.equal(targetOf('untitled:a.md', 'b.md'), null));
});

describe('a file', () => {
  const files = new KnownFiles();
  for (const name of ['a.md', 'Read Me.txt']) files.add(`file:///incidents/${encodeURIComponent(name)}`);
  const cases: readonly (readonly [path: string, is: boolean | null])[] = [
    ['file:///incidents/a.md', true], ['file:///incidents/A.MD', true], ['file:///incidents/read me.txt', true], ['file:///incidents/b.md', false], ['file:///incidents/b.png', null], ['file:///incidents/b', null],
    ['file:///incidents/.b.md', null], ['file:///incidents/sub/b.md', null], ['file:///b.md', null],
  ];
  for (const [path, is] of cases) test(`${path}: ${is === null ? 'not known' : is ? 'there' : 'not there'}`, () => assert.equal(files.has(path), is));
});
