import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { escalation, ordinary, postmortem } from '../support/documents';
import { folderWith, run } from '../support/command-line';

const now = ['--now', '2026-11-21'];
/** In order, and with an end. */
const told = postmortem.replace('2026-03-03 08:00', '2026-03-10 08:00').replace('Traffic is moved', 'Mitigated: traffic is moved').replace('All payments succeed again', 'Resolved: all payments succeed again');

describe('metrics', () => {
  test('tells the figures of each document and over all', async (context) => {
    const folder = folderWith(context, { 'docs/a.md': told, 'docs/b.txt': escalation, ...ordinary });
    const { code, stdout, stderr } = await run(folder, ['metrics', ...now, '.']);
    assert.match(stdout, /^document +severity +TTD +TTA +TTM +TTR +open +done +untracked +overdue\n/);
    assert.match(stdout, /\ndocs\/a\.md +SEV-2 +n\/a +12 min +1 h 10 min +11 h 50 min +3 +1 +0 +0\n/);
    assert.match(stdout, /\ndocs\/b\.txt +High +n\/a +n\/a +n\/a +n\/a +0 +0 +3 +\d\n/);
    assert.match(stdout, /\ntime to acknowledge \(TTA\) +1 +1 +12 min +12 min to 12 min +12 min +12 min\n/);
    assert.deepEqual([code, stderr], [0, '']);
  });

  test('gives the same as JSON', async (context) => {
    const folder = folderWith(context, { 'a.md': told });
    const outputs = await Promise.all([['--format', 'json'], ['--json']].map((options) => run(folder, ['metrics', ...now, ...options, 'a.md'])));
    const { asOf, documents, overall } = JSON.parse(outputs[0]?.stdout ?? '');
    assert.equal(outputs[0]?.stdout, outputs[1]?.stdout);
    assert.equal(asOf, '2026-11-21');
    assert.deepEqual(documents[0].metrics, { timeToDetect: null, timeToAcknowledge: 'PT12M', timeToMitigate: 'PT1H10M', timeToResolve: 'PT11H50M' });
    assert.deepEqual(documents[0].actions, { total: 4, open: 3, done: 1, untracked: 0, overdue: 0 });
    assert.equal(overall.metrics.timeToMitigate.median, 'PT1H10M');
    assert.deepEqual([overall.metrics.timeToDetect.known, overall.metrics.timeToDetect.unknown, overall.metrics.timeToDetect.median], [0, 1, null]);
  });

  test('reads standard input', async (context) => {
    const { stdout } = await run(folderWith(context, {}), ['metrics', '-', '--stdin-filename', 'piped.md'], postmortem);
    assert.match(stdout, /\npiped\.md +SEV-2 /);
  });

  test('says where there is nothing to measure', async (context) => {
    const { code, stdout, stderr } = await run(folderWith(context, ordinary), ['metrics', '.']);
    assert.deepEqual([code, stdout, stderr], [2, '', 'incident-docs: There are no incident documents in ..\n']);
  });

  test('passes no control characters on to a terminal', async (context) => {
    const folder = folderWith(context, { 'a.md': postmortem.replace('SEV-2', 'SEV-2\u001b[2J') });
    assert.doesNotMatch((await run(folder, ['metrics', 'a.md'])).stdout, /\u001b/);
  });

  test('does not mind a reader that closes the pipe early', (context) => {
    const folder = folderWith(context, Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${'long-name-'.repeat(10)}${index}.md`, postmortem])));
    writeFileSync(path.join(folder, 'run.cjs'), `
      const child = require('node:child_process').spawn(process.execPath, [${JSON.stringify(path.resolve('dist/cli.js'))}, 'metrics', '.'], { stdio: ['ignore', 'pipe', 'inherit'] });
      child.stdout.once('data', () => child.stdout.destroy());
      child.on('close', (code, signal) => process.exit(signal ? 9 : 0));`);
    const { status, stderr } = spawnSync(process.execPath, ['run.cjs'], { cwd: folder, encoding: 'utf8', timeout: 20_000 });
    assert.deepEqual([status, stderr], [0, '']);
  });
});
