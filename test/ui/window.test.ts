import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { openFile, openWindow, runCommand, takePicture, type Window } from '../support/window';

describe('the window in which the tests run', () => {
  let window: Window;
  before(async () => (window = await openWindow()));
  after(() => window?.close());

  test('has nothing in it that is not ours', async () => {
    const { page } = window;
    await page.locator('.explorer-viewlet, .explorer-folders-view').first().waitFor();
    for (const foreign of ['.part.auxiliarybar', '.gettingStartedContainer', '.notification-toast', '.minimap canvas']) {
      assert.equal(await page.locator(foreign).filter({ visible: true }).count(), 0, foreign);
    }
  });

  test('opens a file and runs a command', async () => {
    const { page, folder } = window;
    const name = (await readdir(folder)).sort()[0] ?? '';
    await openFile(page, name);
    await runCommand(page, 'Problems: Focus on Problems View');
    await page.locator('.markers-panel').waitFor();
    await takePicture(page, 'window');
  });
});
