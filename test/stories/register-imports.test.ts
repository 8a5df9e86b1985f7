import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemContext } from '#platform/context';
import { ImportRepository, RevertImport, RevertOnImportRecalled, RunImport } from '#platform/imports';
import { type CellToWrite, workbookBuffer } from '#platform/workbook';
import { plantCounty } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

let product: Product;
const ctx = systemContext('cli');

beforeAll(async () => {
  product = await startProduct();
  await plantCounty(product.db);
});
afterAll(() => product?.stop());

type Rows = CellToWrite[][];
const teacherHead = ['教师编号*', '姓名*', '单位代码*', '聘用形式*', '专长', '标签'];
const teachers = (rows: Rows) => workbookBuffer([{ name: '教师', rows: [teacherHead, ...rows] }]);
const book = (bases: Rows, sites: Rows, routes: Rows) =>
  workbookBuffer([
    { name: '培训基地', rows: [['基地编号*', '基地名称*', '单位代码*'], ...bases] },
    { name: '现场教学点', rows: [['教学点编号*', '教学点名称*', '单位代码*', '基地编号', '承载量', '纬度', '经度'], ...sites] },
    { name: '学习线路', rows: [['线路编号*', '线路名称*', '单位代码*', '站序*', '教学点编号*', '停留分钟*', '车程分钟'], ...routes] },
  ]);

const run = (kind: string, bytes: Buffer) => product.get(RunImport).run(ctx, { kind, name: 'x.xlsx', bytes });
const rowsOf = async (id: number) => {
  const rows = await product.get(ImportRepository).rows(product.db, id, { after: 0 } as never, 1_000);
  return rows.map((row) => [row.verdict, ...row.faults.map((fault) => `${fault.column} ${fault.code}`)].join(' '));
};
const undo = async (id: number) => {
  await product.get(RevertImport).run(ctx, { id });
  await product.db.transaction((db) =>
    product.get(RevertOnImportRecalled).perform(db, String(id), { attempt: 1, leaseAlive: () => Promise.resolve(true) }),
  );
  return (await product.get(ImportRepository).byId(product.db, id))!;
};
const count = async (table: string) => Number((await product.db.query(`SELECT COUNT(*) AS n FROM ${table}`))[0].n);

describe('teachers from a workbook', () => {
  const first: Rows = [
    ['T-1', '甲老师', '610326101', '专职', '果树', '土专家、乡贤'],
    ['T-2', '乙老师', '610326101204', '外聘', null, null],
  ];

  test('come once, are unchanged the second time, change, and go again', async () => {
    const made = await run('instructors', await teachers(first));
    expect(made).toMatchObject({ state: 'applied', counts: { create: 2, faulty: 0 } });
    expect((await run('instructors', await teachers(first))).counts).toMatchObject({ unchanged: 2, update: 0, create: 0 });
    const changed = await run('instructors', await teachers([['t-1', '甲老师', '610326105', '兼职', null, '能人']]));
    expect(changed.counts).toMatchObject({ update: 1 });
    const now = () =>
      product.db.query(
        "SELECT i.engagement, i.specialty, i.version, t.tag FROM instructors i JOIN instructor_tags t ON t.instructor_id = i.id WHERE code = 'T-1' ORDER BY t.tag",
      );
    expect(await now()).toEqual([{ engagement: 'partTime', specialty: null, version: 2, tag: 'capablePerson' }]);
    expect((await undo(made.id)).fault).toContain('importInUse');
    expect((await undo(changed.id)).state).toBe('reverted');
    expect(await now()).toMatchObject([{ engagement: 'fullTime', specialty: '果树', tag: 'localExpert' }, { tag: 'respectedLocal' }]);
    expect((await undo(made.id)).state).toBe('reverted');
    expect(await count('instructors')).toBe(0);
  });

  test('are told apart by what is wrong with them', async () => {
    const rows: Rows = [
      ['T-9', '丙', '610326101', '专职', null, null],
      ['T-9', '丙', '610326101', '专职', null, null],
      ['T-8', '丁', '999999', '专职', null, null],
      ['T-7', '戊', '610326101', '临时', null, null],
    ];
    const { id } = await run('instructors', await teachers(rows));
    expect(await rowsOf(id)).toEqual([
      'create',
      'faulty 教师编号 repeated',
      'faulty 单位代码 referenceUnknown',
      'faulty 聘用形式 unknownValue',
    ]);
  });
});

describe('bases, sites and routes from a workbook', () => {
  const bases: Rows = [['B-1', '基地', '610326101']];
  const sites: Rows = [
    ['S-1', '示范园', '610326101204', 'B-1', 60, 34.1234567, 107.75],
    ['S-2', '书院', '610326101', null, null, null, null],
    ['S-3', '机关', '610326', null, null, null, null],
  ];
  const route = (code: string, order: number, site: string, minutes = 30): CellToWrite[] => [
    code,
    `线路${code}`,
    '610326101',
    order,
    site,
    minutes,
    15,
  ];
  const routes: Rows = [
    route('R-1', 1, 'S-1'),
    route('R-1', 2, 'S-2'),
    route('R-2', 1, 'S-1'),
    route('R-1', 2, 'S-1'),
    route('R-1', 3, 'S-9'),
  ];
  const verdicts = (good: string) => [
    good,
    good,
    good,
    'faulty 单位代码 unitLevelInvalid',
    good,
    good,
    'faulty 站序 tooFew',
    'faulty 站序 repeated',
    'faulty 教学点编号 referenceUnknown',
  ];

  test('refer to each other within the file, are unchanged the second time, and go again', async () => {
    const made = await run('sites', await book(bases, sites, routes));
    expect(await rowsOf(made.id)).toEqual(verdicts('create'));
    expect(await rowsOf((await run('sites', await book(bases, sites, routes))).id)).toEqual(verdicts('unchanged'));
    const longer = await run('sites', await book([], [], [route('R-1', 2, 'S-2', 45), route('R-1', 3, 'S-1')]));
    expect(await rowsOf(longer.id)).toEqual(['update', 'create']);
    const stops = () => product.db.query('SELECT position, minutes FROM route_stops ORDER BY position');
    expect(await stops()).toEqual([
      { position: 1, minutes: 30 },
      { position: 2, minutes: 45 },
      { position: 3, minutes: 30 },
    ]);
    expect((await undo(longer.id)).state).toBe('reverted');
    expect(await stops()).toEqual([
      { position: 1, minutes: 30 },
      { position: 2, minutes: 30 },
    ]);
    expect((await undo(made.id)).state).toBe('reverted');
    for (const table of ['training_bases', 'teaching_sites', 'learning_routes', 'route_stops']) expect(await count(table)).toBe(0);
  });

  test('a place is two numbers in degrees, or none', async () => {
    const at = (code: string, latitude: CellToWrite, longitude: CellToWrite): CellToWrite[] => [
      code,
      `点${code}`,
      '610326101',
      null,
      null,
      latitude,
      longitude,
    ];
    const wrong = [
      at('P-1', '34°15′', 107.75),
      at('P-2', 107.75, 34.25),
      at('P-3', 34.25, 181),
      at('P-4', 34.25, null),
      at('P-5', null, 107.75),
    ];
    const made = await run('sites', await book([], [...wrong, at('P-6', '34.25', 107.75)], []));
    expect(await rowsOf(made.id)).toEqual([
      'faulty 纬度 malformedNumber',
      'faulty 纬度 outOfRange',
      'faulty 经度 outOfRange',
      'faulty 经度 required',
      'faulty 纬度 required',
      'create',
    ]);
    expect((await undo(made.id)).state).toBe('reverted');
  });

  test('a route may go on in the next chunk of rows', async () => {
    const many = Array.from({ length: 503 }, (_, i) =>
      route(`L-${i < 499 ? Math.floor(i / 2) : 'last'}`, (i % 2) + 1 + (i > 500 ? 2 : 0), 'S-2'),
    );
    const filler = many.filter((_, i) => i !== 498);
    const made = await run('sites', await book([], [['S-2', '书院', '610326101', null, null, null, null]], filler));
    expect(made).toMatchObject({ state: 'applied', counts: { create: 503, faulty: 0 } });
    expect(
      (
        await product.db.query(
          "SELECT COUNT(*) AS n FROM route_stops s JOIN learning_routes r ON r.id = s.route_id WHERE r.code = 'L-last'",
        )
      )[0].n,
    ).toBe(4);
    expect((await run('sites', await book([], [], filler))).counts).toMatchObject({ create: 0, update: 0, faulty: 0 });
    expect((await undo(made.id)).state).toBe('reverted');
    expect(await count('learning_routes')).toBe(0);
  });
});
