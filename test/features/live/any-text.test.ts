import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { parse, type IncidentDocument } from '../../../server/src/document/document';
import { readClock } from '../../../server/src/features/live/incident-clock';
import { insertEntryNow } from '../../../server/src/features/live/insert-entry';
import { milestoneChoices } from '../../../server/src/features/live/mark-milestone';
import { statusChoices } from '../../../server/src/features/live/set-status';
import { applyEdits } from '../../../server/src/rules/apply-fixes';
import { leastCpuTime } from '../../support/cpu-time';

const read = (text: string): IncidentDocument => parse(text, { declared: true });
const now = Date.UTC(2026, 2, 11, 12, 15, 30);
const entries = ({ timelines }: IncidentDocument): number => timelines.reduce((sum, timeline) => sum + timeline.entries.length, 0);

/** What documents are made of, in any order. */
const pieces = [
  '# The belt', '## Timeline (UTC)', '## Timeline', '### 2026-03-10', '### 09:30', 'Timeline:', '---------', '- 09:00 One', '- 2026-03-10 10:00 - Two', '  with a detail', '* **2026-03-11 09:00** – Three',
  '1. 08:00 Four', '2. 09:00 **Detected:** Five', '9:00 AM: Six', '[10:00] [RESOLVED] Seven', '| Time | Event |', '|---|---|', '| 09:00 | Eight |', '| Status | |', '**Status:** Open', 'Status:', 'Status: 🔴 Open (for now)',
  'Next update: 13:00', '- ', '', '', 'Nothing moves.', '```', '<!-- milestone: detected -->', '---', '- [ ] 09:00 Oil the belt', '> 09:00 said so', '\t- 11:00 Nine', '- 23:50 IST late', '09:00-10:00 all of it',
];

describe('any text', () => {
  test('is written into so that one entry is there more, and is marked, set and timed without a fault', () => {
    const line = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string({ maxLength: 20 }) });
    let written = 0;
    fc.assert(fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), fc.nat(400), (lines, eol, at) => {
      const text = lines.join(eol);
      const document = read(text);
      const offset = Math.min(at, text.length);
      const made = insertEntryNow(document, { offset, now, timeZone: 'Europe/Berlin', read });
      if (!('refused' in made)) {
        const after = applyEdits(text, made.edits.map(({ span, newText }, index) => ({ span, newText: index === made.cursor.edit ? `${newText.slice(0, made.cursor.offset)}Oil was ordered${newText.slice(made.cursor.offset)}` : newText })));
        assert.equal(entries(read(after)), entries(document) + 1, after);
        written++;
      }
      for (const { edits } of statusChoices(document, read)) assert.equal(entries(read(applyEdits(text, edits))), entries(document));
      for (const { change } of milestoneChoices(document, offset, read)?.choices ?? []) if ('edits' in change) assert.equal(entries(read(applyEdits(text, change.edits))), entries(document));
      const clock = readClock(document, { now, timeZone: 'Europe/Berlin' });
      if (clock.state === 'running') assert.ok(clock.changesIn > 0 && clock.changesIn <= 60, text);
    }), { seed: 20260311, numRuns: 400 });
    assert.ok(written > 200, String(written));
  });

  test('of 200 KB is written into within two seconds', () => {
    const text = `# The belt\n\n**Status:** Open\n\n## Timeline (UTC)\n\n${Array.from({ length: 4000 }, (_, index) => `- 2026-03-0${1 + Math.floor(index / 500)} ${String(Math.floor(index / 60) % 24).padStart(2, '0')}:${String(index % 60).padStart(2, '0')} The belt squeaks again`).join('\n')}\n`;
    const document = read(text);
    const offset = text.indexOf('squeaks');
    for (const [what, work] of [
      ['an entry', () => insertEntryNow(document, { offset, now, timeZone: 'UTC', read })], ['the status', () => statusChoices(document, read)],
      ['a milestone', () => milestoneChoices(document, offset, read)], ['the clock', () => readClock(document, { now, timeZone: 'UTC' })],
    ] as const) {
      const taken = leastCpuTime(work, 1);
      assert.ok(taken < 2000, `${what}: ${taken.toFixed(0)} ms`);
    }
  });
});
