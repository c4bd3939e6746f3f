// Programs that the scripts start: each in a process group of its own, so that it can be ended with all its children.
import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const windows = process.platform === 'win32';

/**
 * The running programs, and for how many milliseconds each may end by itself.
 * @type {Map<import('node:child_process').ChildProcess, number>}
 */
const running = new Map();

/** @type {number | undefined} */
let exitCode;
let ending = false;

process.on('exit', () => {
  for (const child of running.keys()) signal(child, 'SIGKILL');
});

for (const [name, code] of /** @type {const} */ ([['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]])) process.on(name, () => leave(code));

// The shell between npm and a script does not pass signals on; it is just gone.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && !ending && leave(143), 500).unref();

/** @param {number} code */
function leave(code) {
  if (ending) process.exit(code);
  ending = true;
  void endAll().finally(() => process.exit(exitCode ?? code));
}

/** Resolves at once, but never while the process is being ended by a signal: what its children then come to means nothing. */
export function unlessEnding() {
  return ending ? new Promise(() => {}) : Promise.resolve();
}

/** From now on Ctrl+C is how the command ends, and no failure. */
export function expectInterrupt() {
  exitCode = 0;
}

/**
 * Starts a program. It ends when this process ends, if not before.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { grace?: number }} [options] `grace`: for how many milliseconds it may end by
 * itself when it is told to
 */
export function start(command, args, { grace = 3000, ...options } = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, ...options, detached: !windows });
  running.set(child, grace);
  child.once('close', () => running.delete(child));
  return child;
}

/**
 * Ends a program and its children: politely, and after its grace at once.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function end(child) {
  const grace = running.get(child);
  if (grace === undefined || child.pid === undefined) return;
  const closed = new Promise((resolve) => child.once('close', resolve));
  signal(child, 'SIGTERM');
  // A child of the program may outlive it, as it has something to end itself.
  for (let waited = 0; signal(child, 0) && waited < grace; waited += 50) await pause(50);
  signal(child, 'SIGKILL');
  await closed;
}

/** Ends every program that is still running. */
async function endAll() {
  await Promise.all([...running.keys()].map(end));
}

/**
 * Runs a program to its end, and answers with all that it wrote.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean, timeout?: number }} [options] `timeout` in milliseconds
 * @returns {Promise<{ code: number, output: string }>} a program that could not start or took too long has the code -1
 */
export function run(command, args, { timeout = 120_000, ...options } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, options);
    let output = '';
    const late = setTimeout(() => {
      output += `\n${command} did not end within ${timeout / 1000} seconds.\n`;
      void end(child);
    }, timeout);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
    }
    child.once('error', (error) => {
      output += error.message;
      if (child.pid === undefined) finish(-1);
    });
    child.once('close', (code) => finish(code ?? -1));

    /** @param {number} code */
    function finish(code) {
      clearTimeout(late);
      running.delete(child);
      void unlessEnding().then(() => resolve({ code, output }));
    }
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals | 0} name
 * @returns {boolean} whether there was something to receive it
 */
function signal(child, name) {
  if (child.pid === undefined) return false;
  // Windows has no signals; there a program is ended with its tree, at once.
  if (windows) return name !== 0 && spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { windowsHide: true }).status === 0;
  try {
    return process.kill(-child.pid, name);
  } catch {
    return false;
  }
}
