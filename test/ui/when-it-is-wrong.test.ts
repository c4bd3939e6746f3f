import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FrameLocator, Locator } from 'playwright-core';
import { themes } from '../../scripts/vscode/settings.mjs';
import { openFile, openWindow, runCommand, takePicture, type Window } from '../support/window';
import { becomes, languageStatus, onDisk, openIncident, textEditor, until } from './workbench';

const incident = 'search-latency.md';
const shownIn = ['light', 'dark', 'high-contrast'] as const satisfies readonly (keyof typeof themes)[];

describe('when it is wrong', () => {
  let window: Window;
  before(async () => (window = await openWindow({ width: 1200, height: 820 })));
  after(() => window?.close());

  const squiggles = (): Promise<number> => textEditor(window.page).locator('[class*="squiggly-"]').count();
  const notification = (text: string): Locator => window.page.locator('.notification-toast', { hasText: text });
  const rendered = (): FrameLocator => window.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

  async function isNone(): Promise<void> {
    await until(() => languageStatus(window.page), (status) => assert.doesNotMatch(status, /Incident/));
    await becomes(squiggles, 0);
    await becomes(() => window.page.locator('.editor-group-container.active .codicon-tasklist').count(), 0);
  }

  async function isIncident(): Promise<void> {
    await until(() => languageStatus(window.page), (status) => assert.match(status, /Incident: /));
    await until(squiggles, (count) => assert.ok(count > 0));
  }

  test('the language status leads to all that can be done', async () => {
    const { page } = window;
    await openIncident(page, incident);
    for (const theme of shownIn) {
      await window.useTheme(theme);
      await page.locator('#status\\.languageStatus').click();
      const hover = page.locator('.workbench-hover', { hasText: 'Detected from' });
      await hover.locator('.monaco-link', { hasText: 'Wrong?' }).waitFor();
      await takePicture(page, `wrong-status-${theme}`);
      await page.keyboard.press('Escape');
    }
    await page.locator('#status\\.languageStatus').click();
    await page.locator('.workbench-hover .monaco-link', { hasText: 'Wrong?' }).click();
    const rows = page.locator('.quick-input-widget .monaco-list-row');
    await until(() => rows.locator('.label-name').allInnerTexts(), (labels) =>
      assert.deepEqual(labels.map((label) => label.trim()), ['Not an Incident Document', 'Explain Detection', 'Show Effective Settings', 'Show Log', 'Copy Diagnostics Info']));
    await takePicture(page, 'wrong-ways');
    await rows.filter({ hasText: 'Explain Detection' }).click();
  });

  test('the detection is explained on a page', async () => {
    const { page } = window;
    await rendered().locator('h1', { hasText: `Why ${incident} is taken for a post-mortem` }).waitFor();
    await until(() => rendered().locator('tbody tr').count(), (count) => assert.ok(count >= 5));
    const offer = notification(`${incident} is taken for an incident document.`);
    await offer.waitFor();
    for (const theme of shownIn) {
      await window.useTheme(theme);
      await rendered().locator(`body[data-vscode-theme-id="${themes[theme]}"]`).waitFor();
      await takePicture(page, `wrong-explained-${theme}`);
    }
    await offer.hover();
    await offer.locator('.monaco-button', { hasText: 'Not an Incident Document' }).click();
    await notification(`${incident} is no incident document in this workspace.`).waitFor();
    await openFile(page, incident);
    await isNone();
  });

  test('a reload keeps it', async () => {
    const { page } = window;
    const before = await onDisk(window, incident);
    // The state is written to the disk a moment later.
    await page.waitForTimeout(1500);
    await page.reload();
    await page.waitForFunction('globalThis.driver !== undefined', undefined, { timeout: 60_000 });
    await page.evaluate('globalThis.driver.whenWorkbenchRestored()');
    await openFile(page, 'payment-retries.escalation.txt');
    await isIncident();
    await openFile(page, incident);
    await isNone();
    assert.equal(await onDisk(window, incident), before, 'no edit of the file');
    await becomes(() => page.locator('#status\\.editor\\.mode').innerText(), 'Markdown');
  });

  test('the other command takes it back, and undoes itself', async () => {
    const { page } = window;
    await runCommand(page, 'Incident: Treat as Incident Document');
    await isIncident();
    await notification('is treated as an incident document').waitFor();
    await runCommand(page, 'Notifications: Clear All Notifications');
    await runCommand(page, 'Incident: Not an Incident Document');
    await isNone();
    const said = notification('is no incident document');
    await said.hover();
    await said.locator('.monaco-button', { hasText: 'Undo' }).click();
    await isIncident();
  });

  test('the folders and folds of the outline come and go with it', async () => {
    const { page } = window;
    await openFile(page, 'README.md');
    await isNone();
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'README.md' }).click({ button: 'right' });
    const entry = page.locator('.monaco-menu .action-label', { hasText: 'Treat as Incident Document' });
    await entry.waitFor();
    await takePicture(page, 'wrong-explorer');
    await entry.click();
    await isIncident();
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'README.md' }).click({ button: 'right' });
    await page.locator('.monaco-menu .action-label', { hasText: 'Not an Incident Document' }).click();
    await isNone();
  });

  test('the settings that hold are shown, read-only', async () => {
    const { page } = window;
    await openIncident(page, incident);
    await runCommand(page, 'Incident: Show Effective Settings');
    await page.locator(`.tab.active[data-resource-name="Settings of ${incident}.jsonc"]`).waitFor();
    await until(() => textEditor(page).innerText(), (text) => assert.match(text.replaceAll('\u00a0', ' '), /"incidentDocs\.enable": true, +\/\/ default/));
    await runCommand(page, 'Notifications: Clear All Notifications');
    await takePicture(page, 'wrong-settings');
    await textEditor(page).click();
    await page.keyboard.type('x');
    await page.locator('.monaco-editor-overlaymessage', { hasText: 'read-only' }).waitFor();
    // about the document that the page is about
    await runCommand(page, 'Incident: Explain Detection');
    await rendered().locator('h1', { hasText: `Why ${incident} is taken` }).waitFor();
  });
});
