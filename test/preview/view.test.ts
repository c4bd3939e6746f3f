import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { counts, everything } from '../../client/preview/arrangement';
import type { Look } from '../../client/preview/look';
import { absences, HostMessage } from '../../client/preview/messages';
import { PreviewMessage } from '../../client/preview/requests';
import type { Tree } from '../../client/preview/tree';
import { absentView, planView } from '../../client/preview/view';
import { durationWords, ENGLISH, fill } from '../../client/preview/words';
import type { ActionPlanModel } from '../../server/src/protocol';
import { fullPlan, group, item, planOf } from '../support/plan-model';

const look = (more: Partial<Look> = {}): Look => ({
  strings: ENGLISH, readOnly: null, locked: false, collapsed: new Set(), choice: everything, form: null, current: null, cursor: null, strip: { width: 700, zoom: 1, entry: 0 }, limits: new Map(), drawn: new Map(), ...more,
});
const draw = (model: ActionPlanModel, more: Partial<Look> = {}): Tree[] => planView(model, look(more));
const drawItems = (...items: Parameters<typeof group>[1]): Tree[] => draw(planOf([group('Immediate (0–4 hours)', items)]));

/** All elements of the page, in order. */
function all(trees: readonly Tree[]): Tree[] {
  return trees.flatMap((tree) => [tree, ...all(tree.children ?? [])]);
}
const byTag = (trees: readonly Tree[], tag: string): Tree[] => all(trees).filter((tree) => tree.tag === tag);
const words = (trees: readonly Tree[]): string => all(trees).flatMap(({ text }) => text ?? []).join(' | ');
const classed = (trees: readonly Tree[], name: string): Tree[] => all(trees).filter(({ attributes }) => attributes?.['class']?.split(' ').includes(name));
const gestures = (trees: readonly Tree[]): string[] => all(trees).flatMap(({ attributes }) => attributes?.['data-gesture'] ?? []);
const boxes = (trees: readonly Tree[]): Tree[] => byTag(trees, 'input').filter(({ attributes }) => attributes?.['type'] === 'checkbox');

describe('items', () => {
  test('are ticked where they are done, open where they are open, and have no box where nothing is tracked', () => {
    const page = drawItems(item('a', 'done'), item('b'), item('c', 'untracked'));
    assert.deepEqual(boxes(page).map(({ properties }) => properties), [{ checked: true, disabled: false }, { checked: false, disabled: false }]);
    assert.deepEqual(classed(page, 'untracked-mark').map(({ attributes }) => attributes?.['title']), [ENGLISH.untracked]);
    assert.match(words(page), /1 of 3 done \| 1 not tracked/);
  });

  test('that nothing tracks can be marked as done where the document can say so, and are not shown as open', () => {
    const page = drawItems(item('a', 'untracked', { gestures: ['toggle'] }));
    assert.equal(boxes(page).length, 0);
    assert.deepEqual(classed(page, 'untracked-mark').map(({ tag, attributes }) => [tag, attributes?.['data-gesture']]), [['button', 'accept']]);
    assert.equal(classed(draw(planOf([group('Now', [item('a', 'untracked', { gestures: ['toggle'] })])]), { readOnly: 'no.' }), 'untracked-mark')[0]?.tag, 'span');
  });

  test('have a mark in place of a box where the text has a state that nothing can change', () => {
    const page = drawItems(item('a', 'open', { gestures: [] }), item('b', 'done', { gestures: [] }));
    assert.equal(boxes(page).length, 0);
    assert.deepEqual(['open-mark', 'done-mark'].map((name) => classed(page, name)[0]?.attributes?.['title']), [ENGLISH.stateOpen, ENGLISH.stateDone]);
  });

  test('say who has them and until when, and where nobody does', () => {
    const page = drawItems(item('a', 'open', { owner: '@kim', due: { text: 'Friday', date: null, source: 'stated', overdue: false } }), item('b'));
    assert.deepEqual(classed(page, 'cell').map(({ attributes }) => attributes?.['title']), ['Owner: @kim. Change', 'Due: Friday. Change', 'Set owner', 'Set due date']);
  });

  test('say where a date is from, and that it has passed', () => {
    const due = { text: '4 hours', date: '2026-03-11', source: 'horizon', overdue: true } as const;
    const [open, done] = [drawItems(item('a', 'open', { due })), drawItems(item('a', 'done', { due }))];
    assert.equal(classed(open, 'due')[0]?.attributes?.['title'], 'Due: 2026-03-11, overdue, from “Immediate (0–4 hours)”. Change');
    assert.ok(classed(open, 'due')[0]?.attributes?.['class']?.includes('derived'));
    assert.doesNotMatch(words(done), /overdue/);
  });

  test('lead to their tickets only on the web', () => {
    const link = (url: string | null) => byTag(drawItems(item('a', 'open', { tickets: [{ key: 'OPS-1', url }] })), 'a').map(({ attributes }) => attributes?.['href']);
    assert.deepEqual(link('https://tickets.example.com/OPS-1'), ['https://tickets.example.com/OPS-1']);
    for (const url of [null, 'javascript:alert(1)', 'command:x', ' https://x.example']) assert.deepEqual(link(url), [], String(url));
  });

  test('say what kind of work they are, and whether the text does', () => {
    const page = drawItems(item('a', 'open', { type: { value: 'detect', stated: false } }), item('b', 'open', { type: { value: 'comms', stated: true }, priority: 'P1' }));
    assert.deepEqual(classed(page, 'detail').map(({ attributes }) => attributes?.['title']), ['Kind, by its words: detect', 'Priority: P1', 'Kind: communicate']);
  });

  test('that are said to be done elsewhere can be accepted as such, unless they are', () => {
    const likelyDone = { line: 30, text: 'It was restarted' };
    assert.ok(gestures(drawItems(item('a', 'open', { likelyDone }))).includes('accept'));
    assert.match(words(drawItems(item('a', 'open', { likelyDone }))), /Likely done: see “It was restarted”/);
    assert.ok(!gestures(drawItems(item('a', 'done', { likelyDone }))).includes('accept'));
    assert.ok(!gestures(drawItems(item('a', 'untracked', { likelyDone }))).includes('accept'));
  });

  test('offer what can be written back and nothing else', () => {
    const offered = (...can: ReturnType<typeof item>['gestures']) => {
      const page = draw(planOf([group('Now', [item('a', 'open', { gestures: can })]), group('Later', [])]));
      return [boxes(page).length, ...all(page).flatMap(({ attributes }) => attributes?.['data-form'] ?? [])];
    };
    assert.deepEqual(offered(), [0]);
    assert.deepEqual(offered('toggle', 'owner', 'due', 'move'), [1, 'owner', 'due', 'move']);
    assert.deepEqual(offered('owner'), [0, 'owner']);
  });

  test('are drawn again only where something about them changed', () => {
    const kept = look();
    const rows = (model: ActionPlanModel, more: Partial<Look> = {}) => classed(planView(model, { ...kept, ...more }), 'item').map(({ children }) => children?.[1]);
    const plan = planOf([group('Now', [item('a'), item('b'), item('c')])]);
    const changed = planOf([group('Now', [item('a'), item('b', 'done'), item('c')])]);
    const before = rows(plan);
    assert.deepEqual(rows(structuredClone(plan)).map((row, index) => row === before[index]), [true, true, true]);
    assert.deepEqual(rows(changed).map((row, index) => row === before[index]), [true, false, true]);
    const moved = planOf([group('Now', [item('a', 'open', { line: 8 }), item('b', 'done'), item('c', 'open', { owner: '@kim' })])]);
    assert.deepEqual(rows(moved).map((row, index) => row === before[index]), [true, false, false], 'a line more above draws nothing anew');
  });

  test('are on the way of the Tab key one at a time', () => {
    const plan = planOf([group('Now', [item('a'), item('b')])]);
    const stops = (current: string | null) => all(draw(plan, { current })).filter(({ tag, attributes }) => (tag === 'summary' || attributes?.['data-control'] !== undefined) && attributes?.['tabindex'] !== '-1');
    assert.deepEqual(stops(null).map(({ tag }) => tag), ['summary']);
    assert.deepEqual(stops('b').map(({ attributes }) => attributes?.['data-control']), ['toggle', 'text', 'owner', 'due']);
    assert.deepEqual(stops('gone').map(({ tag }) => tag), ['summary']);
  });
});

describe('the plan', () => {
  test('has its groups in the order and words of the document', () => {
    assert.deepEqual(classed(draw(fullPlan), 'label').filter(({ attributes }) => attributes?.['role'] === 'heading').map(({ text }) => text), ['Immediate (0–4 hours)', 'Near Term', 'Next Steps']);
  });

  test('measures progress by all items, so that it is full only when everything is known to be done', () => {
    const page = drawItems(item('a', 'done'), item('b', 'untracked'));
    assert.equal(classed(page, 'count').find(({ text }) => text?.includes('/'))?.text, '1/2');
    assert.deepEqual(byTag(page, 'progress').map(({ properties }) => properties), [{ max: 2, value: 1 }, { max: 2, value: 1 }]);
    assert.equal(byTag(drawItems(item('a', 'untracked')), 'progress').length, 0);
    assert.match(words(drawItems(item('a', 'untracked'))), /Actions: 1, none tracked/);
  });

  test('says of which day what is overdue is told', () => assert.match(words(draw(fullPlan)), /2 overdue as of 2026-04-01/));

  test('shows what was chosen, in the order that was chosen', () => {
    const shown = (choice: Partial<Look['choice']>) => classed(draw(fullPlan, { choice: { ...everything, ...choice } }), 'text').map(({ attributes }) => attributes?.['id']?.slice('item-'.length)).join('');
    assert.equal(shown({}), 'abcdefg');
    assert.deepEqual([shown({ show: 'open' }), shown({ show: 'done' }), shown({ show: 'overdue' }), shown({ show: 'unowned' })], ['bcdefg', 'a', 'bc', 'efg']);
    assert.deepEqual([shown({ words: 'SRCH-905' }), shown({ words: 'tomas alarm' }), shown({ words: 'near' }), shown({ words: 'no such' })], ['c', 'd', 'cde', '']);
    assert.deepEqual([shown({ order: 'due' }), shown({ order: 'owner' }), shown({ order: 'owner', show: 'open' })], ['bcdgaef', 'cbadefg', 'cbdefg'], 'what has no value is last, and else as in the document');
    assert.match(words(draw(fullPlan, { choice: { ...everything, words: 'no such' } })), /No action fits the filter\./);
  });

  test('takes no item for unowned whose words say who does it', () => {
    const named = [item('a', 'open', { unowned: false }), item('b'), item('c', 'open', { owner: '@kim' })];
    assert.deepEqual(classed(drawItems(...named), 'owner').map((cell) => words([cell])), ['Named in the text', 'No owner', 'Owner:  | @kim']);
    assert.equal(counts(planOf([group('Now', named)])).unowned, 1);
  });

  test('says whose group an item is of where it is not under it', () => {
    const tags = classed(draw(fullPlan, { choice: { ...everything, order: 'due' } }), 'group');
    assert.equal(tags.length, fullPlan.total);
    assert.equal(classed(draw(fullPlan), 'group').length, 0);
  });

  test('draws the first of very many, and the rest on request', () => {
    const many = planOf([group('Now', Array.from({ length: 1203 }, (_, index) => item(`i${index}`)))]);
    assert.equal(classed(draw(many), 'item').length, 500);
    assert.match(words(draw(many)), /Show 500 more/);
    assert.match(words(draw(many, { limits: new Map([['group Now', 1000]]) })), /Show 203 more/);
  });

  test('lets items be added and boxes be made where the document can take them', () => {
    const groups = [group('Now', [item('a', 'untracked')]), group('Later', [item('b')], { canAdd: false })];
    assert.deepEqual(gestures(draw(planOf(groups))).filter((name) => name === 'add' || name === 'checklist'), ['add', 'checklist']);
  });

  test('folds the groups that were folded', () => {
    for (const [collapsed, open] of [[[], true], [['group Immediate (0–4 hours)'], false]] as const) {
      const page = planView(planOf([group('Immediate (0–4 hours)', [item('a')])]), look({ collapsed: new Set(collapsed) }));
      assert.equal(byTag(page, 'details')[0]?.initial?.['open'], open);
    }
  });

  test('has a form in the row where one was opened', () => {
    const form = (kind: 'owner' | 'due' | 'move') => byTag(draw(fullPlan, { form: { kind, row: 'd' } }), 'form');
    assert.deepEqual(byTag(form('owner'), 'input').map(({ initial }) => initial), [{ value: '@tomas.reyes' }]);
    assert.deepEqual(byTag(byTag(form('owner'), 'datalist'), 'option').map(({ attributes }) => attributes?.['value']), ['@tomas.reyes', 'Shop Care', '@lea.brandt']);
    assert.deepEqual(byTag(form('due'), 'input').map(({ initial }) => initial), [{ value: '2026-04-20' }]);
    assert.deepEqual(byTag(form('move'), 'option').map(({ text }) => text), ['Immediate (0–4 hours)', 'Next Steps']);
    assert.equal(byTag(draw(fullPlan, { form: { kind: 'add', group: 'Near Term' } }), 'form').length, 1);
  });

  test('of a read-only document can be read and not changed, and says why', () => {
    const page = draw(fullPlan, { readOnly: 'it is an archive.' });
    assert.ok(boxes(page).every(({ properties, attributes }) => properties?.['disabled'] === true && attributes?.['aria-describedby'] === 'read-only'));
    assert.match(words(page), /Nothing can be changed here: it is an archive\./);
    assert.deepEqual([...new Set(gestures(page))].filter((name) => ['form', 'add', 'checklist', 'accept', 'toggle'].includes(name)), []);
  });

  test('that is not there is taught', () => {
    const page = draw(planOf([], { emptyHint: 'Action Items' }));
    assert.match(words(page), /No action plan yet/);
    assert.match(byTag(page, 'pre')[0]?.text ?? '', /- \[ \]/);
    assert.match(words(page), /The first item you add here goes under “Action Items”\./);
    assert.ok(gestures(page).includes('add'));
    assert.ok(!gestures(draw(planOf([]), { readOnly: 'no.' })).includes('add'));
  });
});

describe('the header', () => {
  test('shows facts only where they are known', () => {
    assert.equal(byTag(draw(planOf([])), 'dl').length, 0);
    assert.match(words(draw(fullPlan)), /Status \| Mitigated \| Severity \| SEV2 \| Customer \| [^|]+ \| Open for \| 4 d 3 h \| Next update \| 2026-03-30 16:00 UTC \| late/);
    assert.match(words(draw({ ...fullPlan, age: { seconds: 16_680, since: '2026-03-11T07:42', line: 1, ended: true } })), /Lasted \| 4 h 38 min/);
  });

  test('has each duration with the line that it ends in, or with the reason why it is not known', () => {
    const metrics = classed(draw(fullPlan), 'metrics')[0]!;
    assert.deepEqual(classed([metrics], 'value').map(({ text }) => text), ['11 min', '11 min', '3 h 28 min', 'n/a']);
    assert.deepEqual(classed([metrics], 'reason').map(({ text }) => text), ['No entry says when it was resolved.']);
    assert.deepEqual(byTag([metrics], 'button').map(({ attributes }) => [attributes?.['data-line'], attributes?.['title']]), [['34', 'From line 34 to line 35'], ['34', 'From line 34 to line 35'], ['41', 'From line 34 to line 42']]);
  });

  test('says what blocks closing, or that nothing does', () => {
    assert.deepEqual(all(classed(draw(fullPlan), 'blocking')).flatMap(({ text }) => text ?? []), ['Before it can be closed', ...fullPlan.blocking.map(({ text }) => text)]);
    assert.match(words(drawItems(item('a', 'done'))), /Nothing stands against closing it\./);
  });

  test('locks where there is something to follow', () => {
    assert.equal(all(draw(fullPlan, { locked: true })).find(({ attributes }) => attributes?.['data-gesture'] === 'lock')?.attributes?.['aria-pressed'], 'true');
    assert.ok(!gestures(draw(fullPlan, { locked: null })).includes('lock'));
  });
});

describe('the page', () => {
  test('gives everything a key of its own, also where the document repeats itself', () => {
    const twice = planOf([group('Now', [item('a'), item('a')]), group('Now', [item('a')])]);
    for (const plan of [twice, fullPlan]) {
      const page = draw(plan);
      for (const list of all(page)) {
        const keys = (list.children ?? []).flatMap(({ key }) => key ?? []);
        assert.equal(new Set(keys).size, keys.length, keys.join());
      }
      const ids = all(page).flatMap(({ attributes }) => attributes?.['id'] ?? []);
      assert.equal(new Set(ids).size, ids.length, ids.join());
    }
  });

  test('names every box by its item', () => {
    const page = drawItems(item('a'));
    const name = boxes(page)[0]?.attributes?.['aria-labelledby'];
    assert.ok(all(page).some(({ attributes }) => attributes?.['id'] === name));
  });

  test('takes the text of a document for text', () => {
    const text = '<img src=x onerror=alert(1)> \u202e{0}';
    const page = draw(planOf([group(text, [item('a', 'open', { text, owner: text })])], { title: text }));
    assert.ok(all(page).filter((tree) => tree.text === text).length >= 4);
    assert.equal(byTag(page, 'img').length, 0);
  });

  test('says why there is nothing to show, and how to get it where there is a way', () => {
    assert.deepEqual(absences.map((why) => byTag(absentView(why, null, ENGLISH), 'h1')[0]?.text), ['No incident document', 'No incident document', 'The document is gone']);
    assert.deepEqual(absences.map((why) => gestures(absentView(why, null, ENGLISH))), [[], ['treat'], []]);
    assert.deepEqual(gestures(absentView('gone', true, ENGLISH)), ['lock']);
  });
});

describe('messages', () => {
  test('what does not fit is no message', () => {
    for (const data of [null, 1, 'ready', {}, { type: 'other' }, { type: 'gesture', uri: 'x', version: 1, gesture: { kind: 'erase' } }, { type: 'reveal', uri: 'x', line: '3' }, { type: 'copy', uri: 'x', format: 'exe' }]) {
      assert.equal(PreviewMessage.safeParse(data).success, false, JSON.stringify(data));
    }
    assert.equal(PreviewMessage.safeParse({ type: 'gesture', uri: 'x', version: 1, gesture: { kind: 'move', id: 'a', group: 'b' } }).success, true);
    assert.equal(HostMessage.safeParse({ type: 'plan', plan: { uri: 'x' }, readOnly: null, locked: null }).success, false);
    assert.equal(HostMessage.safeParse({ type: 'plan', plan: fullPlan, readOnly: null, locked: null }).success, true);
  });
});

describe('words', () => {
  test('have their places filled in', () => assert.equal(fill('{0} of {1}, {2}', 1, 2), '1 of 2, {2}'));

  const durations: readonly (readonly [seconds: number, words: string])[] = [[0, '0 min'], [45, '45 s'], [60, '1 min'], [90, '1 min'], [3600, '1 h'], [16_680, '4 h 38 min'], [86_400, '1 d'], [90_000, '1 d 1 h'], [86_460, '1 d']];
  for (const [seconds, said] of durations) test(`${seconds} seconds are ${said}`, () => assert.equal(durationWords(seconds, ENGLISH), said));
});
