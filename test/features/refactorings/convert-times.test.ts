import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aroundTimeline, changed, titlesIn } from '../../support/refactoring';

const kind = 'refactor.rewrite.incidentDocs.convertTimes';

interface Row {
  readonly heading?: readonly [before: string, after: string];
  readonly header?: string;
  readonly before: string;
  readonly zone: string;
  readonly after: string;
  /** The same with the original in parentheses. */
  readonly kept?: string;
}

const rows: Readonly<Record<string, Row>> = {
  'a zone in the heading': {
    heading: ['Timeline (CET)', 'Timeline (UTC)'], zone: 'UTC',
    before: '- **2026-03-09 21:40** – Broken\n- **2026-03-09 21:52–22:10** – Seen',
    after: '- **2026-03-09 20:40** – Broken\n- **2026-03-09 20:52–21:10** – Seen',
    kept: '- **2026-03-09 20:40 (21:40 CET)** – Broken\n- **2026-03-09 20:52–21:10 (21:52–22:10 CET)** – Seen',
  },
  'a zone of each entry': {
    zone: 'CET',
    before: '- 2026-01-09 21:40 UTC Broken\n- 2026-01-09 15:52 EST Seen\n- 2026-01-09 23:30 CET Well',
    after: '- 2026-01-09 22:40 CET Broken\n- 2026-01-09 21:52 CET Seen\n- 2026-01-09 23:30 CET Well',
    kept: '- 2026-01-09 22:40 CET (21:40 UTC) Broken\n- 2026-01-09 21:52 CET (15:52 EST) Seen\n- 2026-01-09 23:30 CET Well',
  },
  'midnight is crossed, the date is written': {
    heading: ['Timeline (UTC)', 'Timeline (Asia/Kolkata)'], zone: 'Asia/Kolkata',
    before: '- 9 March 2026 18:00 Broken\n- 9 March 2026 20:40 Seen',
    after: '- 9 March 2026 23:30 Broken\n- 10 March 2026 02:10 Seen',
    kept: '- 9 March 2026 23:30 (18:00 UTC) Broken\n- 10 March 2026 02:10 (9 March 2026 20:40 UTC) Seen',
  },
  'midnight is crossed under a day': {
    heading: ['Timeline (UTC)', 'Timeline (America/New_York)'], zone: 'America/New_York',
    before: '### 2026-01-09\n\n- 03:00 Broken\n- 06:30 Seen',
    after: '### 2026-01-09\n\n- 2026-01-08 22:00 Broken\n- 01:30 Seen',
  },
  'winter and summer': {
    heading: ['Timeline (UTC)', 'Timeline (Europe/Berlin)'], zone: 'Europe/Berlin',
    before: '- 2026-03-28 12:00 Broken\n- 2026-03-29 12:00 Seen',
    after: '- 2026-03-28 13:00 Broken\n- 2026-03-29 14:00 Seen',
  },
  'halves of the day': {
    heading: ['Timeline (EST)', 'Timeline (UTC)'], zone: 'UTC',
    before: '- 2026-01-09 6:40 AM - Broken\n- 2026-01-09 7:05 AM - Seen',
    after: '- 2026-01-09 11:40 AM - Broken\n- 2026-01-09 12:05 PM - Seen',
  },
  'ISO 8601': {
    zone: 'UTC',
    before: '- 2026-03-09T21:40:05+01:00 Broken\n- 2026-03-10T00:10:00+01:00 Seen',
    after: '- 2026-03-09T20:40:05+00:00 Broken\n- 2026-03-09T23:10:00+00:00 Seen',
  },
  'a column of a table': {
    zone: 'UTC',
    before: '| Time (CET) | What |\n|---|---|\n| 2026-03-09 21:40 | Broken |\n| 2026-03-09 21:52 | Seen |',
    after: '| Time (UTC) | What |\n|---|---|\n| 2026-03-09 20:40 | Broken |\n| 2026-03-09 20:52 | Seen |',
  },
  'a zone that the header states': {
    header: 'All times are in CET.\n\n', heading: ['Timeline', 'Timeline (UTC)'], zone: 'UTC',
    before: '- 2026-03-09 21:40 Broken\n- 2026-03-09 21:52 Seen',
    after: '- 2026-03-09 20:40 Broken\n- 2026-03-09 20:52 Seen',
  },
};

const title = (zone: string, kept = false) => `Convert the times to ${zone}${kept ? ', keeping the original in parentheses' : ''}`;

describe('convert times', () => {
  for (const [name, { heading: [from, to] = ['Timeline', 'Timeline'], header = '', before, zone, after, kept }] of Object.entries(rows)) {
    const text = aroundTimeline(before, from, header);
    const asked = { kind, timeZone: zone };
    test(name, () => {
      assert.equal(changed(text, asked, title(zone)), aroundTimeline(after, to, header));
      assert.ok(!titlesIn(aroundTimeline(after, to, header), asked).includes(title(zone)));
    });
    if (kept !== undefined) test(`${name}, with the original`, () => assert.equal(changed(text, asked, title(zone, true)), aroundTimeline(kept, to, header)));
  }

  const refusals: Readonly<Record<string, readonly [heading: string, timeline: string, reason: string]>> = {
    'no zone': ['Timeline', '- 2026-03-09 21:40 Broken\n- 2026-03-09 21:52 Seen', 'The zone of some times is not known.'],
    'a zone of several places': ['Timeline (IST)', '- 2026-03-09 21:40 Broken', 'The zone of some times is not known.'],
    'a name of the other season': ['Timeline (PST)', '- 2026-07-09 21:40 Broken', 'The zone of some times is not known.'],
    'no date': ['Timeline (CET)', '- 21:40 Broken\n- 21:52 Seen', 'The times of some entries are not known.'],
    'two zones already': ['Timeline (CET)', '- 2026-03-09 21:40 CET (20:40 UTC) Broken', 'Some times are told in two zones already.'],
    'a time in the words': ['Timeline (CET)', '- 2026-03-09 21:40 Broken since 21:10', 'Line 5 tells another time in its words.'],
  };
  for (const [name, [heading, timeline, reason]] of Object.entries(refusals)) {
    test(`not: ${name}`, () => assert.ok(titlesIn(aroundTimeline(timeline, heading), { kind }).includes(`${title('UTC')}: ${reason}`), titlesIn(aroundTimeline(timeline, heading), { kind }).join('\n')));
  }

  test('to UTC, the zones of the document and that of the user', () => {
    const text = aroundTimeline('- 2026-01-09 21:40 CET Broken\n- 2026-01-09 15:52 EST Seen', 'Timeline');
    assert.deepEqual(titlesIn(text, { kind, timeZone: 'Asia/Tokyo' }), ['UTC', 'CET', 'EST', 'Asia/Tokyo'].flatMap((zone) => [title(zone), title(zone, true)]));
  });

  const asked: readonly (readonly [target: string, heading: string, offers: readonly string[]])[] = [
    ['Asia/Kolkata', 'Timeline (UTC)', [title('Asia/Kolkata'), title('Asia/Kolkata', true)]],
    ['cet', 'Timeline (UTC)', [title('CET'), title('CET', true)]],
    ['UTC+2', 'Timeline (UTC)', [title('UTC+2'), title('UTC+2', true)]],
    ['UTC', 'Timeline (UTC)', [`${title('UTC')}: The times are told in UTC already.`]],
    ['Mars/Olympus', 'Timeline (UTC)', [`${title('Mars/Olympus')}: “Mars/Olympus” is no time zone that is known, such as Europe/Berlin, CET or UTC+2.`]],
    ['PDT', 'Timeline (UTC)', [`${title('PDT')}: PDT is not in use at that time of the year.`]],
    ['Asia/Tokyo', 'Timeline', [`${title('Asia/Tokyo')}: The zone of some times is not known.`]],
  ];
  for (const [target, heading, offers] of asked) {
    test(`asked for ${target}, ${heading}`, () => assert.deepEqual(titlesIn(aroundTimeline('- 2026-01-09 21:40 Broken\n- 2026-01-09 23:52 Seen', heading), { kind, target }), offers));
  }

  test('to every place that IANA knows, and back', () => {
    const text = aroundTimeline('- 2026-03-09 21:40 Broken\n- 2026-07-09 23:52 Seen', 'Timeline (UTC)');
    for (const target of Intl.supportedValuesOf('timeZone')) {
      const there = changed(text, { kind, target }, title(target));
      if (there === text) continue;
      assert.equal(changed(there, { kind, target: 'UTC' }, title('UTC')), text, target);
    }
  });
});
