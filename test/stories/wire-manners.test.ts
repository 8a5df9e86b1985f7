import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { refusalCodes } from '#contract';
import { insertRows } from '#platform/database';
import { ForgetAnswers } from '#platform/jobs';
import { type County, plantCounty, signedIn, testPassword } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

let product: Product;
let county: County;
let admin: string;
let other: string;

beforeAll(async () => {
  product = await startProduct();
  county = await plantCounty(product.db);
  admin = await signedIn(product, 'admin', 'admin', county.county);
  other = await signedIn(product, 'other', 'admin', county.county);
});
afterAll(() => product?.stop());

describe('repeats', () => {
  const body = (account: string) => ({
    account,
    name: '某人',
    password: testPassword,
    grants: [{ bundle: 'official', unitId: String(county.county) }],
  });
  const add = (key: string, content: object, token = admin) =>
    product.call('/v1/users', { token, body: content, headers: { 'idempotency-key': key } });
  const reversed = (content: object) => Object.fromEntries(Object.entries(content).reverse());

  test('a repeat with the same content gets the first answer and does nothing', async () => {
    const key = randomUUID();
    const first = await add(key, body('repeated'));
    expect(first.status).toBe(201);
    const again = await add(key, reversed(body('repeated')));
    expect([again.status, again.json, again.headers.get('etag')]).toEqual([201, first.json, '"1"']);
    expect((await add(randomUUID(), body('repeated'))).json.code).toBe('alreadyExists');
  });

  test('the same key with other content, or for another call, is a conflict', async () => {
    const key = randomUUID();
    const { json } = await add(key, body('conflicting'));
    for (const answer of [
      await add(key, body('conflicting2')),
      await product.call(`/v1/users/${json.id}/password`, {
        method: 'PUT',
        token: admin,
        headers: { 'idempotency-key': key },
        body: { password: 'Another-2022' },
      }),
    ]) {
      expect([answer.status, answer.json.code]).toEqual([409, 'idempotencyKeyReused']);
    }
  });

  test('a key belongs to its account', async () => {
    const key = randomUUID();
    expect((await add(key, body('mine'))).status).toBe(201);
    expect((await add(key, body('theirs'), other)).status).toBe(201);
  });

  test('what was refused may be mended under the same key', async () => {
    const key = randomUUID();
    expect((await add(key, { ...body('mended'), grants: [{ bundle: 'official', unitId: '999999' }] })).json.code).toBe('referenceUnknown');
    expect((await add(key, body('mended'))).status).toBe(201);
  });

  test('ten at once are one', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => add(key, body('raced'))));
    expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.json])))).toHaveProperty('size', 1);
  });

  test('a key is 1 to 80 visible characters', async () => {
    for (const key of ['', 'a b', 'x'.repeat(81), 'schlüssel'])
      expect((await add(key, body('unkeyed'))).json.code).toBe('idempotencyKeyInvalid');
  });

  test('keys that differ in case alone are two', async () => {
    expect((await add('Key-a', body('upper'))).status).toBe(201);
    expect((await add('key-A', body('lower'))).status).toBe(201);
    expect((await add('Key-a', body('upper'))).status).toBe(201);
  });

  test('an answer is forgotten after two days, one of yesterday is not', async () => {
    await product.get(ForgetAnswers).run();
    const [{ before }] = await product.db.query('SELECT COUNT(*) AS `before` FROM idempotency_keys');
    await insertRows(
      product.db,
      'idempotency_keys',
      Array.from({ length: 1_201 }, (_, i) => ({ user_id: 0, idempotency_key: `old-${i}`, route: 'POST /', body_hash: Buffer.alloc(32) })),
    );
    await product.db.query(
      "UPDATE idempotency_keys SET created_at = CURRENT_TIMESTAMP(3) - INTERVAL IF(idempotency_key = 'old-1200', 47, 49) HOUR WHERE user_id = 0",
    );
    expect(await product.get(ForgetAnswers).run()).toBe(1_200);
    expect(await product.db.query('SELECT idempotency_key AS `key` FROM idempotency_keys WHERE user_id = 0')).toEqual([
      { key: 'old-1200' },
    ]);
    expect((await product.db.query('SELECT COUNT(*) AS `after` FROM idempotency_keys'))[0].after).toBe(before + 1);
  });

  test('nothing secret is kept: no password, no token', async () => {
    await product.call('/v1/tokens', {
      body: { account: 'admin', password: testPassword, label: 'x' },
      headers: { 'idempotency-key': 'sign-in' },
    });
    const kept = await product.db.query('SELECT idempotency_key, route, answer FROM idempotency_keys');
    expect(JSON.stringify(kept)).not.toMatch(/sign-in|token|Shuguo/);
  });
});

describe('answers', () => {
  test('are framed by nobody, kept by nobody, and say which request they answer', async () => {
    const { headers } = await product.call('/v1/me', { token: admin });
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a line a request holds the route, never the address', async () => {
    product.lines.length = 0;
    await product.call('/v1/users/424242?limit=secret', { token: admin });
    await product.call('/v1/people-named/王五', { token: admin });
    expect(product.lines.map((line) => line.split(' ').slice(1, 4).join(' '))).toEqual(['GET /v1/users/:id 404', 'GET none 404']);
    expect(product.lines.join('')).not.toMatch(/424242|secret|王五/);
  });
});

describe('machines', () => {
  test('alive and ready, part by part', async () => {
    expect((await product.call('/health/live')).json).toEqual({ live: true });
    const ready = await product.call('/health/ready');
    expect([ready.status, ready.json]).toEqual([200, { ready: true, database: 'ok', demo: 'notAsked', queue: 'ok', degraded: [] }]);
  });

  test('metrics on this machine; through a proxy, for administrators only', async () => {
    await product.call('/v1/me', { token: admin });
    const metrics = await product.call('/metrics');
    expect(metrics.type).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(metrics.text).toMatch(/^sitang_http_request_duration_seconds_count\{method="GET",route="\/v1\/me",status="200"\} \d+$/m);
    expect(metrics.text).toMatch(/^process_resident_memory_bytes \d+$/m);
    const forwarded = { 'x-forwarded-for': '203.0.113.7' };
    expect((await product.call('/metrics', { headers: forwarded })).status).toBe(401);
    expect((await product.call('/metrics', { headers: forwarded, token: admin })).status).toBe(200);
  });

  test('the document names every route, who may call it, and every refusal', async () => {
    const answer = await product.call('/v1/openapi.json');
    const { openapi, paths, components } = answer.json;
    expect(openapi).toMatch(/^3\./);
    expect(components.schemas.Problem.properties.code.enum).toEqual(refusalCodes);
    const operations = Object.entries(paths as Record<string, Record<string, Record<string, unknown>>>).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
    );
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, method, operation } of operations) {
      const where = `${method} ${path}`;
      expect([where, path.startsWith('/v1/')]).toEqual([where, true]);
      expect([where, Boolean(operation.summary), (operation.tags as string[]).length > 0]).toEqual([where, true, true]);
      const open = operation['x-who'] === 'anyone';
      expect([where, open || Array.isArray(operation.security)]).toEqual([where, true]);
      expect([where, Object.keys(operation.responses as object).some((status) => status.startsWith('2'))]).toEqual([where, true]);
    }
    const users = paths['/v1/users'].post;
    expect(Object.keys(users.responses)).toEqual(expect.arrayContaining(['201', '400', '401', '403', '409', '413', '415', '500', '503']));
    expect(users.responses['409'].content['application/problem+json'].examples).toHaveProperty('alreadyExists');
    expect(components.schemas.UserRequest.properties.account).toMatchObject({ type: 'string', maxLength: 60 });
    for (const asked of ['TokenRequest', 'SignInRequest'])
      expect(components.schemas[asked].properties.code.description).toContain('not checked yet');
    expect(answer.text).not.toContain('x-refusals');
  });
});
