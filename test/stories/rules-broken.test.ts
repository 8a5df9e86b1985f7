import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemContext } from '#platform/context';
import { type BulletinLine, Recount } from '#statistics';
import { toTell } from '../../libs/statistics/verification/answers.sql.js';
import { plantOddYear } from '../factories/odd-year.js';
import { startTraining, type Training } from '../factories/training.js';

interface Counted {
  rule: string;
  story: string;
  figures: BulletinLine;
  drifts: string[];
}

const root = join(import.meta.dirname, '..', '..');

/** Rules that nobody can break in what is counted or told, and why. */
const unbroken: Record<string, string> = {
  11: 'Periods are not closed yet.',
  15: 'There are no rates yet.',
  已结班的班次收到的人数: 'It decides what is stored when heads come in, in put-head-count.ts: calling-off.test.ts tells of it.',
  现场登记对上人后:
    'It decides what is stored when somebody is matched, in carry-matches.ts: its policy test and mark-worklist.test.ts tell of it.',
  单位撤并到另一单位的: 'It enters where people live from then on, in move-on-unit-taken-over.ts: counting.test.ts tells of it.',
};

/** The numbers of the table of counting rules, and the sentences below it. */
function writtenRules(): string[] {
  const [table, sentences] = readFileSync(join(root, 'docs/counting-rules.md'), 'utf8').split(/^## /m) as [string, string];
  return [...[...table.matchAll(/^\| (\d+) /gm)].map((row) => row[1]!), ...[...sentences.matchAll(/^- (.+)$/gm)].map((one) => one[1]!)];
}
const isOf = (name: string, rule: string): boolean => (/^\d+$/.test(rule) ? rule === name : rule.startsWith(name));

/** A second count is worth what it notices: programs with one rule broken each count odd years, and it must see every one. */
describe('the second count', () => {
  let training: Training;
  let child: ChildProcess | undefined;
  let sound: Counted;
  let broken: Counted[];

  beforeAll(async () => {
    training = await startTraining();
    const { db, config } = training.product;
    for (const seed of [1, 8]) await plantOddYear(db, training.county, seed);
    // A hundred programs ask this database: it is worth knowing what is in it.
    await training.product.get(Recount).run(systemContext('cli'));
    const tables: { name: string }[] = await db.query(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    await db.query(`ANALYZE TABLE ${tables.map(({ name }) => name).join()}`);
    const folder = resolve(root, process.env.SITANG_DATA ?? '.data', 'rules');
    const counting = spawn(process.execPath, [join(root, 'test/rules/count-broken.mjs'), folder], {
      cwd: root,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: config.databaseUrl,
        REDIS_URL: config.redisUrl,
        SITANG_DATA_KEY: config.dataKey.toString('base64'),
        SITANG_INDEX_KEY: config.indexKey.toString('base64'),
        // Not what is usual, so that a program that does not ask is found out.
        SITANG_LATE_MARK_DAYS: '2',
        SITANG_LATE_HEAD_COUNT_DAY: '4',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = counting;
    const [printed, errors, [code]] = await Promise.all([text(counting.stdout), text(counting.stderr), once(counting, 'close')]);
    if (code !== 0) throw new Error(errors + printed);
    [sound, ...broken] = printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Counted) as [Counted, ...Counted[]];
  }, 600_000);
  // Also when the time was up: nobody counts on in a database that is gone.
  afterAll(async () => {
    if (child && child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'close');
    }
    await training?.stop();
  });

  it('every rule that is written is broken at least once, or it is said why not', () => {
    const rules = writtenRules();
    const names = [...new Set(broken.map(({ rule }) => rule)), ...Object.keys(unbroken)];
    expect(rules.length).toBeGreaterThan(30);
    expect(rules.filter((rule) => names.filter((name) => isOf(name, rule)).length !== 1)).toEqual([]);
    expect(names.filter((name) => !rules.some((rule) => isOf(name, rule)))).toEqual([]);
  });

  it('notices every rule that is broken', () => {
    expect(broken.filter(({ drifts }) => drifts.length === 0).map(({ rule, story }) => `${rule}: ${story}`)).toEqual([]);
  });

  it('has nothing to say of the rules as they are', () => expect(sound.drifts).toEqual([]));

  it('every program prints a bulletin, and the sound one that of the second count', async () => {
    for (const { story, figures } of [sound, ...broken]) {
      const { other, ...lines } = figures;
      for (const many of [...Object.values(lines), ...Object.values(other)])
        expect({ story, many, whole: Number.isInteger(many) && many >= 0 }).toEqual({ story, many, whole: true });
    }
    // The last program has left its own figures behind.
    await training.product.get(Recount).run(systemContext('cli'));
    const [told] = await training.product.db.query(`SELECT * FROM (${toTell}) told WHERE basis = 'trainee' AND unitId = ? AND month = 0`, [
      training.county.county,
    ]);
    const { batches, sessionsHeld, backbone, demonstration, otherRegistered: registered, otherDeclared: declared } = told;
    expect(sound.figures).toEqual({ batches, sessionsHeld, backbone, demonstration, other: { registered, declared } });
    for (const many of [batches, backbone, demonstration, registered, declared]) expect(many).toBeGreaterThan(0);
  });
});
