/// <reference lib="dom" />
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openWindow, quickInput, runCommand, takePicture, type Window } from '../support/window';
import { choose, goToLine, oneReads, openIncident, pressUntil, settled, until } from './workbench';

const minute = 60_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 16).replace('T', ' ');

/** An incident that began an hour and a quarter ago. */
function log(now: number): string {
  return `# Post-mortem: labels are not printed

**Status:** Investigating
**Severity:** SEV-2
**Next update:** ${iso(now + 20 * minute)} UTC

## Impact

No parcel has left the second hall since this morning.

## Timeline (UTC)

- **${iso(now - 75 * minute)}** – The printers of the second hall report errors
- **${iso(now - 60 * minute)}** – Mara acknowledges the page and opens a bridge

## Action Items

- [ ] Alarm on printers without paper (@mara)

## Background

${'The second hall has three printers.\n\n'.repeat(20)}`;
}

describe('writing while an incident goes on, in the window', () => {
  let window: Window;
  before(async () => {
    window = await openWindow({ width: 1200, height: 760, settings: { '[markdown]': { 'editor.wordWrap': 'off' } } });
    await writeFile(join(window.folder, 'labels.md'), log(Date.now()));
    await openIncident(window.page, 'labels.md');
  });
  after(() => window?.close());

  const list = () => window.page.locator('.quick-input-widget .monaco-list-row');
  const clock = () => window.page.locator('#incident-docs\\.incident-docs\\.incidentDocs\\.clock');

  test('a chord writes an entry of now, and what is typed are its words', async () => {
    const { page } = window;
    // from where the timeline is out of sight
    await goToLine(page, 60);
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+G');
    await oneReads(page, /^- \*\*\d{4}-\d{2}-\d{2} \d{2}:\d{2}\*\* – $/);
    await page.keyboard.type('The paper was changed');
    await oneReads(page, /^- \*\*.*\*\* – The paper was changed$/);
    await takePicture(page, 'live-entry');
  });

  test('it is marked as a milestone', async () => {
    const { page } = window;
    await choose(page, 'Incident: Mark Milestone…', 'Mitigated', () => takePicture(page, 'live-milestones'));
    await oneReads(page, /\*\* – \*\*Mitigated:\*\* The paper was changed/);
  });

  test('the clock counts from the detection, in every theme', async () => {
    const { page } = window;
    assert.equal(await clock().count(), 0);
    await runCommand(page, 'Incident: Show or Hide Incident Clock');
    await until(() => clock().innerText(), (text) => assert.match(text, /1 h 1\d min · next update in \d+ min/));
    assert.match((await clock().locator('a').getAttribute('aria-label')) ?? '', /^Incident clock of labels\.md: 1 h 1\d min since line 13: /);
    for (const theme of ['light', 'dark', 'high-contrast'] as const) {
      await window.useTheme(theme);
      await takePicture(page, `live-clock-${theme}`);
    }
  });

  test('an update that is overdue is told', async () => {
    const { page } = window;
    await goToLine(page, 5);
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.type(`Next update: ${iso(Date.now() - 7 * minute)} UTC`);
    await until(() => clock().innerText(), (text) => assert.match(text, /update overdue by [78] min/));
    for (const theme of ['high-contrast', 'dark', 'light'] as const) {
      await window.useTheme(theme);
      await takePicture(page, `live-overdue-${theme}`);
    }
  });

  test('what is to be done is behind the clock; the clock stops when the incident is resolved', async () => {
    const { page } = window;
    await clock().click();
    await list().filter({ hasText: 'Set Status…' }).click();
    await list().filter({ hasText: 'Resolved' }).waitFor();
    await settled(quickInput(page));
    await takePicture(page, 'live-status');
    await list().filter({ hasText: 'Resolved' }).click();
    await oneReads(page, /^\*\*Status:\*\* Resolved$/);
    await until(() => clock().innerText(), (text) => assert.match(text, /^\s*resolved$/));
    await takePicture(page, 'live-resolved');
    await pressUntil(page, ['Control+Z'], clock().filter({ hasText: '1 h 1' }));
    await runCommand(page, 'Incident: Show or Hide Incident Clock');
    await clock().waitFor({ state: 'hidden' });
  });
});
