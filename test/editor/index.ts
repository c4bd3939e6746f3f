import { renameSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Mocha from 'mocha';

/** What became of one test; `error` is there when it failed. */
interface Result {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'pending';
  /** In milliseconds. */
  readonly duration: number;
  readonly error?: string;
}

/**
 * Runs every test beside this file in the extension host. VS Code calls it, in the desktop and in the embedded one alike.
 * The results are written as JSON to the file that INCIDENT_DOCS_RESULTS names.
 * @throws when a test failed, which VS Code reports as its exit code
 */
export async function run(): Promise<void> {
  const results: Result[] = [];
  try {
    const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, color: false, reporter: 'spec' });
    const files = await readdir(__dirname);
    for (const file of files.filter((name) => name.endsWith('.test.js')).sort()) mocha.addFile(join(__dirname, file));
    await new Promise<void>((done) => {
      mocha
        .run(() => done())
        .on('test', (test) => save([...results, { ...result(test, 'failed'), error: 'It did not end.' }], false))
        .on('pass', (test) => results.push(result(test, 'passed')))
        .on('pending', (test) => results.push(result(test, 'pending')))
        .on('fail', (test, error) => results.push({ ...result(test, 'failed'), error: text(error) }));
    });
  } catch (error) {
    results.push({ title: 'The editor tests could not be loaded', state: 'failed', duration: 0, error: text(error) });
  }
  save(results, true);
  const failed = results.filter(({ state }) => state === 'failed').length;
  if (failed > 0) throw new Error(`${failed} of ${results.length} editor tests failed.`);
}

function result(test: Mocha.Runnable, state: Result['state']): Result {
  return { title: test.titlePath().join(' › '), state, duration: test.duration ?? 0 };
}

function text(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The file gets its name when it is complete, as someone waits for it; before that it tells where the tests have come to. */
function save(results: readonly Result[], complete: boolean): void {
  const file = process.env['INCIDENT_DOCS_RESULTS'];
  if (!file) return;
  writeFileSync(`${file}.unfinished`, JSON.stringify(results));
  if (complete) renameSync(`${file}.unfinished`, file);
}
