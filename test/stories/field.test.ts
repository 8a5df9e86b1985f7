import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { CreateUser } from '#accounts';
import { systemContext } from '#platform/context';
import { addDays, today } from '#platform/clock';
import { insertRows } from '#platform/database';
import {
  attend,
  done,
  markOf,
  move,
  people,
  send,
  session,
  settled,
  startTraining,
  type Training,
  trainingClass,
} from '../factories/training.js';
import { addAccount, testPassword, tokenOf } from './support/county.js';

/** An instructor with a phone: what is served, what is kept, what is refused. */
describe('in the field', () => {
  let training: Training;
  let instructor: string;
  let instructorId: string;

  beforeAll(async () => {
    training = await startTraining();
    const { product, county, organiser } = training;
    const body = { name: '示例讲师', unitId: String(county.county), engagement: 'partTime' };
    instructorId = done(await product.call('/v1/instructors', { token: organiser, body })).json.id;
    await product.get(CreateUser).run(systemContext('cli'), {
      scope: { paths: ['/'] },
      account: 'instructor',
      name: '示例讲师',
      password: testPassword,
      grants: [{ bundle: 'instructor', unitId: county.county }],
      instructorId: Number(instructorId),
    });
    instructor = await tokenOf(product, 'instructor');
  });
  afterAll(() => training.stop());

  const pack = async (since?: string) =>
    done(await training.product.call(`/v1/field/pack${since === undefined ? '' : `?since=${since}`}`, { token: instructor })).json;

  /** A closed class of this week that the instructor teaches today. */
  async function todays(many: number) {
    const { product, county, organiser } = training;
    const trainees = await people(training, many);
    const fields = {
      name: '示例班',
      kind: 'thematic',
      startsOn: addDays(today(), -30),
      endsOn: addDays(today(), 30),
      hosts: [String(county.county)],
    };
    const classId = done(await product.call('/v1/classes', { token: organiser, body: fields })).json.id as string;
    done(
      await product.call('/v1/enrollments', { token: organiser, body: { classId, people: trainees.map((personId) => ({ personId })) } }),
    );
    const body = { leadClassId: classId, topic: '示例课', date: today(), dayPart: 'am', instructorIds: [instructorId] };
    const sessionId = done(await product.call('/v1/sessions', { token: organiser, body })).json.id as string;
    await move(training, `/v1/classes/${classId}`, 'published');
    return { classId, sessionId, trainees };
  }

  it('serves the sessions of two weeks with rosters, then only what has changed', async () => {
    const { sessionId, trainees } = await todays(3);
    const first = await pack();
    const served = first.sessions.find((one: { id: string }) => one.id === sessionId);
    expect(served.roster.map((one: { personId: string }) => one.personId)).toEqual(trainees);
    expect((await pack(first.cursor)).sessions).toEqual([]);

    const [verdict] = await send(training, [markOf(sessionId, trainees[0]!)], instructor);
    expect(verdict!.verdict).toBe('accepted');
    const second = await pack(first.cursor);
    expect(second.sessions).toHaveLength(1);
    expect(second.sessions[0].roster[0].live).toEqual([{ id: verdict!.id, slot: 1, status: 'present' }]);
    expect((await training.product.call('/v1/field/pack?since=nonsense!', { token: instructor })).status).toBe(400);
  });

  it('keeps a mark for a session once served, and refuses one never served', async () => {
    const { sessionId, trainees, classId } = await todays(1);
    const before = await pack();
    const { version } = done(await training.product.call(`/v1/sessions/${sessionId}`, { token: training.organiser })).json;
    done(
      await training.product.call(`/v1/sessions/${sessionId}`, {
        method: 'PATCH',
        token: training.organiser,
        headers: { 'if-match': `"${version}"` },
        body: { instructorIds: [] },
      }),
    );
    expect((await pack(before.cursor)).removed).toEqual([sessionId]);
    expect(await send(training, [markOf(sessionId, trainees[0]!)], instructor)).toMatchObject([{ verdict: 'review', code: 'outsidePack' }]);
    const foreign = await session(training, classId, { date: today(), dayPart: 'pm' });
    expect(await send(training, [markOf(foreign, trainees[0]!)], instructor)).toMatchObject([
      { verdict: 'refused', code: 'sessionUnknown' },
    ]);
    expect(await send(training, [markOf('4294967295', trainees[0]!)], instructor)).toMatchObject([
      { verdict: 'refused', code: 'sessionUnknown' },
    ]);
  });

  it('a class head has the sessions of their class in the pack and marks them, until another heads it', async () => {
    const { product, county, organiser, town } = training;
    const { classId, sessionId, trainees } = await todays(1);
    const head = await addAccount(product, 'head', 'instructor', county.hengqu);
    const phone = await tokenOf(product, 'head');
    const served = async () =>
      done(await product.call('/v1/field/pack', { token: phone })).json.sessions.map((one: { id: string }) => one.id);
    const headed = (headUserId: number | null, version: number, token = organiser) =>
      product.call(`/v1/classes/${classId}`, {
        method: 'PATCH',
        token,
        headers: { 'if-match': `"${version}"` },
        body: { headUserId: headUserId === null ? null : String(headUserId) },
      });
    const { version } = done(await product.call(`/v1/classes/${classId}`, { token: organiser })).json;
    expect(await served()).toEqual([]);
    expect((await send(training, [markOf(sessionId, trainees[0]!)], phone))[0]).toMatchObject({ verdict: 'refused' });
    expect(done(await headed(head, version)).json).toMatchObject({ headUserId: String(head) });
    expect(await served()).toEqual([sessionId]);
    expect((await send(training, [markOf(sessionId, trainees[0]!)], phone))[0]).toMatchObject({ verdict: 'accepted' });
    done(await headed(null, version + 1));
    expect(await served()).toEqual([]);
    expect((await headed(999_999, version + 2)).json).toMatchObject({ code: 'referenceUnknown', fields: [{ field: 'headUserId' }] });
    // A town names only its own people.
    const body = { name: '镇上的班', kind: 'thematic', startsOn: today(), endsOn: today(), hosts: [String(county.hengqu)] };
    const outside = await addAccount(product, 'outside', 'instructor', county.jinqu);
    const made = (headUserId: number) => product.call('/v1/classes', { token: town, body: { ...body, headUserId: String(headUserId) } });
    expect((await made(outside)).json).toMatchObject({ code: 'referenceUnknown' });
    expect(done(await made(head)).json).toMatchObject({ headUserId: String(head) });
  });

  it('one malformed mark spoils no other; the same packet shuffled five times stores nothing twice', async () => {
    const { sessionId, trainees } = await todays(20);
    const marks: object[] = trainees.map((person) => markOf(sessionId, person));
    const packet = [...marks.slice(0, 10), { ...marks[0], id: randomUUID(), status: 'asleep' }, ...marks.slice(10)];
    const verdicts = await send(training, packet, instructor);
    expect(verdicts.map((one) => one.verdict)).toEqual([...Array(10).fill('accepted'), 'refused', ...Array(10).fill('accepted')]);
    for (let again = 0; again < 5; again++) {
      const shuffled = [...marks].sort(() => Math.random() - 0.5);
      expect(new Set((await send(training, shuffled, instructor)).map((one) => one.verdict))).toEqual(new Set(['already']));
    }
    const [{ kept }] = await training.product.db.query('SELECT COUNT(*) AS kept FROM marks WHERE session_id = ?', [sessionId]);
    expect(kept).toBe(20);
  });

  it('an id used with another body is a conflict and changes nothing', async () => {
    const { sessionId, trainees } = await todays(1);
    const mark = markOf(sessionId, trainees[0]!);
    expect(await send(training, [mark, { ...mark, status: 'absent' }, mark], instructor)).toMatchObject([
      { verdict: 'accepted' },
      { verdict: 'conflict', code: 'markConflict' },
      { verdict: 'already' },
    ]);
  });

  it('two packets with the same marks at the same moment store them once', async () => {
    const { sessionId, trainees } = await todays(50);
    const marks = trainees.map((person) => markOf(sessionId, person));
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(training, marks, instructor)));
    expect(answers.flat().filter((one) => one.verdict === 'accepted')).toHaveLength(50);
    expect(answers.flat().filter((one) => one.verdict === 'already')).toHaveLength(350);
  });

  it('a walk-in counts for nobody until matched, and holds no session', async () => {
    const lesson = await session(training, await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu }), {
      date: '2021-10-20',
    });
    const walkIn = { ...markOf(lesson, ''), personId: undefined, walkIn: { name: '过路人', village: '邻村', phoneTail: '0123' } };
    await send(training, [walkIn]);
    const query = 'from=2021-10&to=2021-10';
    expect((await settled(training, query)).total).toMatchObject({ unidentified: 1, sessionsHeld: 0, personTimes: { registered: 0 } });
    const [stranger] = await people(training, 1, { unitId: training.county.jinquVillage });
    for (const personId of [stranger, '4294967295']) {
      const body = { decision: 'match', personId };
      const refused = await training.product.call(`/v1/marks/${walkIn.id}/decide`, { token: training.town, body });
      expect([refused.status, refused.json.code]).toEqual([404, 'personUnknown']);
    }
    const [personId] = await people(training, 1);
    done(
      await training.product.call(`/v1/marks/${walkIn.id}/decide`, { token: training.organiser, body: { decision: 'match', personId } }),
    );
    expect((await settled(training, query)).total).toMatchObject({ unidentified: 0, sessionsHeld: 1, personTimes: { registered: 1 } });
  });

  it('merging two records of one person counts once, un-merging restores exactly', async () => {
    const query = 'from=2021-12&to=2021-12';
    const [kept, twin] = await people(training, 2);
    const closed = await trainingClass(training, { kind: 'thematic', people: [kept!, twin!] });
    await attend(training, await session(training, closed, { date: '2021-12-07' }), [kept!, twin!]);
    expect((await settled(training, query)).total).toMatchObject({ personTimes: { registered: 2 }, people: 2 });
    const act = async (path: string, body: object) => {
      const { version } = done(await training.product.call(`/v1/people/${twin}`, { token: training.organiser })).json;
      done(
        await training.product.call(`/v1/people/${twin}/${path}`, {
          token: training.organiser,
          body,
          headers: { 'if-match': `"${version}"` },
        }),
      );
    };
    await act('merge', { intoId: kept });
    expect((await settled(training, query)).total).toMatchObject({ personTimes: { registered: 1 }, people: 1 });
    await act('unmerge', {});
    expect((await settled(training, query)).total).toMatchObject({ personTimes: { registered: 2 }, people: 2 });
  });

  it('marks after closing wait; a late mark counts and is flagged', async () => {
    const [on] = await people(training, 1);
    const closed = await trainingClass(training, { kind: 'thematic', people: [on!] });
    const sitting = await session(training, closed, { date: '2021-01-12' });
    for (const state of ['published', 'running', 'closed']) await move(training, `/v1/classes/${closed}`, state);
    const [verdict] = await attend(training, sitting, [on!]);
    expect(verdict).toMatchObject({ verdict: 'review', code: 'classClosed' });
    const query = 'from=2021-01&to=2021-01';
    expect((await settled(training, query)).total.personTimes.registered).toBe(0);
    done(await training.product.call(`/v1/marks/${verdict!.id}/decide`, { token: training.organiser, body: { decision: 'admit' } }));
    expect((await settled(training, query)).total.personTimes.registered).toBe(1);
    const { product, organiser: token } = training;
    const flags = async () => done(await product.call(`/v1/marks?session=${sitting}`, { token })).json.items;
    expect(await flags()).toMatchObject([{ late: true, unknownDevice: true }]);
    await product.db.query('UPDATE devices SET enrolled = 1');
    expect(await flags()).toMatchObject([{ late: true, unknownDevice: false }]);
  });

  it('a mark or head count in time for another day is late for the day the session really was', async () => {
    const { product, organiser: token } = training;
    const [on] = await people(training, 1);
    const classId = await trainingClass(training, { kind: 'thematic', people: [on!] });
    await product.db.query('UPDATE classes SET starts_on = ?, ends_on = ? WHERE id = ?', [addDays(today(), -90), today(), classId]);
    const sitting = await session(training, classId, { date: today() });
    for (const state of ['published', 'running']) await move(training, `/v1/classes/${classId}`, state);
    await attend(training, sitting, [on!]);
    const heads = { count: 3, method: 'counted', countedBy: '村文书' };
    done(
      await product.call(`/v1/sessions/${sitting}/head-count`, {
        method: 'PUT',
        token,
        body: heads,
        headers: { 'idempotency-key': sitting },
      }),
    );
    const late = async () => [
      done(await product.call(`/v1/marks?session=${sitting}`, { token })).json.items.map((one: { late: boolean }) => one.late),
      done(await product.call(`/v1/sessions/${sitting}/head-counts`, { token })).json.map((one: { late: boolean }) => one.late),
    ];
    expect(await late()).toEqual([[false], [false]]);
    const { version } = done(await product.call(`/v1/sessions/${sitting}`, { token })).json;
    const moved = { method: 'PATCH', token, headers: { 'if-match': `"${version}"` }, body: { date: addDays(today(), -80) } };
    done(await product.call(`/v1/sessions/${sitting}`, moved));
    expect(await late()).toEqual([[true], [true]]);
  });

  it('whoever teaches and also organises a town gets the own sessions whole, of others those to settle, nearest first, and is told of a cut', async () => {
    const { product, county, organiser } = training;
    const fields = { name: '示例兼职讲师', unitId: String(county.hengqu), engagement: 'partTime' };
    const teacher = done(await product.call('/v1/instructors', { token: organiser, body: fields })).json.id as string;
    await product.get(CreateUser).run(systemContext('cli'), {
      scope: { paths: ['/'] },
      account: 'both',
      name: '示例兼职讲师',
      password: testPassword,
      grants: [
        { bundle: 'instructor', unitId: county.county },
        { bundle: 'townOrganiser', unitId: county.hengqu },
      ],
      instructorId: Number(teacher),
    });
    const both = await tokenOf(product, 'both');
    const lesson = async (village: number, days: number, more: object = {}) => {
      const dates = { startsOn: addDays(today(), -30), endsOn: addDays(today(), 30) };
      const hosts = { hosts: [String(village)], villageId: String(village) };
      const body = { name: '示例班', kind: 'demonstration', ...dates, ...hosts };
      const classId = done(await product.call('/v1/classes', { token: organiser, body })).json.id as string;
      const sitting = { leadClassId: classId, topic: '示例课', date: addDays(today(), days), dayPart: 'am', ...more };
      const sessionId = done(await product.call('/v1/sessions', { token: organiser, body: sitting })).json.id as string;
      await move(training, `/v1/classes/${classId}`, 'published');
      return { classId, sessionId };
    };
    const own = await lesson(county.jinquVillage, 14, { instructorIds: [teacher] });
    const [near, far, foreign] = [
      await lesson(county.doujiabu, 0),
      await lesson(county.doujiabu, -7),
      await lesson(county.jinquVillage, 0),
    ];
    const served = async () => {
      const { sessions, truncated } = done(await product.call('/v1/field/pack', { token: both })).json;
      const ids = new Set((sessions as { id: string }[]).map((one) => one.id));
      const has = ({ sessionId }: { sessionId: string }): boolean => ids.has(sessionId);
      return { many: ids.size, truncated, own: has(own), near: has(near), far: has(far), foreign: has(foreign) };
    };
    expect(await served()).toEqual({ many: 3, truncated: false, own: true, near: true, far: true, foreign: false });

    const many = Array.from({ length: 297 }, (_, i) => ({
      lead_class_id: near.classId,
      topic: `示例${i}`,
      date: addDays(today(), 3),
      day_part: 'pm',
    }));
    const tie = () =>
      product.db.query(
        'INSERT IGNORE INTO session_classes (session_id, class_id) SELECT id, lead_class_id FROM sessions WHERE lead_class_id = ?',
        [near.classId],
      );
    await insertRows(product.db, 'sessions', many);
    await tie();
    expect(await served()).toEqual({ many: 300, truncated: false, own: true, near: true, far: true, foreign: false });
    await insertRows(product.db, 'sessions', many.slice(0, 1));
    await tie();
    expect(await served()).toEqual({ many: 300, truncated: true, own: true, near: true, far: false, foreign: false });
    expect((await pack()).truncated).toBe(false);
  });
});
