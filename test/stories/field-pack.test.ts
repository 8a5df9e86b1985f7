import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CreateUser } from '#accounts';
import { systemContext } from '#platform/context';
import { addDays, today } from '#platform/clock';
import { insertRows } from '#platform/database';
import { type Field, startField, todaysClass } from '../factories/field.js';
import { done, enroll, heads, markOf, move, people, send, session, type Training } from '../factories/training.js';
import { addAccount, testPassword, tokenOf } from './support/county.js';

/** What a phone is served, and whose sessions it may mark. */
describe('the pack of a phone', () => {
  let field: Field;
  let training: Training;
  let instructor: string;
  beforeAll(async () => {
    field = await startField();
    ({ training, instructor } = field);
  });
  afterAll(() => training.stop());

  const pack = async (since?: string) =>
    done(await training.product.call(`/v1/field/pack${since === undefined ? '' : `?since=${since}`}`, { token: instructor })).json;

  it('serves the sessions of two weeks with rosters, then only what has changed', async () => {
    const { sessionId, trainees } = await todaysClass(field, 3);
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

  it('says of what does not come from the field where it comes from: the phone decides disputes by it', async () => {
    const { sessionId, trainees } = await todaysClass(field, 1);
    const mark = markOf(sessionId, trainees[0]!);
    await send(training, [mark], instructor);
    const said = markOf(sessionId, trainees[0]!, 'absent');
    done(await training.product.call('/v1/marks', { token: training.organiser, body: { marks: [said] } }));
    const headCount = await heads(training, sessionId, 46);
    const { roster, headCounts } = (await pack()).sessions.find((one: { id: string }) => one.id === sessionId);
    const origins = (rows: { id: string; origin?: string }[]) => Object.fromEntries(rows.map(({ id, origin }) => [id, origin]));
    expect(origins(roster[0].live)).toEqual({ [mark.id]: undefined, [said.id]: 'console' });
    expect(origins(headCounts)).toEqual({ [headCount]: 'console' });
  });

  it('takes the cursor in a body, too, however many sessions it names', async () => {
    const { sessionId } = await todaysClass(field, 1);
    const ask = (body: object) => training.product.call('/v1/field/pack', { token: instructor, body });
    const whole = done(await ask({})).json;
    expect(whole.sessions.map((one: { id: string }) => one.id)).toContain(sessionId);
    expect(done(await ask({ since: whole.cursor })).json).toMatchObject({ cursor: whole.cursor, sessions: [], removed: [] });
    const served = Array.from({ length: 5_000 }, (_, i) => String(3_000_000_000 + i));
    const since = Buffer.from(served.map((id) => `${id}.${'x'.repeat(12)}`).join(' ')).toString('base64url');
    const after = done(await ask({ since })).json;
    expect([after.removed, after.sessions.length]).toEqual([served, whole.sessions.length]);
    expect((await training.product.call(`/v1/field/pack?since=${since}`, { token: instructor })).json.code).toBe('headTooLarge');
    expect((await ask({ since: 'nonsense!' })).json.code).toBe('cursorInvalid');
    expect((await ask({ since: 7 })).json).toMatchObject({ code: 'invalidFields', fields: [{ field: 'since' }] });
  });

  it('tells of people on no list until somebody has said who of the roster they were, and of the heads that a new count has to name', async () => {
    const { sessionId, trainees } = await todaysClass(field, 1);
    const ofSession = async () => (await pack()).sessions.find((one: { id: string }) => one.id === sessionId);
    expect(await ofSession()).toMatchObject({ walkIns: [], headCounts: [] });
    const walkIn = { name: '示例村民', phoneTail: '0123' };
    const stranger = (more: object) => ({ ...markOf(sessionId, '', 'present', more), personId: undefined, walkIn });
    const [first, again, second] = [stranger({}), stranger({ slot: 2 }), stranger({})];
    const corrected = { ...stranger({ status: 'late' }), replaces: [second.id] };
    const other = { ...stranger({}), walkIn: { name: '另一位', village: '邻村' } };
    await send(training, [first, again, second, corrected, other], instructor);
    const called = { name: '示例村民', village: null, phoneTail: '0123', matched: false, waiting: [] };
    const live = [
      { id: first.id, slot: 1, status: 'present' },
      { id: again.id, slot: 2, status: 'present' },
      { id: corrected.id, slot: 1, status: 'late' },
    ].sort((a, b) => (a.id < b.id ? -1 : 1));
    const { walkIns } = await ofSession();
    expect(walkIns).toHaveLength(2);
    expect(walkIns).toContainEqual({ ...called, live });
    const decide = (id: string, body: object) => training.product.call(`/v1/marks/${id}/decide`, { token: training.organiser, body });
    for (const { id } of [first, again, corrected]) done(await decide(id, { decision: 'match', personId: trainees[0] }));
    done(await decide(other.id, { decision: 'reject' }));
    const { roster, walkIns: left } = await ofSession();
    expect(left).toEqual([]);
    expect(roster[0].live.map(({ id }: { id: string }) => id).sort()).toEqual(live.map(({ id }) => id));
    // Somebody on no roster of the session stays on no list.
    const [beside] = await people(training, 1);
    done(await decide(first.id, { decision: 'match', personId: beside }));
    expect((await ofSession()).walkIns).toMatchObject([{ ...called, matched: true, live: [{ id: first.id }] }]);

    const count = (mode: string, many: number, more: object = {}) => ({
      id: randomUUID(),
      sessionId,
      mode,
      count: many,
      method: 'counted',
      countedBy: '村文书',
      at: '2021-06-08T08:40:00.000Z',
      ...more,
    });
    const handed = async (headCounts: object[]) =>
      done(await training.product.call('/v1/field/marks', { token: instructor, body: { deviceId: randomUUID(), marks: [], headCounts } }));
    const [part, rest] = [count('add', 30), count('add', 16)];
    await handed([part, rest]);
    const told = async () => (await ofSession()).headCounts.map(({ id, replaced }: { id: string; replaced: boolean }) => [id, replaced]);
    const unsorted = (rows: unknown[]) => [...rows].sort();
    expect(unsorted(await told())).toEqual(
      unsorted([
        [part.id, false],
        [rest.id, false],
      ]),
    );
    done(await training.product.call(`/v1/head-counts/${part.id}/verify`, { token: training.organiser, body: {} }));
    const whole = count('replace', 47, { replaces: [part.id, rest.id] });
    await handed([whole]);
    // What is verified is in force as long as nobody has verified what takes its place.
    expect(unsorted(await told())).toEqual(
      unsorted([
        [part.id, true],
        [whole.id, false],
      ]),
    );
  });

  it('lists the same sessions to a page, page by page, with nobody’s name, and serves nothing by it', async () => {
    const { classId, sessionId, trainees } = await todaysClass(field, 2);
    const list = async (query = '') => done(await training.product.call(`/v1/field/sessions${query}`, { token: instructor })).json;
    const shown = (await list()).items.find((one: { id: string }) => one.id === sessionId);
    expect(shown).toEqual({
      id: sessionId,
      kind: 'thematic',
      state: 'scheduled',
      date: today(),
      dayPart: 'am',
      topic: '示例课',
      place: null,
      onRoster: 2,
    });
    expect(await send(training, [markOf(sessionId, trainees[0]!)], instructor)).toMatchObject([{ verdict: 'accepted' }]);
    // Whoever is on the rosters of both classes that sit together is one.
    const { classId: beside } = await todaysClass(field, 1);
    await enroll(training, beside, trainees);
    const sitting = { date: today(), dayPart: 'pm', classIds: [classId, beside], instructorIds: [field.instructorId] };
    const joint = await session(training, classId, sitting);
    expect((await list()).items.find((one: { id: string }) => one.id === joint).onRoster).toBe(3);
    // Taught by nobody: not one’s own.
    await session(training, classId, { date: today(), dayPart: 'evening' });
    const ids = (answer: { items: { id: string }[] }) => answer.items.map(({ id }) => id);
    const pages: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const next: { items: { id: string }[]; nextCursor: string | null } = await list(`?limit=1${cursor && `&cursor=${cursor}`}`);
      pages.push(...ids(next));
      cursor = next.nextCursor;
    }
    expect(pages).toEqual(ids(await list()));
    expect([...pages].sort()).toEqual((await pack()).sessions.map(({ id }: { id: string }) => id).sort());
    expect((await training.product.call('/v1/field/sessions?cursor=nonsense!', { token: instructor })).json.code).toBe('cursorInvalid');
  });

  it('keeps a mark for a session once served, and refuses one never served', async () => {
    const { sessionId, trainees, classId } = await todaysClass(field, 1);
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
    const { classId, sessionId, trainees } = await todaysClass(field, 1);
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
