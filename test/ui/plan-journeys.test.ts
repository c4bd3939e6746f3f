import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { FrameLocator, Locator } from 'playwright-core';
import { seedsFolder } from '../support/shared';
import { openWindow, quickInput, untilDone, type Window } from '../support/window';
import { becomes, onDisk, openActionPlan, openIncident, pressUntil, textEditor, until, visibleTexts } from './workbench';

/** What becomes of the lines of a document. */
type Change = (lines: readonly string[]) => readonly string[];

/** A document with what its plan offers; a gesture that it rightly does not offer has the reason in place of the change. Lines are 1-based. */
interface Journey {
  readonly file: string;
  readonly text: string;
  /** The first item that can be toggled: its line, its state before and behind, and what becomes of the text. */
  readonly toggle: readonly [line: number, before: string, after: string, change: Change] | string;
  /** The line of the item that gets an owner and a date, and is moved to the last group. */
  readonly item: number;
  readonly owner: Change;
  readonly due: Change;
  readonly move: Change | string;
  /** What boxes for the first group that has none do. */
  readonly boxes: Change | string;
}

/** Changes the words of lines, from one to another. */
const within = (first: number, last: number, change: (line: string) => string): Change => (lines) => lines.map((line, index) => (index + 1 >= first && index < last ? change(line) : line));
const swap = (line: number, from: string, to: string): Change => within(line, line, (words) => words.replace(from, to));
const append = (line: number, words: string): Change => within(line, line, (text) => text + words);
/** Takes a line out, and puts it in again as it is written there. `to` counts without it. */
const carry = (from: number, to: number, rewrite: (line: string) => string = (line) => line): Change => (lines) => lines.toSpliced(from - 1, 1).toSpliced(to - 1, 0, rewrite(lines[from - 1] ?? ''));
const dash = (line: string): string => line.replace('- ', '- [ ] ');

const boxed = 'every item has a box';
const alone = 'there is no other group';
const unmarked = 'nothing says how what is done is marked: boxes are offered';

const own: readonly Journey[] = [
  {
    file: 'boxes.md',
    toggle: [10, 'done', 'open', swap(10, '[x]', '[ ]')],
    item: 11, owner: append(11, ' (@kim.lund)'), due: swap(11, '@kim.lund', '@kim.lund, due: 2036-04-17'), move: carry(11, 15), boxes: boxed,
    text: `# Post-mortem: label printers stuck

**Status:** Mitigated
**Severity:** SEV-3

## Action Items

### Immediate

- [x] Drain the queue by hand (@marta)
- [ ] Restart the spooler every night

### Long Term

- [ ] Replace the spooler
`,
  },
  {
    file: 'numbers.txt',
    toggle: [14, 'done', 'untracked', swap(14, ' (done)', '')],
    item: 15, owner: append(15, ' (owner: @kim.lund)'), due: swap(15, '@kim.lund', '@kim.lund, due: 2036-04-17'), move: carry(15, 19, (line) => line.replace('2.', '3.')),
    boxes: within(14, 15, (line) => line.replace('. ', line.endsWith('(done)') ? '. [x] ' : '. [ ] ')),
    text: `ESC-3107 - Customer Escalation Summary

Customer: Blue Heron Books
Priority: High
Status: In Progress

Issue Description:
------------------
Receipts are sent twice on Friday evenings.

Action Plan:
------------
Immediate (0-4 hours):
1. Stop the second mail worker (done)
2. Send an apology to the readers

Long-term (1-7 days):
1. Make the mail job safe to repeat
2. Alarm on receipts sent twice
`,
  },
  {
    file: 'table.md',
    toggle: [14, 'open', 'done', swap(14, 'Open', 'Done')],
    item: 14, owner: swap(14, '@ivo', '@kim.lund'), due: swap(14, '2036-03-20', '2036-04-17'), move: alone, boxes: boxed,
    text: `# Post-mortem: search index lost

**Status:** Resolved
**Severity:** SEV-2

## Root Cause

The nightly job removed the index before the new one was complete.

## Action Items

| Action | Owner | Due | Status |
| --- | --- | --- | --- |
| Keep the old index for a day | @ivo | 2036-03-20 | Open |
| Alarm on an empty index | @marta | 2036-04-02 | Done |
`,
  },
  {
    file: 'struck.md',
    toggle: [10, 'done', 'untracked', within(10, 10, (line) => line.replaceAll('~~', ''))],
    item: 11, owner: append(11, ' (owner: @kim.lund)'), due: swap(11, '@kim.lund', '@kim.lund, due: 2036-04-17'), move: carry(11, 15),
    boxes: within(10, 11, (line) => line.replace('- ', line.includes('~~') ? '- [x] ' : '- [ ] ')),
    text: `# Post-mortem: night bus times wrong

**Status:** Resolved
**Severity:** SEV-3

## Action Items

### Immediate

- ~~Correct the times by hand~~
- Tell the drivers about it

### Long Term

- Test the feed on the days when the clocks change
`,
  },
  {
    file: 'bare.txt',
    toggle: unmarked,
    item: 12, owner: append(12, ' (owner: @kim.lund)'), due: swap(12, '@kim.lund', '@kim.lund, due: 2036-04-17'), move: alone, boxes: within(12, 14, (line) => `- [ ] ${line}`),
    text: `Post-mortem: seats on the ferries

Issue Summary:
On 9 March 2026, from 2:00 PM to 3:30 PM, seats could not be reserved on the ferries.

Root Cause:
The reservation table had no index on the sailing date.

Corrective and Preventative Measures:
The team will take the following measures:

Add the missing index to the reservation table
Load-test every release with a Friday's traffic
Review slow queries once a week
`,
  },
];

/** The plan of an escalation in bullets under numbered horizons, with the next steps at its end. */
const bullets = (item: number, end: number): Omit<Journey, 'file' | 'text'> => ({
  toggle: unmarked,
  item, owner: append(item, ' (owner: @kim.lund)'), due: swap(item, '@kim.lund', '@kim.lund, due: 2036-04-17'),
  move: carry(item, end, (line) => line.replace('   - ', '5. ')), boxes: within(item, item + 2, dash),
});

/** By the number at the start of its name. */
const seeds: Readonly<Record<string, Omit<Journey, 'file' | 'text'>>> = {
  '000': bullets(51, 87),
  '001': bullets(50, 83),
  '002': bullets(54, 87),
  '003': { toggle: [88, 'done', 'open', swap(88, '[x]', '[ ]')], item: 93, owner: append(93, ' (owner: @kim.lund)'), due: swap(93, '@kim.lund', '@kim.lund, due: 2036-04-17'), move: carry(93, 100), boxes: boxed },
  '004': { toggle: unmarked, item: 23, owner: append(23, ' (owner: @kim.lund)'), due: swap(23, '@kim.lund', '@kim.lund, due: 2036-04-17'), move: alone, boxes: (lines) => within(23, 26, (line) => `- [ ] ${line}`)(lines).toSpliced(26, 0, '') },
};
const seedFiles = seedsFolder ? readdirSync(seedsFolder).sort() : [];
const founding = seedFiles.flatMap((file): Journey[] => {
  const offers = seeds[file.slice(0, 3)];
  return offers ? [{ ...offers, file, text: readFileSync(join(seedsFolder ?? '', file), 'utf8') }] : [];
});

/** What the list of formats calls each, what its file ends in, and what is read back from it. */
const exports = [
  ['Web Page', 'html', /^<!doctype html>[^]*Keep the old index for a day[^]*<\/html>\s*$/],
  ['CSV', 'csv', /^\ufefffile,document,group,action,[^\n]*\r\n[^\n]*Keep the old index for a day[^\n]*,open,'@ivo,2036-03-20,/],
  ['Calendar', 'ics', /^BEGIN:VCALENDAR\r\n[^]*\r\nDTSTART;VALUE=DATE:20360320\r\n[^]*\r\nSUMMARY:Keep the old index for a day\r\n[^]*END:VCALENDAR\r\n$/],
  ['Markdown Table', 'md', /^\| Keep the old index for a day \| @ivo \| 2036-03-20 \| Open \|$/m],
  ['Markdown Checklist', 'md', /^- \[ \] Keep the old index for a day.*\n- \[x\] Alarm on an empty index/m],
  ['Jira Wiki Markup', 'txt', /^\|Keep the old index for a day\|@ivo\|2036-03-20\|Open\|$/m],
  ['Plain Text', 'txt', /^\[ \] Keep the old index for a day\n    @ivo; due 2036-03-20\n\[x\] Alarm on an empty index/m],
  ['JSON', 'json', /^\[\n[^]*"Keep the old index for a day"[^]*\]\n$/],
] as const;

describe('the journey through a plan, in each dialect', () => {
  let window: Window;
  let plan: FrameLocator;
  before(async () => {
    window = await openWindow({
      width: 1500, height: 1560,
      // every line of a document can be seen, and nothing but its words
      settings: {
        'editor.fontSize': 9, 'editor.lineHeight': 12, 'editor.stickyScroll.enabled': false, 'editor.codeLens': false, 'editor.inlayHints.enabled': 'off',
        '[markdown]': { 'editor.wordWrap': 'off' },
      },
    });
    await Promise.all([...own, ...founding].map(({ file, text }) => writeFile(join(window.folder, file), text)));
  });
  after(() => window?.close());

  test('the table has every founding document', { skip: seedsFolder === null && '../shared is absent' }, () => {
    assert.deepEqual(founding.map(({ file }) => file), seedFiles);
  });

  for (const journey of own) test(journey.file, () => go(journey));
  for (const number of Object.keys(seeds)) {
    const journey = founding.find(({ file }) => file.startsWith(number));
    test(`founding document ${number}`, { skip: !journey && '../shared is absent' }, () => journey && go(journey));
  }

  test('is exported in each format into the file that the dialog names', async () => {
    const { page } = window;
    plan = await openPlan('table.md', 'search index lost');
    const widget = quickInput(page);
    const input = widget.locator('input.input');
    for (const [label, extension, expected] of exports) {
      const target = join(window.folder, `table-action-plan.${extension}`);
      await untilDone(page, async () => {
        await plan.locator('[data-gesture="export"]').click();
        await widget.locator('.monaco-list-row', { has: page.locator('.label-name').getByText(label, { exact: true }) }).click({ timeout: 3000 });
        await until(() => input.inputValue(), (value) => assert.ok(value.endsWith(`table-action-plan.${extension}`), value), 5000);
        await input.press('Enter');
        await until(async () => (existsSync(target) ? readFileSync(target, 'utf8') : ''), (exported) => assert.match(exported, expected, `${label}:\n${exported}`), 5000);
      });
      await rm(target);
    }
  });

  async function go({ file, text, toggle, item, owner, due, move, boxes }: Journey): Promise<void> {
    const { page } = window;
    const saved = text.split('\n');
    plan = await openPlan(file, /^#* *(.*?) *$/m.exec(text)?.[1] ?? '');
    await becomes(shownLines, written(saved));

    const offersToggle = plan.locator('.item [data-control="toggle"]');
    if (typeof toggle === 'string') await none(offersToggle, toggle);
    else {
      const [line, stateBefore, stateAfter, change] = toggle;
      const state = () => row(line).evaluate((element) => ['done', 'open', 'untracked'].find((name) => element.classList.contains(name)));
      assert.equal(await offersToggle.first().evaluate((control) => control.closest('.item')?.getAttribute('data-line')), String(line - 1));
      await becomes(state, stateBefore);
      await offersToggle.first().click();
      await said(stateAfter === 'done' ? 'Marked as done.' : 'Marked as open.');
      await becomes(shownLines, written(change(saved)));
      await becomes(state, stateAfter);
      await undo(1, saved);
      await becomes(state, stateBefore);
    }

    const withOwner = owner(saved);
    await setFact(row(item), 'owner', '@kim.lund');
    await said('Owner set: @kim.lund');
    await becomes(shownLines, written(withOwner));
    await becomes(() => factOf(row(item), 'owner'), '@kim.lund');
    const withDue = due(withOwner);
    await setFact(row(item), 'due', '2036-04-17');
    await said('Due date set: 2036-04-17');
    await becomes(shownLines, written(withDue));
    await becomes(() => factOf(row(item), 'due'), '2036-04-17');
    if (typeof move === 'string') await none(plan.locator('[data-form="move"]'), move);
    else {
      await row(item).hover();
      await row(item).locator('button[data-form="move"]').click();
      await row(item).locator('select').selectOption(await row(item).locator('option').last().getAttribute('value'));
      await row(item).getByRole('button', { name: 'Set' }).click();
      await said('Item moved.');
      await becomes(shownLines, written(move(withDue)));
    }
    await undo(typeof move === 'string' ? 2 : 3, saved);

    const offersBoxes = plan.locator('[data-gesture="checklist"]');
    if (typeof boxes === 'string') await none(offersBoxes, boxes);
    else {
      await offersBoxes.first().click();
      await said('Boxes added.');
      await becomes(shownLines, written(boxes(saved)));
      await undo(1, saved);
    }

    const titles = () => plan.locator('.item .text').allInnerTexts();
    const all = await titles();
    const wanted = await row(item).locator('.text').innerText();
    await plan.locator('[data-choice="words"]').fill(wanted);
    await becomes(titles, [wanted]);
    await plan.locator('[data-choice="words"]').fill('');
    await becomes(titles, all);
    for (const show of ['done', 'open', 'all']) {
      const button = plan.locator(`[data-show="${show}"]`);
      await button.click();
      await becomes(() => plan.locator('.item').count(), Number(await button.locator('.count').innerText()));
    }

    assert.equal(await onDisk(window, file), text, 'nothing is saved but by a person');
    await textEditor(page).click();
    await pressUntil(page, ['Control+S'], page.locator(`.tab.active:not(.dirty)[data-resource-name="${file}"]`));
    assert.equal(await onDisk(window, file), text, 'what was undone is as it was, to the byte');
  }

  async function openPlan(file: string, title: string): Promise<FrameLocator> {
    await openIncident(window.page, file);
    return openActionPlan(window.page, title);
  }

  /** The row of the item in a line. */
  function row(line: number): Locator {
    return plan.locator(`.item[data-line="${line - 1}"]`);
  }

  /** The plan offers nothing of the kind, once it shows its items. */
  async function none(offers: Locator, why: string): Promise<void> {
    await until(async () => [await plan.locator('.item').count() > 0, await offers.count()], (found) => assert.deepEqual(found, [true, 0], why));
  }

  function factOf(of: Locator, form: 'owner' | 'due'): Promise<string> {
    return of.locator(`button[data-form="${form}"] .words`).innerText();
  }

  async function setFact(of: Locator, form: 'owner' | 'due', value: string): Promise<void> {
    await of.locator(`button[data-form="${form}"]`).click();
    await of.locator('form input').fill(value);
    await of.locator('form input').press('Enter');
  }

  /** Takes steps back from the page, as fast as keys are pressed. */
  async function undo(steps: number, expected: readonly string[]): Promise<void> {
    await plan.locator('.text').first().focus();
    for (let step = 0; step < steps; step++) await window.page.keyboard.press('Control+Z');
    await becomes(shownLines, written(expected));
    await said('Undone.');
  }

  async function said(words: string): Promise<void> {
    await plan.locator('#note', { hasText: words }).waitFor();
  }

  function shownLines(): Promise<readonly string[]> {
    return visibleTexts(window.page);
  }
});

/** Lines as an editor shows them: it draws all blanks alike. */
function written(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}
