import { expect, it } from '@jest/globals';
import { isLateHeadCount, isLateMark } from './lateness.policy.js';

it.each([
  ['2021-06-08', '2021-06-11', false],
  ['2021-06-08', '2021-06-12', true],
  ['2021-12-30', '2022-01-02', false],
  ['2021-12-30', '2022-01-03', true],
])('a mark for %s that comes on %s is late: %s', (date, came, late) => expect(isLateMark(date, came)).toBe(late));

it.each([
  ['2021-06-08', '2021-07-03', false],
  ['2021-06-08', '2021-07-04', true],
  ['2021-12-31', '2022-01-03', false],
  ['2021-12-01', '2022-01-04', true],
])('a head count for %s that comes on %s is late: %s', (date, came, late) => expect(isLateHeadCount(date, came)).toBe(late));
