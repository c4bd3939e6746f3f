import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lineLink, sentence, type Block, type Card, type Words } from '../../server/src/features/hover/card';
import { written } from '../../server/src/features/hover/markup';

const card = (...blocks: Block[]): Card => ({ span: { start: 0, end: 1 }, blocks });

/** Without the library's look for addresses in what was escaped: no editor does that. */
const syntax = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/** What a reader of Markdown makes of a card: the types of its nodes, and the words. */
function read(markdown: string): { types: ReadonlySet<string>; words: string; targets: readonly string[] } {
  const types = new Set<string>();
  const targets: string[] = [];
  let words = '';
  const visit = (node: Nodes): void => {
    types.add(node.type);
    if (node.type === 'text') words += node.value;
    if (node.type === 'link') targets.push(node.url);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: syntax }));
  return { types, words, targets };
}

const plain: ReadonlySet<string> = new Set(['root', 'paragraph', 'text']);
/** Where a document's words may come to stand. */
const places: readonly (readonly [name: string, block: (words: Words) => Block, types: readonly string[], before: string])[] = [
  ['a text', (words) => ({ kind: 'text', words }), [], ''],
  ['a title', (words) => ({ kind: 'title', words }), ['strong'], ''],
  ['a fact', (words) => ({ kind: 'facts', rows: [['Status', words]] }), ['strong'], 'Status: '],
  ['a list', (words) => ({ kind: 'list', items: [words] }), ['list', 'listItem'], ''],
];

describe('the words of a document are words in Markdown', () => {
  const hostile = [
    '*a* _b_ **c** __d__ ~~e~~ `f`', '# a', '## a', '- a', '+ a', '* a', '1. a', '12) a', '> a', '---', '===', '| a | b |', '[a](b)', '![a](b)', '[a]: b', '[a][b]',
    '[x](command:incidentDocs.findSimilar)', '<b>x</b>', '<https://evil.example>', '<!-- x -->', 'https://evil.example/a', 'http://evil.example', 'www.evil.example', 'WWW.evil.example',
    'mail ana@evil.example', '&lt;b&gt;', '&#60;', 'a\\', '\\[a](b)', '$(bug) x', 'a_b_c prod_2025_x', '_a_', '2026-03-11 07:53', '1 < 2 > 0', 'a\u202eb', '[^1]', '- [x] done', 'command:x',
  ];
  for (const words of hostile) {
    test(JSON.stringify(words), () => {
      for (const [name, block, types, before] of places) {
        const found = read(written(card(block([words])), true, true));
        assert.deepEqual([...found.types].filter((type) => !plain.has(type) && !types.includes(type)), [], name);
        assert.equal(found.words, before + words.replace('\u202e', ''), name);
      }
    });
  }

  test('whatever they are', () => {
    const words = fc.array(fc.oneof(fc.constantFrom(...'*_`[]()<>!#+-=|~&;:/\\@.$ \n\t1a', 'http', '://', 'www.'), fc.string())).map((parts) => `x${parts.join('')}x`);
    fc.assert(fc.property(words, (text) => {
      for (const [name, block, types] of places) {
        const found = read(written(card(block([text])), true, true));
        assert.deepEqual([...found.types].filter((type) => !plain.has(type) && !types.includes(type)), [], name);
      }
    }), { numRuns: 500 });
  });

  test('and in the label of a link', () => {
    const found = read(written(card({ kind: 'text', words: [{ label: '](command:evil) [x', target: 'file:///a (b)>.md#L3' }] }), true, true));
    assert.deepEqual([found.words, found.targets], ['](command:evil) [x', ['file:///a%20(b)%3E.md#L3']]);
  });
});

test('plain text has the words alone', () => {
  const words = sentence('{1} after {0}', 'a *start*', lineLink('file:///a.md', 4));
  assert.equal(written(card({ kind: 'title', words: ['T'] }, { kind: 'facts', rows: [['A', words], ['B', ['2']]] }, { kind: 'list', items: [['x'], ['y']] }), false, true), 'T\n\nA: line 5 after a *start*\nB: 2\n\n- x\n- y');
});

test('facts stand below each other', () => {
  assert.equal(written(card({ kind: 'facts', rows: [['A', ['1']], ['B', ['2']]] }), true, true), '**A:** 1  \n**B:** 2');
});
