/// <reference lib="dom" />
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { openFile, runCommand, untilDone, type Window } from '../support/window';

/** Waits until what is asked for is as it should be: asks again for ten seconds at most, then fails with the difference. */
export async function becomes<T>(ask: () => Promise<T>, expected: T, limit = 10_000): Promise<void> {
  await until(ask, (actual) => assert.deepEqual(actual, expected), limit);
}

/** Waits until a check passes: asks again for ten seconds at most, then fails as the check did last. */
export async function until<T>(ask: () => Promise<T>, check: (actual: T) => void, limit = 10_000): Promise<void> {
  for (const end = Date.now() + limit; ; ) {
    const actual = await ask();
    try {
      check(actual);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/** Opens an incident document and waits until it was recognized. */
export async function openIncident(page: Page, name: string): Promise<void> {
  await openFile(page, name);
  await until(() => languageStatus(page), (status) => assert.match(status, /Incident: /));
}

/** What the language status of the active editor says. */
export async function languageStatus(page: Page): Promise<string> {
  return (await page.locator('#status\\.languageStatus').getAttribute('aria-label', { timeout: 500 }).catch(() => null)) ?? '';
}

/** The lines of the text editor that can be seen, by their numbers. */
export async function visibleLines(page: Page): Promise<Map<number, string>> {
  const lines = await textEditor(page).evaluate((editor) => {
    const top = (element: Element): number => Math.round(element.getBoundingClientRect().top);
    const numbers = new Map([...editor.querySelectorAll('.margin-view-overlays > div')].map((row) => [top(row), row.querySelector('.line-numbers')?.textContent]));
    return [...editor.querySelectorAll('.view-lines > .view-line')].map((line) => ({ number: Number(numbers.get(top(line)) || 0), text: line.textContent ?? '' }));
  });
  return new Map(lines.filter(({ number }) => number > 0).map(({ number, text }) => [number, text.replaceAll('\u00a0', ' ')]));
}

/** The text of a line of the text editor, if it can be seen. */
export async function lineText(page: Page, number: number): Promise<string | undefined> {
  return (await visibleLines(page)).get(number);
}

/** The characters above a squiggle. */
export async function textOver(squiggle: Locator): Promise<string> {
  return squiggle.evaluate((mark) => {
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    const line = [...(mark.closest('.monaco-editor')?.querySelectorAll('.view-line') ?? [])].find((candidate) => {
      const box = candidate.getBoundingClientRect();
      return box.top <= middle && middle <= box.bottom;
    });
    if (!line) return '';
    let over = '';
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < (node.textContent ?? '').length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        const center = (box.left + box.right) / 2;
        if (center > left && center < right) over += node.textContent?.[at];
      }
    }
    return over.replaceAll('\u00a0', ' ');
  });
}

/** The first text editor, whether or not it has the focus. */
export function textEditor(page: Page): Locator {
  return page.locator('.editor-group-container .monaco-editor[data-uri]').first();
}

/** Puts the cursor at the start of a line (1-based). */
export async function goToLine(page: Page, line: number): Promise<void> {
  const input = page.locator('.quick-input-widget input');
  await pressUntil(page, ['Control+G'], input);
  await input.fill(`:${line}`);
  await input.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line},` }).waitFor();
}

/** Presses keys until what they open is there: an editor that is busy passes over a key. */
export async function pressUntil(page: Page, keys: readonly string[], opened: Locator): Promise<void> {
  for (const deadline = Date.now() + 20_000; ; ) {
    for (const key of keys) await page.keyboard.press(key);
    try {
      await opened.waitFor({ timeout: 3000 });
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

/** Runs a command, by its whole title, that shows a list in place of the palette. */
export async function openList(page: Page, title: string): Promise<Locator> {
  const widget = page.locator('.quick-input-widget');
  await untilDone(page, async () => {
    await page.keyboard.press('F1');
    await widget.locator('input').fill(`>${title}`);
    await widget.locator('.monaco-list-row.focused', { has: page.locator('.label-name').getByText(title, { exact: true }) }).waitFor({ timeout: 3000 });
  });
  await page.keyboard.press('Enter');
  return widget;
}

/** Gives the outline the whole side bar. */
export async function showOutline(page: Page): Promise<Locator> {
  await runCommand(page, 'Explorer: Focus on Outline View');
  const files = page.locator('.pane-header[aria-expanded="true"]', { hasText: 'examples' });
  if ((await files.count()) > 0) await files.click();
  const rows = page.locator('.outline-pane .monaco-list-row');
  await rows.first().waitFor();
  return rows;
}

/** A notification, in their list: VS Code pops none up while it is driven by a test. */
export async function notification(page: Page, text: string): Promise<Locator> {
  const found = page.locator('.notifications-center .notification-list-item', { hasText: text });
  await runCommand(page, 'Notifications: Show Notifications');
  await found.waitFor();
  return found;
}

/** What the problems view lists: one line a problem. */
export async function showProblems(page: Page): Promise<string[]> {
  await runCommand(page, 'Problems: Focus on Problems View');
  const rows = page.locator('.markers-panel .monaco-list-row');
  await rows.first().waitFor();
  return rows.evaluateAll((elements) => elements.map((row) => row.getAttribute('aria-label') ?? ''));
}

/** Opens the action plan by the icon of the editor's title, and waits until it shows a plan of this name. */
export async function openActionPlan(page: Page, title: string): Promise<FrameLocator> {
  await page.locator('.editor-group-container.active .editor-actions .codicon-tasklist').click();
  const plan = actionPlan(page);
  await plan.locator('h1', { hasText: title }).waitFor();
  await page.locator('.statusbar').hover({ position: { x: 300, y: 5 } });
  return plan;
}

/** The page of the one webview that is shown. */
export function actionPlan(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** The text of a file of the folder, as it is on the disk. */
export function onDisk({ folder }: Window, name: string): Promise<string> {
  return readFile(join(folder, name), 'utf8');
}
