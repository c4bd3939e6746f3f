import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../../server/src/document/document';
import { editPlan } from '../../../server/src/features/action-plan/edit-plan';
import { actionPlan } from '../../../server/src/features/action-plan/model';
import { ActionPlanModel } from '../../../server/src/protocol';
import { applyEdits } from '../../../server/src/rules/apply-fixes';
import { escalation, postmortem, readme } from '../../support/documents';
import { rereading } from '../../support/rereading';

const query = { uri: 'untitled:x', version: 3, now: Date.parse('2026-03-11T12:00:00Z'), timeZone: 'UTC', findings: [] };
const planOf = (text: string) => actionPlan(parse(text), query) ?? assert.fail('no plan');
const items = (text: string) => planOf(text).groups.flatMap((group) => group.items);

/** The text after a toggle, or the reason of its refusal. */
function toggled(text: string, id: string, done: boolean): string {
  const document = parse(text);
  const edits = editPlan(document, { kind: 'toggle', id, done }, rereading(document));
  if ('refused' in edits) return edits.refused;
  const [edit] = edits;
  assert.ok(edit);
  assert.equal(edit.span.end - edit.span.start, 1);
  assert.equal(edit.newText.length, 1);
  return applyEdits(text, edits);
}

describe('the action plan', () => {
  test('of a post-mortem, as the protocol promises it', () => {
    const { groups, title, status, severity, customer, tracked, done, total } = planOf(postmortem);
    assert.deepEqual({ title, status: status?.value, severity: severity?.value, customer: customer?.value, tracked, done, total }, {
      title: parse(postmortem).title?.text, status: 'Mitigated', severity: 'SEV-2', customer: 'Blue Heron Books', tracked: 4, done: 1, total: 4,
    });
    assert.deepEqual(groups.map(({ label, tracked, done }) => [label, tracked, done]), [['Immediate', 2, 1], ['Long Term', 2, 0]]);
    const all = ['toggle', 'owner', 'due', 'move'];
    assert.deepEqual(groups[0]?.items.map(({ state, gestures, owner, due }) => [state, gestures, owner, due?.date]), [['done', all, '@marta', undefined], ['open', all, '@ivo', '2036-03-20']]);
    assert.ok(ActionPlanModel.safeParse(planOf(postmortem)).success);
  });

  test('of an escalation: nothing is tracked, a priority stands for the severity, under its own name', () => {
    const { kind, severity, tracked, total } = planOf(escalation);
    assert.deepEqual({ kind, severity, tracked, total }, { kind: 'escalation', severity: { label: 'Priority', value: 'High', line: severity?.line ?? -1 }, tracked: 0, total: 3 });
    assert.ok(items(escalation).every(({ state }) => state === 'untracked'));
  });

  test('is null where there is no incident document', () => assert.equal(actionPlan(parse(readme), query), null));
});

describe('ids', () => {
  test('tell items of equal text apart', () => assert.equal(new Set(items(postmortem).map(({ id }) => id)).size, 4));

  test('outlive edits elsewhere, and their own toggle', () => {
    const before = items(postmortem).map(({ id }) => id);
    const edited = postmortem.replace('## Summary', '## Overview\n\nMore words.\n\n## Summary').replace('[x]', '[ ]');
    assert.deepEqual(items(edited).map(({ id }) => id), before);
  });
});

describe('a toggle', () => {
  const [first, second, third, fourth] = items(postmortem).map(({ id }) => id) as [string, string, string, string];
  const gone = 'This item is no longer in the document.';

  const table: readonly (readonly [what: string, text: string, id: string, done: boolean, result: string])[] = [
    ['ticks', postmortem, second, true, postmortem.replace('[ ] Switch', '[x] Switch')],
    ['unticks', postmortem, first, false, postmortem.replace('[x]', '[ ]')],
    ['finds the second of two equal items', postmortem, fourth, true, postmortem.replace(/\[ \] Alarm(?![\s\S]*\[ \])/, '[x] Alarm')],
    ['keeps the capital that the document uses', postmortem.replace('[x]', '[X]'), third, true, postmortem.replace('[x]', '[X]').replace('[ ] Alarm', '[x] Alarm'.replace('x', 'X'))],
    ['keeps CRLF', postmortem.replaceAll('\n', '\r\n'), second, true, postmortem.replace('[ ] Switch', '[x] Switch').replaceAll('\n', '\r\n')],
    ['finds an item that has moved', `\n\n${postmortem}`, second, true, `\n\n${postmortem.replace('[ ] Switch', '[x] Switch')}`],
    ['is refused for an item that is gone', postmortem.replace('Switch the renewal job on again', 'Something else'), second, true, gone],
    ['is refused for an unknown id', postmortem, 'nonsense', true, gone],
    ['is refused where it changes nothing', postmortem, first, true, 'This item is done already.'],
    ['is refused where it changes nothing back', postmortem, second, false, 'This item is open already.'],
    ['is refused without a checkbox', escalation, items(escalation)[0]?.id ?? '', true, 'Nothing here tells whether items are done: make a checklist of them first.'],
  ];
  for (const [what, text, id, done, result] of table) test(what, () => assert.equal(toggled(text, id, done), result));
});

/** A document of a plan with a header and a timeline. */
const incident = ({ header = '', timeline = '', plan = '' }) =>
  `# Post-mortem: belts\n\n${header}\n\n## Root Cause\n\nA nut.\n\n## Timeline (UTC)\n\n${timeline}\n\n## Action Items\n\n${plan}\n`;
const belt = '- 2026-03-09 21:40 – The first errors appear\n- 2026-03-09 21:50 – An alert fired\n- 2026-03-09 21:52 – The on-call engineer acknowledges it\n- 2026-03-09 22:40 – The belt is fixed';
const itemOf = (plan: string, more: Partial<Parameters<typeof actionPlan>[1]> = {}) =>
  actionPlan(parse(incident({ timeline: belt, plan })), { ...query, ...more })?.groups.flatMap(({ items: all }) => all)[0] ?? assert.fail('no item');

describe('who does it', () => {
  const table: readonly (readonly [plan: string, owner: string | null, unowned: boolean])[] = [
    ['- [ ] Buy nuts (owner: @ana)', '@ana', false],
    ['- [ ] Buy nuts', null, true],
    ['- [ ] Buy nuts (owner: TBD)', null, true],
    ['- [ ] The belt team will buy nuts', null, false],
    ['### Belt team\n\n- [ ] Buy nuts', null, false],
  ];
  for (const [plan, owner, unowned] of table) {
    test(JSON.stringify(plan), () => {
      const item = itemOf(plan);
      assert.deepEqual([item.owner, item.unowned], [owner, unowned]);
    });
  }
});

describe('when items are due', () => {
  /** On 11 March, two days after a belt that stood still for an hour. */
  const table: readonly (readonly [what: string, plan: string, due: unknown])[] = [
    ['as stated', '- [ ] Buy nuts (due: 2026-03-10)', ['2026-03-10', 'stated', true]],
    ['not yet', '- [ ] Buy nuts (due: 2026-03-11)', ['2026-03-11', 'stated', false]],
    ['done in time or not', '- [x] Buy nuts (due: 2026-03-10)', ['2026-03-10', 'stated', false]],
    ['nothing tells whether it is open', '- Buy nuts (due: 2026-03-10)', ['2026-03-10', 'stated', false]],
    ['before the incident is a slip', '- [ ] Buy nuts (due: 2025-03-10)', ['2025-03-10', 'stated', false]],
    ['by the window of its heading, from the end of the incident', '### Short-term (1-2 weeks)\n\n- [ ] Buy nuts', ['2026-03-23', 'horizon', false]],
    ['by hours that end on the same day', '### Immediate (0–1 hours)\n\n- [ ] Buy nuts', ['2026-03-09', 'horizon', true]],
    ['by a number in words', '### Within two weeks\n\n- [ ] Buy nuts', ['2026-03-23', 'horizon', false]],
    ['by months', '### Within 3 months\n\n- [ ] Buy nuts', ['2026-06-09', 'horizon', false]],
    ['a stated date is more', '### Short-term (1-2 weeks)\n\n- [ ] Buy nuts (due: 2026-05-03)', ['2026-05-03', 'stated', false]],
    ['a window without an end', '### Long-term (3+ months)\n\n- [ ] Buy nuts', null],
    ['days of work', '### Short-term (5 business days)\n\n- [ ] Buy nuts', null],
    ['a heading about something else', '### Improve the 24 hours service\n\n- [ ] Buy nuts', null],
  ];
  for (const [what, plan, expected] of table) {
    test(what, () => {
      const { due } = itemOf(plan);
      assert.deepEqual(due && [due.date, due.source, due.overdue], expected);
    });
  }

  test('by the window from the beginning of an escalation', () => {
    const { groups } = planOf(escalation);
    assert.ok(groups.flatMap(({ items: all }) => all).every(({ due }) => due === null || due.source === 'horizon'));
    const text = 'ESC-12 - Customer Escalation Summary\n\nCustomer: Blue Heron\nStatus: In Progress\nEscalated: 2026-03-08\n\nIssue Description:\nNo mail.\n\nAction Plan:\n1. Immediate (0-4 hours):\n   - Restart it\n\n2. Short-term (4-24 hours):\n   - Watch it\n';
    const plan = planOf(text);
    assert.deepEqual(plan.groups.map(({ window, items: [item] }) => [window, item?.due?.date, item?.due?.source, item?.due?.overdue]), [['0-4 hours', '2026-03-08', 'horizon', false], ['4-24 hours', '2026-03-09', 'horizon', false]]);
    assert.deepEqual([plan.age?.ended, plan.age?.seconds, plan.age?.since], [false, 3.5 * 86_400, '2026-03-08']);
  });
});

describe('what an item is', () => {
  const table: readonly (readonly [words: string, type: unknown, priority?: string])[] = [
    ['- Add an alert for the belt', ['detect', false]],
    ['- Investigate why the alert was late', ['investigate', false]],
    ['- Document the alert', ['document', false]],
    ['- Tell the customers', ['comms', false]],
    ['- Fail over by itself', null],
    ['- Add a fallback for the belt', ['mitigate', false]],
    ['- Replace the nuts [Priority: High]', ['repair', false], 'High'],
    ['- Add a fallback for the belt until there is an alert', ['mitigate', false]],
    ['- **HIGH** Repair the recovery process', ['repair', false], 'HIGH'],
    ['## Corrective actions\n\n- Look at the belt', null],
    ['- P1: Rehearse the handover', ['process', false], 'P1'],
    ['- [Prevention] Look at the belt', ['prevent', true]],
    ['### Detection\n\n- Look at the belt', ['detect', true]],
    ['| Action | Type | Priority |\n|---|---|---|\n| Add an alert | mitigate | P2 |', ['mitigate', true], 'P2'],
    ['- Look at the belt', null],
  ];
  for (const [words, type, priority] of table) {
    test(words.replaceAll('\n', ' '), () => {
      const item = itemOf(words);
      assert.deepEqual([item.type && [item.type.value, item.type.stated], item.priority], [type, priority ?? null]);
    });
  }

  test('tickets have addresses by links and by the patterns of the settings', () => {
    const { tickets } = itemOf('- Buy nuts (OPS-12, CAT-1, https://code.example/belts/nuts/issues/7, [OPS-13](https://t.example/browse/OPS-13), ftp://nuts.example/9)', { ticketPatterns: { 'OPS-(\\d+)': 'https://t.example/$1', 'CAT-\\d': 'javascript:alert(1)' } });
    assert.deepEqual(tickets, [
      { key: 'OPS-12', url: 'https://t.example/12' }, { key: 'CAT-1', url: null },
      { key: 'belts/nuts#7', url: 'https://code.example/belts/nuts/issues/7' }, { key: 'OPS-13', url: 'https://t.example/browse/OPS-13' },
    ]);
  });

  test('likely done where the status says so', () => {
    const text = 'ESC-12 - Customer Escalation Summary\n\nCustomer: Blue Heron\nStatus: In Progress\nEscalated: 2026-03-08\n\nIssue Description:\nNo mail.\n\nAction Plan:\n- Restart the oven controller\n- Buy a second oven\n\nCurrent Status:\n- Oven controller restarted\n- Bakers informed\n';
    const [first, second] = items(text);
    assert.deepEqual([first?.likelyDone?.text, text.split('\n')[first?.likelyDone?.line ?? 0], second?.likelyDone], ['Oven controller restarted', '- Oven controller restarted', null]);
  });
});

describe('the header', () => {
  const told = (header: string, timeline = belt, plan = '- [ ] Buy nuts') => planOf(incident({ header, timeline, plan }));

  test('measures with the lines that it measures between, or says why not', () => {
    const text = incident({ header: '**Status:** Resolved', timeline: belt, plan: '- [x] Buy nuts' });
    const lineOf = (words: string) => text.split('\n').findIndex((line) => line.includes(words));
    assert.deepEqual(planOf(text).metrics.map(({ seconds, from, line, reason }) => [seconds, from, line, reason]), [
      [600, lineOf('first errors'), lineOf('alert fired'), null], [120, lineOf('alert fired'), lineOf('acknowledges'), null],
      [3600, lineOf('first errors'), lineOf('is fixed'), null], [3600, lineOf('first errors'), lineOf('is fixed'), null],
    ]);
    const { metrics } = told('**Status:** Open', '- 2026-03-09 21:40 – The first errors appear');
    assert.deepEqual(metrics.map(({ reason }) => reason), ['No line says when it was detected.', 'No line says when somebody took it up.', 'No line says when it was mitigated.', 'No line says when it was resolved.']);
  });

  test('tells how long it was, or how long it has been going on', () => {
    assert.deepEqual([told('**Status:** Resolved').age?.seconds, told('**Status:** Resolved').age?.ended], [3600, true]);
    const open = told('**Status:** Open', '- 2026-03-09 21:40 – The first errors appear').age;
    assert.deepEqual([open?.seconds, open?.ended, open?.since], [38 * 3600 + 1200, false, '2026-03-09T21:40']);
    assert.equal(told('', '- 2026-03-09 21:40 – The first errors appear').age, null);
  });

  test('tells when more is told', () => {
    const next = (header: string) => told(header).nextUpdate;
    assert.deepEqual(next('**Status:** Open\n\n**Next update:** 2026-03-11 11:00 UTC')?.overdue, true);
    assert.deepEqual(next('**Status:** Open\n\n**Next update:** 2026-03-11')?.overdue, false);
    assert.deepEqual([next('The next update is due on Friday.')?.text, next('The next update is due on Friday.')?.overdue], ['on Friday', false]);
    assert.equal(next('**Status:** Open'), null);
  });

  test('lists what stands against closing, each kind once before any twice; nothing where it is closed', () => {
    const plan = '- [ ] Buy nuts\n- [ ] Oil the belt (due: 2026-03-10)\n- [x] Paint the belt';
    const { blocking } = told('**Status:** Open', belt, plan);
    assert.deepEqual(blocking.map(({ kind, text }) => [kind, text]), [
      ['overdue', 'An action is overdue.'], ['openActions', '2 actions are still open.'], ['unowned', '2 actions have no owner.'], ['undated', 'An action has no due date.'],
    ]);
    assert.deepEqual(told('**Status:** Closed', belt, plan).blocking, []);
  });
});

describe('the timeline', () => {
  test('is drawn as its clocks show, in the order of the document, and says what is out of order', () => {
    const plan = planOf(postmortem);
    assert.deepEqual([plan.timeline?.zone, plan.timeline?.undated, plan.timeline?.entries.map(({ disorder }) => disorder)], ['UTC', 0, [false, false, false, false, true, false]]);
    const [first, , range] = plan.timeline?.entries ?? [];
    assert.deepEqual([first?.start, first?.label, first?.milestones], [Date.parse('2026-03-09T21:40Z') / 1000, '2026-03-09 21:40', ['detected']]);
    assert.equal((range?.end ?? 0) - (range?.start ?? 0), 20 * 60);
  });

  test('is drawn in UTC where its clocks are of several zones', () => {
    const { timeline } = planOf(incident({ timeline: '- 2026-03-09 21:40 UTC – The belt stops\n- 2026-03-09 23:40 CET – The belt runs', plan: '- Buy nuts' }).replace(' (UTC)', ''));
    assert.deepEqual([timeline?.zone, timeline?.entries.map(({ start }) => start)], ['UTC', [Date.parse('2026-03-09T21:40Z') / 1000, Date.parse('2026-03-09T22:40Z') / 1000]]);
    assert.deepEqual(planOf(incident({ timeline: '- 2026-03-09 21:40 – The belt stops', plan: '- Buy nuts' }).replace('UTC', 'PST')).timeline?.entries[0]?.start, Date.parse('2026-03-09T21:40Z') / 1000);
  });

  test('is as the clocks show where no zone is known, and counts what has no place', () => {
    const text = incident({ timeline: '- 2026-03-09 21:40 – The belt stops', plan: '- Buy nuts' }).replace(' (UTC)', '');
    assert.deepEqual([planOf(text).timeline?.zone, planOf(text).timeline?.entries[0]?.start], [null, Date.parse('2026-03-09T21:40Z') / 1000]);
    assert.equal(planOf(text.replace('2026-03-09 ', '')).timeline?.undated, 1);
    assert.equal(planOf(text.replace(/- 2026.*/, 'Later.')).timeline, null);
  });
});

test('where new issues are made is told as the settings have it', () => {
  const document = parse('# Post-mortem: late mail\n\n## Impact\n\n## Timeline\n\n## Action items\n\n- [ ] Alarm on the queue\n');
  const told = (newIssue?: string) => actionPlan(document, { ...query, ...(newIssue === undefined ? {} : { newIssue }) })?.newIssue;
  assert.deepEqual([told(), told(''), told('https://x.example/new?title=$title')], [null, null, 'https://x.example/new?title=$title']);
});
