import { expect, test } from '@jest/globals';
import { MAIN, rawWorkbook } from '../workbook/raw-zip.fixture.js';
import { type SheetFormat } from './importer.js';
import { readImport } from './read-import.js';

const marks: SheetFormat = {
  name: 'marks',
  columns: [
    { key: 'session', title: '课次编号', required: true },
    { key: 'person', title: '人员编号', required: true },
    { key: 'note', title: '备注' },
  ],
};

/** What becomes of rows of cells (`null`: nothing there) with these areas merged: row number, values or faults. */
async function rowsOf(rows: (string | null)[][], merged: string[]): Promise<unknown[]> {
  const cell = (text: string | null): string => (text === null ? '<c/>' : `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  const data = rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('');
  const areas = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const xml = `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData><mergeCells>${areas}</mergeCells></worksheet>`;
  const read: unknown[] = [];
  for await (const chunk of readImport(rawWorkbook({ sheets: [{ xml }] }), [marks])) {
    for (const { rowNo, values, faults } of chunk)
      read.push([rowNo, ...(faults.length > 0 ? faults.map(({ column, code }) => `${column} ${code}`) : Object.values(values))]);
  }
  return read;
}

const titles = ['课次编号', '人员编号', '备注'];

test('each row of cells merged over several is faulty by its column, the others are read', async () => {
  const rows = [titles, ['1', 'P1', null], [null, 'P2', null], ['2', 'P3', '迟'], ['3', 'P4', null]];
  expect(await rowsOf(rows, ['A2:A3'])).toEqual([
    [2, '课次编号 mergedCells'],
    [3, '课次编号 mergedCells'],
    [4, '2', 'P3', '迟'],
    [5, '3', 'P4', null],
  ]);
});

test('an optional value is not lost in silence either', async () => {
  const rows = [titles, ['1', 'P1', '补签'], ['1', 'P2', null], ['1', 'P3', '已核']];
  expect(await rowsOf(rows, ['C2:C3'])).toEqual([
    [2, '备注 mergedCells'],
    [3, '备注 mergedCells'],
    [4, '1', 'P3', '已核'],
  ]);
});

test('what the merging hides is not read', async () => {
  expect(await rowsOf([titles, ['1', 'P1', null], ['9', 'P2', null]], ['A2:A3'])).toEqual([
    [2, '课次编号 mergedCells'],
    [3, '课次编号 mergedCells'],
  ]);
});

test('blank merged cells, merged cells beside each other and those of no column change nothing', async () => {
  const rows = [['名册', null, null], titles, ['1', 'P1', null, '签名'], ['1', 'P2', null, null]];
  expect(await rowsOf(rows, ['A1:C1', 'C3:C4', 'D3:D4'])).toEqual([
    [3, '1', 'P1', null],
    [4, '1', 'P2', null],
  ]);
});

test('a header of two rows is a header', async () => {
  const rows = [
    ['课次编号', '人员编号', '备注', '联系', null],
    [null, null, null, '电话', '住址'],
    ['1', 'P1', null],
  ];
  expect(await rowsOf(rows, ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'])).toEqual([[3, '1', 'P1', null]]);
});

test.each(['utf8', 'utf16le', 'utf16be'] as const)(
  'merged cells are seen in a sheet of %s, whatever prefix its writer likes',
  async (encoding) => {
    const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const row = (...texts: string[]): string => `<row>${texts.map(cell).join('')}</row>`;
    const xml = `<worksheet xmlns="${MAIN}"><sheetData>${row(...titles)}${row('1', 'P1')}${row('', 'P2')}</sheetData>
    <x:mergeCells><x:mergeCell ref="A2:A3"/></x:mergeCells></worksheet>`;
    const wide = Buffer.from(`\ufeff${xml}`, 'utf16le');
    const data = { utf8: Buffer.from(xml), utf16le: wide, utf16be: Buffer.from(wide).swap16() }[encoding];
    const { value: chunk } = await readImport(rawWorkbook({ sheets: [{ xml: data as unknown as string }] }), [marks]).next();
    expect(chunk!.map(({ faults }) => faults.map(({ code }) => code))).toEqual([['mergedCells'], ['mergedCells']]);
  },
);
