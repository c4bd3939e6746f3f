import { cp, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
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
    const settings = { 'workbench.colorTheme': themes[theme], 'workbench.reduceMotion': 'on', 'editor.cursorBlinking': 'solid', ...options.settings };
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
  const widget = page.locator('.quick-input-widget');
  await untilDone(page, async () => {
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+T');
    await widget.locator('input').fill(label, { timeout: 2000 });
    await widget.locator('.monaco-list-row.focused', { has: page.locator('.label-name').getByText(label, { exact: true }) }).waitFor({ timeout: 2000 });
  });
  await page.keyboard.press('Enter');
  await widget.waitFor({ state: 'hidden' });
  await page.locator(selector).waitFor();
}

/** Runs a command from the command palette, by its whole title, as in "Incident: Open Action Plan to the Side". */
export async function runCommand(page: Page, title: string): Promise<void> {
  await quickPick(page, `>${title}`, title);
}

/** Opens a file of the folder in the editor, by its name. */
export async function openFile(page: Page, name: string): Promise<void> {
  await quickPick(page, name, name);
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('.editor-instance .view-line').first().waitFor();
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

/** A list that is open does not change when a command is enabled or a file found: it is opened again until the label is in it. */
async function quickPick(page: Page, text: string, label: string): Promise<void> {
  const widget = page.locator('.quick-input-widget');
  const entry = widget.locator('.monaco-list-row', { has: page.locator('.label-name').getByText(label, { exact: true }) }).first();
  await untilDone(page, async () => {
    await page.keyboard.press('F1');
    await widget.locator('input').fill(text);
    await entry.click({ timeout: 1000 });
    await widget.waitFor({ state: 'hidden' });
  });
}
