import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { anotherApi } from '../factories/another-api.js';
import { classLine, Importing, lessonLine, type Line, type Sheets } from '../factories/importing.js';
import { meanwhile, written } from '../factories/meanwhile.js';
import {
  attend,
  codeOf,
  done,
  enroll,
  heads,
  markOf,
  people,
  send,
  session,
  settled,
  startTraining,
  type Training,
  trainingClass,
} from '../factories/training.js';

/** Something is said at the desk about what was recorded, in the moment in which it is changed: nothing is said of what is gone. */
describe('what is said at the desk', () => {
  let training: Training;
  let town: Importing;
  beforeAll(async () => {
    training = await startTraining();
    town = new Importing(training.product, training.town);
  });
  afterAll(() => training.stop());

  const call = async (method: string, path: string, body?: object, headers = {}) =>
    done(await training.product.call(path, { method, token: training.organiser, body, headers })).json;
  const changed = async (method: string, row: string, path: string, body?: object) =>
    call(method, path, body, { 'if-match': `"${(await call('GET', row)).version}"` });
  const month = async (text: string) => (await settled(training, `from=${text}&to=${text}`)).total;

  it('of heads in a room that is being taken away is refused', async () => {
    const live = await trainingClass(training, { kind: 'thematic', deliveryMode: 'live', roster: 'open' });
    const lesson = await session(training, live, { date: '2021-02-01' });
    const row = `/v1/sessions/${lesson}`;
    const room = { name: '会议室', forUnitId: String(training.county.doujiabu) };
    const { id } = await call('POST', `${row}/viewing-points`, room);
    const removal = {
      first: () => codeOf(changed('DELETE', row, `${row}/viewing-points/${id}`)),
      before: [/DELETE FROM viewing_points/, written],
    };
    const answers = await meanwhile(training, removal, () => codeOf(heads(training, lesson, 30, { viewingPointId: id })));
    expect(answers).toEqual(['done', 'referenceUnknown']);
    expect(await month('2021-02')).toMatchObject({ sessionsHeld: 0 });
  });

  describe('of what a file brought', () => {
    /** One session of a class, with somebody on its roster, and a sheet of the town about it that was applied. */
    const brought = async (code: string, month: string, sheets: (line: Line) => Sheets) => {
      const [lessonCode, day] = [`${code}-1`, `${month}-08`];
      const dates = { 开始日期: `${month}-01`, 结束日期: `${month}-28`, 主办单位代码: '610326101' };
      await town.bring('classes', { 班次: [classLine(code, dates)], 课表: [lessonLine(code, lessonCode, { 日期: day })] });
      const [{ id: classId }] = (await call('GET', `/v1/classes?code=${code}`)).items;
      const [person] = await people(training, 1);
      await training.product.db.query('UPDATE people SET code = ? WHERE id = ?', [code, person]);
      await enroll(training, classId, [person!]);
      const sheet = sheets({ 班次编号: code, 课次编号: lessonCode });
      return { sheet, imported: (await town.bring('attendance', sheet)).id, query: `class=${classId}` };
    };
    const signed = (line: Line): Sheets => ({ 签到: [{ ...line, 人员编号: String(line['班次编号']), 状态: '到' }] });
    const undone = (id: string) => town.act(id, 'revert');
    const reject = (id: string) => codeOf(call('POST', `/v1/marks/${id}/decide`, { decision: 'reject' }));

    it('nothing is decided while the file is being taken back: brought again, it counts', async () => {
      const { sheet, imported, query } = await brought('M1', '2021-03', signed);
      const [{ id }] = (await call('GET', `/v1/marks?${query}`)).items;
      const by = training.product.worker!.get(DataSource, { strict: false });
      const undoing = { first: () => undone(imported), before: [/DELETE FROM marks/, written], by };
      expect(await meanwhile(training, undoing, () => reject(id))).toMatchObject([{ state: 'reverted' }, 'notFound']);
      expect(await town.bring('attendance', sheet)).toMatchObject({ rows: { create: 1 } });
      expect(await month('2021-03')).toMatchObject({ attendances: 1 });
    });

    it('a mark that is being decided stays', async () => {
      const { imported, query } = await brought('M2', '2021-04', signed);
      const [{ id }] = (await call('GET', `/v1/marks?${query}`)).items;
      const deciding = { first: () => reject(id), before: [/INSERT INTO mark_decisions/, written] };
      const answers = await meanwhile(training, deciding, () => undone(imported));
      expect(answers).toMatchObject(['done', { state: 'applied', fault: 'importInUse' }]);
    });

    it('heads that are being verified stay', async () => {
      const counted = (line: Line): Sheets => ({ 清点: [{ ...line, 人数: 30, 清点方式: '清点', 清点人: '村文书' }] });
      const { imported, query } = await brought('M3', '2021-05', counted);
      await training.product.db.query('UPDATE head_counts SET verified_at = NULL, verified_by = NULL');
      const [{ id }] = (await call('GET', `/v1/head-counts?${query}`)).items;
      const verifying = { first: () => codeOf(call('POST', `/v1/head-counts/${id}/verify`)), before: [/UPDATE head_counts/, written] };
      const answers = await meanwhile(training, verifying, () => undone(imported));
      expect(answers).toMatchObject(['done', { state: 'applied', fault: 'importInUse' }]);
      expect((await month('2021-05')).personTimes).toMatchObject({ declared: 30 });
    });
  });

  describe('of a walk-in', () => {
    const walkIn = (lesson: string, slot: number) =>
      markOf(lesson, '', 'present', { personId: undefined, walkIn: { name: '过路人', village: '邻村', phoneTail: '0123' }, slot });
    /** A walk-in at the first roll call, and who it was. */
    const matched = async (date: string) => {
      const lessons = await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu });
      const lesson = await session(training, lessons, { date });
      const [person] = await people(training, 1);
      const came = walkIn(lesson, 1);
      await send(training, [came]);
      await decide(came.id, { decision: 'match', personId: person });
      return { lesson, came, person };
    };
    const decide = (id: string, body: object) => call('POST', `/v1/marks/${id}/decide`, body);
    const sending = (mark: object) => ({ first: () => send(training, [mark]), before: [/INSERT INTO marks/, written] });
    const decided = async (lesson: string) => {
      const { items } = await call('GET', `/v1/marks?session=${lesson}`);
      return Object.fromEntries(items.map((one: { id: string; personId: string | null }) => [one.id, one.personId]));
    };

    it('is taken back of the same words that are on their way as well', async () => {
      const { lesson, came } = await matched('2021-06-01');
      const again = walkIn(lesson, 2);
      await meanwhile(training, sending(again), () => decide(came.id, { decision: 'withdraw' }));
      expect(await decided(lesson)).toEqual({ [came.id]: null, [again.id]: null });
      expect((await month('2021-06')).personTimes).toMatchObject({ registered: 0 });
    });

    it('does not follow to two who come to one roll call at once, each to an API of its own', async () => {
      const { lesson, came, person } = await matched('2021-07-01');
      const [one, other] = [walkIn(lesson, 2), walkIn(lesson, 2)];
      const elsewhere = await anotherApi(training);
      await meanwhile(training, sending(one), () => elsewhere({ marks: [other], origin: 'field' }));
      expect(await decided(lesson)).toEqual({ [came.id]: person, [one.id]: null, [other.id]: null });
    });
  });

  it('is counted by a class that joins the session meanwhile', async () => {
    const [someone] = await people(training, 1);
    const [lead, guest] = [
      await trainingClass(training, { kind: 'thematic' }),
      await trainingClass(training, { kind: 'thematic', people: [someone!] }),
    ];
    const lesson = await session(training, lead, { date: '2021-08-03' });
    const [mark] = await attend(training, lesson, [someone!]);
    const rejecting = {
      first: () => call('POST', `/v1/marks/${mark!.id}/decide`, { decision: 'reject' }),
      before: [/INSERT INTO mark_decisions/, written],
    };
    await meanwhile(training, rejecting, async () => {
      const row = `/v1/sessions/${lesson}`;
      await changed('PATCH', row, row, { classIds: [lead, guest] });
      await settled(training);
    });
    expect(await month('2021-08')).toMatchObject({ attendances: 0, batches: 0 });
  });
});
