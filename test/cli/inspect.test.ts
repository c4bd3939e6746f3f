import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { escalation, ordinary, postmortem } from '../support/documents';
import { folderWith, run } from '../support/command-line';

describe('inspect', () => {
  test('prints one object a file, in the order given', async (context) => {
    const folder = folderWith(context, { 'b.md': postmortem, 'a.txt': escalation, 'note.txt': ordinary['note.txt'] });
    const { code, stdout, stderr } = await run(folder, ['inspect', '--json', '--now', '2026-03-12', 'b.md', 'note.txt', 'a.txt', 'b.md']);
    const models = JSON.parse(stdout);
    assert.deepEqual(models.map(({ file, kind }: { file: string; kind: string }) => [file, kind]), [
      ['b.md', 'postmortem'], ['note.txt', 'none'], ['a.txt', 'escalation'], ['b.md', 'postmortem'],
    ]);
    assert.deepEqual([models[0].diagnostics.length, models[1].diagnostics.length], [1, 0]);
    assert.deepEqual([code, stderr], [0, '']);
  });

  test('tells a person in short', async (context) => {
    const folder = folderWith(context, { 'b.md': postmortem });
    const { stdout } = await run(folder, ['inspect', '--now', '2026-03-12', 'b.md']);
    assert.match(stdout, /^b\.md: postmortem \(score \d+: .+\)\n {2}title {5}.*checkout refused cards\n {2}timeline {2}6 entries\n {2}actions {3}4, 1 of them done\n {2}problems {2}1\n$/);
  });

  test('passes no control characters on to a terminal', async (context) => {
    const folder = folderWith(context, { 'b.md': postmortem.replace('refused', '\u001b[2Jrefused') });
    const { stdout } = await run(folder, ['inspect', 'b.md']);
    assert.match(stdout, /checkout \ufffd\[2Jrefused cards/);
  });

  test('a file by our own extension is an incident document', async (context) => {
    const folder = folderWith(context, { 'x.incident': 'We will see.\n' });
    const [model] = JSON.parse((await run(folder, ['inspect', '--json', 'x.incident'])).stdout);
    assert.notEqual(model.kind, 'none');
  });
});
