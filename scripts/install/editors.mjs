import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstallPackages, installDebianPackages } from './debian.mjs';

/** Editors beside VS Code that the server is tried with, and what Debian calls what they need. */
const editors = {
  nvim: { name: 'Neovim', packages: ['neovim'] },
  emacs: { name: 'Emacs', packages: ['emacs-nox', 'elpa-eglot'] },
};

/**
 * An editor of this machine.
 * @param {keyof typeof editors} program
 * @returns {string | undefined} its absolute path
 */
export function findEditor(program) {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program)).find((file) => existsSync(file));
}

/** Installs the editors that are missing, where that is possible; the tests of the others are skipped and say so. */
export async function installEditors() {
  const missing = Object.entries(editors).filter(([program]) => !findEditor(/** @type {keyof typeof editors} */ (program)));
  if (missing.length === 0 || !canInstallPackages()) return;
  const what = missing.map(([, { name }]) => name).join(' and ');
  await installDebianPackages(what, missing.flatMap(([, { packages }]) => packages)).catch((error) => console.log(error instanceof Error ? error.message : error));
}
