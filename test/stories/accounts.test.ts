import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ForgetSignIns } from '#accounts';
import { now, setClock } from '#platform/clock';
import { addAccount, type County, plantCounty, signedIn, testPassword, tokenOf } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

let product: Product;
let county: County;
let admin: string;

beforeAll(async () => {
  product = await startProduct();
  county = await plantCounty(product.db);
  admin = await signedIn(product, 'admin', 'admin', county.county);
});
afterAll(() => product?.stop());
afterEach(() => setClock());

const issue = (account: string, password: string) => product.call('/v1/tokens', { body: { account, password, label: 'story' } });

describe('signing in', () => {
  test('account and password give a token that opens the door, kept only as a hash', async () => {
    const answer = await issue('admin', testPassword);
    expect(answer.status).toBe(201);
    const me = await product.call('/v1/me', { token: answer.json.token });
    expect(me.status).toBe(200);
    expect(me.json).toMatchObject({ account: 'admin', grants: [{ bundle: 'admin', unitId: String(county.county), unitName: '眉县' }] });
    expect(me.json.permissions).toContain('accounts.manage');
    const kept = await product.db.query('SELECT HEX(hash) AS hash, label FROM tokens');
    expect(JSON.stringify(kept)).not.toContain(answer.json.token);
  });

  test('a wrong password, an unknown account and a disabled one get the same answer', async () => {
    await addAccount(product, 'gone', 'official', county.county);
    await product.db.query("UPDATE users SET disabled_at = '2021-01-01' WHERE account = 'gone'");
    const answers = [await issue('admin', 'not it'), await issue('nobody', testPassword), await issue('gone', testPassword)];
    for (const { status, json } of answers) {
      expect([status, json.code]).toEqual([401, 'signInFailed']);
      expect({ ...json, requestId: '' }).toEqual({ ...answers[0]!.json, requestId: '' });
    }
  });

  test('no token, a wrong one and one of the wrong kind are not signed in', async () => {
    const cookie = (await product.call('/v1/sign-in', { body: { account: 'admin', password: testPassword } })).headers.get('set-cookie')!;
    const value = /=([^;]+)/.exec(cookie)![1]!;
    for (const options of [{}, { token: 'x' }, { token: 'A'.repeat(43) }, { token: value }, { cookie: `sitang_session=${admin}` }]) {
      const answer = await product.call('/v1/me', options);
      expect([answer.status, answer.json.code]).toEqual([401, 'notSignedIn']);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  test('five failures shut the account for that address for five minutes, then it opens again', async () => {
    await addAccount(product, 'locked', 'official', county.county);
    // However long five guesses take.
    setClock(now());
    for (let i = 0; i < 5; i++) expect((await issue('locked', `wrong ${i}`)).json.code).toBe('signInFailed');
    const shut = await issue('locked', testPassword);
    expect([shut.status, shut.json.code]).toEqual([429, 'signInLocked']);
    expect(shut.json.retryAfter).toBeGreaterThan(290);
    expect(shut.json.retryAfter).toBeLessThanOrEqual(300);
    expect(shut.headers.get('retry-after')).toBe(String(shut.json.retryAfter));
    expect((await issue('admin', testPassword)).status).toBe(201);
    setClock(new Date(now().getTime() + 4 * 60_000));
    expect((await issue('locked', testPassword)).status).toBe(429);
    setClock(new Date(now().getTime() + 61_000));
    expect((await issue('locked', testPassword)).status).toBe(201);
  });

  test('accounts that are not there lock alike, and a success wipes the slate', async () => {
    for (let i = 0; i < 5; i++) await issue('ghost', 'x');
    expect((await issue('ghost', 'x')).json.code).toBe('signInLocked');
    await addAccount(product, 'careless', 'official', county.county);
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) expect((await issue('careless', 'x')).status).toBe(401);
      expect((await issue('careless', testPassword)).status).toBe(201);
    }
  });

  test('one account in other letters is one account, there or not; and what was typed is not kept', async () => {
    await addAccount(product, 'sober', 'official', county.county);
    for (const [account, spellings] of [
      ['sober', ['SOBER', 'Sober', 'sobér', 'ｓｏｂｅｒ', 'sober']],
      ['spook', ['SPOOK', 'Spook', 'spóok', 'ｓｐｏｏｋ', 'spook']],
    ] as const) {
      for (const spelling of spellings) expect((await issue(spelling, 'x')).json.code).toBe('signInFailed');
      expect((await issue(account, testPassword)).json.code).toBe('signInLocked');
    }
    const kept = JSON.stringify(await product.db.query('SELECT *, CAST(account_digest AS CHAR) AS text FROM sign_in_failures'));
    expect(kept).not.toMatch(/sober|spook/i);
  });

  test('many guesses at once are no more than five', async () => {
    await addAccount(product, 'hasty', 'official', county.county);
    const codes = (await Promise.all(Array.from({ length: 20 }, (_, i) => issue('hasty', `guess ${i}`)))).map((answer) => answer.json.code);
    expect(codes.filter((code) => code === 'signInFailed')).toHaveLength(5);
    expect(codes.filter((code) => code === 'signInLocked')).toHaveLength(15);
  });

  test('the right password at once from thirty windows opens every one, and leaves nothing counted', async () => {
    await addAccount(product, 'shared', 'official', county.county);
    await product.db.query('DELETE FROM sign_in_failures');
    for (let i = 0; i < 4; i++) await issue('shared', 'wrong');
    const answers = await Promise.all(Array.from({ length: 30 }, () => issue('shared', testPassword)));
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 201));
    expect(await product.db.query('SELECT * FROM sign_in_failures')).toEqual([]);
  });

  test('five wrong verdicts are all that is told, also when the right password is among guesses at once', async () => {
    await addAccount(product, 'guessed', 'official', county.county);
    for (let round = 0; round < 5; round++) {
      const guesses = [...Array.from({ length: 15 }, (_, i) => `guess ${i}`), testPassword];
      const codes = (await Promise.all(guesses.map((guess) => issue('guessed', guess)))).map((answer) => answer.json.code ?? 'in');
      // Whoever is let in begins with a clean slate.
      const allowed = codes.at(-1) === 'in' ? 10 : 5;
      expect(codes.filter((code) => code === 'signInFailed').length).toBeLessThanOrEqual(allowed);
      for (let i = 0; i < 5; i++) await issue('guessed', 'x');
      const late = await Promise.all(Array.from({ length: 5 }, () => issue('guessed', testPassword)));
      expect(late.map((answer) => answer.json.code)).toEqual(late.map(() => 'signInLocked'));
      setClock(new Date(now().getTime() + 301_000));
    }
  });
});

describe('a browser', () => {
  const enter = () => product.call('/v1/sign-in', { body: { account: 'admin', password: testPassword } });
  const cookieOf = (header: string | null): string => header!.split(';')[0]!;

  test('gets a cookie that no script reads and no other site sends', async () => {
    const answer = await enter();
    expect(answer.status).toBe(200);
    expect(answer.json).not.toHaveProperty('token');
    expect(answer.headers.get('set-cookie')).toMatch(/^sitang_session=[\w-]{43}; .*HttpOnly; SameSite=Strict$/);
    expect((await product.call('/v1/me', { cookie: cookieOf(answer.headers.get('set-cookie')) })).status).toBe(200);
  });

  test('changes things only from a page of ours', async () => {
    const cookie = cookieOf((await enter()).headers.get('set-cookie'));
    const leave = (headers: Record<string, string>) => product.call('/v1/sign-out', { method: 'POST', cookie, headers });
    for (const headers of [
      {},
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { origin: product.origin, 'sec-fetch-site': 'cross-site' },
    ]) {
      const answer = await leave(headers as Record<string, string>);
      expect([answer.status, answer.json.code]).toEqual([403, 'originMismatch']);
    }
    const other = await product.call('/v1/sign-in', {
      body: { account: 'admin', password: testPassword },
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(other.json.code).toBe('originMismatch');
    const left = await leave({ origin: product.origin });
    expect(left.status).toBe(204);
    expect(left.headers.get('set-cookie')).toMatch(/^sitang_session=;/);
    expect((await product.call('/v1/me', { cookie })).status).toBe(401);
  });
});

describe('tokens', () => {
  test('a token is listed, revoked at once, and nobody else may revoke it', async () => {
    const token = await signedIn(product, 'phone', 'instructor', county.county);
    const [mine] = (await product.call('/v1/tokens', { token })).json;
    expect(mine).toMatchObject({ kind: 'bearer', label: 'story', current: true });
    expect((await product.call(`/v1/tokens/${mine.id}`, { method: 'DELETE', token: admin })).json.code).toBe('notFound');
    expect((await product.call(`/v1/tokens/${mine.id}`, { method: 'DELETE', token })).status).toBe(204);
    expect((await product.call('/v1/me', { token })).status).toBe(401);
  });

  test('a token opens nothing while its account is disabled', async () => {
    const token = await signedIn(product, 'resting', 'official', county.county);
    await product.db.query("UPDATE users SET disabled_at = '2021-01-01' WHERE account = 'resting'");
    expect((await product.call('/v1/me', { token })).status).toBe(401);
  });

  test('a token ends after its year', async () => {
    const token = await signedIn(product, 'yearly', 'instructor', county.county);
    setClock(new Date(now().getTime() + 366 * 86_400_000));
    expect((await product.call('/v1/me', { token })).status).toBe(401);
  });

  test('a new password ends the other tokens, and wants the old one', async () => {
    const token = await signedIn(product, 'changing', 'official', county.county);
    const other = await tokenOf(product, 'changing');
    const change = (current: string, next: string) => product.call('/v1/me/password', { method: 'PUT', token, body: { current, next } });
    expect((await change('wrong one', 'Another-2022')).json.code).toBe('signInFailed');
    expect((await change(testPassword, 'aaaaaaaaaaaa')).json).toMatchObject({
      code: 'invalidFields',
      fields: [{ field: 'next', fault: 'tooSimple' }],
    });
    expect((await change(testPassword, 'Another-2022')).status).toBe(204);
    expect((await product.call('/v1/me', { token })).status).toBe(200);
    expect((await product.call('/v1/me', { token: other })).status).toBe(401);
    expect((await issue('changing', 'Another-2022')).status).toBe(201);
  });
});

describe('what nobody needs any more is forgotten', () => {
  const later = (days: number): void => setClock(new Date(now().getTime() + days * 86_400_000));
  const count = async (table: string): Promise<number> => Number((await product.db.query(`SELECT COUNT(*) AS n FROM ${table}`))[0].n);

  test('failures to sign in after a day, however many, and none that still counts', async () => {
    await product.db.query('DELETE FROM sign_in_failures');
    for (let i = 0; i < 5; i++) await issue('fresh', 'x');
    await product.db.query(
      `INSERT INTO sign_in_failures (account_digest, address, failures, last_at)
       SELECT UNHEX(SHA2(seq, 256)), '::1', 1, ? FROM (SELECT ROW_NUMBER() OVER () AS seq FROM information_schema.columns LIMIT 1200) numbers`,
      [new Date(now().getTime() - 25 * 3_600_000)],
    );
    const before = await count('sign_in_failures');
    expect(before).toBeGreaterThan(1_000);
    expect(await product.get(ForgetSignIns).run()).toBe(before - 1);
    expect((await issue('fresh', 'x')).json.code).toBe('signInLocked');
  });

  test('tokens four months after they ended, by when no file of a phone is taken any more, and no other', async () => {
    const [left, kept] = [await signedIn(product, 'leaving', 'official', county.county), await tokenOf(product, 'leaving')];
    expect((await product.call('/v1/sign-out', { method: 'POST', token: left })).status).toBe(204);
    await product.call('/v1/sign-in', { body: { account: 'leaving', password: testPassword } });
    const mine = (): Promise<{ kind: string }[]> =>
      product.db.query("SELECT t.kind FROM tokens t JOIN users u ON u.id = t.user_id WHERE u.account = 'leaving'");
    await product.get(ForgetSignIns).run();
    expect(await mine()).toHaveLength(3);
    later(119);
    await product.get(ForgetSignIns).run();
    expect(await mine()).toHaveLength(3);
    later(2);
    await product.get(ForgetSignIns).run();
    expect(await mine()).toEqual([{ kind: 'bearer' }]);
    expect((await product.call('/v1/me', { token: kept })).status).toBe(200);
  });
});
