import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SourceText } from '../../server/src/document/text';
import { negotiateEncoding, offsetAt, positionAt, rangeOf, spanOf } from '../../server/src/lsp/positions';

describe('negotiation takes the first that is spoken', () => {
  const table: readonly (readonly [offered: string[] | undefined, taken: string])[] = [
    [undefined, 'utf-16'],
    [[], 'utf-16'],
    [['utf-16'], 'utf-16'],
    [['utf-8'], 'utf-8'],
    [['utf-8', 'utf-16'], 'utf-8'],
    [['utf-16', 'utf-8'], 'utf-16'],
    [['utf-32', 'utf-8', 'utf-16'], 'utf-8'],
    [['utf-32'], 'utf-16'],
  ];
  for (const [offered, taken] of table) test(`${JSON.stringify(offered)}: ${taken}`, () => assert.equal(negotiateEncoding(offered), taken));
});

describe('where a word stands', () => {
  const table: readonly (readonly [what: string, text: string, line: number, utf16: number, utf8: number])[] = [
    ['in ASCII', 'one\ntwo HERE', 1, 4, 4],
    ['behind an umlaut', 'Störung HERE', 0, 8, 9],
    ['behind an en dash', '05:00–06:00 HERE', 0, 12, 14],
    ['behind an emoji', '🚒 HERE', 0, 3, 5],
    ['behind a joined emoji', '👩🏽‍🚒 HERE', 0, 8, 16],
    ['behind an unpaired surrogate', '\ud83d HERE', 0, 2, 4],
    ['behind CRLF', 'é\r\né HERE', 1, 2, 3],
    ['behind a lone CR', 'é\ré HERE', 1, 2, 3],
    ['behind CR LF CR', 'a\r\n\rb HERE', 2, 2, 2],
    ['behind a line separator, which ends no line', 'a\u2028b HERE', 0, 4, 6],
  ];
  for (const [what, value, line, utf16, utf8] of table) {
    test(what, () => {
      const text = new SourceText(value);
      const at = value.indexOf('HERE');
      assert.deepEqual(positionAt(text, at, 'utf-16'), { line, character: utf16 });
      assert.deepEqual(positionAt(text, at, 'utf-8'), { line, character: utf8 });
      assert.equal(offsetAt(text, { line, character: utf16 }, 'utf-16'), at);
      assert.equal(offsetAt(text, { line, character: utf8 }, 'utf-8'), at);
    });
  }
});

describe('positions outside of the text go to the nearest place in it', () => {
  const text = new SourceText('ab\r\n🚒\r\n');
  const table: readonly (readonly [line: number, character: number, utf16: number, utf8: number])[] = [
    [0, 99, 2, 2],
    [1, 1, 5, 4],
    [1, 3, 6, 4],
    [1, 99, 6, 6],
    [2, 5, 8, 8],
    [99, 0, 8, 8],
    [-1, 5, 0, 0],
    [0, -5, 0, 0],
  ];
  for (const [line, character, utf16, utf8] of table) {
    test(`${line}:${character}`, () => {
      assert.equal(offsetAt(text, { line, character }, 'utf-16'), utf16);
      assert.equal(offsetAt(text, { line, character }, 'utf-8'), utf8);
    });
  }
  test('the ends of a range are put in order', () => {
    assert.deepEqual(spanOf(text, { start: { line: 1, character: 0 }, end: { line: 0, character: 1 } }, 'utf-16'), { start: 1, end: 4 });
  });
});

/** Texts full of what is hard: line endings of all kinds, and characters of one to four bytes, whole and halved. */
const hard = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\r\n', 'é', '–', '🚒', '\ud83d', '\udd25', '\u200d', '\ufeff'), maxLength: 40 });

test('the line table is that of the document library', () => {
  fc.assert(
    fc.property(hard, (value) => {
      const text = new SourceText(value);
      const other = TextDocument.create('untitled:x', 'plaintext', 1, value);
      assert.equal(text.lineCount, other.lineCount);
      for (let offset = 0; offset <= value.length; offset++) assert.deepEqual(positionAt(text, offset, 'utf-16'), other.positionAt(offset));
    }),
    { seed: 1 },
  );
});

test('there and back again', () => {
  fc.assert(
    fc.property(hard, fc.nat(), fc.nat(), (value, a, b) => {
      const text = new SourceText(value);
      // Places between CR and LF, or within a pair, have no position of their own.
      const whole = (at: number) => !/^[\udc00-\udfff]/.test(value.slice(at)) || !/[\ud800-\udbff]$/.test(value.slice(0, at));
      const offsets = [...Array(value.length + 1).keys()].filter((at) => whole(at) && !(value[at] === '\n' && value[at - 1] === '\r'));
      const pick = (n: number) => offsets[n % offsets.length] as number;
      const [start, end] = [pick(a), pick(b)].sort((x, y) => x - y) as [number, number];
      for (const encoding of ['utf-16', 'utf-8'] as const) assert.deepEqual(spanOf(text, rangeOf(text, { start, end }, encoding), encoding), { start, end });
    }),
    { seed: 2 },
  );
});

test('UTF-8 columns are the bytes of the line so far', () => {
  fc.assert(
    fc.property(hard, (value) => {
      const text = new SourceText(value);
      for (let line = 0; line < text.lineCount; line++) {
        const content = value.slice(text.lineStart(line), text.lineEnd(line));
        assert.equal(positionAt(text, text.lineEnd(line), 'utf-8').character, Buffer.byteLength(content));
      }
    }),
    { seed: 3 },
  );
});
