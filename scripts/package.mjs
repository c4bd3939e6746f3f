// npm run package                       incident-docs-<version>.vsix, the file that VS Code installs
// npm run package -- --out FOLDER       the same, in another folder
import { mkdir, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { unlessEnding } from './children.mjs';
import { installPackages } from './install/packages.mjs';
import { packVsix } from './package/vsix.mjs';
import { explain, Failure, step } from './progress.mjs';

const from = process.cwd();
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

try {
  const folder = resolve(from, outFolder());
  await mkdir(folder, { recursive: true });
  await installPackages();
  await step('Building', build);
  const file = await packVsix(folder);
  const { size } = await stat(file);
  const shown = relative(from, file);
  console.log(`${shown.startsWith('..') ? file : shown}: ${(size / 1000).toFixed(0)} KB`);
} catch (error) {
  await unlessEnding();
  explain(error);
  process.exitCode = 1;
}

function outFolder() {
  try {
    return parseArgs({ options: { out: { type: 'string', default: '.' } } }).values.out;
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : error}\nnpm run package takes nothing but "-- --out FOLDER".`);
  }
}
