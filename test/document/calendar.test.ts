import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateOfDay, dayNumber } from '../../server/src/document/time';

test('every day of six hundred years has the number that the platform gives it', () => {
  const start = Date.UTC(1700, 0, 1) / 86_400_000;
  for (let number = start; number < start + 600 * 366; number++) {
    const { year, month, day } = dateOfDay(number);
    assert.equal(dayNumber(year, month, day), number);
  }
});

const none: readonly (readonly [year: number, month: number, day: number])[] = [[2023, 2, 29], [1900, 2, 29], [2024, 4, 31], [2024, 13, 1], [2024, 0, 1], [2024, 1, 0], [2024, 1, 32]];
for (const [year, month, day] of none) {
  test(`there is no ${year}-${month}-${day}`, () => assert.equal(dayNumber(year, month, day), null));
}
