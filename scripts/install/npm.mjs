import { basename } from 'node:path';
import { run } from '../children.mjs';
import { Failure } from '../progress.mjs';

/**
 * Runs npm quietly; its output is shown only when it fails.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @throws {Failure} with npm's output
 */
export async function npm(args, options = {}) {
  // Under `npm start` npm says where it is itself; that saves a shell on Windows.
  const cli = process.env['npm_execpath'];
  const [command, first] = cli && basename(cli) === 'npm-cli.js' ? [process.execPath, [cli]] : ['npm', []];
  const { code, output } = await run(command, [...first, ...args, '--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier'], {
    ...options,
    shell: command === 'npm' && process.platform === 'win32',
    timeout: 300_000,
  });
  if (code !== 0) throw new Failure(`"npm ${args.join(' ')}" failed${options.cwd ? ` in ${options.cwd}` : ''}.`, output);
}
