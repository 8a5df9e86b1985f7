import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { now } from '#platform/clock';
import { insertRows } from '#platform/database';
import { type Field, startField, todaysClass } from '../factories/field.js';
import { come, enrolled, hand, invite, invited, type Phone } from '../factories/phones.js';
import { done, markOf, type Training } from '../factories/training.js';
import { bring, fileOf } from '../factories/unsent-files.js';
import { addAccount, type County, signedIn } from './support/county.js';
import { type Product } from './support/start-product.js';

/** Class heads stand in the field as instructors do: a code for the phone of an account, whether or not an instructor is behind it. */
let field: Field;
let training: Training;
let product: Product;
let county: County;
let organiser: string;
beforeAll(async () => {
  field = await startField();
  ({ training } = field);
  ({ product, county, organiser } = training);
});
afterAll(() => training?.stop());

/** An account that is no instructor's. */
const head = async (name: string, unitId = county.county): Promise<{ userId: string }> => ({
  userId: String(await addAccount(product, name, 'classHead', unitId)),
});
/** A class of today that they head and nobody teaches. */
const headed = ({ userId }: { userId: string }, many: number) =>
  todaysClass(field, many, { ofClass: { headUserId: userId }, ofSession: { instructorIds: [] } });
const served = async ({ token }: Phone): Promise<string[]> =>
  done(await product.call('/v1/field/pack', { token })).json.sessions.map((one: { id: string }) => one.id);
const makers = async (sessionId: string) =>
  product.db.query('SELECT u.name, COUNT(*) AS n FROM marks m JOIN users u ON u.id = m.user_id WHERE m.session_id = ? GROUP BY u.name', [
    sessionId,
  ]);

describe('the phone of a class’s head', () => {
  test('enrols by a code for the account, once, and marks the sessions of the classes that they head, and no others', async () => {
    const whom = await head('王班主任');
    const { sessionId, trainees } = await headed(whom, 2);
    const foreign = await todaysClass(field, 1);
    const answer = await invite(product, organiser, whom);
    expect([answer.status, answer.json]).toEqual([
      201,
      { code: expect.stringMatching(/^[\w-]{22}$/), expiresAt: expect.any(String), name: '王班主任' },
    ]);
    const { code } = answer.json;
    const deviceId = randomUUID();
    const first = done(await come(product, code, deviceId)).json;
    const key = `user#${whom.userId}`;
    expect(first).toEqual({ token: expect.any(String), name: '王班主任', holder: key, instructor: key });
    expect((await come(product, code)).json.code).toBe('invitationUsed');
    // The answer may have been lost: the same phone comes again, and only its last token works.
    const phone = { deviceId, token: done(await come(product, code, deviceId)).json.token };
    expect((await product.call('/v1/field/pack', { token: first.token })).status).toBe(401);
    expect(await served(phone)).toEqual([sessionId]);
    const marks = [...trainees.map((person) => markOf(sessionId, person)), markOf(foreign.sessionId, foreign.trainees[0]!)];
    expect((await hand(product, phone, marks)).json.verdicts).toMatchObject([
      { verdict: 'accepted' },
      { verdict: 'accepted' },
      { verdict: 'refused', code: 'sessionUnknown' },
    ]);
    expect(await makers(sessionId)).toEqual([{ name: '王班主任', n: 2 }]);
    const { items } = done(await product.call('/v1/devices?limit=200', { token: organiser })).json;
    expect(items.find((one: { name: string }) => one.name === '王班主任')).toMatchObject({ ...whom, instructorId: null, enrolled: true });
    const noted = await product.db.query(
      "SELECT subject, subject_id AS id FROM audit_entries WHERE action = 'device.invited' ORDER BY id DESC LIMIT 1",
    );
    expect(noted).toEqual([{ subject: 'user', id: whom.userId }]);
  });

  test('is marked for from now on by another head: what waited is kept and flagged, the rosters go where they belong', async () => {
    const [before, after] = [await head('前班主任'), await head('后班主任')];
    const { classId, sessionId, trainees } = await headed(before, 2);
    const [phone, next] = [await enrolled(product, organiser, before), await enrolled(product, organiser, after)];
    expect([await served(phone), await served(next)]).toEqual([[sessionId], []]);
    const { version } = done(await product.call(`/v1/classes/${classId}`, { token: organiser })).json;
    const change = {
      method: 'PATCH',
      token: organiser,
      headers: { 'if-match': `"${version}"` },
      body: { headUserId: after.userId },
    } as const;
    done(await product.call(`/v1/classes/${classId}`, change));
    expect([await served(phone), await served(next)]).toEqual([[], [sessionId]]);
    const waiting = markOf(sessionId, trainees[0]!);
    for (const verdict of ['review', 'already'])
      expect((await hand(product, phone, [waiting])).json.verdicts).toMatchObject([{ verdict, code: 'outsidePack' }]);
    expect((await hand(product, next, [markOf(sessionId, trainees[1]!)])).json.verdicts).toMatchObject([{ verdict: 'accepted' }]);
    const people = await product.db.query(
      'SELECT u.name, m.review FROM marks m JOIN users u ON u.id = m.user_id WHERE m.session_id = ? ORDER BY m.review DESC',
      [sessionId],
    );
    expect(people).toEqual([
      { name: '前班主任', review: 'outsidePack' },
      { name: '后班主任', review: null },
    ]);
  });

  test('is the instructor’s where the account speaks for one, whichever way it was invited', async () => {
    const id = await addAccount(product, '教师兼班主任', 'instructor', county.county);
    await insertRows(product.db, 'instructors', [{ id: 900, name: '教师兼班主任', unit_id: county.county, engagement: 'partTime' }]);
    await product.db.query('UPDATE users SET instructor_id = 900 WHERE id = ?', [id]);
    for (const whom of ['900', { userId: String(id) }])
      expect(done(await come(product, await invited(product, organiser, whom))).json).toMatchObject({ holder: '900' });
  });
});

describe('for which account one may invite', () => {
  test('one that holds nothing outside what one looks after; what lies outside is not there', async () => {
    const [own, foreign, both] = [
      await head('横渠班主任', county.doujiabu),
      await head('金渠班主任', county.jinqu),
      await head('两镇班主任', county.hengqu),
    ];
    await insertRows(product.db, 'user_grants', [{ user_id: both.userId, bundle: 'classHead', unit_id: county.jinqu }]);
    expect((await invite(product, training.town, own)).status).toBe(201);
    for (const outside of [foreign, await head('县班主任'), { userId: '999999' }])
      expect((await invite(product, training.town, outside)).json).toMatchObject({
        code: 'referenceUnknown',
        fields: [{ field: 'userId', fault: 'unknown' }],
      });
    expect((await invite(product, training.town, both)).json).toMatchObject({ code: 'forbidden', permissions: ['devices.manage'] });
    for (const whom of [foreign, both]) expect((await invite(product, organiser, whom)).status).toBe(201);
    for (const bundle of ['official', 'classHead', 'instructor', 'reporter', 'auditor'] as const) {
      const token = await signedIn(product, `invites-no-${bundle}`, bundle, county.county);
      expect((await invite(product, token, own)).json).toMatchObject({ code: 'forbidden', permissions: ['devices.manage'] });
    }
  });

  test('one that may mark and is in use; what was given ends when that does', async () => {
    const reporter = { userId: String(await addAccount(product, '报送员', 'reporter', county.doujiabu)) };
    expect((await invite(product, organiser, reporter)).json.code).toBe('accountCannotMark');
    const whom = await head('离岗班主任');
    const code = await invited(product, organiser, whom);
    const admin = await signedIn(product, 'heads-admin', 'admin', county.county);
    const grants = [{ bundle: 'official', unitId: String(county.county) }];
    const headers = { 'if-match': '"1"' };
    done(await product.call(`/v1/users/${whom.userId}/grants`, { method: 'PUT', token: admin, headers, body: { grants } }));
    expect((await come(product, code)).json.code).toBe('invitationExpired');
    expect((await invite(product, organiser, whom)).json.code).toBe('accountCannotMark');
    await product.db.query('UPDATE users SET disabled_at = ? WHERE id = ?', [now(), whom.userId]);
    expect((await invite(product, organiser, whom)).json.code).toBe('accountDisabled');
  });

  test('one alone, or an instructor: neither both nor nobody', async () => {
    const whom = await head('一位班主任');
    const asked = (body: object) => product.call('/v1/devices/invitations', { token: organiser, body });
    expect((await asked({ ...whom, instructorId: field.instructorId })).json).toMatchObject({
      code: 'invalidFields',
      fields: [{ field: 'userId', fault: 'unexpected' }],
    });
    expect((await asked({})).json).toMatchObject({ code: 'invalidFields', fields: [{ field: 'instructorId', fault: 'required' }] });
  });
});

test('a file of a phone that two heads used is taken from each under their own name, and from nobody under another’s', async () => {
  const [one, two] = [await head('甲班主任'), await head('乙班主任')];
  const [first, second] = [await headed(one, 3), await headed(two, 1)];
  const before = await enrolled(product, organiser, one);
  const after = await enrolled(product, organiser, two, before.deviceId);
  const part = ({ userId }: { userId: string }, marks: object[]) => ({ instructorId: `user#${userId}`, marks });
  const [own, left, taken, nameless] = [
    fileOf(after, [part(two, [markOf(second.sessionId, second.trainees[0]!)])]),
    fileOf(before, [part(one, [markOf(first.sessionId, first.trainees[0]!)])]),
    fileOf(after, [part(one, [markOf(first.sessionId, first.trainees[1]!)])]),
    // As an app wrote it that called everybody without an instructor the same.
    fileOf(before, [{ instructorId: '', marks: [markOf(first.sessionId, first.trainees[2]!)] }]),
  ].map(({ content }) => content.holders[0]!);
  const file = fileOf(after, []);
  const holders = [own, left, taken, nameless];
  const { records } = done(await bring(product, organiser, { ...file, content: { ...file.content, holders } })).json;
  expect(records.map(({ verdict, code }: { verdict: string; code?: string }) => code ?? verdict)).toEqual([
    'accepted',
    'accepted',
    'unsentNotSealed',
    'accepted',
  ]);
  expect(await makers(first.sessionId)).toEqual([{ name: '甲班主任', n: 2 }]);
  expect(await makers(second.sessionId)).toEqual([{ name: '乙班主任', n: 1 }]);
});
