import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {Set<string>} */
const folders = new Set();

process.on('exit', () => folders.forEach(remove));

/**
 * Makes a folder that is removed when this process ends, if not before.
 * @returns {string} its absolute path
 */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'incident-docs-'));
  folders.add(folder);
  return folder;
}

/** @param {string} folder a temporary one */
export function remove(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
    folders.delete(folder);
  } catch {
    // Something in it is still in use; the next attempt, or the system, removes it.
  }
}
