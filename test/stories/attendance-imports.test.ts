import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { insertRows } from '#platform/database';
import { classLine, Importing, lessonLine, type Line } from '../factories/importing.js';
import { done, move, people, settled, startTraining, type Training } from '../factories/training.js';

let training: Training;
let importing: Importing;
let town: Importing;

beforeAll(async () => {
  training = await startTraining();
  importing = new Importing(training.product, training.organiser);
  town = new Importing(training.product, training.town);
});
afterAll(() => training.stop());

const get = async (path: string) => done(await training.product.call(path, { token: training.organiser })).json;
const classOf = async (code: string) => (await get(`/v1/classes?code=${code}`)).items[0];
const rows = (counts: object) => ({ rows: counts });

/** People with codes `prefix1` … of a village. */
async function coded(prefix: string, many: number, unitId?: number): Promise<string[]> {
  const ids = await people(training, many, { unitId });
  await training.product.db.query(`UPDATE people SET code = CONCAT(?, id - ?) WHERE id IN (${ids.join()})`, [prefix, Number(ids[0]) - 1]);
  return ids;
}

describe('rosters', () => {
  const line = (classCode: string, person: string, more: Line = {}): Line => ({ 班次编号: classCode, 人员编号: person, ...more });
  const rosterOf = async (code: string) => (await get(`/v1/enrollments?class=${(await classOf(code)).id}`)).items;

  test('take people up, change their line, bring them back, and are taken back whole', async () => {
    await importing.bring('classes', { 班次: [classLine('R1')] });
    await coded('P', 3);
    const first = await importing.bring('rosters', {
      名册: [line('r1', 'p1', { 学号: 1, 组别: '一组' }), line('R1', 'P2'), line('R1', 'P3')],
    });
    expect(first).toMatchObject(rows({ create: 3, faulty: 0 }));
    const roster = await rosterOf('R1');
    expect(roster).toHaveLength(3);
    const gone = roster[1];
    done(
      await training.product.call(`/v1/enrollments/${gone.id}`, {
        method: 'DELETE',
        token: training.organiser,
        headers: { 'if-match': '"1"' },
      }),
    );
    const before = await training.product.db.query('SELECT * FROM enrollments ORDER BY id');
    const second = await importing.bring('rosters', { 名册: [line('R1', 'P1', { 组别: '二组' }), line('R1', 'P2'), line('R1', 'P3')] });
    expect(second).toMatchObject(rows({ create: 0, update: 2, unchanged: 1 }));
    expect(await rosterOf('R1')).toHaveLength(3);
    expect(await importing.act(first.id, 'revert')).toMatchObject({ state: 'applied', fault: 'importInUse' });
    expect(await importing.act(second.id, 'revert')).toMatchObject({ state: 'reverted' });
    expect(await training.product.db.query('SELECT * FROM enrollments ORDER BY id')).toEqual(before);
  });

  test('of before, which called a line by its id, are taken back as well', async () => {
    const { db } = training.product;
    await importing.bring('classes', { 班次: [classLine('R5')] });
    await coded('O', 2);
    const { id } = await importing.bring('rosters', { 名册: [line('R5', 'O1'), line('R5', 'O2')] });
    const lines = await db.query('SELECT id FROM enrollments WHERE class_id = ? ORDER BY id', [(await classOf('R5')).id]);
    const effects = lines.map((one: { id: number }) => [['enrollment', one.id, 'created', 1]]);
    await db.query('UPDATE import_pages SET effects = ? WHERE import_id = ?', [JSON.stringify(effects), id]);
    expect(await importing.act(id, 'revert')).toMatchObject({ state: 'reverted' });
    expect(await rosterOf('R5')).toEqual([]);
  });

  test('stay once somebody whom they put on or brought back was marked', async () => {
    await importing.bring('classes', { 班次: [classLine('R4')], 课表: [lessonLine('R4', '1')] });
    await coded('B', 2);
    await importing.bring('rosters', { 名册: [line('R4', 'B1')] });
    await move(training, `/v1/classes/${(await classOf('R4')).id}`, 'running');
    const mark = (person: string, status: string) =>
      importing.bring('attendance', { 签到: [{ 班次编号: 'R4', 课次编号: '1', 人员编号: person, 状态: status }] });
    await mark('B1', '缺勤');
    const [known] = await rosterOf('R4');
    const removal = { method: 'DELETE', token: training.organiser, headers: { 'if-match': '"1"' } };
    done(await training.product.call(`/v1/enrollments/${known.id}`, removal));
    const back = await importing.bring('rosters', { 名册: [line('R4', 'B1'), line('R4', 'B2')] });
    expect(await importing.act(back.id, 'revert')).toMatchObject({ state: 'reverted' });
    const again = await importing.bring('rosters', { 名册: [line('R4', 'B1')] });
    await mark('B1', '到');
    expect(await importing.act(again.id, 'revert')).toMatchObject({ state: 'applied', fault: 'importInUse' });
    const added = await importing.bring('rosters', { 名册: [line('R4', 'B2')] });
    await mark('B2', '到');
    expect(await importing.act(added.id, 'revert')).toMatchObject({ state: 'applied', fault: 'importInUse' });
  });

  test('name the wrong line, and nobody of other places', async () => {
    await town.bring('classes', { 班次: [classLine('R2', { 主办单位代码: '610326101' })] });
    await coded('Q', 2);
    await coded('JQ', 1, training.county.jinquVillage);
    const { id } = await town.check('rosters', {
      名册: [line('R2', 'Q1'), line('R2', 'Q1'), line('R2', 'Q2', { 姓名: '别人' }), line('R2', 'Q9'), line('R2', 'JQ1'), line('R1', 'Q1')],
    });
    expect(await town.faults(id)).toEqual([
      '名册 3 人员编号 repeated',
      '名册 4 姓名 nameMismatch',
      '名册 5 人员编号 referenceUnknown',
      '名册 6 人员编号 referenceUnknown',
      '名册 7 班次编号 referenceUnknown',
    ]);
  });

  test('end at 3,000', async () => {
    await importing.bring('classes', { 班次: [classLine('R3')] });
    const ids = await coded('L', 3_001);
    const { db } = training.product;
    const class_id = Number((await classOf('R3')).id);
    await insertRows(
      db,
      'enrollments',
      ids.slice(0, 2_999).map((person_id) => ({ class_id, person_id: Number(person_id), enrolled_on: '2021-06-01' })),
    );
    const { id } = await importing.check('rosters', { 名册: [line('R3', 'L1'), line('R3', 'L3000'), line('R3', 'L3001')] });
    expect(await importing.faults(id)).toEqual(['名册 4 班次编号 rosterTooLong']);
  });
});

describe('signed sheets', () => {
  const sign = (person: string, status: string, more: Line = {}): Line => ({
    班次编号: 'S1',
    课次编号: '1',
    人员编号: person,
    状态: status,
    ...more,
  });
  const heads = (count: number, more: Line = {}): Line => ({
    班次编号: 'S1',
    课次编号: '1',
    人数: count,
    清点方式: '清点',
    清点人: '文书',
    ...more,
  });
  const registered = async (): Promise<number> => (await settled(training, 'from=2021-06&to=2021-06')).total.personTimes.registered;

  beforeAll(async () => {
    await importing.bring('classes', { 班次: [classLine('S1')], 课表: [lessonLine('S1', '1')] });
    await coded('S', 3);
    await importing.bring('rosters', { 名册: ['S1', 'S2', 'S3'].map((person) => ({ 班次编号: 'S1', 人员编号: person })) });
    await move(training, `/v1/classes/${(await classOf('S1')).id}`, 'running');
  });

  test('corrected and corrected back, the last sheet stands', async () => {
    const start = await registered();
    const bring = (status: string) => importing.bring('attendance', { 签到: [sign('S1', status)] });
    expect(await bring('到')).toMatchObject(rows({ create: 1 }));
    expect(await registered()).toBe(start + 1);
    expect(await bring('缺勤')).toMatchObject(rows({ update: 1 }));
    expect(await registered()).toBe(start);
    const back = await bring('到');
    expect(back).toMatchObject(rows({ update: 1 }));
    expect(await registered()).toBe(start + 1);
    expect(await bring('到')).toMatchObject(rows({ unchanged: 1 }));
    expect(await importing.act(back.id, 'revert')).toMatchObject({ state: 'reverted' });
    expect(await registered()).toBe(start);
  });

  test('correct what was said of the same person before two records were merged', async () => {
    await importing.bring('classes', { 班次: [classLine('M1')], 课表: [lessonLine('M1', '1'), lessonLine('M1', '2')] });
    const [kept, twin] = await coded('M', 2);
    await importing.bring('rosters', { 名册: ['M1', 'M2'].map((person) => ({ 班次编号: 'M1', 人员编号: person })) });
    await move(training, `/v1/classes/${(await classOf('M1')).id}`, 'running');
    const start = await registered();
    const at = (person: string, status: string, lesson: string) => sign(person, status, { 班次编号: 'M1', 课次编号: lesson });
    await importing.bring('attendance', { 签到: [at('M2', '到', '1'), at('M1', '缺勤', '2'), at('M2', '到', '2')] });
    done(await training.product.call(`/v1/people/${twin}/merge`, { token: training.organiser, body: { intoId: kept } }));
    expect(await registered()).toBe(start + 1);
    const corrected = [at('M1', '缺勤', '1'), at('M1', '缺勤', '2'), at('M2', '缺勤', '2')];
    expect(await importing.bring('attendance', { 签到: corrected })).toMatchObject(rows({ update: 2, unchanged: 1 }));
    expect(await registered()).toBe(start);
    const [grid] = (await get(`/v1/classes/${(await classOf('M1')).id}/grid`)).people;
    expect(Object.values(grid.cells).flat()).toMatchObject([{ status: 'absent' }, { status: 'absent' }]);
    expect(await importing.bring('attendance', { 签到: corrected })).toMatchObject(rows({ update: 0, unchanged: 3 }));
  });

  test('say one thing about a person, and head counts are known on a sheet of any name', async () => {
    const { id, ...checked } = await importing.check('attendance', {
      六月: [sign('S2', '到'), sign('S2', '到'), sign('S2', '缺勤'), sign('S2', '到', { 点名: 2 })],
      人数: [heads(40), heads(41)],
    });
    expect(checked).toMatchObject(rows({ create: 3, unchanged: 1, faulty: 2 }));
    expect(await importing.faults(id)).toEqual(['六月 4 人员编号 repeated', '人数 3 课次编号 repeated']);
  });

  test('carry a date of record only from whoever may bring history', async () => {
    const sheet = { 签到: [sign('S3', '到', { 登记日期: '2021-06-08' })] };
    expect(await importing.check('attendance', sheet)).toMatchObject(rows({ create: 1, faulty: 0 }));
    const { id } = await town.check('attendance', sheet);
    expect(await town.faults(id)).toEqual(['签到 2 班次编号 referenceUnknown']);
  });

  test('stay once somebody confirmed them or the class has ended', async () => {
    await importing.bring('classes', { 班次: [classLine('U1', { 主办单位代码: '610326101' })], 课表: [lessonLine('U1', '1')] });
    await importing.bring('rosters', { 名册: [{ 班次编号: 'U1', 人员编号: 'S1' }] });
    const { id } = await classOf('U1');
    await move(training, `/v1/classes/${id}`, 'running');
    const counted = await town.bring('attendance', { 清点: [heads(30, { 班次编号: 'U1' })] });
    await training.product.db.query("UPDATE head_counts SET verified_by = 1 WHERE origin = 'import' ORDER BY received_at DESC LIMIT 1");
    expect(await town.act(counted.id, 'revert')).toMatchObject({ state: 'applied', fault: 'importInUse' });
    const signed = await importing.bring('attendance', { 签到: [sign('S1', '到', { 班次编号: 'U1' })] });
    await move(training, `/v1/classes/${id}`, 'closed');
    expect(await importing.act(signed.id, 'revert')).toMatchObject({ state: 'applied', fault: 'importInUse' });
  });

  test('name nobody of other places, unless they are on the roster', async () => {
    await town.bring('classes', { 班次: [classLine('T1', { 主办单位代码: '610326101' })], 课表: [lessonLine('T1', '1')] });
    await coded('F', 2, training.county.jinquVillage);
    await importing.bring('rosters', { 名册: [{ 班次编号: 'T1', 人员编号: 'F1' }] });
    const line = (person: string) => sign(person, '到', { 班次编号: 'T1' });
    const { id, ...checked } = await town.check('attendance', { 签到: [line('F1'), { ...line('F2'), 姓名: '不对' }] });
    expect(checked).toMatchObject(rows({ create: 1, faulty: 1 }));
    expect(await town.faults(id)).toEqual(['签到 3 人员编号 referenceUnknown']);
  });
});

describe('village lessons', () => {
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
  const made = async (): Promise<string[]> =>
    (await training.product.db.query("SELECT code FROM classes WHERE code LIKE 'SF-%' ORDER BY code")).map(
      (row: { code: string }) => row.code,
    );

  test('that are faulty make nothing', async () => {
    const imported = await town.bring('lessons', {
      报送: [report('1', { 登记日期: '2021-09-08' }), report('2', { 教师编号: 'T9' }), report('3', { 村代码: '610326105200' })],
    });
    expect(imported).toMatchObject(rows({ create: 0, faulty: 3 }));
    expect(await town.faults(imported.id)).toEqual([
      '报送 2 登记日期 recordDateForbidden',
      '报送 3 教师编号 referenceUnknown',
      '报送 4 村代码 referenceUnknown',
    ]);
    expect(await made()).toEqual([]);
  });

  test('a date of record before the lesson or after today is a slip, whoever may set one', async () => {
    const sheet = [
      report('9', { 登记日期: '2021-09-07' }),
      report('10', { 登记日期: '2999-01-01' }),
      report('11', { 登记日期: '2021-09-08' }),
    ];
    const imported = await importing.bring('lessons', { 报送: sheet });
    expect(await importing.faults(imported.id)).toEqual(['报送 2 登记日期 recordDateImpossible', '报送 3 登记日期 recordDateImpossible']);
    expect(await importing.act(imported.id, 'revert')).toMatchObject({ state: 'reverted' });
  });

  test('make the village its class once, and go with it when they are the last', async () => {
    const first = await town.bring('lessons', { 报送: [report('1'), report('2'), report('2', { 人数: 9 })] });
    expect(first).toMatchObject(rows({ create: 2, faulty: 1 }));
    const second = await town.bring('lessons', { 报送: [report('2'), report('3')] });
    expect(second).toMatchObject(rows({ create: 1, unchanged: 1 }));
    expect(await made()).toEqual(['SF-2021-610326101200']);
    expect(await town.act(first.id, 'revert')).toMatchObject({ state: 'applied', fault: 'importInUse' });
    expect(await town.act(second.id, 'revert')).toMatchObject({ state: 'reverted' });
    expect(await town.act(first.id, 'revert')).toMatchObject({ state: 'reverted' });
    expect(await made()).toEqual([]);
    expect((await settled(training, 'from=2021-09&to=2021-09')).total).toMatchObject({ sessionsHeld: 0, personTimes: { declared: 0 } });
  });
});
