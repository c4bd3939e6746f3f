import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { allRules } from '../../server/src/rules/index';
import { parseSettings } from '../../server/src/settings';
import { findingsIn } from '../support/marked-text';

const block = /^```(markdown|text) (bad|good|fixed)\n([\s\S]*?)^```$/gm;
/** Other documents in the folder of the examples. */
const besideBlock = /^```(?:markdown|text) beside (\S+)\n([\s\S]*?)^```$/gm;
/** What the examples are checked with where the defaults would not show them. */
const settingsBlock = /^```json settings\n([\s\S]*?)^```$/m;

describe('the examples on a rule\'s page', () => {
  for (const rule of allRules) {
    const { id, group } = rule;
    const page = readFileSync(`server/src/rules/${group}/${id}.md`, 'utf8');
    const examples = [...page.matchAll(block)].map(([, language, name, text]) => ({ language: language!, name: name!, text: text! }));
    const named = (name: string) => examples.filter((example) => example.name === name);
    const others = Object.fromEntries([...page.matchAll(besideBlock)].map(([, name, text]) => [name!, text!]));
    const beside = Object.keys(others).length > 0 ? { beside: others } : {};
    const { settings: stated, problems } = parseSettings(JSON.parse(settingsBlock.exec(page)?.[1] ?? '{}'));
    const settings = { ...stated, rules: { [id]: { severity: rule.severity === 'off' ? 'information' as const : null, options: rule.defaults }, ...stated.rules } };
    const found = (text: string, language: string) => findingsIn(text, { rules: [rule], settings, now: Date.UTC(2026, 10, 21), ...beside, fileName: `checked.${language === 'text' ? 'txt' : 'md'}` });

    test(`${id}: the bad one has exactly this problem`, () => {
      const [bad, ...others] = named('bad');
      assert.ok(bad && others.length === 0, 'one block ```… bad');
      assert.deepEqual(found(bad.text, bad.language).map(({ rule }) => rule), [id]);
    });

    test(`${id}: the good one has none`, () => {
      const [good, ...others] = named('good');
      assert.ok(good && others.length === 0, 'one block ```… good');
      assert.deepEqual(found(good.text, good.language), []);
    });

    test(`${id}: the first fix gives what the page shows`, () => {
      const [fixed] = named('fixed');
      const [bad] = named('bad');
      const fix = found(bad!.text, bad!.language)[0]?.fixes?.[0];
      if (!fixed) return assert.ok(!fix || /## Fix\n/.test(page), 'a fix that the page does not speak of');
      assert.ok(fix, 'the page shows a fix that is not offered');
      assert.equal(applyEdits(bad!.text, fix.edits), fixed.text);
    });

    test(`${id}: the page says what matters`, () => {
      assert.deepEqual(problems, [], 'the settings on the page');
      assert.ok(page.startsWith(`# ${id}\n`));
      for (const heading of ['## Bad', '## Good', '## When not to report']) assert.ok(page.includes(`\n${heading}\n`), heading);
    });
  }
});
