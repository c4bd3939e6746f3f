import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { smallPng } from '../support/small-png';
import { openFile, openWindow, runCommand, takePicture, type Window } from '../support/window';
import { becomes, choose, cursor, languageStatus, lineText, oneReads, pressUntil, until } from './workbench';

const day = (fromToday: number): string => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);

/** What is written into the places of the short post-mortem, in their order; empty where the first of a list is taken, null where nothing is known yet. */
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
  null,
  'A failover is over when the clients have moved, not when the database has',
];

/** A time some minutes ago, in UTC; from the first minutes of a day the evening before, so that all of them are of one day. */
const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000 - (Date.now() % 86_400_000 < 3_600_000 ? 3_600_000 : 0)).toISOString();
const clock = (minutes: number): string => ago(minutes).slice(11, 16);

/** The same for the log of an incident that is going on. */
const liveLog = [
  'Checkout refuses cards',
  'INC-4410',
  '',
  '',
  ago(35).slice(0, 10),
  clock(35),
  'Ines Duarte',
  '#inc-4410',
  'every payment by card has failed since the failover of the night',
  'why the new primary is not written to',
  'Omar Haddad compares the settings of the two databases',
  `${new Date(Date.now() + 30 * 60_000).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  'All 4,100 buyers of the last half hour',
  'pay by card',
  'Ines Duarte',
  'Omar Haddad',
  'Ruth Maas',
  'Ivo Kern',
  'the primary of the database changes',
  clock(30),
  'the alarm on refused payments',
  clock(25),
  '#inc-4410',
  '',
  'the pool of connections still holds the old primary; its list would show that',
  'Empty the pool of connections',
  'Omar Haddad',
  'Find the root cause of the failed writes',
  'Ivo Kern',
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
    await pressUntil(page, ['Control+Space'], page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: 'pm-lite' }));
    await shot('prefix');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'Post-Mortem:' }).waitFor();
    await shot('snippet');
    await fillIn(shortPostMortem, async (at) => [0, 2, 4, 12].includes(at) && shot(`filled-${at}`));
    await oneReads(page, /^- \[ \] Alarm on writes that a database refuses \(owner: Ines Duarte, due: \d{4}-\d\d-\d\d\)$/);
    await oneReads(page, /^- \[ \] Close the pool when the primary changes \(owner: Omar Haddad, due: \[due date\]\)$/);
    await until(() => languageStatus(page), (status) => assert.match(status, /post-mortem/));
    await shot('filled');
    await until(problems, (told) => assert.match(told, /Errors: 1, Warnings: 1/));
    await fix('Sort the timeline', 'order');
    await until(problems, (told) => assert.match(told, /^Warnings: 1/));
    await fix('Fill in the placeholder', 'due-date');
    await cursor(page).filter({ hasText: '10 selected' }).waitFor();
    await page.keyboard.type(day(23));
    await shot('filled-in');
    await until(problems, (told) => assert.match(told, /No Problems/));
    await shot('no-findings');
  });

  test('runs a live escalation', async () => {
    const { page } = window;
    await choose(page, 'Incident: New Live Incident Log…', 'Live Incident Log', () => shot('live-shapes'));
    await page.locator('.view-line', { hasText: 'Incident Log:' }).waitFor();
    await fillIn(liveLog);
    await until(() => languageStatus(page), (status) => assert.match(status, /Incident: /));
    await shot('live-filled');

    await entryNow('Database team called in');
    await shot('live-entry');
    await runCommand(page, 'Incident: Show or Hide Incident Clock');
    await shot('live-clock');
    await setStatus('Identified', 'live-status');
    await entryNow('Emptied the pool of connections; payments go through');
    await choose(page, 'Incident: Mark Milestone…', 'Mitigated', () => shot('live-milestone'));
    await oneReads(page, /\*\*Mitigated:\*\* Emptied the pool/);
    await shot('live-marked');
    await setStatus('Mitigated', 'live-status-again');
    await until(problems, (told) => assert.match(told, /No Problems/));
    await page.locator('.statusbar-item', { hasText: /\d+ min/ }).waitFor();
    await shot('live-end');
    if (process.env['REFRESH_PICTURES']) await writeFile(join('media', 'live.png'), smallPng(await page.screenshot()));
  });

  /** Types into one place after the other, and takes what is offered where there is nothing to type. A list that opens meanwhile takes the first Tab. */
  async function fillIn(places: readonly (string | null)[], seen: (at: number) => Promise<unknown> = async () => undefined): Promise<void> {
    const { page } = window;
    const arrived = cursor(page).filter({ hasText: 'selected' });
    for (const [at, words] of places.entries()) {
      await arrived.waitFor();
      const place = await cursor(page).innerText();
      if (words === null) await page.keyboard.press('Tab');
      else if (words === '') await takeOffered();
      else {
        await page.keyboard.type(words);
        await cursor(page).filter({ hasNotText: 'selected' }).waitFor();
        if (at < places.length - 1) await pressUntil(page, ['Tab'], arrived, 10_000);
      }
      await until(() => cursor(page).innerText(), (now) => assert.notEqual(now, place));
      await seen(at);
    }
  }

  /** What is taken from a list of the snippet's leads on to the next place, where another list may open at once. */
  async function takeOffered(): Promise<void> {
    const { page } = window;
    await page.locator('.suggest-widget.visible .monaco-list-row.focused').waitFor();
    await page.keyboard.press('Enter');
  }

  async function entryNow(words: string): Promise<void> {
    const { page } = window;
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+G');
    await oneReads(page, /\d\d:\d\d\*\* –\s*$/);
    await page.keyboard.type(words);
    await oneReads(page, new RegExp(`\\d\\d:\\d\\d\\*\\* – ${words}$`));
  }

  /** Chooses a status, which then stands in its line. */
  async function setStatus(status: string, name: string): Promise<void> {
    const { page } = window;
    await choose(page, 'Incident: Set Status…', status, () => shot(name));
    await pressUntil(page, ['Control+Home'], cursor(page).getByText('Ln 1, Col 1', { exact: true }));
    await becomes(() => lineText(page, 4), `- **Status**: ${status}`);
  }

  /** Goes to the next problem and takes the first of its fixes. */
  async function fix(title: string, name: string): Promise<void> {
    const { page } = window;
    await pressUntil(page, ['Escape', 'Control+Home', 'F8'], page.locator('.marker-widget'));
    await pressUntil(page, ['Control+.'], page.locator('.action-widget .monaco-list-row.focused', { hasText: title }));
    await shot(name);
    await page.keyboard.press('Enter');
  }

  const problems = async (): Promise<string> => (await window.page.locator('#status\\.problems').getAttribute('aria-label')) ?? '';
});
