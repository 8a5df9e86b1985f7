import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { plantCounty, signedIn, testPassword } from './support/county.js';
import { type Product, startProduct } from './support/start-product.js';

/** A wire between the product and its database that can be cut. */
let wire: Server;
let cut = false;
const sockets = new Set<Socket>();
let product: Product;
let token: string;

beforeAll(async () => {
  const real = new URL(process.env.TEST_DATABASE_URL!);
  wire = createServer((near) => {
    if (cut) return void near.destroy();
    const far = connect(Number(real.port), real.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((done) => wire.listen(0, '127.0.0.1', done));
  const through = new URL(real);
  through.port = String((wire.address() as AddressInfo).port);
  product = await startProduct({ databaseServer: through.href });
  const county = await plantCounty(product.db);
  token = await signedIn(product, 'admin', 'admin', county.county);
});
afterAll(async () => {
  cut = false;
  await product?.stop();
  for (const socket of sockets) socket.destroy();
  wire?.close();
});

test('while the database is away every answer says so, and it comes back by itself', async () => {
  cut = true;
  for (const socket of sockets) socket.destroy();
  for (const answer of [
    await product.call('/v1/me', { token }),
    await product.call('/v1/tokens', { body: { account: 'admin', password: testPassword, label: 'x' } }),
    await product.call('/v1/users', { token, body: {} }),
  ]) {
    expect([answer.status, answer.json.code, answer.headers.get('retry-after')]).toEqual([503, 'unavailable', '2']);
  }
  expect((await product.call('/health/live')).status).toBe(200);
  const ready = await product.call('/health/ready');
  expect([ready.status, ready.json]).toEqual([503, expect.objectContaining({ ready: false, database: 'away' })]);
  cut = false;
  expect((await product.call('/v1/me', { token })).status).toBe(200);
  expect((await product.call('/health/ready')).status).toBe(200);
});
