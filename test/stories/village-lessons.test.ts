import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { classLine, Importing, type Line } from '../factories/importing.js';
import { done, move, settled, startTraining, type Training } from '../factories/training.js';

let training: Training;
let county: Importing;
let town: Importing;

beforeAll(async () => {
  training = await startTraining();
  county = new Importing(training.product, training.organiser);
  town = new Importing(training.product, training.town);
});
afterAll(() => training.stop());

const report = (code: string, more: Line = {}): Line => ({
  课次编号: code,
  村代码: '610326101200',
  日期: '2021-09-08',
  时段: '上午',
  主题: '疏果',
  人数: 30,
  清点方式: '清点',
  清点人: '村文书',
  ...more,
});
const rows = (counts: object) => ({ rows: counts });
const get = async (path: string) => done(await training.product.call(path, { token: training.organiser })).json;
const classOf = async (code: string) => (await get(`/v1/classes?code=${code}`)).items[0];
const sessionsOf = async (code: string) => (await get(`/v1/sessions?class=${(await classOf(code)).id}`)).items;
/** Heads of the two years in which these stories play. */
const declared = async (): Promise<number> => (await settled(training, 'from=2020-01&to=2022-12')).total.personTimes.declared;

/** The village's demonstration class of a year, as its town plans it. */
const planned = (village: string, year: number, more: Line = {}): Line =>
  classLine(`SF-${year}-${village}`, {
    课堂类型: '示范课',
    主办单位代码: village.slice(0, 9),
    村代码: village,
    开始日期: `${year}-01-01`,
    结束日期: `${year}-12-31`,
    ...more,
  });

describe('one number is one lesson', () => {
  test.each<[string, Line]>([
    ['date is corrected over New Year', { 日期: '2022-01-01' }],
    ['village is corrected', { 村代码: '610326101204' }],
  ])('whose %s: the row is faulty, and nothing counts twice', async (what, correction) => {
    const code = `N${what.length}`;
    const before = await declared();
    await town.bring('lessons', { 报送: [report(code, { 日期: '2021-12-31' })] });
    const corrected = await town.bring('lessons', { 报送: [report(code, { 日期: '2021-12-31', ...correction })] });
    expect(corrected).toMatchObject(rows({ create: 0, update: 0, faulty: 1 }));
    expect(await town.faults(corrected.id)).toEqual(['报送 2 课次编号 repeatedElsewhere']);
    expect(await declared()).toBe(before + 30);
  });

  test('once the old one is cancelled, the corrected one takes its place', async () => {
    const before = await declared();
    await town.bring('lessons', { 报送: [report('M1')] });
    const [wrong] = (await sessionsOf('SF-2021-610326101200')).filter((one: { code: string }) => one.code === 'M1');
    await move(training, `/v1/sessions/${wrong.id}`, 'cancelled');
    const corrected = { 报送: [report('M1', { 村代码: '610326101204' })] };
    expect(await town.bring('lessons', corrected)).toMatchObject(rows({ create: 1, faulty: 0 }));
    expect(await town.bring('lessons', corrected)).toMatchObject(rows({ unchanged: 1, faulty: 0 }));
    expect(await declared()).toBe(before + 30);
  });

  test('of a file names two villages for it only the first row counts; numbers of other towns are theirs', async () => {
    const { id } = await town.bring('lessons', { 报送: [report('K1'), report('K1', { 村代码: '610326101204' })] });
    expect(await town.faults(id)).toEqual(['报送 3 课次编号 repeatedElsewhere']);
    await county.bring('lessons', { 报送: [report('J1', { 村代码: '610326105200' })] });
    expect(await town.bring('lessons', { 报送: [report('J1')] })).toMatchObject(rows({ create: 1 }));
  });
});

describe('a planned class of a village', () => {
  const village = '610326105200';
  const lesson = (code: string, day: string): Line => report(code, { 村代码: village, 日期: day });

  test('begins with its first lesson, and is a plan again when that is taken back', async () => {
    await county.bring('classes', { 班次: [planned(village, 2020)] });
    const book = { 报送: [lesson('G1', '2020-05-08'), lesson('G2', '2020-05-08')] };
    const first = await county.bring('lessons', book);
    expect(first).toMatchObject(rows({ create: 2, faulty: 0 }));
    expect(await classOf(`SF-2020-${village}`)).toMatchObject({ state: 'running' });
    expect(await county.bring('lessons', book)).toMatchObject(rows({ unchanged: 2 }));
    const later = await county.bring('lessons', { 报送: [lesson('G3', '2020-05-09')] });
    expect(await county.act(first.id, 'revert')).toMatchObject({ state: 'applied', fault: 'importInUse' });
    expect(await county.act(later.id, 'revert')).toMatchObject({ state: 'reverted' });
    expect(await county.act(first.id, 'revert')).toMatchObject({ state: 'reverted' });
    expect(await classOf(`SF-2020-${village}`)).toMatchObject({ state: 'published' });
  });

  test('says why it takes no lesson: its end, its dates, its kind', async () => {
    await county.bring('lessons', { 报送: [lesson('H1', '2017-05-08')] });
    await move(training, `/v1/classes/${(await classOf(`SF-2017-${village}`)).id}`, 'closed');
    await county.bring('classes', {
      班次: [planned(village, 2018, { 课堂类型: '专题课' }), planned(village, 2019, { 结束日期: '2019-06-30' })],
    });
    const { id } = await county.check('lessons', {
      报送: [lesson('H2', '2017-05-08'), lesson('H3', '2018-05-08'), lesson('H4', '2019-07-01'), lesson('H5', '2019-06-30')],
    });
    expect(await county.faults(id)).toEqual(['报送 2 村代码 classFinished', '报送 3 村代码 kindMismatch', '报送 4 日期 dateOutsideClass']);
  });
});

describe('a unit that has been retired', () => {
  const retire = (unitId: number, on: string | null) =>
    training.product.db.query('UPDATE units SET valid_to = ? WHERE id = ?', [on, unitId]);

  test('holds lessons up to its last day, and hosts no class that begins later', async () => {
    await retire(training.county.doujiabu, '2021-10-31');
    const village = '610326101204';
    const lessons = ['2021-10-31', '2021-11-01'].map((day, i) => report(`V${i}`, { 村代码: village, 日期: day }));
    const { id } = await town.bring('lessons', { 报送: lessons });
    expect(await town.faults(id)).toEqual(['报送 3 村代码 referenceUnknown']);

    const hosted = (startsOn: string) => ({ 主办单位代码: village, 开始日期: startsOn, 结束日期: '2021-12-31' });
    const { id: classes } = await town.bring('classes', {
      班次: [
        classLine('V1', hosted('2021-10-01')),
        classLine('V2', hosted('2021-11-01')),
        classLine('V3', { ...hosted('2021-11-01'), 主办单位代码: '610326101', 村代码: village }),
      ],
    });
    expect(await town.faults(classes)).toEqual(['班次 3 主办单位代码 referenceUnknown', '班次 4 村代码 referenceUnknown']);

    const create = (startsOn: string) => ({
      name: '示例班',
      kind: 'thematic',
      startsOn,
      endsOn: '2021-12-31',
      hosts: [String(training.county.doujiabu)],
    });
    const call = (body: object) => training.product.call('/v1/classes', { token: training.town, body });
    expect((await call(create('2021-10-01'))).status).toBe(201);
    expect((await call(create('2021-11-01'))).json).toMatchObject({ code: 'referenceUnknown', fields: [{ field: 'hosts' }] });
    await retire(training.county.doujiabu, null);
  });
});
