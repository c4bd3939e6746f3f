import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { folderWith, run } from '../support/command-line';
import { ordinary, postmortem } from '../support/documents';

const project = (files: object) => JSON.stringify({ files });
const documents = { 'docs/a.md': postmortem, 'docs/drafts/b.md': postmortem, 'docs/notes/c.txt': ordinary['README.md'], 'd.postmortem.txt': postmortem };

/** What is checked below a folder, by its names. */
async function checked(context: TestContext, files: Readonly<Record<string, string>>, args: readonly string[] = ['.'], from = ''): Promise<string[]> {
  const folder = folderWith(context, { ...documents, ...files });
  const { stdout } = await run(`${folder}/${from}`, ['lint', '--format', 'json', ...args]);
  return (JSON.parse(stdout) as { file: string }[]).map(({ file }) => file).sort();
}

describe('patterns of a project file', () => {
  const all = ['d.postmortem.txt', 'docs/a.md', 'docs/drafts/b.md'];
  for (const [what, files, args, from, expected] of [
    ['nothing', {}, ['.'], '', all],
    ['leave a folder out, but no name of ours', { '.incident-docs.json': project({ exclude: ['/docs/drafts/', '*.txt'] }) }, ['.'], '', ['d.postmortem.txt', 'docs/a.md']],
    ['take a folder in', { '.incident-docs.json': project({ include: ['notes/'] }) }, ['.'], '', ['d.postmortem.txt', 'docs/a.md', 'docs/drafts/b.md', 'docs/notes/c.txt']],
    ['are relative to the file that they stand in', { 'docs/.incident-docs.json': project({ exclude: ['/drafts'] }) }, ['.'], '', ['d.postmortem.txt', 'docs/a.md']],
    ['wherever the command runs', { '.incident-docs.json': project({ exclude: ['/docs/drafts/'] }) }, ['.'], 'docs', ['a.md']],
    ['hold for a file that was named', { '.incident-docs.json': project({ exclude: ['drafts'] }) }, ['docs/drafts/b.md', 'docs/a.md'], '', ['docs/a.md']],
    ['of a file that was named are relative to where the command runs', { 'ci/settings.json': project({ exclude: ['/docs/drafts/'] }) }, ['--config', 'ci/settings.json', '.'], '', ['d.postmortem.txt', 'docs/a.md']],
  ] as const) {
    test(what, async (context) => assert.deepEqual(await checked(context, files, args, from), expected));
  }

  test('that name nothing are told at their place', async (context) => {
    const folder = folderWith(context, { 'a.md': postmortem, '.incident-docs.json': '{ "files": { "exclude": ["docs\\\\drafts"] } }' });
    const { stdout } = await run(folder, ['lint']);
    assert.match(stdout, /^\.incident-docs\.json:1:26 +warning +"files\.exclude" must be a pattern with \/ between folders/m);
  });

  test('speak in inspect as well', async (context) => {
    const folder = folderWith(context, { ...documents, '.incident-docs.json': project({ include: ['notes'], exclude: ['drafts'] }) });
    const { stdout } = await run(folder, ['inspect', 'docs/drafts/b.md', 'docs/notes/c.txt']);
    assert.match(stdout, /^docs\/drafts\/b\.md: none \(score 0: excluded by the settings\)$/m);
    assert.match(stdout, /^docs\/notes\/c\.txt: postmortem \(score [-.\d]+: included by the settings.*\)$/m);
  });
});
