import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { systemContext } from '#platform/context';
import { type Db, Transactions } from '#platform/database';
import { type PrivateDatabase, privateDatabase } from '../database/private-database.fixture.js';
import { until } from '../clock/until.fixture.js';
import { holdLease } from './hold-lease.js';
import { type Job } from './job.js';
import { Outbox } from './outbox.js';

const job: Job = { name: 'dig', concurrency: 1, leaseSeconds: 7 };
const outbox = new Outbox();
let database: PrivateDatabase;
let transactions: Transactions;
let db: Db;
beforeAll(async () => {
  database = await privateDatabase();
  transactions = new Transactions(database.source);
  db = transactions.read;
});
afterEach(() => db.query('DELETE FROM outbox'));
afterAll(() => database.drop());

const ask = (...keys: number[]): Promise<void> => transactions.run(systemContext('cli'), (own) => outbox.add(own, job, keys));
const theRow = async (): Promise<{ id: number; attempts: number; wait: number }> =>
  (await db.query('SELECT id, attempts, TIMESTAMPDIFF(SECOND, CURRENT_TIMESTAMP(3), due_at) AS wait FROM outbox'))[0];
/** Begun by a process that was killed, and its lease over. */
const dieAtIt = async (id: number): Promise<void> => {
  expect(await outbox.claim(db, job, [id], 'dead')).toHaveLength(1);
  await db.query('UPDATE outbox SET lease_until = CURRENT_TIMESTAMP(3) - INTERVAL 1 SECOND');
};

describe('work that kills its process', () => {
  test('is counted though it never says that it failed, and tried later and later', async () => {
    await ask(1);
    const { id } = await theRow();
    for (let i = 0; i < 4; i++) await dieAtIt(id);
    const { attempts, wait } = await theRow();
    expect(attempts).toBe(4);
    expect(wait).toBeGreaterThan(8);
    expect(await outbox.backlog(db)).toMatchObject([{ job: 'dig', failing: 1 }]);
  });

  test('begins with a clean slate when it came to an end after all', async () => {
    await ask(1);
    const { id } = await theRow();
    await dieAtIt(id);
    const rows = await outbox.claim(db, job, [id], 'alive');
    expect(await outbox.backlog(db)).toMatchObject([{ failing: 1 }]);
    await ask(1);
    expect(await transactions.run(systemContext('worker'), (own) => outbox.finish(own, rows, 'alive'))).toBe('again');
    expect(await theRow()).toMatchObject({ attempts: 0 });
  });

  test('is not called failing while it is begun for the first time', async () => {
    await ask(1);
    await outbox.claim(db, job, [(await theRow()).id], 'alive');
    expect(await outbox.backlog(db)).toMatchObject([{ failing: 0 }]);
  });
});

test('work that failed a thousand times is given back like any other, to be tried within five minutes', async () => {
  await ask(1);
  const { id } = await theRow();
  await db.query('UPDATE outbox SET attempts = 1000');
  const [row] = await outbox.claim(db, job, [id], 'alive');
  await outbox.fail(db, row!, 'alive', new Error('no'));
  expect((await theRow()).wait).toBeLessThanOrEqual(300);
});

test('a transaction that goes on for long holds back its own work only', async () => {
  await ask(1, 2, 3);
  const dueKeys = async (): Promise<string[]> =>
    (await db.transaction('READ COMMITTED', (own) => outbox.takeDue(own, 10))).taken.map((row) => row.job_key);
  await transactions.run(systemContext('cli'), async (long) => {
    await outbox.add(long, job, [2]);
    expect(await dueKeys()).toEqual(['1', '3']);
  });
  expect(await dueKeys()).toEqual(['2']);
});

test('a lease is held for as long as the work goes on', async () => {
  await ask(1);
  const { id } = await theRow();
  const brief: Job = { ...job, leaseSeconds: 1 };
  await outbox.claim(db, brief, [id], 'alive');
  const end = async (): Promise<number> => (await db.query('SELECT lease_until AS end FROM outbox'))[0].end.getTime();
  const first = await end();
  const leaseAlive = (): Promise<boolean> => outbox.renew(db, brief, [id], 'alive');
  await holdLease(brief, { attempt: 1, leaseAlive }, () => until(async () => (await end()) > first + 1_000));
});
