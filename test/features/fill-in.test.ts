import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { codeActions } from '../../server/src/features/code-actions';
import { applyEdits } from '../../server/src/rules/apply-fixes';
import { check } from '../../server/src/rules/check';
import { defaultSettings } from '../../server/src/settings';

const document = (summary: string, plan = '- [ ] Tighten the nut (owner: Ana, due: 2036-05-01)') =>
  `# Post-mortem: belts stood still\n\n## Summary\n\n${summary}\n\n## Root Cause\n\nA nut came loose.\n\n## Action Items\n\n${plan}\n`;

function offered(text: string, words: string, snippets = true) {
  const start = text.indexOf(words);
  const model = parse(text, { declared: true });
  const actions = codeActions(model, check(model, defaultSettings, { now: 0 }), { span: { start, end: start + words.length }, markdown: true, commands: true, snippets });
  return actions.filter(({ title }) => title.startsWith('Fill in'));
}

const rows: readonly { name: string; text: string; at: string; title: string; snippet: string }[] = [
  {
    name: 'the one placeholder', text: document('Belt 4 stood still for [duration].'), at: '[dur',
    title: 'Fill in the placeholder', snippet: document('Belt 4 stood still for ${1:[duration]}.'),
  },
  {
    name: 'that one and those below it', text: document('Belt [number] stood still.', '- [ ] Tighten the nut (owner: [owner], due: [due date])'), at: '[number]',
    title: 'Fill in 3 placeholders from here on', snippet: document('Belt ${1:[number]} stood still.', '- [ ] Tighten the nut (owner: ${2:[owner]}, due: ${3:[due date]})'),
  },
  {
    name: 'not those above it', text: document('Belt [number] stood still.', '- [ ] Tighten the nut (owner: [owner], due: [due date])'), at: '[due date]',
    title: 'Fill in the placeholder', snippet: document('Belt [number] stood still.', '- [ ] Tighten the nut (owner: [owner], due: ${1:[due date]})'),
  },
  {
    name: 'those that are summed up as well', text: document('TBD a\nTBD b\nTBD c\nTBD d\nTBD e\nTBD f\nTBD g'), at: 'TBD b',
    title: 'Fill in 6 placeholders from here on', snippet: document('TBD a\n${1:TBD} b\n${2:TBD} c\n${3:TBD} d\n${4:TBD} e\n${5:TBD} f\n${6:TBD} g'),
  },
  {
    name: 'signs that mean something in a snippet', text: document('Belt 4 cost [specify the amount in $ or {€}].'), at: '[specify',
    title: 'Fill in the placeholder', snippet: document('Belt 4 cost ${1:[specify the amount in \\$ or {€\\}]}.'),
  },
];

describe('filling in placeholders', () => {
  for (const { name, text, at, title, snippet } of rows) {
    test(name, () => {
      const [action, ...more] = offered(text, at);
      assert.deepEqual([action?.title, action?.kind, action?.preferred, more], [title, 'quickfix', false, []]);
      assert.equal(applyEdits(text, action?.snippets ?? []), snippet);
      assert.equal(applyEdits(text, action?.edits ?? []), text);
    });
  }

  test('stands before the ways to silence', () => {
    const text = rows[0]!.text;
    const model = parse(text, { declared: true });
    const start = text.indexOf('[dur');
    const [first] = codeActions(model, check(model, defaultSettings, { now: 0 }), { span: { start, end: start }, markdown: true, commands: true, snippets: true });
    assert.equal(first?.title, 'Fill in the placeholder');
  });

  test('is not offered elsewhere, nor to a client without snippets', () => {
    assert.deepEqual(offered(rows[0]!.text, 'loose'), []);
    assert.deepEqual(offered(rows[0]!.text, '[dur', false), []);
  });
});
