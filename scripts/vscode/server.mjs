import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { end, run, start } from '../children.mjs';
import { embeddedVSCode } from '../install/vscode.mjs';
import { Failure } from '../progress.mjs';
import { remove, temporaryFolder } from '../temporary.mjs';
import { quiet } from './settings.mjs';

/**
 * @typedef {object} Options
 * @property {string} folder the folder to open
 * @property {string} [extension] the folder of an extension under development
 * @property {string} [tests] a module that exports `run()`, to be run in the extension host
 * @property {string} [extensions] the folder of installed extensions; an empty one if not given
 * @property {string} [home] where user settings and state are kept; a temporary folder, removed at the end, if not given
 * @property {Record<string, unknown>} [settings] user settings besides the quiet ones
 * @property {NodeJS.ProcessEnv} [env] environment variables, which the extension host inherits
 * @property {string} [port] a port, or a range as in "8000-8100"; any free one if not given
 *
 * @typedef {object} Server
 * @property {string} url the address to open in a browser on this machine
 * @property {string} userData where VS Code keeps its user settings and logs
 * @property {() => string} output all that the server wrote so far
 * @property {Promise<void>} ended when the server has ended, by itself or not
 * @property {() => Promise<void>} stop ends the server and its children
 */

/**
 * Starts the embedded VS Code, which must be installed, on a folder.
 * @param {Options} options
 * @returns {Promise<Server>} when it listens, on 127.0.0.1 alone
 * @throws {Failure} when it does not listen within half a minute
 */
export async function startVSCode(options) {
  const { node, server } = embeddedVSCode();
  if (!existsSync(server)) throw new Failure('The embedded VS Code is not installed: "npm start" and "npm test" install it.');
  const home = options.home ?? temporaryFolder();
  const userData = join(home, 'data');
  await writeSettings(join(userData, 'User', 'settings.json'), options);

  const token = randomUUID();
  // VS Code leaves its sockets behind: they go with the temporary folder.
  const env = { ...environment(node), ...(options.home ? {} : { XDG_RUNTIME_DIR: home }), ...options.env };
  const child = start(node, [server, ...serverArguments(home, userData, token, options)], { env, grace: 500 });
  let output = '';
  const ended = new Promise((done) => child.once('close', () => done(undefined))).then(() => undefined);

  const stop = async () => {
    await end(child);
    if (!options.home) remove(home);
  };
  try {
    const port = await new Promise((done, fail) => {
      const late = setTimeout(() => fail(new Failure('The embedded VS Code did not start within 30 seconds.', output)), 30_000);
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
          output += text;
          const [, listening] = /Extension host agent listening on (\d+)/.exec(output) ?? [];
          if (listening) {
            clearTimeout(late);
            done(listening);
          }
        });
      }
      child.once('error', (error) => fail(new Failure(`The embedded VS Code could not be started: ${error.message}.`)));
      void ended.then(() => fail(new Failure('The embedded VS Code ended while it was starting.', output)));
    });
    return { url: address(port, token, options), userData, output: () => output, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {string} home
 * @param {string} userData
 * @param {string} token
 * @param {Options} options
 */
function serverArguments(home, userData, token, { port = '0', extensions = join(home, 'extensions') }) {
  const values = {
    host: '127.0.0.1',
    port,
    'connection-token': token,
    'server-data-dir': home,
    'user-data-dir': userData,
    'extensions-dir': resolve(extensions),
  };
  // The smoke test driver makes VS Code heed the extension and the tests that its address names.
  const switches = ['accept-server-license-terms', 'enable-smoke-test-driver', 'disable-workspace-trust', 'disable-telemetry'];
  return [...Object.entries(values).flatMap(([name, value]) => [`--${name}`, value]), ...switches.map((name) => `--${name}`)];
}

/**
 * Installs an extension from a VSIX file into a folder of installed extensions.
 * @param {string} vsix
 * @param {string} extensions
 */
export async function installExtension(vsix, extensions) {
  const { node, server } = embeddedVSCode();
  const home = temporaryFolder();
  const args = ['--accept-server-license-terms', '--install-extension', resolve(vsix), '--extensions-dir', resolve(extensions), '--server-data-dir', home];
  const { code, output } = await run(node, [server, ...args], { env: environment(node), timeout: 60_000 });
  remove(home);
  if (code !== 0) throw new Failure(`VS Code could not install ${vsix}.`, output);
}

/**
 * @param {unknown} port
 * @param {string} token
 * @param {Options} options
 */
function address(port, token, { folder, extension, tests }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://localhost:${port}${uriPath(path)}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
  ];
  const query = new URLSearchParams({ tkn: token, folder: uriPath(folder), payload: JSON.stringify(payload) });
  // Webviews are served to localhost alone, not to 127.0.0.1.
  return `http://localhost:${port}/?${query}`;
}

/** @param {string} path */
function uriPath(path) {
  const slashed = resolve(path).replaceAll('\\', '/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}

/**
 * @param {string} file
 * @param {Options} options settings that a user has changed in a home of their own stay
 */
async function writeSettings(file, { home, settings }) {
  if (home && existsSync(file)) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ ...quiet, ...settings }, undefined, 2));
}

/**
 * The environment of the server: its Node first, and nothing of a VS Code in whose terminal we may run.
 * @param {string} node
 */
function environment(node) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|npm_|NODE_OPTIONS$|NODE_TEST_CONTEXT$)/i.test(name));
  // Without a gallery VS Code does not look for newer extensions.
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{}', PATH: `${dirname(node)}${delimiter}${process.env['PATH']}` };
}
