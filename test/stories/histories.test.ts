import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemContext } from '#platform/context';
import { Recount, VerifyFigures } from '#statistics';
import { changeAtRandom, sortsOfChange } from '../factories/odd-changes.js';
import { dice } from '../factories/dice.js';
import { plantOddYear } from '../factories/odd-year.js';
import { misopened } from '../factories/opened-figures.js';
import { settled, startTraining, together, type Training } from '../factories/training.js';

const measures = ['batches', 'sessions_held', 'visits', 'registered', 'declared', 'unverified', 'unidentified', 'attendances'];
/** What is kept of every count. A cell that facts have left counts nothing, so it is no row. */
const kept: Record<string, string> = {
  ...Object.fromEntries(['participations', 'attendances', 'declarations', 'held', 'left_out', 'class_cells'].map((table) => [table, '*'])),
  person_sets: 'basis, unit_id, month, kind, audience, HEX(persons) AS persons',
  [`figure_cells WHERE ${measures.join(' + ')} > 0`]: '*',
};

/** `FAULTS_RUNS` for the long form: so many histories; the short form has these. */
const seeds = process.env.FAULTS_RUNS ? Array.from({ length: Number(process.env.FAULTS_RUNS) }, (_, i) => 100 + i) : [3, 7];

describe('whatever happened', () => {
  let training: Training;
  beforeAll(async () => {
    training = await startTraining();
  });
  afterAll(() => training.stop());

  /** Every row that is kept, as a line. */
  async function everyRow(): Promise<Set<string>> {
    const lines = new Set<string>();
    for (const [table, columns] of Object.entries(kept))
      for (const row of await training.product.db.query(`SELECT ${columns} FROM ${table}`))
        lines.add(`${table.split(' ')[0]} ${JSON.stringify(row)}`);
    return lines;
  }
  const without = (some: Set<string>, others: Set<string>): string[] => [...some].filter((line) => !others.has(line)).sort();
  const recount = () => training.product.get(Recount).run(systemContext('cli'));
  const drifts = async () => (await training.product.get(VerifyFigures).run())!.filter((one) => one.rows > 0);

  it.each(seeds)(
    'what was compiled is what a recount makes of it all, is equal to the second count, and opens to itself (history %i)',
    async (seed) => {
      await plantOddYear(training.product.db, training.county, seed, { people: 24, classes: 8 });
      await recount();
      const { shuffle, below } = dice(seed);
      const sorts = shuffle([...sortsOfChange, ...sortsOfChange]);
      // A few at a time, so that what one change leaves undone is not made good by the next; at once, so that none is lost to another.
      while (sorts.length > 0) {
        const changes = sorts.splice(0, 4).map((sort) => changeAtRandom(training, below(1e9), sort, 4));
        await together(changes);
        await settled(training);
        const compiled = await everyRow();
        expect(await drifts()).toEqual([]);
        await recount();
        const anew = await everyRow();
        expect({ lost: without(anew, compiled), left: without(compiled, anew) }).toEqual({ lost: [], left: [] });
      }
      expect(await misopened(training, seed)).toEqual([]);
    },
    180_000,
  );
});
