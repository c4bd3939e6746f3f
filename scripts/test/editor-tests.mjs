import { existsSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { remove, temporaryFolder } from '../temporary.mjs';
import { startVSCode } from '../vscode/server.mjs';
import { failure, sum } from './tally.mjs';

/** In milliseconds, for the whole suite. */
const limit = 150_000;

/**
 * Runs the editor suite in the extension host of the embedded VS Code, on a copy of the examples.
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runEditorTests() {
  // From node_modules, which may have come while this script ran.
  const { openWorkbench } = await import('../vscode/workbench.mjs');
  const work = temporaryFolder();
  const results = join(work, 'results.json');
  const folder = join(work, 'examples');
  await cp('examples', folder, { recursive: true });
  const server = await startVSCode({ folder, extension: '.', tests: join('dist', 'test', 'editor', 'index'), env: { INCIDENT_DOCS_RESULTS: results } });
  const workbench = await openWorkbench(server.url, { ready: false }).catch(async (error) => {
    await server.stop();
    throw error;
  });
  try {
    // VS Code calls `codeAutomationExit` in the page when the extension host has run its tests, or could not.
    const exit = new Promise((done) => void workbench.page.exposeFunction('codeAutomationExit', () => done('VS Code could not run the tests.')));
    const ended = server.ended.then(() => 'VS Code ended before its tests did.');
    const why = await Promise.race([exit, ended, pause(limit, `The tests did not end within ${limit / 1000} seconds.`, { ref: false })]);
    if (existsSync(results)) return tallyOf(await read(results));
    const known = existsSync(`${results}.unfinished`) ? [tallyOf(await read(`${results}.unfinished`))] : [];
    return sum([...known, failure('The editor tests', [why, ...workbench.errors(), server.output()].join('\n'))]);
  } finally {
    await workbench.close();
    await server.stop();
    remove(work);
  }
}

/** @param {string} file */
async function read(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}

/**
 * @param {readonly { title: string, state: string, error?: string }[]} results
 * @returns {import('./tally.mjs').Tally}
 */
function tallyOf(results) {
  if (results.length === 0) return failure('No tests', 'The editor suite is empty.');
  const failed = results.filter(({ state }) => state === 'failed');
  return {
    passed: results.filter(({ state }) => state === 'passed').length,
    skipped: results.filter(({ state }) => state === 'pending').length,
    failures: failed.map(({ title, error }) => ({ title, details: error ?? '' })),
  };
}
