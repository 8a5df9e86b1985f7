import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { plantCounty, signedIn, testPassword } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';
import { Wire } from './support/wire.js';

let wire: Wire;
let product: Product;
let token: string;

beforeAll(async () => {
  wire = await Wire.to(process.env.TEST_DATABASE_URL!);
  product = await startProduct({ databaseServer: wire.url });
  const county = await plantCounty(product.db);
  token = await signedIn(product, 'admin', 'admin', county.county);
});
afterAll(async () => {
  wire?.mend();
  await product?.stop();
  wire?.close();
});

test('while the database is away every answer says so, and it comes back by itself', async () => {
  wire.cut();
  const written = await product.errors.provokedBy(async () => {
    for (const answer of [
      await product.call('/v1/me', { token }),
      await product.call('/v1/tokens', { body: { account: 'admin', password: testPassword, label: 'x' } }),
      await product.call('/v1/users', { token, body: {} }),
    ]) {
      expect([answer.status, answer.json.code, answer.headers.get('retry-after')]).toEqual([503, 'unavailable', '2']);
    }
  });
  expect(written).toEqual(Array(3).fill(expect.stringMatching(/^[\da-f-]{36} unavailable: \w+ [A-Z_]+$/)));
  expect((await product.call('/health/live')).status).toBe(200);
  const ready = await product.call('/health/ready');
  expect([ready.status, ready.json]).toEqual([503, expect.objectContaining({ ready: false, database: 'away' })]);
  wire.mend();
  expect((await product.call('/v1/me', { token })).status).toBe(200);
  expect((await product.call('/health/ready')).status).toBe(200);
});
