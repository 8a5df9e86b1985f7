import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemContext } from '#platform/context';
import { Transactions } from '#platform/database';
import { Outbox } from '#platform/jobs';
import { compileClassJob } from '#statistics';
import { type Product, startProduct } from './support/start-product.js';
import { until } from '../../libs/platform/clock/until.fixture.js';
import { Wire } from './support/wire.js';

let wire: Wire;
let product: Product;
beforeAll(async () => {
  wire = await Wire.to(process.env.TEST_REDIS_URL!);
  product = await startProduct({ worker: true, settings: { redisUrl: wire.url } });
});
afterAll(async () => {
  wire?.mend();
  await product?.stop();
  wire?.close();
});

const ready = async () => (await product.call('/health/ready')).json;
const work = (): Promise<unknown[]> => product.db.query('SELECT id FROM outbox');
const askForWork = (): Promise<void> =>
  product.get(Transactions).run(systemContext('cli'), (db) => product.get(Outbox).add(db, compileClassJob, [1]));

test('a Redis that stands still with its connections open is told of, and what waited is done when it goes on', async () => {
  await until(async () => (await ready()).queue === 'ok');
  wire.standStill();
  await until(async () => (await ready()).queue === 'away');
  await askForWork();
  expect(await ready()).toMatchObject({ ready: true, degraded: ['queue'] });
  expect(await work()).toHaveLength(1);
  wire.mend();
  await until(async () => (await ready()).queue === 'ok');
  await until(async () => (await work()).length === 0);
});
