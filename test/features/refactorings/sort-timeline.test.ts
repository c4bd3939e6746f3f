import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aroundTimeline, changed, testChanges, titlesIn } from '../../support/refactoring';

const kind = 'refactor.rewrite.incidentDocs.sortTimeline';

/** Entries in disorder, and in order. Those of one time stay as they are. */
const tables: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'whole entries with their details': [
    `- 2026-03-09 21:52 – Seen
  by Ana
  - and by Ben
- 2026-03-09 21:40 – Broken
- 2026-03-09 21:52 – Told`,
    `- 2026-03-09 21:40 – Broken
- 2026-03-09 21:52 – Seen
  by Ana
  - and by Ben
- 2026-03-09 21:52 – Told`,
  ],
  'under each day by itself': [
    `### 2026-03-09

- 21:52 Seen
- 21:40 Broken

### 2026-03-10

- 09:10 Well again
- 08:00 Mended`,
    `### 2026-03-09

- 21:40 Broken
- 21:52 Seen

### 2026-03-10

- 08:00 Mended
- 09:10 Well again`,
  ],
  'days that move whole': [
    `### 2026-03-10

- 09:10 Well again
- 08:00 Mended

### 2026-03-09

- 21:40 Broken
- 21:52 Seen`,
    `### 2026-03-09

- 21:40 Broken
- 21:52 Seen

### 2026-03-10

- 08:00 Mended
- 09:10 Well again`,
  ],
  'newest first stays newest first': [
    `- 2026-03-10 09:10 Well again
- 2026-03-10 08:00 Mended
- 2026-03-09 21:40 Broken
- 2026-03-09 21:52 Seen
- 2026-03-09 20:00 Changed`,
    `- 2026-03-10 09:10 Well again
- 2026-03-10 08:00 Mended
- 2026-03-09 21:52 Seen
- 2026-03-09 21:40 Broken
- 2026-03-09 20:00 Changed`,
  ],
  'numbers stay where they are': [
    `1. 2026-03-09 21:52 Seen
2. 2026-03-09 21:40 Broken
   at last`,
    `1. 2026-03-09 21:40 Broken
   at last
2. 2026-03-09 21:52 Seen`,
  ],
  'rows of a table': [
    `| Time | What |
|---|---|
| 2026-03-09 21:52 | Seen |
| 2026-03-09 21:40 | Broken |`,
    `| Time | What |
|---|---|
| 2026-03-09 21:40 | Broken |
| 2026-03-09 21:52 | Seen |`,
  ],
  'by instant, not by clock': [
    `- 2026-03-09 21:40 CET Broken
- 2026-03-09 20:30 UTC Changed`,
    `- 2026-03-09 20:30 UTC Changed
- 2026-03-09 21:40 CET Broken`,
  ],
};

/** What is refused or not offered, and why. */
const refusals: Readonly<Record<string, readonly [timeline: string, offered: readonly string[]]>> = {
  'in order': ['- 2026-03-09 21:40 Broken\n- 2026-03-09 21:52 Seen', []],
  'a time that cannot be': ['- 2026-03-09 21:52 Seen\n- 2026-03-09 13:40 PM Broken\n- 2026-03-09 22:00 Told', ['Sort the timeline: The times of some entries are not known.']],
  'dates that may be read both ways': ['- 03/05/2026 21:52 Seen\n- 03/04/2026 21:40 Broken', ['Sort the timeline: Some times can be read in two ways.']],
  'days and times': ['- 2026-03-09 21:52 Seen\n- 2026-03-08 Broken\n- 2026-03-09 21:00 Told', ['Sort the timeline: Some entries have a time of day and others have none.']],
  'a date that would be lost by the entries below': ['- 2026-03-10 07:00 Seen\n- 06:00 Broken\n- 2026-03-09 08:00 Changed', []],
};

describe('sort the timeline', () => {
  testChanges(tables, aroundTimeline, { kind });
  describe('with CR LF', () => testChanges(tables, (timeline) => aroundTimeline(timeline).replaceAll('\n', '\r\n'), { kind }));
  for (const [name, [timeline, offered]] of Object.entries(refusals)) test(`not: ${name}`, () => assert.deepEqual(titlesIn(aroundTimeline(timeline), { kind }), offered));
  test('one timeline at a time, the first that is touched', () => {
    const text = `${aroundTimeline('- 2026-03-09 21:52 Seen\n- 2026-03-09 21:40 Broken')}\n## Timeline of the repair\n\n- 2026-03-10 09:00 Mended\n- 2026-03-10 08:00 Begun\n`;
    assert.deepEqual(titlesIn(text, { kind }), ['Sort the timeline']);
    assert.match(changed(text, { kind, words: 'Mended' }), /Seen\n- .*Broken[^]*Begun\n- .*Mended/);
  });
  test('not outside of the timeline', () => assert.deepEqual(titlesIn(aroundTimeline('- 2026-03-09 21:52 Seen\n- 2026-03-09 21:40 Broken'), { kind, words: 'A nut' }), []));
});
