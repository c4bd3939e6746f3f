/// <reference lib="dom" />
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { themes } from '../../scripts/vscode/settings.mjs';
import { openList, openWindow, runCommand, takePicture, type Window } from '../support/window';
import { atLine, becomes, goToLine, lineText, openIncident, settled, shownPage, until, visibleTexts } from './workbench';

const shownIn = Object.keys(themes) as (keyof typeof themes)[];

describe('reviewing and refactoring in the window', () => {
  let window: Window;
  before(async () => {
    window = await openWindow({ width: 1400, height: 1000, settings: { 'incidentDocs.timeZone': 'Europe/Berlin' } });
    await openIncident(window.page, 'search-latency.md');
  });
  after(() => window?.close());

  const page = () => shownPage(window.page);
  const rows = (): Promise<string[]> => window.page.locator('.quick-input-widget .monaco-list-row').evaluateAll((elements) => elements.map((row) => row.querySelector('.label-name')?.textContent?.trim() ?? ''));
  const timeline = async (): Promise<string[]> => (await visibleTexts(window.page)).filter((line) => /^- (?:\*\*)?2026-03-\d\d /.test(line));

  test('the changes that apply at the cursor come first', async () => {
    await goToLine(window.page, 33);
    for (const theme of shownIn) {
      await window.useTheme(theme);
      const widget = await openList(window.page, 'Incident: Refactor…');
      await until(rows, (labels) => assert.equal(labels[0], 'Sort the timeline'));
      const separators = await widget.locator('.quick-input-list-separator').allInnerTexts();
      assert.deepEqual(separators.filter((name) => name !== '')[0], 'At the cursor');
      await settled(widget);
      await takePicture(window.page, `refactor-${theme}`);
      await window.page.keyboard.press('Escape');
      await widget.waitFor({ state: 'hidden' });
    }
  });

  test('the timeline is sorted by one command from anywhere, and undo takes it back', async () => {
    await goToLine(window.page, 1);
    await runCommand(window.page, 'Incident: Sort Timeline');
    await until(timeline, (lines) => assert.deepEqual(lines, lines.toSorted()));
    await window.page.keyboard.press('Control+Z');
    await until(timeline, (lines) => assert.notDeepEqual(lines, lines.toSorted()));
  });

  test('times are converted to a zone that is typed, the original kept', async () => {
    const { page: shown } = window;
    await window.useTheme('light');
    await goToLine(shown, 31);
    const widget = await openList(shown, 'Incident: Convert Times…');
    await widget.locator('.quick-input-title', { hasText: 'Convert Times' }).waitFor();
    await until(rows, (labels) => assert.equal(labels[0], 'Europe/Berlin'));
    await settled(widget);
    await takePicture(shown, 'convert-times');
    await widget.locator('input').fill('New York');
    await until(rows, (labels) => assert.deepEqual(labels, ['America/New_York']));
    await shown.keyboard.press('Enter');
    await until(rows, (labels) => assert.equal(labels.length, 2));
    await settled(widget);
    await takePicture(shown, 'convert-times-kept');
    await shown.keyboard.press('ArrowDown');
    await shown.keyboard.press('Enter');
    await until(() => lineText(shown, 31), (line) => assert.match(line ?? '', /03:30.* \(07:30 UTC\)/));
    await shown.keyboard.press('Control+Z');
  });

  test('the checklist shows beside the document what it answers, with its lines', async () => {
    await goToLine(window.page, 1);
    await runCommand(window.page, 'Incident: Review Checklist');
    await page().locator('h1', { hasText: 'Review of search-latency.md' }).waitFor();
    await becomes(() => page().locator('h2').count(), 9);
    for (const theme of shownIn) {
      await window.useTheme(theme);
      await page().locator(`body[data-vscode-theme-id="${themes[theme]}"]`).waitFor();
      for (const [words, ratio] of await contrasts()) assert.ok(ratio >= 4.5, `${theme}: ${words} has a contrast of ${ratio.toFixed(1)}`);
      await takePicture(window.page, `review-${theme}`);
    }
    await window.useTheme('light');
    await page().locator('h2', { hasText: 'Was it shared' }).scrollIntoViewIfNeeded();
    await takePicture(window.page, 'review-below');
  });

  test('a link leads to its line, and the page follows the document', async () => {
    const { page: shown } = window;
    await page().locator('a', { hasText: 'line 32' }).first().click();
    await atLine(shown, 32);
    const answers = () => page().locator('tr', { hasText: 'What set it off' }).locator('.answer').innerText();
    await becomes(answers, '✗ not found');
    await goToLine(shown, 24);
    await shown.keyboard.press('Home');
    await shown.keyboard.type('## Trigger\n\nSynonym list 44.\n\n');
    await becomes(answers, '✓ found');
    await runCommand(shown, 'File: Revert File');
    await becomes(answers, '✗ not found');
  });

  /** How far the colors of the page's words are from that behind them, by the formula of WCAG. No script runs in the page, so that axe-core cannot. */
  async function contrasts(): Promise<[words: string, ratio: number][]> {
    const colors = await page().locator('body').evaluate((body) => {
      const behind = getComputedStyle(body).backgroundColor;
      return [...body.querySelectorAll('h1, p, th, td, a, .answer, .against')].map((element) => [element.textContent ?? '', getComputedStyle(element).color, behind] as const);
    });
    const luminance = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => Number(part) / (color.startsWith('color') ? 1 : 255)).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    return colors.map(([words, front, behind]) => {
      const [one = 0, other = 0] = [luminance(front), luminance(behind)].sort((a, b) => b - a);
      return [words, (one + 0.05) / (other + 0.05)];
    });
  }
});
