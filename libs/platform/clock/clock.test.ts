import { afterEach, expect, test } from '@jest/globals';
import { addDays, fullYears, isDate, monthOf, monthText, setClock, shanghaiDate, today } from './index.js';

afterEach(() => setClock());

test('the day begins at midnight in Shanghai, wherever the process runs', () => {
  for (const [instant, date] of [
    ['2021-06-30T15:59:59.999Z', '2021-06-30'],
    ['2021-06-30T16:00:00.000Z', '2021-07-01'],
    ['2021-12-31T16:00:00.000Z', '2022-01-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
    ['1969-12-31T16:00:00.000Z', '1970-01-01'],
    ['2038-01-19T03:14:08.000Z', '2038-01-19'],
  ] as const) {
    setClock(new Date(instant));
    expect([shanghaiDate(new Date(instant)), today()]).toEqual([date, date]);
  }
});

test('days are added across months, leap days and the hours that zones with summer time skip or repeat', () => {
  expect(addDays('2021-06-30', 1)).toBe('2021-07-01');
  expect(addDays('2021-12-31', 1)).toBe('2022-01-01');
  expect([addDays('2024-02-28', 1), addDays('2023-02-28', 1)]).toEqual(['2024-02-29', '2023-03-01']);
  // Los Angeles puts its clocks forward on 14 March and back on 7 November 2021.
  for (const date of ['2021-03-13', '2021-03-14', '2021-11-06', '2021-11-07']) expect(addDays(addDays(date, 1), -1)).toBe(date);
  expect(addDays('2021-01-01', 365)).toBe('2022-01-01');
});

test('only dates that exist are dates', () => {
  expect(['2024-02-29', '2021-12-31'].map(isDate)).toEqual([true, true]);
  expect(['2021-02-29', '2021-04-31', '2021-00-10', '2021-13-01', '2021-1-1', '2021-06-30T00:00', ''].filter(isDate)).toEqual([]);
});

test('months are numbers that sort, and texts', () => {
  expect([monthOf('2021-12-31'), monthOf('2022-01-01')]).toEqual([202112, 202201]);
  expect([monthText(202112), monthText(202201)]).toEqual(['2021-12', '2022-01']);
});

test('years are full on the birthday; without a 29 February, on 1 March', () => {
  expect(['2021-06-08', '2021-06-09'].map((on) => fullYears('1985-06-09', on))).toEqual([35, 36]);
  expect(['2019-02-28', '2019-03-01'].map((on) => fullYears('1984-02-29', on))).toEqual([34, 35]);
  expect(['2020-02-28', '2020-02-29', '2020-03-01'].map((on) => fullYears('1984-02-29', on))).toEqual([35, 36, 36]);
  expect(['2020-02-28', '2020-02-29'].map((on) => fullYears('1984-02-28', on))).toEqual([36, 36]);
});
