import { afterEach, describe, expect, test } from '@jest/globals';
import { AuditTrail } from '#platform/audit';
import { systemContext } from '#platform/context';
import { plantCounty, signedIn } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

let product: Product | undefined;
afterEach(async () => {
  await product?.stop();
  product = undefined;
});

describe('readiness', () => {
  test('a migration that is missing, or one that this code does not know, is not ready', async () => {
    product = await startProduct();
    const [last] = await product.db.query('SELECT id, name FROM applied_migrations ORDER BY id DESC LIMIT 1');
    await product.db.query('UPDATE applied_migrations SET name = ? WHERE id = ?', ['FromTheFuture', last.id]);
    const newer = await product.call('/health/ready');
    expect([newer.status, newer.json.database]).toEqual([503, 'newerThanCode']);
    await product.db.query('DELETE FROM applied_migrations WHERE id = ?', [last.id]);
    const missing = await product.call('/health/ready');
    expect([missing.status, missing.json.database]).toEqual([503, 'migrationsMissing']);
    expect((await product.call('/health/live')).status).toBe(200);
  });

  test('where the demo is expected, ready once it was loaded', async () => {
    product = await startProduct({ settings: { expectDemo: true } });
    const before = await product.call('/health/ready');
    expect([before.status, before.json.demo]).toEqual([503, 'loading']);
    await product.get(AuditTrail).record(product.db, systemContext('cli'), 'demo.loaded', { noun: 'demo', id: '2021' });
    expect((await product.call('/health/ready')).status).toBe(200);
  });

  test('without Redis requests are answered, and readiness says what waits', async () => {
    product = await startProduct({ settings: { redisUrl: 'redis://127.0.0.1:1' } });
    const county = await plantCounty(product.db);
    const token = await signedIn(product, 'admin', 'admin', county.county);
    expect((await product.call('/v1/me', { token })).status).toBe(200);
    const ready = await product.call('/health/ready');
    expect([ready.status, ready.json]).toEqual([200, expect.objectContaining({ ready: true, queue: 'away', degraded: ['queue'] })]);
  });
});

// The number of the request, the kind of error and where it came from; never the statement, which holds what was typed.
const fault = /^[\da-f-]{36} unexpected: QueryFailedError ER_NO_SUCH_TABLE 1146\n +at /;

test('a broken table is an unexpected fault that tells the caller nothing but its number', async () => {
  product = await startProduct();
  const county = await plantCounty(product.db);
  const token = await signedIn(product, 'admin', 'admin', county.county);
  await product.db.query('RENAME TABLE users TO users_gone');
  const { call, errors } = product;
  const written = await errors.provokedBy(async () => {
    const answer = await call('/v1/tokens', { body: { account: 'admin', password: 'x', label: 'x' } });
    expect([answer.status, answer.json.code]).toEqual([500, 'unexpected']);
    expect(answer.text).not.toMatch(/users|SELECT|mysql|ER_/i);
    expect((await call('/v1/me', { token })).json.code).toBe('unexpected');
  });
  expect(written).toEqual([expect.stringMatching(fault), expect.stringMatching(fault)]);
  expect(written.join()).not.toMatch(/SELECT|users_gone/);
});
