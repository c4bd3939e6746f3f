import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { candidates, type Choice } from '../../server/src/cli/candidates';
import { folderWith } from '../support/command-line';

const files = Object.fromEntries(['a.md', 'build/b.md', 'docs/c.md', 'docs/drafts/d.md', 'docs/drafts/keep.md', 'docs/templates/e.md', 'docs/f.rst', 'deep/er/drafts/g.txt'].map((name) => [name, '']));

/** What is found in a repository, below `from`, by names relative to its top. */
async function found(context: TestContext, ignoreFiles: Readonly<Record<string, string>>, from: readonly string[], choice: Partial<Choice> = {}): Promise<string[]> {
  const folder = folderWith(context, { ...files, '.git/HEAD': '', ...ignoreFiles });
  const list = await candidates(from.map((name) => path.join(folder, name)), { include: [], exclude: [], gitignore: true, ...choice }, assert.fail);
  return list.map((candidate) => path.relative(folder, candidate.path).replaceAll('\\', '/'));
}

const all = ['a.md', 'build/b.md', 'deep/er/drafts/g.txt', 'docs/c.md', 'docs/drafts/d.md', 'docs/drafts/keep.md', 'docs/templates/e.md'];
const without = (...names: string[]) => all.filter((name) => !names.some((start) => name.startsWith(start)));

describe('.gitignore', () => {
  const cases: readonly (readonly [name: string, ignoreFiles: Readonly<Record<string, string>>, expected: readonly string[]])[] = [
    ['that is absent leaves nothing out', {}, all],
    ['leaves out folders and files', { '.gitignore': '# built\n/build/\nd.md\n' }, without('build/', 'docs/drafts/d.md')],
    ['names folders wherever they are', { '.gitignore': 'drafts/\n' }, without('docs/drafts/', 'deep/')],
    ['of a folder holds in it', { 'docs/.gitignore': 'drafts\n/c.md\n' }, without('docs/drafts/', 'docs/c.md')],
    ['of a folder below has the last word', { '.gitignore': '*.md\n', 'docs/drafts/.gitignore': '!keep.md\n' }, ['deep/er/drafts/g.txt', 'docs/drafts/keep.md']],
    ['may take a pattern back', { '.gitignore': '*.md\n!c.md\n' }, ['deep/er/drafts/g.txt', 'docs/c.md']],
    ['has a brother in the repository itself', { '.git/info/exclude': 'templates\n' }, without('docs/templates/')],
    ['may be nonsense', { '.gitignore': '[\n\\\n!\n//\n**\u0000\n' }, all],
  ];
  for (const [name, ignoreFiles, expected] of cases) {
    test(name, async (context) => assert.deepEqual(await found(context, ignoreFiles, ['.']), expected));
  }

  test('above the folder that was named holds as well', async (context) => {
    assert.deepEqual(await found(context, { '.gitignore': 'docs/drafts/\ntemplates\n' }, ['docs']), ['docs/c.md']);
  });
  test('leaves out nothing that was named', async (context) => {
    const ignoreFiles = { '.gitignore': 'docs/drafts/\n*.txt\n' };
    assert.deepEqual(await found(context, ignoreFiles, ['docs/drafts', 'deep/er/drafts/g.txt']), ['docs/drafts/d.md', 'docs/drafts/keep.md', 'deep/er/drafts/g.txt']);
  });
  test('beyond the repository says nothing', async (context) => {
    const folder = folderWith(context, { '.gitignore': '*.md\n', 'inner/a.md': '' });
    mkdirSync(path.join(folder, 'inner', '.git'));
    const list = await candidates([path.join(folder, 'inner')], { include: [], exclude: [], gitignore: true }, assert.fail);
    assert.equal(list.length, 1);
  });
  test('is not read where it is not wanted', async (context) => {
    assert.deepEqual(await found(context, { '.gitignore': '*.md\n' }, ['.'], { gitignore: false }), all);
  });
});

describe('--include and --exclude', () => {
  const cases: readonly (readonly [name: string, choice: Partial<Choice>, expected: readonly string[]])[] = [
    ['a folder by its name', { exclude: ['drafts/'] }, without('docs/drafts/', 'deep/')],
    ['a path from here', { exclude: ['docs/templates', './build'] }, without('docs/templates/', 'build/')],
    ['several, with stars', { exclude: ['**/d*.md', '*.txt'] }, without('docs/drafts/d.md', 'deep/')],
    ['nothing but what fits', { include: ['docs/*.md'] }, ['docs/c.md']],
    ['what is no document by its name', { include: ['*.rst', 'a.md'] }, ['a.md', 'docs/f.rst']],
    ['one within the other', { include: ['docs/'], exclude: ['drafts'] }, ['docs/c.md', 'docs/f.rst', 'docs/templates/e.md']],
  ];
  for (const [name, choice, expected] of cases) {
    test(name, async (context) => assert.deepEqual(await found(context, {}, ['.'], choice), expected));
  }
  test('leave named files alone', async (context) => assert.deepEqual(await found(context, {}, ['a.md'], { exclude: ['*.md'], include: ['x'] }), ['a.md']));
});
