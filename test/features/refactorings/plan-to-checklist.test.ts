import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../../server/src/document/document';
import { aroundPlan, testChanges, titlesIn } from '../../support/refactoring';

const kind = 'refactor.rewrite.incidentDocs.planToChecklist';

const rows: Readonly<Record<string, readonly [before: string, after: string]>> = {
  bullets: ['- Tighten the nut\n  every week\n- Buy nuts', '- [ ] Tighten the nut\n  every week\n- [ ] Buy nuts'],
  'bullets of another kind, some with a box': ['* [x] Tighten the nut\n* Buy nuts', '* [x] Tighten the nut\n* [ ] Buy nuts'],
  numbers: ['1. Tighten the nut\n   - with a key\n2. Buy nuts', '1. [ ] Tighten the nut\n   - with a key\n2. [ ] Buy nuts'],
  'numbers under horizons': ['1. Immediate (0-4 hours):\n   - Tighten the nut\n   - Count the nuts\n2. Long-term:\n   - Buy nuts', '1. Immediate (0-4 hours):\n   - [ ] Tighten the nut\n   - [ ] Count the nuts\n2. Long-term:\n   - [ ] Buy nuts'],
  'bare lines': ['Tighten the nut once more\nBuy better nuts', '- [ ] Tighten the nut once more\n- [ ] Buy better nuts'],
  'words and marks that say done': ['- Tighten the nut (done)\n- ~~Buy nuts~~\n- ✅ Count the nuts\n- Paint the nuts (in progress)', '- [x] Tighten the nut (done)\n- [x] ~~Buy nuts~~\n- [x] ✅ Count the nuts\n- [ ] Paint the nuts (in progress)'],
  'boxes of word processors': ['☑ Tighten the nut\n☐ Buy nuts', '- [x] Tighten the nut\n- [ ] Buy nuts'],
};

describe('convert the plan to a checklist', () => {
  testChanges(rows, aroundPlan, { kind }, (after) => assert.ok(parse(after).plan.items.every(({ checkbox }) => checkbox >= 0)));
  test('not where all have a box, in a table, nor from elsewhere', () => {
    assert.deepEqual(titlesIn(aroundPlan('- [ ] Tighten the nut'), { kind }), []);
    assert.deepEqual(titlesIn(aroundPlan('| Action | Owner |\n|---|---|\n| Tighten | Ana |'), { kind }), []);
    assert.deepEqual(titlesIn(aroundPlan('- Tighten the nut'), { kind, words: 'A nut' }), []);
  });
});
