import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { grouped, type Grouping, type Row } from '../../client/src/actions/grouping';
import { rowsOf } from '../../client/src/actions/rows';
import { groupDescription, groupLabel, itemDescription, itemLabel, itemSpoken, itemTooltip } from '../../client/src/actions/words';
import type { ListedItem, ListedPlan } from '../../server/src/protocol';
import { english } from '../support/english';


type State = ListedItem['state'];
/** An item of a few words: its state, its title, its owner, and its due date, with `!` where it is overdue and `~` where a horizon gives it. */
const item = (state: State, title: string, owner: string | null = null, due = ''): ListedItem => ({
  id: title, line: 7, text: `${title} (as written)`, title, state, owner, ownerKey: owner?.toLowerCase().replace('@', '') ?? null,
  due: due === '' ? null : {
    text: due.replace(/[!~]/g, ''), date: /\d{4}-\d{2}-\d{2}/.exec(due)?.[0] ?? null, source: due.includes('~') ? 'horizon' : 'stated', overdue: due.includes('!'),
  },
  tickets: [], gestures: state === 'untracked' ? [] : ['toggle'], group: 'Short term',
});
const plan = (name: string, title: string | null, ...items: ListedItem[]): ListedPlan => ({
  uri: `file:///incidents/${name}`, title, asOf: '2026-03-11', items,
  tracked: items.filter(({ state }) => state !== 'untracked').length, done: items.filter(({ state }) => state === 'done').length, total: items.length,
});

const outage = plan('outage.md', 'INC-7: Search down',
  item('open', 'Alarm', '@ivo', '2026-03-01!'), item('done', 'Disk', 'Ana Mora', '2026-01-05'), item('open', 'Runbook', null, '2026-03-18'), item('untracked', 'Letter'));
const escalation = plan('mail%20relay.txt', null,
  item('open', 'Quota', 'ana mora', 'before the summit'), item('open', 'Canary', '@Ivo', '2026-03-11'), item('untracked', 'Call', '@ivo', '2026-03-02'), item('open', 'Audit', 'Zoe', '2026-12-01~'), item('open', 'Drill', 'Zoe', '2026-04-10'));
const rows = [outage, escalation].flatMap((each) => rowsOf(each, []));

describe('actions are put together', () => {
  const cases: readonly (readonly [by: Grouping, rows: readonly Row[], lines: readonly string[]])[] = [
    ['document', rows, [
      'INC-7: Search down (1 of 3 done · 1 overdue · 1 not tracked): Alarm, Disk, Runbook, Letter',
      'mail relay.txt (0 of 4 done · 1 not tracked): Quota, Canary, Call, Audit, Drill',
    ]],
    ['owner', rows, [
      'ana mora (1 open · 1 done): Quota, Disk',
      '@ivo (2 open · 1 overdue · 1 not tracked): Alarm, Call, Canary',
      'Zoe (2 open): Drill, Audit',
      'No owner (1 open · 1 not tracked): Runbook, Letter',
    ]],
    ['due', rows, [
      'Overdue (1 open): Alarm',
      'Date passed, not tracked (1 not tracked): Call',
      'Today (1 open): Canary',
      'In 7 days (1 open): Runbook',
      'In 30 days (1 open): Drill',
      'Later (1 open): Audit',
      'Date unclear (1 open): Quota',
      'No due date (1 not tracked): Letter',
      'Done (1 done): Disk',
    ]],
    ['document', [plan('a.md', 'Outage', item('open', 'x')), plan('b.md', 'Outage', item('open', 'y'))].flatMap((each) => rowsOf(each, [])), ['Outage (0 of 1 done · a.md): x', 'Outage (0 of 1 done · b.md): y']],
    ['due', rowsOf(plan('a.md', 'A day before the incident', item('open', 'x', null, '2026-03-10')), []), ['Date unclear (1 open): x']],
    ['document', [], []],
    ['owner', [], []],
    ['due', [], []],
  ];
  for (const [by, given, lines] of cases) {
    test(`by ${by}: ${lines.length} groups of ${given.length}`, () => {
      const groups = grouped(given, by);
      assert.deepEqual(groups.map((group) => `${groupLabel(group, english)} (${groupDescription(group, english)}): ${group.rows.map((row) => row.item.title).join(', ')}`), lines);
      assert.equal(new Set(groups.map(({ id }) => id)).size, groups.length, 'each has a key of its own');
      const members = groups.flatMap((group) => group.rows);
      assert.deepEqual(members.map(({ key, plan: { uri }, item: { title } }) => ({ key, uri, title })).sort(byKey), given.map(({ key, plan: { uri }, item: { title } }) => ({ key, uri, title })).sort(byKey), 'every row is in one group');
      assert.equal(new Set(members.map(({ id }) => id)).size, given.length);
    });
  }
});

const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1);
const row = (given: ListedItem): Row => ({ key: 'x', plan: outage, item: given });

describe('of an action it is told', () => {
  const cases: readonly (readonly [given: ListedItem, by: Grouping, description: string, spoken: string])[] = [
    [item('open', 'Alarm', '@ivo', '2026-03-01!'), 'document', 'was due 2026-03-01 · @ivo', 'Overdue: Alarm, open, was due 2026-03-01, Owner: @ivo'],
    [item('open', 'Alarm', '@ivo', '2026-03-01!'), 'owner', 'was due 2026-03-01 · INC-7: Search down', 'Overdue: Alarm, open, was due 2026-03-01, INC-7: Search down, Owner: @ivo'],
    [item('open', 'Audit', 'Zoe', '2026-12-01~'), 'document', 'due 2026-12-01, by its horizon · Zoe', 'Audit, open, due 2026-12-01, by its horizon, Owner: Zoe'],
    [item('done', 'Disk', 'Zoe', '2026-01-05'), 'document', 'Zoe', 'Disk, done, Owner: Zoe'],
    [item('untracked', 'Letter'), 'due', 'not tracked · INC-7: Search down', 'Letter, not tracked, INC-7: Search down, No owner'],
    [{ ...item('open', 'Quota', null, 'before the summit'), tickets: [{ key: 'OPS-1', url: null }, { key: 'OPS-2', url: null }] }, 'document', 'due before the summit · OPS-1, OPS-2', 'Quota, open, due before the summit, OPS-1, OPS-2, No owner'],
  ];
  for (const [given, by, description, spoken] of cases) {
    test(`${given.title}, by ${by}`, () => {
      assert.equal(itemDescription(row(given), by, english), description);
      assert.equal(itemSpoken(row(given), by, english), spoken);
    });
  }

  test('no more than can be read, and nothing that turns the words beside it', () => {
    const given = { ...item('open', `\u202Eevil\u202C ${'x'.repeat(5_000)}`), text: 'y'.repeat(1_000_000) };
    const label = itemLabel(row(given), 'document', english);
    assert.match(label, /^evil x+…$/);
    assert.ok(label.length <= 201 && itemTooltip(row(given), 'a.md', english).length < 3_000);
  });

  test('everything, in its tooltip', () => {
    assert.deepEqual(itemTooltip(row({ ...item('open', 'Alarm', '@ivo', '2026-03-01!~'), tickets: [{ key: 'OPS-1', url: null }] }), 'a/outage.md', english).split('\n'), [
      'Alarm (as written)', '', 'Open', 'Owner: @ivo', 'Due: 2026-03-01', 'The date follows from “Short term”.', 'Overdue as of 2026-03-11', 'Ticket: OPS-1', 'Short term — INC-7: Search down', 'a/outage.md:8',
    ]);
  });
});

describe('an action keeps its key', () => {
  const listed = (titles: string): ListedPlan => plan('a.md', 'A', ...titles.split('; ').map((title) => ({ ...item('open', title), text: title })));
  const cases: readonly (readonly [what: string, before: string, after: string, kept: string])[] = [
    ['where nothing changes', 'Alarm; Disk', 'Alarm; Disk', 'Alarm; Disk'],
    ['where its words change', 'Alarm; Disk', 'Alarms; Disk', 'Alarm; Disk'],
    ['where all change', 'Alarm; Disk', 'Alarms; Disks', 'Alarm; Disk'],
    ['where others come', 'Alarm; Disk', 'Test; Alarm; Write; Disk', 'Test; Alarm; Write; Disk'],
    ['where others go', 'Alarm; Disk; Test', 'Test', 'Test'],
    ['where it goes elsewhere', 'Alarm; Disk; Test', 'Test; Alarm; Disk', 'Test; Alarm; Disk'],
    ['while there is a new one above it', 'Alarm; Disk', 'Write; Alarm soon; Disk', 'Write; Alarm; Disk'],
    ['but not where it is another one', 'Alarm; Disk', 'Write a runbook; Disk', 'Write a runbook; Disk'],
  ];
  for (const [what, before, after, kept] of cases) {
    test(what, () => {
      const now = rowsOf(listed(after), rowsOf(listed(before), []));
      assert.deepEqual(now.map(({ key }) => key), kept.split('; ').map((title) => `file:///incidents/a.md#${title}`));
      assert.deepEqual(now.map((each) => each.item.title), after.split('; '));
    });
  }

  test('and never has that of another', () => {
    let now: readonly Row[] = [];
    for (const titles of ['Alarm; Disk', 'Alarms; Disk', 'Disk; Alarm; Alarms', 'Alarm', 'Alarms; Alarm; Disk', 'Alarm!; Alarm; Alarms; Disks']) {
      now = rowsOf(listed(titles), now);
      assert.equal(new Set(now.map(({ key }) => key)).size, now.length, titles);
    }
  });
});
