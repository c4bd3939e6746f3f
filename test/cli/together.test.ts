import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { folderWith, run } from '../support/command-line';

const incident = (title: string, ...lines: string[]): string => `# ${title}\n\n## Root Cause\n\nA full disk.\n\n${lines.join('\n')}\n`;
const action = '- [ ] Alarm on the length of the order queue (@ivo, due 2036-05-01)';
const plan = ['## Action Items', '', action];
const lost = incident('INC-118: post-mortem of lost orders', ...plan);
const late = incident('INC-118: post-mortem of late orders');
const twice = incident('INC-119: post-mortem of doubled orders', ...plan);

interface Found {
  readonly rule: string;
  readonly line: number;
  readonly elsewhere?: readonly { readonly file: string; readonly line: number; readonly message: string }[];
}

const ours = ['duplicate-incident-id', 'broken-incident-reference', 'missing-sibling-field', 'recurring-action'];

/** What the rules over several documents find, as `file:line rule -> other:line`. */
async function lint(folder: string, args: readonly string[], input?: string): Promise<string[]> {
  const { stdout } = await run(folder, ['lint', '--format', 'json', '--now', '2026-03-12', ...args], input);
  return JSON.parse(stdout).flatMap(({ file, diagnostics }: { file: string; diagnostics: Found[] }) =>
    diagnostics.filter(({ rule }) => ours.includes(rule)).map(({ rule, line, elsewhere = [] }) =>
      `${file}:${line} ${rule}${elsewhere.map((other) => ` -> ${other.file}:${other.line}`).join('')}`));
}

describe('lint over several documents', () => {
  const files = { 'a.md': lost, 'd.md': twice, 'x/b.md': late, 'x/README.md': '# The archive\n', 'c.txt': 'Milk\n' };
  const both = [
    'a.md:1 duplicate-incident-id -> x/b.md:1', 'a.md:9 recurring-action -> d.md:9', 'd.md:9 recurring-action -> a.md:9', 'x/b.md:1 duplicate-incident-id -> a.md:1',
  ];

  test('finds in each what the others say', async (context) => assert.deepEqual(await lint(folderWith(context, files), []), both));
  test('does so whatever their order', async (context) => assert.deepEqual((await lint(folderWith(context, files), ['x/b.md', 'd.md', 'a.md'])).sort(), both));
  test('knows of none where it was asked for one', async (context) => assert.deepEqual(await lint(folderWith(context, files), ['a.md']), []));
  test('knows of none beside standard input', async (context) => assert.deepEqual(await lint(folderWith(context, files), ['-', '--stdin-filename', 'z.md'], late), []));
  test('knows standard input as well', async (context) =>
    assert.deepEqual((await lint(folderWith(context, { 'a.md': lost, 'd.md': twice }), ['-', 'a.md', 'd.md', '--stdin-filename', 'x/b.md'], late)).sort(), both));
  test('knows nothing where the settings say so', async (context) => {
    const folder = folderWith(context, { ...files, 'x/.incident-docs.json': '{"workspace": {"index": false}}' });
    assert.deepEqual(await lint(folder, []), both.filter((line) => !line.startsWith('x/')));
  });
  test('fixes each of them as before', async (context) => {
    const folder = folderWith(context, files);
    assert.deepEqual(await lint(folder, ['--fix']), both);
  });

  const linked = (target: string) => incident('INC-120: post-mortem of orders', `See [it](${target}).`);
  const links: readonly (readonly [name: string, target: string, args: readonly string[], found: readonly string[]])[] = [
    ['a file that is not there', 'y/gone.md) [y](y/README.md', ['.'], ['a.md:7 broken-incident-reference']],
    ['a file that is no incident document', 'y/README.md', ['.'], []],
    ['a file that git ignores', 'y/ignored.md', ['.'], []],
    ['a file that was left out', 'y/left.md', ['.', '--exclude', 'y/left.md'], []],
    ['a file that does not fit', 'y/README.md', ['.', '--include', 'a.md'], []],
    ['a folder that was left out', 'z/b.md', ['.', '--exclude', 'z/'], []],
    ['a file beside one that was named', 'gone.md', ['a.md', 'y/README.md'], []],
  ];
  for (const [name, target, args, found] of links) {
    test(`a link to ${name}`, async (context) => {
      const folder = folderWith(context, { 'a.md': linked(target), 'y/README.md': '# y\n', 'y/ignored.md': 'x\n', 'y/left.md': 'x\n', 'z/b.md': 'x\n', '.gitignore': 'ignored.md\n', '.git/HEAD': '' });
      assert.deepEqual(await lint(folder, args), found);
    });
  }

  const reports: readonly (readonly [format: string, looksLike: RegExp])[] = [
    ['text', /^a\.md:9:7 {2}hint {2}This is open in another .+\n.+\n.+\n {4}= d\.md:9 {2}It is open in "INC-119: post-mortem of doubled orders"\.$/m],
    ['github', /^::error file=a\.md,.+title=duplicate-incident-id::Another .+ its own\.%0Ax\/b\.md:1: It is the id of "INC-118: post-mortem of late orders"\.$/m],
    ['sarif', /"relatedLocations": \[\s+\{\s+"id": 0,\s+"physicalLocation": \{\s+"artifactLocation": \{\s+"uri": "x\/b\.md"\s+\},\s+"region": \{\s+"startLine": 1\s+\}\s+\},\s+"message": \{\s+"text": "It is the id/],
  ];
  for (const [format, looksLike] of reports) {
    test(`--format ${format} names the other document as the user would`, async (context) => {
      const { stdout, stderr } = await run(folderWith(context, files), ['lint', '--format', format, '--now', '2026-03-12']);
      assert.match(stdout, looksLike);
      assert.equal(stderr, '');
    });
  }
});
