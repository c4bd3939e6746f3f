import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { isoMoment } from '../../server/src/document/time';

const read = (text: string, fileName = ''): string[] =>
  parse(text, { fileName }).timelines.flatMap((timeline) =>
    timeline.entries.map((entry) => `${entry.line + 1}-${entry.endLine + 1} ${isoMoment(entry.start)}${entry.zone ? ` ${entry.zone.text}` : ''} ${entry.text}`));

/** Each row: what it shows, the document, and its entries as "first-last line, start, zone, text". */
const rows: readonly [what: string, text: string, entries: readonly string[]][] = [
  ['date and zone from the summary', 'Postmortem\n\nIssue Summary:\nOn May 10, 2023, from 2:00 PM to 3:00 PM (CET) the shop was slow.\n\nTimeline:\n2:00 PM - Alarm\n3:00 PM - Fixed\n',
    ['7-7 2023-05-10T14:00 CET Alarm', '8-8 2023-05-10T15:00 CET Fixed']],
  ['zones of nested headings', '# T\n\n## Timelines\n\n### Build (UTC)\n\n- 2024-01-02 10:00 a\n\n### Europe (CET)\n\n**2 January 2024**\n\n- 10:30 b\n',
    ['7-7 2024-01-02T10:00 UTC a', '13-13 2024-01-02T10:30 CET b']],
  ['paragraphs numbered after their heading', 'MEMORANDUM\n\n3. CHRONOLOGY (CEST)\n\n3.1  06.05.2025, 22:15  Run starts\n3.2  07.05.2025, 03:40  Paper jam\n', ['5-5 2025-05-06T22:15 CEST Run starts', '6-6 2025-05-07T03:40 CEST Paper jam']],
  ['the date of a period among the facts', '# T\n\n| Key | Value |\n|---|---|\n| Impact period | 2024-01-02 10:00 to 11:00 |\n\n## Timeline\n\n- 10:05 a\n', ['9-9 2024-01-02T10:05 a']],
  ['a day behind the label of its heading', '# T\n\n## Running log (UTC)\n\n### Call 1, Tuesday 3 December 2024\n\n- 10:00 a\n\n### Call 2, Wednesday 4 December 2024\n\n- 08:00 b\n', ['7-7 2024-12-03T10:00 UTC a', '11-11 2024-12-04T08:00 UTC b']],
  ['a zone without an offset', '# T\n\n## Timeline\n\nTimes are Brussels local.\n\n- 2024-01-02 10:00 a\n', ['7-7 2024-01-02T10:00 Brussels local a']],
  ['a zone in French', '# T\n\n## Chronologie\n\nToutes les heures sont à l’heure de Paris.\n\n**Mardi 2 janvier 2024**\n\n- 10h25 : a\n', ['9-9 2024-01-02T10:25 heure de Paris a']],
  ['a zone whose sentence goes on', '# T\n\n## Timeline\n\nUnless otherwise noted all times are in\nUTC.\n\n- 2024-01-02 10:00 a\n', ['8-8 2024-01-02T10:00 UTC a']],
  ['a status page, the time below its words', '# T\n\n## Update history\n\n**Resolved** - All is well.\nJul 3, 2025 - 15:00 UTC\n\n**Investigating** - We look.\nJul 3, 2025 - 14:00 UTC\n',
    ['6-6 2025-07-03T15:00 UTC Resolved - All is well.', '9-9 2025-07-03T14:00 UTC Investigating - We look.']],
  ['a digest of a chat', '# T, 5 January 2024\n\n**Who said what**\n\n*— Tuesday 2 January —*\n\n[10:00] **Ana**: a\n[10:01] **Ben**: b\n[10:05] **Ana**: c\n[10:07] **Ben**: d\n[10:09] **Ana**: e\n',
    ['7-7 2024-01-02T10:00 Ana: a', '8-8 2024-01-02T10:01 Ben: b', '9-9 2024-01-02T10:05 Ana: c', '10-10 2024-01-02T10:07 Ben: d', '11-11 2024-01-02T10:09 Ana: e']],
  ['a table of times under any heading', '# T, 2 January 2024\n\n## What went on\n\n| Time | What |\n|---|---|\n| 10:00 | a |\n| 10:01 | b |\n| 10:02 | c |\n',
    ['7-7 2024-01-02T10:00 a', '8-8 2024-01-02T10:01 b', '9-9 2024-01-02T10:02 c']],
  ['a table of who was told when', '# T, 2 January 2024\n\n## Communication\n\n| When | Who |\n|---|---|\n| 10:00 | a |\n| 10:01 | b |\n| 10:02 | c |\n', []],
  ['a sentence that goes on with a time', '# T\n\n## Timeline\n\nEach log is in local time as the people on shift have written it, 14:00 CEST is\n08:00 EDT is 21:00 JST.\n\n- 2024-07-02 10:00 UTC a\n', ['8-8 2024-07-02T10:00 UTC a']],
  ['the day of the incident and not of the report', '# T\n\nReport date: 12 January 2024\nIncident date: 9 January 2024\n\n## Timeline (UTC)\n\n- 10:00 a\n', ['8-8 2024-01-09T10:00 UTC a']],
  ['no day that was only planned', '# T\n\nDate: 9 January 2024\n\n## Summary\n\nThe upgrade was planned for 12 January 2024.\n\n## Timeline (UTC)\n\n- 10:00 a\n', ['11-11 2024-01-09T10:00 UTC a']],
  ['the day of what was planned, where it is the incident\'s', '# T\n\nDate: 12 January 2024\n\n## Summary\n\nMails were late due to a disk that filled up during planned work on 9 January 2024.\n\n## Timeline (UTC)\n\n- 10:00 a\n', ['11-11 2024-01-09T10:00 UTC a']],
  ['a zone behind when it happened', '# T\n\n**When:** 2024-01-09 10:00 – 11:00 UTC\n\n## Timeline\n\n- 10:00 a\n', ['7-7 2024-01-09T10:00 UTC a']],
  ['a date whose year comes later', '# Handover, Fri 7 Nov / Sat 8 Nov 2025\n\n## Timeline\n\n- 21:50 a\n- 00:10 b\n', ['5-5 2025-11-07T21:50 a', '6-6 2025-11-08T00:10 b']],
  ['a year in the title of the front matter', '+++\ntitle = "The October 15, 2018 incident"\n+++\n\nOn Monday, Oct 15, it failed.\n\n## Timeline\n\n- 20:00 UTC a\n', ['9-9 2018-10-15T20:00 UTC a']],
  ['a day takes no zone from the times beside it', '# T\n\n## Timeline\n\n- 2024-01-02 a\n- 2024-01-03 10:00 UTC b\n', ['5-5 2024-01-02 a', '6-6 2024-01-03T10:00 UTC b']],
  ['a day that a sentence states for all rows without one', '# T\n\n## Timeline\n\nUnless noted, all events happened on 2024-01-02, and all times are in UTC.\n\n- 2024-01-01 23:55: a\n- 01:38: b\n- 02:00: c\n',
    ['7-7 2024-01-01T23:55 UTC a', '8-8 2024-01-02T01:38 UTC b', '9-9 2024-01-02T02:00 UTC c']],
  ['a range behind its date', '# T\n\n## Timeline\n\n- June 15, 2023 from 14:18 to 18:39 (UTC) a\n', ['5-5 2023-06-15T14:18 UTC a']],
  ['zone in the heading', '# T\n\n## Timeline (UTC)\n\n- 2024-01-02 10:00 a\n', ['5-5 2024-01-02T10:00 UTC a']],
  ['zone at the beginning of a line', '# T\n\n## Timeline\n\nCentral time (CST), from the log.\n\n- 2024-01-02 10:00 a\n', ['7-7 2024-01-02T10:00 CST a']],
  ['zone in a field, in small letters', 'disk full\n\nzone: everything below is eastern\n\nTimeline:\n\n2024-01-02 10:00 a\n', ['7-7 2024-01-02T10:00 eastern a']],
  ['zone of a city', '# T\n\n## Timeline\n\n- 2024-01-02 10:00 a\n\n_London time. Please write so._\n', ['5-5 2024-01-02T10:00 London time a']],
  ['no zone of a city', '# T\n\n## Timeline\n\nResponse time, in minutes.\n\n- 2024-01-02 10:00 a\n', ['7-7 2024-01-02T10:00 a']],
  ['year in the title', '# Service in September 2025: disk full\n\n## Timeline\n\n- 8 September, 21:30 a\n', ['5-5 2025-09-08T21:30 a']],
  ['zone in a sentence', '# T\n\n## Timeline\n\n_All times in EDT_\n\n- 2024-01-02 10:00 a\n', ['7-7 2024-01-02T10:00 EDT a']],
  ['zone in a column', '# T\n\n## Timeline\n\n| Time (UTC) | Event |\n| --- | --- |\n| 2024-01-02 10:00 | a |\n', ['7-7 2024-01-02T10:00 UTC a']],
  ['zone of the only row that has one', '# T\n\n## Timeline\n\n**2024-01-02 10:00 UTC:** a\n\n**10:30:** b\n', ['5-5 2024-01-02T10:00 UTC a', '7-7 2024-01-02T10:30 UTC b']],
  ['date carried from the row before', '# T\n\n## Timeline\n\n- 2024-01-02 10:00 a\n- 10:30 b\n', ['5-5 2024-01-02T10:00 a', '6-6 2024-01-02T10:30 b']],
  ['midnight crossed', '# T\n\n## Timeline\n\n- 2024-01-31 22:30 a\n- 00:10 b\n- 01:00 c\n', ['5-5 2024-01-31T22:30 a', '6-6 2024-02-01T00:10 b', '7-7 2024-02-01T01:00 c']],
  ['no midnight at noon', '# T\n\n## Timeline\n\n- 2024-01-31 14:30 a\n- 13:10 b\n', ['5-5 2024-01-31T14:30 a', '6-6 2024-01-31T13:10 b']],
  ['day headings', '# T\n\n## Timeline\n\n### 2 January 2024\n\n- 10:00 a\n\n### 3 January 2024\n\n- 09:00 b\n', ['7-7 2024-01-02T10:00 a', '11-11 2024-01-03T09:00 b']],
  ['day items', '# T\n\n## Timeline\n\n- Tuesday, January 2nd, 2024:\n  - 10:00 a\n  - 11:00 b\n', ['6-6 2024-01-02T10:00 a', '7-7 2024-01-02T11:00 b']],
  ['a heading a row', '# T\n\n## Timeline\n\n### 2024-01-02 10:00\n\nThe alarm went off.\n\n### 2024-01-02 11:00\n\nIt was fixed.\n', ['5-7 2024-01-02T10:00 ', '9-11 2024-01-02T11:00 ']],
  ['a timed heading over timed rows is none itself', '# T\n\n2024-01-02\n\n## Timeline\n\n### 1:42-1:59 PM: Release\n\n- 1:44: a\n- 1:51: b\n', ['9-9 2024-01-02T13:44 a', '10-10 2024-01-02T13:51 b']],
  ['a table', '# T\n\n## Timeline\n\n| Date | Time | Event |\n|---|---|---|\n| 2024-01-02 | 10:00 | a |\n| 2024-01-02 | 10:30 | b |\n', ['7-7 2024-01-02T10:00 a', '8-8 2024-01-02T10:30 b']],
  ['a table without outer pipes', '# T\n\n## Timeline\n\nTime | Event\n--- | ---\n2024-01-02 10:00 | a\n', ['7-7 2024-01-02T10:00 a']],
  ['details under a row', '# T\n\n## Timeline\n\n- 2024-01-02 10:00 a\n  - detail\n  continued\n- 2024-01-02 11:00 b\n', ['5-7 2024-01-02T10:00 a', '8-8 2024-01-02T11:00 b']],
  ['rows indented like code', '# T\n\nTimeline:\n\n    2024-01-02 10:00 - a\n    2024-01-02 10:30 - b\n', ['5-5 2024-01-02T10:00 a', '6-6 2024-01-02T10:30 b']],
  ['no date anywhere', '# T\n\n## Timeline\n\n- 10:00 a\n- 10:30 b\n', ['5-5 T10:00 a', '6-6 T10:30 b']],
  ['a year from elsewhere', '# Disk full on 2 January 2024\n\n## Timeline\n\n- Jan 2, 10:00 AM a\n- Jan 3, 9:00 AM b\n', ['5-5 2024-01-02T10:00 a', '6-6 2024-01-03T09:00 b']],
  ['a zone that changes back', '# T\n\n## Timeline\n\n- 2024-01-03 04:00 SGT a\n- 21:35 GMT b\n- 00:30 GMT c\n', ['5-5 2024-01-03T04:00 SGT a', '6-6 2024-01-02T21:35 GMT b', '7-7 2024-01-03T00:30 GMT c']],
  ['a table with tabs, the date not repeated', 'T of 2024\n\nTIMELINE\n\nDate\tTime\tEvent\n2 Jan 2024\t10:00\ta\n\t10:30\tb\n', ['6-6 2024-01-02T10:00 a', '7-7 2024-01-02T10:30 b']],
  ['a sentence with the day', '# T\n\n## Timeline\n\nTuesday, January 2, 2024. All in UTC.\n\n**10:00** a\n**10:30** b\n', ['7-7 2024-01-02T10:00 a', '8-8 2024-01-02T10:30 b']],
  ['dated rows under another heading', '# T\n\n## Context\n\n- 2024-01-02 10:00 a\n- 2024-01-02 10:30 b\n- 2024-01-02 10:40 c\n', ['5-5 2024-01-02T10:00 a', '6-6 2024-01-02T10:30 b', '7-7 2024-01-02T10:40 c']],
  ['role headings inside end it', '# T\n\n## Timeline\n\n- 2024-01-02 10:00 a\n\n## Impact\n\n- 2024-01-02 11:00 none\n', ['5-5 2024-01-02T10:00 a']],
];

describe('timelines', () => {
  for (const [what, text, expected] of rows) test(what, () => assert.deepEqual(read(text), expected));

  test('the date may come from the file name', () => {
    assert.deepEqual(read('# T\n\n## Timeline\n\n- 10:00 a\n', '2024-01-02-disk.md'), ['5-5 2024-01-02T10:00 a']);
  });

  test('newest first is recognised', () => {
    const newest = '# T\n\n## Timeline\n\n- 2024-01-04 10:00 c\n- 2024-01-03 10:00 b\n- 2024-01-02 23:00 a\n- 2024-01-02 10:00 z\n';
    assert.equal(parse(newest).timelines[0]?.newestFirst, true);
    assert.equal(parse(newest.replace('2024-01-04', '2024-01-01').replace('2024-01-03', '2024-01-01')).timelines[0]?.newestFirst, false);
  });

  test('a row that begins like one and is not understood is counted', () => {
    assert.equal(parse('# T\n\n## Timeline\n\n- 2024-01-02 10:00 a\n- 25:90 b\n- T+15m c\n').timelines[0]?.unread, 2);
  });

  test('spans hold what they say', () => {
    const text = '# T\n\n## Timeline (UTC)\n\n- **2024-01-02 10:00–11:00** – a **b**\n';
    const document = parse(text);
    const entry = document.timelines[0]?.entries[0];
    assert.ok(entry);
    const { start, end, span } = entry.time;
    assert.equal(document.text.slice(start.dateSpan as never), '2024-01-02');
    assert.equal(document.text.slice(start.clockSpan as never), '10:00');
    assert.equal(document.text.slice(end?.clockSpan as never), '11:00');
    assert.equal(document.text.slice(span), '2024-01-02 10:00–11:00');
    assert.equal(document.text.slice(entry.textSpan), 'a **b**');
    assert.equal(document.text.slice(entry.span), '- **2024-01-02 10:00–11:00** – a **b**');
    assert.ok(entry.zone);
    assert.equal(document.text.slice(entry.zone.span), 'UTC');
  });
});
