import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FrameLocator, Locator } from 'playwright-core';
import { openWindow, runCommand, type Window } from '../support/window';
import { textEditor, becomes, goToLine, lineText, onDisk, openActionPlan, openIncident, until } from './workbench';

const name = 'search-latency.md';
const groups = ['Immediate 2/2', 'Near Term 0/3', 'Long Term 0/2'];
const refuse = { line: 75, text: 'Refuse synonym groups of more than 50 words', open: '- [ ] Refuse synonym groups', done: '- [x] Refuse synonym groups' };

describe('the action plan beside its document', () => {
  let window: Window;
  let plan: FrameLocator;
  let saved: string;
  before(async () => {
    window = await openWindow({ width: 1500, height: 950 });
    saved = await onDisk(window, name);
    await openIncident(window.page, name);
    plan = await openActionPlan(window.page, 'Product search slow');
  });
  after(() => window?.close());

  test('opens once, to the side, and leaves the focus in the editor', async () => {
    const { page } = window;
    await openActionPlan(page, 'Product search slow');
    assert.equal(await page.locator('.editor-group-container').count(), 2);
    assert.equal(await page.locator('.tab[data-resource-name^="webview-incidentDocs.actionPlan"]').count(), 1);
    await page.locator('.editor-group-container.active .tab.active', { hasText: name }).waitFor();
  });

  test('shows groups in the words of the document, and how far each is', async () => {
    await becomes(headings, groups);
    await becomes(() => plan.locator('.progress p').innerText(), '2 of 7 done');
    const facts = await plan.locator('.item', { hasText: refuse.text }).locator('.chip').evaluateAll((chips) => chips.map((chip) => chip.getAttribute('title')));
    assert.deepEqual(facts, ['Owner: @lea.brandt', 'Due: 2026-03-27', 'Ticket: SRCH-905']);
  });

  test('a click on an item goes to its line', async () => {
    await plan.locator('.text', { hasText: 'Give staging a full copy' }).click();
    await window.page.locator('#status\\.editor\\.selection', { hasText: 'Ln 82,' }).waitFor();
    assert.match((await lineText(window.page, 82)) ?? '', /^- \[ \] Give staging a full copy/);
  });

  test('a box changes one character of the text and nothing on the disk; undo in the preview takes it back', async () => {
    await revealRefuse();
    await box().click();
    await becomes(() => lineStart(refuse.line), refuse.done);
    await becomes(headings, ['Immediate 2/2', 'Near Term 1/3', 'Long Term 0/2']);
    await becomes(() => plan.locator('.progress p').innerText(), '3 of 7 done');
    assert.equal(await onDisk(window, name), saved);
    await box().press('Control+Z');
    await becomes(() => lineStart(refuse.line), refuse.open);
    await becomes(headings, groups);
    await becomes(() => box().isChecked(), false);
  });

  test('undo in the editor takes it back as well', async () => {
    await revealRefuse();
    await box().click();
    await becomes(() => lineStart(refuse.line), refuse.done);
    await window.page.keyboard.press('Control+1');
    await window.page.locator('.monaco-editor.focused').waitFor();
    await window.page.keyboard.press('Control+Z');
    await becomes(() => lineStart(refuse.line), refuse.open);
    await becomes(() => box().isChecked(), false);
  });

  test('the offer to undo is a button, and works', async () => {
    await revealRefuse();
    await box().click();
    await becomes(() => lineStart(refuse.line), refuse.done);
    await plan.locator('#note', { hasText: 'Marked as done.' }).getByRole('button', { name: 'Undo' }).click();
    await becomes(() => lineStart(refuse.line), refuse.open);
    await becomes(() => box().isChecked(), false);
  });

  test('what is typed shows at once, and who comes back to the preview goes on where they were', async () => {
    const { page } = window;
    await box().focus();
    await textEditor(page).click();
    await goToLine(page, refuse.line - 1);
    await page.keyboard.type('\n- [x] Write down who is on call');
    await becomes(headings, ['Immediate 2/2', 'Near Term 1/4', 'Long Term 0/2']);
    await plan.locator('.item.done', { hasText: 'Write down who is on call' }).waitFor();
    await page.keyboard.press('Control+2');
    await until(focusedStop, (stop) => assert.match(stop, /^input Refuse/));
    await page.keyboard.press('Control+1');
    await page.locator('.monaco-editor.focused').waitFor();
    await runCommand(page, 'File: Revert File');
    await becomes(headings, groups);
  });

  test('everything can be done with the keyboard', async () => {
    const { page } = window;
    await revealRefuse();
    await plan.locator('summary').first().focus();
    const stops: string[] = [];
    for (const _ of Array(8)) {
      stops.push(await focusedStop());
      await page.keyboard.press('Tab');
    }
    assert.deepEqual(stops.map((stop) => stop.slice(0, 32)), [
      'summary Immediate', 'input Withdraw synonym list 44 i', 'button Withdraw synonym list 44 ', 'input Tell the 48 shops what hap', 'button Tell the 48 shops what ha',
      'summary Near Term', 'input Refuse synonym groups of m', 'button Refuse synonym groups of ',
    ].map((stop) => stop.slice(0, 32)));

    await box().focus();
    await page.keyboard.press('Space');
    await becomes(() => lineStart(refuse.line), refuse.done);
    await until(focusedStop, (stop) => assert.match(stop, /^input Refuse/));
    await page.keyboard.press('Control+Z');
    await becomes(() => lineStart(refuse.line), refuse.open);

    await page.keyboard.press('ArrowDown');
    await until(focusedStop, (stop) => assert.match(stop, /^input Alarm on the 95th/));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await until(focusedStop, (stop) => assert.match(stop, /^summary Near Term/));
    await page.keyboard.press('Enter');
    await plan.locator('details:not([open])', { hasText: 'Near Term' }).waitFor();
    await page.keyboard.press('Space');
    await plan.locator('details[open]', { hasText: 'Near Term' }).waitFor();

    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#status\\.editor\\.selection', { hasText: `Ln ${refuse.line},` }).waitFor();
    await page.locator('.editor-group-container.active .tab.active', { hasText: name }).waitFor();
  });

  test('nothing of all this was saved', async () => {
    assert.equal(await onDisk(window, name), saved);
  });

  function box(): Locator {
    return plan.locator('.item', { hasText: refuse.text }).locator('input');
  }

  async function headings(): Promise<string[]> {
    return plan.locator('summary').evaluateAll((summaries) => summaries.map((summary) => [...summary.querySelectorAll('.label, .count')].map((part) => part.textContent).join(' ')));
  }

  /** Brings the line of the item into view. */
  async function revealRefuse(): Promise<void> {
    await plan.locator('.text', { hasText: refuse.text }).click();
    await window.page.locator('#status\\.editor\\.selection', { hasText: `Ln ${refuse.line},` }).waitFor();
    await becomes(() => lineStart(refuse.line), refuse.open);
  }

  async function lineStart(line: number): Promise<string | undefined> {
    return (await lineText(window.page, line))?.slice(0, refuse.open.length);
  }

  /** What has the focus in the preview: its tag and its words. */
  async function focusedStop(): Promise<string> {
    return plan.locator('body').evaluate((body) => {
      const focused = body.ownerDocument.activeElement;
      const words = focused?.closest('.item')?.querySelector('.text') ?? focused?.closest('summary')?.querySelector('.label');
      return `${focused?.localName} ${words?.textContent ?? ''}`;
    });
  }
});
