import { readFile } from 'node:fs/promises';
import { step } from '../progress.mjs';
import { npm } from './npm.mjs';

/**
 * @typedef {Record<string, { version?: string, optional?: boolean }>} Packages
 * the `packages` of a lock file, by their folder
 */

/** Makes sure that node_modules is what package-lock.json says. */
export async function installPackages() {
  const [wanted, installed] = await Promise.all(['package-lock.json', 'node_modules/.package-lock.json'].map(packagesOf));
  if (wanted && installed && matches(wanted, installed)) return;
  // Not `npm ci`: it refuses a lock file that leaves out a platform's optional packages, which their parents pin anyway.
  await step('Installing packages', () => npm(['install', '--no-save', '--ignore-scripts']));
}

/**
 * Whether the packages in node_modules are those of the lock file. Optional ones are left out for another
 * platform, and may be missing from a lock file that was made on another.
 * @param {Packages} wanted
 * @param {Packages} installed
 */
export function matches(wanted, installed) {
  const folders = Object.keys(wanted).filter((folder) => folder !== '');
  return (
    folders.every((folder) => installed[folder]?.version === wanted[folder]?.version || (!installed[folder] && wanted[folder]?.optional)) &&
    Object.keys(installed).every((folder) => folder in wanted || installed[folder]?.optional)
  );
}

/**
 * @param {string} file
 * @returns {Promise<Packages | undefined>} undefined where it is missing or damaged
 */
async function packagesOf(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
