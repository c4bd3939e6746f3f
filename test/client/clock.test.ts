import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { clockFace } from '../../client/src/live/clock-face';
import { ClockTicker } from '../../client/src/live/clock-ticker';
import type { IncidentClock } from '../../server/src/protocol';
import { english } from '../support/english';


const running = (changesIn = 60, nextUpdate: (IncidentClock & { state: 'running' })['nextUpdate'] = null): IncidentClock =>
  ({ state: 'running', elapsed: '3 h 15 min', start: { line: 4, name: 'Detection' }, nextUpdate, changesIn });

describe('the face of the clock', () => {
  const faces: readonly (readonly [what: string, clock: IncidentClock, text: string, label: string])[] = [
    ['running', running(), '$(watch) 3 h 15 min', 'Incident clock of a.md: 3 h 15 min since line 5: Detection'],
    ['with an update to come', running(60, { line: 1, isOverdue: false, in: '12 min' }), '$(watch) 3 h 15 min · next update in 12 min', 'Incident clock of a.md: 3 h 15 min since line 5: Detection; next update in 12 min'],
    ['with one that is overdue', running(60, { line: 1, isOverdue: true, in: '5 min' }), '$(watch) 3 h 15 min · $(warning) update overdue by 5 min', 'Incident clock of a.md: 3 h 15 min since line 5: Detection; update overdue by 5 min'],
    ['ended', { state: 'ended', took: '1 h' }, '$(pass) 1 h', 'Incident clock of a.md: Resolved after 1 h: the clock has stopped.'],
    ['ended at an unknown time', { state: 'ended', took: null }, '$(pass) resolved', 'Incident clock of a.md: Resolved: the clock has stopped.'],
    ['unknown', { state: 'unknown' }, '$(watch) --', 'Incident clock of a.md: Nothing tells when the incident began: write its first entry, or when it started.'],
  ];
  for (const [what, clock, text, label] of faces) {
    test(what, () => {
      const face = clockFace(clock, 'a.md', english);
      assert.deepEqual([face.text, face.label], [text, label]);
      assert.equal(face.isOverdue, text.includes('overdue'));
    });
  }
});

describe('the clock', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };

  /** A ticker over answers, the last of which is repeated, with what was asked and shown. */
  function ticking(...answers: (IncidentClock | null)[]): { ticker: ClockTicker; asked: string[]; shown: string[] } {
    const [asked, shown]: [string[], string[]] = [[], []];
    const ticker = new ClockTicker(
      async (uri) => {
        asked.push(uri);
        return answers[Math.min(asked.length, answers.length) - 1] ?? null;
      },
      (uri, clock) => shown.push(`${uri} ${clock?.state ?? 'none'}`),
    );
    return { ticker, asked, shown };
  }

  test('has no timer while it follows nothing', async () => {
    const { ticker, asked } = ticking(running());
    ticker.changed();
    mock.timers.tick(3_600_000);
    await settled();
    assert.deepEqual([asked, ticker.isWaiting], [[], false]);
  });

  test('asks again when it shows something else, and no sooner', async () => {
    const { ticker, asked } = ticking(running(20), running(60));
    ticker.follow('a');
    await settled();
    assert.equal(asked.length, 1);
    mock.timers.tick(19_999);
    assert.equal(asked.length, 1);
    mock.timers.tick(1);
    await settled();
    assert.equal(asked.length, 2);
    mock.timers.tick(59_999);
    assert.equal(asked.length, 2);
    ticker.follow(undefined);
    mock.timers.tick(3_600_000);
    assert.deepEqual([asked.length, ticker.isWaiting], [2, false]);
  });

  for (const clock of [{ state: 'ended', took: null }, { state: 'unknown' }, null] as const) {
    test(`has no timer while it is ${clock?.state ?? 'none'}, and goes on when the document changes`, async () => {
      const { ticker, asked, shown } = ticking(clock, running());
      ticker.follow('a');
      await settled();
      assert.equal(ticker.isWaiting, false);
      mock.timers.tick(3_600_000);
      assert.equal(asked.length, 1);
      ticker.changed();
      ticker.changed();
      mock.timers.tick(500);
      await settled();
      assert.deepEqual([asked.length, shown, ticker.isWaiting], [2, [`a ${clock?.state ?? 'none'}`, 'a running'], true]);
      ticker.follow(undefined);
    });
  }

  test('shows no answer about a document that it has left', async () => {
    const { ticker, shown } = ticking(running());
    ticker.follow('a');
    ticker.follow('b');
    await settled();
    assert.deepEqual(shown, ['b running']);
    ticker.follow(undefined);
  });
});
