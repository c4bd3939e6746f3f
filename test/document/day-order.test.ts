import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findDayOrder } from '../../server/src/document/day-order';
import { parse } from '../../server/src/document/document';
import { isoDay } from '../../server/src/document/time';

/** What a document says, and which of day and month it writes first. */
const orders: readonly [says: string, order: 'dayFirst' | 'monthFirst' | null][] = [
  ['03/04/2024 and 16/04/2024', 'dayFirst'],
  ['03/04/2024 and 04/16/2024', 'monthFirst'],
  ['16-11-2023', 'dayFirst'],
  ['01-31-24', 'monthFirst'],
  ['04.16.2024', 'monthFirst'],
  ['3/10 14:00 and 3/31 15:00', 'monthFirst'],
  ['31/3 3pm', 'dayFirst'],
  ['03/04/2024, in the log 2024-04-03', 'dayFirst'],
  ['03/04/2024, in the log 2024-03-04', 'monthFirst'],
  ['03/04/2024, in the log 2024-03-04 and 2024-04-03', null],
  ['03/04/2024', null],
  ['3/16 of the nodes', null],
  ['version 5.13.20', null],
  ['192.168.13.20 and 10.12.31.4', null],
  ['2023-11-16', null],
];

/** A date at the beginning of a timeline, the day that is read, and the other that it may be. */
const dates: readonly [written: string, day: string, other: string | null][] = [
  ['03/04/2024', '2024-04-03', '2024-03-04'],
  ['03-04-2024', '2024-04-03', '2024-03-04'],
  ['03.04.2024', '2024-04-03', null],
  ['04/04/2024', '2024-04-04', null],
  ['16/04/2024', '2024-04-16', null],
  ['04/16/2024', '2024-04-16', null],
  ['2024-03-04', '2024-03-04', null],
  ['Mon 03/04/2024', '2024-03-04', null],
  ['Wednesday, 03/04/2024', '2024-04-03', null],
  ['Mi, 03/04/2024', '2024-04-03', null],
  ['Fri 03/04/2024', '2024-04-03', '2024-03-04'],
];

describe('the order of day and month', () => {
  for (const [says, order] of orders) test(`${says}: ${order ?? 'not told'}`, () => assert.equal(findDayOrder(says), order));
});

describe('a date that may be read both ways', () => {
  const startOf = (timeline: string) => parse(`# Post-mortem\n\n## Timeline\n\n${timeline}\n`).timelines[0]?.entries.at(-1)?.start;
  for (const [written, day, other] of dates) {
    test(`${written}: ${day}${other ? `, or ${other}` : ''}`, () => {
      const start = startOf(`- ${written} 10:00 Alarm`);
      assert.equal(isoDay(start?.day ?? 0), day);
      assert.equal(start?.otherDay === undefined ? null : isoDay(start.otherDay), other);
    });
  }

  test('stands for the entries below it, past midnight too', () => {
    const start = startOf('- 03/04/2024 23:50 Alarm\n- 00:10 Mended');
    assert.deepEqual([start?.day, start?.otherDay].map((day) => isoDay(day ?? 0)), ['2024-04-04', '2024-03-05']);
  });

  test('is lent to the timeline by the title with both readings', () => {
    const start = parse('# Post-mortem: mail, 03/04/2024\n\n## Timeline\n\n- 10:00 Alarm\n').timelines[0]?.entries[0]?.start;
    assert.deepEqual([start?.day, start?.otherDay].map((day) => isoDay(day ?? 0)), ['2024-04-03', '2024-03-04']);
  });

  test('lets durations be known that are the same in both readings, and no others', () => {
    const resolvedIn = (from: string, to: string) => parse(`# Post-mortem\n\n## Timeline\n\n- ${from} The outage began\n- ${to} Service restored\n`).metrics.timeToResolve;
    assert.equal(resolvedIn('03/04/2024 10:00', '03/04/2024 11:00'), 3600);
    assert.equal(resolvedIn('03/04/2024 10:00', '11:00'), 3600);
    assert.equal(resolvedIn('03/04/2024 23:30', '00:30'), 3600);
    assert.equal(resolvedIn('03/04/2024 10:00', '03/05/2024 10:00'), null);
    assert.equal(resolvedIn('03/04/2024 10:00', '2024-04-05 10:00'), null);
    assert.equal(resolvedIn('03/04/2024 10:00', '13/04/2024 10:00'), 10 * 86_400);
  });

  test('is no due date that can be counted with', () => {
    const due = (date: string) => parse(`# Post-mortem\n\n## Action Items\n\n- [ ] Mend it (due: ${date})\n`).plan.items[0]?.due;
    assert.deepEqual([due('03/04/2024')?.value, due('03/04/2024')?.date], ['03/04/2024', null]);
    assert.equal(due('16/04/2024')?.date, '2024-04-16');
  });
});
