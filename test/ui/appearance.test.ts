import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import axe from 'axe-core';
import { themes } from '../../scripts/vscode/settings.mjs';
import { smallPng } from '../support/small-png';
import { openWindow, runCommand, takePicture, type Window } from '../support/window';
import { focusGroup, goToLine, openActionPlan, openIncident, shownPage, showOutline, showProblems, until } from './workbench';

const documents = [
  { name: 'search-latency.md', title: 'Product search slow', line: 30, picture: 'post-mortem' },
  { name: 'payment-retries.escalation.txt', title: 'ESC-2041', line: 26, picture: 'escalation' },
] as const;
const allThemes = Object.keys(themes) as (keyof typeof themes)[];

describe('what a person sees', () => {
  let window: Window;
  before(async () => {
    window = await openWindow({ width: 1500, height: 950, settings: { 'editor.fontSize': 12.5, 'editor.occurrencesHighlight': 'off' } });
  });
  after(() => window?.close());

  for (const { name, title, line, picture } of documents) {
    test(`${name}: the action plan is accessible in every theme; a picture of each`, async () => {
      const { page } = window;
      await openIncident(page, name);
      await runCommand(page, 'View: Close Other Editors in Group');
      const plan = await openActionPlan(page, title);
      if (name === documents[0].name) {
        await showOutline(page);
        await showProblems(page);
        await lowerPanel();
      }
      // In the other one a form is looked at as well.
      else await plan.locator('[data-gesture="add"]').first().click();
      await focusGroup(page, 1);
      await goToLine(page, line + 20);
      await goToLine(page, line);
      for (const theme of allThemes) {
        await window.useTheme(theme);
        await plan.locator(`body[data-vscode-theme-id="${themes[theme]}"]`).waitFor();
        await until(violations, (found) => assert.deepEqual(found, []), 2000);
        await takePicture(page, `${picture}-${theme}`);
      }
    });
  }

  test('the picture of the README', async () => {
    const { page } = window;
    await window.useTheme('dark');
    await openIncident(page, documents[0].name);
    await runCommand(page, 'View: Close Other Editors in Group');
    // Twice the pixels: Playwright's own pictures keep to those that the window was opened with.
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setDeviceMetricsOverride', { width: 1280, height: 820, deviceScaleFactor: 2, mobile: false });
    await page.waitForFunction('devicePixelRatio === 2 && innerWidth === 1280');
    await goToLine(page, 60);
    await goToLine(page, 38);
    await page.locator('.squiggly-error').waitFor();
    await shownPage(page).locator('h1').waitFor();
    // The plan has gone to the entry that the cursor is on.
    await shownPage(page).locator('body').evaluate((body) => body.ownerDocument.defaultView?.scrollTo(0, 0));
    const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
    const picture = smallPng(Buffer.from(data, 'base64'));
    await writeFile(join('out', 'pictures', 'overview.png'), picture);
    assert.ok(picture.length < 400_000, `${picture.length} bytes`);
    if (process.env['REFRESH_PICTURES']) await writeFile(join('media', 'overview.png'), picture);
  });

  /** Leaves most of the height to the editors. */
  async function lowerPanel(): Promise<void> {
    const { page } = window;
    const box = await page.locator('.part.panel').boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width / 2, box.y - 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height - 190, { steps: 3 });
    await page.mouse.up();
    await page.mouse.move(box.x + box.width / 4, box.y - 200);
  }

  /** What axe-core finds in the page of the action plan: rule and element. */
  async function violations(): Promise<string[]> {
    const frame = await (await window.page.frameLocator('iframe.webview.ready').locator('iframe#active-frame').elementHandle())?.contentFrame();
    assert.ok(frame);
    // Evaluated by the debugger, so that the page's own policy needs no exception.
    await frame.evaluate(`globalThis.axe ?? (() => { ${axe.source} })()`);
    return frame.evaluate(async () => {
      const { passes, violations: found } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
      if (!passes.some(({ id }) => id === 'color-contrast')) return ['no text was looked at'];
      return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.any.map((check) => check.message).join('; ')}`));
    });
  }
});
