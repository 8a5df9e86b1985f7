import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workbookBuffer } from '#platform/workbook';
import { type County, plantCounty, signedIn } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

let product: Product;
let county: County;
let organiser: string;
let hengqu: string;

beforeAll(async () => {
  product = await startProduct({ worker: true });
  county = await plantCounty(product.db);
  organiser = await signedIn(product, 'organiser', 'organiser', county.county);
  hengqu = await signedIn(product, 'hengqu', 'townOrganiser', county.hengqu);
});
afterAll(() => product?.stop());

type Line = Record<string, string | number>;

async function settled(id: string, token: string) {
  for (let i = 0; i < 200; i++) {
    const { json } = await product.call(`/v1/imports/${id}`, { token });
    if (!['checking', 'applying', 'reverting'].includes(json.state)) return json;
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error(`import ${id} never came to rest`);
}

/** Sends a sheet of these lines and waits for its verdicts. */
async function check(kind: string, lines: Line[], token = organiser) {
  const titles = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const rows = [titles, ...lines.map((line) => titles.map((title) => line[title] ?? null))];
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', new Blob([new Uint8Array(await workbookBuffer([{ name: '名册', rows }]))]), '名册.xlsx');
  const response = await fetch(`${product.origin}/v1/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  if (response.status !== 202) throw new Error(await response.text());
  const { id } = (await response.json()) as { id: string };
  await settled(id, token);
  const { items } = (await product.call(`/v1/imports/${id}/rows?limit=200`, { token })).json;
  const verdicts = items.map((row: { verdict: string; faults: { column: string; code: string }[] }) =>
    [row.verdict, ...(row.faults ?? []).map((fault) => `${fault.column} ${fault.code}`)].join(' '),
  );
  return { id, verdicts };
}

async function act(id: string, what: 'apply' | 'revert', token = organiser) {
  await product.call(`/v1/imports/${id}/${what}`, { method: 'POST', token });
  return settled(id, token);
}

/** Checks and applies. */
async function bring(kind: string, lines: Line[]): Promise<string> {
  const { id, verdicts } = await check(kind, lines);
  expect(verdicts.filter((verdict: string) => verdict.startsWith('faulty'))).toEqual([]);
  await act(id, 'apply');
  return id;
}

const byCode = async (code: string) => (await product.call(`/v1/people?code=${code}`, { token: organiser })).json.items[0];
const doujiabu = '610326101204';
const hengquVillage = '610326101200';
const jinquVillage = '610326105200';
const line = (code: string, name: string, more: Line = {}): Line => ({ 人员编号: code, 姓名: name, 单位代码: doujiabu, ...more });

describe('a workbook of units', () => {
  const rows: Line[] = [
    { 单位代码: '610326108000', 单位名称: '新设镇', 层级: '镇街' },
    { 单位代码: '610326108200', 单位名称: '新设村委会', 层级: '村', 启用日期: '2021年3月1日' },
    { 单位代码: 'JG-01', 单位名称: '眉县猕猴桃学院', 层级: '机关', 上级代码: '610326' },
    { 单位代码: '610327', 单位名称: '陇县', 层级: '县' },
  ];

  test('adds units under those of the same file, and nothing outside the scope', async () => {
    const { id, verdicts } = await check('units', rows);
    expect(verdicts).toEqual(['create', 'create', 'create', 'faulty 上级代码 referenceUnknown']);
    expect((await act(id, 'apply')).state).toBe('applied');
    const [village] = await product.db.query(
      "SELECT u.*, t.id AS town FROM units u JOIN units t ON t.code = '610326108' WHERE u.code = '610326108200'",
    );
    expect(village).toMatchObject({
      village_kind: 'villageCommittee',
      key_town: village.town,
      key_county: county.county,
      valid_from: '2021-03-01',
    });
    expect((await check('units', rows)).verdicts).toEqual(['unchanged', 'unchanged', 'unchanged', 'faulty 上级代码 referenceUnknown']);

    const renamed = await bring('units', [{ 单位代码: '610326108200', 单位名称: '改名村委会', 层级: '村' }]);
    expect((await act(id, 'revert')).fault).toBe('importInUse');
    expect((await act(renamed, 'revert')).state).toBe('reverted');
    expect((await act(id, 'revert')).state).toBe('reverted');
    expect(await product.db.query("SELECT code FROM units WHERE code LIKE '610326108%' OR code = 'JG-01'")).toEqual([]);
  });

  test('is not for town organisers', async () => {
    await expect(check('units', rows, hengqu)).rejects.toThrow('forbidden');
  });
});

describe('a workbook of people', () => {
  const register = [
    line('A-1', '测试甲', { 性别: '女', 出生日期: '1985/6/9', 民族: '汉族', 文化程度: '大专', 入党日期: '2010-07-01' }),
    line('A-2', '测试乙', {
      民族: '回',
      职务: '村党组织书记',
      任职日期: '2018-01-01',
      卸任日期: '2021-01-10',
      第二职务: '致富带头人',
      第二职务任职日期: '2019-05-01',
    }),
    line('A-3', '测试丙', { 身份证号: '11010519491231002x', 手机号: '138 0000 1234', 调入日期: '2020-05-08' }),
  ];

  test('registers people with their positions, and the second time changes nothing', async () => {
    await bring('people', register);
    expect(await byCode('A-1')).toMatchObject({
      gender: 'female',
      born: '1985-06-09',
      minority: false,
      education: 'college',
      audience: 'partyMember',
    });
    expect(await byCode('A-2')).toMatchObject({
      minority: true,
      audience: 'backbone',
      positions: [
        { kind: 'villageSecretary', from: '2018-01-01', to: '2021-01-10' },
        { kind: 'prosperityLeader', from: '2019-05-01', to: null },
      ],
    });
    expect(await byCode('A-3')).toMatchObject({
      gender: 'female',
      born: '1949-12-31',
      idNumberLast4: '002X',
      phoneLast4: '1234',
      units: [{ from: '2020-05-08' }],
    });
    const versions = await product.db.query('SELECT id, version FROM people');
    const { id, verdicts } = await check('people', register);
    expect(verdicts).toEqual(['unchanged', 'unchanged', 'unchanged']);
    await act(id, 'apply');
    expect(await product.db.query('SELECT id, version FROM people')).toEqual(versions);
  });

  test('carries a move as a line with its day; the register of before stays true', async () => {
    await bring('people', [line('A-2', '测试乙', { 单位代码: hengquVillage, 调入日期: '2021-05-01' })]);
    expect(await byCode('A-2')).toMatchObject({
      unit: '横渠村',
      units: [{ unitId: String(county.doujiabu) }, { unitId: String(county.hengquVillage) }],
    });
    expect((await check('people', register)).verdicts).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect((await check('people', [line('A-1', '测试甲', { 单位代码: hengquVillage })])).verdicts).toEqual(['faulty 调入日期 required']);
  });

  test('says what is wrong with a line', async () => {
    const { verdicts } = await check('people', [
      line('A-1', '别人'),
      line('B-1', '新人', { 单位代码: '610326999' }),
      line('B-2', '新人', { 身份证号: '110105194912310021' }),
      line('B-3', '新人', { 身份证号: '11010519491231002X' }),
      line('A-2', '测试乙', { 职务: '村党组织书记', 任职日期: '2020-01-01' }),
      line('B-4', '新人', { 职务: '后备干部' }),
      line('B-5', '新人', { 职务: '后备干部', 任职日期: '2021-02-01', 卸任日期: '2021-01-01' }),
      line('B-6', '新人'),
      line('B-6', '新人'),
      line('B-7', '新人', { 调入日期: '2199-01-01' }),
      line('A-3', '测试丙', { 身份证号: '440524188001010014' }),
    ]);
    expect(verdicts).toEqual([
      'faulty 姓名 nameMismatch',
      'faulty 单位代码 referenceUnknown',
      'faulty 身份证号 identityInvalid',
      'faulty 身份证号 identityTaken',
      'faulty 职务 positionOverlaps',
      'faulty 任职日期 required',
      'faulty 卸任日期 datesReversed',
      'create',
      'faulty 人员编号 repeated',
      'faulty 调入日期 inTheFuture',
      'faulty 身份证号 identityDiffers',
    ]);
  });

  test('stays within the town of its sender, who learns nothing of the others', async () => {
    await bring('people', [line('J-1', '金渠人', { 单位代码: jinquVillage })]);
    const { verdicts } = await check(
      'people',
      [line('C-1', '横渠人'), line('C-2', '越界', { 单位代码: jinquVillage }), line('J-1', '金渠人'), line('J-1', '猜名字')],
      hengqu,
    );
    expect(verdicts).toEqual([
      'create',
      'faulty 单位代码 referenceUnknown',
      'faulty 人员编号 alreadyExists',
      'faulty 人员编号 alreadyExists',
    ]);
  });

  test('is undone exactly', async () => {
    const state = () =>
      Promise.all(['people', 'person_units', 'positions'].map((table) => product.db.query(`SELECT * FROM ${table} ORDER BY 1, 2, 3`))).then(
        (tables) => JSON.stringify(tables.map((rows) => rows.map((row: { version?: number }) => ({ ...row, version: table(row) })))),
      );
    const table = (row: { kind?: string; version?: number }): number | undefined => (row.kind ? undefined : row.version);
    const before = await state();
    const id = await bring('people', [
      line('D-1', '新人', { 手机号: '13900000000' }),
      line('A-1', '测试甲', { 文化程度: '本科', 手机号: '13900000001', 职务: '后备干部', 任职日期: '2021-01-01' }),
      line('A-2', '测试乙', {
        单位代码: doujiabu,
        调入日期: '2021-09-01',
        职务: '致富带头人',
        任职日期: '2019-05-01',
        卸任日期: '2021-12-31',
      }),
      line('A-3', '测试丙', { 手机号: '13900000002', 调入日期: '2020-05-08' }),
    ]);
    expect(await state()).not.toBe(before);
    expect(await byCode('A-1')).toMatchObject({ education: 'bachelor', positions: [{ kind: 'reserveCadre' }], version: 2 });
    expect(await byCode('A-2')).toMatchObject({ unit: '豆家堡村' });
    const [{ effects }] = await product.db.query('SELECT effects FROM import_pages WHERE import_id = ?', [id]);
    expect(JSON.parse(effects)).toHaveLength(4);
    expect(JSON.stringify(await product.db.query('SELECT * FROM import_pages'))).not.toMatch(/13900000|13800001234/);
    expect((await act(id, 'revert')).state).toBe('reverted');
    expect(await state()).toBe(before);
  });

  test('is not undone under people who are somebody by now', async () => {
    const id = await bring('people', [line('E-1', '先来'), line('E-2', '后到')]);
    const [first, second] = [await byCode('E-1'), await byCode('E-2')];
    await product.call(`/v1/people/${first.id}/merge`, { token: organiser, body: { intoId: second.id } });
    const refused = await act(id, 'revert');
    expect([refused.state, refused.fault]).toEqual(['applied', 'importInUse']);
    expect((await byCode('E-2')).id).toBe(second.id);
    expect((await check('people', [line('E-1', '先来')])).verdicts).toEqual(['unchanged']);
    expect((await check('people', [line('E-1', '先来', { 性别: '男' })])).verdicts).toEqual(['faulty 人员编号 personMerged']);
  });
});
