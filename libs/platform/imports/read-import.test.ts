import { describe, expect, test } from '@jest/globals';
import { type CellToWrite, workbookBuffer, WorkbookFault } from '#platform/workbook';
import * as cells from './cells.js';
import { type ParsedRow, type SheetFormat } from './importer.js';
import { HeaderMissing, type SkippedRow } from './placed-rows.js';
import { readImport } from './read-import.js';

const villages: SheetFormat = {
  name: 'villages',
  columns: [
    { key: 'code', title: '单位代码', required: true, parse: cells.code() },
    { key: 'name', title: '单位名称', required: true, parse: cells.text(10) },
    { key: 'since', title: '启用日期', parse: cells.date() },
  ],
};
const sites: SheetFormat = { name: 'sites', sheet: '教学点', columns: [{ key: 'code', title: '教学点编号', required: true }] };
const stops: SheetFormat = {
  name: 'stops',
  sheet: '线路',
  columns: [
    { key: 'route', title: '线路编号', required: true },
    { key: 'site', title: '教学点编号', required: true },
  ],
};

type Sheets = Record<string, CellToWrite[][]>;
const read = async (sheets: Sheets, formats: SheetFormat[] = [villages]): Promise<ParsedRow[]> => {
  const workbook = await workbookBuffer(Object.entries(sheets).map(([name, rows]) => ({ name, rows })));
  const all: ParsedRow[] = [];
  for await (const chunk of readImport(workbook, formats)) all.push(...chunk);
  return all;
};
const valuesOf = async (sheets: Sheets, formats?: SheetFormat[]): Promise<unknown[]> =>
  (await read(sheets, formats)).map((row) => row.values);

const titles = ['单位代码', '单位名称', '启用日期'];

describe('the header', () => {
  test('stands anywhere within ten rows, columns in any order, others not read', async () => {
    const rows = [
      ['眉县单位名册'],
      [],
      ['填表:组织部'],
      ['序号', '启用日期', '电话', '单位名称', '单位代码'],
      [1, null, '0917', '横渠村', 610326101200],
    ];
    expect(await valuesOf({ Sheet1: rows })).toEqual([{ code: '610326101200', name: '横渠村', since: null }]);
  });

  test.each(['单位代码 *', '* 单位代码', '单位 代码＊', '单位\n代码', '单位代码(必填)', '单位代码（12位）*'])(
    'reads %j as 单位代码',
    async (title) => {
      expect(
        await valuesOf({
          Sheet1: [
            [title, '单位名称'],
            ['1', '横渠村'],
          ],
        }),
      ).toEqual([{ code: '1', name: '横渠村' }]);
    },
  );

  test('a title in full goes before one with a hint', async () => {
    const rows = [
      ['单位代码(旧)', '单位代码', '单位名称'],
      ['0', '1', '横渠村'],
    ];
    expect(await valuesOf({ Sheet1: rows })).toEqual([{ code: '1', name: '横渠村' }]);
  });

  test('below the tenth row it is none', async () => {
    const rows = [...Array.from({ length: 10 }, () => ['说明']), titles, ['1', '横渠村', null]];
    await expect(read({ Sheet1: rows })).rejects.toThrow(HeaderMissing);
  });

  test('without a required column it is none', async () => {
    await expect(
      read({
        Sheet1: [
          ['单位代码', '启用日期'],
          ['1', null],
        ],
      }),
    ).rejects.toThrow(HeaderMissing);
  });

  test('printed again on the next page it is no row', async () => {
    expect(
      await valuesOf({ Sheet1: [titles, ['1', '横渠村', null], ['单位代码*', '单位名称 ', '启用日期'], ['2', '文谢村', null]] }),
    ).toHaveLength(2);
  });
});

describe('rows', () => {
  test('blank ones and totals are left out, also those with a number only', async () => {
    const rows = [
      ['序号', ...titles],
      [1, '1', '横渠村', null],
      [2, null, null, null],
      [3, ' ', '　', null],
      ['合 计', null, '1个', null],
      ['横渠镇小计', '1', 'x', null],
      [null, '总计：', 1, null],
    ];
    expect(await valuesOf({ Sheet1: rows })).toHaveLength(1);
  });

  test('keep their place, in the file and on the sheet', async () => {
    const [first, second] = await read({ Sheet1: [titles, [], ['1', '横渠村', null]], Sheet2: [['x'], titles, ['2', '文谢村', null]] });
    expect(first).toMatchObject({ position: 1, sheet: 'Sheet1', rowNo: 3 });
    expect(second).toMatchObject({ position: 2, sheet: 'Sheet2', rowNo: 3 });
  });

  test('name every fault by its column, without the value', async () => {
    const [row] = await read({ Sheet1: [titles, [' ', '名字长得超过了十个字的村', '2021-02-29']] });
    expect(row!.faults).toEqual([
      { column: '单位代码', code: 'required' },
      { column: '单位名称', code: 'tooLong', facts: { max: 10 } },
      { column: '启用日期', code: 'malformedDate' },
    ]);
  });

  test('a date cell and a date text are the same', async () => {
    const rows = [titles, ['1', '横渠村', { date: '2021-06-08' }], ['2', '文谢村', '2021年6月8日']];
    expect((await valuesOf({ Sheet1: rows })).map((values) => (values as { since: string }).since)).toEqual(['2021-06-08', '2021-06-08']);
  });

  test('come in chunks of 500', async () => {
    const rows = [titles, ...Array.from({ length: 1_001 }, (_, i) => [String(i), '村', null])];
    const sizes: number[] = [];
    for await (const chunk of readImport(await workbookBuffer([{ name: 'Sheet1', rows }]), [villages])) sizes.push(chunk.length);
    expect(sizes).toEqual([500, 500, 1]);
  });
});

describe('sheets that somebody mapped', () => {
  const told = { format: 'sites', headerRow: 2, columns: [{ key: 'code', column: 3 }] };
  const header = ['序号', '名称', '点号'];
  const long = [
    ['名单'],
    header,
    ...Array.from({ length: 2_600 }, (_, i) => (i % 900 === 899 ? header : [i, '村', `S${i}`])),
    ['合计', 2_600],
  ];

  test('come in chunks of the wanted size, and rows passed over are told once, before the chunk that follows them', async () => {
    const seen: unknown[] = [];
    const workbook = await workbookBuffer([{ name: '六月', rows: long }]);
    const skip = ({ rowNo, reason }: SkippedRow): void => void seen.push([rowNo, reason]);
    for await (const chunk of readImport(workbook, [sites], { mapping: [{ sheet: '六月', ...told }], skip, atOnce: 1_000 }))
      seen.push([chunk.length, chunk[0]!.values.code, chunk[0]!.position]);
    expect(seen).toEqual([
      [902, 'headerAgain'],
      [1_000, 'S0', 1],
      [1_802, 'headerAgain'],
      [1_000, 'S1001', 1_001],
      [2_603, 'total'],
      [598, 'S2002', 2_001],
    ]);
  });

  test('are read in the order of the formats too, each row passed over still told once', async () => {
    const skipped: string[] = [];
    const rows: unknown[] = [];
    const workbook = await workbookBuffer([
      { name: '乙', rows: [['线'], ['R1', 'S1'], ['小计', 1]] },
      { name: '甲', rows: [['点'], ['S1'], ['合计']] },
    ]);
    const mapping = [
      { sheet: '甲', format: 'sites', headerRow: 1, columns: [{ key: 'code', column: 1 }] },
      { sheet: '乙', format: 'stops', headerRow: 1, columns: ['route', 'site'].map((key, i) => ({ key, column: i + 1 })) },
    ];
    const skip = ({ sheet, reason }: SkippedRow): void => void skipped.push(`${sheet} ${reason}`);
    for await (const chunk of readImport(workbook, [sites, stops], { mapping, skip })) rows.push(...chunk.map(({ sheet }) => sheet));
    expect([rows, skipped]).toEqual([
      ['甲', '乙'],
      ['甲 total', '乙 total'],
    ]);
  });
});

describe('several sheets', () => {
  const siteSheet = [['教学点编号'], ['S1']];
  const stopSheet = [
    ['线路编号', '教学点编号'],
    ['R1', 'S1'],
  ];

  test('come in the order of the formats, whatever their order in the file', async () => {
    const rows = await read({ 线路: stopSheet, 说明: [['看这里']], 教学点: siteSheet }, [sites, stops]);
    expect(rows.map((row) => [row.position, row.format.sheet])).toEqual([
      [1, '教学点'],
      [2, '线路'],
    ]);
  });

  test('are known by their header when renamed: the format with most of its columns there', async () => {
    const rows = await read({ Sheet1: siteSheet, Sheet2: stopSheet }, [sites, stops]);
    expect(rows.map((row) => row.format.sheet)).toEqual(['教学点', '线路']);
  });

  test('one of a known name without its header is not passed over', async () => {
    await expect(read({ 教学点: siteSheet, 线路: [['线路'], ['R1']] }, [sites, stops])).rejects.toMatchObject({ sheet: '线路' });
  });

  test('one of a known name without its header is not passed over, wherever it stands', async () => {
    await expect(read({ 线路: [['线路'], ['R1']], 教学点: siteSheet }, [sites, stops])).rejects.toMatchObject({ sheet: '线路' });
  });
});

test('what is no workbook is said so', async () => {
  await expect(readImport(Buffer.from('姓名,单位'), [villages]).next()).rejects.toThrow(WorkbookFault);
});
