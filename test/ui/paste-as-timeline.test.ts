/// <reference lib="dom" />
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { pasteFormats, recognise } from '../../server/src/features/paste/formats';
import { openWindow, runCommand, takePicture, type Window } from '../support/window';
import { goToLine, oneReads, openIncident, pressUntil, until, visibleTexts } from './workbench';

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
      await paste(example);
      const first = example.trim().split('\n')[0]?.trim() ?? '';
      await until(() => visibleTexts(page), (lines) => assert.ok(lines.some((line) => line.includes(first.slice(0, 8)))));
      const choice = page.locator('.action-widget .monaco-list-row', { hasText: `Paste as Timeline Entries (${name})` });
      await pressUntil(page, ['Control+.'], choice);
      if (id === 'slack') await takePicture(page, 'paste-as-timeline');
      await choice.click();
      const said = recognise(example, null)?.entries[0]?.text.slice(0, 30) ?? assert.fail();
      await until(() => visibleTexts(page), (lines) => assert.ok(lines.some((line) => /^- \*\*2026-03-\d\d \d\d:\d\d\*\* – /.test(line) && line.includes(said)), lines.join('\n')));
      if (id === 'slack') await takePicture(page, 'paste-as-timeline-done');
      await runCommand(page, 'File: Revert File');
    });
  }

  test('a selection is shown as it will be, and converted once that is confirmed', async () => {
    const { page } = window;
    const { example } = pasteFormats.find(({ id }) => id === 'teams') ?? assert.fail();
    await paste(example);
    for (let line = example.split('\n').length; line > 1; line--) await page.keyboard.press('Shift+ArrowUp');
    await runCommand(page, 'Incident: Convert Selection to Timeline Entries');

    const preview = page.locator('.bulk-edit-panel');
    await preview.locator('.monaco-list-row').first().waitFor();
    await takePicture(page, 'convert-to-timeline');
    await preview.locator('.edit-checkbox').first().click();
    await preview.locator('.monaco-button', { hasText: 'Apply' }).click();
    await oneReads(page, /^- \*\*2026-03-09 21:41\*\* – Lima, Ana: The error rate/);
    await until(() => visibleTexts(page), (lines) => assert.ok(!lines.some((line) => line.startsWith('[3/9/2026'))));
    await runCommand(page, 'File: Revert File');
  });

  /** Pastes into the timeline, and waits for the offer to paste otherwise: that of the paste before is gone. */
  async function paste(text: string): Promise<void> {
    const { page } = window;
    const widget = page.locator('.post-edit-widget');
    await goToLine(page, 42);
    await widget.waitFor({ state: 'hidden' });
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await page.keyboard.press('Control+V');
    await widget.waitFor();
  }
});
