import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toggle, type ToggleEdit, type ToggleTarget } from '../../client/src/preview/toggle';
import { ToggleHistory } from '../../client/src/preview/toggle-history';
import type { DocumentEdits, EditPlanParams } from '../../server/src/protocol';

const range = { start: { line: 3, character: 3 }, end: { line: 3, character: 4 } };
const edit = (version: number): ToggleEdit => ({ version, edits: [{ range, newText: 'x' }] });

/** A document at a version, a server that answers as told, and what happened to both. */
function target(start: number, answers: ((params: EditPlanParams) => DocumentEdits | null)[], typed: number[] = []) {
  let version = start;
  const asked: number[] = [];
  const applied: ToggleEdit[] = [];
  const made: ToggleTarget & { asked: number[]; applied: ToggleEdit[] } = {
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

describe('toggle', () => {
  test('applies the answer for the version of now', async () => {
    const document = target(4, [() => edit(4)]);
    assert.deepEqual(await toggle(document, params(4)), { applied: edit(4) });
    assert.deepEqual(document.applied, [edit(4)]);
  });

  test('asks once more where the document changed meanwhile', async () => {
    const document = target(4, [() => edit(4), ({ version }) => edit(version)], [1]);
    assert.deepEqual(await toggle(document, params(4)), { applied: edit(5) });
    assert.deepEqual(document.asked, [4, 5]);
  });

  test('asks again for the version of now where the one that was seen is gone', async () => {
    const document = target(9, [() => ({ refused: 'changed' }), ({ version }) => edit(version)]);
    assert.deepEqual(await toggle(document, params(4)), { applied: edit(9) });
    assert.deepEqual(document.asked, [4, 9]);
  });

  test('gives up after the second time and changes nothing', async () => {
    const document = target(4, [() => edit(4), () => edit(5)], [1, 1]);
    assert.deepEqual(await toggle(document, params(4)), { refused: null });
    assert.deepEqual(document.applied, []);
  });

  test('hands the reason over, without asking the same again', async () => {
    const document = target(4, [() => ({ refused: 'The item is gone.' })]);
    assert.deepEqual(await toggle(document, params(4)), { refused: 'The item is gone.' });
    assert.deepEqual(document.asked, [4]);
  });

  test('survives a server that does not answer', async () => {
    assert.deepEqual(await toggle(target(4, []), params(4)), { refused: null });
  });
});

describe('the history of toggles', () => {
  const back = [{ range, newText: ' ' }];
  const toggled = { edit: edit(4), back };

  test('takes toggles back one by one, and does them again', () => {
    const history = new ToggleHistory();
    history.add(toggled, 4, 5);
    history.add({ edit: { version: 5, edits: back }, back: edit(5).edits }, 5, 6);
    assert.deepEqual(history.next('undo', 6), edit(6));
    history.moved('undo', 7);
    assert.deepEqual(history.next('undo', 7), { version: 7, edits: back });
    history.moved('undo', 8);
    assert.equal(history.next('undo', 8), null);
    assert.deepEqual(history.next('redo', 8), edit(8));
  });

  test('is void once the document was changed otherwise', () => {
    const history = new ToggleHistory();
    history.add(toggled, 4, 5);
    assert.equal(history.next('undo', 6), null);
    history.add(toggled, 6, 7);
    history.moved('undo', 8);
    assert.equal(history.next('undo', 8), null, 'the toggle before the foreign change is out of reach');
  });
});
