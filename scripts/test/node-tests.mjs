import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../children.mjs';
import { failure, nothing, sum } from './tally.mjs';

const built = join('dist', 'test');
const reporter = pathToFileURL(join('scripts', 'test', 'node-reporter.mjs')).href;

/**
 * The built tests for node:test.
 * @param {(folder: string) => boolean} wanted by the first folder below test/
 * @returns {Promise<string[]>}
 */
export async function testFiles(wanted) {
  const files = await readdir(built, { recursive: true });
  return files
    .filter((file) => file.endsWith('.test.js') && wanted(file.split(/[\\/]/)[0] ?? ''))
    .map((file) => join(built, file))
    .sort();
}

/**
 * Runs built tests, a process a file. Those that measure time (`*.speed.test.ts`) come last, one by one.
 * @param {readonly string[]} files
 * @param {Limits} limits
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runNodeTests(files, limits) {
  if (files.length === 0) return failure('No tests', 'No test was built for this stage.');
  const isTimed = (/** @type {string} */ file) => file.endsWith('.speed.test.js');
  const tallies = [];
  for (const [group, concurrency] of /** @type {const} */ ([[files.filter((file) => !isTimed(file)), limits.concurrency], [files.filter(isTimed), 1]])) {
    if (group.length > 0) tallies.push(await runFiles(group, { ...limits, concurrency }));
  }
  return sum(tallies);
}

/** @typedef {{ concurrency: number, testTimeout: number, timeout: number }} Limits `testTimeout` for one test and `timeout` for all of them, in milliseconds */

/**
 * @param {readonly string[]} files
 * @param {Limits} limits
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
async function runFiles(files, { concurrency, testTimeout, timeout }) {
  const options = ['--enable-source-maps', '--test', `--test-concurrency=${concurrency}`, `--test-timeout=${testTimeout}`];
  // Run by a test, node:test would take itself for one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { code, output } = await run(process.execPath, [...options, `--test-reporter=${reporter}`, ...files], { env, timeout });

  const tally = nothing();
  const noise = [];
  for (const line of output.split('\n')) {
    const result = resultOf(line);
    if (!result) noise.push(line);
    else if (result.state === 'passed') tally.passed++;
    else if (result.state === 'skipped') tally.skipped++;
    else tally.failures.push({ title: titleOf(result), details: result.details });
  }
  if (code !== 0 && tally.failures.length === 0) {
    tally.failures.push({ title: 'The tests did not end well', details: noise.join('\n').trim() || `Exit code ${code}.` });
  }
  return tally;
}

/**
 * @param {string} line
 * @returns {{ state: string, title: string, file: string, details: string } | undefined}
 */
function resultOf(line) {
  if (!line.startsWith('{"state":')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** @param {{ title: string, file: string }} result */
function titleOf({ title, file }) {
  // Node names the source where its map is, else the bundle.
  const source = file && relative(file.startsWith(resolve(built)) ? built : 'test', file).replaceAll('\\', '/').replace(/\.js$/, '.ts');
  return source && !title.endsWith('.test.js') ? `${source} › ${title}` : source || title;
}
