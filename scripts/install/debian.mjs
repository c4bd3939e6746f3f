import { existsSync } from 'node:fs';
import { run } from '../children.mjs';
import { Failure, step } from '../progress.mjs';

/** Whether packages of Debian can be installed from here. */
export const canInstallPackages = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/**
 * Installs packages of Debian.
 * @param {string} what in a sentence
 * @param {readonly string[]} packages
 * @throws {Failure} where apt-get fails
 */
export async function installDebianPackages(what, packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const [title, ...args] of [
    ['Reading the lists of packages', 'update'],
    [`Installing ${what}`, 'install', '-y', '--no-install-recommends', ...packages],
  ]) {
    const { code, output } = await step(title ?? '', () => run('apt-get', ['-q', ...args], { env, timeout: 300_000 }));
    if (code !== 0) throw new Failure(`${what} could not be installed: "apt-get ${args.join(' ')}" failed.`, output);
  }
}
