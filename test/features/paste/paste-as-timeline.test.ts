import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { parse, type IncidentDocument } from '../../../server/src/document/document';
import { isoMoment } from '../../../server/src/document/time';
import { pasteFormats } from '../../../server/src/features/paste/formats';
import { pasteAsTimeline, type PasteQuery } from '../../../server/src/features/paste/paste-as-timeline';
import { applyEdits } from '../../../server/src/rules/apply-fixes';
import { leastCpuTime } from '../../support/cpu-time';
import { exampleTexts } from '../../support/examples';
import { sharedDocuments } from '../../support/shared';

type Pasted = ReturnType<typeof pasteAsTimeline>;

const read = (text: string): IncidentDocument => parse(text, { declared: true });
const now = Date.parse('2026-03-11T12:00:00Z');

function paste(before: string, text: string, query: Partial<PasteQuery> = {}): Pasted {
  const document = read(before);
  const offset = document.timelines[0]?.section.span.start ?? 0;
  return pasteAsTimeline(document, { text, offset, now, timeZone: 'Europe/Berlin', read, ...query });
}

function applied(before: string, pasted: Pasted): string {
  if ('refused' in pasted) return `refused: ${pasted.refused}`;
  return applyEdits(before, pasted.edits);
}

const document = (timeline: string): string => `# Post-mortem: the belt\n\n**Date:** 2026-03-09\n**Status:** Resolved\n\n## Impact\n\nNothing moved.\n\n${timeline}\n## Action Items\n\n- [ ] Oil the belt (@ivo)\n`;

const chat = 'Ana Lima  9:41 PM\nThe belt stops\nBen Okafor  10:45 PM\nIt runs\n';
const log = '{"ts":"2026-03-09T20:41:07Z","msg":"The belt stops"}\n{"ts":"2026-03-09T23:30:09Z","msg":"It runs"}\n';

/** A timeline, what is pasted into it, and what it is then; the reader lives in Berlin, an hour ahead of UTC. */
const merges: readonly (readonly [what: string, before: string, text: string, after: string])[] = [
  ['bullets with dates, in UTC', '## Timeline (UTC)\n\n- **2026-03-09 20:00** – One\n- **2026-03-09 21:00–21:10** – Two\n  and more\n', chat,
    '## Timeline (UTC)\n\n- **2026-03-09 20:00** – One\n- **2026-03-09 20:41** – Ana Lima: The belt stops\n- **2026-03-09 21:00–21:10** – Two\n  and more\n- **2026-03-09 21:45** – Ben Okafor: It runs\n'],
  ['bullets without dates', '## Timeline (UTC)\n\n* 20:00 One\n* 21:00 Two\n', chat, '## Timeline (UTC)\n\n* 20:00 One\n* 20:41 Ana Lima: The belt stops\n* 21:00 Two\n* 21:45 Ben Okafor: It runs\n'],
  ['past midnight, where no entry states its date', '## Timeline (UTC)\n\n* 20:00 One\n* 23:00 Two\n', log.replace('23:30:09', '23:59:00').replace('2026-03-09T20:41', '2026-03-10T00:10'),
    '## Timeline (UTC)\n\n* 20:00 One\n* 23:00 Two\n* 23:59 It runs\n* 00:10 The belt stops\n'],
  ['plain lines in 12 hours, in the time of Los Angeles', '## Timeline\n\n1:00 PM PDT - One\n2:10 PM PDT - Two\n', log, '## Timeline\n\n1:00 PM PDT - One\n1:41 PM PDT - The belt stops\n2:10 PM PDT - Two\n4:30 PM PDT - It runs\n'],
  ['a table', '## Timeline\n\n| Time (UTC)       | Who | Event |\n|------------------|-----|-------|\n| 2026-03-09 20:00 | Ivo | One   |\n', 'Ana  9:41 PM\na | b\n',
    '## Timeline\n\n| Time (UTC)       | Who | Event |\n|------------------|-----|-------|\n| 2026-03-09 20:00 | Ivo | One   |\n| 2026-03-09 20:41 | Ana | a \\| b |\n'],
  ['a table with a column of days', '## Timeline (UTC)\n\n| Date | Time | What |\n|---|---|---|\n| 9 Mar 2026 | 20:00 | One |\n| 9 Mar 2026 | 23:00 | Two |\n', log.replace('2026-03-09T23:30', '2026-03-10T08:05'),
    '## Timeline (UTC)\n\n| Date | Time | What |\n|---|---|---|\n| 9 Mar 2026 | 20:00 | One |\n| 9 Mar 2026 | 20:41 | The belt stops |\n| 9 Mar 2026 | 23:00 | Two |\n| 10 Mar 2026 | 08:05 | It runs |\n'],
  ['days as headings', '## Timeline (UTC)\n\n### Monday, March 9, 2026\n\n- 20:00 One\n\n### Wednesday, March 11, 2026\n\n- 08:00 Two\n', log.replace('2026-03-09T23:30', '2026-03-10T08:05'),
    '## Timeline (UTC)\n\n### Monday, March 9, 2026\n\n- 20:00 One\n- 20:41 The belt stops\n\n### Tuesday, March 10, 2026\n\n- 08:05 It runs\n\n### Wednesday, March 11, 2026\n\n- 08:00 Two\n'],
  ['seconds, where the timeline has them', '## Timeline (UTC)\n\n- [2026-03-09 20:00:00] One\n- [2026-03-09 21:00:00] Two\n', log, '## Timeline (UTC)\n\n- [2026-03-09 20:00:00] One\n- [2026-03-09 20:41:07] The belt stops\n- [2026-03-09 21:00:00] Two\n- [2026-03-09 23:30:09] It runs\n'],
  ['the newest first', '## Timeline (UTC)\n\n- 2026-03-09 23:00 Four\n- 2026-03-09 22:00 Three\n- 2026-03-09 21:00 Two\n- 2026-03-09 20:00 One\n', log,
    '## Timeline (UTC)\n\n- 2026-03-09 23:30 It runs\n- 2026-03-09 23:00 Four\n- 2026-03-09 22:00 Three\n- 2026-03-09 21:00 Two\n- 2026-03-09 20:41 The belt stops\n- 2026-03-09 20:00 One\n'],
  ['entries with blank lines between them', '## Timeline (UTC)\n\n2026-03-09 20:00 - One\n\n2026-03-09 21:00 - Two\n', log, '## Timeline (UTC)\n\n2026-03-09 20:00 - One\n\n2026-03-09 20:41 - The belt stops\n\n2026-03-09 21:00 - Two\n\n2026-03-09 23:30 - It runs\n'],
  ['a list that counts, at its end', '## Timeline (UTC)\n\n1. 18:00 One\n2. 19:00 Two\n', log, '## Timeline (UTC)\n\n1. 18:00 One\n2. 19:00 Two\n3. 20:41 The belt stops\n4. 23:30 It runs\n'],
  ['headings over the words', '## Timeline (UTC)\n\n### 18:00\n\nOne\n\n### 22:00\n\nTwo\n', log, '## Timeline (UTC)\n\n### 18:00\n\nOne\n\n### 20:41\n\nThe belt stops\n\n### 22:00\n\nTwo\n\n### 23:30\n\nIt runs\n'],
  ['an empty timeline', '## Timeline\n', log, '## Timeline\n\n- 2026-03-09 20:41 UTC - The belt stops\n- 2026-03-09 23:30 UTC - It runs\n'],
  ['an empty table', '## Timeline (UTC)\n\n| Time | Event |\n|---|---|\n', log, '## Timeline (UTC)\n\n| Time | Event |\n|---|---|\n| 2026-03-09 20:41 | The belt stops |\n| 2026-03-09 23:30 | It runs |\n'],
  ['a timeline with a stray in it', '## Timeline (UTC)\n\n- 2026-03-09 19:00 Zero\n- 2026-03-09 20:00 One\n- 2026-03-01 20:10 Two\n- 2026-03-09 21:00 Three\n', log.split('\n')[0] as string, '## Timeline (UTC)\n\n- 2026-03-09 19:00 Zero\n- 2026-03-09 20:00 One\n- 2026-03-09 20:41 The belt stops\n- 2026-03-01 20:10 Two\n- 2026-03-09 21:00 Three\n'],
  ['what is there already', '## Timeline (UTC)\n\n- 2026-03-09 20:41 – **The belt** stops!\n', log, '## Timeline (UTC)\n\n- 2026-03-09 20:41 – **The belt** stops!\n- 2026-03-09 23:30 – It runs\n'],
  ['words that begin with a time', '## Timeline (UTC)\n\n- 2026-03-09 20:00 – One\n', '{"ts":"2026-03-09T20:41:07Z","msg":"10:00 deploy is late"}', '## Timeline (UTC)\n\n- 2026-03-09 20:00 – One\n- 2026-03-09 20:41 – “10:00 deploy is late”\n'],
];

describe('pasted into a timeline', () => {
  for (const [what, before, text, after] of merges) test(what, () => assert.equal(applied(document(before), paste(document(before), text)), document(after)));

  test('the line endings are those of the document', () => {
    const [, before, text, after] = merges[0] as (typeof merges)[number];
    const crlf = (value: string): string => document(value).replaceAll('\n', '\r\n');
    assert.equal(applied(crlf(before), paste(crlf(before), text)), crlf(after));
  });
});

const notes: readonly (readonly [what: string, timeline: string, text: string, said: readonly string[]])[] = [
  ['nothing where all is stated', '## Timeline (UTC)\n\n- 20:00 One\n', log, []],
  ['day and zone', '## Timeline (UTC)\n\n- 20:00 One\n', chat, ['The text states no date; 2026-03-09 is taken.', 'The text states no time zone; Europe/Berlin is taken.']],
  ['the zone of the timeline', '## Timeline\n\n- 20:00 One\n', log, ['The timeline states no time zone; its times are taken to be in Europe/Berlin.']],
  ['what is there', '## Timeline (UTC)\n\n- 20:41 The belt stops\n', log, ['1 of 2 entries are there already.']],
];

const refusals: readonly (readonly [what: string, timeline: string, text: string, why: RegExp])[] = [
  ['a text that is nothing of the kind', '## Timeline (UTC)\n\n- 20:00 One\n', 'The belt stops at 9:41 PM', /^The text is no chat/],
  ['no timeline', '## Lessons\n\nNone.\n', chat, /^Entries go into a timeline/],
  ['a zone that may be several', '## Timeline (IST)\n\n- 2026-03-09 20:00 One\n', log, /^“IST” does not tell/],
  ['dates that may be read both ways', '## Timeline (UTC)\n\n- 2026-01-09 20:00 One\n', '[06/07/2026 9:41 PM] Ana\nOne\n', /^Whether the dates/],
  ['a number between two others', '## Timeline (UTC)\n\n1. 20:00 One\n2. 21:00 Two\n', log, /cannot be put/],
];

describe('said of a paste', () => {
  for (const [what, timeline, text, said] of notes) test(what, () => {
      const pasted = paste(document(timeline), text);
      assert.deepEqual('notes' in pasted ? pasted.notes : pasted.refused, said);
    });
  for (const [what, timeline, text, why] of refusals) {
    test(`refused: ${what}`, () => {
      const pasted = paste(document(timeline), text);
      assert.match('refused' in pasted ? pasted.refused : 'not refused', why);
    });
  }
});

describe('a selection', () => {
  const convert = (before: string, selected: string): string => {
    const start = before.indexOf(selected);
    assert.ok(start >= 0);
    return applied(before, paste(before, selected, { offset: start, replacing: { start, end: start + selected.length } }));
  };

  test('in the timeline becomes its entries', () => {
    const before = document(`## Timeline (UTC)\n\n- 2026-03-09 20:00 One\n- 2026-03-09 21:00 Two\n\n${chat}`);
    assert.equal(convert(before, chat), document('## Timeline (UTC)\n\n- 2026-03-09 20:00 One\n- 2026-03-09 20:41 Ana Lima: The belt stops\n- 2026-03-09 21:00 Two\n- 2026-03-09 21:45 Ben Okafor: It runs\n'));
  });

  test('elsewhere goes into the only timeline', () => {
    const before = `${document('## Timeline (UTC)\n\n- 2026-03-09 20:00 One\n')}\n## Notes\n\nOf the chat:\n\n${log}`;
    assert.equal(convert(before, log.trimEnd()), `${document('## Timeline (UTC)\n\n- 2026-03-09 20:00 One\n- 2026-03-09 20:41 The belt stops\n- 2026-03-09 23:30 It runs\n')}\n## Notes\n\nOf the chat:\n\n`);
  });

  test('is all there is in the timeline', () => {
    assert.equal(convert(document(`## Timeline\n\n${log}`), log), document('## Timeline\n\n- 2026-03-09 20:41 UTC - The belt stops\n- 2026-03-09 23:30 UTC - It runs\n'));
  });
});

const said = ({ timelines, fields, plan }: IncidentDocument) => ({
  entries: timelines.flatMap(({ entries }) => entries.map(({ start, end, text, zone }) => [isoMoment(start), end && isoMoment(end), text, zone?.text].join(' · '))),
  rest: [fields.map(({ label, value }) => [label, value]), plan.items.map(({ text }) => text)],
});

/** Pastes, and looks whether everything that was there still is, in its order, and whether the same paste again changes nothing. */
function assertKept(name: string, before: string, text: string): boolean {
  const pasted = paste(before, text);
  if ('refused' in pasted) return false;
  const after = applied(before, pasted);
  const [old, now] = [said(read(before)), said(read(after))];
  let next = 0;
  for (const entry of now.entries) if (entry === old.entries[next]) next++;
  assert.equal(next, old.entries.length, name);
  assert.equal(now.entries.length, old.entries.length + pasted.entries.length, name);
  assert.deepEqual(now.rest, old.rest, name);
  const again = paste(after, text);
  assert.deepEqual('refused' in again ? again.refused : again.edits, [], name);
  return true;
}

describe('whatever is pasted', () => {
  test('entries stay, and pasting twice changes nothing: the examples', () => {
    let count = 0;
    for (const before of [...exampleTexts(), ...merges.map(([, timeline]) => document(timeline))]) for (const { id, example } of pasteFormats) if (assertKept(id, before, example)) count++;
    assert.ok(count >= 100, String(count));
  });

  test('documents of others', { skip: sharedDocuments.length === 0 && 'they are not here' }, () => {
    let count = 0;
    for (const { name, text } of sharedDocuments) for (const { id, example } of [pasteFormats[1], pasteFormats.at(-2)] as typeof pasteFormats) if (assertKept(`${name}, ${id}`, text, example)) count++;
    assert.ok(count > 20, String(count));
  });

  test('any messages at any time', () => {
    const record = fc.record({ ts: fc.integer({ min: 1773000000, max: 1773260000 }), msg: fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('One', 'Two', '10:00 x', '| a', '- [ ] b', 'AB-12: fixed', '**c**')), user: fc.constantFrom('Ana', 'Ben') });
    fc.assert(fc.property(fc.constantFrom(...merges), fc.array(record, { minLength: 1, maxLength: 8 }), ([, timeline], records) => {
      assertKept('any', document(timeline), records.map((one) => JSON.stringify(one)).join('\n'));
    }), { seed: 20260309, numRuns: 300 });
  });

  test('a megabyte of a log is merged within five seconds', () => {
    const rows = Array.from({ length: 16_000 }, (_, index) => `{"ts":${1773000000 + index * 61},"msg":"message number ${index}"}`).join('\n');
    const taken = leastCpuTime(() => assert.ok('edits' in paste(document('## Timeline (UTC)\n\n- 2026-03-09 20:00 One\n- 2026-03-12 21:00 Two\n'), rows)), 1);
    assert.ok(taken < 5000, `${taken.toFixed(0)} ms`);
  });
});
