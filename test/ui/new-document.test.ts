/// <reference lib="dom" />
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openList, openWindow, takePicture, type Window } from '../support/window';
import { goToLine, openIncident, pressUntil, settled, until } from './workbench';

describe('new documents and completion in the window', () => {
  let window: Window;
  before(async () => {
    window = await openWindow({ width: 1200, height: 800, settings: { 'incidentDocs.templates.folder': 'templates', '[markdown]': { 'editor.wordWrap': 'off' } } });
    await mkdir(join(window.folder, 'templates'));
    await writeFile(join(window.folder, 'templates', 'Database post-mortem.md'), '# Post-Mortem: \n');
    await openIncident(window.page, 'search-latency.md');
  });
  after(() => window?.close());

  for (const theme of ['light', 'dark'] as const) {
    test(`every shape is in one list, under its subject, ${theme}`, async () => {
      const { page } = window;
      await window.useTheme(theme);
      const widget = await openList(page, 'Incident: New Incident Document…');
      await widget.locator('.quick-input-title', { hasText: 'New Incident Document' }).waitFor();
      await widget.locator('.label-name', { hasText: 'Database post-mortem' }).waitFor();
      const separators = await widget.locator('.quick-input-list-separator').allInnerTexts();
      assert.deepEqual(separators.filter((name) => name !== '').slice(0, 2), ['Your team’s templates', 'Post-mortems']);
      await settled(widget);
      await takePicture(page, `new-document-${theme}`);
      await page.keyboard.press('Escape');
      await widget.waitFor({ state: 'hidden' });
    });

    test(`File > New File… has them, ${theme}`, async () => {
      const { page } = window;
      const widget = await openList(page, 'Create: New File...');
      for (const label of ['Post-Mortem…', 'Escalation Summary…', 'Live Incident Log…']) await widget.locator('.label-name').getByText(label, { exact: true }).waitFor();
      await settled(widget);
      await takePicture(page, `new-file-${theme}`);
      await page.keyboard.press('Escape');
      await widget.waitFor({ state: 'hidden' });
    });

    test(`values are offered with what they mean, ${theme}`, async () => {
      await suggestAt(6, 'completion-status', theme, /Mitigated/);
    });

    test(`missing sections are offered on an empty line, ${theme}`, async () => {
      await suggestAt(53, 'completion-sections', theme, /Resolution\s*missing here/);
    });
  }

  /** Asks for completion at the end of a line, photographs the list with what it says of the first, and puts it away. */
  async function suggestAt(line: number, name: string, theme: string, told: RegExp): Promise<void> {
    const { page } = window;
    await goToLine(page, line);
    await page.keyboard.press('End');
    const list = page.locator('.suggest-widget.visible');
    // What is said of an entry comes with the list once it was asked for by the same keys.
    await pressUntil(page, ['Control+Space'], page.locator('.suggest-details-container').filter({ visible: true }), 1000);
    await until(() => list.innerText(), (text) => assert.match(text.replaceAll('\u00a0', ' '), told));
    await takePicture(page, `${name}-${theme}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
  }
});
