// npm run test:desktop: the editor suite in a desktop VS Code, which is downloaded where it is missing.
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { installPackages } from './install/packages.mjs';
import { explain, Failure, step } from './progress.mjs';
import { remove, temporaryFolder } from './temporary.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

try {
  if (Number.parseInt(process.versions.node) < 22) {
    throw new Failure(`The desktop tests need Node 22 or newer, and this is Node ${process.versions.node}; "npm test" runs the same suite here.`);
  }
  await installPackages();
  await step('Building', () => build('--tests'));
  await test();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

async function test() {
  const { runTests } = await import('@vscode/test-electron');
  const work = temporaryFolder();
  const folder = join(work, 'examples');
  cpSync('examples', folder, { recursive: true });
  try {
    await runTests({
      extensionDevelopmentPath: resolve('.'),
      extensionTestsPath: resolve('dist', 'test', 'editor', 'index'),
      launchArgs: [folder, '--disable-extensions', '--skip-welcome', '--disable-workspace-trust', '--user-data-dir', join(work, 'data')],
    });
  } catch (error) {
    throw new Failure('The editor tests failed, or VS Code could not be downloaded or started.', error instanceof Error ? error.message : '');
  } finally {
    remove(work);
  }
}
