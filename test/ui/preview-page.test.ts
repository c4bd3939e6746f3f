import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import axe from 'axe-core';
import type { Browser, CDPSession } from 'playwright-core';
import type { HostMessage } from '../../client/preview/messages';
import type { ActionPlanModel } from '../../server/src/protocol';
import { fullPlan, group, item, largePlan, planOf } from '../support/plan-model';
import { openPreviewPage, startBrowser, type PreviewOptions, type PreviewPage } from '../support/preview-page';

const shown = (plan: ActionPlanModel, more: Partial<Extract<HostMessage, { type: 'plan' }>> = {}): HostMessage => ({ type: 'plan', plan, readOnly: null, locked: false, ...more });

/** The page itself in Chromium, without the window around it: everything that does not need VS Code. */
describe('the page of the action plan', () => {
  let browser: Browser;
  let open: PreviewPage | undefined;
  before(async () => (browser = await startBrowser()));
  afterEach(async () => {
    const errors = open?.errors() ?? [];
    await open?.close();
    open = undefined;
    assert.deepEqual(errors, [], 'nothing went wrong, and the policy refused nothing');
  });
  after(() => browser?.close());

  async function show(plan: ActionPlanModel, options: PreviewOptions = {}, more: Parameters<typeof shown>[1] = {}): Promise<PreviewPage> {
    open = await openPreviewPage(browser, options);
    await open.send(shown(plan, more));
    return open;
  }

  /** What axe-core finds: rule and element. */
  async function violations({ page }: PreviewPage): Promise<string[]> {
    await page.evaluate(axe.source);
    return page.evaluate(async () => {
      const { violations: found } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
      return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
    });
  }

  /** What has the focus: its control and its row, or what else tells it. */
  const focused = ({ page }: PreviewPage): Promise<string> =>
    page.evaluate(() => {
      const { activeElement: active } = document;
      const { control, entry, choice } = (active as HTMLElement).dataset;
      const row = active?.closest<HTMLElement>('.row')?.dataset['row'];
      return [control ?? (entry && `entry ${entry}`) ?? choice ?? active?.getAttribute('name') ?? active?.localName, ...(row ? [row] : [])].join(' ');
    });

  async function press(preview: PreviewPage, ...keys: string[]): Promise<string> {
    for (const key of keys) await preview.page.keyboard.press(key);
    return focused(preview);
  }

  test('is accessible with everything on it, with a form, read-only, empty and without a document', async () => {
    const preview = await show({ ...fullPlan });
    assert.deepEqual(await violations(preview), []);
    await preview.page.locator('[data-form="owner"]').nth(2).click();
    await preview.send({ type: 'note', text: 'Marked as done.', undo: 1, refused: false });
    assert.deepEqual(await violations(preview), []);
    await preview.page.keyboard.press('Escape');
    await preview.page.locator('[data-gesture="add"]').first().click();
    await preview.page.locator('[data-choice="order"]').selectOption('due');
    assert.deepEqual(await violations(preview), []);
    for (const message of [shown({ ...fullPlan, uri: 'file:///b.md' }, { readOnly: 'it is an archive.' }), shown(planOf([], { emptyHint: 'Action Items' })), { type: 'absent', why: 'other', locked: null }, { type: 'absent', why: 'gone', locked: true }] satisfies HostMessage[]) {
      await preview.send(message);
      assert.deepEqual(await violations(preview), []);
    }
  });

  for (const [name, options] of [['300 pixels', { width: 300 }], ['twice its size in a panel of 600 pixels', { width: 300, scale: 2, height: 450 }], ['a whole screen', { width: 1600 }]] as const) {
    test(`fits into ${name}`, async () => {
      const preview = await show(fullPlan, options);
      await preview.page.locator('[data-gesture="add"]').first().click();
      const [needed, there] = await preview.page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      assert.ok(needed! <= there!, `${needed} of ${there} pixels`);
      const cut = await preview.page.evaluate(() => [...document.querySelectorAll<HTMLElement>('button:not(.hidden), .words, .value, h1, h2')].filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline' && part.clientWidth > 0).map((part) => part.outerHTML.slice(0, 90)));
      assert.deepEqual(cut, []);
      assert.deepEqual(await violations(preview), []);
    });
  }

  test('is worked with from the keyboard alone', async () => {
    const preview = await show(fullPlan);
    const first = await press(preview, 'Tab');
    assert.equal(first, 'button', 'the problems');
    for (let stop = 0; stop < 40 && !(await focused(preview)).startsWith('order'); stop++) await press(preview, 'Tab');
    assert.equal(await press(preview, 'Tab'), 'summary group Immediate (0–4 hours)', 'the list is one stop');
    assert.equal(await press(preview, 'ArrowDown'), 'toggle a');
    assert.equal(await press(preview, 'ArrowDown'), 'toggle b');
    assert.equal(await press(preview, 'ArrowRight', 'ArrowRight'), 'owner b');
    assert.equal(await press(preview, 'ArrowDown', 'ArrowDown'), 'owner c', 'over the heading of the next group');
    assert.equal(await press(preview, 'Home'), 'summary group Immediate (0–4 hours)');
    assert.equal(await press(preview, 'ArrowLeft', 'ArrowDown'), 'summary group Near Term', 'folded');
    assert.equal(await press(preview, 'End'), 'owner g');
    assert.equal(await press(preview, 'k', 'o'), 'owner f', 'the form');
    assert.equal(await press(preview, 'Escape'), 'owner f');
    assert.equal(await press(preview, 'd'), 'due f');
    assert.equal(await press(preview, 'Escape', 'm'), 'group f');
    assert.equal(await press(preview, 'Escape', '/'), 'words');
    assert.deepEqual(await preview.sent(), [], 'nothing was done yet');
    await press(preview, 'Shift+Tab');
    assert.match(await press(preview, 'Shift+Tab'), /^button/);
  });

  test('sends what is done in it, for the version that was seen', async () => {
    const preview = await show({ ...fullPlan, version: 7 });
    const { page } = preview;
    const row = (id: string) => page.locator(`.item[data-id="${id}"]`);
    await row('c').locator('input').check();
    await row('b').locator('[data-gesture="accept"]').click();
    await row('e').locator('[data-form="owner"]').click();
    await page.keyboard.type('  @kim ');
    await page.keyboard.press('Enter');
    await row('d').locator('[data-form="due"]').click();
    await row('d').locator('input[type="date"]').fill('2026-05-02');
    await page.keyboard.press('Enter');
    await row('d').locator('[data-form="owner"]').click();
    await row('d').getByRole('button', { name: 'Remove' }).click();
    await row('d').hover();
    await row('d').locator('[data-form="move"]').click();
    await row('d').locator('select').selectOption('Next Steps');
    await row('d').getByRole('button', { name: 'Set' }).click();
    await page.locator('[data-gesture="add"][data-group="Near Term"]').click();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Write the runbook');
    await page.keyboard.press('Enter');
    await page.locator('[data-gesture="checklist"]').click();
    await page.locator('.text', { hasText: 'Alarm on the 95th' }).click();
    await page.locator('.metrics button').nth(2).click();
    await page.locator('.entry').nth(5).click();
    await row('d').locator('[data-gesture="newIssue"]').click();
    await page.locator('[data-gesture="lock"]').click();
    await page.locator('[data-gesture="problems"]').click();
    await page.locator('[data-format="jira"]').click();
    await page.locator('[data-gesture="export"]').click();
    await page.locator('[data-gesture="customerSafe"]').click();
    const sent = await preview.sent();
    assert.deepEqual(sent.flatMap((message) => (message.type === 'gesture' ? [message.gesture] : [])), [
      { kind: 'toggle', id: 'c', done: true },
      { kind: 'toggle', id: 'b', done: true },
      { kind: 'setOwner', id: 'e', owner: '@kim' },
      { kind: 'setDue', id: 'd', due: '2026-05-02' },
      { kind: 'setOwner', id: 'd', owner: null },
      { kind: 'move', id: 'd', group: 'Next Steps' },
      { kind: 'addItem', group: 'Near Term', text: 'Write the runbook', owner: null, due: null },
      { kind: 'makeChecklist', group: 'Next Steps' },
    ]);
    assert.ok(sent.every((message) => message.type !== 'gesture' || message.version === 7));
    const uri = fullPlan.uri;
    assert.deepEqual(sent.filter(({ type }) => type !== 'gesture'), [
      { type: 'reveal', uri, line: 94 }, { type: 'reveal', uri, line: 41 }, { type: 'reveal', uri, line: 37 }, { type: 'newIssue', uri, id: 'd' },
      { type: 'lock', locked: true }, { type: 'problems' }, { type: 'copy', uri, format: 'jira' }, { type: 'export', uri }, { type: 'customerSafe', uri },
    ]);
  });

  test('keeps the focus, what is typed and the place while the document changes', async () => {
    const preview = await show(largePlan(200), { height: 500 });
    const { page } = preview;
    await page.locator('.item[data-id="i150"] [data-control="owner"]').focus();
    await page.keyboard.press('o');
    await page.keyboard.type('@half typ');
    const before = await page.evaluate(() => [window.scrollY, document.querySelector('form input')] as const);
    const changed = largePlan(200);
    changed.groups[0]!.items.splice(0, 1);
    changed.groups[8]!.items[3] = { ...changed.groups[8]!.items[3]!, title: 'Something else' };
    await preview.send(shown({ ...changed, version: 2 }));
    assert.equal(await focused(preview), 'owner i150');
    assert.equal(await page.locator('form input').inputValue(), '@half typ');
    assert.ok(before[0] > 0);

    await page.keyboard.press('Escape');
    assert.equal(await focused(preview), 'owner i150');
    // With an owner the words of the item are others, and so is its id: the focus goes with the line.
    const owned = structuredClone(changed);
    const place = owned.groups.flatMap(({ items }) => items).find(({ id }) => id === 'i150')!;
    Object.assign(place, { id: 'new', owner: '@kim' });
    await preview.send(shown({ ...owned, version: 3 }));
    assert.equal(await focused(preview), 'owner new');

    await page.locator('[data-choice="words"]').fill('number 15');
    await preview.send(shown({ ...owned, version: 4 }));
    assert.equal(await page.locator('[data-choice="words"]').inputValue(), 'number 15');
    assert.equal(await page.locator('.item').count(), 12);
  });

  test('draws what is, where what was clicked could not be done', async () => {
    const preview = await show(fullPlan);
    const box = preview.page.locator('.item[data-id="c"] input');
    await box.click();
    assert.equal(await box.isChecked(), true);
    await preview.send({ type: 'note', text: 'This item is no longer in the document.', undo: null, refused: true });
    await preview.send(shown(structuredClone(fullPlan)));
    assert.equal(await box.isChecked(), false);
    assert.equal(await preview.page.locator('#note.refused').innerText(), 'This item is no longer in the document.');
  });

  test('offers to take back what was done until the document is changed again', async () => {
    const preview = await show({ ...fullPlan, version: 4 });
    const note = preview.page.locator('#note');
    await preview.send({ type: 'note', text: 'Marked as done.', undo: 5, refused: false });
    await preview.send(shown({ ...fullPlan, version: 5 }));
    assert.equal(await note.innerText(), 'Marked as done.\nUndo');
    await preview.send(shown({ ...fullPlan, version: 6 }));
    assert.equal(await note.innerText(), '');
    await preview.send({ type: 'note', text: 'Marked as done.', undo: 6, refused: false });
    await note.getByRole('button').click();
    assert.deepEqual(await preview.sent(), [{ type: 'undo' }]);
    assert.equal(await note.innerText(), '');
  });

  test('goes on where it was after a reload, and with another document at its top', async () => {
    const first = await show(largePlan(100), { height: 500 });
    await first.page.locator('[data-show="open"]').click();
    await first.page.locator('[data-choice="order"]').selectOption('owner');
    await first.page.locator('[data-choice="words"]').fill('incident');
    await first.page.evaluate(() => window.scrollTo(0, 700));
    await first.page.waitForFunction(() => (window as unknown as { readState(): { scroll: number } }).readState().scroll > 600);
    const state = await first.state();
    await first.close();
    const again = await show(largePlan(100), { height: 500, state });
    assert.equal(await again.page.locator('[data-show="open"]').getAttribute('aria-pressed'), 'true');
    assert.equal(await again.page.locator('[data-choice="order"]').inputValue(), 'owner');
    assert.equal(await again.page.locator('[data-choice="words"]').inputValue(), 'incident');
    assert.ok((await again.page.evaluate(() => window.scrollY)) > 600);
    await again.send(shown({ ...fullPlan, uri: 'file:///b.md' }));
    assert.equal(await again.page.evaluate(() => window.scrollY), 0);
    assert.equal(await again.page.locator('[data-choice="words"]').inputValue(), '', 'words are of one document');
    assert.equal(await again.page.locator('[data-show="open"]').getAttribute('aria-pressed'), 'true');
  });

  test('has a timeline that is gone through and zoomed from the keyboard', async () => {
    const preview = await show(fullPlan);
    const width = () => preview.page.locator('.strip svg').evaluate((svg) => svg.getBoundingClientRect().width);
    const before = await width();
    await preview.page.locator('.entry').first().focus();
    assert.equal(await press(preview, 'ArrowRight', 'ArrowRight'), 'entry 2');
    assert.match(await preview.page.locator('.caption').innerText(), /^2026-03-11 07:53 Latency alarm/);
    assert.equal(await press(preview, 'End'), 'entry 9');
    assert.equal(await press(preview, 'ArrowLeft', '+', '+'), 'entry 8');
    assert.ok((await width()) > 3 * before);
    const isSeen = await preview.page.locator('.entry').nth(8).evaluate((entry) => {
      const [{ left, right }, strip] = [entry.getBoundingClientRect(), entry.closest('[data-strip]')!.getBoundingClientRect()];
      return left >= strip.left && right <= strip.right;
    });
    assert.ok(isSeen);
    await press(preview, '0', 'Enter');
    assert.ok(Math.abs((await width()) - before) < 1);
    assert.deepEqual(await preview.sent(), [{ type: 'reveal', uri: fullPlan.uri, line: 41 }]);
    await preview.send({ type: 'cursor', uri: fullPlan.uri, line: 38 });
    assert.equal(await preview.page.locator('.entry.at-cursor').getAttribute('data-line'), '38');
    await preview.send({ type: 'cursor', uri: fullPlan.uri, line: 94 });
    assert.equal(await preview.page.locator('.item.at-cursor').getAttribute('data-id'), 'd');
  });

  for (const [host, expected] of [['panel', [{ type: 'undo' }, { type: 'redo' }, { type: 'redo' }]], ['editor', []]] as const) {
    test(`takes the keys that undo in the ${host} ${host === 'panel' ? 'for its own' : 'for those of VS Code'}, and never those of a field`, async () => {
      const preview = await show(fullPlan, { host });
      await preview.page.locator('.text').first().focus();
      await press(preview, 'Control+Z', 'Control+Y', 'Control+Shift+Z');
      await preview.page.locator('[data-choice="words"]').focus();
      await press(preview, 'a', 'Control+Z');
      assert.deepEqual(await preview.sent(), expected);
    });
  }

  test('shows a hostile document as text, and runs nothing of it', async () => {
    const attack = '"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script><a href="javascript:window.hacked=1">x</a>\u202e\u0000{0}';
    const hostile = item(attack, 'open', { text: attack, owner: attack, due: { text: attack, date: null, source: 'stated', overdue: true }, tickets: [{ key: attack, url: 'javascript:window.hacked=1' }, { key: 'x', url: attack }], priority: attack, likelyDone: { line: 1, text: attack } });
    const preview = await show(planOf([group(attack, [hostile], { window: attack }), group(`${attack}2`, [])], {
      title: attack, status: { value: attack, line: 1 }, severity: { label: attack, value: attack, line: 1 }, customer: { value: attack, line: 1 }, nextUpdate: { text: attack, line: 1, overdue: false },
      metrics: [{ key: 'timeToDetect', seconds: null, from: null, line: null, reason: attack }], blocking: [{ kind: 'problem', text: attack, line: 1 }], owners: [attack], newIssue: attack,
      timeline: { zone: attack, undated: 0, entries: [{ line: 1, start: 0, end: 60, label: attack, text: attack, milestones: [attack], disorder: true }, { line: 2, start: -1e9, end: null, label: attack, text: attack, milestones: [attack, 'constructor'], disorder: true }] },
    }));
    const { page } = preview;
    for (const opener of ['owner', 'due', 'move']) {
      await page.locator('.item').hover();
      await page.locator(`[data-form="${opener}"]`).first().click();
      await page.keyboard.press('Escape');
    }
    await page.locator('.entry').first().hover();
    for (const order of ['due', 'owner', 'document']) await page.locator('[data-choice="order"]').selectOption(order);
    await preview.send({ type: 'note', text: attack, undo: 1, refused: true });
    assert.deepEqual(await page.evaluate(() => [document.querySelectorAll('#plan img, #plan script, #plan a, #note img').length, (window as unknown as { hacked?: number }).hacked]), [0, undefined]);
    assert.ok((await page.locator('h1').innerText()).includes('<img src=x onerror='));
    assert.deepEqual(await violations(preview), []);
  });

  test('shows ten thousand items and a line of a megabyte', async () => {
    const started = performance.now();
    const preview = await show(planOf([group('All', [...Array.from({ length: 10_000 }, (_, index) => item(`i${index}`, 'open', { line: index })), item('long', 'open', { text: 'x'.repeat(1_000_000) })])]));
    assert.equal(await preview.page.locator('.item').count(), 500);
    await preview.page.locator('[data-choice="words"]').fill('xxxx');
    assert.equal(await preview.page.locator('.item').count(), 1);
    assert.ok((await preview.page.evaluate(() => document.documentElement.scrollWidth)) <= 720);
    const took = performance.now() - started;
    assert.ok(took < 20_000, `${took} ms`);
  });

  test('is drawn anew within 50 ms of what it is told of 500 items', async () => {
    const preview = await show(largePlan(500));
    const plans = Array.from({ length: 21 }, (_, round) => {
      const plan = largePlan(500);
      // what typing does: a line more above, and one item that changes
      for (const { items } of plan.groups) for (const one of items) one.line += round;
      plan.groups[5]!.items[7] = { ...plan.groups[5]!.items[7]!, title: `Typed ${round}` };
      return shown({ ...plan, version: round + 2 });
    });
    await preview.page.evaluate((messages) => void Object.assign(window, { messages }), plans);
    const times: number[] = [];
    const session = await preview.page.context().newCDPSession(preview.page);
    await session.send('Performance.enable');
    for (let round = 0; round < plans.length; round++) {
      // What the last one left to be painted is over.
      await preview.page.evaluate(() => new Promise((done) => void requestAnimationFrame(() => setTimeout(done))));
      const start = await worked(session);
      await preview.page.evaluate((index) => {
        window.dispatchEvent(new MessageEvent('message', { data: (window as unknown as { messages: unknown[] }).messages[index] }));
        // Layout is asked for, so that it counts.
        void document.body.offsetHeight;
      }, round);
      times.push(await worked(session) - start);
    }
    const sorted = times.toSorted((a, b) => a - b);
    console.log(`500 items: median ${sorted[10]?.toFixed(1)} ms, longest ${sorted.at(-1)?.toFixed(1)} ms`);
    assert.ok((sorted[10] as number) < 50, `${sorted.map((time) => time.toFixed(0)).join(' ')} ms`);
  });

  /** How long the page's thread has worked so far, in milliseconds, whoever else uses the machine. */
  async function worked(session: CDPSession): Promise<number> {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? assert.fail('the browser does not tell'));
  }
});
