import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { systemContext } from '#platform/context';
import { AsideRepository, Recount, RecountGoesOn, VerifyFigures } from '#statistics';
import { until } from '../../libs/platform/clock/until.fixture.js';
import { plantOddYear } from '../factories/odd-year.js';
import { attend, people, session, settled, startTraining, trainingClass, type Training } from '../factories/training.js';

/** Everything is counted anew beside the figures that are served, while the county goes on. */
describe('a recount', () => {
  let training: Training;
  beforeAll(async () => {
    training = await startTraining();
    for (const seed of [1, 2, 3]) await plantOddYear(training.product.db, training.county, seed);
    await recount();
  });
  afterAll(() => training?.stop());

  const query = (sql: string) => training.product.db.query(sql);
  const recount = (onProgress?: (done: number, all: number) => void) => training.product.get(Recount).run(systemContext('cli'), onProgress);
  const drifts = async () => (await training.product.get(VerifyFigures).whenSettled(60_000))!.filter((one) => one.rows > 0);
  const left = async () =>
    (
      await query(
        "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name REGEXP '_(aside|gone)$'",
      )
    ).length;

  let lesson: string;
  let trainees: string[];
  beforeEach(async () => {
    trainees = await people(training, 30);
    const lessons = await trainingClass(training, { kind: 'thematic', people: trainees });
    lesson = await session(training, lessons, { date: '2021-03-05' });
  });

  it('counts what is marked while it goes on, and leaves nothing behind', async () => {
    let marked = 0;
    const marking = (async () => {
      for (const one of trainees) {
        await attend(training, lesson, [one]);
        marked++;
      }
    })();
    let rounds = 0;
    do {
      await recount();
      rounds++;
    } while (marked < trainees.length);
    await marking;
    expect(rounds).toBeGreaterThan(1);
    expect((await settled(training, 'from=2021-03&to=2021-03')).pending).toBe(0);
    expect(await drifts()).toEqual([]);
    expect(await left()).toBe(0);
    expect(await query('SELECT next_class_id AS next, owner FROM recounts')).toEqual([{ next: null, owner: null }]);
  });

  it('goes on where it was broken off, with what was compiled since', async () => {
    const { affectedRows: spoilt } = await query('UPDATE participations SET audience = IF(audience = "public", "cadre", "public")');
    expect(spoilt).toBeGreaterThan(0);
    await expect(
      recount(() => {
        throw new Error('the lamp went out');
      }),
    ).rejects.toThrow('the lamp went out');
    const [{ next }] = await query('SELECT next_class_id AS next FROM recounts');
    expect(next).toBeGreaterThan(0);
    expect(await left()).toBeGreaterThan(0);
    await attend(training, lesson, trainees);
    await settled(training);
    const [done] = await query('SELECT COUNT(*) AS classes FROM compiled_classes_aside');
    const counted: number[] = [];
    await recount((classes) => counted.push(classes));
    // What was counted before is not counted again.
    expect(counted).toEqual([]);
    expect(Number(done.classes)).toBeGreaterThan(0);
    expect(await drifts()).toEqual([]);
    expect(await left()).toBe(0);
  });

  it('begins anew when it broke off after people were counted, whatever was made and marked meanwhile', async () => {
    const aside = training.product.get(AsideRepository);
    const swap = aside.swap.bind(aside);
    const [first, ...others] = trainees;
    aside.swap = async () => {
      await attend(training, lesson, [first!]);
      await settled(training);
      // As if it had caught up with that, and with a class that was not there when it began, and then lost its database.
      await training.product.get(Recount)['catchUp'](systemContext('cli'), 0);
      throw new Error('gone');
    };
    const begun = recount();
    const young = await trainingClass(training, { kind: 'online', people: others });
    await attend(training, await session(training, young, { date: '2021-03-06' }), others);
    await expect(begun).rejects.toThrow('gone');
    aside.swap = swap;
    await recount();
    expect(await drifts()).toEqual([]);
    expect(await left()).toBe(0);
  });

  it('waits for whoever reads for long, and lets others read meanwhile', async () => {
    const reader = training.product.worker!.get(DataSource, { strict: false }).createQueryRunner();
    await reader.startTransaction('REPEATABLE READ');
    await reader.query('SELECT COUNT(*) FROM figure_cells');
    let over = false;
    const counting = recount().finally(() => (over = true));
    await until(async () => (await query('SELECT version FROM recounts'))[0].version === null && (await left()) > 0, 'it is at the swap');
    await settled(training);
    expect(over).toBe(false);
    await reader.rollbackTransaction();
    await reader.release();
    await counting;
    expect(await drifts()).toEqual([]);
  });

  it('puts nothing in place once it has lost its claim', async () => {
    const aside = training.product.get(AsideRepository);
    await expect(aside.swap('somebody else', async () => undefined)).rejects.toThrow('given to somebody else');
  });

  it('is one at a time; whoever is gone for minutes has given it up', async () => {
    await query("UPDATE recounts SET owner = 'somebody', lease_until = CURRENT_TIMESTAMP(3) + INTERVAL 1 MINUTE");
    await expect(recount()).rejects.toThrow(RecountGoesOn);
    await query('UPDATE recounts SET lease_until = CURRENT_TIMESTAMP(3) - INTERVAL 1 SECOND');
    await expect(recount()).resolves.toMatchObject({ classes: expect.any(Number) });
  });

  it('keeps the keys of the tables that it puts in place', async () => {
    const source = training.product.worker!.get(DataSource, { strict: false });
    expect((await source.driver.createSchemaBuilder().log()).upQueries.map((one) => one.query)).toEqual([]);
  });
});
