import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure } from '../progress.mjs';
import { canInstallPackages, installDebianPackages } from './debian.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'microsoft-edge-stable', 'msedge'];

/** @type {Partial<Record<NodeJS.Platform, readonly string[]>>} */
const applications = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
      (program) => `${process.env[variable]}\\${program}`,
    ),
  ),
  linux: ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'],
};

/**
 * A Chromium, Chrome or Edge of this machine.
 * @returns {string | undefined} its absolute path
 */
export function findBrowser() {
  const chosen = process.env['CHROME_PATH'];
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name + suffix)));
  return [...(chosen ? [chosen] : []), ...onPath, ...(applications[process.platform] ?? [])].find((program) => existsSync(program));
}

/**
 * Makes sure that there is a browser to drive the embedded VS Code with.
 * @returns {Promise<string>} its absolute path
 * @throws {Failure} where it is missing and cannot be installed from here
 */
export async function installBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (!canInstallPackages()) {
    throw new Failure('No Chromium, Google Chrome or Microsoft Edge was found: install one of them, or name it in CHROME_PATH.');
  }
  await installDebianPackages('Chromium', ['chromium', 'fonts-noto-color-emoji']);
  const installed = findBrowser();
  if (!installed) throw new Failure('Chromium was installed but is not found: name it in CHROME_PATH.');
  return installed;
}
