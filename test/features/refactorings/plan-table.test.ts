import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../../server/src/document/document';
import { statementsOf } from '../../../server/src/features/statements';
import { wordsOf } from '../../../server/src/document/words';
import { applyEdits } from '../../../server/src/rules/apply-fixes';
import { allTexts } from '../../support/examples';
import { aroundPlan, changed, offersIn, testThereAndBack, titlesIn } from '../../support/refactoring';

const kind = 'refactor.rewrite.incidentDocs.planTable';

const rows: Readonly<Record<string, readonly [list: string, table: string, back?: string]>> = {
  'boxes and details': [
    '- [x] Tighten the nut (@ana, due: 2026-04-01)\n- [ ] Buy nuts (OPS-12)',
    '| Action | Owner | Due | Ticket | Status |\n|---|---|---|---|---|\n| Tighten the nut | @ana | 2026-04-01 | | Done |\n| Buy nuts | | | OPS-12 | Open |',
  ],
  'wrapped bullets': [
    '- Tighten the nut\n  once more (owner: Ana)\n- Buy nuts (owner: Ben)',
    '| Action | Owner |\n|---|---|\n| Tighten the nut once more | Ana |\n| Buy nuts | Ben |',
    '- Tighten the nut once more (owner: Ana)\n- Buy nuts (owner: Ben)',
  ],
  'under horizons': [
    '### Immediate\n\n- [ ] Tighten the nut\n\n### Long term\n\n- [ ] Buy nuts',
    '### Immediate\n\n| Action | Status |\n|---|---|\n| Tighten the nut | Open |\n\n### Long term\n\n| Action | Status |\n|---|---|\n| Buy nuts | Open |',
  ],
};

describe('a plan as a table and as a list', () => {
  testThereAndBack(rows, aroundPlan, { kind });
  test('the other columns and other states are said', () => {
    const table = '| Action | Priority | Owner | Status |\n|---|---|---|---|\n| Tighten the nut | High | Ana | In Progress |\n| Buy nuts | | Ben | Done |';
    assert.equal(changed(aroundPlan(table), { kind }), aroundPlan('- [ ] Tighten the nut [Priority: High] (owner: Ana, status: In Progress)\n- [x] Buy nuts (owner: Ben)'));
  });
  test('a link in the words is not told twice', () => {
    assert.equal(changed(aroundPlan('- [ ] See https://tracker.invalid/4 about nuts'), { kind }), aroundPlan('| Action | Status |\n|---|---|\n| See https://tracker.invalid/4 about nuts | Open |'));
  });
  test('not where there is nothing but actions', () => assert.deepEqual(titlesIn(aroundPlan('- Tighten the nut\n- Buy nuts'), { kind }), []));
  test('not with nested items', () => assert.deepEqual(titlesIn(aroundPlan('- [ ] Tighten the nut\n  - with a key'), { kind }), []));

  test('every word and every value outlive a table and the way back, in documents of our own and in real ones', () => {
    let made = 0;
    const bag = (text: string) => new Set(wordsOf(text.replace(/\]\([^)]*\)/g, ' ')).split(' '));
    for (const text of allTexts()) {
      for (const offer of offersIn(text, { kind })) {
        if ('refused' in offer || !offer.title.endsWith('table')) continue;
        const table = applyEdits(text, offer.edits);
        const first = offersIn(table, { kind }).find(({ title }) => title.endsWith('list'));
        if (!first || !('edits' in first)) continue;
        const back = applyEdits(table, first.edits);
        const kept = bag(back);
        assert.deepEqual([...bag(text)].filter((word) => !kept.has(word) && !/^(?:owner|due|by|ticket|until)$/.test(word)), []);
        const said = (what: string) => statementsOf(parse(what, { declared: true }), ['kind', 'title', 'fields', 'sections', 'entries', 'groups', 'tasks', 'details']);
        assert.deepEqual(said(back), said(text));
        assert.equal(changed(back, { kind }, offer.title), table, 'twice');
        made++;
      }
    }
    assert.ok(made > 0);
  });
});
