import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { VerifyFigures } from '#statistics';
import { deliver } from '../factories/deliver.js';
import { anyFacts } from '../factories/facts-in-any-order.js';
import { dice } from '../factories/dice.js';
import { startTraining, together, type Training } from '../factories/training.js';
import { plantTwin, shownOf, type Twin } from '../factories/twin-worlds.js';
import { signedIn } from './support/county.js';

/** `FAULTS_RUNS` for the long form, of facts nobody has thought of yet; `FAULTS_SEED` to see again what a run printed. */
const { FAULTS_RUNS, FAULTS_SEED } = process.env;
const runs = Number(FAULTS_RUNS ?? 5);
const seed = Number(FAULTS_SEED ?? (FAULTS_RUNS ? randomInt(1e9) : 2021));
if (FAULTS_RUNS) console.log(`FAULTS_SEED=${seed} FAULTS_RUNS=${runs} npm test -- --quick any-order`);

describe('facts that come in any order', () => {
  let training: Training & { reporter: string };
  beforeAll(async () => {
    const started = await startTraining();
    training = { ...started, reporter: await signedIn(started.product, 'reporter', 'classHead', started.county.county) };
  });
  afterAll(() => training.stop());

  it(
    'in any packets, any number of times, from many phones at once: the same attendance and the same figures',
    async () => {
      const property = fc.asyncProperty(anyFacts, async (facts) => {
        const { below } = dice(facts.ways);
        const ways = [
          { seed: 0, lanes: 1 },
          { seed: 1 + below(1e9), lanes: 1, mergesLast: true },
          { seed: 1 + below(1e9), lanes: 5 },
        ];
        const twins: Twin[] = [];
        for (let i = 0; i < ways.length; i++) twins.push(await plantTwin(training));
        const brought = await together(ways.map((way, i) => deliver(training, twins[i]!, facts, way)));
        for (const verdicts of brought) {
          expect(verdicts.size).toBe(facts.marks.length + facts.headCounts.length);
          // Taken once, known every other time.
          for (const [id, said] of verdicts) expect([id, said.filter((one) => one !== 'already').length]).toEqual([id, 1]);
        }
        const shown = await together(twins.map((twin) => shownOf(training, twin)));
        const [inTurn, ...others] = shown;
        for (const other of others) expect(other).toEqual(inTurn);
      });
      await fc.assert(property, { numRuns: runs, endOnFailure: true, seed });
      expect((await training.product.get(VerifyFigures).whenSettled(60_000))!.filter((one) => one.rows > 0)).toEqual([]);
    },
    60_000 + runs * 10_000,
  );
});
