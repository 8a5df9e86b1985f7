import { expect, test } from '@jest/globals';
import { dateText, isoDateText, serialOf } from './cell-dates.js';
import { builtInFormat, formatOf } from './cell-formats.js';

test('serial numbers are days as Excel shows them', () => {
  const shown: [number, string | number][] = [
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [44197, '2021-01-01'],
    [2_958_465, '9999-12-31'],
    [2_958_466, 2_958_466],
    [-1, -1],
    [0, 0],
    [NaN, NaN],
  ];
  for (const [serial, text] of shown) expect(dateText(serial, 'date', false)).toBe(text);
  expect(dateText(0, 'date', true)).toBe('1904-01-01');
  expect(dateText(42_735, 'date', true)).toBe('2021-01-01');
});

test('times follow the format: shown or not, of a day or elapsed', () => {
  expect(dateText(44260.395833333336, 'dateTime', false)).toBe('2021-03-05 09:30');
  expect(dateText(44260.395833333336, 'date', false)).toBe('2021-03-05');
  expect(dateText(44260, 'dateTime', false)).toBe('2021-03-05');
  expect(dateText(44260.999999, 'dateTime', false)).toBe('2021-03-06');
  expect(dateText(44260.5, 'time', false)).toBe('2021-03-05 12:00');
  expect(dateText(0.3958333333333333, 'time', false)).toBe('09:30');
  expect(dateText(0, 'time', false)).toBe('00:00');
  expect(dateText(0.5, 'time', true)).toBe('12:00');
  expect(dateText(1.0625, 'elapsed', false)).toBe('25:30');
});

test('days become serial numbers, and back', () => {
  for (const day of ['1900-01-01', '1900-02-28', '1900-03-01', '2021-03-05', '2024-02-29', '9999-12-31']) {
    expect(dateText(serialOf(day)!, 'date', false)).toBe(day);
  }
  for (const none of ['1899-12-31', '2021-02-29', '2021-13-01', '2021-3-5', '', '2021-03-05T00:00']) expect(serialOf(none)).toBeUndefined();
});

test('ISO dates of cells', () => {
  expect(isoDateText('2021-03-05T00:00:00.000Z')).toBe('2021-03-05');
  expect(isoDateText('2021-03-05T09:30')).toBe('2021-03-05 09:30');
  expect(isoDateText('09:30:00')).toBe('09:30:00');
});

test('format codes that are dates, and those that only look so', () => {
  const codes: Record<string, string[]> = {
    date: [
      'yyyy"年"m"月"d"日"',
      'yyyy\\-mm\\-dd',
      'm/d',
      'MMM-YY',
      '[$-804]yyyy"年"m"月"',
      '[DBNum1][$-804]m"月"d"日"',
      'aaaa',
      'e/m/d',
      '[$-411]ge.m.d',
      'yyyy/m/d;@',
      '[Red]d',
    ],
    time: ['h:mm', 'hh:mm:ss', '上午/下午h"时"mm"分"', 'h:mm AM/PM', 'mm:ss.0'],
    dateTime: ['yyyy/m/d h:mm', 'yyyy-mm-dd hh:mm:ss', 'm"月"d"日" h"时"'],
    elapsed: ['[h]:mm:ss', '[mm]:ss', '[HH]:mm'],
    plain: [
      'General',
      'G/通用格式',
      '0.00',
      '#,##0.00"元/d"',
      '0.00E+00',
      '@',
      '0_m',
      '\\d0',
      '[Red]0.00;[Blue]-0.00',
      '* #,##0',
      '"yyyy-mm-dd"',
      '',
      '0%',
      '000000',
      '"unclosed d',
      '[$￥-804]#,##0',
    ],
  };
  for (const [format, list] of Object.entries(codes)) for (const code of list) expect([code, formatOf(code)]).toEqual([code, format]);
});

test('the built-in formats', () => {
  const of = (wanted: string) => Array.from({ length: 82 }, (_, id) => id).filter((id) => builtInFormat(id) === wanted);
  expect(of('date')).toEqual([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
  expect(of('time')).toEqual([18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]);
  expect([of('dateTime'), of('elapsed')]).toEqual([[22], [46]]);
});
