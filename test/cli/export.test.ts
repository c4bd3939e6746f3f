import { csv2json } from 'csv42';
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { planFormatNames } from '../../server/src/protocol';
import { escalation, ordinary, postmortem } from '../support/documents';
import { folderWith, run } from '../support/command-line';

const now = ['--now', '2026-11-21'];
const undated = '# Post-mortem: no mail\n\n## Impact\n\nNo mail.\n\n## Root Cause\n\nA full disk.\n\n## Action Items\n\n- [ ] Buy a disk\n';

describe('export', () => {
  test('writes Markdown to standard output', async (context) => {
    const { code, stdout, stderr } = await run(folderWith(context, { 'a.md': postmortem }), ['export', ...now, 'a.md']);
    assert.match(stdout, /^## Action plan: 🧯 Post-mortem: checkout refused cards\n\n1 of 4 done/);
    assert.deepEqual([code, stderr], [0, '']);
  });

  for (const format of planFormatNames) {
    test(`writes ${format}, the same each time`, async (context) => {
      const folder = folderWith(context, { 'a.md': postmortem });
      const [first, second] = await Promise.all([1, 2].map(() => run(folder, ['export', '--format', format, ...now, 'a.md'])));
      assert.deepEqual([first?.code, first?.stderr], [0, '']);
      assert.match(first?.stdout ?? '', /Renew the certificate by hand|SUMMARY:Switch the renewal job on again/);
      assert.equal(first?.stdout, second?.stdout);
    });
  }

  test('puts the documents of folders, files and standard input into one table', async (context) => {
    const folder = folderWith(context, { 'docs/a.md': postmortem, 'docs/b.txt': escalation, ...ordinary, '.gitignore': 'out\n', 'out/c.md': postmortem });
    const { code, stdout, stderr } = await run(folder, ['export', '--format', 'csv', '-', '.', '--stdin-filename', 'piped.md'], postmortem);
    const rows = csv2json<{ file: string }>(stdout);
    assert.deepEqual([...new Set(rows.map(({ file }) => file))], ['piped.md', 'docs/a.md', 'docs/b.txt']);
    assert.deepEqual([rows.length, code, stderr], [4 + 4 + 3, 0, '']);
    const chosen = await run(folder, ['export', '--format', 'csv', '--exclude', '*.txt', '--no-gitignore', '.']);
    assert.deepEqual([...new Set(csv2json<{ file: string }>(chosen.stdout).map(({ file }) => file))], ['docs/a.md', 'out/c.md']);
  });

  test('writes the file that it is told to, in the format that its name ends in', async (context) => {
    const folder = folderWith(context, { 'a.md': postmortem });
    for (const [name, start] of [['p.html', '<!doctype html>'], ['p.ics', 'BEGIN:VCALENDAR\r\n'], ['p.csv', 'file,document,'], ['p.json', '[\n'], ['p.TXT', 'Action plan: '], ['p.md', '## Action plan: ']] as const) {
      const { code, stdout, stderr } = await run(folder, ['export', 'a.md', '-o', name]);
      assert.deepEqual([code, stdout, stderr], [0, '', '']);
      assert.ok(readFileSync(path.join(folder, name), 'utf8').startsWith(start), name);
    }
    await run(folder, ['export', 'a.md', '--format', 'jira', '--output', 'p.md']);
    assert.ok(readFileSync(path.join(folder, 'p.md'), 'utf8').startsWith('h2. '), 'the option has the last word');
    assert.match((await run(folder, ['export', 'a.md', '-o', '-'])).stdout, /^## Action plan/);
  });

  test('begins with a byte order mark on request', async (context) => {
    const folder = folderWith(context, { 'a.md': postmortem });
    assert.equal((await run(folder, ['export', '--format', 'csv', '--bom', 'a.md'])).stdout[0], '\ufeff');
    assert.notEqual((await run(folder, ['export', '--format', 'csv', 'a.md'])).stdout[0], '\ufeff');
  });

  test('leaves out what is no incident document, and says so of what was named', async (context) => {
    const { code, stdout, stderr } = await run(folderWith(context, { 'a.md': postmortem, ...ordinary }), ['export', 'README.md', 'a.md']);
    assert.equal(stderr, 'incident-docs: README.md: is no incident document; it is left out.\n');
    assert.match(stdout, /^## Action plan/);
    assert.equal(code, 0);
  });

  test('says what is wrong in a project file, and goes on', async (context) => {
    const folder = folderWith(context, { 'a.md': postmortem, '.incident-docs.json': '{ "profile": "harsh" }' });
    const { stdout, stderr } = await run(folder, ['export', 'a.md']);
    assert.match(stderr, /^incident-docs: \.incident-docs\.json:1:\d+: .*harsh/);
    assert.match(stdout, /^## Action plan/);
  });

  const refusals: readonly (readonly [what: string, args: readonly string[], said: RegExp])[] = [
    ['no document', ['README.md'], /README\.md: is no incident document; it is left out\.\nincident-docs: There are no incident documents in README\.md\.\n$/],
    ['no file', ['none.md'], /none\.md: there is no such file or folder\.\n/],
    ['an unknown format', ['a.md', '--format', 'pdf'], /'--format <format>' argument 'pdf' is invalid\. Allowed choices are csv, json, html, markdown, checklist, jira, text, ics\./],
    ['an unknown end', ['a.md', '-o', 'plan.pdf'], /plan\.pdf: name the format with --format, or a file that ends in \.csv, \.json, \.html, \.md, \.txt, \.ics\.\n$/],
    ['a mark before what is no table', ['a.md', '--bom'], /--bom is for --format csv\.\n$/],
    ['a document as the output', ['a.md', '-o', './a.md'], /\.\/a\.md: is one of the files to read; name another\.\n$/],
    ['a folder as the output', ['a.md', '-o', 'docs', '--format', 'csv'], /docs: is a folder; name a file\.\n$/],
    ['an output nowhere', ['a.md', '-o', 'no/where.csv'], /no\/where\.csv: there is no such folder\.\n$/],
    ['nothing to put into a calendar', ['undated.md', '--format', 'ics'], /Nothing that is still to be done has a due date/],
    ['nothing at all', [], /missing required argument 'paths'/],
  ];
  for (const [what, args, said] of refusals) {
    test(`refuses ${what}`, async (context) => {
      const folder = folderWith(context, { 'a.md': postmortem, 'undated.md': undated, ...ordinary });
      mkdirSync(path.join(folder, 'docs'));
      const { code, stdout, stderr } = await run(folder, ['export', ...args]);
      assert.match(stderr, said);
      assert.doesNotMatch(stderr, /\n {4}at /);
      assert.deepEqual([code, stdout, readFileSync(path.join(folder, 'a.md'), 'utf8')], [2, '', postmortem]);
    });
  }

  test('writes the rest where a file cannot be read, and ends with 2', async (context) => {
    const { code, stdout, stderr } = await run(folderWith(context, { 'a.md': postmortem, 'b.md': new Uint8Array([0, 1, 2]) }), ['export', 'none.md', 'b.md', 'a.md']);
    assert.equal(stderr, 'incident-docs: none.md: there is no such file or folder.\nincident-docs: b.md: is a binary file.\n');
    assert.match(stdout, /^## Action plan/);
    assert.equal(code, 2);
  });

  test('passes no control characters on to a terminal', async (context) => {
    const folder = folderWith(context, { 'a.md': postmortem.replace('Renew the', '\u001b[2JRenew the') });
    for (const format of planFormatNames) assert.doesNotMatch((await run(folder, ['export', '--format', format, 'a.md'])).stdout, /\u001b/);
  });
});
