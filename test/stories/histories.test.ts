import { randomInt } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemContext } from '#platform/context';
import { Recount, VerifyFigures } from '#statistics';
import { changeAtRandom, sortsOfChange } from '../factories/odd-changes.js';
import { dice } from '../factories/dice.js';
import { plantOddYear } from '../factories/odd-year.js';
import { misopened } from '../factories/opened-figures.js';
import { settled, startTraining, together, type Training } from '../factories/training.js';
import { everyRow, whole, without } from './support/rows.js';

const measures = ['batches', 'sessions_held', 'visits', 'registered', 'declared', 'unverified', 'unidentified', 'attendances'];
/** What is kept of every count. A cell that facts have left counts nothing, so it is no row. */
const kept: Record<string, string> = {
  ...whole(['participations', 'attendances', 'declarations', 'held', 'left_out']),
  person_sets: 'unit_id, month, kind, audience, HEX(persons) AS persons',
  'people_cells WHERE people <> 0': '*',
  [`figure_cells WHERE ${measures.map((measure) => `${measure} <> 0`).join(' OR ')}`]: '*',
};

/** `FAULTS_RUNS` for the long form: so many histories nobody has seen yet, or those from `FAULTS_SEED` on; the short form has these. */
const { FAULTS_RUNS: runs, FAULTS_SEED: first } = process.env;
const long = Boolean(runs ?? first);
const start = Number(first ?? randomInt(1e6));
const seeds = long ? Array.from({ length: Number(runs ?? 1) }, (_, i) => start + i) : [3, 8];
if (long) console.log(`FAULTS_SEED=${start} FAULTS_RUNS=${seeds.length} npm test -- --quick histories`);

describe('whatever happened', () => {
  let training: Training;
  // A world for each, so that the twentieth costs no more than the first.
  beforeEach(async () => {
    training = await startTraining();
  });
  afterEach(() => training.stop());

  const recount = () => training.product.get(Recount).run(systemContext('cli'));
  const drifts = async () => (await training.product.get(VerifyFigures).run())!.filter((one) => one.rows > 0);
  const { first: changes, last: endings, late } = sortsOfChange;
  const taken = new Map([...changes, ...endings].map((sort) => [sort, 0]));

  it.each(seeds)(
    'what was compiled is what a recount makes of it all, is equal to the second count, and opens to itself (history %i)',
    async (seed) => {
      // Every other world is crowded, so that facts meet; else people stand apart, so that nobody's change is told by a neighbour's.
      await plantOddYear(training.product.db, training.county, seed, { people: seed % 2 === 0 ? 150 : 24, classes: 8 });
      await recount();
      const { shuffle, below, of } = dice(seed);
      const times = <T>(list: T[]): T[] => (long ? [...list, ...list] : list);
      const sorts = [...shuffle(times(changes)), ...shuffle(times(endings)), ...shuffle(late)];
      // Mostly one alone, so that what it leaves undone is not made good by the next; some at once, so that none is lost to another.
      while (sorts.length > 0) {
        const now = sorts.splice(0, of([1, 1, 1, 4]));
        const change = async (sort: string) => taken.set(sort, taken.get(sort)! + (await changeAtRandom(training, below(1e9), sort, 2)));
        await together(now.map(change));
        await settled(training);
        const compiled = await everyRow(training.product.db, kept);
        const drifted = await drifts();
        await recount();
        const anew = await everyRow(training.product.db, kept);
        const wrong = { drifted, lost: without(anew, compiled), left: without(compiled, anew) };
        expect({ now, ...wrong }).toEqual({ now, drifted: [], lost: [], left: [] });
      }
      expect(await misopened(training, seed)).toEqual([]);
    },
    300_000,
  );

  it('and changes of every sort were taken', () => {
    expect([...taken].filter(([, many]) => many === 0)).toEqual([]);
  });
});
