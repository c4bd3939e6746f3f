import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultSettings } from '../../server/src/settings';
import { parse } from '../../server/src/document/document';
import { editPlan } from '../../server/src/features/action-plan/edit-plan';
import { actionPlan } from '../../server/src/features/action-plan/model';
import { ActionPlanModel } from '../../server/src/protocol';
import { escalation, postmortem, readme } from '../support/documents';

const query = { uri: 'untitled:x', version: 3, now: Date.parse('2026-03-11T12:00:00Z'), timeZone: 'UTC', findings: [] };
const planOf = (text: string) => actionPlan(parse(text), query) ?? assert.fail('no plan');
const items = (text: string) => planOf(text).groups.flatMap((group) => group.items);

/** The text after a toggle, or the reason of its refusal. */
function toggled(text: string, id: string, done: boolean): string {
  const edits = editPlan(parse(text), { kind: 'toggle', id, done }, defaultSettings);
  if ('refused' in edits) return edits.refused;
  const [edit] = edits;
  assert.ok(edit);
  assert.equal(edit.span.end - edit.span.start, 1);
  assert.equal(edit.newText.length, 1);
  return text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
}

describe('the action plan', () => {
  test('of a post-mortem, as the protocol promises it', () => {
    const { groups, title, status, severity, customer, tracked, done, total } = planOf(postmortem);
    assert.deepEqual({ title, status: status?.value, severity: severity?.value, customer: customer?.value, tracked, done, total }, {
      title: parse(postmortem).title?.text, status: 'Mitigated', severity: 'SEV-2', customer: 'Blue Heron Books', tracked: 4, done: 1, total: 4,
    });
    assert.deepEqual(groups.map(({ label, tracked, done }) => [label, tracked, done]), [['Immediate', 2, 1], ['Long Term', 2, 0]]);
    assert.deepEqual(groups[0]?.items.map(({ state, gestures, owner, due }) => [state, gestures, owner, due?.date]), [['done', ['toggle'], '@marta', undefined], ['open', ['toggle'], '@ivo', '2036-03-20']]);
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
