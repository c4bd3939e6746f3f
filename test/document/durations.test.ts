import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDuration } from '../../server/src/document/duration';

const minutes = (hours: number, rest = 0): number => hours * 3600 + rest * 60;

/** How a length of time is written, its seconds, and whether it is approximate. */
const rows: readonly [text: string, seconds: number | null, approximate?: boolean][] = [
  ['0h 16m', minutes(0, 16)],
  ['3h 45m', minutes(3, 45)],
  ['3h45', null],
  ['2 hours', minutes(2)],
  ['1 day, 2 hours, 3 minutes', 86_400 + minutes(2, 3)],
  ['~4 hours and 38 minutes', minutes(4, 38), true],
  ['about 90 minutes', minutes(1, 30), true],
  ['47 minutes from 4:14 pm to 5:01 pm', minutes(0, 47)],
  ['2 hours (10:00 AM PST - 12:00 PM PST)', minutes(2)],
  ['7h (during support hours 10:00-17:00)', minutes(7)],
  ['18:00 to 19:12 UTC (72 minutes)', minutes(1, 12)],
  ['1.5 hours', minutes(1, 30)],
  ['half an hour', minutes(0, 30)],
  ['an hour', minutes(1)],
  ['3:45 h', minutes(3, 45)],
  ['1:02:03', minutes(1, 2) + 3],
  ['PT3H45M', minutes(3, 45)],
  ['P1DT2H', 86_400 + minutes(2)],
  ['3 Std. 14 Min.', minutes(3, 14)],
  ['2 horas y 5 minutos', minutes(2, 5)],
  ['35 minutes, then 10 minutes more', minutes(0, 35)],
  ['10:00 - 12:00', null],
  ['unknown', null],
  ['', null],
];

describe('durations', () => {
  for (const [text, seconds, approximate = false] of rows) {
    test(text || 'nothing', () => assert.deepEqual(readDuration(text), seconds === null ? null : { seconds, approximate }));
  }
});
