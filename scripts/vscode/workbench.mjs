import { chromium } from 'playwright-core';
import { findBrowser } from '../install/browser.mjs';
import { Failure } from '../progress.mjs';

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium has no sandbox for root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * @typedef {object} Workbench
 * @property {import('playwright-core').Page} page
 * @property {() => string[]} errors what the page wrote to its console as errors
 * @property {() => Promise<void>} close ends the browser
 */

/**
 * Opens a VS Code that is being served, in a headless browser, and waits until its window is restored.
 * @param {string} url
 * @param {{ width?: number, height?: number, scale?: number, ready?: boolean }} [options] size in CSS pixels, and device pixels for
 * each of them; `ready: false` does not wait for the window
 * @returns {Promise<Workbench>}
 */
export async function openWorkbench(url, { width = 1280, height = 800, scale = 1, ready = true } = {}) {
  const executablePath = findBrowser();
  if (!executablePath) throw new Failure('No Chromium, Google Chrome or Microsoft Edge was found: install one of them, or name it in CHROME_PATH.');
  const browser = await chromium.launch({ executablePath, args: flags, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
  try {
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
    /** @type {string[]} */
    const errors = [];
    page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
    page.on('pageerror', (error) => void errors.push(error.message));
    await page.goto(url, { timeout: 30_000 });
    if (ready) await restored(page);
    return { page, errors: () => errors, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/**
 * Waits until the window is restored: `driver` is there because the server honours the smoke test driver.
 * @param {import('playwright-core').Page} page
 */
async function restored(page) {
  await page.waitForFunction('globalThis.driver !== undefined', undefined, { timeout: 60_000 });
  await page.evaluate('globalThis.driver.whenWorkbenchRestored()');
  await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 30_000 });
}
