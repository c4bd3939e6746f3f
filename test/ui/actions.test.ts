/// <reference lib="dom" />
import assert from 'node:assert/strict';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { remove, temporaryFolder } from '../../scripts/temporary.mjs';
import { openWindow, runCommand, takePicture, type Window } from '../support/window';
import { atLine, becomes, labelsOf, notification, onDisk, openIncident, settled, textEditor, until, visibleTexts } from './workbench';

/** An incident with an action that is overdue, one without an owner, and two that nothing tracks. */
const relay = `# INC-402: Mail relay refused connections

- **Severity**: SEV3
- **Status**: Mitigated
- **Date**: 2026-02-10

## Summary

The relay refused connections for twenty minutes, because its certificate had expired.

## Action Items

- [ ] Renew certificates a month ahead (OPS-77), @ines.ferreira, due 2026-02-20
- [x] Restart the relay, @tomas.reyes
- [ ] Alarm on certificates that end within 14 days
- Tell the customers who lost mails
- Write a runbook for the relay, @tomas.reyes, due 2099-01-15
`;
/** One that goes. */
const archived = '# INC-011: Post-mortem, tape library jammed\n\n**Status:** Closed\n**Date:** 2019-04-01\n\n## Summary\n\nThe arm of the library was stuck.\n\n## Action Items\n\n- [ ] Nobody ticks this off\n';
const title = 'INC-402: Mail relay refused connections';

describe('the view of all actions, in the window', () => {
  const folder = temporaryFolder();
  let window: Window;
  let view: Locator;
  before(async () => {
    const incidents = join(folder, 'incidents');
    await mkdir(incidents, { recursive: true });
    for (const name of ['search-latency.md', 'payment-retries.escalation.txt', 'checkout-outage.postmortem.txt']) await cp(join('examples', name), join(incidents, name));
    await writeFile(join(incidents, 'inc-402-relay.md'), relay);
    await writeFile(join(incidents, 'inc-011-archived.md'), archived);
    const settings = { 'incidentDocs.links.tickets': { 'OPS-\\d+': 'https://tickets.invalid/$0' }, 'workbench.editor.enablePreview': false };
    window = await openWindow({ folder: incidents, width: 1250, height: 850, settings });
    view = window.page.locator('.pane', { has: window.page.locator('.pane-header[aria-label^="Incident Actions"]') });
  });
  after(async () => {
    await window?.close();
    remove(folder);
  });

  const row = (text: string): Locator => view.locator('.monaco-list-row', { hasText: text }).first();
  const box = (text: string): Locator => row(text).locator('.custom-view-tree-node-item-checkbox');
  const isTicked = (text: string): Promise<string | null> => box(text).getAttribute('aria-checked');
  const line = async (words: string): Promise<string> => (await visibleTexts(window.page)).find((text) => text.includes(words)) ?? '';
  const rows = (): Promise<string[]> => labelsOf(view.locator('.monaco-list-row'));
  /** Runs an action of the view's title. */
  const press = async (name: string): Promise<void> => {
    await view.hover({ position: { x: 40, y: 60 } });
    await view.locator(`.pane-header .action-label[aria-label="${name}"]`).click();
  };

  test('is not there before an incident document was opened, and lists it then', async () => {
    const { page } = window;
    assert.equal(await view.count(), 0);
    await openIncident(page, 'inc-402-relay.md');
    await view.waitFor();
    assert.equal(await view.locator('.pane-header').getAttribute('aria-expanded'), 'false');
    await runCommand(page, 'Explorer: Focus on Incident Actions View');
    await row('Renew certificates').waitFor();
    await until(rows, (labels) => {
      assert.equal(labels[0], `${title}, 1 of 3 done, 1 overdue, 2 not tracked`);
      assert.match(labels[1] ?? '', /^Overdue: Renew certificates a month ahead.*, open, was due 2026-02-20, OPS-77, Owner: @ines\.ferreira/);
      assert.equal(labels.length, 5, 'done ones are hidden');
    });
    assert.equal(await box('Tell the customers').count(), 0, 'what nothing tracks has no box');
  });

  test('there is room for it', async () => {
    const { page } = window;
    await page.locator('.pane-header[aria-expanded="true"]', { hasText: 'incidents' }).click();
    const sideBar = await page.locator('.part.sidebar').boundingBox();
    assert.ok(sideBar);
    const edge = { x: sideBar.x + sideBar.width + 1, y: sideBar.y + 300 };
    await page.mouse.move(edge.x, edge.y);
    await page.mouse.down();
    await page.mouse.move(edge.x + 250, edge.y, { steps: 3 });
    await page.mouse.up();
    await until(async () => (await page.locator('.part.sidebar').boundingBox())?.width ?? 0, (width) => assert.ok(width > 500, `${width}`));
  });

  test('a click on a box ticks the item off in the text; undo takes it back; nothing is saved', async () => {
    const { page } = window;
    await becomes(() => isTicked('Alarm on certificates'), 'false');
    await box('Alarm on certificates').click();
    await until(() => line('Alarm on certificates'), (text) => assert.match(text, /^- \[x\] Alarm/));
    await becomes(() => isTicked('Alarm on certificates'), 'true');
    await page.keyboard.press('Control+Z');
    await until(() => line('Alarm on certificates'), (text) => assert.match(text, /^- \[ \] Alarm/));
    await becomes(() => isTicked('Alarm on certificates'), 'false');
    assert.equal(await onDisk(window, 'inc-402-relay.md'), relay);
  });

  test('a click on an item goes to its line', async () => {
    const { page } = window;
    await row('Write a runbook').locator('.label-name').click();
    await atLine(page, 17);
    await textEditor(page).locator('.view-line', { hasText: 'Write a runbook' }).waitFor();
  });

  test('it is worked by keys alone', async () => {
    const { page } = window;
    await runCommand(page, 'Explorer: Focus on Incident Actions View');
    await view.locator('.monaco-list:focus').waitFor();
    await page.keyboard.press('Home');
    await view.locator('.monaco-list-row.focused', { hasText: title }).waitFor();
    await page.keyboard.press('ArrowDown');
    await view.locator('.monaco-list-row.focused', { hasText: 'Renew certificates' }).waitFor();
    await page.keyboard.press('Shift+F10');
    const menu = page.locator('.context-view .monaco-menu');
    await menu.waitFor();
    await settled(page.locator('.context-view'));
    await takePicture(page, 'actions-menu');
    assert.deepEqual(await menu.locator('.action-label:not(.separator)').allInnerTexts(), ['Mark as Done', 'Open Ticket', 'Copy Text of Action']);
    await menu.locator('.action-item', { hasText: 'Mark as Done' }).click();
    await until(() => line('Renew certificates'), (text) => assert.match(text, /^- \[x\] Renew/));
    await becomes(() => isTicked('Renew certificates'), 'true');
    await page.keyboard.press('Control+Z');
    await until(() => line('Renew certificates'), (text) => assert.match(text, /^- \[ \] Renew/));
  });

  for (const theme of ['light', 'dark', 'high-contrast'] as const) {
    test(`pictures, ${theme}`, async () => {
      const { page } = window;
      await window.useTheme(theme);
      await runCommand(page, 'Explorer: Focus on Incident Actions View');
      await takePicture(page, `actions-${theme}`);
    });
  }

  test('the whole workspace, by owner and by due date', async () => {
    const { page } = window;
    await press('Show Actions of the Workspace');
    await row('Product search slow').waitFor();
    await until(rows, (labels) => assert.ok(labels.some((label) => label.startsWith('ESC-2041')) && labels.some((label) => label.includes('Fernhill')), labels.join('\n')));
    await takePicture(page, 'actions-workspace');
    for (const [by, group] of [['Owner', '@tomas.reyes'], ['Due Date', 'Overdue']] as const) {
      await runCommand(page, `Incident: Group Actions by ${by}`);
      await until(rows, (labels) => assert.ok(labels.some((label) => label.startsWith(`${group}, `)), labels.join('\n')));
      await takePicture(page, `actions-by-${by.toLowerCase().replace(' ', '-')}`);
    }
    await runCommand(page, 'Incident: Group Actions by Document');
    await until(rows, (labels) => assert.ok(labels.some((label) => label.startsWith(`${title}, `)), labels.join('\n')));
  });

  test('an item of a closed document is ticked off behind the others, and what was ticked off stays in sight', async () => {
    const { page } = window;
    await row('Alarm on the 95th percentile').waitFor();
    await box('Alarm on the 95th percentile').click();
    await page.locator('.tab.dirty', { hasText: 'search-latency.md' }).waitFor();
    assert.equal(await page.locator('.tab.active').getAttribute('data-resource-name'), 'inc-402-relay.md');
    await becomes(() => isTicked('Alarm on the 95th percentile'), 'true');
    await page.locator('.statusbar', { hasText: 'search-latency.md was opened for this change, which is not saved.' }).waitFor();
    await takePicture(page, 'actions-closed-document');
    await box('Alarm on the 95th percentile').click();
    await becomes(() => isTicked('Alarm on the 95th percentile'), 'false');
  });

  test('what cannot be ticked off is said in a sentence', async () => {
    const { page } = window;
    await rm(join(window.folder, 'inc-011-archived.md'));
    await box('Nobody ticks this off').click();
    await notification(page, 'The document is no longer there.');
    await takePicture(page, 'actions-refused');
    await runCommand(page, 'Notifications: Clear All Notifications');
    await becomes(() => row('Nobody ticks this off').count(), 0);
  });

  test('a view with nothing in it says what to do', async () => {
    const { page } = window;
    await press('Show Actions of Open Documents Only');
    await page.locator('.tab.dirty', { hasText: 'search-latency.md' }).click();
    await runCommand(page, 'File: Revert File');
    await runCommand(page, 'View: Close All Editors');
    const welcome = view.locator('.welcome-view-content');
    await until(() => welcome.innerText(), (text) => assert.match(text, /No incident document is open/));
    await welcome.locator('.monaco-button', { hasText: 'Show Actions of the Workspace' }).waitFor();
    await takePicture(page, 'actions-empty');
  });
});
