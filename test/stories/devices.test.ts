import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { now, setClock } from '#platform/clock';
import { insertRows } from '#platform/database';
import { DataSource } from 'typeorm';
import { AllowNoPassword1640995242000 } from '../../libs/platform/database/migrations/0043-allow-no-password.js';
import { askedDuring } from '../factories/asked-statements.js';
import { type Field, startField, todaysClass } from '../factories/field.js';
import { Importing } from '../factories/importing.js';
import { come, enrolled, hand, invite as invitedBy, invited } from '../factories/phones.js';
import { done, markOf, move, people, type Training } from '../factories/training.js';
import { ApiDocument } from './support/api-document.js';
import { addAccount, type County, signedIn, testPassword, tokenOf } from './support/county.js';
import { type Product } from './support/start-product.js';

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
afterEach(() => setClock());
afterAll(() => training?.stop());

const later = (ms: number): void => setClock(new Date(now().getTime() + ms));
const hour = 3_600_000;
const day = 24 * hour;

let instructors = 100;
/** An instructor whom this unit keeps. */
async function keep(unitId: number, name = '示例教师'): Promise<string> {
  const id = (instructors += 1);
  await insertRows(product.db, 'instructors', [{ id, name, unit_id: unitId, engagement: 'partTime' }]);
  return String(id);
}
const invite = (token: string, instructorId: string) => invitedBy(product, token, instructorId);
const list = async (token: string) => done(await product.call('/v1/devices?limit=200', { token })).json.items;
const pack = (token: string) => product.call('/v1/field/pack', { token });
/** The phone as its organiser sees it: of one account, the one noted last. */
const seen = async (name: string) => (await list(organiser)).find((one: { name: string }) => one.name === name);
const revoke = (id: string, wipe: boolean, token = organiser) => product.call(`/v1/devices/${id}/revoke`, { token, body: { wipe } });

describe('a phone enrols', () => {
  test('by a code that is shown once, and hands over marks under its own token', async () => {
    const { sessionId, trainees } = await todaysClass(field, 2);
    const answer = await product.call('/v1/devices/invitations', {
      token: organiser,
      body: { instructorId: field.instructorId },
      headers: { 'idempotency-key': 'an-invitation' },
    });
    expect([answer.status, answer.json]).toEqual([
      201,
      { code: expect.stringMatching(/^[\w-]{22}$/), expiresAt: expect.any(String), name: '示例讲师' },
    ]);
    const { code } = answer.json;
    const deviceId = randomUUID();
    const enrolment = await come(product, code, deviceId, { label: '红米 Note' });
    expect([enrolment.status, enrolment.json]).toEqual([
      201,
      { token: expect.any(String), name: '示例讲师', holder: field.instructorId, instructor: field.instructorId },
    ]);
    const phone = { deviceId, token: enrolment.json.token };
    const { sessions } = done(await pack(phone.token)).json;
    expect(sessions.map((one: { id: string }) => one.id)).toContain(sessionId);
    // However long the packet is on its way.
    setClock(now());
    const sentAt = new Date(now().getTime() - day).toISOString();
    const taken = await hand(
      product,
      phone,
      trainees.map((person) => markOf(sessionId, person)),
      { app: '1.2.0', waiting: 3, sentAt },
    );
    expect(taken.json).toMatchObject({
      verdicts: [{ verdict: 'accepted' }, { verdict: 'accepted' }],
      device: { revoked: false, wipe: false },
    });
    expect(await seen('示例讲师')).toMatchObject({
      label: '红米 Note',
      app: '1.2.0',
      waiting: 3,
      skewSeconds: expect.closeTo(86_400, -1),
      enrolled: true,
      revokedAt: null,
    });
    const kept = JSON.stringify([
      await product.db.query('SELECT HEX(code_hash) FROM device_invitations'),
      await product.db.query('SELECT * FROM idempotency_keys'),
      await product.db.query('SELECT * FROM audit_entries'),
    ]);
    expect(kept).not.toContain(code);
    for (const action of ['device.invited', 'device.enrolled']) expect(kept).toContain(action);
    expect(product.lines.join('\n')).not.toContain(code);
  });

  test('once: another phone is refused, the same one may ask again and its first token ends', async () => {
    const code = await invited(product, organiser, field.instructorId);
    const deviceId = randomUUID();
    const first = done(await come(product, code, deviceId)).json.token;
    const other = await come(product, code);
    expect([other.status, other.json.code]).toEqual([409, 'invitationUsed']);
    const second = done(await come(product, code, deviceId)).json.token;
    expect((await pack(first)).status).toBe(401);
    expect((await pack(second)).status).toBe(200);
    expect((await list(organiser)).filter((one: { waiting: unknown }) => one.waiting === null)).toHaveLength(1);
  });

  test('also when its browser has cleared it: what waited on it stands in the list, until it tells of another loss', async () => {
    const deviceId = randomUUID();
    const comes = async (more: object): Promise<unknown> => {
      const answer = await come(product, await invited(product, organiser, field.instructorId), deviceId, more);
      return answer.status === 201 ? await seen('示例讲师') : answer.json.fields;
    };
    expect(await comes({})).toMatchObject({ lost: null, lostOf: null, lostAt: null });
    // Nothing of it waits there any more.
    const lost = { lost: 43, lostOf: '示例讲师', lostAt: expect.any(String), waiting: 0 };
    expect(await comes({ lost: { count: 43, of: '示例讲师' } })).toMatchObject(lost);
    expect(await comes({})).toMatchObject(lost);
    expect(await comes({ lost: { count: 2, of: '' } })).toMatchObject({ lost: 2, lostOf: '' });
    for (const wrong of [{ count: 0, of: '' }, { count: 1.5, of: '' }, { count: 1 }])
      expect(await comes({ lost: wrong })).toEqual([expect.objectContaining({ field: expect.stringMatching(/^lost/) })]);
  });

  test('one of ten that come with the same code at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const code = await invited(product, organiser, field.instructorId);
      const answers = await Promise.all(Array.from({ length: 10 }, () => come(product, code)));
      expect(answers.map((one) => one.json.code ?? one.status).sort()).toEqual([201, ...Array(9).fill('invitationUsed')]);
    }
  });

  test('within a day, also when it comes again', async () => {
    const [claimed, never] = [await invited(product, organiser, field.instructorId), await invited(product, organiser, field.instructorId)];
    const deviceId = randomUUID();
    done(await come(product, claimed, deviceId));
    later(day - 60_000);
    done(await come(product, claimed, deviceId));
    later(2 * 60_000);
    for (const answer of [await come(product, claimed, deviceId), await come(product, never)])
      expect([answer.status, answer.json.code]).toEqual([410, 'invitationExpired']);
  });

  test('and a hundred wrong codes from one address shut the door for a while; a hall’s few slips do not', async () => {
    // Counted by address: from now on this one is a later hour, so that no other story meets the lock.
    later(3 * hour);
    const code = await invited(product, organiser, field.instructorId);
    for (let i = 0; i < 99; i++) expect((await come(product, 'A'.repeat(22))).json.code).toBe('invitationUnknown');
    done(await come(product, await invited(product, organiser, field.instructorId)));
    expect((await come(product, 'A'.repeat(22))).json.code).toBe('invitationUnknown');
    const shut = await come(product, code);
    expect([shut.status, shut.json.code]).toEqual([429, 'signInLocked']);
    later(5 * 60_000 + 1_000);
    done(await come(product, code));
    for (const wrong of ['', 'short', `${'A'.repeat(21)}!`, 'A'.repeat(23)])
      expect((await come(product, wrong)).json).toMatchObject({ code: 'invalidFields', fields: [{ field: 'code' }] });
  });
});

describe('whom one may invite for', () => {
  test('instructors of one’s own units, for those who look after phones', async () => {
    const [own, foreign] = [await keep(county.doujiabu), await keep(county.jinqu)];
    expect((await invite(training.town, own)).status).toBe(201);
    for (const outside of [foreign, await keep(county.county), '999999'])
      expect((await invite(training.town, outside)).json).toMatchObject({
        code: 'referenceUnknown',
        fields: [{ field: 'instructorId', fault: 'unknown' }],
      });
    expect((await invite(organiser, foreign)).status).toBe(201);
    for (const bundle of ['official', 'classHead', 'instructor', 'reporter', 'auditor'] as const) {
      const token = await signedIn(product, `no-${bundle}`, bundle, county.county);
      expect((await invite(token, own)).json).toMatchObject({ code: 'forbidden', permissions: ['devices.manage'] });
      expect((await product.call('/v1/devices', { token })).status).toBe(403);
    }
  });

  test('not where the account holds more than one looks after, is disabled, or may not mark', async () => {
    const instructorId = await keep(county.doujiabu);
    const id = await addAccount(product, 'both', 'instructor', county.county);
    await product.db.query('UPDATE users SET instructor_id = ? WHERE id = ?', [instructorId, id]);
    expect((await invite(training.town, instructorId)).json.code).toBe('forbidden');
    expect((await invite(organiser, instructorId)).status).toBe(201);
    await product.db.query("UPDATE user_grants SET bundle = 'reporter' WHERE user_id = ?", [id]);
    expect((await invite(organiser, instructorId)).json.code).toBe('accountCannotMark');
    await product.db.query('UPDATE users SET disabled_at = ? WHERE id = ?', [now(), id]);
    expect((await invite(organiser, instructorId)).json.code).toBe('accountDisabled');
  });

  test('who has no account is given one that nobody signs in with, and that serves its own sessions alone', async () => {
    const { sessionId: foreign, trainees } = await todaysClass(field, 1);
    const instructorId = await keep(county.hengqu, '无账号教师');
    const codes = await Promise.all(Array.from({ length: 6 }, () => invited(product, organiser, instructorId)));
    const accounts = await product.db.query('SELECT id, account, password_hash AS hash FROM users WHERE instructor_id = ?', [instructorId]);
    expect(accounts).toEqual([{ id: expect.any(Number), account: `instructor#${instructorId}`, hash: null }]);
    const { id, account } = accounts[0];
    expect(await product.db.query('SELECT bundle, unit_id AS unitId FROM user_grants WHERE user_id = ?', [id])).toEqual([
      { bundle: 'instructor', unitId: county.hengqu },
    ]);
    for (const password of ['null', testPassword]) {
      const answer = await product.call('/v1/tokens', { body: { account, password, label: 'guess' } });
      expect([answer.status, answer.json.code]).toEqual([401, 'signInFailed']);
    }
    const phone = { deviceId: randomUUID(), token: '' };
    phone.token = done(await come(product, codes[0]!, phone.deviceId)).json.token;
    expect((await pack(phone.token)).json.sessions).toEqual([]);
    expect((await hand(product, phone, [markOf(foreign, trainees[0]!)])).json.verdicts).toMatchObject([
      { verdict: 'refused', code: 'sessionUnknown' },
    ]);
    const { sessionId: own } = await todaysClass({ ...field, instructorId }, 1);
    expect((await pack(phone.token)).json.sessions.map((one: { id: string }) => one.id)).toEqual([own]);
    // Given a password later, it is an account like any other; the phone has nothing to do with it.
    await product.call(`/v1/users/${id}/password`, {
      method: 'PUT',
      token: await signedIn(product, 'admin', 'admin', county.county),
      body: { password: testPassword },
    });
    expect((await pack(phone.token)).status).toBe(200);
    expect((await product.call('/v1/field/pack', { token: await tokenOf(product, account) })).status).toBe(200);
  });
});

describe('an account without a password', () => {
  test('goes along when another unit keeps the instructor, by hand, by a workbook and back; whoever looks after them finds the phone', async () => {
    const name = '调动的教师';
    const jinqu = await signedIn(product, 'jinqu-town', 'townOrganiser', county.jinqu);
    const id = await keep(county.hengqu, name);
    await product.db.query("UPDATE instructors SET code = 'T-700' WHERE id = ?", [id]);
    const phone = await enrolled(product, organiser, id);
    const who = async () =>
      Promise.all(
        [training.town, jinqu].map(async (token) => [
          (await list(token)).some((one: { name: string }) => one.name === name),
          (await invite(token, id)).status,
        ]),
      );
    const [atHengqu, atJinqu] = [
      [
        [true, 201],
        [false, 400],
      ],
      [
        [false, 400],
        [true, 201],
      ],
    ];
    expect(await who()).toEqual(atHengqu);
    const change = { method: 'PATCH', token: organiser, headers: { 'if-match': '"1"' }, body: { unitId: String(county.jinqu) } } as const;
    done(await product.call(`/v1/instructors/${id}`, change));
    expect(await who()).toEqual(atJinqu);
    expect((await pack(phone.token)).status).toBe(200);
    const importing = new Importing(product, organiser);
    const line = { 教师编号: 'T-700', 姓名: name, 单位代码: '610326101', 聘用形式: '兼职' };
    const applied = await importing.bring('instructors', { 教师: [line] });
    expect(applied).toMatchObject({ state: 'applied' });
    expect(await who()).toEqual(atHengqu);
    expect((await importing.act(applied.id, 'revert')).state).toBe('reverted');
    expect(await who()).toEqual(atJinqu);
    // Somebody else's hand is on it: it stays as they left it.
    await product.db.query('UPDATE users SET password_hash = ? WHERE account = ?', ['somebody’s', `instructor#${id}`]);
    await importing.bring('instructors', { 教师: [line] });
    expect((await list(jinqu)).some((one: { name: string }) => one.name === name)).toBe(true);
  });

  test('outlives a step back to before there were such: its phone works, nobody signs in, and forward again it has none', async () => {
    const instructorId = await keep(county.doujiabu);
    const phone = await enrolled(product, organiser, instructorId);
    const account = `instructor#${instructorId}`;
    const runner = product.app.get(DataSource).createQueryRunner();
    const step = new AllowNoPassword1640995242000();
    const kept = async () =>
      (await product.db.query('SELECT password_hash AS hash, disabled_at AS disabledAt FROM users WHERE account = ?', [account]))[0];
    try {
      await step.down(runner);
      expect(await kept()).toEqual({ hash: expect.any(String), disabledAt: null });
      const answer = await product.call('/v1/tokens', { body: { account, password: testPassword, label: 'guess' } });
      expect([answer.status, answer.json.code]).toEqual([401, 'signInFailed']);
      expect((await pack(phone.token)).status).toBe(200);
    } finally {
      await step.up(runner);
      await runner.release();
    }
    expect(await kept()).toEqual({ hash: null, disabledAt: null });
  });
});

describe('a phone’s own token', () => {
  test('opens the doors of the field and no others, whatever its account may do', async () => {
    const { sessionId: foreign, trainees } = await todaysClass(field, 1);
    const instructorId = await keep(county.county, '县里的教师');
    const id = await addAccount(product, 'chief', 'admin', county.county);
    await product.db.query('UPDATE users SET instructor_id = ? WHERE id = ?', [instructorId, id]);
    const admin = await tokenOf(product, 'chief');
    const phone = await enrolled(product, organiser, instructorId);
    const { operations } = new ApiDocument((await product.call('/v1/openapi.json')).json);
    const doors = operations.filter(({ operation, path }) => operation['x-who'] === 'signedIn' && path !== '/metrics');
    expect(doors.length).toBeGreaterThan(80);
    const open: string[] = [];
    for (const { method, path, where } of doors) {
      const answer = await product.call(path.replace(/\{\w+\}/g, '1'), { method: method.toUpperCase(), token: phone.token });
      if (answer.json?.code !== 'forbidden') open.push(where);
    }
    expect(open.sort()).toEqual(['GET /v1/field/pack', 'POST /v1/field/marks', 'POST /v1/field/pack', 'PUT /v1/field/photos/{id}']);
    expect((await product.call('/v1/me', { cookie: `sitang_session=${phone.token}` })).status).toBe(401);
    // The account itself marks the county; its phone only what is taught by its holder, also when both come at once.
    expect((await pack(phone.token)).json.sessions).toEqual([]);
    const verdicts = async (token: string) =>
      (await hand(product, { ...phone, token }, [markOf(foreign, trainees[0]!)])).json.verdicts[0].verdict;
    for (let round = 0; round < 5; round++)
      expect(await Promise.all([verdicts(admin), verdicts(phone.token), verdicts(admin), verdicts(phone.token)])).toEqual([
        'accepted',
        'refused',
        'accepted',
        'refused',
      ]);
    const { sessionId } = await todaysClass({ ...field, instructorId }, 1);
    const count = {
      id: randomUUID(),
      sessionId,
      mode: 'replace',
      count: 7,
      method: 'counted',
      countedBy: '村文书',
      at: now().toISOString(),
    };
    const counted = await product.call('/v1/field/marks', {
      token: phone.token,
      body: { deviceId: phone.deviceId, marks: [], headCounts: [count] },
    });
    expect(counted.json.verdicts).toMatchObject([{ verdict: 'accepted' }]);
    expect((await product.call(`/v1/sessions/${sessionId}`, { token: organiser })).json.headCount).toMatchObject({
      count: 7,
      verified: false,
    });
  });

  test('lives on while it is used, and ends half a year after it was last heard of', async () => {
    const phone = await enrolled(product, organiser, await keep(county.doujiabu));
    later(150 * day);
    expect((await pack(phone.token)).status).toBe(200);
    later(150 * day);
    expect((await pack(phone.token)).status).toBe(200);
    later(181 * day);
    expect((await pack(phone.token)).status).toBe(401);
  });

  test('costs no question more than a plain one', async () => {
    const phone = await enrolled(product, organiser, field.instructorId);
    const plain = { ...phone, token: field.instructor };
    const { sessionId, trainees } = await todaysClass(field, 8);
    const report = (waiting: number) => ({ app: '1.0.0', waiting, sentAt: now().toISOString() });
    const costOf = async (one: typeof phone, i: number) => {
      const packet = () => hand(product, one, [markOf(sessionId, trainees[i]!)], report(9 - i));
      const asked = await askedDuring(product.app.get(DataSource), packet);
      return asked.filter((sql) => /\b(devices|tokens|device_invitations)\b/.test(sql)).map((sql) => sql.trim().split(/\s/)[0]);
    };
    for (const one of [plain, phone]) await costOf(one, one === plain ? 0 : 1);
    expect(await costOf(plain, 2)).toEqual(['SELECT']);
    for (const i of [3, 4, 5]) expect(await costOf(phone, i)).toEqual(['SELECT']);
  });

  test('is seldom noted, but always when nothing waits any more', async () => {
    const name = '勤快的教师';
    const instructorId = await keep(county.doujiabu, name);
    const phone = await enrolled(product, organiser, instructorId);
    const { sessionId, trainees } = await todaysClass({ ...field, instructorId }, 4);
    const say = async (i: number, waiting: number) => {
      const report = { app: '1.0.0', waiting, sentAt: now().toISOString() };
      done(await hand(product, phone, [markOf(sessionId, trainees[i]!)], report));
      return (await seen(name)).waiting as number;
    };
    expect(await say(0, 300)).toBe(300);
    expect(await say(1, 200)).toBe(300);
    expect(await say(2, 0)).toBe(0);
    expect(await say(3, 5)).toBe(0);
    later(61_000);
    expect(await say(3, 4)).toBe(4);
    expect((await hand(product, phone, [], { app: '1', waiting: -1, sentAt: 'today' })).json).toMatchObject({
      code: 'invalidFields',
      fields: [{ field: 'device.waiting' }, { field: 'device.sentAt' }],
    });
    for (const sentAt of ['1970-01-01T00:00:00.000Z', '2038-01-19T03:14:08.000Z']) {
      later(61_000);
      done(await hand(product, phone, [], { app: '1.0.0', waiting: 0, sentAt }));
      expect((await seen(name)).skewSeconds).toBe(Math.round((now().getTime() - Date.parse(sentAt)) / 1_000));
    }
  });
});

describe('a phone is revoked', () => {
  test('what waits on it is kept and flagged, once; it is given nothing, and told to forget', async () => {
    const name = '换手机的教师';
    const instructorId = await keep(county.doujiabu, name);
    const code = await invited(product, organiser, instructorId);
    const phone = { deviceId: randomUUID(), token: '' };
    phone.token = done(await come(product, code, phone.deviceId)).json.token;
    const { sessionId, trainees } = await todaysClass({ ...field, instructorId }, 300);
    done(await pack(phone.token));
    const { id } = await seen(name);

    expect((await revoke(id, false)).json).toMatchObject({ id, wipe: false, revokedAt: expect.any(String) });
    const refused = await pack(phone.token);
    expect([refused.status, refused.json]).toEqual([403, expect.objectContaining({ code: 'deviceRevoked', wipe: false })]);
    const since = (await seen(name)).revokedAt;
    done(await revoke(id, true));
    done(await revoke(id, false));
    expect(await seen(name)).toMatchObject({ revokedAt: since, wipe: true });
    expect((await pack(phone.token)).json).toMatchObject({ code: 'deviceRevoked', wipe: true });

    const marks = trainees.map((person) => markOf(sessionId, person));
    const flagged = { verdict: 'review', code: 'deviceRevoked' };
    const answer = done(await hand(product, phone, marks, { app: '1.0.0', waiting: 0, sentAt: now().toISOString() })).json;
    expect(answer.device).toEqual({ revoked: true, wipe: true });
    expect(answer.verdicts).toEqual(marks.map(({ id: mark }) => ({ id: mark, ...flagged })));
    expect((await hand(product, phone, marks.slice(0, 2))).json.verdicts).toMatchObject([
      { verdict: 'already', code: 'deviceRevoked' },
      { verdict: 'already', code: 'deviceRevoked' },
    ]);
    const [{ kept }] = await product.db.query("SELECT COUNT(*) AS kept FROM marks WHERE session_id = ? AND review = 'deviceRevoked'", [
      sessionId,
    ]);
    expect(kept).toBe(300);
    const { items } = done(await product.call(`/v1/marks?session=${sessionId}&limit=200`, { token: organiser })).json;
    expect(new Set(items.map((one: { revokedDevice: boolean }) => one.revokedDevice))).toEqual(new Set([true]));
    expect((await hand(product, phone, [markOf('4294967295', trainees[0]!)])).json.verdicts).toMatchObject([{ verdict: 'refused' }]);

    // The code that let it in does not let it in again; a new one does, and what it hands over then is as anybody's.
    expect((await come(product, code, phone.deviceId)).json.code).toBe('invitationExpired');
    const again = {
      ...phone,
      token: done(await come(product, await invited(product, organiser, instructorId), phone.deviceId)).json.token,
    };
    expect((await pack(phone.token)).status).toBe(401);
    expect((await pack(again.token)).status).toBe(200);
    expect(await seen(name)).toMatchObject({ id, revokedAt: null, wipe: false });
  });

  test('another reason to look at a mark is told and not lost; that the phone was revoked is known beside it', async () => {
    const name = '两个原因的教师';
    const instructorId = await keep(county.doujiabu, name);
    const phone = await enrolled(product, organiser, instructorId);
    const { classId, sessionId, trainees } = await todaysClass({ ...field, instructorId }, 1);
    const [stranger] = await people(training, 1);
    done(await pack(phone.token));
    done(await revoke((await seen(name)).id, false));
    const marks = [trainees[0]!, stranger!].map((person) => markOf(sessionId, person));
    for (const verdict of ['review', 'already'])
      expect((await hand(product, phone, marks)).json.verdicts).toMatchObject([
        { verdict, code: 'deviceRevoked' },
        { verdict, code: 'offRoster' },
      ]);
    const { items } = done(await product.call(`/v1/marks?session=${sessionId}&limit=200`, { token: organiser })).json;
    expect(items.map((one: { revokedDevice: boolean }) => one.revokedDevice)).toEqual([true, true]);
    // Heads for a class that is closed meanwhile wait for somebody, from whichever phone.
    for (const state of ['running', 'closed']) await move(training, `/v1/classes/${classId}`, state);
    const headCount = {
      id: randomUUID(),
      sessionId,
      mode: 'add',
      count: 3,
      method: 'counted',
      countedBy: '示例教师',
      at: now().toISOString(),
    };
    const packet = { deviceId: phone.deviceId, marks: [], headCounts: [headCount] };
    expect((await product.call('/v1/field/marks', { token: phone.token, body: packet })).json.verdicts).toMatchObject([
      { verdict: 'review', code: 'classClosed' },
    ]);
  });

  test('for ninety days, then its token ends', async () => {
    const name = '丢手机的教师';
    const phone = await enrolled(product, organiser, await keep(county.doujiabu, name));
    done(await revoke((await seen(name)).id, false));
    later(89 * day);
    expect((await hand(product, phone, [])).status).toBe(200);
    later(2 * day);
    expect((await hand(product, phone, [])).status).toBe(401);
  });

  test('ninety days from the first word, also when it was long silent; a second word does not prolong them', async () => {
    const name = '久未联网的教师';
    const instructorId = await keep(county.doujiabu, name);
    later(-170 * day);
    const phone = await enrolled(product, organiser, instructorId);
    setClock();
    const { id } = await seen(name);
    done(await revoke(id, false));
    later(80 * day);
    done(await revoke(id, true, await signedIn(product, 'wiper', 'organiser', county.county)));
    later(9 * day);
    expect((await hand(product, phone, [])).json.device).toEqual({ revoked: true, wipe: true });
    later(2 * day);
    expect((await hand(product, phone, [])).status).toBe(401);
  });

  test('also when its account may not mark any more: what waits is kept and flagged, and other work leaves it alone', async () => {
    const name = '换岗的教师';
    const instructorId = await keep(county.doujiabu, name);
    const phone = await enrolled(product, organiser, instructorId);
    const { sessionId, trainees } = await todaysClass({ ...field, instructorId }, 2);
    const { sessionId: foreign } = await todaysClass(field, 1);
    const admin = await signedIn(product, 'grants-admin', 'admin', county.county);
    const { userId } = await seen(name);
    const grant = (version: number, ...bundles: string[]) =>
      product.call(`/v1/users/${userId}/grants`, {
        method: 'PUT',
        token: admin,
        headers: { 'if-match': `"${version}"` },
        body: { grants: bundles.map((bundle) => ({ bundle, unitId: String(county.doujiabu) })) },
      });
    done(await grant(1, 'reporter', 'classHead'));
    expect((await pack(phone.token)).status).toBe(200);
    done(await grant(2, 'reporter'));
    expect((await pack(phone.token)).json).toMatchObject({ code: 'deviceRevoked', wipe: false });
    expect((await hand(product, phone, [markOf(sessionId, trainees[0]!), markOf(foreign, trainees[0]!)])).json).toMatchObject({
      verdicts: [
        { verdict: 'review', code: 'deviceRevoked' },
        { verdict: 'refused', code: 'sessionUnknown' },
      ],
      device: { revoked: true, wipe: false },
    });
    done(await grant(3, 'official'));
    expect((await hand(product, phone, [markOf(sessionId, trainees[1]!)])).json.verdicts).toMatchObject([{ verdict: 'review' }]);
    done(await grant(4, 'instructor'));
    expect((await pack(phone.token)).json.code).toBe('deviceRevoked');
  });

  test('also when its account is disabled, and stays so when that is enabled again', async () => {
    const name = '离任的教师';
    const instructorId = await keep(county.doujiabu, name);
    const code = await invited(product, organiser, instructorId);
    const phone = await enrolled(product, organiser, instructorId);
    const { sessionId, trainees } = await todaysClass({ ...field, instructorId }, 1);
    const admin = await signedIn(product, 'county-admin', 'admin', county.county);
    const { userId } = await seen(name);
    const disabled = (version: number, to: boolean) =>
      product.call(`/v1/users/${userId}`, {
        method: 'PATCH',
        token: admin,
        headers: { 'if-match': `"${version}"` },
        body: { disabled: to },
      });
    done(await disabled(1, true));
    expect((await pack(phone.token)).json).toMatchObject({ code: 'deviceRevoked', wipe: false });
    expect((await hand(product, phone, [markOf(sessionId, trainees[0]!)])).json).toMatchObject({
      verdicts: [{ verdict: 'review', code: 'deviceRevoked' }],
      device: { revoked: true },
    });
    expect((await come(product, code)).json.code).toBe('accountDisabled');
    done(await disabled(2, false));
    expect((await pack(phone.token)).status).toBe(403);
    expect((await come(product, code)).json.code).toBe('invitationExpired');
  });

  test('by those who look after its account; others do not see it', async () => {
    const foreign = await keep(county.jinqu, '金渠教师');
    await enrolled(product, organiser, foreign);
    await enrolled(product, organiser, await keep(county.doujiabu, '豆家堡教师'));
    const { id } = await seen('金渠教师');
    const names = (await list(training.town)).map((one: { name: string }) => one.name);
    expect(names).toContain('豆家堡教师');
    expect(names).not.toContain('金渠教师');
    expect((await revoke(id, false, training.town)).status).toBe(404);
    expect((await product.call(`/v1/devices/${id}`, { token: training.town })).status).toBe(404);
    // An account that holds something outside, too, is seen and left alone.
    const { userId, id: own } = await seen('豆家堡教师');
    await insertRows(product.db, 'user_grants', [{ user_id: userId, bundle: 'instructor', unit_id: county.jinqu }]);
    expect((await revoke(own, false, training.town)).json.code).toBe('forbidden');
    // A phone that nobody let in is seen; there is nothing to take from it.
    done(await product.call('/v1/field/marks', { token: field.instructor, body: { deviceId: randomUUID(), marks: [] } }));
    const plain = (await list(organiser)).find((one: { enrolled: boolean }) => !one.enrolled);
    expect((await revoke(plain.id, false)).json.code).toBe('deviceNotEnrolled');
  });

  test('pages hold every phone once, and a part of a name narrows them', async () => {
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { json } = done(await product.call(`/v1/devices?limit=3${cursor && `&cursor=${cursor}`}`, { token: organiser }));
      ids.push(...json.items.map((one: { id: string }) => one.id));
      cursor = json.nextCursor;
    }
    const [{ all }] = await product.db.query('SELECT COUNT(*) AS `all` FROM devices');
    expect([ids.length, new Set(ids).size]).toEqual([all, all]);
    const { json } = await product.call(`/v1/devices?q=${encodeURIComponent('金渠教')}`, { token: organiser });
    expect(json.items.map((one: { name: string }) => one.name)).toEqual(['金渠教师']);
  });
});
