import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Importing, lessonLine, type Sheets } from '../factories/importing.js';
import { today } from '#platform/clock';
import {
  attend,
  done,
  heads,
  markOf,
  move,
  people,
  send,
  session,
  settled,
  startTraining,
  trainingClass,
  type Training,
} from '../factories/training.js';
import { signedIn } from './support/county.js';

/** Who sees a class may not therefore change it. */
describe('whose class it is', () => {
  let training: Training;
  beforeAll(async () => {
    training = await startTraining();
  });
  afterAll(() => training.stop());

  /** The answer of the town's organiser to a change of a row as it is now. */
  const asTown = async (method: 'PATCH' | 'POST', row: string, body: object, to = row) => {
    const { version } = done(await training.product.call(row, { token: training.town })).json;
    return training.product.call(to, { method, token: training.town, body, headers: { 'if-match': `"${version}"` } });
  };
  const ownClass = async () =>
    done(
      await training.product.call('/v1/classes', {
        token: training.town,
        body: {
          name: '示例镇班',
          kind: 'thematic',
          roster: 'open',
          startsOn: '2021-01-01',
          endsOn: '2021-12-31',
          hosts: [String(training.county.hengqu)],
        },
      }),
    ).json.id as string;

  it('a guest neither takes the session of its host nor cancels it', async () => {
    const [hosts, guests] = [await trainingClass(training, { kind: 'thematic', roster: 'open' }), await ownClass()];
    const shared = await session(training, hosts, { date: '2021-03-01', classIds: [hosts, guests] });
    const row = `/v1/sessions/${shared}`;
    const taken = await asTown('PATCH', row, { leadClassId: guests, classIds: [guests] });
    expect([taken.status, taken.json.code]).toEqual([403, 'forbidden']);
    expect((await asTown('PATCH', row, { date: '2021-03-02' })).status).toBe(403);
    expect((await asTown('POST', row, { to: 'cancelled' }, `${row}/state`)).status).toBe(403);
    const point = { name: '收看点', forUnitId: String(training.county.doujiabu) };
    expect((await training.product.call(`${row}/viewing-points`, { token: training.town, body: point })).status).toBe(403);
    expect(done(await training.product.call(row, { token: training.organiser })).json).toMatchObject({
      leadClassId: hosts,
      state: 'scheduled',
    });
  });

  it('a supporting unit sees the class; it neither takes it over nor cancels it', async () => {
    const supported = await trainingClass(training, { kind: 'thematic' });
    const row = `/v1/classes/${supported}`;
    const { version } = done(await training.product.call(row, { token: training.organiser })).json;
    const body = { supportingUnits: [String(training.county.hengqu)] };
    done(await training.product.call(row, { method: 'PATCH', token: training.organiser, body, headers: { 'if-match': `"${version}"` } }));
    expect((await asTown('PATCH', row, { hosts: [String(training.county.hengqu)] })).status).toBe(403);
    expect((await asTown('POST', row, { to: 'cancelled' }, `${row}/state`)).status).toBe(403);
    const sitting = { leadClassId: supported, topic: '示例课', date: '2021-03-01', dayPart: 'am' };
    expect((await training.product.call('/v1/sessions', { token: training.town, body: sitting })).status).toBe(403);
  });

  it('a village reporter finds the lessons of the village, and no other', async () => {
    const { doujiabu, jinquVillage } = training.county;
    const reporter = await signedIn(training.product, 'reporter', 'reporter', doujiabu);
    const [own, other] = [
      await trainingClass(training, { kind: 'demonstration', village: doujiabu }),
      await trainingClass(training, { kind: 'demonstration', village: jinquVillage }),
    ];
    const lesson = await session(training, own, { date: '2021-04-01' });
    await session(training, other, { date: '2021-04-01' });
    const seen = done(await training.product.call('/v1/sessions', { token: reporter })).json.items;
    expect(seen.map((one: { id: string }) => one.id)).toEqual([lesson]);
    await heads(training, lesson, 46, {}, reporter);
    const cursor = Buffer.from(JSON.stringify(['no date', 1])).toString('base64url');
    expect((await training.product.call(`/v1/sessions?cursor=${cursor}`, { token: reporter })).json.code).toBe('cursorInvalid');
  });

  it('who supports a class or sits in rewrites neither roster nor timetable; sheets come from its village and its head too', async () => {
    const { product, county, town, organiser } = training;
    const [enrolled, other] = await people(training, 2);
    await product.db.query(`UPDATE people SET code = CONCAT('O', id) WHERE id IN (${enrolled}, ${other})`);
    const file = new Importing(product, town);
    const coded = async (code: string, village?: number) => {
      const id = await trainingClass(training, { kind: 'demonstration', roster: 'closed', village, people: [enrolled!] });
      await product.db.query('UPDATE classes SET code = ? WHERE id = ?', [code, id]);
      await product.db.query('UPDATE sessions SET code = ? WHERE id = ?', ['1', await session(training, id, { date: '2021-03-01' })]);
      return id;
    };
    const supported = await coded('SUP');
    const visited = await coded('VIL', county.doujiabu);
    await product.db.query("INSERT INTO class_units VALUES (?, 'supporting', 0, ?)", [supported, county.hengqu]);
    const sign = (班次编号: string) => ({ 班次编号, 课次编号: '1', 人员编号: `O${enrolled}`, 状态: '到' });
    const refusedFile = async (kind: string, sheets: Sheets) =>
      (await file.faults((await file.check(kind, sheets)).id))[0]?.split(' ').slice(-2);
    for (const [id, code] of [
      [supported, 'SUP'],
      [visited, 'VIL'],
    ] as const) {
      const body = { classId: id, people: [{ personId: other }] };
      expect((await product.call('/v1/enrollments', { token: town, body })).json.code).toBe('forbidden');
      const [line] = done(await product.call(`/v1/enrollments?class=${id}`, { token: town })).json.items;
      const off = { method: 'DELETE', token: town, headers: { 'if-match': `"${line.version}"` } };
      expect((await product.call(`/v1/enrollments/${line.id}`, off)).json.code).toBe('forbidden');
      const unknown = ['班次编号', 'referenceUnknown'];
      expect(await refusedFile('rosters', { 名册: [{ 班次编号: code, 人员编号: `O${other}` }] })).toEqual(unknown);
      expect(await refusedFile('classes', { 课表: [lessonLine(code, '2')] })).toEqual(unknown);
      expect(await refusedFile('attendance', { 签到: [sign(code)] })).toEqual(code === 'SUP' ? unknown : undefined);
    }
    const [{ id: headUserId }] = await product.db.query("SELECT id FROM users WHERE account = 'town'");
    await product.db.query('UPDATE classes SET head_user_id = ? WHERE id = ?', [headUserId, supported]);
    expect((await file.bring('attendance', { 签到: [sign('SUP')] })).rows).toMatchObject({ create: 1 });
    expect(done(await product.call(`/v1/enrollments?class=${supported}`, { token: organiser })).json.items).toHaveLength(1);
  });

  it('who only supports a class neither marks nor reports, settles nor verifies; its village does all that, its head all but verify, its teacher marks and reports', async () => {
    const { product, county, town } = training;
    const [enrolled, stranger] = await people(training, 2);
    const coursed = (village?: number) =>
      trainingClass(training, { kind: 'demonstration', roster: 'closed', people: [enrolled!], village });
    const [supported, visited] = [await coursed(), await coursed(county.doujiabu)];
    await product.db.query("INSERT INTO class_units VALUES (?, 'supporting', 0, ?)", [supported, county.hengqu]);
    /** What the town is told: of marks at the console and of a phone, a verification, a decision, a report. */
    const attempts = async (classId: string, instructorIds: string[] = []) => {
      const sitting = await session(training, classId, { date: '2021-03-01', instructorIds });
      const [waits] = await attend(training, sitting, [stranger!]);
      const reported = await heads(training, sitting, 20);
      await product.db.query('UPDATE head_counts SET verified_at = NULL WHERE session_id = ?', [sitting]);
      const post = async (path: string, body: object) => (await product.call(path, { token: town, body })).json;
      const put = { method: 'PUT', token: town, body: { count: 9, method: 'counted', countedBy: '镇上' } };
      return [
        (await post('/v1/marks', { marks: [markOf(sitting, enrolled!)] })).verdicts[0].verdict,
        (await send(training, [markOf(sitting, enrolled!)], town))[0]!.verdict,
        (await post(`/v1/head-counts/${reported}/verify`, {})).code ?? 'verified',
        (await post(`/v1/marks/${waits!.id}/decide`, { decision: 'admit' })).code ?? 'decided',
        (await product.call(`/v1/sessions/${sitting}/head-count`, put)).json.code ?? 'reported',
      ];
    };
    expect(await attempts(supported)).toEqual(['refused', 'refused', 'forbidden', 'forbidden', 'forbidden']);
    expect(await attempts(visited)).toEqual(['accepted', 'accepted', 'verified', 'decided', 'reported']);
    const classes = `IN (${supported}, ${visited})`;
    await product.db.query(`UPDATE classes SET state = 'published' WHERE id ${classes}`);
    await product.db.query(`UPDATE sessions SET date = ? WHERE lead_class_id ${classes}`, [today()]);
    const { sessions } = done(await product.call('/v1/field/pack', { token: town })).json;
    expect(sessions.map((one: { leadClassId: string }) => one.leadClassId)).toEqual([visited]);
    const body = { name: '示例讲师', unitId: String(county.hengqu), engagement: 'partTime' };
    const { id: teacher } = done(await product.call('/v1/instructors', { token: training.organiser, body })).json;
    await product.db.query("UPDATE users SET instructor_id = ? WHERE account = 'town'", [teacher]);
    expect(await attempts(supported, [teacher])).toEqual(['refused', 'accepted', 'forbidden', 'forbidden', 'reported']);
    const [{ id: headUserId }] = await product.db.query("SELECT id FROM users WHERE account = 'town'");
    await product.db.query('UPDATE classes SET head_user_id = ? WHERE id = ?', [headUserId, supported]);
    expect(await attempts(supported)).toEqual(['accepted', 'accepted', 'forbidden', 'decided', 'reported']);
  });

  it('where the leading class is called off, the next one takes its sessions over', async () => {
    const [leads, guests] = [
      await trainingClass(training, { kind: 'thematic', roster: 'open' }),
      await trainingClass(training, { kind: 'thematic', roster: 'open' }),
    ];
    const own = await session(training, leads, { date: '2021-09-01' });
    const shared = await session(training, leads, { date: '2021-09-02', classIds: [leads, guests] });
    for (const id of [leads, guests]) {
      await move(training, `/v1/classes/${id}`, 'published');
      await move(training, `/v1/classes/${id}`, 'running');
    }
    const { personTimes: before } = (await settled(training)).total;
    await attend(training, shared, await people(training, 3));
    await move(training, `/v1/classes/${leads}`, 'cancelled');
    const at = async (id: string) => done(await training.product.call(`/v1/sessions/${id}`, { token: training.organiser })).json;
    expect([(await at(own)).state, (await at(shared)).state]).toEqual(['cancelled', 'scheduled']);
    expect((await settled(training)).total.personTimes.registered).toBe(before.registered + 3);
    const change = async (body: object) => {
      const row = `/v1/sessions/${shared}`;
      const { version } = await at(shared);
      return training.product.call(row, { method: 'PATCH', token: training.organiser, body, headers: { 'if-match': `"${version}"` } });
    };
    done(await change({ date: '2021-09-03' }));
    expect((await change({ date: '2022-01-01' })).json.code).toBe('dateOutsideClass');
    await expect(move(training, `/v1/sessions/${own}`, 'scheduled')).rejects.toThrow('classFinished');
    // With nobody left to take it over, what was taught there would be lost.
    await expect(move(training, `/v1/classes/${guests}`, 'cancelled')).rejects.toThrow('classHeld');
    await move(training, `/v1/classes/${guests}`, 'void');
    expect((await settled(training)).total.personTimes.registered).toBe(before.registered);
  });

  it('a class does not shrink past its sessions, a void one aside', async () => {
    const shrunk = await trainingClass(training, { kind: 'thematic', roster: 'open' });
    const [first, last] = [
      await session(training, shrunk, { date: '2021-03-01' }),
      await session(training, shrunk, { date: '2021-05-01' }),
    ];
    const change = async (body: object) => {
      const row = `/v1/classes/${shrunk}`;
      const { version } = done(await training.product.call(row, { token: training.organiser })).json;
      return training.product.call(row, { method: 'PATCH', token: training.organiser, body, headers: { 'if-match': `"${version}"` } });
    };
    expect((await change({ startsOn: '2021-03-02' })).json).toMatchObject({ code: 'dateOutsideClass', sessionDate: '2021-03-01' });
    expect((await change({ endsOn: '2021-04-30' })).json).toMatchObject({ code: 'dateOutsideClass', sessionDate: '2021-05-01' });
    done(await change({ startsOn: '2021-03-01', endsOn: '2021-05-01' }));
    await move(training, `/v1/sessions/${last}`, 'void');
    done(await change({ endsOn: '2021-04-30' }));
    expect(first).not.toBe(last);
  });

  it('a class that has ended keeps its sessions: none is cancelled, none joins', async () => {
    const ended = await trainingClass(training, { kind: 'thematic', roster: 'open' });
    const taught = await session(training, ended, { date: '2021-06-08' });
    await move(training, `/v1/classes/${ended}`, 'published');
    await move(training, `/v1/classes/${ended}`, 'running');
    await attend(training, taught, await people(training, 2));
    await move(training, `/v1/classes/${ended}`, 'closed');
    const before = (await settled(training)).total.personTimes.registered;
    await expect(move(training, `/v1/sessions/${taught}`, 'cancelled')).rejects.toThrow('classFinished');
    const other = await trainingClass(training, { kind: 'thematic' });
    await expect(session(training, other, { date: '2021-05-01', classIds: [other, ended] })).rejects.toThrow('classFinished');
    expect((await settled(training)).total.personTimes.registered).toBe(before);
  });
});
