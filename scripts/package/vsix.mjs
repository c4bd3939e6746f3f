import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { run } from '../children.mjs';
import { installVSCode } from '../install/vscode.mjs';
import { Failure, step } from '../progress.mjs';

/**
 * Every file in the package has this time, in seconds since 1970: the first that such a file can hold, so that the same bundles
 * always make the same package.
 */
const epoch = 315_532_800;

/**
 * Packs what .vscodeignore names, as it is built.
 * @param {string} folder where the package goes
 * @returns {Promise<string>} the package: an absolute path
 * @throws {Failure} with what vsce said
 */
export async function packVsix(folder) {
  const { name, version } = JSON.parse(await readFile('package.json', 'utf8'));
  const file = resolve(folder, `${name}-${version}.vsix`);
  const vsce = join('node_modules', '@vscode', 'vsce', 'vsce');
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(epoch), TZ: 'UTC', NO_COLOR: '1' };
  const node = await nodeForVsce();
  const { code, output } = await step('Packaging', () => run(node, [vsce, 'package', '--no-dependencies', '--out', file], { env }));
  if (code !== 0) throw new Failure('The package could not be made.', output);
  // What vsce only warns of, such as a missing licence, would be missing for the people who install the package as well.
  if (/\bWARNING\b/.test(output)) throw new Failure('The package was made, but not without a warning.', output);
  return file;
}

/** vsce needs a newer Node than the rest; the embedded VS Code brings one. */
async function nodeForVsce() {
  return Number.parseInt(process.versions.node) >= 22 ? process.execPath : (await installVSCode()).node;
}
