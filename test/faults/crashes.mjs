// The crashes: each is done again and again while the field goes on sending. `times` and `hold` (seconds) set how hard.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { until, uuidOf } from './county.mjs';
import { noHits } from './field.mjs';

/** @typedef {{ county: import('./county.mjs').County, field: import('./field.mjs').Field, sessions: number, times: number, hold: number, say: () => Promise<unknown> }} Storm */
/** @typedef {Record<string, number>} Figures */
/** @typedef {{ hit: Figures, left: Figures[] }} Struck */
/**
 * @typedef {object} Crash
 * @property {string} story
 * @property {(storm: Storm) => Promise<{ hit: Figures }>} strike while the field sends; what the kills hit is complete once the field is through
 * @property {(storm: Storm) => Promise<Figures>} lastBlow right after the last fact of every class was acknowledged: no later fact mends what is lost now; answers what was there
 * @property {(struck: Struck, short: boolean) => void} demand what must have been hit, or the storm proves nothing; a short one is not always lucky
 */

/** The launcher starts a program again at most five times a minute. */
const betweenKillsMs = 13_000;

/** Work that is not done, and how much of it somebody has begun. @param {Storm} storm */
async function backlog({ county }) {
  const [row] = await county.rows('SELECT COUNT(*) AS work, COALESCE(SUM(lease_until > UTC_TIMESTAMP(3)), 0) AS begun FROM outbox');
  return { rows: Number(row.work), leases: Number(row.begun) };
}

/**
 * @param {import('./county.mjs').Program} program
 * @param {((storm: Storm) => Promise<unknown>)[]} aims in turn, each waits for a worst moment
 * @param {() => Figures} nothing
 * @param {(storm: Storm, hit: Figures) => unknown} look adds what the kill has hit
 */
const killing =
  (program, aims, nothing, look) =>
  /** @param {Storm} storm */
  async (storm) => {
    const hit = nothing();
    let slowest = 0;
    for (let i = 0; i < storm.times; i++) {
      await aims[i % aims.length](storm);
      const begun = performance.now();
      const again = storm.county.kill(program);
      await Promise.all([again, look(storm, hit)]);
      await until('the county is ready', 60, async () => (await storm.county.call('/health/ready')).ready, 50);
      slowest = Math.max(slowest, performance.now() - begun);
      await until('what was cut off has come again', 60, async () => storm.field.untold === 0, 50);
      if (i + 1 < storm.times) await pause(betweenKillsMs);
    }
    return { kills: storm.times, slowestRecoverySeconds: slowest / 1_000, hit };
  };

/** @param {import('./county.mjs').Program} program */
const lastKill =
  (program) =>
  /** @param {Storm} storm */
  async (storm) => {
    const { county, sessions } = storm;
    // Some of the classes are counted, some are not.
    let left = await backlog(storm);
    await until('the compiling has begun', 60, async () => (left = await backlog(storm)).rows < sessions / 2, 1);
    await pause(randomInt(20));
    const again = county.kill(program);
    // Nobody works any more while the worker is away, and of a database that is away nobody can ask.
    if (program === 'worker') left = await backlog(storm);
    await again;
    return left;
  };

/** @param {Storm} storm @param {number} [least] with fewer jobs nothing is wiped @returns {Promise<number>} the jobs that were queued, counted in the moment of the wipe */
async function wipe({ county }, least = 0) {
  const redis = new Redis(county.redisUrl, { maxRetriesPerRequest: 5 });
  try {
    const jobs = await redis.eval(
      `local jobs = 0
       for _, key in ipairs(redis.call('KEYS', '*')) do
         if key:match(':wait$') or key:match(':active$') then jobs = jobs + redis.call('LLEN', key) end
         if key:match(':prioritized$') or key:match(':delayed$') then jobs = jobs + redis.call('ZCARD', key) end
       end
       if jobs >= tonumber(ARGV[1]) then redis.call('FLUSHALL') end
       return jobs`,
      0,
      least,
    );
    return Number(jobs);
  } finally {
    redis.disconnect();
  }
}

/** @param {Storm} storm @param {Figures} hit */
async function heldWork(storm, hit) {
  const { rows, leases } = await backlog(storm);
  hit.rows += rows;
  hit.leases += leases;
}

/** Many packets are on their way, some of them answered just now: the kill comes at any moment of a request, and not when all were answered meanwhile. @param {Storm} storm */
async function inMidPacket({ field }) {
  do {
    const { acknowledged } = field;
    field.rush();
    await until(
      'packets are answered and others on their way',
      30,
      async () => field.acknowledged > acknowledged && field.unanswered > 0,
      1,
    );
    await pause(Math.random() * field.typicalMs);
  } while (field.unanswered === 0);
}

/**
 * Holds the program still, again and again, until it is in the worst moment. To kill it then is to have killed it when it was held, and nobody
 * needs to be lucky.
 * @param {'api' | 'worker'} program @param {string} what @param {(storm: Storm) => Promise<boolean>} isWorst
 */
const heldStill =
  (program, what, isWorst) =>
  /** @param {Storm} storm */
  (storm) =>
    until(what, 60, async () => {
      const { county } = storm;
      await pause(randomInt(50));
      county.signal(program, 'SIGSTOP');
      // What it asked of the database is done, and what it answered has arrived.
      await pause(50);
      const worst = await isWorst(storm);
      if (!worst) county.signal(program, 'SIGCONT');
      return worst;
    });

const inMidCompile = heldStill('worker', 'a compile is going on', async (storm) => (await backlog(storm)).leases > 0);

const beforeTheAnswer = heldStill('api', 'a packet is stored and its device does not know', async ({ county, field }) => {
  if (field.unanswered === 0) field.rush();
  const asked = field.sentFirst.map(({ marks }) => `0x${marks[0].id.replaceAll('-', '')}`);
  const stored = await county.rows(`SELECT id FROM marks WHERE id IN (${asked.join() || 'NULL'})`);
  // Some were answered while the database was asked.
  return field.sentFirst.some(({ marks }) => stored.some(({ id }) => uuidOf(id) === marks[0].id));
});

/** @param {boolean} held @param {string} what @param {unknown} figures */
const demand = (held, what, figures) => assert.ok(held, `${what}, or nothing is proved: ${JSON.stringify(figures)}`);

/** @param {'api' | 'database'} program @param {((storm: Storm) => Promise<unknown>)[]} aims */
const inMidPackets = (program, aims) => killing(program, aims, noHits, ({ field }, hit) => field.struck(/** @type {any} */ (hit)));

/** @type {Record<string, Crash>} */
export const crashes = {
  worker: {
    story: 'the worker is killed in mid-compile',
    strike: killing('worker', [inMidCompile], () => ({ rows: 0, leases: 0 }), heldWork),
    lastBlow: lastKill('worker'),
    demand({ hit, left }, short) {
      demand(hit.leases > 0, 'a kill hits a compile', hit);
      demand(short || left.some(({ rows }) => rows > 0), 'the last blow hits what is not counted yet', left);
    },
  },
  api: {
    story: 'the API is killed in mid-packet',
    strike: inMidPackets('api', [beforeTheAnswer, inMidPacket]),
    lastBlow: lastKill('api'),
    demand({ hit }, short) {
      demand(hit.unanswered > 0 && hit.storedAnswerLost > 0, 'a kill comes between a commit and its answer', hit);
      demand(short || hit.notStored > 0, 'a kill comes before a commit', hit);
    },
  },
  database: {
    story: 'the database is killed in mid-write',
    strike: inMidPackets('database', [inMidPacket]),
    lastBlow: lastKill('database'),
    // Between a commit and its word to the API there is hardly a moment: the figures say whether it was met.
    demand: ({ hit }, short) => demand(hit.unanswered > 0 && (short || hit.sentFirst > 0), 'a kill hits packets on their way', hit),
  },
  redis: {
    story: 'Redis stands still, then is killed and wiped',
    async lastBlow(storm) {
      // What was said last may be counted already: then more is said while the queue is watched.
      for (let tries = 0; ; tries++) {
        const wiped = until('work is queued', 3, () => wipe(storm, 1), 1);
        wiped.catch(() => undefined);
        if (tries > 0) await storm.say();
        try {
          return { jobs: await wiped };
        } catch (error) {
          if (tries === 10) throw error;
        }
      }
    },
    demand: ({ hit }, short) => demand(short || hit.jobs > 0, 'a wipe hits queued work', hit),
    async strike(storm) {
      const { county, field, times, hold } = storm;
      let [marked, wiped] = [0, 0];
      for (let i = 0; i < times; i++) {
        county.signal('redis', 'SIGSTOP');
        const before = field.acknowledged;
        const begun = performance.now();
        try {
          await until('the health says that the queue is away', 20, async () =>
            (await county.call('/health/ready')).degraded.includes('queue'),
          );
          // Phones that came into reach together before would all be silent together now.
          field.rush();
          await pause(Math.max(hold * 1_000 - (performance.now() - begun), 0));
          assert.equal((await county.call('/health/ready')).ready, true, 'requests are answered meanwhile');
          await until('marking goes on meanwhile', 20, async () => field.acknowledged > before, 50);
          marked += field.acknowledged - before;
        } finally {
          county.signal('redis', 'SIGCONT');
        }
        wiped += await wipe(storm);
        await county.kill('redis');
      }
      return { times, heldSeconds: hold, acknowledgedMeanwhile: marked, hit: { jobs: wiped } };
    },
  },
};
