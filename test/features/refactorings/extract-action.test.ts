import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../../server/src/document/document';
import { statementsOf } from '../../../server/src/features/statements';
import { applyEdits } from '../../../server/src/rules/apply-fixes';
import { allTexts } from '../../support/examples';
import { changed, offersIn, testChanges, titlesIn } from '../../support/refactoring';

const kind = 'refactor.extract.incidentDocs.action';
const within = (plan: string) => `# Post-mortem: belts\n\n## Root Cause\n\nA nut came loose. We should count\nthe nuts every day. Then it is well.\n\n- Nobody counts the bolts\n\n## Action Items\n\n${plan}\n`;
const words = 'We should count\nthe nuts every day.';

const rows: Readonly<Record<string, readonly [before: string, after: string]>> = {
  boxes: ['- [ ] Tighten the nut\n- [x] Buy nuts\n  - of steel', '- [ ] Tighten the nut\n- [x] Buy nuts\n  - of steel\n- [ ] We should count the nuts every day.'],
  bullets: ['* Tighten the nut', '* Tighten the nut\n* We should count the nuts every day.'],
  numbers: ['1. Tighten the nut\n2. Buy nuts', '1. Tighten the nut\n2. Buy nuts\n3. We should count the nuts every day.'],
  'under the last horizon': ['1. Immediate:\n   - Tighten the nut\n2. Long-term:\n   - Buy nuts', '1. Immediate:\n   - Tighten the nut\n2. Long-term:\n   - Buy nuts\n   - We should count the nuts every day.'],
  'rows of a table': ['| Owner | Action | Due |\n|---|---|---|\n| Ana | Tighten the nut | |', '| Owner | Action | Due |\n|---|---|---|\n| Ana | Tighten the nut | |\n| | We should count the nuts every day. | |'],
  'bare lines': ['Tighten the nut once more\nBuy better nuts', 'Tighten the nut once more\nBuy better nuts\nWe should count the nuts every day.'],
};

describe('extract an action', () => {
  testChanges(rows, within, { kind, words });
  test('an item without its marker', () => assert.equal(changed(within('- Tighten the nut'), { kind, words: '- Nobody counts the bolts' }), within('- Tighten the nut\n- Nobody counts the bolts')));

  const refusals: Readonly<Record<string, readonly [plan: string, words: string]>> = {
    'of one word': ['- Tighten the nut', 'nut'],
    'of nothing': ['- Tighten the nut', ''],
    'of a heading': ['- Tighten the nut', '## Root Cause'],
    'within the plan': ['- Tighten the nut', 'Tighten the nut'],
    'without a plan': ['', words],
  };
  for (const [name, [plan, selected]] of Object.entries(refusals)) test(`not ${name}`, () => assert.deepEqual(titlesIn(within(plan), { kind, words: selected }), []));

  test('the items that are there stay', () => {
    let made = 0;
    for (const text of allTexts()) {
      const document = parse(text, { declared: true });
      const line = document.lines.find(({ kind: what, contentStart, contentEnd }) => what === 'prose' && contentEnd - contentStart > 20);
      const selected = line && text.slice(line.contentStart, line.contentEnd);
      for (const offer of selected ? offersIn(text, { kind, words: selected }) : []) {
        if ('refused' in offer) continue;
        const items = statementsOf(parse(applyEdits(text, offer.edits), { declared: true }), ['items']);
        for (const item of statementsOf(document, ['items'])) assert.ok(items.includes(item), item);
        made++;
      }
    }
    assert.ok(made > 0);
  });
});
