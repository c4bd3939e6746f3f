/// <reference lib="dom" />
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { openWindow, runCommand, takePicture, type Window } from '../support/window';
import { atLine, goToLine, lineText, openIncident, pressUntil, settled, until } from './workbench';

const document = 'search-latency.md';
/** What is pointed at: the name of its picture, its line (1-based), its words, and what must be told. */
const things: readonly (readonly [name: string, line: number, words: string, told: RegExp])[] = [
  ['time', 33, '2026-03-11 07:53', /UTC: Wed 2026-03-11 07:53[^]*Since the start: 11 min/],
  ['milestone', 40, '2026-03-11 11:10', /Mitigation: found by “Mitigated:”[^]*Time to mitigate: 3 h 28 min/],
  ['heading', 43, 'Root Cause', /Why the incident was possible[^]*Find similar incidents/],
  ['owner', 76, '@tomas.reyes', /Open here: 1/],
  ['field', 5, 'SEV2', /A level of the scale SEV0/],
  ['id', 3, 'INC-318', /This is the document of this id/],
];

describe('hovers in the window', () => {
  let window: Window;
  before(async () => {
    window = await openWindow({ width: 1200, height: 800, settings: { 'incidentDocs.timeZone': 'Europe/Berlin', 'editor.occurrencesHighlight': 'off', '[markdown]': { 'editor.wordWrap': 'off' } } });
    await openIncident(window.page, document);
  });
  after(() => window?.close());

  for (const theme of ['light', 'dark'] as const) {
    for (const [name, line, words, told] of things) {
      test(`${name} is told, ${theme}`, async () => {
        const { page } = window;
        if (name === 'time') await window.useTheme(theme);
        const hover = await hoverOver(line, words);
        await until(() => hover.innerText(), (said) => assert.match(said.replaceAll('\u00a0', ' '), told));
        assert.equal(await hover.locator('.codicon-error, .codicon-warning').count(), 0);
        await takePicture(page, `hover-${name}-${theme}`);
        await page.keyboard.press('Escape');
      });
    }
  }

  test('a line that is told of is a click away', async () => {
    const { page } = window;
    const hover = await hoverOver(33, '2026-03-11 07:53');
    await hover.locator('a', { hasText: 'line 32' }).first().click();
    await atLine(page, 32);
  });

  test('the words of a document are no markup in a hover', async () => {
    const { page } = window;
    const hostile = '- [ ] *a* <b>b</b> https://evil.example www.evil.example [x](command:workbench.action.quit) $(bug) (@mallory)';
    await goToLine(page, 78);
    await page.keyboard.press('End');
    await page.keyboard.insertText(`\n${hostile}`);
    const hover = await hoverOver(79, '@mallory');
    const said = (await hover.innerText()).replaceAll('\u00a0', ' ');
    assert.ok(said.includes('*a* <b>b</b> https://evil.example www.evil.example x $(bug)'), said);
    const targets = await hover.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('data-href') ?? ''));
    assert.deepEqual(targets.filter((target) => !/^file:.*#L\d+$/.test(target) && !target.startsWith('vscode-remote:')), []);
    await takePicture(page, 'hover-hostile');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await runCommand(page, 'File: Revert File');
  });

  /** Puts the cursor into some words of a line, shows their hover and waits until it has content of ours. */
  async function hoverOver(line: number, words: string): Promise<Locator> {
    const { page } = window;
    await goToLine(page, line);
    await until(() => lineText(page, line), (text) => assert.ok(text?.includes(words), text));
    await goToLine(page, line, ((await lineText(page, line)) ?? '').indexOf(words) + 3);
    const hover = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first();
    await pressUntil(page, ['Control+K', 'Control+I'], hover.locator('.rendered-markdown').first());
    await settled(page.locator('.monaco-hover:not(.hidden)').first());
    return hover;
  }
});
