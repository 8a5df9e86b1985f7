import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { insertRows } from '#platform/database';
import { CreateUser } from '#accounts';
import { systemContext } from '#platform/context';
import { classLine, Importing, lessonLine, type Line } from '../factories/importing.js';
import { attend, done, move, people, startTraining, type Training } from '../factories/training.js';
import { testPassword, tokenOf } from './support/county.js';

let training: Training;
let importing: Importing;
let town: Importing;

beforeAll(async () => {
  training = await startTraining();
  importing = new Importing(training.product, training.organiser);
  town = new Importing(training.product, training.town);
  const { db } = training.product;
  const unit_id = training.county.county;
  await insertRows(
    db,
    'instructors',
    ['T1', 'T2'].map((code) => ({ code, name: `教师${code}`, unit_id, engagement: 'partTime' })),
  );
});
afterAll(() => training.stop());

const get = async (path: string) => done(await training.product.call(path, { token: training.organiser })).json;
const classOf = async (code: string) => (await get(`/v1/classes?code=${code}`)).items[0];
const sessionsOf = async (code: string) => (await get(`/v1/sessions?class=${(await classOf(code)).id}`)).items;
const rows = (counts: object) => ({ rows: counts });

describe('classes and their timetable', () => {
  test('come from sheets of any name and order; the same file again changes nothing', async () => {
    const book = {
      下半年安排: [
        lessonLine('A1', '1', { 教师编号: 'T1、T2', 收看点: '村部@610326101204' }),
        lessonLine('A1', '2', { 合班班次编号: 'A2' }),
      ],
      上报: [classLine('A1', { 系列: '万人示范培训', 期: 1 }), classLine('A2', { 主办单位代码: '610326、610326101' })],
    };
    expect(await importing.bring('classes', book)).toMatchObject({ state: 'applied', rows: { create: 4, faulty: 0 } });
    expect(await classOf('A1')).toMatchObject({ state: 'published', kind: 'thematic', startsOn: '2021-06-01' });
    const [first, second] = await sessionsOf('A1');
    expect([first.instructorIds.length, first.viewingPoints.length, second.classIds.length]).toEqual([2, 1, 2]);
    expect(await importing.bring('classes', book)).toMatchObject(rows({ create: 0, update: 0, unchanged: 4, faulty: 0 }));
  });

  test.each<[string, Line, Line]>([
    ['name', { 班次名称: '新名' }, {}],
    ['hosts beside the first', { 主办单位代码: '610326、610326105' }, {}],
    ['series', { 系列: '另一系列', 期: 7 }, {}],
    ['teachers', {}, { 教师编号: 'T2' }],
    ['classes sitting together', {}, { 合班班次编号: 'A2' }],
    ['viewing points', {}, { 收看点: '礼堂@610326101200' }],
    ['time', {}, { 开始时间: '9:00', 结束时间: '11:30' }],
  ])('another %s is an update, and is taken back', async (_, ofClass, ofLesson) => {
    const code = `B${Object.keys({ ...ofClass, ...ofLesson }).join('')}`;
    const book = { 班次: [classLine(code)], 课表: [lessonLine(code, '1')] };
    await importing.bring('classes', book);
    const before = [await classOf(code), await sessionsOf(code)];
    const changed = { 班次: [classLine(code, ofClass)], 课表: [lessonLine(code, '1', ofLesson)] };
    const update = await importing.bring('classes', changed);
    expect(update).toMatchObject(rows({ create: 0, update: 1, unchanged: 1, faulty: 0 }));
    expect(await importing.bring('classes', changed)).toMatchObject(rows({ update: 0, unchanged: 2 }));
    expect(await importing.act(update.id, 'revert')).toMatchObject({ state: 'reverted' });
    expect([await classOf(code), await sessionsOf(code)]).toEqual(before);
  });

  test('are judged row by row, so that one mistake does not spoil the file', async () => {
    await importing.bring('classes', { 班次: [classLine('C0', { 系列: '轮训', 期: 1 })] });
    const { id } = await importing.check('classes', {
      班次: [
        classLine('C1', { 系列: '轮训', 期: 1 }),
        classLine('C2', { 结束日期: '2021-05-01' }),
        classLine('C3', { 主办单位代码: '610326、999999' }),
        classLine('C4'),
        classLine('c4'),
      ],
      课表: [
        lessonLine('C9', '1'),
        lessonLine('C4', '2', { 日期: '2021-07-01' }),
        lessonLine('C4', '3', { 开始时间: '11:00', 结束时间: '9:00' }),
        lessonLine('C4', '4', { 教师编号: 'T1、T9' }),
        lessonLine('C4', '5', { 收看点: '村部' }),
        lessonLine('C4', '6'),
        lessonLine('C4', '6', { 主题: '另一主题' }),
      ],
    });
    expect(await importing.faults(id)).toEqual([
      '班次 2 期 alreadyExists',
      '班次 3 结束日期 datesReversed',
      '班次 4 主办单位代码 referenceUnknown',
      '班次 6 班次编号 repeated',
      '课表 2 班次编号 referenceUnknown',
      '课表 3 日期 dateOutsideClass',
      '课表 4 结束时间 datesReversed',
      '课表 5 教师编号 referenceUnknown',
      '课表 6 收看点 malformedViewingPoint',
      '课表 8 课次编号 repeated',
    ]);
    expect(await importing.act(id, 'apply')).toMatchObject({ state: 'applied', rows: { create: 2, faulty: 10 } });
  });

  test('are put off together with their lessons, and leave none behind', async () => {
    const dates = { 开始日期: '2021-09-06', 结束日期: '2021-09-10' };
    const autumn = (code: string, more: Line) => lessonLine(code, more.课次编号 as string, { 日期: '2021-09-08', ...more });
    await importing.bring('classes', {
      班次: ['H1', 'H2'].map((code) => classLine(code)),
      课表: [lessonLine('H1', '1'), lessonLine('H1', '2')],
    });
    const moved = { 班次: [classLine('H1', dates)], 课表: [autumn('H1', { 课次编号: '1' })] };
    const one = await importing.check('classes', moved);
    expect(await importing.faults(one.id)).toEqual(['班次 2 开始日期 dateOutsideClass', '课表 2 日期 dateOutsideClass']);
    // A lesson whose own row is faulty stays where it was, and keeps its class there.
    const faulty = autumn('H1', { 课次编号: '2', 教师编号: 'T9' });
    const two = await importing.check('classes', { ...moved, 课表: [...moved.课表, faulty] });
    expect(await importing.faults(two.id)).toEqual([
      '班次 2 开始日期 dateOutsideClass',
      '课表 2 日期 dateOutsideClass',
      '课表 3 教师编号 referenceUnknown',
    ]);
    const whole = { ...moved, 课表: [...moved.课表, autumn('H1', { 课次编号: '2' })] };
    expect(await importing.bring('classes', whole)).toMatchObject(rows({ update: 3, faulty: 0 }));
    expect((await sessionsOf('H1')).map((session: { date: string }) => session.date)).toEqual(['2021-09-08', '2021-09-08']);
    expect(await importing.bring('classes', { 班次: [classLine('H2', dates)] })).toMatchObject(rows({ update: 1, faulty: 0 }));
  });

  test('of others are not taken over by naming their number', async () => {
    await importing.bring('classes', { 班次: [classLine('D1')] });
    const { id } = await town.check('classes', {
      班次: [
        classLine('D1', { 主办单位代码: '610326101' }),
        classLine('D2'),
        classLine('D3', { 主办单位代码: '610326101', 村代码: '610326105200' }),
        classLine('D4', { 主办单位代码: '610326101', 村代码: '610326101204' }),
      ],
      课表: [lessonLine('D1', '1'), lessonLine('D4', '1', { 合班班次编号: 'D1' })],
    });
    expect(await town.faults(id)).toEqual([
      '班次 2 班次编号 alreadyExists',
      '班次 3 主办单位代码 referenceUnknown',
      '班次 4 村代码 referenceUnknown',
      '课表 2 班次编号 referenceUnknown',
      '课表 3 合班班次编号 referenceUnknown',
    ]);
  });

  test('are brought for both towns by whoever organises both, in one file', async () => {
    const { product, county } = training;
    const grants = [county.hengqu, county.jinqu].map((unitId) => ({ bundle: 'townOrganiser' as const, unitId }));
    await product
      .get(CreateUser)
      .run(systemContext('cli'), { scope: { paths: ['/'] }, account: 'towns', name: '两镇', password: testPassword, grants });
    const both = new Importing(product, await tokenOf(product, 'towns'));
    const { id, ...brought } = await both.bring('classes', {
      班次: [
        classLine('T1', { 主办单位代码: '610326101' }),
        classLine('T2', { 主办单位代码: '610326105' }),
        classLine('T3', { 主办单位代码: '610326' }),
      ],
    });
    expect(brought).toMatchObject(rows({ create: 2, faulty: 1 }));
    expect(await both.faults(id)).toEqual(['班次 4 主办单位代码 referenceUnknown']);
    expect((await product.call(`/v1/imports/${id}`, { token: training.town })).status).toBe(404);
    expect(await both.act(id, 'revert')).toMatchObject({ state: 'reverted' });
  });

  test('that have ended stay as they are, and keep what an import brought', async () => {
    const { id } = await importing.bring('classes', { 班次: [classLine('E1')], 课表: [lessonLine('E1', '1')] });
    const path = `/v1/classes/${(await classOf('E1')).id}`;
    await move(training, path, 'running');
    await move(training, path, 'closed');
    const late = await importing.check('classes', {
      班次: [classLine('E1', { 班次名称: '改名' })],
      课表: [lessonLine('E1', '1', { 主题: '改题' }), lessonLine('E1', '2')],
    });
    expect(await importing.faults(late.id)).toEqual([
      '班次 2 班次编号 classFinished',
      '课表 2 班次编号 classFinished',
      '课表 3 班次编号 classFinished',
    ]);
    expect(await importing.act(id, 'revert')).toMatchObject({ state: 'applied', fault: 'importInUse' });
  });

  test('are taken back whole, unless somebody has changed or used one of them since', async () => {
    const book = (code: string) => ({ 班次: [classLine(code)], 课表: [lessonLine(code, '1'), lessonLine(code, '2')] });
    const { id } = await importing.bring('classes', book('F1'));
    expect(await importing.act(id, 'revert')).toMatchObject({ state: 'reverted' });
    expect(await classOf('F1')).toBeUndefined();

    const used = await importing.bring('classes', book('F2'));
    const [session] = await sessionsOf('F2');
    await attend(training, session.id, await people(training, 1));
    expect(await importing.act(used.id, 'revert')).toMatchObject({ state: 'applied', fault: 'importInUse' });
    expect(await sessionsOf('F2')).toHaveLength(2);

    const edited = await importing.bring('classes', book('F3'));
    const { id: classId, version } = await classOf('F3');
    done(
      await training.product.call(`/v1/classes/${classId}`, {
        method: 'PATCH',
        token: training.organiser,
        body: { name: '人工改名' },
        headers: { 'if-match': `"${version}"` },
      }),
    );
    expect(await importing.act(edited.id, 'revert')).toMatchObject({ state: 'applied', fault: 'importInUse' });
  });
});
