import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { remove, temporaryFolder } from '../../scripts/temporary.mjs';
import { openFile, openWindow, runCommand, takePicture, type Window } from '../support/window';
import { goToLine, languageStatus, openIncident, pressUntil, settled, until } from './workbench';

const bad = `{
  "profile": "harsh",
  "rules": {
    "timeline-ordr": "off",
    "timeline-order": ["warning", { "tolerateMinutes": -1 }]
  }
}
`;

describe('what is wrong in a file of settings', () => {
  const work = temporaryFolder();
  let window: Window;
  before(async () => {
    const folder = join(work, 'documents');
    await mkdir(folder);
    // a document without findings: the list of problems draws no more rows than it has room for
    await writeFile(join(folder, 'search-latency.md'), `<!-- incident-docs-disable-file -->\n\n${await readFile('examples/search-latency.md', 'utf8')}`);
    await writeFile(join(folder, '.incident-docs.json'), bad);
    window = await openWindow({ folder, settings: { 'incidentDocs.maxProblems': 0, 'incidentDocs.rules': { 'timeline-ordr': 'off' } } });
    await openIncident(window.page, 'search-latency.md');
    await runCommand(window.page, 'Problems: Focus on Problems View');
  });
  after(async () => {
    await window?.close();
    remove(work);
  });

  /** The problems that are listed, by the lines of the file of settings. */
  const listed = async (): Promise<string[]> => {
    const rows = await window.page.locator('.markers-panel .monaco-list-row').allInnerTexts();
    return rows.map((row) => row.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ')).filter((row) => /invalid-settings|unknown-rule|not accepted|not allowed|below the minimum/.test(row));
  };

  test('is listed while the file is closed, in words of ours', async () => {
    await until(listed, (rows) => {
      assert.equal(rows.length, 3, rows.join('\n'));
      assert.match(rows[0]!, /"profile" cannot be "harsh"\. Known are relaxed, recommended, strict\..*\[Ln 2, Col 14\]/);
      assert.match(rows[1]!, /There is no rule "timeline-ordr"\. Did you mean "timeline-order"\?.*\[Ln 4, Col 5\]/);
    });
    await takePicture(window.page, 'settings-file');
  });

  test('is listed once while the file is open', async () => {
    await openFile(window.page, '.incident-docs.json');
    await until(listed, (rows) => assert.ok(rows.length === 3 && rows.every((row) => !/incident-docs/.test(row)), rows.join('\n')));
    await runCommand(window.page, 'View: Close Editor');
    await until(listed, (rows) => assert.ok(rows.length === 3 && rows.every((row) => /incident-docs/.test(row)), rows.join('\n')));
  });

  test('has a quick fix', async () => {
    await openFile(window.page, '.incident-docs.json');
    const { page } = window;
    await goToLine(page, 4, 5);
    // the right name stands there already
    await pressUntil(page, ['Control+.'], page.locator('.action-widget .monaco-list-row.action', { hasText: 'Remove this entry' }));
    await takePicture(page, 'settings-fix');
    await page.keyboard.press('Escape');
    await runCommand(page, 'View: Close Editor');
  });

  test('in the settings of the editor stands in the language status alone', async () => {
    const { page } = window;
    await openIncident(page, 'search-latency.md');
    await until(() => languageStatus(page), (status) => assert.match(status, /Incident: bad settings, maxProblems, rules/));
    await page.locator('#status\\.languageStatus').click();
    const hover = page.locator('.workbench-hover', { hasText: 'bad settings' });
    const link = hover.locator('.monaco-link', { hasText: 'Open Settings' });
    await link.waitFor();
    await settled(hover);
    const [whole, part] = [await hover.boundingBox(), await link.boundingBox()];
    assert.ok(whole && part && part.x + part.width < whole.x + whole.width, 'nothing is cut off');
    await takePicture(page, 'bad-settings');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.notification-toast').count(), 0);
  });

  test('is gone when it is mended', async () => {
    await writeFile(join(window.folder, '.incident-docs.json'), '{ "profile": "strict" }\n');
    await until(listed, (rows) => assert.deepEqual(rows, []));
  });
});
