import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertRows } from '#platform/database';
import {
  attend,
  done,
  enroll,
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

/** What an organiser has to do about marks, and how the list of it becomes empty. */
describe('the worklist of marks', () => {
  let training: Training;
  beforeAll(async () => {
    training = await startTraining();
  });
  afterAll(() => training.stop());

  const page = async (query: string, token = training.organiser) =>
    done(await training.product.call(`/v1/marks?${query}`, { token })).json as { items: Item[]; nextCursor: string | null };
  const list = async (query: string, token = training.organiser) => {
    await settled(training);
    return (await page(query, token)).items;
  };
  const decide = async (id: string, body: object) => {
    done(await training.product.call(`/v1/marks/${id}/decide`, { token: training.organiser, body }));
  };
  interface Item {
    id: string;
    sessionId: string;
    personId: string | null;
    [field: string]: unknown;
  }

  it('somebody off a closed roster waits with the reason, and no more once admitted or rejected', async () => {
    const [on, off, other] = await people(training, 3);
    const classId = await trainingClass(training, { kind: 'thematic', people: [on!] });
    const sessionId = await session(training, classId, { date: '2021-03-02' });
    await attend(training, sessionId, [on!, off!, other!]);
    const waiting = await list(`needs=decision&session=${sessionId}`);
    expect(waiting.map((one) => one.personId).sort()).toEqual([off, other].sort());
    expect(waiting.find((one) => one.personId === off)).toMatchObject({
      sessionId,
      date: '2021-03-02',
      classId,
      slot: 1,
      person: { name: `示例${off}`, unit: '豆家堡村', last4: null },
      walkIn: null,
      status: 'present',
      method: 'roll',
      origin: 'field',
      late: true,
      waiting: 'offRoster',
      live: true,
      disputed: false,
      decision: null,
      needs: 'decision',
    });
    await decide(waiting[0]!.id, { decision: 'admit' });
    await decide(waiting[1]!.id, { decision: 'reject' });
    expect(await list(`needs=decision&session=${sessionId}`)).toEqual([]);
    const all = await list(`session=${sessionId}`);
    expect(all.map((one) => [one.decision, one.live, one.waiting])).toEqual(
      expect.arrayContaining([
        [null, true, null],
        ['admit', true, null],
        ['reject', false, null],
      ]),
    );
  });

  it('a roster mended ends the waiting without a decision', async () => {
    const [on, off] = await people(training, 2);
    const classId = await trainingClass(training, { kind: 'thematic', people: [on!] });
    const sessionId = await session(training, classId, { date: '2021-03-03' });
    await attend(training, sessionId, [off!]);
    expect(await list(`needs=decision&class=${classId}`)).toHaveLength(1);
    await enroll(training, classId, [off!]);
    expect(await list(`needs=decision&class=${classId}`)).toEqual([]);
  });

  it('of marks that wait only the last word is shown; marks of a cancelled session say so; after closing they wait', async () => {
    const [on, off] = await people(training, 2);
    const classId = await trainingClass(training, { kind: 'thematic', people: [on!] });
    const [first, second] = [
      await session(training, classId, { date: '2021-03-09' }),
      await session(training, classId, { date: '2021-03-10' }),
    ];
    const [before] = await attend(training, first, [off!]);
    const word = markOf(first, off!, 'late', { replaces: [before!.id] });
    await send(training, [word]);
    expect((await list(`needs=decision&session=${first}`)).map((one) => one.id)).toEqual([word.id]);

    await attend(training, second, [on!]);
    await move(training, `/v1/sessions/${second}`, 'cancelled');
    expect(await list(`needs=decision&session=${second}`)).toMatchObject([{ personId: on, waiting: 'sessionCancelled' }]);

    for (const state of ['published', 'running', 'closed']) await move(training, `/v1/classes/${classId}`, state);
    const [late] = await attend(training, first, [on!]);
    expect((await list(`needs=decision&session=${first}`)).find((one) => one.id === late!.id)).toMatchObject({ waiting: 'classClosed' });
  });

  it('a walk-in is listed until somebody says who it was, even when it came after the class was closed', async () => {
    const lessons = await trainingClass(training, { kind: 'demonstration', village: training.county.doujiabu });
    const sessionId = await session(training, lessons, { date: '2021-04-06' });
    const walkIn = (name: string, status = 'present') => ({
      ...markOf(sessionId, '', status),
      personId: undefined,
      walkIn: { name, village: '邻村', phoneTail: '0123' },
    });
    const [came, went, absent] = [walkIn('过路人'), walkIn('后来人'), walkIn('没来的人', 'absent')];
    await send(training, [came, absent]);
    for (const state of ['published', 'running', 'closed']) await move(training, `/v1/classes/${lessons}`, state);
    await send(training, [went]);
    const unmatched = await list(`needs=match&session=${sessionId}`);
    expect(unmatched.map((one) => [one.id, one.waiting]).sort()).toEqual(
      [
        [came.id, null],
        [went.id, 'classClosed'],
      ].sort(),
    );
    expect(unmatched[0]).toMatchObject({ personId: null, person: null, classId: lessons, needs: 'match' });
    expect(unmatched.find((one) => one.id === came.id)!.walkIn).toEqual({ name: '过路人', village: '邻村', phoneTail: '0123' });
    expect(await list(`needs=decision&session=${sessionId}`)).toEqual([]);
    const [who, whoElse] = await people(training, 2);
    await decide(came.id, { decision: 'match', personId: who });
    await decide(went.id, { decision: 'match', personId: whoElse });
    expect(await list(`needs=match&session=${sessionId}`)).toEqual([]);
  });

  it('who a walk-in was holds for the same words in other roll calls, come when they may, as long as the decision stands', async () => {
    const [on, off] = (await people(training, 2)) as [string, string];
    const classId = await trainingClass(training, { kind: 'thematic', people: [on] });
    const sessionId = await session(training, classId, { date: '2021-11-09' });
    const called = (slot: number, more: object = {}) => ({
      ...markOf(sessionId, '', 'present', { slot, ...more }),
      personId: undefined,
      walkIn: { name: '来客', village: '邻村' },
    });
    const [first, again, later] = [called(1), called(2), called(3)];
    const corrected = called(2, { status: 'late', replaces: [again.id] });
    const month = async () => (await settled(training, 'from=2021-11&to=2021-11')).total;
    const known = async () => Object.fromEntries((await list(`session=${sessionId}`)).map((one) => [one.id, one.personId]));
    await send(training, [first, again]);
    await decide(first.id, { decision: 'match', personId: on });
    await send(training, [later, corrected]);
    expect(await known()).toEqual({ [first.id]: on, [again.id]: on, [later.id]: on, [corrected.id]: on });
    expect(await list(`needs=match&session=${sessionId}`)).toEqual([]);
    expect(await month()).toMatchObject({ personTimes: { registered: 1 }, unidentified: 0 });

    await decide(first.id, { decision: 'match', personId: off });
    expect(await known()).toEqual({ [first.id]: off, [again.id]: off, [later.id]: off, [corrected.id]: off });
    await expect(decide(later.id, { decision: 'withdraw' })).rejects.toThrow('nothingToDecide');
    await decide(later.id, { decision: 'match', personId: on });
    await decide(first.id, { decision: 'withdraw' });
    expect(await known()).toEqual({ [first.id]: on, [again.id]: on, [later.id]: on, [corrected.id]: on });
    await decide(later.id, { decision: 'withdraw' });
    expect(await known()).toEqual({ [first.id]: null, [again.id]: null, [later.id]: null, [corrected.id]: null });
    expect(await month()).toMatchObject({ personTimes: { registered: 0 }, unidentified: 1 });
  });

  it('what was decided can be taken back, a stranger who was nobody is rejected, and what does not wait is not admitted', async () => {
    const [on, off] = await people(training, 2);
    const classId = await trainingClass(training, { kind: 'thematic', people: [on!] });
    const sessionId = await session(training, classId, { date: '2021-12-07' });
    const stranger = { ...markOf(sessionId, ''), personId: undefined, walkIn: { name: '来客' } };
    const [counted, waiting] = await attend(training, sessionId, [on!, off!]);
    await send(training, [stranger]);
    const month = async () => (await settled(training, 'from=2021-12&to=2021-12')).total;
    const refused = (id: string, decision: string) => expect(decide(id, { decision })).rejects.toThrow('nothingToDecide');
    await refused(counted!.id, 'admit');
    await refused(counted!.id, 'withdraw');
    await refused(stranger.id, 'admit');

    await decide(waiting!.id, { decision: 'admit' });
    await decide(stranger.id, { decision: 'match', personId: off });
    await decide(stranger.id, { decision: 'withdraw' });
    expect(await month()).toMatchObject({ personTimes: { registered: 2 }, unidentified: 1 });
    await decide(waiting!.id, { decision: 'withdraw' });
    await decide(stranger.id, { decision: 'reject' });
    expect(await month()).toMatchObject({ personTimes: { registered: 1 }, unidentified: 0 });
    expect((await list(`needs=decision&session=${sessionId}`)).map((one) => one.id)).toEqual([waiting!.id]);
    expect(await list(`needs=match&session=${sessionId}`)).toEqual([]);
  });

  it.each([
    ['present', 'absent'],
    ['onLeave', 'absent'],
  ])('two phones that say %s and %s are listed to be settled, whichever is provisionally taken', async (one, other) => {
    const trainees = await people(training, 6);
    const classId = await trainingClass(training, { kind: 'thematic', people: trainees });
    const sessionId = await session(training, classId, { date: '2021-05-11' });
    await attend(training, sessionId, trainees, one);
    await attend(training, sessionId, trainees.slice(1), other);
    const disputes = await list(`needs=settling&class=${classId}`);
    expect(disputes).toHaveLength(10);
    expect(disputes.every((mark) => mark.disputed && mark.live && mark.personId !== trainees[0])).toBe(true);
  });

  /** Marks made at the console. */
  const record = async (marks: object[], token = training.organiser) =>
    done(await training.product.call('/v1/marks', { token, body: { marks } })).json.verdicts as { verdict: string; code?: string }[];

  it('the console settles a dispute: its mark replaces both, the figure follows, nothing is left to settle', async () => {
    const registered = async () => (await settled(training, 'from=2021-06&to=2021-06')).total.personTimes.registered;
    const [trainee] = await people(training, 1);
    const classId = await trainingClass(training, { kind: 'thematic', people: [trainee!] });
    const sessionId = await session(training, classId, { date: '2021-06-15' });
    for (const status of ['present', 'absent']) await attend(training, sessionId, [trainee!], status);
    const provisional = await registered();
    const disputed = await list(`needs=settling&session=${sessionId}`);
    const replaces = disputed.map((one) => one.id);
    expect(replaces).toHaveLength(2);
    // What provisionally counts is the other way round from what the console finds out.
    const truth = provisional === 1 ? 'absent' : 'late';
    const mark = markOf(sessionId, trainee!, truth, { method: 'lateEntry', replaces });
    expect(await record([mark])).toMatchObject([{ verdict: 'accepted' }]);
    expect(await record([mark])).toMatchObject([{ verdict: 'already' }]);
    expect(await registered()).toBe(1 - provisional);
    expect(await list(`needs=settling&session=${sessionId}`)).toEqual([]);
    expect((await list(`session=${sessionId}`)).filter((one) => one.live)).toMatchObject([
      { id: mark.id, origin: 'console', method: 'lateEntry', status: truth, disputed: false },
    ]);
  });

  it('the console marks sessions of its units only, whoever teaches the others, and one bad mark spoils no other', async () => {
    const { product, county, organiser, town } = training;
    const teacher = { name: '示例讲师', unitId: String(county.county), engagement: 'partTime' };
    const instructorId = Number(done(await product.call('/v1/instructors', { token: organiser, body: teacher })).json.id);
    await product.db.query("UPDATE users SET instructor_id = ? WHERE account = 'town'", [instructorId]);
    const [trainee] = await people(training, 1);
    const [mine, theirs] = [county.doujiabu, county.jinquVillage];
    const lesson = async (village: number) =>
      session(training, await trainingClass(training, { kind: 'demonstration', village }), { date: '2021-06-16' });
    const [here, there] = [await lesson(mine), await lesson(theirs)];
    await product.db.query('INSERT INTO session_instructors (session_id, instructor_id) VALUES (?, ?)', [there, instructorId]);
    const [good, bad] = [markOf(here, trainee!), markOf(here, trainee!, 'asleep')];
    expect(await record([good, bad, markOf(there, trainee!), markOf('4294967295', trainee!)], town)).toMatchObject([
      { verdict: 'accepted' },
      { verdict: 'refused', code: 'markMalformed' },
      { verdict: 'refused', code: 'sessionUnknown' },
      { verdict: 'refused', code: 'sessionUnknown' },
    ]);
    expect(await send(training, [markOf(there, trainee!)], town)).toMatchObject([{ verdict: 'accepted' }]);
    const packet = Array.from({ length: 501 }, () => good);
    expect((await product.call('/v1/marks', { token: town, body: { marks: packet } })).json.code).toBe('invalidFields');
    expect((await product.call('/v1/marks', { token: training.official, body: { marks: [] } })).status).toBe(403);
  });

  it('pages by date, session and id, however small the page, and narrows by every filter', async () => {
    const { product, organiser, county } = training;
    const trainees = await people(training, 3);
    const village = await trainingClass(training, { kind: 'thematic', village: county.jinquVillage });
    const dates = Array.from({ length: 12 }, (_, i) => `2021-08-${String(i + 1).padStart(2, '0')}`);
    for (const date of dates) await attend(training, await session(training, village, { date }), trainees);
    const whole = await list(`class=${village}&limit=200&needs=decision`);
    expect(whole).toHaveLength(36);
    const order = (one: Item) => `${String(one.date)} ${one.id}`;
    expect(whole.map(order)).toEqual(whole.map(order).sort());
    const walked: Item[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const next = await page(`class=${village}&limit=5&needs=decision${cursor && `&cursor=${cursor}`}`);
      expect(next.items.length).toBeLessThanOrEqual(5);
      walked.push(...next.items);
      cursor = next.nextCursor;
    }
    expect(walked).toEqual(whole);
    const few = (query: string) => list(`class=${village}&${query}&limit=200`).then((items) => items.length);
    expect(await few('from=2021-08-03&to=2021-08-04')).toBe(6);
    expect(await few('late=false')).toBe(0);
    expect(await few(`unit=${county.jinqu}`)).toBe(36);
    expect(await few(`unit=${county.hengqu}`)).toBe(0);
    for (const cursor of ['nonsense!', Buffer.from('["yesterday",1,""]').toString('base64url')])
      expect((await product.call(`/v1/marks?cursor=${cursor}`, { token: organiser })).json.code).toBe('cursorInvalid');
  });

  it('of one person are the marks of all their records, and only their sessions are gone through', async () => {
    const { product, county } = training;
    const [kept, twin, other] = await people(training, 3);
    const lessons = await trainingClass(training, { kind: 'demonstration', village: county.doujiabu });
    // More sessions than a page goes through stand before the first that the person was at.
    const between = Array.from({ length: 250 }, (_, i) => ({
      lead_class_id: Number(lessons),
      topic: `第${i}课`,
      date: '2021-01-04',
      day_part: 'am',
    }));
    await insertRows(product.db, 'sessions', between);
    await product.db.query('INSERT INTO session_classes (session_id, class_id) SELECT id, lead_class_id FROM sessions WHERE date = ?', [
      '2021-01-04',
    ]);
    const [first, second] = [
      await session(training, lessons, { date: '2021-11-02' }),
      await session(training, lessons, { date: '2021-11-03' }),
    ];
    await attend(training, first, [kept!, other!]);
    const stranger = { ...markOf(second, ''), personId: undefined, walkIn: { name: '来客' } };
    await send(training, [stranger]);
    await decide(stranger.id, { decision: 'match', personId: twin });
    const sessionsOf = async (person: string) => {
      const { items, nextCursor } = await page(`person=${person}`);
      return [...items.map((one) => one.sessionId), nextCursor];
    };
    expect([await sessionsOf(kept!), await sessionsOf(twin!)]).toEqual([
      [first, null],
      [second, null],
    ]);
    await product.db.query('INSERT INTO person_aliases (person_id, canonical_id) VALUES (?, ?)', [twin, kept]);
    expect([await sessionsOf(kept!), await sessionsOf(twin!)]).toEqual([
      [first, second, null],
      [first, second, null],
    ]);
  });

  it('shows an organiser the sessions of its own units, and of other people only that they are not there any more', async () => {
    const { product, county, town, official } = training;
    const [own, moved] = [await people(training, 1), await people(training, 1, { unitId: county.jinquVillage })];
    const mine = await trainingClass(training, { kind: 'demonstration', village: county.doujiabu, roster: 'closed' });
    const theirs = await trainingClass(training, { kind: 'demonstration', village: county.jinquVillage, roster: 'closed' });
    const [here, there] = [await session(training, mine, { date: '2021-10-12' }), await session(training, theirs, { date: '2021-10-12' })];
    await attend(training, here, [...own, ...moved]);
    await attend(training, there, [...own, ...moved]);
    const seen = await list('needs=decision&from=2021-10-12&to=2021-10-12', town);
    expect(seen.map((one) => [one.sessionId, one.person])).toEqual(
      expect.arrayContaining([
        [here, { name: `示例${own[0]}`, unit: '豆家堡村', last4: null }],
        [here, { movedAway: true }],
      ]),
    );
    expect(seen).toHaveLength(2);
    expect((await product.call('/v1/marks', { token: official })).status).toBe(403);
  });
});
