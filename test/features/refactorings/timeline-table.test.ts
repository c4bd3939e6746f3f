import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../../server/src/document/document';
import { statementsOf } from '../../../server/src/features/statements';
import { wordsOf } from '../../../server/src/document/words';
import { applyEdits } from '../../../server/src/rules/apply-fixes';
import { allTexts } from '../../support/examples';
import { aroundTimeline, changed, offersIn, testThereAndBack, titlesIn } from '../../support/refactoring';

const kind = 'refactor.rewrite.incidentDocs.timelineTable';

const rows: Readonly<Record<string, readonly [list: string, table: string, back?: string]>> = {
  'time and event': [
    '- 2026-03-09 21:40 - Broken\n- 2026-03-09 21:52-22:10 - Seen',
    '| Time | Event |\n|---|---|\n| 2026-03-09 21:40 | Broken |\n| 2026-03-09 21:52-22:10 | Seen |',
  ],
  'wrapped lines and pipes': [
    '- **2026-03-09 21:40** – Broken: `a | b`\n  at last\n- **2026-03-09 21:52 CET** – Seen',
    '| Time | Event |\n|---|---|\n| 2026-03-09 21:40 | Broken: `a \\| b` at last |\n| 2026-03-09 21:52 CET | Seen |',
    '- 2026-03-09 21:40 - Broken: `a | b` at last\n- 2026-03-09 21:52 CET - Seen',
  ],
  'marks that the words begin with': [
    '- **2026-03-09 21:40** – **Broken** at `last`\n- 2026-03-09 21:52 – `nut` seen',
    '| Time | Event |\n|---|---|\n| 2026-03-09 21:40 | **Broken** at `last` |\n| 2026-03-09 21:52 | `nut` seen |',
    '- 2026-03-09 21:40 - **Broken** at `last`\n- 2026-03-09 21:52 - `nut` seen',
  ],
  'under days': [
    '### 2026-03-09\n\n- 21:40 - Broken\n\n### 2026-03-10\n\n- 08:00 - Mended\n- ~09:00 - Well',
    '### 2026-03-09\n\n| Time | Event |\n|---|---|\n| 21:40 | Broken |\n\n### 2026-03-10\n\n| Time | Event |\n|---|---|\n| 08:00 | Mended |\n| ~09:00 | Well |',
  ],
};

describe('a timeline as a table and as a list', () => {
  testThereAndBack(rows, aroundTimeline, { kind });
  test('the other columns are said in brackets', () => {
    const table = '| Date | Time | Who | What |\n|---|---|---|---|\n| 2026-03-09 | 21:40 | Ana | Broken |\n| 2026-03-09 | 21:52 | | Seen |';
    assert.equal(changed(aroundTimeline(table), { kind }), aroundTimeline('- 2026-03-09 21:40 - Ana (What: Broken)\n- 2026-03-09 21:52 - Seen'));
  });
  test('not with nested items', () => assert.deepEqual(titlesIn(aroundTimeline('- 2026-03-09 21:40 - Broken\n  - by Ana\n- 2026-03-09 21:52 - Seen'), { kind }), []));

  test('every word and all that is said outlive a table and the way back, in documents of our own and in real ones', () => {
    let made = 0;
    for (const text of allTexts()) {
      for (const offer of offersIn(text, { kind })) {
        if ('refused' in offer || !offer.title.endsWith('table')) continue;
        const table = applyEdits(text, offer.edits);
        const first = offersIn(table, { kind }).find(({ title }) => title.endsWith('list')) ?? assert.fail(`no way back:\n${table}`);
        const back = applyEdits(table, 'edits' in first ? first.edits : []);
        assert.deepEqual(wordsOf(back), wordsOf(text));
        // a line that an entry is wrapped to is on its first line now: of entries the times, as the words are compared already
        const said = (what: string) => statementsOf(parse(what, { declared: true }), ['kind', 'title', 'fields', 'sections', 'timelines', 'times', 'groups', 'items', 'directives']);
        assert.deepEqual(said(back), said(text));
        assert.equal(changed(back, { kind }, offer.title), table, 'twice');
        made++;
      }
    }
    assert.ok(made > 0);
  });
});
