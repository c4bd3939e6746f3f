import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { postmortem } from '../support/documents';
import { folderWith, run } from '../support/command-line';

const bytes = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: Uint8Array[]) => Buffer.concat(parts);
/** A megabyte of paragraphs that an incident document may contain. */
const megabyte = 'The queue was drained by hand and the consumer restarted.\n\n'.repeat(18_000);

/** Beside a good document: what is said of a bad one, and how lint ends. */
const cases: readonly (readonly [name: string, content: Uint8Array | string, said: RegExp | null, code: number])[] = [
  ['empty', '', null, 1],
  ['only blank lines', '\n\n\r\n', null, 1],
  ['a large document', `${postmortem}\n## Appendix\n\n${megabyte}`, null, 1],
  ['5 MB', `${postmortem}${megabyte.repeat(5)}`, /^incident-docs: bad\.md: is 5\.\d MB large; files over 2 MB are not read\.\n$/, 1],
  ['binary with NULs', joined(bytes('# Post-mortem\n'), new Uint8Array([0, 1, 2, 0, 255])), /^incident-docs: bad\.md: is a binary file\.\n$/, 1],
  ['UTF-16', Buffer.from(`\ufeff${postmortem}`, 'utf16le'), /^incident-docs: bad\.md: is UTF-16; save it as UTF-8\.\n$/, 1],
  ['lone CR', postmortem.replaceAll('\n', '\r'), null, 1],
  ['CR LF and a byte order mark', `\ufeff${postmortem.replaceAll('\n', '\r\n')}`, null, 1],
  ['unpaired surrogates', joined(bytes(postmortem), new Uint8Array([0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80, 0x0a])), null, 1],
  ['bytes that are no UTF-8', joined(bytes(postmortem), new Uint8Array([0xff, 0xfe, 0xc3, 0x28, 0x0a])), null, 1],
  ['conflict markers', `<<<<<<< ours\n${postmortem}=======\n${postmortem}>>>>>>> theirs\n`, null, 1],
  ['one line of 300 KB', `${postmortem}\n${'a [b](c `d` <e> '.repeat(20_000)}`, null, 1],
  ['brackets and backticks', `${postmortem}\n${'[`<'.repeat(60_000)}`, null, 1],
];

describe('a bad file beside a good one', () => {
  for (const [name, content, said, expected] of cases) {
    test(name, async (context) => {
      const folder = folderWith(context, { 'good.md': postmortem, 'bad.md': content });
      for (const args of [['lint', '--format', 'json', 'bad.md', 'good.md'], ['lint', '--format', 'json', '--fix', 'bad.md', 'good.md']]) {
        const { code, stdout, stderr } = await run(folder, args);
        if (said) assert.match(stderr, said);
        else assert.equal(stderr, '');
        const files = JSON.parse(stdout).map(({ file }: { file: string }) => file);
        assert.ok(files.includes('good.md'), 'the good one is reported');
        assert.equal(code, expected);
      }
      assert.deepEqual(readFileSync(path.join(folder, 'bad.md')), Buffer.from(content), 'the file is what it was');
      const inspected = await run(folder, ['inspect', '--json', 'bad.md', 'good.md']);
      assert.deepEqual(JSON.parse(inspected.stdout).map(({ file }: { file: string }) => file), ['bad.md', 'good.md']);
      assert.doesNotMatch(inspected.stderr, /\n {4}at /);
    });
  }
});

describe('what cannot be read', () => {
  test('a file that is not there', async (context) => {
    const folder = folderWith(context, { 'good.md': postmortem });
    const { code, stdout, stderr } = await run(folder, ['lint', 'none.md', 'good.md']);
    assert.equal(stderr, 'incident-docs: none.md: there is no such file or folder.\n');
    assert.match(stdout, /good\.md:23:5/);
    assert.equal(code, 2);
  });

  test('a file without permission', { skip: process.getuid?.() === 0 && 'root may read everything' }, async (context) => {
    const folder = folderWith(context, { 'good.md': postmortem, 'bad.md': postmortem });
    chmodSync(path.join(folder, 'bad.md'), 0);
    const { code, stdout, stderr } = await run(folder, ['lint', '.']);
    assert.equal(stderr, 'incident-docs: bad.md: no permission to read it.\n');
    assert.match(stdout, /good\.md:23:5/);
    assert.equal(code, 2);
  });

  test('a folder where a file is expected', async (context) => {
    const folder = folderWith(context, { 'docs/good.md': postmortem });
    const { code, stdout, stderr } = await run(folder, ['inspect', '--json', 'docs', 'docs/good.md']);
    assert.equal(stderr, 'incident-docs: docs: is a folder; name a file.\n');
    assert.deepEqual(JSON.parse(stdout).map(({ file, kind }: { file: string; kind: string }) => `${file} ${kind}`), ['docs none', 'docs/good.md postmortem']);
    assert.equal(code, 2);
  });

  test('a folder without documents', async (context) => {
    const folder = folderWith(context, { 'README.md': '# Ferry\n' });
    mkdirSync(path.join(folder, 'empty'));
    for (const args of [['lint'], ['lint', 'empty']]) {
      const { code, stdout, stderr } = await run(folder, args);
      assert.deepEqual([code, stdout, stderr], [0, '', `incident-docs: There are no incident documents in ${args[1] ?? '.'}.\n`]);
    }
    assert.equal((await run(folder, ['lint', '--format', 'json'])).stdout, '[]\n');
  });

  test('links that lead in circles or nowhere', async (context) => {
    const folder = folderWith(context, { 'docs/good.md': postmortem });
    symlinkSync(folder, path.join(folder, 'docs/again'));
    symlinkSync('nowhere.md', path.join(folder, 'docs/broken.md'));
    const { code, stdout, stderr } = await run(folder, ['lint', '--format', 'json']);
    assert.deepEqual([JSON.parse(stdout).length, stderr, code], [1, '', 1]);
  });
});

describe('standard input', () => {
  test('that is binary or empty', async (context) => {
    const folder = folderWith(context, {});
    const binary = await run(folder, ['lint', '-'], new Uint8Array([0, 1, 2]));
    assert.deepEqual([binary.code, binary.stdout], [0, '']);
    assert.match(binary.stderr, /<stdin>: is a binary file\./);
    assert.equal((await run(folder, ['lint', '-'], '')).code, 0);
  });
  test('cannot be fixed', async (context) => {
    const { code, stderr } = await run(folderWith(context, {}), ['lint', '--fix', '-'], postmortem);
    assert.deepEqual([code, stderr], [2, 'incident-docs: --fix changes files: it cannot be used with standard input.\n']);
  });
});

test('a reader that closes the pipe early is no fault', async (context) => {
  const files = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`cards-${index}.md`, postmortem]));
  const folder = folderWith(context, files);
  writeFileSync(path.join(folder, 'run.cjs'), `
    const child = require('node:child_process').spawn(process.execPath, [${JSON.stringify(path.resolve('dist/cli.js'))}, 'lint', '--format', 'json'], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.once('data', () => child.stdout.destroy());
    child.on('close', (code, signal) => process.exit(signal ? 9 : 0));`);
  const { spawnSync } = await import('node:child_process');
  const { status, stderr } = spawnSync(process.execPath, ['run.cjs'], { cwd: folder, encoding: 'utf8', timeout: 20_000 });
  assert.deepEqual([status, stderr], [0, '']);
});
