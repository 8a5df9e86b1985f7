import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { classLine, Importing, lessonLine } from '../factories/importing.js';
import { meanwhile, written } from '../factories/meanwhile.js';
import {
  attend,
  codeOf,
  done,
  heads,
  move,
  people,
  session,
  settled,
  startTraining,
  type Training,
  trainingClass,
} from '../factories/training.js';
import { signedIn } from './support/county.js';

/** A class comes to its end in the moment in which somebody else works on it: whoever is second finds what the first did. */
describe('while a class ends', () => {
  let training: Training;
  beforeAll(async () => {
    training = await startTraining();
  });
  afterAll(() => training.stop());

  const open = async (roster: string[] = []) => trainingClass(training, { kind: 'thematic', roster: 'open', people: roster });
  const become = (classId: string, to: string) => codeOf(move(training, `/v1/classes/${classId}`, to));
  const call = async (method: string, path: string, body?: object, headers = {}) =>
    done(await training.product.call(path, { method, token: training.organiser, body, headers })).json;
  /** The class runs, and its closing is not committed. */
  const closing = async (classId: string) => {
    const { state } = await call('GET', `/v1/classes/${classId}`);
    for (const to of state === 'draft' ? ['published', 'running'] : ['running']) await become(classId, to);
    return { first: () => become(classId, 'closed'), before: [/UPDATE classes/, written] };
  };
  const month = async (text: string) => (await settled(training, `from=${text}&to=${text}`)).total;

  it('it is not called off when somebody was marked there meanwhile', async () => {
    const [someone] = await people(training, 1);
    const classId = await open([someone!]);
    const lesson = await session(training, classId, { date: '2021-02-03' });
    const marking = { first: () => attend(training, lesson, [someone!]), before: [/INSERT INTO marks/, written] };
    const [[verdict], cancelled] = await meanwhile(training, marking, () => become(classId, 'cancelled'));
    expect([verdict!.verdict, cancelled]).toEqual(['accepted', 'classHeld']);
    expect(await month('2021-02')).toMatchObject({ batches: 1, attendances: 1 });
  });

  it('of two that sat together and are called off at once, the second was held', async () => {
    const [one, other] = [await open(), await open()];
    const lesson = await session(training, one, { date: '2021-03-03', classIds: [one, other] });
    await heads(training, lesson, 12);
    const calling = { first: () => become(one, 'cancelled'), before: [/UPDATE classes/, written] };
    const answers = await meanwhile(training, calling, () => become(other, 'cancelled'));
    expect(answers).toEqual(['done', 'classHeld']);
    expect(await month('2021-03')).toMatchObject({ batches: 1, personTimes: { declared: 12 } });
  });

  it('it is not called off when its heads were verified meanwhile', async () => {
    const classId = await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu });
    const lesson = await session(training, classId, { date: '2021-04-03' });
    const reporter = await signedIn(training.product, 'reporter', 'reporter', training.county.doujiabu);
    const id = await heads(training, lesson, 46, {}, reporter);
    const verifying = { first: () => codeOf(call('POST', `/v1/head-counts/${id}/verify`)), before: [/UPDATE head_counts/, written] };
    expect(await meanwhile(training, verifying, () => become(classId, 'cancelled'))).toEqual(['done', 'classHeld']);
    expect((await month('2021-04')).personTimes).toMatchObject({ declared: 46 });
  });

  describe('that only sits in', () => {
    const changes: Record<string, (lesson: string, lead: string, guest: string) => Promise<unknown>> = {
      'is not called off': (lesson) => move(training, `/v1/sessions/${lesson}`, 'cancelled'),
      'is not changed': (lesson) => call('PATCH', `/v1/sessions/${lesson}`, { topic: '另一课' }, { 'if-match': '"1"' }),
      'gets no room': (lesson) =>
        call('POST', `/v1/sessions/${lesson}/viewing-points`, { name: '会议室', forUnitId: String(training.county.doujiabu) }),
      'gets no other beside it': (_lesson, lead, guest) => session(training, lead, { date: '2021-05-04', classIds: [lead, guest] }),
    };
    it.each(Object.keys(changes))('the session %s', async (what) => {
      const [lead, guest] = [await open(), await open()];
      const lesson = await session(training, lead, { date: '2021-05-03', classIds: [lead, guest] });
      const answers = await meanwhile(training, await closing(guest), () => codeOf(changes[what]!(lesson, lead, guest)));
      expect(answers).toEqual(['done', 'classFinished']);
    });
  });

  describe('heads wait for somebody else that', () => {
    const report = { count: 12, method: 'counted', countedBy: '村文书' };
    const told: Record<string, (lesson: string) => Promise<unknown>> = {
      'are reported': (lesson) => call('PUT', `/v1/sessions/${lesson}/head-count`, report, { 'idempotency-key': randomUUID() }),
      'come from a phone': (lesson) => {
        const fact = { ...report, id: randomUUID(), sessionId: lesson, mode: 'add', at: '2021-06-03T09:00:00+08:00' };
        return call('POST', '/v1/field/marks', { deviceId: randomUUID(), marks: [], headCounts: [fact] });
      },
    };
    it.each(Object.keys(told))('%s', async (how) => {
      const classId = await open();
      const lesson = await session(training, classId, { date: '2021-06-03' });
      const before = await month('2021-06');
      const [closed] = await meanwhile(training, await closing(classId), () => told[how]!(lesson));
      expect(closed).toBe('done');
      expect(await month('2021-06')).toMatchObject({ personTimes: { declared: 0 }, unverified: before.unverified + 12 });
    });
  });

  it('what a sheet brought there is not taken back', async () => {
    const importing = new Importing(training.product, training.organiser);
    await importing.bring('classes', { 班次: [classLine('R2')], 课表: [lessonLine('R2', '1')] });
    const [{ id: classId }] = (await call('GET', '/v1/classes?code=R2')).items;
    const [someone] = await people(training, 1);
    await training.product.db.query("UPDATE people SET code = 'P2' WHERE id = ?", [someone]);
    await importing.bring('rosters', { 名册: [{ 班次编号: 'R2', 人员编号: 'P2' }] });
    const sheet = { 签到: [{ 班次编号: 'R2', 课次编号: '1', 人员编号: 'P2', 状态: '到' }] };
    const { id } = await importing.bring('attendance', sheet);
    const [closed, { state, fault }] = await meanwhile(training, await closing(classId), () => importing.act(id, 'revert'));
    expect([closed, state, fault]).toEqual(['done', 'applied', expect.stringContaining('importInUse')]);
  });

  it('a timetable changes nothing of it', async () => {
    const importing = new Importing(training.product, training.organiser);
    await importing.bring('classes', { 班次: [classLine('R3')], 课表: [lessonLine('R3', '1')] });
    const [{ id: classId }] = (await call('GET', '/v1/classes?code=R3')).items;
    const { id } = await importing.check('classes', { 课表: [lessonLine('R3', '2')] });
    const [closed, applied] = await meanwhile(training, await closing(classId), () => importing.act(id, 'apply'));
    expect([closed, applied]).toMatchObject(['done', { state: 'applied', rows: { create: 0, faulty: 1 } }]);
    expect((await call('GET', `/v1/sessions?class=${classId}`)).items).toHaveLength(1);
  });

  it('a file puts nobody on its roster', async () => {
    const importing = new Importing(training.product, training.organiser);
    await importing.bring('classes', { 班次: [classLine('R1')], 课表: [lessonLine('R1', '1')] });
    const [{ id: classId }] = (await call('GET', '/v1/classes?code=R1')).items;
    const [someone] = await people(training, 1);
    await training.product.db.query("UPDATE people SET code = 'P1' WHERE id = ?", [someone]);
    const { id } = await importing.check('rosters', { 名册: [{ 班次编号: 'R1', 人员编号: 'P1' }] });
    const [closed, applied] = await meanwhile(training, await closing(classId), () => importing.act(id, 'apply'));
    expect([closed, applied]).toMatchObject(['done', { state: 'applied', rows: { create: 0, faulty: 1 } }]);
    expect(await importing.faults(id)).toEqual(['名册 2 班次编号 classFinished']);
    expect((await call('GET', `/v1/enrollments?class=${classId}`)).items).toEqual([]);
  });
});
