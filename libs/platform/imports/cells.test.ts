import { describe, expect, test } from '@jest/globals';
import { cellText, readableText } from './cell-text.js';
import * as cells from './cells.js';

const faultOf = (read: () => unknown): string => {
  try {
    return `no fault: ${JSON.stringify(read())}`;
  } catch (error) {
    return error instanceof cells.CellFault ? error.code : String(error);
  }
};

describe('dates', () => {
  test.each([
    '2021-06-08',
    '2021年6月8日',
    '2021年06月08',
    '2021/6/8',
    '2021.6.8',
    '2021.06.08',
    '2021-06-08 00:00',
    ' 2021 年 6 月 8 日 ',
  ])('%s is 2021-06-08', (cell) => {
    expect(cells.date()(cell)).toBe('2021-06-08');
  });

  test.each(['2021-02-29', '2021/13/1', '2021-6', '8/6/2021', '20210608', '2021-06-08 09:30', '2021.6.31', '六月八日', '44355'])(
    '%s is no date',
    (cell) => {
      expect(faultOf(() => cells.date()(cell))).toBe('malformedDate');
    },
  );

  test('a leap day is a date', () => {
    expect(cells.date()('2024年2月29日')).toBe('2024-02-29');
  });
});

describe('times', () => {
  test.each([
    ['9:00', '09:00'],
    ['09:30', '09:30'],
    ['14：05', '14:05'],
    ['9:00:00', '09:00'],
    ['9点', '09:00'],
    ['9时30分', '09:30'],
    ['14点半', '14:30'],
    ['23:59', '23:59'],
  ])('%s is %s', (cell, value) => {
    expect(cells.time()(cell)).toBe(value);
  });

  test.each(['24:00', '9:60', '9', '上午', '9:00:30', '2021-06-08 09:00'])('%s is no time', (cell) => {
    expect(faultOf(() => cells.time()(cell))).toBe('malformedTime');
  });
});

describe('whole numbers', () => {
  const read = cells.wholeNumber(0, 5_000);
  test.each([
    ['86', 86],
    ['1,200', 1200],
    ['８６', 86],
    ['86.0', 86],
    ['-0', 0],
  ])('%s is %d', (cell, value) => {
    expect(read(cell)).toBe(value);
  });

  test.each(['八十', '86人', '8.5', '1e3', '0x10', '1,20', ''])('%s is no whole number', (cell) => {
    expect(faultOf(() => read(cell))).toBe('malformedNumber');
  });

  test.each(['-1', '5001'])('%s is out of range', (cell) => {
    expect(faultOf(() => read(cell))).toBe('outOfRange');
  });
});

describe('words', () => {
  const status = cells.oneOf({ 到: 'present', 迟到: 'late' });
  test('a word of the column becomes the word of the product', () => {
    expect(status(' 迟 到 ')).toBe('late');
  });

  test.each(['旷课', 'constructor', 'toString'])('%s is unknown', (cell) => {
    expect(faultOf(() => status(cell))).toBe('unknownValue');
  });

  test('yes and no', () => {
    expect(['是', '否', 'TRUE', 'false', '√'].map(cells.yesNo())).toEqual([true, false, true, false, true]);
    expect(faultOf(() => cells.yesNo()('也许'))).toBe('unknownValue');
  });

  test('a list takes every separator, drops blanks and repeats', () => {
    expect(cells.list(cells.code())('A1、A2,A3，A4;A5；A1、、')).toEqual(['A1', 'A2', 'A3', 'A4', 'A5']);
  });

  test('a fault in a list is the fault of its item', () => {
    expect(faultOf(() => cells.list(status)('到、旷课'))).toBe('unknownValue');
  });
});

describe('texts', () => {
  test('codes are half-width and without blanks, names keep their width', () => {
    expect(cells.code()('６１０ ３２６')).toBe('610326');
    expect(cells.text()('　Ａ班（第一期） ')).toBe('Ａ班（第一期）');
  });

  test('a text is measured in characters, not in halves of them', () => {
    expect(cells.text(2)('𠮷𠮷')).toBe('𠮷𠮷');
    expect(faultOf(() => cells.text(2)('𠮷𠮷𠮷'))).toBe('tooLong');
  });
});

describe('cells', () => {
  test.each([
    [null, ''],
    [610326101200, '610326101200'],
    [0.1 + 0.2, '0.3'],
    [34.2587, '34.2587'],
    [true, 'TRUE'],
    ['\u3000张三\u200b ', '张三'],
  ])('%p reads as %p', (cell, value) => {
    expect(cellText(cell)).toBe(value);
  });

  test('an ID number typed as a number has lost its last digits', () => {
    expect(faultOf(() => readableText(610326198001011230))).toBe('precisionLost');
  });

  test.each(['#N/A', '#REF!'])('%s is the fault of a formula', (cell) => {
    expect(faultOf(() => readableText(cell))).toBe('formulaError');
  });

  test.each(['a\0b', 'half \ud83d', '\u001b[0m'])('%j cannot be kept', (cell) => {
    expect(faultOf(() => readableText(cell))).toBe('malformedText');
  });
});
