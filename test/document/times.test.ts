import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from '../../server/src/document/document';
import { isoMoment } from '../../server/src/document/time';

/** How a row of a timeline is written, and what is read: start, end, zone, text. The document's date is 2024-03-09. */
const rows: readonly [written: string, start: string, end: string | null, zone: string | null, text: string][] = [
  ['- **2024-03-09 03:29** – Alarm', '2024-03-09T03:29', null, null, 'Alarm'],
  ['- **2024-03-09 05:00–06:00** – Call', '2024-03-09T05:00', '2024-03-09T06:00', null, 'Call'],
  ['- **2024-03-09 05:00-06:00 UTC**: Call', '2024-03-09T05:00', '2024-03-09T06:00', 'UTC', 'Call'],
  ['- 2024-03-09T03:29:15Z Alarm', '2024-03-09T03:29:15', null, 'Z', 'Alarm'],
  ['- 2024-03-09T03:29:15-07:00 Alarm', '2024-03-09T03:29:15', null, '-07:00', 'Alarm'],
  ['- 2024-03-09 03:29 +0200 Alarm', '2024-03-09T03:29', null, '+0200', 'Alarm'],
  ['- 2024/03/09 03:29 - Alarm', '2024-03-09T03:29', null, null, 'Alarm'],
  ['- 10:40: Alarm', '2024-03-09T10:40', null, null, 'Alarm'],
  ['- 10:40 Alarm', '2024-03-09T10:40', null, null, 'Alarm'],
  ['- `10:40` - Alarm', '2024-03-09T10:40', null, null, 'Alarm'],
  ['- *10:40 CET* - Alarm', '2024-03-09T10:40', null, 'CET', 'Alarm'],
  ['- [10:40] Alarm', '2024-03-09T10:40', null, null, 'Alarm'],
  ['1. **10:40** Alarm', '2024-03-09T10:40', null, null, 'Alarm'],
  ['10:40 Alarm', '2024-03-09T10:40', null, null, 'Alarm'],
  ['10:40 - 10:55 Call', '2024-03-09T10:40', '2024-03-09T10:55', null, 'Call'],
  ['2:00 PM - Alarm', '2024-03-09T14:00', null, null, 'Alarm'],
  ['2:00pm Alarm', '2024-03-09T14:00', null, null, 'Alarm'],
  ['2 p.m. Alarm', '2024-03-09T14:00', null, null, 'Alarm'],
  ['12:05 AM: Alarm', '2024-03-09T00:05', null, null, 'Alarm'],
  ['10:00-10:30 PM: Call', '2024-03-09T22:00', '2024-03-09T22:30', null, 'Call'],
  ['13:55 PM - Alarm', '2024-03-09T13:55', null, null, 'Alarm'],
  ['~10:40 Alarm', '2024-03-09T10:40', null, null, 'Alarm'],
  ['ca. 10:40 Alarm', '2024-03-09T10:40', null, null, 'Alarm'],
  ['10:40 (GMT): Alarm', '2024-03-09T10:40', null, 'GMT', 'Alarm'],
  ['10:40 UTC+1 Alarm', '2024-03-09T10:40', null, 'UTC+1', 'Alarm'],
  ['23:15 UTC / 16:15 PDT - Alarm', '2024-03-09T23:15', null, 'UTC', 'Alarm'],
  ['- 13:14 EST (18:14 UTC): Alarm', '2024-03-09T13:14', null, 'EST', 'Alarm'],
  ['March 10, 2024 10:40 Alarm', '2024-03-10T10:40', null, null, 'Alarm'],
  ['March 10th, 2024, 10:40 AM: Alarm', '2024-03-10T10:40', null, null, 'Alarm'],
  ['- **10 March 2024 at 10:40** Alarm', '2024-03-10T10:40', null, null, 'Alarm'],
  ['10 Mar 10:40  Alarm', '2024-03-10T10:40', null, null, 'Alarm'],
  ['10/Mar/24 10:40 AM Alarm', '2024-03-10T10:40', null, null, 'Alarm'],
  ['10/Mar 10:40 - Alarm', '2024-03-10T10:40', null, null, 'Alarm'],
  ['10-Mar-24 10:40 Alarm', '2024-03-10T10:40', null, null, 'Alarm'],
  ['(b) 10 March 2024, 10:40: Alarm', '2024-03-10T10:40', null, null, 'Alarm'],
  ['0431Z Alarm', '2024-03-09T04:31', null, 'Z', 'Alarm'],
  ['10 March 0610   Alarm', '2024-03-10T06:10', null, null, 'Alarm'],
  ['Sun 3/10  2200-2340   Call', '2024-03-10T22:00', '2024-03-10T23:40', null, 'Call'],
  ['10 March 1500 requests failed', '2024-03-10', null, null, '1500 requests failed'],
  ['10 March 2024 Alarm', '2024-03-10', null, null, 'Alarm'],
  ['March 10: Alarm', '2024-03-10', null, null, 'Alarm'],
  ['10 März 2024 10:40 Alarm', '2024-03-10T10:40', null, null, 'Alarm'],
  ['Sonntag, 10. März 2024, 10:40 Alarm', '2024-03-10T10:40', null, null, 'Alarm'],
  ['dimanche 10 mars 2024 10h40 : Alarm', '2024-03-10T10:40', null, null, 'Alarm'],
  ['1er avril 2024 10:40 Alarm', '2024-04-01T10:40', null, null, 'Alarm'],
  ['10 de marzo de 2024 10:40 Alarm', '2024-03-10T10:40', null, null, 'Alarm'],
  ['domingo 10 março 2024 10:40 Alarm', '2024-03-10T10:40', null, null, 'Alarm'],
  ['— 10 March 2024 10:40 Alarm', '2024-03-10T10:40', null, null, 'Alarm'],
  ['Sun 10 Mar 2024 10:40 Alarm', '2024-03-10T10:40', null, null, 'Alarm'],
  ['- 10:40 10th Mar 2024 - Alarm', '2024-03-10T10:40', null, null, 'Alarm'],
  ['- 16-03-2024 - 08:15 - Alarm', '2024-03-16T08:15', null, null, 'Alarm'],
  ['03-16-2024 8:15 pm - Alarm', '2024-03-16T20:15', null, null, 'Alarm'],
  ['- 2024-03-10 - Alarm', '2024-03-10', null, null, 'Alarm'],
  ['10 Mar 2024 22:00-23:10  Call', '2024-03-10T22:00', '2024-03-10T23:10', null, 'Call'],
  ['22:30 - 01:15 Call', '2024-03-09T22:30', '2024-03-10T01:15', null, 'Call'],
  ['- 🌙 **Sun 3/10 11:58p** – Alarm', '2024-03-10T23:58', null, null, 'Alarm'],
  ['- **3/10 ~1p** – Alarm', '2024-03-10T13:00', null, null, 'Alarm'],
  ['Mo 11.03. 07:15  Alarm', '2024-03-11T07:15', null, null, 'Alarm'],
  ['11.03. ca. 11:00  Alarm', '2024-03-11T11:00', null, null, 'Alarm'],
  ['11-Mar-2024 07:48   Alarm', '2024-03-11T07:48', null, null, 'Alarm'],
  ['16 Mar 2024 0910 hrs Alarm', '2024-03-16T09:10', null, null, 'Alarm'],
  ['T+01:35   23:15 SGT   Alarm', '2024-03-09T23:15', null, 'SGT', 'Alarm'],
  ['- 2024-03-09T04:13:40Z/2024-03-09T06:02:11Z Access', '2024-03-09T04:13:40', '2024-03-09T06:02:11', 'Z', 'Access'],
  ['| 10:40 | Alarm |', '2024-03-09T10:40', null, null, 'Alarm'],
  ['- First detected: 2024-03-09 10:40', '2024-03-09T10:40', null, null, 'First detected:'],
  ['10:40:05 Alarm', '2024-03-09T10:40:05', null, null, 'Alarm'],
];

/** What begins like a time and is none, or cannot be read for certain: nothing is read, nothing is guessed. */
const silent: readonly string[] = ['- 25:10 Alarm', '- 12:75 Alarm', '- T+15m Alarm', '- 3 nodes were down', '- 80:20 split of the data', '- Alarm at 10:40', '- 14:?? Alarm'];

const documentOf = (row: string): string => `# Disk full\n\n## Summary\n\nOn March 9, 2024 the disk was full.\n\n## Timeline\n\n${row}\n`;

describe('what is read of a row', () => {
  for (const [written, ...expected] of rows) {
    test(written, () => {
      const [entry] = parse(documentOf(written)).timelines.flatMap((timeline) => timeline.entries);
      assert.ok(entry, 'an entry');
      assert.deepEqual([isoMoment(entry.start), entry.end && isoMoment(entry.end), entry.zone?.text ?? null, entry.text], expected);
    });
  }
  for (const written of silent) {
    test(`nothing of ${written}`, () => assert.deepEqual(parse(documentOf(written)).timelines.flatMap((timeline) => timeline.entries.map((entry) => entry.text)), []));
  }
  test('an impossible clock is read and marked', () => {
    assert.equal(parse(documentOf('13:55 PM - Alarm')).timelines[0]?.entries[0]?.time.start.clock?.possible, false);
  });
});
