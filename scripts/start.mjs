// npm start: VS Code with the extension on examples/; the desktop's where there is one, else the embedded one.
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { expectInterrupt, run, unlessEnding } from './children.mjs';
import { installPackages } from './install/packages.mjs';
import { installVSCode } from './install/vscode.mjs';
import { explain, Failure, step } from './progress.mjs';
import { startVSCode } from './vscode/server.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

try {
  await installPackages();
  await step('Building', build);
  if (!(await openDesktop())) await serve();
  process.exit(0);
} catch (error) {
  await unlessEnding();
  explain(error);
  process.exit(1);
}

/** @returns {Promise<boolean>} whether the desktop's VS Code was found and opened */
async function openDesktop() {
  // Inside VS Code's own remote terminal `code` speaks to that window, which takes no extension under development.
  if (process.env['VSCODE_IPC_HOOK_CLI']) return false;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const program = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)).find((file) => existsSync(file));
  if (!program) return false;

  const args = ['--new-window', `--extensionDevelopmentPath=${resolve('.')}`, resolve('examples')];
  const shell = process.platform === 'win32';
  const { code, output } = await run(shell ? `"${program}"` : program, shell ? args.map((arg) => `"${arg}"`) : args, { shell, timeout: 30_000 });
  if (code === 0) console.log('VS Code opens with the extension on examples/.');
  else console.log(`${output.trimEnd()}\n${program} could not be started; the embedded VS Code is used instead.`);
  return code === 0;
}

/** Serves the embedded VS Code until it is interrupted. */
async function serve() {
  await installVSCode();
  const home = resolve('.vscode-test', 'start');
  const server = await step('Starting VS Code', () => startVSCode({ folder: 'examples', extension: '.', home, port: '4180-4280' }));
  expectInterrupt();
  console.log(`\nVS Code with the extension, on examples/:\n\n  ${server.url}\n\nOpen the address in a browser on this machine. Ctrl+C ends it.`);
  await server.ended;
  await unlessEnding();
  throw new Failure('VS Code has ended by itself.', server.output());
}
