import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../../server/src/document/document';
import { readClock } from '../../../server/src/features/live/incident-clock';
import type { IncidentClock } from '../../../server/src/protocol';

const now = Date.UTC(2026, 2, 11, 12, 15, 30);

/** What the clock shows at 12:15:30 UTC to somebody in Berlin, where it is 13:15:30. */
function shown(text: string, at = now): string {
  const clock: IncidentClock = readClock(parse(text, { declared: true }), { now: at, timeZone: 'Europe/Berlin' });
  if (clock.state !== 'running') return clock.state === 'ended' ? `ended ${clock.took ?? '?'}` : clock.state;
  const { elapsed, start, nextUpdate } = clock;
  return `${elapsed} since ${start.line + 1} (${start.name})${nextUpdate ? `, ${nextUpdate.isOverdue ? 'overdue by' : 'in'} ${nextUpdate.in} (${nextUpdate.line + 1})` : ''}`;
}

const title = '# The belt\n\n';
const timeline = (...rows: string[]): string => `${title}## Timeline (UTC)\n\n${rows.map((row) => `- ${row}\n`).join('')}`;

const rows: readonly (readonly [what: string, text: string, expected: string])[] = [
  ['since the impact began', timeline('2026-03-11 08:00 Deployed', '2026-03-11 09:00 Errors began', '2026-03-11 09:30 Alert fired'), '3 h 15 min since 6 (Start of the impact)'],
  ['since it was detected', timeline('2026-03-11 08:00 Deployed', '2026-03-11 09:30 Alert fired'), '2 h 45 min since 6 (Detection)'],
  ['since it was marked', timeline('2026-03-11 08:00 **Started:** Deployed', '2026-03-11 09:00 Errors began'), '4 h 15 min since 5 (Start of the impact)'],
  ['since the first entry', timeline('2026-03-10 08:00 Deployed', '2026-03-11 09:00 Looked'), '1 day 4 h since 5 (First entry of the timeline)'],
  ['since the first entry of one that has the newest first', timeline('2026-03-11 09:00 C', '2026-03-11 08:30 B', '2026-03-11 08:00 A'), '4 h 15 min since 7 (First entry of the timeline)'],
  ['since a fact', `${title}Customer: Blue Heron\nEscalated: 2026-03-11 10:00 UTC\n`, '2 h 15 min since 4 (Escalated)'],
  ['in the zone of the entry', `${title}## Timeline\n\n- 2026-03-11 02:00 PDT Errors began\n`, '3 h 15 min since 5 (Start of the impact)'],
  ['in the zone of the reader, where none is stated', `${title}## Timeline\n\n- 2026-03-11 10:00 Errors began\n`, '3 h 15 min since 5 (Start of the impact)'],
  ['today, where no day is stated', `${title}## Timeline\n\n- 10:00 UTC Errors began\n`, '2 h 15 min since 5 (Start of the impact)'],
  ['yesterday, where that would be to come', `${title}## Timeline\n\n- 22:00 UTC Errors began\n`, '14 h 15 min since 5 (Start of the impact)'],
  ['not since a time to come', timeline('2026-03-11 14:00 Errors began'), 'unknown'],
  ['not since a day alone', `${title}**Started:** 2026-03-10\n`, 'unknown'],
  ['nothing', title, 'unknown'],
];

const updates: readonly (readonly [what: string, line: string, expected: string])[] = [
  ['in a field', 'Next update: 2026-03-11 13:00 UTC', 'in 45 min'],
  ['in a bold field', '**Next update:** 12:45 UTC', 'in 30 min'],
  ['in a row', '| Next update | 12:45 UTC |\n|---|---|', 'in 30 min'],
  ['in a sentence', 'The next customer update is due at 1:00 PM UTC.', 'in 45 min'],
  ['in the zone of the timeline', 'Next update: 12:16', 'in 1 min'],
  ['that is missed', 'Next update: 11:30 UTC', 'overdue by 45 min'],
  ['that is due this minute', 'Next update: 12:15 UTC', 'overdue by 0 min'],
  ['tomorrow', 'Next update: tomorrow at 09:00 UTC', 'in 20 h 45 min'],
  ['of a template', 'Next update: YYYY-MM-DD HH:MM UTC', ''],
  ['that says no time', 'The next update follows.', ''],
];

describe('the clock of an incident', () => {
  for (const [what, text, expected] of rows) test(what, () => assert.equal(shown(text), expected));

  for (const [what, line, expected] of updates) {
    test(`the next update ${what}`, () => {
      const text = `${title}${line}\n\n## Timeline (UTC)\n\n- 2026-03-11 11:00 Errors began\n`;
      assert.equal(/, (.*) \(\d+\)$/.exec(shown(text))?.[1] ?? '', expected);
    });
  }

  test('the next update as an entry tells it', () => {
    assert.match(shown(timeline('2026-03-11 11:00 Errors began', '2026-03-11 11:50 Told them; next update in 30 minutes')), /, in 5 min \(6\)$/);
    assert.match(shown(timeline('2026-03-11 11:00 Errors began', '2026-03-11 11:50 Told them; next update at 12:20')), /, in 5 min \(6\)$/);
  });

  test('of several the last to come counts', () => {
    assert.match(shown(timeline('2026-03-11 11:00 Errors began, next update at 11:30', '2026-03-11 11:31 Told them; next update at 12:30')), /, in 15 min \(6\)$/);
  });

  test('a time of day behind midnight is of the next day', () => {
    assert.match(shown(timeline('2026-03-11 23:00 Errors began', '2026-03-11 23:50 Told them; next update at 00:20'), Date.UTC(2026, 2, 12, 0, 10)), /, in 10 min \(6\)$/);
  });

  const ends: readonly (readonly [what: string, text: string, expected: string])[] = [
    ['by its status', `${title}**Status:** Resolved\n\n${timeline('2026-03-11 09:00 Errors began', '2026-03-11 10:00 All back to normal').slice(title.length)}`, 'ended 1 h'],
    ['by its status, with no end in the timeline', `${title}**Status:** Closed\n`, 'ended ?'],
    ['by its timeline, where no status is stated', timeline('2026-03-11 09:00 Errors began', '2026-03-11 10:00 All back to normal'), 'ended 1 h'],
    ['not by its timeline, where the status says that it goes on', `${title}**Status:** Monitoring\n\n${timeline('2026-03-11 09:00 Errors began', '2026-03-11 10:00 All back to normal').slice(title.length)}`, '3 h 15 min since 7 (Start of the impact)'],
  ];
  for (const [what, text, expected] of ends) test(`it ends ${what}`, () => assert.equal(shown(text), expected));

  test('it says when it will show something else', () => {
    const changes = (line: string, at: number): number => {
      const clock = readClock(parse(`${title}${line}\n\n## Timeline (UTC)\n\n- 2026-03-11 11:00 Errors began\n`), { now: at, timeZone: 'UTC' });
      return clock.state === 'running' ? clock.changesIn : 0;
    };
    assert.equal(changes('', now), 30);
    assert.equal(changes('', now - 30_000), 60);
    for (let second = 0; second < 130; second++) {
      const at = now + second * 1000;
      const text = `${title}Next update: 2026-03-11 12:16:20 UTC\n\n## Timeline (UTC)\n\n- 2026-03-11 11:00:00 Errors began\n`;
      const clock = readClock(parse(text), { now: at, timeZone: 'UTC' });
      assert.ok(clock.state === 'running' && clock.changesIn > 0);
      assert.equal(shown(text, at + (clock.changesIn - 1) * 1000), shown(text, at), `second ${second}`);
      assert.notEqual(shown(text, at + clock.changesIn * 1000), shown(text, at), `second ${second}`);
    }
  });
});
