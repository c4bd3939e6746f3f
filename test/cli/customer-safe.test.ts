import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { escalation, note } from '../support/documents';
import { folderWith, run } from '../support/command-line';

describe('customer-safe', () => {
  const told = escalation.replace('Priority: High', 'Priority: High\nOwner: Ana Lima').replaceAll('\n', '\r\n');

  test('prints the copy, and beside it what was replaced and what is left', async (context) => {
    const folder = folderWith(context, { 'a.txt': told });
    const { code, stdout, stderr } = await run(folder, ['customer-safe', 'a.txt']);
    assert.equal(stdout, told.replace('Ana Lima', 'Engineer A').replace('Worried, but confident in the plan.', '[internal remark]'));
    assert.match(stderr, /^incident-docs: replaced: person 1, remark 1\nincident-docs: a\.txt:1: CE2041: The document's own number is kept\.\nincident-docs: Read the copy before you send it/);
    assert.equal(code, 0);
  });

  test('reads standard input', async (context) => {
    const { code, stdout } = await run(folderWith(context, {}), ['customer-safe', '-'], told);
    assert.match(stdout, /^Owner: Engineer A\r$/m);
    assert.equal(code, 0);
  });

  test('prints nothing where there is no incident document', async (context) => {
    const folder = folderWith(context, { 'note.txt': note });
    assert.deepEqual(await run(folder, ['customer-safe', 'note.txt']), { code: 2, stdout: '', stderr: 'incident-docs: note.txt: is no incident document.\n' });
    const missing = await run(folder, ['customer-safe', 'none.txt']);
    assert.deepEqual([missing.code, missing.stdout], [2, '']);
    assert.match(missing.stderr, /^incident-docs: none\.txt: /);
  });
});
