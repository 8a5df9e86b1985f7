import { expect, test } from '@jest/globals';
import { aboutHowManyRows, firstRows } from './first-rows.js';
import { rawWorkbook } from './raw-zip.fixture.js';

const cell = (value: string | number): string => `<c><v>${value}</v></c>`;
const long = Array.from({ length: 50_000 }, (_, i) => `<row r="${2 * i + 1}">${cell(i)}</row>`).join('');

test('what stands at the top of each sheet, down to a row, and nothing of what is below', async () => {
  const short = `<row r="2">${cell('')}</row><row r="3">${cell(1)}</row><row r="9">${cell(2)}</row>`;
  const tops = await firstRows(rawWorkbook({ sheets: [`${long}<row r="1">${cell(0)}</row>`, short, ''] }), 5);
  expect(tops.map(({ rows }) => rows.map(({ row, cells }) => [row, ...cells]))).toEqual([
    [
      [1, 0],
      [3, 1],
      [5, 2],
    ],
    [[3, 1]],
    [],
  ]);
});

test('about so many rows, wherever the pieces of the file end', async () => {
  expect(await aboutHowManyRows(rawWorkbook({ sheets: [long, `<row r="1">${cell(1)}</row>`] }))).toBe(50_001);
  expect(await aboutHowManyRows(rawWorkbook({ sheets: [long] }), { rows: 1_000 })).toBe(1_000);
});
