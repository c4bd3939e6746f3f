import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { Sources } from '../../server/src/cli/sources';
import type { Terminal } from '../../server/src/cli/terminal';
import { candidates, type Choice } from '../../server/src/cli/candidates';
import { nodeHost } from '../../server/src/node-host';
import { postmortem } from '../support/documents';
import { folderWith } from '../support/command-line';

const everything: Choice = { include: [], exclude: [], gitignore: true };

function listening(): { sources: Sources; said: string[] } {
  const said: string[] = [];
  const terminal: Terminal = {
    print: () => undefined, say: (sentence) => said.push(sentence), progress: () => undefined, colour: false, columns: 80, readStandardInput: async () => new Uint8Array(),
  };
  return { sources: new Sources(nodeHost(terminal.say, 0), terminal), said };
}

describe('a file that vanishes between being found and being read', () => {
  test('is told and is no failure where a folder was named', async (context) => {
    const folder = folderWith(context, { 'a.md': postmortem, 'b.md': postmortem });
    const { sources, said } = listening();
    const found = await candidates([folder], everything, (sentence) => sources.refuse(sentence));
    rmSync(path.join(folder, 'a.md'));
    const texts = await Promise.all(found.map((candidate) => sources.read(candidate)));
    assert.deepEqual(texts.map((source) => source?.text ?? null), [null, postmortem]);
    assert.deepEqual(said, [`${path.join(folder, 'a.md')}: is no longer there.`]);
    assert.deepEqual(sources.failures, []);
  });

  test('is a failure where it was named itself', async (context) => {
    const folder = folderWith(context, { 'a.md': postmortem });
    const { sources, said } = listening();
    const found = await candidates([path.join(folder, 'a.md')], everything, (sentence) => sources.refuse(sentence));
    rmSync(path.join(folder, 'a.md'));
    assert.equal(await sources.read(found[0]!), null);
    assert.deepEqual(said, [`${path.join(folder, 'a.md')}: there is no such file or folder.`]);
    assert.deepEqual(sources.failures, said);
  });
});

test('a file of many names is found once, in the order of names', async (context) => {
  const folder = folderWith(context, { 'b.md': '', 'a.txt': '', 'c.MARKDOWN': '', 'x.ts': '', 'rca': '', 'Makefile': '', 'deep/er/d.postmortem': '' });
  mkdirSync(path.join(folder, 'empty'));
  symlinkSync('a.txt', path.join(folder, 'link.md'));
  const names = (await candidates([folder, path.join(folder, 'b.md')], everything, assert.fail)).map(({ name }) => path.relative(folder, name));
  assert.deepEqual(names, ['a.txt', 'b.md', 'c.MARKDOWN', path.join('deep', 'er', 'd.postmortem'), 'link.md', 'rca']);
});

test('an unreadable folder does not hide its neighbours', async () => {
  const refused: string[] = [];
  assert.deepEqual(await candidates(['/no/such/folder'], everything, (sentence) => refused.push(sentence)), []);
  assert.deepEqual(refused, ['/no/such/folder: there is no such file or folder.']);
});
