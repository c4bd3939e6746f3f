import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dayNumber } from '../../server/src/document/time';
import { rewriteDate } from '../../server/src/rules/timeline/rewrite-date';

const april19 = { year: 2025, month: 4, day: 19 };

describe('a date is rewritten in its own notation', () => {
  const cases: readonly (readonly [from: string, to: string])[] = [
    ['2025-04-19', '2025-05-06'],
    ['2025/04/19', '2025/05/06'],
    ['20/04', '20/04'],
    ['19.04.2025', '06.05.2025'],
    ['04/19/25', '05/06/25'],
    ['4/19/2025', '5/6/2025'],
    ['April 19, 2025', 'May 6, 2025'],
    ['Apr 19', 'May 6'],
    ['19 APR 2025', '6 MAY 2025'],
    ['19th April', '6th May'],
    ['Saturday, April 19th, 2025', 'Tuesday, May 6th, 2025'],
    ['Sat 19 Apr', 'Tue 6 May'],
    ['2025年4月19日', '2025年5月6日'],
  ];
  for (const [from, to] of cases) {
    const stated = /20?25|25$/.test(from) ? april19 : { ...april19, year: null };
    test(from, () => assert.equal(rewriteDate(from, stated, dayNumber(2025, 5, 6)!), from === to ? null : to));
  }

  test('ordinals', () => {
    for (const [day, written] of [[1, '1st'], [2, '2nd'], [3, '3rd'], [11, '11th'], [22, '22nd']] as const) {
      assert.equal(rewriteDate('19th April 2025', april19, dayNumber(2025, 4, day)!), `${written} April 2025`);
    }
  });

  test('the long names of months come back where "May" was', () => {
    assert.equal(rewriteDate('May 3, 2025', { year: 2025, month: 5, day: 3 }, dayNumber(2025, 6, 1)!), 'June 1, 2025');
  });

  test('nothing where the numbers have two readings', () => {
    assert.equal(rewriteDate('04/04/2025', { year: 2025, month: 4, day: 4 }, dayNumber(2025, 4, 9)!), null);
    assert.equal(rewriteDate('2025-04-04', { year: 2025, month: 4, day: 4 }, dayNumber(2025, 4, 9)!), '2025-04-09');
  });
});
