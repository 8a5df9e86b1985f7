import { expect, it } from '@jest/globals';
import { isLateHeadCount, isLateMark } from './lateness.policy.js';

const grace = { lateMarkDays: 3, lateHeadCountDay: 3 };

it.each([
  ['2021-06-08', '2021-06-11', false],
  ['2021-06-08', '2021-06-12', true],
  ['2021-12-30', '2022-01-02', false],
  ['2021-12-30', '2022-01-03', true],
])('a mark for %s that comes on %s is late: %s', (date, came, late) => expect(isLateMark(date, came, grace)).toBe(late));

it.each([
  ['2021-06-08', '2021-07-03', false],
  ['2021-06-08', '2021-07-04', true],
  ['2021-12-31', '2022-01-03', false],
  ['2021-12-01', '2022-01-04', true],
])('a head count for %s that comes on %s is late: %s', (date, came, late) => expect(isLateHeadCount(date, came, grace)).toBe(late));

it('is as late as the county says', () => {
  const strict = { lateMarkDays: 0, lateHeadCountDay: 1 };
  expect([isLateMark('2021-06-08', '2021-06-08', strict), isLateMark('2021-06-08', '2021-06-09', strict)]).toEqual([false, true]);
  expect([isLateHeadCount('2021-06-08', '2021-07-01', strict), isLateHeadCount('2021-06-08', '2021-07-02', strict)]).toEqual([false, true]);
});
