import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { actionPlan } from '../../server/src/features/action-plan/model';

/** The items of a plan of these lines. */
function items(...lines: string[]) {
  const text = `# Post-mortem: no mail\n\n## Impact\n\nAll.\n\n## Root cause\n\nA log.\n\n## Action items\n\n${lines.join('\n')}\n`;
  return actionPlan(parse(text), { uri: 'untitled:x', version: 1, now: 0, timeZone: 'UTC', findings: [] })?.groups.flatMap((group) => group.items) ?? assert.fail('no plan');
}

describe('the title of an item leaves out', () => {
  const table: readonly (readonly [item: string, title: string])[] = [
    ['Rotate the log (@mira)', 'Rotate the log'],
    ['Rotate the log (@mira, OPS-1, due: 2026-03-27)', 'Rotate the log'],
    ['Rotate the log (owner: Shop Care, due: 2026-03-13).', 'Rotate the log'],
    ['Rotate the log (OPS-1, OPS-12)', 'Rotate the log'],
    ['Rotate the log [OPS-1]', 'Rotate the log'],
    ['Rotate the log (@mira) (due 2026-03-27)', 'Rotate the log'],
    ['Rotate the log (daily) (@mira)', 'Rotate the log (daily)'],
    ['Rotate the log - Tomasz, by 15 Nov', 'Rotate the log'],
    ['Rotate the log — Ana', 'Rotate the log'],
    ['Rotate - and keep - the log (OPS-1)', 'Rotate - and keep - the log'],
    ['**Rotate the log** (@mira)', 'Rotate the log'],
    ['Rotate the log (@mira, due 2026-03-27) OPS-1', 'Rotate the log'],
  ];
  for (const [item, title] of table) {
    test(item, () => {
      const [found] = items(`- [ ] ${item}`);
      assert.equal(found?.title, title);
      assert.ok(found.owner !== null || found.due !== null || found.tickets.length > 0, 'something stands below it');
    });
  }
});

describe('the title of an item is all of it where the end says more than stands below', () => {
  for (const item of [
    'Rotate the log',
    'Rotate the log (daily)',
    'Rotate the log (daily, due 2026-03-27) OPS-1',
    'Rotate the log (daily, @mira)',
    'Rotate the log (@mira, @jon)',
    'Rotate the log (done, @mira)',
    'Rotate the log (after OPS-1)',
    'Rotate the log as agreed in (OPS-1)',
    'Do what was agreed, see [OPS-1]',
    'Ask @mira to rotate the log',
    'Rotate the log (OPS-1) and its copy',
    'Look at the log - it is full (@mira) - twice',
    '(@mira)',
  ]) {
    test(item, () => assert.equal(items(`- [ ] ${item}`)[0]?.title, item));
  }

  test('a link', () => assert.equal(items('- [ ] Rotate the log ([OPS-1](https://tickets.example/OPS-1))')[0]?.title, 'Rotate the log (OPS-1)'));

  test('a list of tickets', () => {
    const tickets = Array.from({ length: 5_000 }, (_, index) => `(#${index + 1})`).join(' ');
    const started = performance.now();
    const [found] = items(`- [ ] Close ${tickets}`);
    assert.equal(found?.title, found?.text);
    assert.ok(performance.now() - started < 1_000);
  });
});
