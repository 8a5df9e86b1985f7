// Servers that the caller named by address: they are asked what they are, and never changed.
import { databaseGreeting } from './database-greeting.mjs';
import { isAtLeast } from './find-binaries.mjs';
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

/**
 * @param {string} url
 * @returns {Promise<string>} what serves there
 */
export async function checkGivenDatabase(url) {
  const address = readAddress(url);
  if (!/^(mysql|mariadb):$/.test(address.protocol))
    throw new Trouble(`DATABASE_URL 须以 mysql:// 开头`, 'DATABASE_URL must begin with mysql://');
  try {
    const version = await databaseGreeting(address.hostname.replace(/^\[|\]$/g, ''), Number(address.port || 3306));
    return /mariadb/i.test(version) ? `MariaDB ${version.split('-')[0]}` : `MySQL ${version}`;
  } catch (error) {
    throw new Trouble(`DATABASE_URL 的数据库没有应答:${plain(address, 3306)}`, 'the database of DATABASE_URL does not answer', {
      more: [/** @type {Error} */ (error).message],
      cause: error,
    });
  }
}

/**
 * Refuses a Redis that may throw queued jobs away when its memory is full.
 * @param {string} url
 * @returns {Promise<string>} what serves there
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
  const version = infoField(info, 'valkey_version') ?? infoField(info, 'redis_version') ?? '0';
  if (!isAtLeast(version, [6, 2]))
    throw new Trouble(`${where} 的 Redis ${version} 太旧`, `Redis ${version} is too old; 6.2 or newer is needed`);
  return `${infoField(info, 'valkey_version') ? 'Valkey' : 'Redis'} ${version}`;
}
