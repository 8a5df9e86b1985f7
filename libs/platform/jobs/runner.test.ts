import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { type Config } from '#platform/config';
import { systemContext } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { type PrivateDatabase, privateDatabase } from '../database/private-database.fixture.js';
import { declareJob, type JobHandler } from './job.js';
import { Outbox } from './outbox.js';
import { JobRunner } from './runner.js';

const job = declareJob({ name: 'rake', concurrency: 1, together: 8, leaseSeconds: 30 });
const outbox = new Outbox();
let database: PrivateDatabase;
let transactions: Transactions;
let db: Db;
beforeAll(async () => {
  jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  database = await privateDatabase();
  transactions = new Transactions(database.source);
  db = transactions.read;
  await db.query('CREATE TABLE raked (job_key VARCHAR(40) PRIMARY KEY)');
});
afterEach(async () => {
  await db.query('DELETE FROM outbox');
  await db.query('DELETE FROM raked');
});
afterAll(() => database.drop());

const ask = (...keys: string[]): Promise<void> => transactions.run(systemContext('cli'), (own) => outbox.add(own, job, keys));
const rows = (): Promise<{ id: number; key: string; attempts: number }[]> =>
  db.query('SELECT id, job_key AS `key`, attempts FROM outbox ORDER BY job_key');
const raked = async (): Promise<string[]> =>
  (await db.query('SELECT job_key AS `key` FROM raked ORDER BY job_key')).map((row: { key: string }) => row.key);

/** Rakes all it is given, but for the keys that it cannot; says what it was given at a time. */
function rake(cannot: readonly string[] = []): { handler: JobHandler; times: string[][] } {
  const times: string[][] = [];
  const performAll = async (own: Db, keys: readonly string[]): Promise<void> => {
    times.push([...keys].sort());
    for (const key of keys) {
      await own.query('INSERT INTO raked (job_key) VALUES (?)', [key]);
      if (cannot.includes(key)) throw new Error('a stone');
    }
  };
  return { handler: { job, performAll, perform: (own, key) => performAll(own, [key]) }, times };
}
const work = async (handler: JobHandler): Promise<void> => {
  const runner = new JobRunner(transactions, outbox, {} as Config, '', [handler]);
  await runner.work(
    handler,
    (await rows()).map(({ id }) => id),
  );
};

test('what waits together is done in one transaction, and its rows end with it', async () => {
  await ask('a', 'b', 'c');
  const { handler, times } = rake();
  await work(handler);
  expect(times).toEqual([['a', 'b', 'c']]);
  expect([await raked(), await rows()]).toEqual([['a', 'b', 'c'], []]);
});

test('what fails takes nothing with it: the others are done, and it is tried again alone', async () => {
  await ask('a', 'b', 'c');
  await work(rake(['b']).handler);
  expect(await raked()).toEqual(['a', 'c']);
  expect(await rows()).toMatchObject([{ key: 'b', attempts: 1 }]);
  await ask('d');
  const { handler, times } = rake();
  await work(handler);
  expect(times).toEqual([['d'], ['b']]);
  expect([await raked(), await rows()]).toEqual([['a', 'b', 'c', 'd'], []]);
});

test('what somebody else is at is left to them', async () => {
  await ask('a', 'b');
  const [first] = await rows();
  await outbox.claim(db, job, [first!.id], 'another');
  await work(rake().handler);
  expect(await raked()).toEqual(['b']);
  expect(await rows()).toMatchObject([{ key: 'a' }]);
});

test('a piece to which something was added meanwhile is done again, the others are not', async () => {
  await ask('a', 'b');
  const { handler } = rake();
  const performAll: JobHandler['performAll'] = async (own, keys, progress) => {
    await handler.performAll!(own, keys, progress);
    await ask('b');
  };
  await work({ ...handler, performAll });
  expect(await rows()).toMatchObject([{ key: 'b', attempts: 0 }]);
});

test('when one lease was lost nothing of the round is kept but what is done again, piece by piece', async () => {
  await ask('a', 'b');
  const [first] = await rows();
  const { handler, times } = rake();
  const performAll: JobHandler['performAll'] = async (own, keys, progress) => {
    await handler.performAll!(own, keys, progress);
    await db.query("UPDATE outbox SET lease_owner = 'another' WHERE id = ?", [first!.id]);
  };
  await work({ ...handler, performAll });
  expect(times).toEqual([['a', 'b'], ['b']]);
  expect(await raked()).toEqual(['b']);
  expect(await rows()).toMatchObject([{ key: 'a' }]);
});

test('a row that two messages brought is done once, with the others', async () => {
  await ask('a', 'b');
  const { handler, times } = rake();
  const ids = (await rows()).map(({ id }) => id);
  await new JobRunner(transactions, outbox, {} as Config, '', [handler]).work(handler, [...ids, ...ids]);
  expect(times).toEqual([['a', 'b']]);
  expect([await raked(), await rows()]).toEqual([['a', 'b'], []]);
});
