import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { themes } from '../../scripts/vscode/settings.mjs';
import { openFile, openWindow, quickInput, runCommand, takePicture, type Window } from '../support/window';
import { becomes, focusGroup, keptOf, languageStatus, notification, onDisk, openIncident, pressUntil, settled, shownPage, showOutline, textEditor, until } from './workbench';

const incident = 'search-latency.md';
const shownIn = ['light', 'dark', 'high-contrast'] as const satisfies readonly (keyof typeof themes)[];

describe('when it is wrong', () => {
  let window: Window;
  before(async () => (window = await openWindow({ width: 1200, height: 1150 })));
  after(() => window?.close());

  const squiggles = (): Promise<number> => textEditor(window.page).locator('[class*="squiggly-"]').count();
  const rendered = () => shownPage(window.page);

  /** Presses the button of a notification. */
  async function answer(text: string, button: string): Promise<void> {
    await (await notification(window.page, text)).locator('.monaco-button', { hasText: button }).click();
  }

  /** Reloads the window as soon as the extension's words on a file are kept, which is a moment after they are said. */
  async function reload(words: RegExp): Promise<void> {
    const { page } = window;
    await until(() => keptOf(page, 'incident-docs.incident-docs'), (kept) => assert.match(kept, words));
    await page.reload();
    await page.waitForFunction('globalThis.driver !== undefined', undefined, { timeout: 60_000 });
    await page.evaluate('globalThis.driver.whenWorkbenchRestored()');
  }

  /** Whether the command palette has a command. */
  async function isOffered(title: string): Promise<boolean> {
    const { page } = window;
    const widget = quickInput(page);
    const entry = widget.locator('.label-name').getByText(title, { exact: true });
    await pressUntil(page, ['F1'], widget.locator('input'));
    await widget.locator('input').fill(`>${title}`);
    // Below what is found, or in its place, stands what is like it.
    await until(() => widget.locator('.monaco-list-row').allInnerTexts(), (texts) => assert.match(texts.join('\n'), /similar commands|No matching/));
    const found = await entry.count();
    await page.keyboard.press('Escape');
    await widget.waitFor({ state: 'hidden' });
    return found > 0;
  }

  async function chooseInExplorer(file: string, label: string): Promise<void> {
    const { page } = window;
    const entry = page.locator('.monaco-menu .action-label', { hasText: label });
    // A menu that is open does not change when a file becomes another: it is opened again.
    await until(async () => {
      await page.keyboard.press('Escape');
      await page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).click({ button: 'right' });
      return entry.waitFor({ timeout: 1500 }).then(() => true, () => false);
    }, assert.ok);
    // A menu that has just opened takes no click, but keys.
    await entry.hover();
    await page.locator('.monaco-menu .action-item.focused', { hasText: label }).waitFor();
    await settled(page.locator('.context-view'));
    await takePicture(page, `wrong-explorer-${label.split(' ')[0]!.toLowerCase()}`);
    await page.keyboard.press('Enter');
    await entry.waitFor({ state: 'hidden' });
  }

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
      await settled(hover);
      await takePicture(page, `wrong-status-${theme}`);
      await page.keyboard.press('Escape');
    }
    await page.locator('#status\\.languageStatus').click();
    await page.locator('.workbench-hover .monaco-link', { hasText: 'Wrong?' }).click();
    const rows = page.locator('.quick-input-widget .monaco-list-row');
    const labels = (): Promise<string[]> => rows.evaluateAll((elements) => elements.map((row) => row.querySelector('.label-name')?.textContent?.trim() ?? ''));
    await until(labels, (names) =>
      assert.deepEqual(names, ['Not an Incident Document', 'Explain Detection', 'Show Effective Settings', 'Show Log', 'Copy Diagnostics Info']));
    await takePicture(page, 'wrong-ways');
    await rows.filter({ hasText: 'Explain Detection' }).click();
  });

  test('the detection is explained on a page', async () => {
    const { page } = window;
    await rendered().locator('h1', { hasText: `Why ${incident} is taken for a post-mortem` }).waitFor();
    await until(() => rendered().locator('tbody tr').count(), (count) => assert.ok(count >= 5));
    for (const theme of shownIn) {
      await window.useTheme(theme);
      await rendered().locator(`body[data-vscode-theme-id="${themes[theme]}"]`).waitFor();
      await takePicture(page, `wrong-explained-${theme}`);
    }
    await answer(`${incident} is taken for an incident document.`, 'Not an Incident Document');
    await notification(window.page, `${incident} is no incident document in this workspace.`);
    await openFile(page, incident);
    await isNone();
  });

  test('a reload keeps it', async () => {
    const { page } = window;
    const before = await onDisk(window, incident);
    await reload(/search-latency\.md":"other"/);
    // Which editors come back is not for sure, but none of another incident document was open.
    await openFile(page, incident);
    // Nothing tells that nothing will start: longer than it takes to look at a document.
    await page.waitForTimeout(1500);
    assert.equal(await isOffered('Incident: Restart Language Server'), false, 'a file that the user denied starts nothing');
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
    await notification(window.page, 'is treated as an incident document');
    await runCommand(page, 'Notifications: Clear All Notifications');
    await runCommand(page, 'Incident: Not an Incident Document');
    await isNone();
    await answer('is no incident document', 'Undo');
    await isIncident();
  });

  test('the outline comes and goes with it', async () => {
    const { page } = window;
    const rows = await showOutline(page);
    const ours = (): Promise<number> => rows.evaluateAll((elements) => elements.filter((row) => row.textContent?.trim().startsWith('Incident')).length);
    await becomes(ours, 1);
    await focusGroup(page, 1);
    await runCommand(page, 'Incident: Not an Incident Document');
    await becomes(ours, 0);
    await runCommand(page, 'Incident: Treat as Incident Document');
    await becomes(ours, 1);
    await page.locator('.pane-header', { hasText: 'examples' }).click();
  });

  test('the explorer has both words on a file, and a file that the user declared starts the checks', async () => {
    const { page } = window;
    await openFile(page, 'README.md');
    await isNone();
    await chooseInExplorer('README.md', 'Treat as Incident Document');
    await isIncident();
    await runCommand(page, 'View: Close All Editors');
    await reload(/README\.md":"(?!other)/);
    await openFile(page, 'README.md');
    await isIncident();
    await chooseInExplorer('README.md', 'Not an Incident Document');
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
