import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { namedBy, topOf } from '../../server/src/file-patterns';
import { parseSettings } from '../../server/src/settings';

describe('patterns name files', () => {
  const rows: readonly (readonly [include: string, exclude: string, file: string, says: string | null])[] = [
    ['incidents/', '', '/repo/docs/incidents/a.md', 'included incidents/'],
    ['/incidents/', '', '/repo/docs/incidents/a.md', null],
    ['./docs/incidents', '', '/repo/docs/incidents/a.md', 'included ./docs/incidents'],
    ['docs/**/*.md', '', '/repo/docs/x/y/a.md', 'included docs/**/*.md'],
    ['*.md', '', '/repo/docs/a.txt', null],
    ['*.md !draft-*', '', '/repo/docs/draft-a.md', null],
    ['*.md !./docs/draft-*', '', '/repo/docs/draft-a.md', null],
    ['*.md', 'templates/', '/repo/templates/a.md', 'excluded templates/'],
    ['templates/a.md', 'templates/', '/repo/templates/a.md', 'excluded templates/'],
    ['', 'TEMPLATES', '/repo/templates/a.md', 'excluded TEMPLATES'],
    ['*', '', '/elsewhere/a.md', null],
    ['*', '', '/repository/a.md', null],
    ['a b.md', '', '/repo/a b.md', 'included a b.md'],
    ['', '', '/repo/a.md', null],
  ];
  const listed = (patterns: string) => (patterns === 'a b.md' ? [patterns] : patterns.split(' ').filter(Boolean));

  for (const [include, exclude, file, says] of rows) {
    test(`include ${include || 'nothing'}, exclude ${exclude || 'nothing'}: ${file} is ${says ?? 'not named'}`, () => {
      const files = { include: listed(include), exclude: listed(exclude) };
      const found = namedBy(file, files, () => '/repo');
      assert.equal(found && `${found.says} ${found.pattern}`, says);
      const byUri = namedBy(`file://${encodeURI(file)}`, files, () => 'file:///repo');
      assert.equal(byUri && `${byUri.says} ${byUri.pattern}`, says, 'by its URI');
    });
  }

  for (const [what, folder, file] of [
    ['a drive of Windows', 'C:/repo', 'C:/repo/docs/a.md'],
    ['a drive, escaped in one of the URIs', 'file:///c%3A/repo', 'file:///c:/repo/docs/a.md'],
    ['a folder with a slash behind it', 'file:///repo/', 'file:///repo/docs/a.md'],
    ['the top', '', '/docs/a.md'],
    ['the top of URIs', 'file://', 'file:///docs/a.md'],
    ['a remote folder', 'vscode-remote://host/repo', 'vscode-remote://host/repo/docs/a.md'],
  ] as const) {
    test(`below ${what}`, () => assert.equal(namedBy(file, { include: ['/docs/'], exclude: [] }, () => folder)?.says, 'included'));
  }

  test('the top is there where there are folders', () => {
    assert.deepEqual(['file:///a/b.md', 'vscode-vfs://github/a/b.md', 'untitled:Untitled-1', 'untitled:/a/b.md'].map(topOf), ['file://', 'vscode-vfs://github', null, null]);
  });

  test('each list is relative to a folder of its own, or to none', () => {
    const files = { include: ['/a.md'], exclude: ['/docs/a.md'] };
    const says = (include: string | null, exclude: string | null) => namedBy('/repo/docs/a.md', files, (list) => (list === 'include' ? include : exclude))?.says;
    assert.deepEqual([says('/repo/docs', '/repo'), says('/repo/docs', '/repo/docs'), says('/repo', null)], ['excluded', 'included', undefined]);
  });

  test('whatever is written, nothing fails', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '*', '**', '/', '\\', '[', ']', '!', '#', '?', '{', '}', '-', ' ', '.', ':', '(', ')', '|', '^', '$', 'é', '\n', '\ue000') });
    fc.assert(fc.property(text, text, (pattern, name) => void namedBy(`/repo/${name}`, { include: [pattern], exclude: [pattern] }, () => '/repo')), { seed: 5, numRuns: 2000 });
  });
});

describe('a pattern that names nothing is told, and the others hold', () => {
  for (const [pattern, message] of [
    ['', '"files.exclude" must be a pattern that is not empty, not "".'],
    ['# drafts', '"files.exclude" must be a pattern; one that begins with # names nothing, not "# drafts".'],
    ['docs\\drafts', '"files.exclude" must be a pattern with / between folders, not "docs\\\\drafts".'],
    ['docs\\', '"files.exclude" must be a pattern with / between folders, not "docs\\\\".'],
    ['../drafts', '"files.exclude" must be a pattern below its folder, not "../drafts".'],
    ['docs/../drafts', '"files.exclude" must be a pattern below its folder, not "docs/../drafts".'],
    ['C:\\drafts', '"files.exclude" must be a pattern below its folder, not "C:\\\\drafts".'],
    ['~/drafts', '"files.exclude" must be a pattern below its folder, not "~/drafts".'],
  ] as const) {
    test(JSON.stringify(pattern), () => {
      const { settings, problems } = parseSettings({ files: { exclude: ['a', pattern, 'b'] } });
      assert.deepEqual(problems.map((problem) => problem.message), [message]);
      assert.ok(message.length <= 120);
      assert.deepEqual(settings.files.exclude, ['a', 'b']);
    });
  }

  test('what is escaped for a reason holds', () => {
    const files = { exclude: ['\\#a', '\\!b', 'a\\ b', '*.d..md', '..a/', 'a..'] };
    assert.deepEqual(parseSettings({ files }).problems, []);
  });
});

test('a layer says what it sets', () => {
  const { keys } = parseSettings({ maxProblems: 3, profile: 'harsh', files: { include: ['a'], exclud: [] }, rules: { 'timeline-order': 'off', nonsense: 'off' }, sections: { rootCause: ['Why'] } });
  assert.deepEqual([...keys], ['maxProblems', 'files.include', 'rules.timeline-order', 'sections']);
});
