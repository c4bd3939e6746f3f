import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ordinary, postmortem } from '../support/documents';
import { folderWith, run } from '../support/command-line';

const clean = postmortem.replace('2026-03-03', '2026-03-10');
/** While the documents were written, so that nothing in them has grown old. */
const then = ['--now', '2026-03-12'];
const warned = clean.replace('## Lessons Learned', '## Glossary\n\n## Lessons Learned');

describe('lint', () => {
  test('reports what is wrong, where, and ends with 1', async (context) => {
    const folder = folderWith(context, { 'docs/cards.md': postmortem });
    const { code, stdout, stderr } = await run(folder, ['lint', ...then, 'docs/cards.md']);
    assert.match(stdout, /^docs\/cards\.md:23:5 {2}error {2}This is earlier .+ {2}timeline-order\n {2}23 \| - \*\*2026-03-03 08:00\*\* .+\n {5}\| {5}\^{10}\n\n✖ 1 error in 1 incident document\.\n$/);
    assert.deepEqual([code, stderr], [1, '']);
  });

  test('without paths it searches this folder, passing over what is hidden, of packages, or no document', async (context) => {
    const folder = folderWith(context, {
      'a/b/cards.md': postmortem, 'old.incident': postmortem, 'Postmortem': postmortem, 'README.md': ordinary['README.md'], 'note.txt': ordinary['note.txt'],
      'node_modules/x/cards.md': postmortem, '.hidden/cards.md': postmortem, 'code.ts': postmortem, 'LICENSE': postmortem,
    });
    const { code, stdout, stderr } = await run(folder, ['lint', '--format', 'json']);
    assert.deepEqual(JSON.parse(stdout).map(({ file }: { file: string }) => file), ['Postmortem', 'a/b/cards.md', 'old.incident']);
    assert.deepEqual([code, stderr], [1, '']);
  });

  test('a file is checked once, however often it is named', async (context) => {
    const folder = folderWith(context, { 'cards.md': postmortem });
    const { stdout } = await run(folder, ['lint', '--format', 'json', 'cards.md', '.', './cards.md']);
    assert.equal(JSON.parse(stdout).length, 1);
  });

  const thresholds: readonly (readonly [text: string, failOn: string, code: number])[] = [
    [clean, 'information', 0], [warned, 'error', 0], [warned, 'warning', 1], [warned, 'information', 1], [postmortem, 'error', 1], [postmortem, 'never', 0],
  ];
  for (const [index, [text, failOn, expected]] of thresholds.entries()) {
    test(`--fail-on ${failOn} (${index})`, async (context) => {
      const folder = folderWith(context, { 'cards.md': text });
      assert.equal((await run(folder, ['lint', '--fail-on', failOn, 'cards.md'])).code, expected);
    });
  }

  test('reads standard input under a name', async (context) => {
    const folder = folderWith(context, {});
    const { code, stdout } = await run(folder, ['lint', ...then, '-', '--stdin-filename', 'docs/x.md'], postmortem);
    assert.match(stdout, /^docs\/x\.md:23:5 /);
    assert.equal(code, 1);
  });

  test('the nearest project file holds, --config in its place', async (context) => {
    const folder = folderWith(context, {
      'a/cards.md': postmortem, 'a/.incident-docs.json': '{"rules": {"timeline-order": "warning"}}',
      'a/b/cards.md': postmortem, 'a/b/.incident-docs.json': '{"rules": {"timeline-order": "off", "recurring-action": "off"}}',
      'cards.md': postmortem, 'strict.json': '{"rules": {"timeline-order": "hint"}}',
    });
    const severities = async (...args: string[]) => {
      const { stdout } = await run(folder, ['lint', ...then, '--format', 'json', ...args]);
      return JSON.parse(stdout).map(({ file, diagnostics }: { file: string; diagnostics: { severity: string }[] }) => `${file} ${diagnostics[0]?.severity}`);
    };
    assert.deepEqual(await severities(), ['a/cards.md warning', 'cards.md error']);
    assert.deepEqual(await severities('--config', 'strict.json'), ['a/b/cards.md hint', 'a/cards.md hint', 'cards.md hint']);
  });

  test('a profile holds over that of the files, under what they say of rules', async (context) => {
    const folder = folderWith(context, { 'cards.md': warned, '.incident-docs.json': '{"profile": "recommended", "rules": {"empty-section": "information"}}', 'other/cards.md': warned, 'other/.incident-docs.json': '{"profile": "relaxed", "rules": {"empty-section": "off"}}' });
    const rules = async (...args: string[]) => JSON.parse((await run(folder, ['lint', '--format', 'json', ...args])).stdout).map(({ file }: { file: string }) => file);
    assert.deepEqual(await rules(), ['cards.md']);
    assert.deepEqual(await rules('--profile', 'relaxed'), ['cards.md']);
    assert.deepEqual(await rules('--include', 'other/'), []);
  });

  const reports: readonly (readonly [format: string, looksLike: RegExp])[] = [
    ['text', /^cards\.md:23:5 {2}error/m], ['json', /^\[\n {2}\{\n {4}"file": "cards\.md"/], ['github', /^::error file=cards\.md,line=23,/], ['sarif', /^\{\n {2}"\$schema": "https:.+sarif-schema-2\.1\.0\.json",\n {2}"version": "2\.1\.0"/],
  ];
  for (const [format, looksLike] of reports) {
    test(`--format ${format}`, async (context) => {
      const folder = folderWith(context, { 'cards.md': postmortem, 'empty/README.md': 'x\n' });
      const { code, stdout, stderr } = await run(folder, ['lint', ...then, '--format', format, 'cards.md']);
      assert.match(stdout, looksLike);
      assert.deepEqual([code, stderr], [1, '']);
      const nothing = await run(folder, ['lint', '--format', format, 'empty']);
      assert.equal(nothing.code, 0);
      if (format === 'sarif') assert.deepEqual(JSON.parse(nothing.stdout).runs[0].results, []);
    });
  }

  test('a large report arrives whole through a pipe', async (context) => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`cards-${index}.md`, postmortem]));
    const { stdout } = await run(folderWith(context, files), ['lint', '--format', 'json']);
    assert.ok(stdout.length > 300_000);
    assert.equal(JSON.parse(stdout).length, 300);
  });

  test('the same files give the same report', async (context) => {
    const folder = folderWith(context, { 'cards.md': postmortem, 'warned.md': warned });
    const [first, second] = [await run(folder, ['lint', '--now', '2026-11-21T00:00:00Z']), await run(folder, ['lint', '--now', '2026-11-21'])];
    assert.deepEqual(first, second);
  });
});

describe('help and usage', () => {
  const cases: readonly (readonly [args: readonly string[], code: number, text: RegExp])[] = [
    [['--help'], 0, /lint[\s\S]*inspect[\s\S]*lsp[\s\S]*Exit codes/],
    [['lint', '--help'], 0, /Examples:[\s\S]*git show/],
    [['inspect', '--help'], 0, /Examples:/],
    [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
    [['lnit'], 2, /unknown command 'lnit'/],
    [['lint', '--colour'], 2, /unknown option '--colour'/],
    [['lint', '--format', 'xml'], 2, /Allowed choices are text, json, sarif, github/],
    [['lint', '--fail-on', 'hint'], 2, /Allowed choices are error, warning, information, never/],
    [['lint', '--profile', 'harsh'], 2, /Allowed choices are relaxed, recommended, strict/],
    [['lint', '--now', 'yesterday'], 2, /It must be an ISO 8601 date or time/],
    [['lint', '--now', '2026-13-45'], 2, /It must be an ISO 8601 date or time/],
    [['inspect'], 2, /missing required argument 'files'/],
  ];
  for (const [args, expected, text] of cases) {
    test(args.join(' '), async (context) => {
      const { code, stdout, stderr } = await run(folderWith(context, {}), args);
      assert.match(expected === 0 ? stdout : stderr, text);
      assert.equal(code, expected);
    });
  }

  test('no command shows the help', async (context) => {
    const { code, stderr, stdout } = await run(folderWith(context, {}), []);
    assert.match(stdout + stderr, /Usage: incident-docs/);
    assert.equal(code, 2);
  });
});
