// Brings up the database and Redis as the plan of find-services says, and answers with the addresses they serve on.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { containerServices } from './container-services.mjs';
import { readJson, writeJson } from './data-folder.mjs';
import { keepDatabase } from './database-instance.mjs';
import { checkGivenDatabase, checkGivenRedis } from './given-services.mjs';
import { keepRedis } from './redis-instance.mjs';
import { say, step } from './say.mjs';

/** @typedef {{ databasePassword: string, redisPassword: string, databasePort?: number, redisPort?: number, database?: { product: string, version: string } }} Settings */
/**
 * @typedef {object} Services
 * @property {string} databaseUrl
 * @property {string} adminUrl the same server without a database's name, for an account that may create databases
 * @property {string} redisUrl
 */

/**
 * Passwords and ports of the private instances of one data folder, made on first use.
 * @param {string} folder
 * @returns {Settings}
 */
export const readSettings = (folder) =>
  readJson(join(folder, 'services.json')) ?? {
    databasePassword: randomBytes(16).toString('hex'),
    redisPassword: randomBytes(16).toString('hex'),
  };

/**
 * Waits for both, so that nothing goes on behind a failure's back.
 * @template A, B
 * @param {Promise<A>} one
 * @param {Promise<B>} other
 * @returns {Promise<[A, B]>}
 */
async function both(one, other) {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}

/**
 * @param {object} wanted
 * @param {import('./find-services.mjs').Plan} wanted.plan
 * @param {string} wanted.root
 * @param {string} wanted.folder the data folder
 * @param {import('./supervisor.mjs').Supervisor} wanted.supervisor
 * @param {string[]} [wanted.databaseOptions]
 * @param {string[]} [wanted.redisOptions]
 * @param {boolean} [wanted.forGood] nothing of it is wanted after the stop
 * @returns {Promise<Services>}
 */
export async function bringUpServices({ plan, root, folder, supervisor, databaseOptions, redisOptions, forGood = false }) {
  const settings = readSettings(folder);
  writeJson(join(folder, 'services.json'), settings);
  const containers = containerServices({ plan, root, folder, settings, supervisor, forGood });
  await containers.start();

  const bringUpDatabase = async () => {
    const { database } = plan;
    if (database.kind === 'given') {
      await step(
        () => checkGivenDatabase(database.url),
        ({ title }) => [`数据库 ${title} 已就绪(DATABASE_URL)`, 'database ready'],
      );
      return { url: database.url, admin: database.url };
    }
    const { port, user } = await step(
      async () =>
        database.kind === 'container'
          ? containers.database()
          : {
              ...(await keepDatabase({ binary: database.binary, folder, settings, supervisor, options: databaseOptions })),
              user: 'sitang',
            },
      ({ title }) => [`数据库 ${title} 已就绪`, 'database ready'],
    );
    settings.databasePort = port;
    if (database.kind === 'binary') settings.database = { product: database.binary.product, version: database.binary.version };
    const admin = `mysql://${user}:${settings.databasePassword}@127.0.0.1:${port}`;
    return { url: `${admin}/sitang`, admin };
  };
  const bringUpRedis = async () => {
    const { redis } = plan;
    if (redis.kind === 'given') {
      const { warnings } = await step(
        () => checkGivenRedis(redis.url),
        ({ title }) => [`${title} 已就绪(REDIS_URL)`, 'queues ready'],
      );
      for (const words of warnings) say.warn(...words);
      return redis.url;
    }
    const { port } = await step(
      () =>
        redis.kind === 'container'
          ? containers.redis()
          : keepRedis({ binary: redis.binary, folder, settings, supervisor, options: redisOptions }),
      ({ title }) => [`${title} 已就绪`, 'queues ready'],
    );
    settings.redisPort = port;
    return `redis://:${settings.redisPassword}@127.0.0.1:${port}`;
  };

  const [database, redisUrl] = await both(bringUpDatabase(), bringUpRedis());
  writeJson(join(folder, 'services.json'), settings);
  return { databaseUrl: database.url, adminUrl: database.admin, redisUrl };
}
