// The crashes: each is done again and again while the field goes on sending. `times` and `hold` (seconds) set how hard.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { until } from './county.mjs';

/** @typedef {{ county: import('./county.mjs').County, field: import('./devices.mjs').Field, sessions: number, times: number, hold: number }} Storm */
/**
 * @typedef {object} Crash
 * @property {string} story
 * @property {(storm: Storm) => Promise<Record<string, number>>} strike while the field sends
 * @property {(storm: Storm) => Promise<unknown>} lastBlow right after the last fact of every class was acknowledged: no later fact mends what is lost now
 */

/** The launcher starts a program again at most five times a minute. */
const betweenKillsMs = 13_000;

/** @param {import('./county.mjs').Program} program @param {(storm: Storm) => Promise<unknown>} [aim] waits for the worst moment */
const killing =
  (program, aim = async () => undefined) =>
  /** @param {Storm} storm */
  async (storm) => {
    let slowest = 0;
    for (let i = 0; i < storm.times; i++) {
      await aim(storm);
      const [victim, begun] = [storm.county.pid(program), performance.now()];
      assert.ok(storm.county.signal(program, 'SIGKILL'), `${program} runs`);
      await until(`another ${program} runs`, 60, async () => ![undefined, victim].includes(storm.county.pid(program)), 20);
      await until('the county is ready', 60, async () => (await storm.county.call('/health/ready')).ready, 50);
      slowest = Math.max(slowest, performance.now() - begun);
      if (i + 1 < storm.times) await pause(betweenKillsMs);
    }
    return { kills: storm.times, slowestRecoverySeconds: slowest / 1_000 };
  };

/** @param {import('./county.mjs').Program} program */
const lastKill =
  (program) =>
  /** @param {Storm} storm */
  async ({ county, sessions }) => {
    const victim = county.pid(program);
    // Some of the classes are counted, some are not.
    await until(
      'the compiling has begun',
      5,
      async () => Number((await county.rows('SELECT COUNT(*) AS n FROM outbox'))[0].n) < sessions / 2,
      1,
    );
    await pause(randomInt(20));
    county.signal(program, 'SIGKILL');
    await until(`another ${program} runs`, 60, async () => ![undefined, victim].includes(county.pid(program)), 20);
  };

/** @param {Storm} storm */
async function wipe({ county }) {
  const redis = new Redis(county.redisUrl, { maxRetriesPerRequest: 5 });
  await redis.flushall();
  redis.disconnect();
}

/** Somebody has a lease: a compile has begun and is not finished. @param {Storm} storm */
const inMidCompile = ({ county }) =>
  until(
    'a compile is going on',
    30,
    async () => (await county.rows('SELECT 1 FROM outbox WHERE lease_until > UTC_TIMESTAMP(3) LIMIT 1')).length > 0,
    1,
  );

/** Packets are on their way and not acknowledged. @param {Storm} storm */
const inMidPacket = async ({ field }) => {
  await until('packets are on their way', 30, async () => field.unanswered > 0, 1);
  await pause(randomInt(30));
};

/** @type {Record<string, Crash>} */
export const crashes = {
  worker: { story: 'the worker is killed in mid-compile', strike: killing('worker', inMidCompile), lastBlow: lastKill('worker') },
  api: { story: 'the API is killed in mid-packet', strike: killing('api', inMidPacket), lastBlow: lastKill('api') },
  database: { story: 'the database is killed in mid-write', strike: killing('database', inMidPacket), lastBlow: lastKill('database') },
  redis: {
    story: 'Redis stands still, then is killed and wiped',
    lastBlow: wipe,
    async strike(storm) {
      const { county, field, times, hold } = storm;
      let marked = 0;
      for (let i = 0; i < times; i++) {
        county.signal('redis', 'SIGSTOP');
        const before = field.acknowledged;
        const begun = performance.now();
        try {
          await until('the health says that the queue is away', 20, async () =>
            (await county.call('/health/ready')).degraded.includes('queue'),
          );
          await pause(Math.max(hold * 1_000 - (performance.now() - begun), 0));
          assert.equal((await county.call('/health/ready')).ready, true, 'requests are answered meanwhile');
          assert.ok(field.acknowledged > before, 'marking goes on meanwhile');
          marked += field.acknowledged - before;
        } finally {
          county.signal('redis', 'SIGCONT');
        }
        await wipe(storm);
        const victim = county.pid('redis');
        county.signal('redis', 'SIGKILL');
        await until('another Redis runs', 60, async () => ![undefined, victim].includes(county.pid('redis')));
      }
      return { times, heldSeconds: hold, acknowledgedMeanwhile: marked };
    },
  },
};
