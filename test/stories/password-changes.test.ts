import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { now } from '#platform/clock';
import { hashPassword } from '../../libs/accounts/passwords.js';
import { someoneWaitsForARow } from '../../libs/platform/database/row-waits.fixture.js';
import { type Answer } from './support/call.js';
import { addAccount, type County, plantCounty, signedIn, testPassword } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

let product: Product;
let county: County;
beforeAll(async () => {
  product = await startProduct();
  county = await plantCounty(product.db);
});
afterAll(() => product?.stop());

const issue = (account: string, password: string) => product.call('/v1/tokens', { body: { account, password, label: 'story' } });

test('a change of password that is sent again with its key is answered as before, and is no guess', async () => {
  const token = await signedIn(product, 'repeating', 'official', county.county);
  await product.db.query('DELETE FROM sign_in_failures');
  const change = (next: string) =>
    product.call('/v1/me/password', {
      method: 'PUT',
      token,
      body: { current: testPassword, next },
      headers: { 'idempotency-key': 'change-once' },
    });
  expect((await change('Another-2022')).status).toBe(204);
  for (let i = 0; i < 6; i++) expect((await change('Another-2022')).status).toBe(204);
  expect(await product.db.query('SELECT * FROM sign_in_failures')).toEqual([]);
  expect((await change('Third-2023')).json.code).toBe('idempotencyKeyReused');
});

describe('a password that somebody resets meanwhile', () => {
  /** Resets the password while the request is judged by the old one: the reset is committed once the request waits for its row. */
  const resetDuring = async (account: string, request: () => Promise<Answer>): Promise<Answer> => {
    const hash = await hashPassword('Another-2022');
    const { answer } = await product.db.transaction('READ COMMITTED', async (db) => {
      await db.query('UPDATE users SET password_hash = ? WHERE account = ?', [hash, account]);
      await db.query('UPDATE tokens SET revoked_at = ? WHERE user_id = (SELECT id FROM users WHERE account = ?)', [now(), account]);
      const asked = request();
      await someoneWaitsForARow(product.db);
      return { answer: asked };
    });
    return answer;
  };

  test('gives no token for the old one', async () => {
    await addAccount(product, 'raced', 'official', county.county);
    const answer = await resetDuring('raced', () => issue('raced', testPassword));
    expect([answer.status, answer.json.code]).toEqual([401, 'signInFailed']);
    expect((await issue('raced', 'Another-2022')).status).toBe(201);
  });

  test('is not overwritten by who knew the old one', async () => {
    const token = await signedIn(product, 'overtaken', 'official', county.county);
    const body = { current: testPassword, next: 'Third-2023' };
    const answer = await resetDuring('overtaken', () => product.call('/v1/me/password', { method: 'PUT', token, body }));
    expect([answer.status, answer.json.code]).toEqual([401, 'signInFailed']);
    expect((await issue('overtaken', 'Another-2022')).status).toBe(201);
  });
});
