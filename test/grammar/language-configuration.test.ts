import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

interface LanguageConfiguration {
  readonly comments: { readonly blockComment: readonly string[] };
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
  readonly surroundingPairs: readonly (readonly [string, string])[];
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly folding: { readonly offSide: boolean; readonly markers: { readonly start: string; readonly end: string } };
  readonly onEnterRules: readonly { readonly beforeText: string; readonly action: { readonly indent: string; readonly appendText?: string } }[];
}

const configuration = JSON.parse(readFileSync('language-configuration.json', 'utf8')) as LanguageConfiguration;

/** What Enter at the end of a line adds to the next one, by the first rule that fits; null where none does. */
function onEnter(line: string): string | null {
  const rule = configuration.onEnterRules.find(({ beforeText }) => new RegExp(beforeText).test(line));
  return rule ? `${rule.action.indent} ${rule.action.appendText ?? ''}`.trim() : null;
}

describe('Enter', () => {
  const rows: readonly (readonly [line: string, expected: string | null])[] = [
    ['- pool exhausted', 'none -'],
    ['  * pool exhausted', 'none *'],
    ['+ pool exhausted', 'none +'],
    ['- [ ] raise the limit', 'none - [ ]'],
    ['- [x] raise the limit', 'none - [ ]'],
    ['* [x] raise the limit', 'none * [ ]'],
    ['- **2026-03-11 03:29** – alarm', 'none - **'],
    ['1. roll back', 'none 2.'],
    ['9) roll back', 'none 10)'],
    ['19. roll back', 'none 20.'],
    ['1. Immediate (0-4 hours):', 'indent -'],
    ['- ', 'outdent'],
    ['   - ', 'outdent'],
    ['- [ ] ', 'outdent'],
    ['- **', 'outdent'],
    ['3. ', 'outdent'],
    ['Customer: Halden Rail', null],
    ['-----', null],
    ['---', null],
    ['', null],
    ['We rolled back - at last', null],
    ['2026-03-11 03:29 alarm', null],
    ['3.5 seconds', null],
  ];
  for (const [line, expected] of rows) test(JSON.stringify(line), () => assert.equal(onEnter(line), expected));
});

describe('words', () => {
  const rows: readonly (readonly [text: string, words: readonly string[]])[] = [
    ["don't restart shard_mgr", ["don't", 'restart', 'shard_mgr']],
    ['Größe、漢字 é', ['Größe', '漢字', 'é']],
    ['`maxmemory` = 4096', ['maxmemory', '4096']],
    ["'quoted' text", ['quoted', 'text']],
  ];
  const { pattern, flags } = configuration.wordPattern;
  for (const [text, words] of rows) test(text, () => assert.deepEqual(text.match(new RegExp(pattern, flags)), words));
  test('a word is never empty', () => assert.equal(new RegExp(pattern, flags.replace('g', '')).exec(''), null));
});

test('quotes and apostrophes are not closed by themselves, but surround a selection', () => {
  const closed = configuration.autoClosingPairs.map(({ open }) => open);
  assert.deepEqual(closed.filter((open) => ["'", '"', '`', '*', '_'].includes(open)), []);
  assert.ok(configuration.surroundingPairs.some(([open]) => open === '"'));
});

test('comments are those of HTML', () => assert.deepEqual(configuration.comments.blockComment, ['<!--', '-->']));

test('region comments fold', () => {
  const { start, end } = configuration.folding.markers;
  assert.match('  <!-- #region night shift -->', new RegExp(start));
  assert.match('<!-- endregion -->', new RegExp(end));
  assert.doesNotMatch('<!-- regional -->', new RegExp(start));
});
