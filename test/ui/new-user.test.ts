import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openWindow, openFile, takePicture, type Window } from '../support/window';
import { languageStatus, until, pressUntil } from './workbench';

const day = (fromToday: number): string => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);

/** What is written into the places of the short post-mortem, in their order; what the snippet says where it is empty. */
const shortPostMortem = [
  'Checkout refused cards after a failover',
  day(-1),
  '',
  'Resolved',
  'Ines Duarte',
  '09:00',
  '10:05',
  'the checkout',
  'refused every card',
  '1,240',
  'the pool of connections was emptied',
  '1,240 buyers, 6% of those of the morning',
  '65 minutes',
  'their orders were not placed',
  '09:10',
  'the alarm on refused payments',
  '09:50',
  'that the checkout still wrote to the old primary',
  `emptying the pool of connections\n- **${day(-1)} 09:20** – Database team called in`,
  'The pool keeps its connections for as long as they answer',
  'writes to a database that was read-only',
  'the old primary goes on answering after a failover',
  'Alarm on writes that a database refuses',
  'Ines Duarte',
  day(9),
  'Close the pool when the primary changes',
  'Omar Haddad',
  '',
  'A failover is over when the clients have moved, not when the database has',
];

describe('a new user with the keyboard alone', () => {
  let window: Window;
  let pictures = 0;
  const shot = (name: string) => takePicture(window.page, `new-user-${String(++pictures).padStart(2, '0')}-${name}`);
  before(async () => {
    window = await openWindow({ width: 1200, height: 800 });
    await writeFile(join(window.folder, 'checkout-failover.md'), '');
  });
  after(() => window?.close());

  test('writes a post-mortem from an empty file to one without findings', async () => {
    const { page } = window;
    await openFile(page, 'checkout-failover.md');
    await page.keyboard.type('pm-l');
    await pressUntil(page, ['Control+Space'], page.locator('.suggest-widget.visible'));
    await shot('prefix');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'Post-Mortem:' }).waitFor();
    await shot('snippet');
    for (const [at, words] of shortPostMortem.entries()) {
      if (words !== '') await page.keyboard.type(words);
      await page.keyboard.press('Tab');
      if ([0, 2, 4, 12].includes(at)) await shot(`filled-${at}`);
    }
    await until(() => languageStatus(page), (status) => assert.match(status, /post-mortem/));
    await shot('filled');
    await until(problems, (told) => assert.match(told, /Errors: 1, Warnings: 1/));
    await fix('Sort the timeline', 'order');
    await until(problems, (told) => assert.match(told, /^Warnings: 1/));
    await fix('Fill in the placeholder', 'due-date');
    await page.locator('#status\\.editor\\.selection', { hasText: '10 selected' }).waitFor();
    await page.keyboard.type(day(23));
    await shot('filled-in');
    await until(problems, (told) => assert.match(told, /No Problems/));
    await shot('no-findings');
  });

  /** Goes to the next problem and takes the first of its fixes. */
  async function fix(title: string, name: string): Promise<void> {
    const { page } = window;
    await pressUntil(page, ['Escape', 'F8'], page.locator('.marker-widget'));
    await pressUntil(page, ['Control+.'], page.locator('.action-widget .monaco-list-row.focused', { hasText: title }));
    await shot(name);
    await page.keyboard.press('Enter');
  }

  const problems = async (): Promise<string> => (await window.page.locator('#status\\.problems').getAttribute('aria-label')) ?? '';
});
