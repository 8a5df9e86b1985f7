import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { systemContext } from '#platform/context';
import { AsideRepository, PeopleTally, Recount, RecountGoesOn, VerifyFigures } from '#statistics';
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

  /** Of each table that is put in place, what the server says of it, but for what it counts itself. */
  const keys = async (): Promise<Record<string, string>> => {
    const said: Record<string, string> = {};
    for (const table of ['participations', 'attendances', 'declarations', 'held', 'left_out', 'compiled_classes', 'figure_cells']) {
      const [row] = await query(`SHOW CREATE TABLE ${table}`);
      // In what order the keys stand says nothing.
      said[table] = (row['Create Table'] as string).replaceAll(',', '').split('\n').sort().join('\n');
    }
    return said;
  };

  let lesson: string;
  let trainees: string[];
  beforeEach(async () => {
    trainees = await people(training, 30);
    const lessons = await trainingClass(training, { kind: 'thematic', people: trainees });
    lesson = await session(training, lessons, { date: '2021-03-05' });
  });

  it('counts what is marked while it goes on, and leaves nothing behind', async () => {
    // Each in a class of their own: of most of them the last word is then said, and compiled, before the new tables are in place.
    const lessons: { lesson: string; person: string }[] = [];
    for (const person of trainees) {
      const alone = await trainingClass(training, { kind: 'thematic', people: [person] });
      lessons.push({ person, lesson: await session(training, alone, { date: '2021-03-05' }) });
    }
    const marked = [0, 0];
    let marks = 0;
    for (const round of marked.keys()) {
      let over = false;
      const counting = recount().finally(() => (over = true));
      for (; !over; marks++) {
        const { lesson, person } = lessons[marks % lessons.length]!;
        // First all come, then all are away, and so on: each mark changes what is counted.
        await attend(training, lesson, [person], Math.floor(marks / lessons.length) % 2 ? 'absent' : 'present');
        marked[round]!++;
      }
      await counting;
    }
    expect(Math.min(...marked)).toBeGreaterThan(1);
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
    const [all] = await query('SELECT COUNT(*) AS classes FROM classes');
    expect(Number(done.classes)).toBeGreaterThan(0);
    expect(Number(done.classes)).toBeLessThan(Number(all.classes));
    const counted: number[] = [];
    await recount((classes) => counted.push(classes));
    // What was counted before is not counted again.
    expect(counted[0]).toBeGreaterThan(Number(done.classes));
    expect(counted.at(-1)).toBe(Number(all.classes));
    expect(await drifts()).toEqual([]);
    expect(await left()).toBe(0);
  });

  describe('that broke off when all was counted goes on, and counts no class', () => {
    /** `work` is killed in the middle; then somebody is marked, and it is begun again. */
    const killed = async <Part extends string>(
      part: { [K in Part]: (...given: never[]) => Promise<unknown> },
      work: Part,
      half: () => Promise<unknown>,
    ) => {
      const whole = part[work];
      part[work] = async () => {
        await half();
        throw new Error('killed');
      };
      await expect(recount()).rejects.toThrow('killed');
      part[work] = whole;
      await attend(training, lesson, trainees);
      await settled(training);
      const counted: number[] = [];
      await recount((classes) => counted.push(classes));
      expect(counted).toEqual([]);
      expect(await drifts()).toEqual([]);
      expect(await left()).toBe(0);
    };

    it('but people once more, while they were counted', async () => {
      // As if it had come to people of one place.
      const place = "INSERT INTO person_sets_aside (month, unit_id, kind, audience, persons) VALUES (202103, 1, 'thematic', 'public', '')";
      await killed(training.product.get(PeopleTally), 'run', () => query(place));
      expect(await query("SELECT 1 FROM person_sets WHERE persons = ''")).toEqual([]);
    });

    it('with the keys that are missing, while they were made', async () => {
      const before = await keys();
      const one = 'ALTER TABLE participations_aside ADD KEY ix_participations_person (person_id, month)';
      await killed(training.product.get(AsideRepository), 'addKeys', () => query(one));
      expect(before.participations).toContain('ix_participations_person');
      expect(await keys()).toEqual(before);
    });
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

  it('leaves the server knowing how much it put in place', async () => {
    await recount();
    const [known] = await query(
      "SELECT n_rows AS many FROM mysql.innodb_table_stats WHERE database_name = DATABASE() AND table_name = 'people_cells'",
    );
    const [there] = await query('SELECT COUNT(*) AS many FROM people_cells');
    expect(Number(there.many)).toBeGreaterThan(0);
    expect(Number(known.many)).toBeGreaterThan(Number(there.many) / 2);
  });

  it('keeps the keys of the tables that it puts in place', async () => {
    const source = training.product.worker!.get(DataSource, { strict: false });
    expect((await source.driver.createSchemaBuilder().log()).upQueries.map((one) => one.query)).toEqual([]);
  });
});
