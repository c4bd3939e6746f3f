/// <reference lib="dom" />
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { smallPng } from '../support/small-png';
import { openList, openWindow, runCommand, takePicture, type Window } from '../support/window';
import { becomes, editorFocused, focusGroup, pressUntil, shownPage, showOutline } from './workbench';

const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const text = (key: string): string => texts[key] ?? assert.fail(key);
const name = text('walkthrough');

/** What a step's button leads to. */
interface Step {
  readonly id: string;
  readonly shown: (page: Page) => Locator;
  /** Does with it what the step tells of, for the picture. */
  readonly stage?: (page: Page) => Promise<unknown>;
  /** The upper left corner of the picture in the window, in CSS pixels. */
  readonly corner: { readonly x: number; readonly y: number };
}

const size = { width: 720, height: 540 };
const steps: readonly Step[] = [
  { id: 'create', shown: (page) => page.locator('.quick-input-widget .label-name', { hasText: 'Post-mortem' }).first(), corner: { x: 240, y: 0 } },
  { id: 'problems', shown: (page) => page.locator('.markers-panel .monaco-list-row').first(), stage: showFixes, corner: { x: 352, y: 230 } },
  { id: 'outline', shown: (page) => page.locator('.outline-pane .monaco-list-row').first(), stage: showOutline, corner: { x: 48, y: 0 } },
  { id: 'actionPlan', shown: (page) => shownPage(page).locator('h1'), stage: showItems, corner: { x: 480, y: 0 } },
  { id: 'share', shown: (page) => page.locator('.quick-input-widget .label-name', { hasText: 'Jira' }).first(), corner: { x: 240, y: 0 } },
];

async function showItems(page: Page): Promise<void> {
  await shownPage(page).locator('#plan-title').evaluate((title) => title.scrollIntoView());
}

async function showFixes(page: Page): Promise<void> {
  await runCommand(page, 'View: Hide Panel');
  await focusGroup(page, 1);
  await editorFocused(page);
  await pressUntil(page, ['F8'], page.locator('.marker-widget'));
  await pressUntil(page, ['Control+.'], page.locator('.action-widget .monaco-list-row.focused').first());
}

describe('the walkthrough', () => {
  let window: Window;
  before(async () => {
    window = await openWindow({ width: 1200, height: 800 });
    await mkdir('out/pictures', { recursive: true });
  });
  after(() => window?.close());

  for (const theme of ['light', 'dark'] as const) {
    test(`leads to what each of its steps is about, ${theme}`, async () => {
      const { page } = window;
      await window.useTheme(theme);
      for (const { id, shown, stage, corner } of steps) {
        await openWalkthrough();
        await page.locator('.getting-started-step', { hasText: text(`walkthrough.${id}`) }).first().click();
        const step = page.locator('.getting-started-step.expanded');
        await step.getByText(text(`walkthrough.${id}`)).waitFor();
        await takePicture(page, `walkthrough-${id}-${theme}`);
        await step.locator('.monaco-button').first().click();
        await shown(page).waitFor();
        await takePicture(page, `walkthrough-${id}-shown-${theme}`);
        await stage?.(page);
        await keep(`${id}-${theme}`, smallPng(await page.screenshot({ clip: { ...corner, ...size } })));
        await page.keyboard.press('Escape');
      }
      await focusGroup(page, 1);
      await runCommand(page, 'View: Close Editors in Other Groups');
    });
  }

  test('is done when all of it was tried', async () => {
    await openWalkthrough();
    await becomes(() => window.page.locator('.getting-started-step .codicon-getting-started-step-checked:visible').count(), steps.length);
    await takePicture(window.page, 'walkthrough-done');
  });

  async function openWalkthrough(): Promise<void> {
    const { page } = window;
    const widget = await openList(page, 'Welcome: Open Walkthrough...');
    await widget.locator('input').fill(name);
    await widget.locator('.monaco-list-row.focused', { hasText: name }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.getting-started-step').first().waitFor();
  }
});

/** A picture goes to those of the run, and into the extension where they are to be renewed. */
async function keep(name: string, picture: Buffer): Promise<void> {
  assert.ok(picture.length < 60_000, `${name}: ${picture.length} bytes`);
  await writeFile(join('out', 'pictures', `media-${name}.png`), picture);
  if (process.env['REFRESH_PICTURES']) await writeFile(join('media', 'walkthrough', `${name}.png`), picture);
}
