import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Worker } from 'bullmq';
import { systemContext } from '#platform/context';
import { Transactions } from '#platform/database';
import { consumerConnection, Outbox, QUEUE_PREFIX } from '#platform/jobs';
import { compileClassJob } from '#statistics';
import { createWorker } from '../../apps/worker/create-worker.js';
import { type Product, startProduct } from './support/start-product.js';
import { until } from '../../libs/platform/clock/until.fixture.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

/** A worker that takes the work and dies over it: its message stays taken, its lease stays held. */
const killedWorker = async (): Promise<void> => {
  const connection = consumerConnection(product.config);
  const outbox = product.get(Outbox);
  let begun = false;
  const worker = new Worker<{ row: number }>(
    compileClassJob.name,
    async ({ data }) => {
      await outbox.claim(product.db, compileClassJob, [data.row], 'killed');
      begun = true;
      await new Promise(() => undefined);
    },
    { connection, prefix: product.app.get(QUEUE_PREFIX) },
  );
  await until(() => begun);
  await worker.close(true);
  connection.disconnect();
};

test('what a worker was killed over is done by another as soon as the lease is over', async () => {
  await product.get(Transactions).run(systemContext('cli'), (db) => product.get(Outbox).add(db, compileClassJob, [1]));
  await killedWorker();
  const [{ seconds }] = await product.db.query('SELECT TIMESTAMPDIFF(SECOND, CURRENT_TIMESTAMP(3), lease_until) AS seconds FROM outbox');
  expect(seconds).toBeLessThanOrEqual(10);
  await product.db.query('UPDATE outbox SET lease_until = CURRENT_TIMESTAMP(3), due_at = CURRENT_TIMESTAMP(3)');
  const worker = await createWorker(product.config);
  await until(async () => (await product.db.query('SELECT 1 FROM outbox')).length === 0, 'the work to be done', 15_000).finally(() =>
    worker.close(),
  );
});
