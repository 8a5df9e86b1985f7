import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { explainRowFault } from '#contract';
import { type CellToWrite, type Row, readRows, workbookBuffer } from '#platform/workbook';
import { atRest, formOf, sendForm, type Verdict } from '../factories/importing.js';
import { ApiDocument } from './support/api-document.js';
import { type County, plantCounty, signedIn } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

/** Lists as they are: titles above, words of their own, sums between, and seven rows that cannot stand. */
let product: Product;
let county: County;
let organiser: string;
let town: string;

beforeAll(async () => {
  product = await startProduct({ worker: true });
  county = await plantCounty(product.db);
  organiser = await signedIn(product, 'organiser', 'organiser', county.county);
  town = await signedIn(product, 'town', 'townOrganiser', county.hengqu);
});
afterAll(() => product?.stop());

const header = ['序号', '人员编码', '参训人员', '所属村代码', '性别', '出生', '身份证', '联系电话', '备注'];
const village = '610326101204';
const line = (no: number, more: Record<number, CellToWrite> = {}): CellToWrite[] => {
  const row: CellToWrite[] = [no, `HQ-${no}`, `示例学员${no}`, village, '女', '1980-02-03', null, null, null];
  for (const [place, value] of Object.entries(more)) row[Number(place)] = value;
  return row;
};
const sound = (no: number) => line(no);
const faulty: Record<number, CellToWrite>[] = [
  { 1: null },
  { 2: null },
  { 3: '610326199999' },
  { 4: '不详' },
  { 5: '1980-02-30' },
  { 6: '610326198002030010' },
  { 7: '12345' },
];
const rows = (): CellToWrite[][] => [
  ['横渠镇参训人员名单(示例数据)'],
  [],
  ['填报单位:横渠镇', null, null, null, null, null, null, '2021年6月'],
  header,
  sound(1),
  line(2, faulty[0]),
  line(3, faulty[1]),
  sound(4),
  ['小计', null, null, null, null, null, null, 4],
  header,
  line(5, faulty[2]),
  line(6, faulty[3]),
  line(7, faulty[4]),
  line(8, faulty[5]),
  line(9, faulty[6]),
  sound(10),
  [null, null, null, null, null, null, null, null, '以下空白'],
  ['横渠镇合计:', null, null, null, null, null, null, 10],
];
const book = (lines = rows()) => workbookBuffer([{ name: '六月', rows: lines }]);

const call = (path: string, token = organiser, body?: object) => product.call(`/v1/imports${path}`, { token, body });
async function send(bytes: Buffer, token = organiser) {
  const { json } = await sendForm(product, token, formOf('people', bytes, '横渠名单.xlsx'));
  return atRest(product, token, json.id);
}
const mapping = {
  sheet: '六月',
  format: 'people',
  headerRow: 4,
  columns: [
    { key: 'code', column: 2 },
    { key: 'name', column: 3 },
    { key: 'unitCode', column: 4 },
    { key: 'gender', column: 5 },
    { key: 'born', column: 6 },
    { key: 'idNumber', column: 7 },
    { key: 'phone', column: 8 },
  ],
};
async function mapped(id: string, sheets: object[] = [mapping], token = organiser) {
  const answer = await call(`/${id}/mapping`, token, { sheets });
  if (answer.status !== 202) throw new Error(answer.text);
  return atRest(product, token, id);
}
async function download(path: string, token = organiser): Promise<Row[]> {
  const answer = await fetch(`${product.origin}/v1/imports${path}`, { headers: { authorization: `Bearer ${token}` } });
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, expect.stringContaining("filename*=UTF-8''")]);
  const read: Row[] = [];
  for await (const row of readRows(Buffer.from(await answer.arrayBuffer()))) read.push(row);
  return read;
}

describe('a list with titles of its own', () => {
  test('fails for its header, is shown with a guess, and is read once somebody says what its columns are', async () => {
    const failed = await send(await book());
    expect(failed).toMatchObject({ state: 'failed', fault: 'headerMissing', mapped: false, sentBy: 'organiser' });
    const [top] = (await call(`/${failed.id}/sheets`)).json;
    expect([top.name, top.origin, top.mapping.headerRow]).toEqual(['六月', 'guessed', 4]);
    expect(top.mapping.columns).toEqual(expect.arrayContaining(mapping.columns));
    expect(top.rows[0]).toEqual({ row: 1, cells: ['横渠镇参训人员名单(示例数据)'] });

    const checked = await mapped(failed.id);
    expect(checked).toMatchObject({ state: 'checked', mapped: true, rows: { total: 10, create: 3, faulty: 7, skipped: 4 } });
    expect(checked.rows.expected).toBeGreaterThanOrEqual(14);
    expect((await call(`/${failed.id}/skipped`)).json.items).toEqual([
      { sheet: '六月', row: 9, reason: 'total' },
      { sheet: '六月', row: 10, reason: 'headerAgain' },
      { sheet: '六月', row: 17, reason: 'blank' },
      { sheet: '六月', row: 18, reason: 'total' },
    ]);
    const { items } = (await call(`/${failed.id}/rows?verdict=faulty`)).json;
    expect(items.map(({ row, faults }: Verdict) => [row, faults[0]!.column, faults[0]!.code])).toEqual([
      [6, '人员编号', 'required'],
      [7, '姓名', 'required'],
      [11, '单位代码', 'referenceUnknown'],
      [12, '性别', 'unknownValue'],
      [13, '出生日期', 'malformedDate'],
      [14, '身份证号', 'identityInvalid'],
      [15, '手机号', 'malformedPhone'],
    ]);

    const back = await download(`/${failed.id}/faults.xlsx`);
    expect(back.slice(0, 3).map(({ row, cells }) => [row, cells.filter((cell) => cell !== null)])).toEqual([
      [1, ['横渠镇参训人员名单(示例数据)']],
      [3, ['填报单位:横渠镇', '2021年6月']],
      [4, [...header, '原行号', '原因']],
    ]);
    const marked = back.slice(3);
    expect(marked.map(({ cells }) => cells[9])).toEqual([6, 7, 11, 12, 13, 14, 15]);
    expect(marked.map(({ cells }) => cells[10])).toEqual([
      '人员编号没有填。',
      '姓名没有填。',
      '单位代码查无此项,或不在你的单位范围内。',
      '性别只能填:男、女。',
      '出生日期不是日期,请写成 2021-06-08。',
      '身份证号的位数或末位校验码不符。',
      '手机号不是手机号。',
    ]);
    expect(marked[3]!.cells.slice(0, 6)).toEqual([6, 'HQ-6', '示例学员6', village, '不详', '1980-02-03']);

    // What came back is put right in its place and sent again: the header is known by now.
    const again = await send(
      await book([[], [], [], [...header, '原行号', '原因'], ...marked.map(({ cells }, i) => [...line(20 + i), cells[9]!, cells[10]!])]),
    );
    expect(again).toMatchObject({ state: 'failed', fault: 'headerMissing' });
    expect((await call(`/${again.id}/sheets`)).json[0]).toMatchObject({ origin: 'remembered', mapping });
    expect(await mapped(again.id)).toMatchObject({ rows: { create: 7, faulty: 0, skipped: 0 } });
  });

  test('is recognised by its titles the next time, wherever they stand', async () => {
    const next = await send(await book([['七月名单'], header, line(31), line(32)]));
    const [top] = (await call(`/${next.id}/sheets`)).json;
    expect([top.origin, top.mapping]).toEqual(['remembered', { ...mapping, headerRow: 2 }]);
    expect(await mapped(next.id, [top.mapping])).toMatchObject({ state: 'checked', rows: { create: 2, faulty: 0 } });
    const { status } = await product.call(`/v1/imports/${next.id}/apply`, { method: 'POST', token: organiser });
    expect([status, (await atRest(product, organiser, next.id)).state]).toEqual([202, 'applied']);
    expect((await product.db.query("SELECT name FROM people WHERE code = 'HQ-31'"))[0].name).toBe('示例学员31');
    expect((await call(`/${next.id}/mapping`, organiser, { sheets: [mapping] })).json).toMatchObject({ code: 'transitionNotAllowed' });
    const others = await send(await book([header, line(33)]), town);
    expect((await call(`/${others.id}/sheets`, town)).json[0].origin).toBe('guessed');
  });

  test('of several sheets gives back the faulty rows of each, in the order in which they stand in the file', async () => {
    const bytes = await workbookBuffer([
      {
        name: '课表',
        rows: [
          ['班次编号', '课次编号', '日期', '时段', '主题'],
          ['GB-1', 'K1', '2021-06-08', '半夜', '党建引领'],
          ['GB-2', 'K2', '2021-06-08', '上午', '党建引领'],
        ],
      },
      { name: '说明', rows: [['没有有误的行']] },
      {
        name: '班次',
        rows: [
          ['二〇二一年班次'],
          ['班次编号', '班次名称', '课堂类型', '主办单位代码', '开始日期', '结束日期'],
          ['GB-1', '示例班', '专题课', '610326', '2021-06-01', '2021-06-30'],
          ['GB-2', '示例班', '课', '610326', '2021-06-01', '2021-06-30'],
        ],
      },
    ]);
    const { json } = await sendForm(product, organiser, formOf('classes', bytes));
    expect(await atRest(product, organiser, json.id)).toMatchObject({ state: 'checked', rows: { total: 4, faulty: 3 } });
    expect(
      (await download(`/${json.id}/faults.xlsx`)).map(({ sheet, cells }) => [sheet, ...cells.slice(0, 2), ...cells.slice(-2)]),
    ).toEqual([
      ['课表', '班次编号', '课次编号', '原行号', '原因'],
      ['课表', 'GB-1', 'K1', 2, expect.stringContaining('时段')],
      ['课表', 'GB-2', 'K2', 3, expect.stringContaining('班次编号')],
      ['班次', '二〇二一年班次', '二〇二一年班次'],
      ['班次', '班次编号', '班次名称', '原行号', '原因'],
      ['班次', 'GB-2', '示例班', 4, expect.stringContaining('课堂类型')],
    ]);
  });

  test('a sheet that is said not to be read is left alone; one of a format must still have its header', async () => {
    const bytes = await workbookBuffer([
      { name: '六月', rows: rows().slice(3, 5) },
      {
        name: '说明',
        rows: [
          ['人员编号', '姓名', '单位代码'],
          ['X-1', '不是学员', village],
        ],
      },
    ]);
    const sent = await send(bytes);
    expect(sent).toMatchObject({ state: 'checked', rows: { total: 1 } });
    const both = [
      { ...mapping, headerRow: 1 },
      { sheet: '说明', format: null, headerRow: 1, columns: [] },
    ];
    expect(await mapped(sent.id, both)).toMatchObject({ rows: { total: 1 } });
    expect((await call(`/${sent.id}/rows`)).json.items[0]).toMatchObject({ sheet: '六月', row: 2, verdict: 'create' });
    expect(await mapped(sent.id, [{ ...both[0], format: null }, both[1]!].slice(1).concat([{ ...mapping, headerRow: 40 }]))).toMatchObject({
      state: 'failed',
      fault: 'headerMissing',
    });
  });

  test.each<[string, object, string, string]>([
    ['without a required field', { columns: mapping.columns.slice(1) }, 'sheets[0].columns', 'required'],
    ['with a field twice', { columns: [...mapping.columns, { key: 'code', column: 9 }] }, 'sheets[0].columns[7].key', 'repeated'],
    ['with a column twice', { columns: [...mapping.columns, { key: 'education', column: 2 }] }, 'sheets[0].columns[7].column', 'repeated'],
    [
      'with a field that is none',
      { columns: [...mapping.columns, { key: '__proto__', column: 9 }] },
      'sheets[0].columns[7].key',
      'unknown',
    ],
    ['of a format that is none', { format: 'pots' }, 'sheets[0].format', 'unknown'],
    ['with a header far below', { headerRow: 51 }, 'sheets[0].headerRow', 'tooLarge'],
    ['that reads nothing', { format: null, columns: [] }, 'sheets', 'tooFew'],
  ])('a mapping %s is refused', async (_, change, field, fault) => {
    const { id } = await send(await book());
    const { json } = await call(`/${id}/mapping`, organiser, { sheets: [{ ...mapping, ...change }] });
    expect([json.code, json.fields]).toEqual(['invalidFields', expect.arrayContaining([expect.objectContaining({ field, fault })])]);
    expect((await call(`/${id}`)).json.state).toBe('failed');
  });
});

describe('what stands in a file', () => {
  test('is shown to its sender and to those who may see ID numbers, not to others of the unit', async () => {
    const other = await signedIn(product, 'town-2', 'townOrganiser', county.hengqu);
    const { id } = await send(await book(), town);
    await mapped(id, [mapping], town);
    expect((await call(`/${id}`, other)).status).toBe(200);
    for (const path of [`/${id}/sheets`, `/${id}/faults.xlsx`]) {
      expect([path, (await call(path, other)).json?.code]).toEqual([path, 'forbidden']);
      expect([path, (await call(path, town)).status, (await call(path, organiser)).status]).toEqual([path, 200, 200]);
    }
    expect((await call(`/${id}/mapping`, other, { sheets: [mapping] })).json.code).toBe('forbidden');
    expect((await call(`/${id}/sheets`, await signedIn(product, 'jinqu', 'townOrganiser', county.jinqu))).json.code).toBe('notFound');
  });
});

describe('a template', () => {
  test('says of every kind what its files are checked by, and is such a file', async () => {
    const admin = await signedIn(product, 'admin', 'admin', county.county);
    const api = new ApiDocument((await product.call('/v1/openapi.json')).json);
    const answer = await call('/kinds', admin);
    expect(api.faults('GET', '/v1/imports/kinds', answer)).toEqual([]);
    expect(answer.json).toHaveLength(8);
    for (const { kind, sheets } of answer.json) {
      const lines = await download(`/templates/${kind}`, admin);
      for (const { sheet, columns } of sheets) {
        const name = sheet ?? '名单';
        const [head] = lines.filter((row) => row.sheet === name);
        expect(head!.cells).toEqual(
          columns.map(({ title, required }: { title: string; required: boolean }) => (required ? `${title}*` : title)),
        );
        const told = lines.filter((row) => row.sheet === '填写说明' && row.cells[0] === name);
        expect(told.map(({ cells }) => cells[1])).toEqual(columns.map(({ title }: { title: string }) => title));
      }
    }
    const people = answer.json.find(({ kind }: { kind: string }) => kind === 'people').sheets[0].columns;
    expect(people.find(({ key }: { key: string }) => key === 'gender').rule).toEqual({ form: 'choice', allowed: ['男', '女'] });
    expect(people.find(({ key }: { key: string }) => key === 'born').rule).toEqual({ form: 'date' });
    expect(people.find(({ key }: { key: string }) => key === 'name').rule).toEqual({ form: 'text', longest: 60 });
    const unread = await workbookBuffer([{ name: '名单', rows: [people.map(({ title }: { title: string }) => title)] }]);
    expect(await send(unread, admin)).toMatchObject({ state: 'checked', rows: { total: 0 } });
  });

  test('is given for the kinds one may import', async () => {
    const kinds = (await call('/kinds', town)).json.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['people', 'lessons']));
    expect(kinds).not.toContain('units');
    expect((await call('/templates/units', town)).json.code).toBe('forbidden');
    expect((await call('/templates/videos')).json.code).toBe('importKindUnknown');
  });
});

test('every word that a row can be refused with has its sentence', async () => {
  const codes = new Set<string>();
  for (const entry of await readdir('libs', { recursive: true })) {
    if (!/^(?!contract).*\.ts$/.test(entry) || /\.(test|fixture)\.ts$/.test(entry)) continue;
    const text = await readFile(join('libs', entry), 'utf8');
    for (const [, code] of text.matchAll(/(?:CellFault\(|column: '?[^,'\n]+'?, code: )'(\w+)'/g)) codes.add(code!);
  }
  expect(codes.size).toBeGreaterThan(30);
  expect([...codes].filter((code) => explainRowFault({ code, column: '列' }).zh.includes('不符合要求('))).toEqual([]);
});
