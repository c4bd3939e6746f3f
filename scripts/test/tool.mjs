import { join } from 'node:path';
import { run } from '../children.mjs';
import { failure, nothing } from './tally.mjs';

/**
 * Runs a tool that passes or fails as a whole.
 * @param {string} title
 * @param {string} script what Node is to run
 * @param {...string} args
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runTool(title, script, ...args) {
  const { code, output } = await run(process.execPath, [script, ...args]);
  return code === 0 ? { ...nothing(), passed: 1 } : failure(title, output);
}

/** The command-line program of an installed package. @param {string[]} path */
export function installed(...path) {
  return join('node_modules', ...path);
}
