/// <reference lib="dom" />
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { openFile, openList, quickInput, runCommand, untilDone, type Window } from '../support/window';

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

/** The lines of the text editor that can be seen, by their numbers, in their order. */
export async function visibleLines(page: Page): Promise<Map<number, string>> {
  const lines = await textEditor(page).evaluate((editor) => {
    const top = (element: Element): number => Math.round(element.getBoundingClientRect().top);
    const numbers = new Map([...editor.querySelectorAll('.margin-view-overlays > div')].map((row) => [top(row), row.querySelector('.line-numbers')?.textContent]));
    return [...editor.querySelectorAll('.view-lines > .view-line')].map((line) => ({ number: Number(numbers.get(top(line)) || 0), text: line.textContent ?? '' }));
  });
  return new Map(lines.filter(({ number }) => number > 0).sort((a, b) => a.number - b.number).map(({ number, text }) => [number, text.replaceAll('\u00a0', ' ')]));
}

/** The texts of these lines. */
export async function visibleTexts(page: Page): Promise<string[]> {
  return [...(await visibleLines(page)).values()];
}

/** Waits until one of these texts is as it should be. */
export async function oneReads(page: Page, text: RegExp): Promise<void> {
  await until(() => visibleTexts(page), (texts) => assert.ok(texts.some((line) => text.test(line)), `${text} in\n${texts.join('\n')}`));
}

/** The text of a line of the text editor, if it can be seen. */
export async function lineText(page: Page, number: number): Promise<string | undefined> {
  return (await visibleLines(page)).get(number);
}

/** The characters above each of the squiggles that there are, read in one go: one may go away in between. */
export async function textOver(squiggles: Locator): Promise<string[]> {
  return squiggles.evaluateAll((marks) => marks.map((mark) => {
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
  }));
}

/** The first text editor, whether or not it has the focus. */
export function textEditor(page: Page): Locator {
  return page.locator('.editor-group-container .monaco-editor[data-uri]').first();
}

/** Where the status bar tells the place of the cursor, as in "Ln 3, Col 5 (4 selected)". */
export function cursor(page: Page): Locator {
  return page.locator('#status\\.editor\\.selection');
}

/** Waits until the cursor is in a line (1-based). */
export async function atLine(page: Page, line: number, timeout = 15_000): Promise<void> {
  await cursor(page).filter({ hasText: `Ln ${line},` }).waitFor({ timeout });
}

/** Waits until a text editor has the focus: what is pressed before may be lost. */
export async function editorFocused(page: Page, timeout = 15_000): Promise<void> {
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor({ timeout });
}

/** Puts the cursor at a place (1-based) of the text editor, at the start of the line if no column is given. */
export async function goToLine(page: Page, line: number, column = 1): Promise<void> {
  const widget = quickInput(page);
  await untilDone(page, async () => {
    await page.keyboard.press('Control+G');
    await widget.locator('input').fill(`:${line},${column}`, { timeout: 2000 });
    await widget.locator('input').press('Enter');
    await widget.waitFor({ state: 'hidden', timeout: 2000 });
    await atLine(page, line, 2000);
    await editorFocused(page, 2000);
  });
}

/** Makes a group of editors the active one (1-based): a key that is pressed while a page has the focus may be lost. */
export async function focusGroup(page: Page, group: number): Promise<void> {
  await pressUntil(page, [`Control+${group}`], page.locator('.editor-group-container').nth(group - 1).and(page.locator('.active')));
}

/** Presses keys until what they open is there: an editor that is busy passes over a key. */
export async function pressUntil(page: Page, keys: readonly string[], opened: Locator, patience = 3000): Promise<void> {
  for (const deadline = Date.now() + 20_000; ; ) {
    for (const key of keys) await page.keyboard.press(key);
    try {
      await opened.waitFor({ timeout: patience });
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

/** Runs a command that asks, and answers it with the keyboard; `seen` looks at what it asks. */
export async function choose(page: Page, command: string, answer: string, seen: () => Promise<void> = async () => undefined): Promise<void> {
  const list = await openList(page, command);
  const labels = page.locator('.label-name', { hasText: answer });
  await list.locator('.monaco-list-row', { has: labels }).first().waitFor();
  await settled(list);
  await seen();
  await list.locator('input').fill(answer);
  await list.locator('.monaco-list-row.focused', { has: labels }).waitFor();
  await page.keyboard.press('Enter');
  await list.waitFor({ state: 'hidden' });
}

/** Waits until what fades in or moves has done so. */
export async function settled(part: Locator): Promise<void> {
  await part.evaluate(async (element) => {
    const passing = element.getAnimations({ subtree: true }).filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
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

/** Shows the problems view; a row is a problem or its file. */
export async function showProblems(page: Page): Promise<Locator> {
  await runCommand(page, 'Problems: Focus on Problems View');
  const rows = page.locator('.markers-panel .monaco-list-row');
  await rows.first().waitFor();
  return rows;
}

/** What rows say to those who hear them. */
export function labelsOf(rows: Locator): Promise<string[]> {
  return rows.evaluateAll((elements) => elements.map((row) => row.getAttribute('aria-label') ?? ''));
}

/** Opens the action plan by the icon of the editor's title, and waits until it shows a plan of this name. */
export async function openActionPlan(page: Page, title: string): Promise<FrameLocator> {
  await page.locator('.editor-group-container.active .editor-actions .codicon-tasklist').click();
  const plan = shownPage(page);
  await plan.locator('h1', { hasText: title }).waitFor();
  await rest(page);
  return plan;
}

/** Takes the pointer to where it shows nothing. */
export async function rest(page: Page): Promise<void> {
  await page.locator('.statusbar').hover({ position: { x: 300, y: 5 } });
}

/** The page of the one webview that is shown. */
export function shownPage(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** What an extension keeps of a workspace, as the browser has it on its disk: JSON, empty if there is none. */
export function keptOf(page: Page, extension: string): Promise<string> {
  return page.evaluate(async (key) => {
    const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, fail) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => fail(request.error));
    });
    const kept: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('vscode-web-state-db')) continue;
      const database = await done(indexedDB.open(name));
      kept.push((await done<string | undefined>(database.transaction('ItemTable').objectStore('ItemTable').get(key))) ?? '');
      database.close();
    }
    return kept.join('');
  }, extension);
}

/** The text of a file of the folder, as it is on the disk. */
export function onDisk({ folder }: Window, name: string): Promise<string> {
  return readFile(join(folder, name), 'utf8');
}
