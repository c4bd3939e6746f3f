import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { decode, encode } from '../../server/src/files/decode';
import { replaceFile } from '../../server/src/cli/replace-file';
import { folderWith } from '../support/command-line';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a file is replaced', () => {
  test('with its mode kept and nothing left beside it', async (context) => {
    const folder = folderWith(context, { 'a.md': 'old' });
    const file = path.join(folder, 'a.md');
    chmodSync(file, 0o640);
    assert.equal(await replaceFile(file, bytes('old'), bytes('new')), null);
    assert.deepEqual([readFileSync(file, 'utf8'), statSync(file).mode & 0o777, readdirSync(folder)], ['new', 0o640, ['a.md']]);
  });

  test('behind a link, which stays a link', async (context) => {
    const folder = folderWith(context, { 'docs/a.md': 'old' });
    const link = path.join(folder, 'link.md');
    symlinkSync('docs/a.md', link);
    assert.equal(await replaceFile(link, bytes('old'), bytes('new')), null);
    assert.equal(readFileSync(path.join(folder, 'docs/a.md'), 'utf8'), 'new');
    assert.ok(lstatSync(link).isSymbolicLink());
  });

  test('not where it has changed meanwhile', async (context) => {
    const folder = folderWith(context, { 'a.md': 'newer' });
    const file = path.join(folder, 'a.md');
    assert.equal(await replaceFile(file, bytes('old'), bytes('new')), 'has changed meanwhile; it was not fixed');
    assert.deepEqual([readFileSync(file, 'utf8'), readdirSync(folder)], ['newer', ['a.md']]);
  });

  test('not where it is gone', async (context) => {
    const folder = folderWith(context, {});
    assert.equal(await replaceFile(path.join(folder, 'a.md'), bytes('old'), bytes('new')), 'could not be written (ENOENT); it was not fixed');
    assert.deepEqual(readdirSync(folder), []);
  });
});

describe('text and bytes', () => {
  for (const text of ['', 'plain\n', '\ufeffwith a mark\r\n', 'a replaced \ufffd character', '🧯\r']) {
    test(JSON.stringify(text), () => {
      const decoded = decode(bytes(text));
      assert.ok(!('refused' in decoded));
      assert.ok(decoded.exact && !decoded.text.startsWith('\ufeff'));
      assert.deepEqual(encode(decoded.text, decoded.mark), bytes(text));
    });
  }
  test('bytes that are no UTF-8 are not to be written back', () => {
    const decoded = decode(new Uint8Array([0x61, 0xff, 0x62]));
    assert.ok(!('refused' in decoded) && !decoded.exact && decoded.text === 'a\ufffdb');
  });
});
