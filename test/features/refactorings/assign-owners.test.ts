import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aroundPlan, offersIn, testChanges } from '../../support/refactoring';

const kind = 'refactor.rewrite.incidentDocs.assignOwners';

const rows: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'no notation yet': ['- [ ] Tighten the nut\n- [ ] Buy nuts.', '- [ ] Tighten the nut (owner: TBD)\n- [ ] Buy nuts. (owner: TBD)'],
  'a handle in brackets, beside what stands there': [
    '- [ ] Tighten the nut (@ana, OPS-12)\n- [ ] Buy nuts (OPS-13)\n- [ ] Count nuts',
    '- [ ] Tighten the nut (@ana, OPS-12)\n- [ ] Buy nuts (@TBD, OPS-13)\n- [ ] Count nuts (@TBD)',
  ],
  'a label in brackets': ['- Tighten the nut [Owner: Ana]\n- Buy nuts\n  of steel', '- Tighten the nut [Owner: Ana]\n- Buy nuts\n  of steel [Owner: TBD]'],
  'behind a dash': ['- Tighten the nut - Owner: Ana\n- Count nuts - Owner: Ben\n- Buy nuts', '- Tighten the nut - Owner: Ana\n- Count nuts - Owner: Ben\n- Buy nuts - Owner: TBD'],
  'a column': ['| Action | Owner | Due |\n|---|---|---|\n| Tighten | Ana | |\n| Buy | | |\n| Count ||  |', '| Action | Owner | Due |\n|---|---|---|\n| Tighten | Ana | |\n| Buy | TBD | |\n| Count | TBD |  |'],
  'what is done needs none': ['- [x] Tighten the nut\n- [ ] Buy nuts', '- [x] Tighten the nut\n- [ ] Buy nuts (owner: TBD)'],
};

describe('assign all items without an owner', () => {
  testChanges(rows, aroundPlan, { kind });
  test('with places to fill in', () => {
    const [offer] = offersIn(aroundPlan('- [ ] Tighten the nut (@ana)\n- [ ] Buy nuts\n- [ ] Count nuts'), { kind });
    assert.ok(offer && 'edits' in offer);
    assert.deepEqual(offer.snippets?.map(({ newText }) => newText), [' (@${1:handle})', ' (@${2:handle})']);
    assert.equal(offer.title, 'Add an owner to 2 items without one');
  });
});
