/// <reference lib="dom" />
import assert from 'node:assert/strict';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { remove, temporaryFolder } from '../../scripts/temporary.mjs';
import { openList, openWindow, quickInput, runCommand, takePicture, type Window } from '../support/window';
import { becomes, goToLine, lineText, onDisk, openIncident, pressUntil, settled, until } from './workbench';

/** Incidents like the search latency of the examples, and one that has nothing in common with it. */
const related: Readonly<Record<string, string>> = {
  'inc-271-autocomplete.md': `# 🔎 Post-Mortem: Search suggestions slow in the app

- **Incident ID**: INC-271
- **Severity**: SEV3
- **Status**: Resolved
- **Owner**: Tomás Reyes

## Summary

On 2025-11-04 search suggestions took six seconds, because a synonym list made every query of the index expensive. See INC-318.

## Root Cause

A synonym with a leading wildcard was expanded over the whole search index for each query.

## Timeline (UTC)

- 2025-11-04 09:00 Latency of the search index rises
- 2025-11-04 10:30 Synonym list withdrawn, queries are fast again

## Action Items

- [ ] Check the length of synonym lists before they are loaded, @tomas.reyes, due 2026-02-01
- [x] Alarm on slow queries, @ines.ferreira
`,
  'inc-290-invoices.md': `# Post-Mortem: Invoices without a tax number

- **Incident ID**: INC-290
- **Severity**: SEV2
- **Status**: Resolved

## Summary

On 2026-01-12 invoices were printed without the tax number of the shop.

## Root Cause

The template of the printer was changed by hand.

## Timeline (UTC)

- 2026-01-12 08:00 First invoice without a number
- 2026-01-12 12:00 Template put back

## Action Items

- [ ] Review changes of templates, @ines.ferreira
`,
};

describe('documents that know of each other, in the window', () => {
  const folder = temporaryFolder();
  let window: Window;
  before(async () => {
    await mkdir(join(folder, 'incidents'), { recursive: true });
    await cp('examples/search-latency.md', join(folder, 'incidents', 'search-latency.md'));
    for (const [name, text] of Object.entries(related)) await writeFile(join(folder, 'incidents', name), text);
    window = await openWindow({ folder: join(folder, 'incidents'), width: 1200, height: 800, settings: { '[markdown]': { 'editor.wordWrap': 'off' } } });
    await openIncident(window.page, 'search-latency.md');
  });
  after(async () => {
    await window?.close();
    remove(folder);
  });

  for (const theme of ['light', 'dark', 'high-contrast'] as const) {
    test(`symbols of the workspace, ${theme}`, async () => {
      const { page } = window;
      await window.useTheme(theme);
      const widget = quickInput(page);
      await pressUntil(page, ['Control+T'], widget.locator('input'));
      await widget.locator('input').fill('#synonym');
      const rows = widget.locator('.monaco-list-row');
      await until(() => rows.allInnerTexts(), (texts) => assert.ok(texts.some((text) => text.includes('Synonym list withdrawn')) && texts.some((text) => text.includes('Search suggestions slow')), texts.join('\n')));
      await takePicture(page, `workspace-symbols-${theme}`);
      await page.keyboard.press('Escape');
      await widget.waitFor({ state: 'hidden' });
    });

    test(`similar incidents, ${theme}`, async () => {
      const { page } = window;
      const widget = await openList(page, 'Incident: Find Similar Incidents');
      await widget.locator('.quick-input-title', { hasText: 'Similar Incidents' }).waitFor();
      await until(() => widget.locator('.monaco-list-row').allInnerTexts(), ([first = '', ...others]) => {
        assert.match(first, /Search suggestions slow[^]*synonym/);
        assert.ok(!others.some((text) => text.includes('Invoices')), others.join('\n'));
      });
      await settled(widget);
      await takePicture(page, `similar-incidents-${theme}`);
      await page.keyboard.press('Escape');
      await widget.waitFor({ state: 'hidden' });
    });
  }

  test('a reference is a key away', async () => {
    const { page } = window;
    await openIncident(page, 'inc-271-autocomplete.md');
    await goToLine(page, 10);
    await until(() => lineText(page, 10), (line) => assert.match(line ?? '', /INC-318/));
    await goToLine(page, 10, ((await lineText(page, 10)) ?? '').indexOf('INC-318') + 3);
    await pressUntil(page, ['F12'], page.locator('.tab.active[data-resource-name="search-latency.md"]'));
  });

  test('an owner is renamed in every document, after a look', async () => {
    const { page } = window;
    await openIncident(page, 'inc-271-autocomplete.md');
    await goToLine(page, 6);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    const input = page.locator('.rename-box input');
    await pressUntil(page, ['F2'], input);
    await becomes(() => input.inputValue(), 'Tomás Reyes');
    await input.fill('Tomás R. Lima');
    await input.press('Control+Enter');
    const apply = page.locator('.panel .monaco-button, .part.panel a.monaco-button', { hasText: 'Apply' }).first();
    await apply.waitFor();
    await takePicture(page, 'rename-preview');
    await apply.click();
    // the editor saves what a refactoring changed by itself, sooner or later
    await until(() => lineText(page, 6), (line) => assert.match(line ?? '', /Tomás R\. Lima/));
    await runCommand(page, 'File: Save All Files');
    for (const name of ['search-latency.md', 'inc-271-autocomplete.md']) await until(() => onDisk(window, name), (text) => assert.match(text, /\*\*Owner\*\*: Tomás R\. Lima/));
  });
});
