// Servers that the caller named by address: they are asked what they are, and never changed.
import { databaseGreeting } from './database-greeting.mjs';
import { isAtLeast, oldestServed } from './find-binaries.mjs';
import { askRedis, infoField } from './redis-wire.mjs';
import { Trouble } from './say.mjs';

/** @param {string} url */
function readAddress(url) {
  try {
    return new URL(url);
  } catch {
    throw new Trouble('服务地址写得不对', 'an address of DATABASE_URL or REDIS_URL cannot be read', {
      more: ['DATABASE_URL=mysql://user:password@host:3306/database', 'REDIS_URL=redis://:password@host:6379'],
    });
  }
}

/** Host and port without the password, fit for a terminal. @param {URL} address @param {number} usual */
const plain = ({ hostname, port }, usual) => `${hostname}:${port || usual}`;

/** @param {string} where @param {keyof typeof oldestServed} product @param {string} version */
function demandVersion(where, product, version) {
  const least = oldestServed[product].join('.');
  if (!isAtLeast(version, oldestServed[product]))
    throw new Trouble(
      `${where} 的 ${product} ${version} 太旧,至少要 ${least}`,
      `${product} ${version} is too old; ${least} or newer is needed`,
    );
}

/**
 * Refuses a version whose SQL is not enough. How it keeps what is committed, `sitang migrate` asks: that needs an account, this does not.
 * @param {string} url
 * @returns {Promise<{ title: string }>} what serves there
 */
export async function checkGivenDatabase(url) {
  const address = readAddress(url);
  if (!/^(mysql|mariadb):$/.test(address.protocol))
    throw new Trouble(`DATABASE_URL 须以 mysql:// 开头`, 'DATABASE_URL must begin with mysql://');
  const where = plain(address, 3306);
  const greeting = await databaseGreeting(address.hostname.replace(/^\[|\]$/g, ''), Number(address.port || 3306)).catch((error) => {
    throw new Trouble(`DATABASE_URL 的数据库没有应答:${where}`, 'the database of DATABASE_URL does not answer', {
      more: [error.message],
      cause: error,
    });
  });
  const product = /mariadb/i.test(greeting) ? 'MariaDB' : 'MySQL';
  const [version] = greeting.split('-');
  demandVersion(where, product, version);
  return { title: `${product} ${version}` };
}

/**
 * Refuses a Redis that may throw queued jobs away when its memory is full.
 * @param {string} url
 * @returns {Promise<{ title: string, warnings: [zh: string, en: string][] }>} what serves there, and what its owner should know
 */
export async function checkGivenRedis(url) {
  const address = readAddress(url);
  if (!/^rediss?:$/.test(address.protocol))
    throw new Trouble(`REDIS_URL 须以 redis:// 或 rediss:// 开头`, 'REDIS_URL must begin with redis:// or rediss://');
  const where = plain(address, 6379);
  const info = await askRedis(url, ['INFO']).catch((error) => {
    throw new Trouble(`REDIS_URL 的 Redis 没有应答:${where}`, 'the Redis of REDIS_URL does not answer', {
      more: [error.message],
      cause: error,
    });
  });
  const policy = infoField(info, 'maxmemory_policy');
  if (policy !== 'noeviction')
    throw new Trouble(
      `${where} 的 maxmemory-policy 是 ${policy ?? '未知'},会丢任务`,
      'a Redis that evicts keys would lose jobs; noeviction is needed',
      {
        more: ['redis-cli CONFIG SET maxmemory-policy noeviction'],
      },
    );
  const product = infoField(info, 'valkey_version') ? 'Valkey' : 'Redis';
  const version = infoField(info, 'valkey_version') ?? infoField(info, 'redis_version') ?? '0';
  demandVersion(where, product, version);
  return {
    title: `${product} ${version}`,
    warnings:
      infoField(info, 'aof_enabled') === '0'
        ? [
            [
              `${where} 的 Redis 没有开 AOF:它停一次就忘掉排队的任务,要等从数据库补发;建议 appendonly yes`,
              'this Redis keeps no AOF: a stop of it forgets queued jobs until the database hands them out again; appendonly yes is advised',
            ],
          ]
        : [],
  };
}
