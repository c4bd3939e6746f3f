import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../../server/src/document/document';
import { editPlan } from '../../../server/src/features/action-plan/edit-plan';
import { identify } from '../../../server/src/features/action-plan/identity';
import type { PlanGesture } from '../../../server/src/protocol';
import { applyEdits } from '../../../server/src/rules/apply-fixes';
import { defaultSettings } from '../../../server/src/settings';

const within = (plan: string): string => `# Post-mortem: belts\n\n## Root Cause\n\nA nut.\n\n## Timeline (UTC)\n\n- 2026-03-09 21:40 – The belt stops\n- 2026-03-09 22:40 – The belt runs\n\n## Action Items\n\n${plan}\n\n## Lessons Learned\n\nCount the nuts.\n`;

/** What is done to the items and groups of a plan, which are counted from 0. */
type Step = (items: readonly string[], groups: readonly string[]) => PlanGesture;

const tick = (at: number): Step => (items) => ({ kind: 'toggle', id: items[at] as string, done: true });
const untick = (at: number): Step => (items) => ({ kind: 'toggle', id: items[at] as string, done: false });
const owner = (at: number, name: string | null): Step => (items) => ({ kind: 'setOwner', id: items[at] as string, owner: name });
const due = (at: number, day: string | null): Step => (items) => ({ kind: 'setDue', id: items[at] as string, due: day });
const move = (at: number, to: number): Step => (items, groups) => ({ kind: 'move', id: items[at] as string, group: groups[to] as string });
const add = (to: number | null, text: string, who: string | null = null, when: string | null = null): Step => (_, groups) =>
  ({ kind: 'addItem', group: to === null ? null : (groups[to] as string), text, owner: who, due: when });
const checklist = (at: number | null = null): Step => (_, groups) => ({ kind: 'makeChecklist', group: at === null ? null : (groups[at] as string) });

/** The text after a gesture, or why there is none. */
function after(text: string, step: Step): string | { readonly refused: string } {
  const document = parse(text);
  const ids = identify(document);
  const edits = editPlan(document, step([...ids.items.values()], [...ids.groups.values()]), defaultSettings);
  return 'refused' in edits ? edits : applyEdits(text, edits);
}

/** A refusal is told apart from a text by its key. */
type Row = readonly [dialect: string, before: string, step: Step, after: string | { readonly refused: string }];

const table: Readonly<Record<string, readonly Row[]>> = {
  'a toggle': [
    ['a box', '- [ ] Buy nuts\n- [x] Paint them', tick(0), '- [x] Buy nuts\n- [x] Paint them'],
    ['a box with a capital', '- [ ] Buy nuts\n- [X] Paint them', tick(0), '- [X] Buy nuts\n- [X] Paint them'],
    ['a numbered box', '1. [x] Buy nuts\n2. [ ] Paint them', untick(0), '1. [ ] Buy nuts\n2. [ ] Paint them'],
    ['a box without a bullet', '[ ] Buy nuts\n[ ] Paint them', tick(1), '[ ] Buy nuts\n[x] Paint them'],
    ['a box half ticked', '- [~] Buy nuts\n- [ ] Paint them', tick(0), '- [x] Buy nuts\n- [ ] Paint them'],
    ['a sign for a box', '☐ Buy nuts\n☑ Paint them', tick(0), '☑ Buy nuts\n☑ Paint them'],
    ['a sign', '- 🔄 Buy nuts\n- ✅ Paint them', tick(0), '- ✅ Buy nuts\n- ✅ Paint them'],
    ['a sign that others have not', '- Buy nuts\n- Count them\n- ✅ Paint them', tick(0), '- ✅ Buy nuts\n- Count them\n- ✅ Paint them'],
    ['a sign behind the words', '- Buy nuts\n- Count them ✅', tick(0), '- Buy nuts ✅\n- Count them ✅'],
    ['a sign that is taken away', '- ✅ Buy nuts\n- Count them', untick(0), '- Buy nuts\n- Count them'],
    ['words in brackets', '- Buy nuts\n- Count them (DONE)', tick(0), '- Buy nuts (DONE)\n- Count them (DONE)'],
    ['words in brackets, taken away', '- Buy nuts (done)\n- Count them', untick(0), '- Buy nuts\n- Count them'],
    ['words in brackets, both ways', '- Buy nuts (open)\n- Count them (done)', tick(0), '- Buy nuts (done)\n- Count them (done)'],
    ['words in capitals in front', 'TODO: Buy nuts\nDONE: Paint them'.replace(/^/gm, '- '), tick(0), '- DONE: Buy nuts\n- DONE: Paint them'],
    ['bold words behind a number', '1. Buy nuts **TODO**\n2. Paint them **DONE**', untick(1), '1. Buy nuts **TODO**\n2. Paint them **TODO**'],
    ['words behind a dash', '- Buy nuts - done\n- Paint them', tick(1), '- Buy nuts - done\n- Paint them - done'],
    ['words behind a stop', '- Buy nuts. Done.\n- Paint them.', tick(1), '- Buy nuts. Done.\n- Paint them. Done.'],
    ['a strike', '- Buy nuts\n- ~~Paint them~~', tick(0), '- ~~Buy nuts~~\n- ~~Paint them~~'],
    ['a strike that is taken away', '- ~~Buy nuts~~\n- Paint them', untick(0), '- Buy nuts\n- Paint them'],
    ['a cell', '| Action | Status |\n|---|---|\n| Buy nuts | Open |\n| Paint them | Done |', tick(0), '| Action | Status |\n|---|---|\n| Buy nuts | Done |\n| Paint them | Done |'],
    ['a cell that nobody has begun again', '| Action | Status |\n|---|---|\n| Buy nuts | Done |\n| Oil them | In progress |\n| Tell | In progress |\n| Paint them | Todo |', untick(0),
      '| Action | Status |\n|---|---|\n| Buy nuts | Todo |\n| Oil them | In progress |\n| Tell | In progress |\n| Paint them | Todo |'],
    ['a cell in bold', '| Action | Owner | Bug |\n|---|---|---|\n| Buy nuts | Ana | n/a **TODO** |\n| Paint them | Ben | **DONE** |', tick(0), '| Action | Owner | Bug |\n|---|---|---|\n| Buy nuts | Ana | n/a **DONE** |\n| Paint them | Ben | **DONE** |'],
    ['a cell that is lined up', '| Action     | Status      |\n|------------|-------------|\n| Buy nuts   | In progress |\n| Paint them | Done        |', tick(0),
      '| Action     | Status      |\n|------------|-------------|\n| Buy nuts   | Done        |\n| Paint them | Done        |'],
    ['an empty cell', '| Action | Status |\n|---|---|\n| Buy nuts |  |\n| Paint them | ✅ Done |', tick(0), '| Action | Status |\n|---|---|\n| Buy nuts | ✅ Done |\n| Paint them | ✅ Done |'],
    ['columns that blanks part', 'Action        Owner   Status\nBuy nuts      Ana     open\nPaint them    Ben     done', tick(0), 'Action        Owner   Status\nBuy nuts      Ana     done\nPaint them    Ben     done'],
    ['a line below', '- **Buy nuts**\n  - Owner: Ana\n  - Status: Open\n- **Oil them**\n  - Status: Done', tick(0), '- **Buy nuts**\n  - Owner: Ana\n  - Status: Done\n- **Oil them**\n  - Status: Done'],
    ['another language', '- Muttern kaufen (offen)\n- Muttern zählen (offen)', tick(0), '- Muttern kaufen (erledigt)\n- Muttern zählen (offen)'],
    ['nothing tells', '- Buy nuts\n- Paint them', tick(0), { refused: 'Nothing here tells whether items are done: make a checklist of them first.' }],
    ['the heading tells', '### Open\n\n- Buy nuts\n\n### Done\n\n- Paint them', tick(0), { refused: 'The heading says whether this item is done: move it instead.' }],
  ],
  'an owner': [
    ['none yet, nobody has one', '- [ ] Buy nuts\n- [ ] Paint them', owner(0, 'Ana Mora'), '- [ ] Buy nuts (owner: Ana Mora)\n- [ ] Paint them'],
    ['as the others: a handle', '- [ ] Buy nuts\n- [ ] Paint them (@ben)', owner(0, 'ana'), '- [ ] Buy nuts (@ana)\n- [ ] Paint them (@ben)'],
    ['as the others: behind a dash', '- Buy nuts\n- Paint them - Ben Roe\n- Oil them - Cem Ay', owner(0, 'Ana Mora'), '- Buy nuts - Ana Mora\n- Paint them - Ben Roe\n- Oil them - Cem Ay'],
    ['as the others: in brackets', '- Buy nuts\n- Paint them [Ben]\n- Oil them [Cem]', owner(0, 'Ana'), '- Buy nuts [Ana]\n- Paint them [Ben]\n- Oil them [Cem]'],
    ['as the others: a label', '- Buy nuts\n- Paint them, owner: Ben', owner(0, 'Ana'), '- Buy nuts, owner: Ana\n- Paint them, owner: Ben'],
    ['with the date that stands there', '- [ ] Buy nuts (due: 2026-04-01)\n- [ ] Paint them', owner(0, 'Ana'), '- [ ] Buy nuts (owner: Ana, due: 2026-04-01)\n- [ ] Paint them'],
    ['beside the state', '- Buy nuts (done)\n- Paint them', owner(0, 'Ana'), '- Buy nuts (done) (owner: Ana)\n- Paint them'],
    ['beside a state that is a link', '- Buy nuts [FIXED](https://nuts.example/1)', owner(0, 'Ana'), '- Buy nuts [FIXED](https://nuts.example/1) (owner: Ana)'],
    ['another one', '- Buy nuts (owner: Ben, due: 2026-04-01)', owner(0, 'Ana'), '- Buy nuts (owner: Ana, due: 2026-04-01)'],
    ['another handle', '- [ ] @ben will buy nuts', owner(0, 'ana'), '- [ ] @ana will buy nuts'],
    ['in a line below', '- [ ] Buy nuts\n  - **Owner:** Ben\n  - Due: 2026-04-01', owner(0, 'Ana'), '- [ ] Buy nuts\n  - **Owner:** Ana\n  - Due: 2026-04-01'],
    ['taken away with its line', '- [ ] Buy nuts\n  - Owner: Ben\n  - Due: 2026-04-01', owner(0, null), '- [ ] Buy nuts\n  - Due: 2026-04-01'],
    ['in place of nobody', '- Buy nuts (owner: TBD)', owner(0, 'Ana'), '- Buy nuts (owner: Ana)'],
    ['behind an empty label', '- Buy nuts. Owner:\n- Paint them', owner(0, 'Ana'), '- Buy nuts. Owner: Ana\n- Paint them'],
    ['in a cell', '| Action | Owner |\n|---|---|\n| Buy nuts | |\n| Paint them | Ben |', owner(0, 'Ana'), '| Action | Owner |\n|---|---|\n| Buy nuts | Ana |\n| Paint them | Ben |'],
    ['in a cell in place of nobody', '| Action | Owner |\n|---|---|\n| Buy nuts | TBD |', owner(0, 'Ana | Ben'), '| Action | Owner |\n|---|---|\n| Buy nuts | Ana \\| Ben |'],
    ['in a table without a column', '| Action | Status |\n|---|---|\n| Buy nuts | Open |', owner(0, 'Ana'), '| Action | Status |\n|---|---|\n| Buy nuts (owner: Ana) | Open |'],
    ['taken away with its brackets', '- [ ] Buy nuts (@ben)\n- [ ] Paint them', owner(0, null), '- [ ] Buy nuts\n- [ ] Paint them'],
    ['taken away beside a date', '- Buy nuts (owner: Ben, due: 2026-04-01)', owner(0, null), '- Buy nuts (due: 2026-04-01)'],
    ['taken away behind a dash', '- Buy nuts - Ben Roe, by 1 April 2026\n- Oil them', owner(0, null), '- Buy nuts - by 1 April 2026\n- Oil them'],
    ['taken out of a cell', '| Action | Owner |\n|---|---|\n| Buy nuts | Ben |\n| Oil them | - |', owner(0, null), '| Action | Owner |\n|---|---|\n| Buy nuts | - |\n| Oil them | - |'],
    ['part of the sentence', '- [ ] @ben will buy nuts', owner(0, null), { refused: 'The owner is part of the sentence: change it in the text.' }],
    ['no line break', '- [ ] Buy nuts', owner(0, 'Ana\r\n\u202eMora\u0007'), '- [ ] Buy nuts (owner: Ana Mora)'],
  ],
  'a due date': [
    ['none yet', '- [ ] Buy nuts\n- [ ] Paint them', due(1, '2026-04-01'), '- [ ] Buy nuts\n- [ ] Paint them (due: 2026-04-01)'],
    ['beside the owner', '- [ ] Buy nuts (@ana)', due(0, '2026-04-01'), '- [ ] Buy nuts (@ana, due: 2026-04-01)'],
    ['as the others write dates', '- Buy nuts\n- Paint them (due 3 May 2026)', due(0, '2026-04-01'), '- Buy nuts (due 1 April 2026)\n- Paint them (due 3 May 2026)'],
    ['as the others: behind a word', '- Buy nuts\n- Paint them by 03/05/2026\n- Oil them by 23/05/2026', due(0, '2026-04-01'), '- Buy nuts by 01/04/2026\n- Paint them by 03/05/2026\n- Oil them by 23/05/2026'],
    ['as the others: a sign', '- [ ] Buy nuts\n- [ ] Paint them 📅 2026-05-03', due(0, '2026-04-01'), '- [ ] Buy nuts 📅 2026-04-01\n- [ ] Paint them 📅 2026-05-03'],
    ['another one', '- Buy nuts (owner: Ana, due: May 3, 2026)', due(0, '2026-04-01'), '- Buy nuts (owner: Ana, due: April 1, 2026)'],
    ['in a line below', '1. **Buy nuts**\n   - Owner: Ana\n   - Deadline: 3 May 2026', due(0, '2026-04-01'), '1. **Buy nuts**\n   - Owner: Ana\n   - Deadline: 1 April 2026'],
    ['in place of a rough one', '- Buy nuts (due: Q3)\n- Oil them (due: 2026-05-03)', due(0, '2026-04-01'), '- Buy nuts (due: 2026-04-01)\n- Oil them (due: 2026-05-03)'],
    ['in a cell', '| Action | Due |\n|---|---|\n| Buy nuts | TBD |\n| Paint them | 03.05.2026 |\n| Oil them | 23.05.2026 |', due(0, '2026-04-01'), '| Action | Due |\n|---|---|\n| Buy nuts | 01.04.2026 |\n| Paint them | 03.05.2026 |\n| Oil them | 23.05.2026 |'],
    ['behind words that only look like a label', '- Fix what is due to rust', due(0, '2026-04-01'), '- Fix what is due to rust (due: 2026-04-01)'],
    ['taken away', '- Buy nuts (owner: Ana, due: 2026-05-03)', due(0, null), '- Buy nuts (owner: Ana)'],
    ['no day', '- Buy nuts', due(0, '2026-02-30'), { refused: 'This is no date of the calendar: 2026-02-30' }],
  ],
  'a move': [
    ['under another heading', '### Now\n\n- [ ] Buy nuts\n- [x] Oil them\n\n### Later\n\n- [ ] Paint them', move(1, 1), '### Now\n\n- [ ] Buy nuts\n\n### Later\n\n- [ ] Paint them\n- [x] Oil them'],
    ['with what belongs to it', '### Now\n\n- Buy nuts\n  of steel\n  - not too many\n- Oil them\n\n### Later\n\n* Paint them', move(0, 1), '### Now\n\n- Oil them\n\n### Later\n\n* Paint them\n* Buy nuts\n  of steel\n  - not too many'],
    ['numbers go on', '### Now\n\n1. Buy nuts\n2. Oil them\n3. Tell\n\n### Later\n\n1. Paint them', move(0, 1), '### Now\n\n1. Oil them\n2. Tell\n\n### Later\n\n1. Paint them\n2. Buy nuts'],
    ['under a label in a list', '1. Immediate (0-4 hours):\n   - Buy nuts\n   - Oil them\n\n2. Long-term (1-7 days):\n   - Paint them', move(0, 1), '1. Immediate (0-4 hours):\n   - Oil them\n\n2. Long-term (1-7 days):\n   - Paint them\n   - Buy nuts'],
    ['between tables of the same columns', '### Now\n\n| Action | Owner |\n|---|---|\n| Buy nuts | Ana |\n| Oil them | Ben |\n\n### Later\n\n| Action | Owner |\n|---|---|\n| Paint them | Cem |', move(0, 1),
      '### Now\n\n| Action | Owner |\n|---|---|\n| Oil them | Ben |\n\n### Later\n\n| Action | Owner |\n|---|---|\n| Paint them | Cem |\n| Buy nuts | Ana |'],
    ['what stands there', '### Now\n\n- [ ] Buy nuts', move(0, 0), { refused: 'This item stands there already.' }],
    ['into a table', '### Now\n\n- Buy nuts\n\n### Later\n\n| Action | Owner |\n|---|---|\n| Paint them | Cem |', move(0, 1), { refused: 'This item cannot stand there as it is written: move it in the text.' }],
  ],
  'a new item': [
    ['a box', '- [x] Buy nuts', add(0, 'Oil them'), '- [x] Buy nuts\n- [ ] Oil them'],
    ['with all it takes', '- [x] Buy nuts (@ana, due: 3 May 2026)', add(0, 'Oil them', 'ben', '2026-04-01'), '- [x] Buy nuts (@ana, due: 3 May 2026)\n- [ ] Oil them (@ben, due: 1 April 2026)'],
    ['a sign for a box', '☑ Buy nuts\n☑ Oil them', add(0, 'Tell'), '☑ Buy nuts\n☑ Oil them\n☐ Tell'],
    ['a number', '1. Buy nuts\n2. Oil them', add(null, 'Tell'), '1. Buy nuts\n2. Oil them\n3. Tell'],
    ['a list with gaps', '- Buy nuts\n\n- Oil them', add(0, 'Tell'), '- Buy nuts\n\n- Oil them\n\n- Tell'],
    ['a bare line', 'Buy nuts once more\nOil them well', add(0, 'Tell everybody'), 'Buy nuts once more\nOil them well\nTell everybody'],
    ['under a heading', '### Now\n\n- Buy nuts\n\n### Later\n\n- Paint them', add(0, 'Tell'), '### Now\n\n- Buy nuts\n- Tell\n\n### Later\n\n- Paint them'],
    ['a row', '| Action | Owner | Due | Status |\n|---|---|---|---|\n| Buy nuts | Ana | 2026-05-03 | Open |', add(0, 'Oil | grease', 'Ben', '2026-04-01'), '| Action | Owner | Due | Status |\n|---|---|---|---|\n| Buy nuts | Ana | 2026-05-03 | Open |\n| Oil \\| grease | Ben | 2026-04-01 | Open |'],
    ['line breaks are blanks', '- [ ] Buy nuts', add(0, 'Oil\n\n## them'), '- [ ] Buy nuts\n- [ ] Oil ## them'],
    ['no words', '- [ ] Buy nuts', add(0, ' \n'), { refused: 'Say what is to be done.' }],
    ['the first one', '', add(null, 'Buy nuts', 'Ana'), '- [ ] Buy nuts (owner: Ana)\n\n'],
  ],
  'a checklist': [
    ['of all', '### Now\n\n- Buy nuts\n\n### Later\n\n1. Paint them', checklist(), '### Now\n\n- [ ] Buy nuts\n\n### Later\n\n1. [ ] Paint them'],
    ['of a group', '### Now\n\n- Buy nuts\n\n### Later\n\n- Paint them', checklist(1), '### Now\n\n- Buy nuts\n\n### Later\n\n- [ ] Paint them'],
    ['with what is done ticked', '- Buy nuts (done)\n- Paint them', checklist(), '- [x] Buy nuts (done)\n- [ ] Paint them'],
    ['of bare lines over words', 'Buy nuts once more\nOil them well\nOverall, we learned to count.', checklist(), '- [ ] Buy nuts once more\n- [ ] Oil them well\n\nOverall, we learned to count.'],
    ['of nothing', '| Action | Owner |\n|---|---|\n| Buy nuts | Ana |', checklist(), { refused: 'There is nothing here that could have a box.' }],
  ],
};

for (const [what, rows] of Object.entries(table)) {
  describe(what, () => {
    for (const [dialect, before, step, expected] of rows) {
      test(dialect, () => {
        for (const written of [within(before), within(before).replaceAll('\n', '\r\n')]) {
          const eol = written.includes('\r') ? '\r\n' : '\n';
          assert.deepEqual(after(written, step), typeof expected === 'string' ? within(expected).replaceAll('\n', eol) : expected);
        }
      });
    }
  });
}
