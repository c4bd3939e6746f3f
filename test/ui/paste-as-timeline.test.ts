/// <reference lib="dom" />
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { pasteFormats, recognise } from '../../server/src/features/paste/formats';
import { openWindow, runCommand, takePicture, type Window } from '../support/window';
import { goToLine, openIncident, until, visibleLines } from './workbench';

describe('pasting into a timeline in the window', () => {
  let window: Window;
  before(async () => {
    window = await openWindow({ width: 1200, height: 900, settings: { 'incidentDocs.timeZone': 'UTC', '[markdown]': { 'editor.wordWrap': 'off' } } });
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openIncident(window.page, 'search-latency.md');
  });
  after(() => window?.close());

  for (const { id, name, example } of pasteFormats) {
    test(`${name} (${id}): is plain text at first, and entries by choice`, async () => {
      const { page } = window;
      await goToLine(page, 42);
      await page.evaluate((text) => navigator.clipboard.writeText(text), example);
      await page.keyboard.press('Control+V');
      const widget = page.locator('.post-edit-widget');
      await widget.waitFor();
      const first = example.trim().split('\n')[0]?.trim() ?? '';
      await until(() => visibleLines(page), (lines) => assert.ok([...lines.values()].some((line) => line.includes(first.slice(0, 8)))));
      await page.keyboard.press('Control+.');
      const choice = page.locator('.action-widget .monaco-list-row', { hasText: `Paste as Timeline Entries (${name})` });
      await choice.waitFor();
      if (id === 'slack') await takePicture(page, 'paste-as-timeline');
      await choice.click();
      const said = recognise(example, null)?.entries[0]?.text.slice(0, 30) ?? assert.fail();
      await until(() => visibleLines(page), (lines) => assert.ok([...lines.values()].some((line) => /^- \*\*2026-03-\d\d \d\d:\d\d\*\* – /.test(line) && line.includes(said)), [...lines.values()].join('\n')));
      if (id === 'slack') await takePicture(page, 'paste-as-timeline-done');
      await runCommand(page, 'File: Revert File');
    });
  }

  test('a selection is shown as it will be, and converted once that is confirmed', async () => {
    const { page } = window;
    const { example } = pasteFormats.find(({ id }) => id === 'teams') ?? assert.fail();
    await goToLine(page, 42);
    await page.evaluate((text) => navigator.clipboard.writeText(text), example);
    await page.keyboard.press('Control+V');
    await page.locator('.post-edit-widget').waitFor();
    for (let line = example.split('\n').length; line > 1; line--) await page.keyboard.press('Shift+ArrowUp');
    await runCommand(page, 'Incident: Convert Selection to Timeline Entries');

    const preview = page.locator('.bulk-edit-panel');
    await preview.locator('.monaco-list-row').first().waitFor();
    await takePicture(page, 'convert-to-timeline');
    await preview.locator('.edit-checkbox').first().click();
    await preview.locator('.monaco-button', { hasText: 'Apply' }).click();
    await until(() => visibleLines(page), (lines) => assert.ok([...lines.values()].some((line) => line.startsWith('- **2026-03-09 21:41** – Lima, Ana: The error rate')), [...lines.values()].join('\n')));
    await until(() => visibleLines(page), (lines) => assert.ok(![...lines.values()].some((line) => line.startsWith('[3/9/2026'))));
    await runCommand(page, 'File: Revert File');
  });
});
