import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openWindow, runCommand, takePicture, type Window } from '../support/window';
import { becomes, cursor, focusGroup, goToLine, languageStatus, openIncident, showOutline, textEditor, until } from './workbench';

const markdown = 'search-latency.md';
const escalation = 'payment-retries.escalation.txt';

describe('the way through a document', () => {
  let window: Window;
  before(async () => (window = await openWindow({ width: 1500, height: 1000, settings: { 'incidentDocs.codeLens': true } })));
  after(() => window?.close());

  const breadcrumbs = (): Promise<string[]> => window.page.locator('.breadcrumbs-control .monaco-breadcrumb-item').evaluateAll((items) => items.map((item) => (item.querySelector('.label-name') ?? item).textContent?.trim() ?? ''));

  test('the breadcrumbs lead from the title over section and day to the entry', async () => {
    const { page } = window;
    // Of two outlines the editor keeps to the one that it saw first: that of Markdown where our server has yet to start.
    await openIncident(page, escalation);
    await openIncident(page, markdown);
    await goToLine(page, 33);
    await until(breadcrumbs, (crumbs) => {
      const own = crumbs.slice(crumbs.findIndex((crumb) => crumb.startsWith('Post-Mortem')));
      assert.deepEqual(own.map((crumb) => crumb.slice(0, 24)), ['Post-Mortem: Product sea', 'Timeline (UTC)', '2026-03-11', '07:53 Latency alarm dete']);
    });
  });

  test('a picture of the outline with them, light and dark', async () => {
    const { page } = window;
    for (const [name, line] of [[markdown, 33], [escalation, 31]] as const) {
      await openIncident(page, name);
      await showOutline(page);
      await focusGroup(page, 1);
      await goToLine(page, 1);
      await textEditor(page).locator('.codelens-decoration', { hasText: 'Open action plan' }).waitFor();
      await takePicture(page, `code-lens-${name.split('.')[0]}`);
      await goToLine(page, line);
      for (const theme of ['light', 'dark'] as const) {
        await window.useTheme(theme);
        await takePicture(page, `outline-${name.split('.')[0]}-${theme}`);
      }
    }
  });

  test('the command goes from entry to entry', async () => {
    const { page } = window;
    await openIncident(page, markdown);
    await goToLine(page, 33);
    const place = (): Promise<string> => cursor(page).innerText();
    await runCommand(page, 'Incident: Go to Next Timeline Entry');
    await becomes(place, 'Ln 34, Col 5');
    await runCommand(page, 'Incident: Go to Previous Timeline Entry');
    await becomes(place, 'Ln 33, Col 5');
    await runCommand(page, 'Incident: Go to Previous Timeline Entry');
    await becomes(place, 'Ln 32, Col 5');
    assert.match(await languageStatus(page), /Incident/);
  });
});
