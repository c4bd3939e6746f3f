import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { FrameLocator, Locator } from 'playwright-core';
import { openWindow, runCommand, takePicture, type Window } from '../support/window';
import { atLine, becomes, cursor, editorFocused, focusGroup, goToLine, lineText, onDisk, openActionPlan, openIncident, pressUntil, shownPage, textEditor, until } from './workbench';

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
    await becomes(() => plan.locator('.progress strong').innerText(), '2 of 7 done');
    const facts = await plan.locator('.item', { hasText: refuse.text }).locator('.cell .words, .detail.ticket .words').allInnerTexts();
    assert.deepEqual(facts, ['SRCH-905', '@lea.brandt', '2026-03-27']);
    assert.deepEqual(await plan.locator('.metrics .value').allInnerTexts().then((values) => values.length), 4);
    assert.ok((await plan.locator('.entry').count()) >= 10, 'the timeline is drawn');
    assert.equal(await plan.locator('.jump').count(), 1, 'and where it goes back');
  });

  test('a click on an item goes to its line', async () => {
    await plan.locator('.text', { hasText: 'Give staging a full copy' }).click();
    await atLine(window.page, 82);
    await until(() => lineText(window.page, 82), (line) => assert.match(line ?? '', /^- \[ \] Give staging a full copy/));
  });

  test('a box changes one character of the text and nothing on the disk; undo in the preview takes it back', async () => {
    await revealRefuse();
    await box().click();
    await becomes(() => lineStart(refuse.line), refuse.done);
    await becomes(headings, ['Immediate 2/2', 'Near Term 1/3', 'Long Term 0/2']);
    await becomes(() => plan.locator('.progress strong').innerText(), '3 of 7 done');
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
    await focusGroup(window.page, 1);
    await editorFocused(window.page);
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
    await focusGroup(page, 2);
    await until(focusedStop, (stop) => assert.match(stop, /^input Refuse/));
    await focusGroup(page, 1);
    await editorFocused(page);
    await runCommand(page, 'File: Revert File');
    await becomes(headings, groups);
  });

  test('everything can be done with the keyboard', async () => {
    const { page } = window;
    await revealRefuse();
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

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await atLine(page, refuse.line);
    await page.locator('.editor-group-container.active .tab.active', { hasText: name }).waitFor();
  });

  test('an owner, a date and another place are written into the text, each as one step', async () => {
    const { page } = window;
    await revealRefuse();
    const row = plan.locator('.item', { hasText: refuse.text });
    const fact = (form: string) => row.locator(`button[data-form="${form}"] .words`).innerText();
    for (const [form, fill, before, after] of [
      ['owner', () => page.keyboard.type('@kim.lund'), '@lea.brandt', '@kim.lund'],
      ['due', () => row.locator('input[type="date"]').fill('2026-04-17'), '2026-03-27', '2026-04-17'],
    ] as const) {
      await row.locator(`button[data-form="${form}"]`).click();
      await row.locator('form input').waitFor();
      await fill();
      await page.keyboard.press('Enter');
      await becomes(() => fact(form), after);
      await until(focusedStop, (stop) => assert.match(stop, /^button Refuse/));
      await page.keyboard.press('Control+Z');
      await becomes(() => fact(form), before);
    }
    await row.hover();
    await row.locator('button[data-form="move"]').click();
    await row.locator('select').selectOption({ label: 'Long Term' });
    await row.getByRole('button', { name: 'Set' }).click();
    await becomes(headings, ['Immediate 2/2', 'Near Term 0/2', 'Long Term 0/3']);
    await plan.locator('#note').getByRole('button', { name: 'Undo' }).click();
    await becomes(headings, groups);
    await revealRefuse();
  });

  test('where the cursor is put in the text is shown in the plan', async () => {
    const { page } = window;
    await textEditor(page).click();
    await goToLine(page, refuse.line - 1);
    await page.keyboard.press('ArrowDown');
    await plan.locator('.item.at-cursor', { hasText: refuse.text }).waitFor();
  });

  test('its policy lets nothing run but its own script', async () => {
    const policy = await plan.locator('meta[http-equiv="Content-Security-Policy"]').last().getAttribute('content');
    assert.match(policy ?? '', /^default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'nonce-[0-9a-f]{32}'; style-src 'self' https:[^;']+$/);
    const ran = await plan.locator('body').evaluate((body) => {
      const script = body.ownerDocument.createElement('script');
      script.textContent = 'globalThis.hacked = true';
      body.append(script);
      body.insertAdjacentHTML('beforeend', '<button onclick="globalThis.hacked = true"></button>');
      (body.lastElementChild as HTMLElement).click();
      script.remove();
      body.lastElementChild?.remove();
      return 'hacked' in globalThis;
    });
    assert.equal(ran, false);
  });

  test('nothing of all this was saved', async () => {
    assert.equal(await onDisk(window, name), saved);
  });

  test('what was chosen and locked is there after a reload', async () => {
    const { page } = window;
    await plan.locator('[data-show="open"]').click();
    await plan.locator('[data-choice="order"]').selectOption('due');
    await plan.locator('[data-gesture="lock"]').click();
    await plan.locator('[data-gesture="lock"][aria-pressed="true"]').waitFor();
    await page.evaluate('globalThis.before = true');
    await runCommand(page, 'Developer: Reload Window');
    await page.waitForFunction('globalThis.before === undefined && globalThis.driver !== undefined');
    plan = shownPage(page);
    await plan.locator('[data-show="open"][aria-pressed="true"]').waitFor({ timeout: 30_000 });
    await becomes(() => plan.locator('[data-choice="order"]').inputValue(), 'due');
    await plan.locator('[data-gesture="lock"][aria-pressed="true"]').waitFor();
    await becomes(() => plan.locator('.item').count(), 5);
    await focusText();
    await openIncident(page, 'payment-retries.escalation.txt');
    assert.match(await plan.locator('h1').innerText(), /Product search slow/);
    await plan.locator('[data-gesture="lock"]').click();
    await plan.locator('h1', { hasText: 'ESC-2041' }).waitFor();
    await focusText('payment-retries.escalation.txt');
    await runCommand(page, 'View: Close Editors in Other Groups');
  });

  test('as an editor of its own it undoes and saves as any other', async () => {
    const { page } = window;
    await focusText('payment-retries.escalation.txt');
    await openIncident(page, name);
    // Undone in the panel it is as it was, but for VS Code it has been changed.
    await runCommand(page, 'File: Revert File');
    await runCommand(page, 'Incident: Reopen as Action Plan');
    plan = shownPage(page);
    await plan.locator('h1', { hasText: 'Product search slow' }).waitFor();
    assert.equal(await plan.locator('[data-gesture="lock"]').count(), 0);
    await box().click();
    await page.locator('.tab.active.dirty', { hasText: name }).waitFor();
    await becomes(() => box().isChecked(), true);
    await box().press('Control+Z');
    await becomes(() => box().isChecked(), false);
    await page.locator('.tab.active:not(.dirty)', { hasText: name }).waitFor();
    assert.equal(await onDisk(window, name), saved);
    await box().click();
    await page.locator('.tab.active.dirty', { hasText: name }).waitFor();
    await plan.locator('#note').getByRole('button', { name: 'Undo' }).click();
    await becomes(() => box().isChecked(), false);
    await page.locator('.tab.active:not(.dirty)', { hasText: name }).waitFor();
    await box().click();
    await page.locator('.tab.active.dirty', { hasText: name }).waitFor();
    await becomes(() => box().isChecked(), true);
    await box().press('Control+S');
    await becomes(() => onDisk(window, name), saved.replace(refuse.open, refuse.done));
    await takePicture(page, 'action-plan-editor');
  });

  test('a document that is deleted takes its leave', async () => {
    const { page } = window;
    await openIncident(page, 'payment-retries.escalation.txt');
    await runCommand(page, 'View: Close Other Editors in Group');
    plan = await openActionPlan(page, 'ESC-2041');
    await plan.locator('[data-gesture="lock"]').click();
    await plan.locator('[data-gesture="lock"][aria-pressed="true"]').waitFor();
    await rm(join(window.folder, 'payment-retries.escalation.txt'));
    const tab = page.locator('.tab[data-resource-name="payment-retries.escalation.txt"]');
    await tab.click({ button: 'middle' });
    await tab.waitFor({ state: 'detached' });
    await plan.locator('h1', { hasText: 'The document is gone' }).waitFor({ timeout: 30_000 });
  });

  /** Makes the group of a text the active one: a key that is pressed while the page still has the focus may be lost. */
  function focusText(file = name): Promise<void> {
    return pressUntil(window.page, ['Control+1'], window.page.locator(`.editor-group-container.active .tab.active[data-resource-name="${file}"]`));
  }

  function box(): Locator {
    return plan.locator('.item', { hasText: refuse.text }).locator('input');
  }

  async function headings(): Promise<string[]> {
    return plan.locator('summary').evaluateAll((summaries) => summaries.map((summary) => [...summary.querySelectorAll('.label, .count')].map((part) => part.textContent).join(' ')));
  }

  /** Brings the line of the item into view. */
  async function revealRefuse(): Promise<void> {
    const there = cursor(window.page).filter({ hasText: `Ln ${refuse.line},` });
    // A window that is busy with the focus may pass over a click.
    for (let tries = 0; tries < 3 && !(await there.isVisible()); tries++) {
      await plan.locator('.text', { hasText: refuse.text }).click();
      await there.waitFor({ timeout: 5000 }).catch(() => undefined);
    }
    await plan.locator('.text', { hasText: refuse.text }).click();
    await there.waitFor();
    // The editor takes the focus last: what is focused in the page before loses it again.
    await editorFocused(window.page);
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
