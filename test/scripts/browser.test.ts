import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, test } from 'node:test';
import { findBrowser } from '../../scripts/install/browser.mjs';
import { temporaryFolder } from '../../scripts/temporary.mjs';

describe('the browser', () => {
  const { PATH, CHROME_PATH } = process.env;
  const folder = temporaryFolder();
  const program = (name: string): string => {
    const file = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
    writeFileSync(file, '');
    return file;
  };

  afterEach(() => {
    process.env['PATH'] = PATH;
    if (CHROME_PATH === undefined) delete process.env['CHROME_PATH'];
    else process.env['CHROME_PATH'] = CHROME_PATH;
  });

  test('is the first one on the path', () => {
    delete process.env['CHROME_PATH'];
    process.env['PATH'] = folder;
    const edge = program('microsoft-edge');
    assert.equal(findBrowser(), edge);
    const chromium = program('chromium');
    assert.equal(findBrowser(), chromium);
  });

  test('is the one that CHROME_PATH names, where it is there', () => {
    process.env['PATH'] = folder;
    const chromium = program('chromium');
    const mine = program('mine');
    process.env['CHROME_PATH'] = mine;
    assert.equal(findBrowser(), mine);
    process.env['CHROME_PATH'] = join(folder, 'gone');
    assert.equal(findBrowser(), chromium);
  });
});
