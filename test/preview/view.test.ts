import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ENGLISH, HostMessage, PreviewMessage } from '../../client/preview/messages';
import type { Tree } from '../../client/preview/tree';
import { fill, nothingView, planView } from '../../client/preview/view';
import type { ActionItemModel, ActionPlanModel } from '../../server/src/protocol';

const item = (id: string, state: ActionItemModel['state'], more: Partial<ActionItemModel> = {}): ActionItemModel => ({
  id, line: 7, text: `Do ${id}`, title: more.text ?? `Do ${id}`, state, priority: null, type: null, owner: null, due: null, tickets: [], likelyDone: null,
  gestures: state === 'untracked' ? [] : ['toggle'], ...more,
});
const plan = (items: ActionItemModel[], more: Partial<ActionPlanModel> = {}): ActionPlanModel => {
  const tracked = items.filter(({ state }) => state !== 'untracked').length;
  const done = items.filter(({ state }) => state === 'done').length;
  return {
    uri: 'file:///a.md', version: 1, kind: 'postmortem', title: 'Mail was late', titleLine: 0, asOf: '2026-11-21', status: null, severity: null, customer: null,
    age: null, nextUpdate: null, metrics: [], problems: 0, blocking: [], tracked, done, total: items.length, unowned: 0, overdue: 0, owners: [],
    groups: items.length ? [{ id: 'g', label: 'Immediate (0–4 hours)', line: 5, window: null, tracked, done, items, canAdd: true, canChecklist: false }] : [], timeline: null, emptyHint: null, ...more,
  };
};
const draw = (model: ActionPlanModel, readOnly: string | null = null, collapsed: string[] = []): Tree[] =>
  planView(model, { strings: ENGLISH, readOnly, collapsed: new Set(collapsed) });

/** All elements of the page, in order. */
function all(trees: readonly Tree[]): Tree[] {
  return trees.flatMap((tree) => [tree, ...all(tree.children ?? [])]);
}
const byTag = (trees: readonly Tree[], tag: string): Tree[] => all(trees).filter((tree) => tree.tag === tag);
const words = (trees: readonly Tree[]): string => all(trees).flatMap(({ text }) => text ?? []).join(' | ');
const classed = (trees: readonly Tree[], name: string): Tree[] => all(trees).filter(({ attributes }) => attributes?.['class']?.split(' ').includes(name));

describe('the preview', () => {
  test('ticks what is done, leaves open what is open, and shows no box where nothing is tracked', () => {
    const page = draw(plan([item('a', 'done'), item('b', 'open'), item('c', 'untracked')]));
    assert.deepEqual(byTag(page, 'input').map(({ properties }) => properties), [{ checked: true, disabled: false }, { checked: false, disabled: false }]);
    assert.deepEqual(classed(page, 'untracked-mark').map(({ attributes }) => attributes?.['title']), [ENGLISH.untracked]);
    assert.match(words(page), /1 of 3 done \| 1 not tracked/);
  });

  test('measures progress by all items, so that a plan is full only when everything is known to be done', () => {
    const [whole, group] = byTag(draw(plan([item('a', 'done'), item('b', 'untracked')])), 'progress');
    for (const bar of [whole, group]) {
      assert.deepEqual([bar?.properties, bar?.attributes?.['class']], [{ max: 2, value: 1 }, '']);
    }
    assert.equal(byTag(draw(plan([item('a', 'done')])), 'progress')[0]?.attributes?.['class'], 'complete');
  });

  test('shows a mark and no box where the text tells the state in words', () => {
    const page = draw(plan([item('a', 'done', { gestures: [] }), item('b', 'open', { gestures: [] })]));
    assert.equal(byTag(page, 'input').length, 0);
    assert.deepEqual(['done-mark', 'open-mark'].map((name) => classed(page, name)[0]?.attributes?.['aria-label']), [ENGLISH.stateDone, ENGLISH.stateOpen]);
  });

  test('shows the document’s own words for groups, and the state of each', () => {
    const page = draw(plan([item('a', 'done'), item('b', 'open')]));
    assert.equal(classed(page, 'label')[0]?.text, 'Immediate (0–4 hours)');
    assert.equal(classed(page, 'count')[0]?.text, '1/2');
    assert.deepEqual(byTag(page, 'progress').map(({ properties }) => properties), [{ max: 2, value: 1 }, { max: 2, value: 1 }]);
  });

  test('shows no progress where nothing is tracked', () => {
    const page = draw(plan([item('a', 'untracked')]));
    assert.equal(byTag(page, 'progress').length, 0);
    assert.match(words(page), /Actions: 1, none tracked/);
  });

  test('shows owner, due date and tickets only where the text states them', () => {
    assert.equal(classed(draw(plan([item('a', 'open')])), 'chip').length, 0);
    const chips = classed(draw(plan([item('a', 'open', { owner: '@kim', due: { text: 'Friday', date: null, source: 'stated', overdue: false }, tickets: [{ key: 'OPS-1', url: null }, { key: 'OPS-2', url: null }] })])), 'chip');
    assert.deepEqual(chips.map(({ attributes }) => attributes?.['title']), ['Owner: @kim', 'Due: Friday', 'Ticket: OPS-1', 'Ticket: OPS-2']);
  });

  test('does not say twice what stands below an item', () => {
    const page = draw(plan([item('a', 'open', { text: 'Refund everyone (@kim, OPS-1)', title: 'Refund everyone', owner: '@kim', tickets: [{ key: 'OPS-1', url: null }] })]));
    assert.deepEqual(classed(page, 'text').map(({ text }) => text), ['Refund everyone']);
    assert.doesNotMatch(words(page), /\(@kim/);
  });

  test('shows status, severity and customer only where they are known', () => {
    assert.equal(byTag(draw(plan([])), 'dl').length, 0);
    assert.match(words(draw(plan([], { status: { value: 'Mitigated', line: 2 }, customer: { value: 'Fabrikam', line: 3 } }))), /Status \| Mitigated \| Customer \| Fabrikam/);
    assert.match(words(draw(plan([], { severity: { label: 'Priority', value: 'High', line: 4 } }))), /Priority \| High/);
  });

  test('disables the boxes of a read-only document and says why', () => {
    const page = draw(plan([item('a', 'open')]), 'This document is read-only.');
    assert.equal(byTag(page, 'input')[0]?.properties?.['disabled'], true);
    assert.equal(byTag(page, 'input')[0]?.attributes?.['aria-describedby'], 'read-only');
    assert.match(words(page), /This document is read-only\./);
  });

  test('tells what an action plan looks like where there is none', () => {
    const page = draw(plan([]));
    assert.match(words(page), /No action plan yet/);
    assert.match(byTag(page, 'pre')[0]?.text ?? '', /- \[ \]/);
    assert.match(words(nothingView(ENGLISH)), /No incident document/);
  });

  test('gives everything a key of its own, also where the document repeats itself', () => {
    const twice = plan([item('a', 'open'), item('a', 'open')]);
    const page = draw({ ...twice, groups: [...twice.groups, ...twice.groups] });
    for (const list of all(page)) {
      const keys = (list.children ?? []).flatMap(({ key }) => key ?? []);
      assert.equal(new Set(keys).size, keys.length, keys.join());
    }
    const ids = all(page).flatMap(({ attributes }) => attributes?.['id'] ?? []);
    assert.equal(new Set(ids).size, ids.length, ids.join());
  });

  test('folds the groups that were folded', () => {
    for (const [collapsed, open] of [[[], true], [['Immediate (0–4 hours)'], false]] as const) {
      assert.equal(byTag(draw(plan([item('a', 'open')]), null, [...collapsed]), 'details')[0]?.initial?.['open'], open);
    }
  });

  test('names every box by its item', () => {
    const page = draw(plan([item('a', 'open')]));
    const name = byTag(page, 'input')[0]?.attributes?.['aria-labelledby'];
    assert.ok(all(page).some(({ attributes }) => attributes?.['id'] === name));
  });

  test('takes the text of a document for text', () => {
    const text = '<img src=x onerror=alert(1)> \u202e{0}';
    const page = draw(plan([item('a', 'open', { text })]));
    assert.ok(all(page).some((tree) => tree.text === text));
    assert.equal(byTag(page, 'img').length, 0);
  });
});

describe('messages', () => {
  test('what does not fit is no message', () => {
    for (const data of [null, 1, 'ready', {}, { type: 'other' }, { type: 'toggle', id: 'a' }, { type: 'reveal', uri: 'x', line: '3' }]) {
      assert.equal(PreviewMessage.safeParse(data).success, false, JSON.stringify(data));
    }
    assert.equal(HostMessage.safeParse({ type: 'plan', plan: { uri: 'x' }, readOnly: null }).success, false);
    assert.equal(HostMessage.safeParse({ type: 'plan', plan: plan([item('a', 'open')]), readOnly: null }).success, true);
  });

  test('places are filled in', () => assert.equal(fill('{0} of {1}, {2}', 1, 2), '1 of 2, {2}'));
});
