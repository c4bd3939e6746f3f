import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editPlan, type EditTarget, type PlanEdit } from '../../client/src/preview/edit';
import { EditHistory, inverseOf } from '../../client/src/preview/edit-history';
import { Turns } from '../../client/src/preview/turns';
import type { DocumentEdits, EditPlanParams } from '../../server/src/protocol';
import { applied } from '../support/applied';

const range = { start: { line: 3, character: 3 }, end: { line: 3, character: 4 } };
const edit = (version: number): PlanEdit => ({ version, edits: [{ range, newText: 'x' }] });

/** A document at a version, a server that answers as told, and what happened to both. */
function target(start: number, answers: ((params: EditPlanParams) => DocumentEdits | null)[], typed: number[] = []) {
  let version = start;
  const asked: number[] = [];
  const applied: PlanEdit[] = [];
  const made: EditTarget & { asked: number[]; applied: PlanEdit[] } = {
    asked,
    applied,
    version: () => version,
    ask: async (params) => {
      asked.push(params.version);
      // Someone types while the server thinks.
      version += typed.shift() ?? 0;
      return (answers.shift() ?? (() => null))(params);
    },
    apply: async (answer) => {
      applied.push(answer);
      version++;
      return true;
    },
  };
  return made;
}

const params = (version: number): EditPlanParams => ({ uri: 'file:///a.md', version, gesture: { kind: 'toggle', id: 'i1', done: true } });

describe('what is done to a plan', () => {
  test('applies the answer for the version of now', async () => {
    const document = target(4, [() => edit(4)]);
    assert.deepEqual(await editPlan(document, params(4)), { applied: edit(4) });
    assert.deepEqual(document.applied, [edit(4)]);
  });

  test('asks once more where the document changed meanwhile', async () => {
    const document = target(4, [() => edit(4), ({ version }) => edit(version)], [1]);
    assert.deepEqual(await editPlan(document, params(4)), { applied: edit(5) });
    assert.deepEqual(document.asked, [4, 5]);
  });

  test('asks again for the version of now where the one that was seen is gone', async () => {
    const document = target(9, [() => ({ refused: 'changed' }), ({ version }) => edit(version)]);
    assert.deepEqual(await editPlan(document, params(4)), { applied: edit(9) });
    assert.deepEqual(document.asked, [4, 9]);
  });

  test('gives up after the second time and changes nothing', async () => {
    const document = target(4, [() => edit(4), () => edit(5)], [1, 1]);
    assert.deepEqual(await editPlan(document, params(4)), { refused: null });
    assert.deepEqual(document.applied, []);
  });

  test('hands the reason over, without asking the same again', async () => {
    const document = target(4, [() => ({ refused: 'The item is gone.' })]);
    assert.deepEqual(await editPlan(document, params(4)), { refused: 'The item is gone.' });
    assert.deepEqual(document.asked, [4]);
  });

  test('survives a server that does not answer', async () => {
    assert.deepEqual(await editPlan(target(4, []), params(4)), { refused: null });
  });
});

describe('the history of edits', () => {
  const back = [{ range, newText: ' ' }];
  const made = { edit: edit(4), back };

  test('takes edits back one by one, and does them again', () => {
    const history = new EditHistory();
    history.add(made, 4, 5);
    history.add({ edit: { version: 5, edits: back }, back: edit(5).edits }, 5, 6);
    assert.deepEqual(history.next('undo', 6), edit(6));
    history.moved('undo', 7);
    assert.deepEqual(history.next('undo', 7), { version: 7, edits: back });
    history.moved('undo', 8);
    assert.equal(history.next('undo', 8), null);
    assert.deepEqual(history.next('redo', 8), edit(8));
  });

  test('is void once the document was changed otherwise', () => {
    const history = new EditHistory();
    history.add(made, 4, 5);
    assert.equal(history.next('undo', 6), null);
    history.add(made, 6, 7);
    history.moved('undo', 8);
    assert.equal(history.next('undo', 8), null, 'the edit before the foreign change is out of reach');
  });
});

describe('what is asked for faster than it is done', () => {
  const happened: string[] = [];
  const work = (name: string, steps: number, fails = false) => async () => {
    happened.push(`${name} begins`);
    for (let step = 0; step < steps; step++) await Promise.resolve();
    happened.push(`${name} ends`);
    if (fails) throw new Error(name);
    return name;
  };

  test('is done one after the other for each document, also behind what failed', async () => {
    const turns = new Turns();
    const outcomes = await Promise.allSettled([turns.take('a', work('first', 50, true)), turns.take('a', work('second', 5)), turns.take('b', work('other', 1)), turns.take('a', work('third', 1))]);
    assert.deepEqual(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : `${outcome.reason}`)), ['Error: first', 'second', 'other', 'third']);
    assert.deepEqual(happened.filter((event) => !event.startsWith('other')), ['first begins', 'first ends', 'second begins', 'second ends', 'third begins', 'third ends']);
    assert.ok(happened.indexOf('other ends') < happened.indexOf('first ends'));
  });
});

describe('the inverse of edits', () => {
  const at = (line: number, from: number, to = from, toLine = line) => ({ start: { line, character: from }, end: { line: toLine, character: to } });
  const tables: readonly (readonly [name: string, text: string, edits: PlanEdit['edits']])[] = [
    ['of one character', 'a [ ] b', [{ range: at(0, 3, 4), newText: 'x' }]],
    ['of two in a line, the first of which makes it longer', 'one two', [{ range: at(0, 0, 3), newText: 'eleven' }, { range: at(0, 4, 7), newText: '2' }]],
    ['of two in a line, told from behind', 'one two', [{ range: at(0, 4, 7), newText: '2' }, { range: at(0, 0, 3), newText: 'eleven' }]],
    ['of lines moved down', 'a\nb\nc\n', [{ range: at(0, 0, 0, 1), newText: '' }, { range: at(2, 1), newText: '\na' }]],
    ['of lines moved up', 'a\nb\nc', [{ range: at(0, 0), newText: 'c\n' }, { range: at(1, 1, 1, 2), newText: '' }]],
    ['of lines put in before a change', 'a\nb', [{ range: at(0, 1), newText: '\n1\n2' }, { range: at(1, 0, 1), newText: 'B' }]],
    ['in a line that another one was joined to', 'a\nbcd', [{ range: at(0, 1, 1, 1), newText: '-' }, { range: at(1, 2, 3), newText: 'DD' }]],
  ];
  for (const [name, text, edits] of tables) {
    test(name, () => {
      const changed = applied(text, edits);
      assert.notEqual(changed, text);
      assert.equal(applied(changed, inverseOf(edits, (range) => TextDocument.create('a', 'a', 1, text).getText(range))), text);
    });
  }
});
