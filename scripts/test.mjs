// npm test                       everything, from installation to the package
// npm test -- unit protocol      these stages, and what they need
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { unlessEnding } from './children.mjs';
import { installBrowser } from './install/browser.mjs';
import { installEditors } from './install/editors.mjs';
import { installPackages } from './install/packages.mjs';
import { installVSCode } from './install/vscode.mjs';
import { Failure, seconds, step } from './progress.mjs';
import { runEditorTests } from './test/editor-tests.mjs';
import { runNodeTests, testFiles } from './test/node-tests.mjs';
import { counts, failure, nothing, sum } from './test/tally.mjs';
import { installed, runTool } from './test/tool.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** Of one failure. */
const mostLines = 100;

/** The folders of test/ that are stages of their own. */
const special = ['protocol', 'clients', 'grammar', 'editor', 'ui', 'package'];

/**
 * In the order in which they run. `needs` must have passed. `counts: false` prepares the others: it counts only when it fails.
 * @type {Record<string, { title: string, needs: string[], counts?: boolean, run: () => Promise<import('./test/tally.mjs').Tally> }>}
 */
const stages = {
  install: { title: 'Installation', needs: [], counts: false, run: () => done(installPackages) },
  types: { title: 'Type-check', needs: ['install'], run: () => runTool('Type-check', installed('typescript', 'bin', 'tsc'), '-b') },
  lint: { title: 'Lint', needs: ['install'], run: () => runTool('Lint', installed('oxlint', 'bin', 'oxlint'), '--deny-warnings') },
  build: { title: 'Build', needs: ['install'], counts: false, run: () => step('Building', () => runTool('Build', 'esbuild.mjs', '--tests')) },
  unit: {
    title: 'Unit tests',
    needs: ['build'],
    run: async () => runNodeTests(await testFiles((folder) => !special.includes(folder)), { concurrency: 2, testTimeout: 60_000, timeout: 240_000 }),
  },
  protocol: { title: 'Protocol tests', needs: ['build'], run: () => runFolder('protocol', { concurrency: 2, testTimeout: 60_000, timeout: 240_000 }) },
  vscode: { title: 'Embedded VS Code and browser', needs: [], counts: false, run: () => done(installVSCode, installBrowser) },
  editors: { title: 'Other editors', needs: [], counts: false, run: () => done(installEditors) },
  clients: { title: 'Tests in other editors', needs: ['build', 'editors'], run: () => runFolder('clients', { concurrency: 2, testTimeout: 60_000, timeout: 120_000 }) },
  grammar: { title: 'Grammar tests', needs: ['build', 'vscode'], run: () => runFolder('grammar', { concurrency: 2, testTimeout: 30_000, timeout: 120_000 }) },
  editor: { title: 'Editor tests', needs: ['build', 'vscode'], run: runEditorTests },
  ui: { title: 'Window tests', needs: ['build', 'vscode'], run: () => runFolder('ui', { concurrency: 2, testTimeout: 90_000, timeout: 500_000 }) },
  package: { title: 'Package tests', needs: ['build', 'vscode'], run: () => runFolder('package', { concurrency: 1, testTimeout: 90_000, timeout: 120_000 }) },
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`There is no stage "${unknown.join('", "')}": the stages are ${Object.keys(stages).join(', ')}.`);
  process.exit(1);
}

const chosen = named.length > 0 ? withNeeds(named) : new Set(Object.keys(stages));
/** @type {Map<string, import('./test/tally.mjs').Tally>} */
const tallies = new Map();
for (const [name, stage] of Object.entries(stages)) {
  if (chosen.has(name)) tallies.set(name, await runStage(stage));
}

const total = sum([...tallies.values()]);
for (const { title, details } of total.failures) {
  console.log(`\n✗ ${title}\n${shortened(details)}`);
}
console.log(`\n${counts(total)}`);
process.exit(total.failures.length > 0 ? 1 : 0);

/** @param {(typeof stages)[string]} stage */
async function runStage({ title, needs, counts: counted, run }) {
  const missing = needs.find((need) => (tallies.get(need)?.failures.length ?? 0) > 0);
  if (missing) {
    console.log(`✗ ${title}: not run`);
    return failure(title, `Not run, as "${stages[missing]?.title}" failed.`);
  }
  const started = performance.now();
  const tally = await (counted === false ? run() : step(title, run)).catch((error) => failure(title, explanation(error)));
  await unlessEnding();
  const result = counted === false ? { ...tally, passed: 0 } : tally;
  const ok = tally.failures.length === 0;
  console.log(`${ok ? '✓' : '✗'} ${title}: ${counted === false && ok ? 'done' : counts(result)} (${seconds(performance.now() - started)})`);
  return result;
}

/**
 * @param {string} folder
 * @param {Parameters<typeof runNodeTests>[1]} limits
 */
async function runFolder(folder, limits) {
  return runNodeTests(await testFiles((name) => name === folder), limits);
}

/** @param {(() => Promise<unknown>)[]} works */
async function done(...works) {
  for (const work of works) await work();
  return nothing();
}

/**
 * @param {string[]} names
 * @returns {Set<string>} the stages and all that they need
 */
function withNeeds(names) {
  return new Set(names.flatMap((name) => [...withNeeds(stages[name]?.needs ?? []), name]));
}

/**
 * The beginning of what a tool or a test said, indented.
 * @param {string} details
 */
function shortened(details) {
  const lines = stripVTControlCharacters(details).trimEnd().split('\n');
  const more = lines.length - mostLines;
  return [...lines.slice(0, mostLines), ...(more > 0 ? [`… and ${more} more lines`] : [])].map((line) => `    ${line}`.trimEnd()).join('\n');
}

/** @param {unknown} error */
function explanation(error) {
  if (error instanceof Failure) return [error.message, error.details].filter(Boolean).join('\n');
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
