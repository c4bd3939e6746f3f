import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { check } from '../../server/src/rules/check';
import { defineRule } from '../../server/src/rules/rule';
import { defaultSettings } from '../../server/src/settings';

/** A rule that finds every mention of its words. */
const listener = (id: string, ...words: string[]) => defineRule({
  id, group: 'language', summary: 'Listens', severity: 'warning', words,
  *check(_document, _options, { mentions }) {
    for (const { word, span, line } of mentions) yield { span, message: `${word} ${line.line + 1}` };
  },
});
const rules = [listener('fruit', 'apple', 'pear*', 'fig'), listener('pears', 'pear*', 'pearl'), listener('none')];

const cases: readonly (readonly [text: string, expected: string])[] = [
  ['An apple a day', 'fruit apple'],
  ['APPLE and Pear', 'fruit apple, fruit pear, pears pear'],
  ['pineapple, figs, apples', ''],
  ['the pearl', 'fruit pearl, pears pearl'],
  ['pearled, pea', 'fruit pearled, pears pearled'],
  ['fig_leaf, fig2, pe-fig', 'fruit fig'],
  ['- pears\n- [ ] fig', 'fruit pears, pears pears, fruit fig'],
  ['| apple |\n|---|\n| fig |', 'fruit apple, fruit fig'],
  ['say `apple` and fig', 'fruit fig'],
  ['[fig](apple.html)', ''],
  ['<!-- apple -->', ''],
  ['```\napple\n```', ''],
  ['> apple', ''],
  ['Owner: apple', 'fruit apple'],
];

describe('a rule that asks for its words everywhere', () => {
  const rule = { ...listener('all', 'apple'), wordsEverywhere: true };
  test('hears of those in code, comments, quotes and links, and the others do not', () => {
    const text = '# Post-mortem: mail\n\n## Root Cause\n\napple `apple` [apple](x)\n\n> apple\n\n```\napple\n```\n\n<!-- apple -->\n';
    const found = check(parse(text, { declared: true }), defaultSettings, { now: 0 }, [rule, listener('prose', 'apple')]);
    assert.deepEqual(found.map(({ rule: id, message }) => `${id} ${message.split(' ')[1]}`), ['all 5', 'prose 5', 'all 5', 'all 5', 'all 7', 'all 10', 'all 13']);
  });
});

describe('the words that rules ask for', () => {
  for (const [text, expected] of cases) {
    test(JSON.stringify(text), () => {
      const head = '# Post-mortem: mail\n\n## Root Cause\n\n';
      const found = check(parse(head + text, { declared: true }), defaultSettings, { now: 0 }, rules);
      assert.equal(found.map(({ rule, message }) => `${rule} ${message.split(' ')[0]}`).join(', '), expected);
      for (const { span, message } of found) {
        const place = head.length + text.toLowerCase().indexOf(message.split(' ')[0] as string, span.start - head.length);
        assert.equal(span.start, place);
      }
    });
  }
});
