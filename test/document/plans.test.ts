import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';

/** One item of a plan as it is written, and what is read: state, owner, due, tickets. */
const items: readonly [written: string, state: string, owner: string | null, due: string | null, tickets: readonly string[]][] = [
  ['- Add a disk alarm', 'untracked', null, null, []],
  ['- [ ] Add a disk alarm', 'open', null, null, []],
  ['- [x] Add a disk alarm', 'done', null, null, []],
  ['- [X] Add a disk alarm', 'done', null, null, []],
  ['* [ ] Add a disk alarm', 'open', null, null, []],
  ['1. Add a disk alarm', 'untracked', null, null, []],
  ['- ~~Add a disk alarm~~', 'done', null, null, []],
  ['- ✅ Add a disk alarm', 'done', null, null, []],
  ['- Add a disk alarm (DONE)', 'done', null, null, []],
  ['- **DONE** Add a disk alarm', 'done', null, null, []],
  ['- Add a disk alarm **TODO**', 'open', null, null, []],
  ['- [ ] Add a disk alarm @mira', 'open', '@mira', null, []],
  ['- [ ] Add a disk alarm, @mira.soto, due 2024-02-01', 'open', '@mira.soto', '2024-02-01', []],
  ['- Add a disk alarm (owner: Mira, due: 2024-02-01)', 'untracked', 'Mira', '2024-02-01', []],
  ['- Add a disk alarm. Owner: Mira Soto', 'untracked', 'Mira Soto', null, []],
  ['[x] Add a disk alarm', 'done', null, null, []],
  ['[ ] Add a disk alarm\n    on every node', 'open', null, null, []],
  ['- [ ] Add a disk alarm (OPS-1), Mira Soto, 2024-02-15', 'open', 'Mira Soto', '2024-02-15', ['OPS-1']],
  ['- Add a disk alarm - legal, 2024-02-15', 'untracked', 'legal', '2024-02-15', []],
  ['- Add a disk alarm. Responsible: Mira Soto, by 15.02.2024. Done.', 'done', 'Mira Soto', '2024-02-15', []],
  ['- Add a disk alarm. Responsible: to be determined, by 15.02.2024. Open.', 'open', null, '2024-02-15', []],
  ['- Add a disk alarm - Mira Soto, by 15 Feb 2024', 'untracked', 'Mira Soto', '2024-02-15', []],
  ['- Add a disk alarm (OPS-12) - Mira - 2024-02-01', 'untracked', 'Mira', '2024-02-01', ['OPS-12']],
  ['- Add a disk alarm — Mira', 'untracked', 'Mira', null, []],
  ['- Add a disk alarm 📅 2024-02-01', 'untracked', null, '2024-02-01', []],
  ['- Add a disk alarm (2024-02-01)', 'untracked', null, '2024-02-01', []],
  ['- Add a disk alarm [OPS-12]', 'untracked', null, null, ['OPS-12']],
  ['- Add a disk alarm #123', 'untracked', null, null, ['#123']],
  ['- Add a disk alarm [issue](https://example.com/i/8)', 'untracked', null, null, ['https://example.com/i/8']],
  ['- Add a disk alarm -> Mira Soto, 15/10/2024 12:00 CET', 'untracked', 'Mira Soto', '2024-10-15', []],
  ['- Add a disk alarm — *Mira Soto*, 13 Feb 2024 (OPS-12) — 🟡 on track', 'open', 'Mira Soto', '2024-02-13', ['OPS-12']],
  ['- Add a disk alarm - Pavel with legal - bis Mo 15.01.2024 - DONE, sent today', 'done', 'Pavel with legal', '2024-01-15', []],
  ['- Add a disk alarm. Owner: Mira Soto. Due: 2024-02-01. Ticket: OPS-12. State: Closed', 'done', 'Mira Soto', '2024-02-01', ['OPS-12']],
  ['- [ ] ディスクの警報 **担当: mira、期限: 2024-02-01**', 'open', 'mira', '2024-02-01', []],
  ['- Alarm einrichten, verantwortlich: Mira Soto, fällig: 01.02.2024', 'untracked', 'Mira Soto', '2024-02-01', []],
  ['- Añadir una alarma. Responsable: Mira Soto. Plazo: 18/02/2024. Realizada.', 'done', 'Mira Soto', '2024-02-18', []],
  ['- [ ] Add a disk alarm @mira, Thu 1 February 2024', 'open', '@mira', '2024-02-01', []],
  ['- [ ] Add a disk alarm @mira, Q1 2024', 'open', '@mira', 'Q1 2024', []],
  ['- Add a disk alarm | Mira Soto | due 2/1/2024 | Completed', 'done', 'Mira Soto', '2/1/2024', []],
  ['- Add a disk alarm (Mira Soto, by 16 May 2024) *in progress*', 'open', 'Mira Soto', '2024-05-16', []],
  ['- [ ] Add a disk alarm [[Mira Soto]] 📅 2024-02-01', 'open', 'Mira Soto', '2024-02-01', []],
  ['- Add a disk alarm. Owner: Dr. P. Soto. Due: 16 May 2024', 'untracked', 'Dr. P. Soto', '2024-05-16', []],
  ['1. Add a disk alarm, Mira with the venues, due 1 February 2024', 'untracked', 'Mira with the venues', '2024-02-01', []],
  ['- Add a disk alarm (field service, 1 February 2024)', 'untracked', 'field service', '2024-02-01', []],
  ['- Add a disk alarm\n  - Owner: Mira Soto\n  - Due: 2024-02-01\n  - Ticket: OPS-12\n  - Status: Done', 'done', 'Mira Soto', '2024-02-01', ['OPS-12']],
  ['1. **Add a disk alarm**\n   - **Owner:** Mira\n   - Deadline: 1 Feb 2024', 'untracked', 'Mira', '2024-02-01', []],
  ['- [ ] Add a disk alarm\n  - on the old nodes\n    - Owner: Mira', 'open', null, null, []],
  ['- ~~Add a disk alarm by 1 Feb 2024~~', 'done', null, '2024-02-01', []],
  ['- Fix what is due to the lag (due: 1 Feb 2024)', 'untracked', null, '2024-02-01', []],
  ['- Add a disk alarm (done) [OPS-12]', 'done', null, null, ['OPS-12']],
  ['* DONE  Add a disk alarm [Mira]', 'done', 'Mira', null, []],
  ['- [~] Add a disk alarm', 'open', null, null, []],
  ['- Add a disk alarm -> Mira, 2024-02-01', 'untracked', 'Mira', '2024-02-01', []],
  ['- Add a disk alarm -> Mira asks the supplier, 2024-02-01 09:00 BST', 'untracked', 'Mira', '2024-02-01', []],
  ['- Add a disk alarm -> field service North, 2024-02-01', 'untracked', 'field service North', '2024-02-01', []],
  ['- Move the alarm from disk -> volume, then look', 'untracked', null, null, []],
  ['- Move data from A -> B', 'untracked', null, null, []],
  ['- Add a disk alarm -\r\n  Mira with legal - DONE, today', 'done', 'Mira with legal', null, []],
  ['- Add a disk alarm by 8/1', 'untracked', null, '8/1', []],
  ['- Add a disk alarm by 5 March 2024. (Mira Soto, 2024-03-05)', 'untracked', 'Mira Soto', '2024-03-05', []],
  ['- [ ] @Mira Soto add a disk alarm 17 Oct 2025', 'open', '@Mira', '2025-10-17', []],
  ['- Add a disk alarm as on 17 Oct 2025', 'untracked', null, null, []],
  ['- Add a disk alarm -- Mira, EOW', 'untracked', 'Mira', 'EOW', []],
  ['- Add a disk alarm - Mira - KW39', 'untracked', 'Mira', 'KW39', []],
  ['- Add a disk alarm - DONE 7/11', 'done', null, null, []],
  ['- Add a disk alarm. *Completed on 5 September 2024.*', 'done', null, null, []],
  ['- Add a disk alarm. Planned for 18 October 2024.', 'open', null, '2024-10-18', []],
  ['- Ask the supplier - waiting on Norwind', 'open', null, null, []],
  ['- Add a disk alarm. Mira Soto, 2024-04-22. Legal reads it first.', 'untracked', 'Mira Soto', '2024-04-22', []],
  ['☑ Add a disk alarm – Mira – 2024-02-01', 'done', 'Mira', '2024-02-01', []],
  ['☐ Add a disk alarm – Mira – 2024-02-01', 'open', 'Mira', '2024-02-01', []],
  ['- Add a disk alarm, owner TBD', 'untracked', null, null, []],
  ['- Add a disk alarm, owner Mira, 2024-02-01', 'untracked', 'Mira', '2024-02-01', []],
  ['- Add a disk alarm (by 1 February 2024, M. Soto)', 'untracked', 'M. Soto', '2024-02-01', []],
  ['- Add a disk alarm for all hosts, M. Soto, 2024-02-01', 'untracked', 'M. Soto', '2024-02-01', []],
  ['- Add a disk alarm for all hosts, Mira Soto, from May 2024', 'untracked', 'Mira Soto', null, []],
  ['- Add a disk alarm for all hosts: Mira, until 2024-02-01', 'untracked', 'Mira', '2024-02-01', []],
  ['- Add disk alarms in Paris, Rome, 2024-02-01', 'untracked', null, '2024-02-01', []],
  ['- Add a disk alarm: Mira knows how', 'untracked', null, null, []],
  ['- Move the owner Mira named to another table', 'untracked', null, null, []],
  ['- Write UTF-8 and SHA-256 sums, RF-3, SEV-1', 'untracked', null, null, []],
];

describe('what is read of an item', () => {
  for (const [written, ...expected] of items) {
    test(written, () => {
      const [item] = parse(`# Disk full\n\n## Action items\n\n${written}\n`).plan.items;
      assert.ok(item, 'an item');
      assert.deepEqual([item.state, item.owner?.value ?? null, item.due?.date ?? item.due?.value ?? null, item.tickets.map((ticket) => ticket.value)], expected);
    });
  }
});

const read = (text: string): string[] => parse(text).plan.items.map((item) => `${item.line + 1} ${item.group.label}${item.group.horizon ? ` (${item.group.horizon})` : ''}: ${item.text}`);

/** Each row: what it shows, the document, and its items as "line group (horizon): text". */
const plans: readonly [what: string, text: string, items: readonly string[]][] = [
  ['numbered groups with nested bullets', 'Plan of work\n============\n\nAction Plan:\n------\n1. Immediate (0-4 hours):\n   - Stop\n   - Look\n\n2. Long-term (1-7 days):\n   - Mend\n',
    ['7 Immediate (0-4 hours) (immediate): Stop', '8 Immediate (0-4 hours) (immediate): Look', '11 Long-term (1-7 days) (long): Mend']],
  ['checkboxes under horizon headings', '# T\n\n## Actions\n\n### ✅ Immediate\n- [x] Stop\n\n### Near Term\n- [ ] Look\n', ['6 Immediate (immediate): Stop', '9 Near Term (short): Look']],
  ['horizon labels over lists', '# T\n\n## Actions\n\nShort term:\n\n- Look\n\nLong term:\n\n- Mend\n', ['7 Short term (short): Look', '11 Long term (long): Mend']],
  ['bare lines below a lead-in', 'Postmortem\n\nCorrective Measures:\nWe will take the following measures:\n\nAdd a disk alarm\nRotate the debug log\nOverall, this was a bad day for the disk.\n', ['6 Corrective Measures: Add a disk alarm', '7 Corrective Measures: Rotate the debug log']],
  ['details under an item are part of it', '# T\n\n## Actions\n\n- Add a disk alarm\n  - at 80 %\n  - on every host\n', ['5 Actions: Add a disk alarm']],
  ['an item over two lines', '# T\n\n## Actions\n\n- Add a disk\n  alarm\n- Mend\n', ['5 Actions: Add a disk alarm', '7 Actions: Mend']],
  ['two sections', '# T\n\n## Action plan\n\n- Stop\n\n## Next steps\n\n1. Look\n', ['5 Action plan: Stop', '9 Next steps: Look']],
  ['paragraphs that say what will be done', '# T\n\n## Future measures\n\nA disk should not fill up\nunseen. We will add an alarm.\n\nThis was a long day.\n\nThe log will be rotated\nevery night.\n',
    ['5 Future measures (long): A disk should not fill up unseen. We will add an alarm.', '10 Future measures (long): The log will be rotated every night.']],
  ['boxes of a word processor', '# T\n\n## Actions\n\n☑ Stop\n☐ Look\n', ['5 Actions: Stop', '6 Actions: Look']],
  ['letters with a full stop', '# T\n\n## Intentions\n\na. Stop at once\nb. Look at it\n', ['5 Intentions: a. Stop at once', '6 Intentions: b. Look at it']],
  ['letters', '# T\n\n## Actions\n\na) Stop at once.\nb) Look at\n   it.\n', ['5 Actions: a) Stop at once.', '6 Actions: b) Look at it.']],
  ['the first behind its label', 'Case, disk full\n\nISSUE SUMMARY\tFull.\nNEXT STEPS\t1. Stop\n\t2. Look\n', ['4 NEXT STEPS: Stop', '5 NEXT STEPS: Look']],
  ['the end of a letter', '# T\n\n## Actions\n\nAdd a disk alarm\nRotate the debug log\n\nYours sincerely,\n\nMira Soto\nDirector of Operations\n', ['5 Actions: Add a disk alarm', '6 Actions: Rotate the debug log']],
  ['a sentence is no item', '# T\n\n## Actions\n\nNothing needs to be done because the disk is gone.\n', []],
];

describe('names in brackets', () => {
  const owners = (items: string) => parse(`# T\n\n## Actions\n\n${items}\n`).plan.items.map(({ owner }) => owner?.value ?? null);
  test('are owners where the items of a plan end with them', () => {
    assert.deepEqual(owners('- Stop (Ana)\n- Look [Ben S., development]\n- Mend (Ms. Cole / Mr. Dunn, PRT-12)\n- Sleep'), ['Ana', 'Ben S., development', 'Ms. Cole / Mr. Dunn', null]);
  });
  test('have no remark', () => assert.deepEqual(owners('- Stop (Ana Mora, first time by 28 November 2025)\n- Look (Ben, no hurry)'), ['Ana Mora', 'Ben']));
  test('may be a system elsewhere', () => assert.deepEqual(owners('- Stop (Grafana)\n- Look\n- Mend'), [null, null, null]));
  test('are no grades', () => assert.deepEqual(owners('- Stop (High)\n- Look (Low)'), [null, null]));
  test('a team has a column', () => {
    assert.deepEqual(owners('| | Item | Team | When |\n|---|---|---|---|\n| ✅ | Stop | Delivery | July 1 |'), ['Delivery']);
    assert.deepEqual(owners('| Item | Team | Owner |\n|---|---|---|\n| Stop | Delivery | Ana |'), ['Ana']);
  });
  test('a handle has a surname where the document says it again', () => assert.deepEqual(owners('- @Ana Mora stops\n- @Ana Mora looks\n- @Ben Mend it'), ['@Ana Mora', '@Ana Mora', '@Ben']));
});

describe('names in front', () => {
  const owners = (items: string) => parse(`# T\n\nOwner: Ana Mora (desk)\n\n## Actions\n\n${items}\n`).plan.items.map(({ owner }) => owner?.value ?? null);
  test('are owners where one of them is named in the head', () => assert.deepEqual(owners('- Ana: stop\n- Mobile team (Ben): look\n- QA: test'), ['Ana', 'Mobile team (Ben)', 'QA']));
  test('may be themes elsewhere', () => assert.deepEqual(owners('- Monitoring: add an alarm\n- Database: rotate the log'), [null, null]));
  test('are few among many items', () => assert.deepEqual(owners('- Ana: stop\n- Look\n- Mend\n- Sleep'), [null, null, null, null]));
});

describe('plans', () => {
  for (const [what, text, expected] of plans) test(what, () => assert.deepEqual(read(text), expected));

  test('a state behind a sign of Jira is marked where it stands', () => {
    const text = 'h1. T\n\nh2. Action items\n\n||Task||Owner||State||\n|Add an alarm|Mira|(/) closed complete|\n';
    assert.deepEqual(parse(text).plan.items.map(({ state, mark }) => [state, mark && text.slice(mark.span.start, mark.span.end)]), [['done', 'closed']]);
  });

  test('a table of Jira, with its signs', () => {
    const { plan } = parse('h1. T\n\nh2. Action items\n\n||Task||Owner||Due||State||\n|Add an alarm|Mira|2024-02-01|(/) done|\n|Rotate|Ana|2024-02-02|(x) open|\n');
    assert.deepEqual(plan.items.map(({ line, text, state, owner, due }) => [line + 1, text, state, owner?.value, due?.date]), [[6, 'Add an alarm', 'done', 'Mira', '2024-02-01'], [7, 'Rotate', 'open', 'Ana', '2024-02-02']]);
  });

  test('a table by its columns, in any order', () => {
    const text = '# T\n\n## Actions\n\n| Status | Who | Action | When |\n|---|---|---|---|\n| Done | Mira | Add an alarm (OPS-1) | 2024-02-01 |\n| In progress | TBD | Rotate | soon |\n';
    assert.deepEqual(
      parse(text).plan.items.map((item) => [item.text, item.state, item.owner?.value ?? null, item.due?.date ?? null, item.tickets.map((ticket) => ticket.value), item.notation]),
      [['Add an alarm (OPS-1)', 'done', 'Mira', '2024-02-01', ['OPS-1'], 'row'], ['Rotate', 'open', null, null, [], 'row']],
    );
  });

  test('a table aligned with blanks, above one of another notation', () => {
    const plan = 'Disk full\n\nACTIONS\n\nAction              Owner        Due\nAdd an alarm        Mira Soto    2024-02-01\n';
    assert.deepEqual(read(`${plan}\nPARTICIPANTS\n\n| Name | Role |\n|---|---|\n| Mira | Lead |\n`), ['6 ACTIONS: Add an alarm']);
  });
  test('a table aligned with blanks', () => {
    const text = ['Disk full', '', 'ACTIONS', '', 'Action              Owner        Due         State', 'Add an alarm        Mira Soto    2024-02-01  done', 'Rotate the logs     Ana          2024-02-09  open', ''].join('\n');
    assert.deepEqual(
      parse(text).plan.items.map((item) => [item.text, item.state, item.owner?.value ?? null, item.due?.date ?? null]),
      [['Add an alarm', 'done', 'Mira Soto', '2024-02-01'], ['Rotate the logs', 'open', 'Ana', '2024-02-09']],
    );
  });

  test('the checkbox is where the mark stands', () => {
    const document = parse('# T\n\n## Actions\n\n- [x] Stop\n');
    assert.equal(document.text.value[document.plan.items[0]?.checkbox ?? -1], 'x');
  });
});
