import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plantOddYear } from '../factories/odd-year.js';
import { startTraining, type Training } from '../factories/training.js';

interface Counted {
  rule: string;
  story: string;
  drifts: string[];
}

/** A second count is worth what it notices: programs with one rule broken each count odd years, and it must see every one. */
describe('the second count', () => {
  let training: Training;
  let broken: Counted[];
  let sound: Counted;

  beforeAll(async () => {
    training = await startTraining();
    const { db, config } = training.product;
    for (const seed of [1, 2, 3, 4]) await plantOddYear(db, training.county, seed);
    const root = join(import.meta.dirname, '..', '..');
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: config.databaseUrl,
      REDIS_URL: config.redisUrl,
      SITANG_DATA_KEY: config.dataKey.toString('base64'),
      SITANG_INDEX_KEY: config.indexKey.toString('base64'),
    };
    const folder = resolve(root, process.env.SITANG_DATA ?? '.data', 'rules');
    const child = spawnSync(process.execPath, [join(root, 'test/rules/count-broken.mjs'), folder], {
      cwd: root,
      env,
      encoding: 'utf8',
      timeout: 390_000,
    });
    if (child.status !== 0) throw new Error(child.stderr + child.stdout);
    const counted = child.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Counted);
    [broken, sound] = [counted.slice(0, -1), counted.at(-1)!];
  }, 400_000);
  afterAll(() => training?.stop());

  it('notices every rule that is broken', () => {
    const rules = '1 2 3 4 6 7 8 9 10 13 14 16'.split(' ');
    expect([...new Set(broken.map(({ rule }) => rule))]).toEqual(expect.arrayContaining(rules));
    expect(broken.filter(({ drifts }) => drifts.length === 0).map(({ rule, story }) => `${rule}: ${story}`)).toEqual([]);
  });

  it('has nothing to say of the rules as they are', () => expect(sound.drifts).toEqual([]));
});
