import assert from 'node:assert/strict';
import { cp, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { remove, temporaryFolder } from '../../scripts/temporary.mjs';
import { startVSCode, type Options } from '../../scripts/vscode/server.mjs';
import { themes } from '../../scripts/vscode/settings.mjs';
import { openWorkbench } from '../../scripts/vscode/workbench.mjs';

/** Where pictures go; git does not see it. */
const pictures = join('out', 'pictures');

/** How the list of themes names a theme, and what tells it in the page. */
const shownThemes: Record<keyof typeof themes, { label: string; selector: string }> = {
  light: { label: 'Light Modern', selector: '.monaco-workbench.vs' },
  dark: { label: 'Dark Modern', selector: '.monaco-workbench.vs-dark' },
  'high-contrast': { label: 'Dark High Contrast', selector: '.monaco-workbench.hc-black' },
  'high-contrast-light': { label: 'Light High Contrast', selector: '.monaco-workbench.hc-light' },
};

/** Nothing moves or blinks, and the palette lists commands by name, whatever was run before. */
const still = { 'workbench.reduceMotion': 'on', 'editor.cursorBlinking': 'solid', 'workbench.commandPalette.history': 0 };

/** A VS Code window with the extension, on a copy of a folder that the test may change. */
export interface Window {
  readonly page: Page;
  /** The copy: an absolute path. */
  readonly folder: string;
  /** All that VS Code's server wrote so far. */
  output(): string;
  /** What the page wrote to its console as errors. */
  errors(): string[];
  /** Changes the colour theme, and waits until it shows. */
  useTheme(theme: keyof typeof themes): Promise<void>;
  close(): Promise<void>;
}

export interface WindowOptions extends Omit<Options, 'folder'> {
  /** The folder to copy and open; the examples if not given. */
  readonly folder?: string;
  readonly theme?: keyof typeof themes;
  /** In CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Device pixels for each CSS pixel. */
  readonly scale?: number;
}

/** Opens a window with the extension under development, unless `extensions` names a folder of installed ones. */
export async function openWindow({ folder: source = 'examples', theme = 'light', width, height, scale, ...options }: WindowOptions = {}): Promise<Window> {
  const work = temporaryFolder();
  const folder = join(work, basename(source));
  try {
    await cp(source, folder, { recursive: true });
    const settings = { ...still, 'workbench.colorTheme': themes[theme], ...options.settings };
    const server = await startVSCode({ ...(options.extensions ? {} : { extension: '.' }), ...options, folder, settings });
    try {
      const { page, errors, close } = await openWorkbench(server.url, {
        ...(width ? { width } : {}),
        ...(height ? { height } : {}),
        ...(scale ? { scale } : {}),
      });
      page.setDefaultTimeout(15_000);
      return {
        page,
        folder,
        output: server.output,
        errors,
        useTheme: (name) => useTheme(page, name),
        close: async () => {
          await close();
          await server.stop();
          remove(work);
        },
      };
    } catch (error) {
      await server.stop();
      throw error;
    }
  } catch (error) {
    remove(work);
    throw error;
  }
}

async function useTheme(page: Page, name: keyof typeof themes): Promise<void> {
  const { label, selector } = shownThemes[name];
  await takeFromList(page, ['Control+K', 'Control+T'], label, label);
  await quickInput(page).waitFor({ state: 'hidden' });
  await page.locator(selector).waitFor();
}

/** Runs a command from the command palette, by its whole title, as in "Incident: Open Action Plan to the Side". */
export async function runCommand(page: Page, title: string): Promise<void> {
  await takeFromPalette(page, title);
  await quickInput(page).waitFor({ state: 'hidden' });
}

/** Runs a command, by its whole title, that shows a list in place of the palette. */
export async function openList(page: Page, title: string): Promise<Locator> {
  await takeFromPalette(page, title);
  return quickInput(page);
}

/** Opens a file of the folder in the editor, by its name, and waits until it can be typed into. */
export async function openFile(page: Page, name: string): Promise<void> {
  await takeFromList(page, ['F1'], name, name);
  await quickInput(page).waitFor({ state: 'hidden' });
  await page.locator(`.editor-group-container.active:has(.tab.active[data-resource-name="${name}"]) .monaco-editor.focused .view-line`).first().waitFor();
}

/** The palette, and whatever else asks in its place. */
export function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget');
}

/** Writes a picture of the window, or of a part of it, to out/pictures. */
export async function takePicture(page: Page, name: string, selector?: string): Promise<void> {
  await mkdir(pictures, { recursive: true });
  const path = join(pictures, `${name}.png`);
  await (selector ? page.locator(selector).first().screenshot({ path }) : page.screenshot({ path }));
}

/** Does something again, after Escape, until it succeeds, for thirty seconds at most: an editor that is busy passes over keys. */
export async function untilDone(page: Page, work: () => Promise<void>): Promise<void> {
  for (const deadline = Date.now() + 30_000; ; ) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

async function takeFromPalette(page: Page, title: string): Promise<void> {
  await takeFromList(page, ['F1'], `>${title}`, title);
}

/**
 * Opens a list by keys, types what it is searched for and takes the entry of this label, with the keyboard; returns when the entry is gone.
 * A list that is open does not change when a command is enabled or a file found: it is opened again until the entry is in it.
 */
async function takeFromList(page: Page, keys: readonly string[], text: string, label: string): Promise<void> {
  const entry = (state = '') => quickInput(page).locator(`.monaco-list-row${state}`, { has: page.locator('.label-name').getByText(label, { exact: true }) }).first();
  await untilDone(page, async () => {
    for (const key of keys) await page.keyboard.press(key);
    await quickInput(page).locator('input').fill(text, { timeout: 2000 });
    await entry().waitFor({ timeout: 2000 });
    for (let steps = 0; !(await entry('.focused').isVisible()); steps++) {
      assert.ok(steps < 20, `${label} is not come to`);
      await page.keyboard.press('ArrowDown');
    }
  });
  await page.keyboard.press('Enter');
  await entry().waitFor({ state: 'hidden' });
}
