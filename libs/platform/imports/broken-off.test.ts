import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Config } from '#platform/config';
import { type JobHandler, JobRunner, Outbox } from '#platform/jobs';
import { admin, manyPots, PotCounty } from './pot-county.fixture.js';
import { potsBook } from './pots.fixture.js';

let county: PotCounty;
let runner: JobRunner;
const outbox = new Outbox();
beforeAll(async () => {
  county = await PotCounty.open();
  runner = new JobRunner(county.transactions, outbox, {} as Config, '', county.handlers);
});
afterAll(() => county.close());
beforeEach(() => county.clear());

const theRow = async (): Promise<{ id: number; handler: JobHandler }> => {
  const [row] = await county.sql<{ id: number; job: string }>('SELECT id, job FROM outbox');
  return { id: row!.id, handler: county.handlers.find((one) => one.job.name === row!.job)! };
};
const work = async (): Promise<void> => {
  const { id, handler } = await theRow();
  await runner.work(handler, [id]);
};
/** Processes that are killed while they are at it, one after the other. */
const die = async (times: number): Promise<void> => {
  for (let i = 0; i < times; i++) {
    const { id, handler } = await theRow();
    await outbox.claim(county.transactions.read, handler.job, [id], 'dead');
    await county.sql('UPDATE outbox SET lease_until = CURRENT_TIMESTAMP(3) - INTERVAL 1 SECOND');
  }
};

test('a file whose check was begun five times without an end has failed, and says so', async () => {
  const { id } = await county.start.run(admin, { kind: 'sites', name: '锅.xlsx', bytes: await potsBook(manyPots(3)) });
  await die(5);
  await work();
  expect(await county.seen(id)).toMatchObject({ state: 'failed', fault: 'brokeOff', rows: { total: 0, done: 0 } });
  expect(await county.sql('SELECT 1 FROM outbox')).toEqual([]);
});

test('one that was begun four times is checked all the same', async () => {
  const { id } = await county.start.run(admin, { kind: 'sites', name: '锅.xlsx', bytes: await potsBook(manyPots(3)) });
  await die(4);
  await work();
  expect(await county.seen(id)).toMatchObject({ state: 'checked', rows: { create: 3 } });
});

test('an application begun five times has failed and left nothing; a revert begun five times leaves it applied', async () => {
  const broken = await county.checked(admin, manyPots(3));
  await county.apply.run(admin, { id: broken });
  await die(5);
  await work();
  expect(await county.seen(broken)).toMatchObject({ state: 'failed', fault: 'brokeOff', rows: { done: 0 } });
  expect(await county.kept()).toEqual([]);

  const applied = await county.applied(admin, manyPots(3));
  await county.revert.run(admin, { id: applied });
  await die(5);
  await work();
  expect(await county.seen(applied)).toMatchObject({ state: 'applied', fault: 'brokeOff' });
  expect(await county.kept()).toHaveLength(3);
});

const lostRace = /^apply-import \d+ failed: LostRace: /;

test('whoever loses a race for a row begins anew and finds it there', async () => {
  const id = await county.checked(admin, manyPots(3));
  await county.apply.run(admin, { id });
  const apply = county.pots.apply.bind(county.pots);
  county.pots.apply = (db, ...given) => {
    county.pots.apply = apply;
    const query = async (sql: string, parameters?: unknown[]): Promise<unknown> => {
      // Between the look and the insert somebody else makes the same pot.
      if (/^INSERT INTO pots/.test(sql)) await county.sql("INSERT INTO pots (code, name, size) VALUES ('P1', '锅1', 1)");
      return db.query(sql, parameters);
    };
    return apply(Object.create(db, { query: { value: query } }), ...given);
  };
  expect(await county.errors.provokedBy(work)).toEqual([expect.stringMatching(lostRace)]);
  expect(await county.seen(id)).toMatchObject({ state: 'applying', fault: null });
  await work();
  expect(await county.seen(id)).toMatchObject({ state: 'applied', rows: { create: 2, unchanged: 1 } });
  expect(await county.kept()).toHaveLength(3);
});

test('who loses it three times over has failed, and says that something collides', async () => {
  const id = await county.checked(admin, manyPots(3));
  await county.apply.run(admin, { id });
  county.pots.trouble.set(2, Object.assign(new Error("Duplicate entry '张三'"), { errno: 1062 }));
  const written = await county.errors.provokedBy(async () => {
    for (let i = 0; i < 3; i++) await work();
  });
  expect(await county.seen(id)).toMatchObject({ state: 'failed', fault: 'clashing' });
  expect(written).toEqual([lostRace, lostRace, PotCounty.mistake].map((line) => expect.stringMatching(line)));
  expect(written.join()).not.toContain('张三');
});
