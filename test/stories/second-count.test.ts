import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemContext } from '#platform/context';
import { Recount, VerifyFigures } from '#statistics';
import { changeAtRandom, sortsOfChange } from '../factories/odd-changes.js';
import { plantOddYear } from '../factories/odd-year.js';
import { done, settled, startTraining, type Training } from '../factories/training.js';

/** Two counts that share no code: the worker's, and SQL over the same facts. They must agree on years that nobody would think up. */
describe('the second count', () => {
  let training: Training;
  beforeAll(async () => {
    training = await startTraining();
    await plantOddYear(training.product.db, training.county, 1);
    await recount();
  });
  afterAll(() => training.stop());

  const recount = () => training.product.get(Recount).run(systemContext('cli'));
  const drifts = async () => (await training.product.get(VerifyFigures).run())!.filter((one) => one.rows > 0);
  const query = (sql: string, values: unknown[] = []) => training.product.db.query(sql, values);

  const settledRows = async (question: string): Promise<{ value: number }[]> =>
    done(await training.product.call(`/v1/figures/rows?${question}`, { token: training.official })).json.items;

  it.each([
    ['person-times', "UPDATE participations SET audience = IF(audience = 'public', 'cadre', 'public') LIMIT 1"],
    ['person-times', 'UPDATE participations SET young = NOT young WHERE young IS NOT NULL LIMIT 1'],
    ['person-times', 'UPDATE participations SET venue_unit_id = venue_unit_id + 1 ORDER BY class_id DESC, person_id DESC LIMIT 1'],
    ['attendances', "UPDATE attendances SET status = IF(status = 'late', 'present', 'late') LIMIT 1"],
    ['attendances', 'UPDATE attendances SET disputed = NOT disputed ORDER BY session_id DESC LIMIT 1'],
    ['heads: declared, unverified', 'UPDATE declarations SET unverified = unverified + 1 LIMIT 1'],
    ['walk-ins: unidentified', 'UPDATE declarations SET unidentified = unidentified + 1 ORDER BY session_id DESC LIMIT 1'],
    ['batches, sessions and visits', 'UPDATE held SET month = month + 1 LIMIT 1'],
    ['batches, sessions and visits', "UPDATE held SET touched = JSON_REMOVE(touched, '$[0]') LIMIT 1"],
    ['left out, by reason', "UPDATE left_out SET reason = 'headsNotLargest' WHERE reason = 'headsNamed' LIMIT 1"],
    ['left out, by reason', 'UPDATE left_out SET facts = facts + 1 ORDER BY session_id DESC LIMIT 1'],
    ['left out, by reason', "DELETE FROM left_out WHERE reason = 'absent' LIMIT 1"],
    [
      'cells of every town',
      "UPDATE figure_cells SET registered = registered + 1 WHERE audience = '*' AND level = 'town' ORDER BY month DESC, unit_id LIMIT 1",
    ],
    ['cells of every village', "UPDATE figure_cells SET attendances = attendances + 1 WHERE level = 'village' ORDER BY month DESC LIMIT 1"],
    ['people of months and years', 'UPDATE people_cells SET people = people + 1 WHERE period > 200000 ORDER BY period DESC LIMIT 1'],
    ['people of months and years', "UPDATE people_cells SET people = people - 1 WHERE period < 3000 AND kind = '*' LIMIT 1"],
    [
      'people of months and years',
      'INSERT INTO people_cells SELECT basis, level, unit_id, 2099, kind, audience, 1 FROM people_cells LIMIT 1',
    ],
    ['sets of people', "UPDATE person_sets SET persons = CONCAT(persons, UNHEX('01000000')) LIMIT 1"],
    ['sets of people', 'INSERT INTO person_sets SELECT 209912, unit_id, kind, audience, persons FROM person_sets LIMIT 1'],
  ])('%s: sees %s', async (comparison, sql) => {
    const rows = async () => (await drifts()).find((one) => one.comparison === comparison)?.rows ?? 0;
    expect(await rows()).toBe(0);
    await query(sql);
    expect(await rows()).toBeGreaterThan(0);
    await recount();
  });

  it('a recount mended all of it', async () => {
    expect(await drifts()).toEqual([]);
  });

  it.each([...sortsOfChange.first, ...sortsOfChange.last])(
    'stays in agreement when %s changes: all that it touches is compiled again',
    async (sort) => {
      // A sheet goes through the worker up to three times.
      expect(await changeAtRandom(training, 7, sort, 5)).toBeGreaterThan(0);
      await settled(training);
      expect(await drifts()).toEqual([]);
    },
  );

  it('agrees on odd years, in every column', async () => {
    for (const seed of [2, 3, 4, 5]) await plantOddYear(training.product.db, training.county, seed);
    await recount();
    expect(await drifts()).toEqual([]);
  });

  it('and the years were odd enough: every reason, every measure, every breakdown occurs', async () => {
    const reasons = (await query('SELECT DISTINCT reason FROM left_out')).map((row: { reason: string }) => row.reason);
    expect(reasons).toHaveLength(14);
    const [seen] = await query(
      `SELECT SUM(batches) AS batches, SUM(sessions_held) AS sessions, SUM(visits) AS visits, SUM(registered) AS registered, SUM(declared) AS declared,
         SUM(unverified) AS unverified, SUM(unidentified) AS unidentified, (SELECT COUNT(*) FROM attendances WHERE disputed) AS disputed,
         (SELECT COUNT(DISTINCT female, minority, young, college) FROM participations) AS breakdowns,
         (SELECT COUNT(*) FROM declarations WHERE viewing_point_id > 0 AND unverified > 0) AS rooms FROM figure_cells`,
    );
    for (const [what, many] of Object.entries(seen)) expect({ what, occurs: Number(many) > 0 }).toEqual({ what, occurs: true });
  });

  it('an organ opens to the rows of its number, whatever the measure', async () => {
    const { organ } = training.county;
    const { total } = await settled(training, `from=2021-01&to=2021-12&unit=${organ}`);
    expect(total.personTimes.registered).toBeGreaterThan(0);
    const rows = async (measure: string) =>
      (await settledRows(`from=2021-01&to=2021-12&unit=${organ}&measure=${measure}&limit=200`)).reduce((sum, item) => sum + item.value, 0);
    expect({
      registered: await rows('personTimes.registered'),
      declared: await rows('personTimes.declared'),
      attendances: await rows('attendances'),
      batches: await rows('batches'),
      people: await rows('people'),
    }).toEqual({
      registered: total.personTimes.registered,
      declared: total.personTimes.declared,
      attendances: total.attendances,
      batches: total.batches,
      people: total.people,
    });
  });
});
