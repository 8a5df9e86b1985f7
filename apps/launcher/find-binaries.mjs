// Database and Redis servers installed on this machine, known by what they say of themselves: on Debian a `mysqld` is a link to MariaDB.
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { capture } from './processes.mjs';

/** @typedef {{ product: 'MariaDB' | 'MySQL' | 'Redis' | 'Valkey', version: string, server: string, installer?: string }} Binary */

// What the queries and queues need: SKIP LOCKED, CHECK and windows; ACL and the queue scripts.
export const oldestServed = { MariaDB: [10, 6], MySQL: [8, 0, 19], Redis: [6, 2], Valkey: [7, 2] };

/**
 * Where servers live: the search path, and the folders that a plain user's search path leaves out.
 * @param {NodeJS.ProcessEnv} env
 */
export const usualFolders = (env) => [
  ...new Set([
    ...(env.PATH ?? '').split(delimiter).filter((folder) => isAbsolute(folder)),
    ...['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/usr/libexec', '/usr/local/mysql/bin'],
    ...['/opt/homebrew', '/usr/local', '/home/linuxbrew/.linuxbrew'].flatMap((brew) => [
      ...[`${brew}/bin`, `${brew}/sbin`],
      ...['mariadb', 'mysql', 'redis', 'valkey'].map((keg) => `${brew}/opt/${keg}/bin`),
    ]),
  ]),
];

/** @param {string} version @param {number[]} least */
export function isAtLeast(version, least) {
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of least.entries()) if (parts[index] !== wanted) return (parts[index] ?? 0) > wanted;
  return true;
}

/**
 * @param {string} text what `--version` printed
 * @returns {Pick<Binary, 'product' | 'version'> | undefined}
 */
export function readVersion(text) {
  const [, cache, cacheVersion] = /\b(Redis|Valkey) server v=(\d+\.\d+\.\d+)/.exec(text) ?? [];
  if (cache) return { product: /** @type {'Redis' | 'Valkey'} */ (cache), version: cacheVersion };
  const [, version] = /\bVer (\d+\.\d+\.\d+)/.exec(text) ?? [];
  if (!version) return undefined;
  if (/mariadb/i.test(text)) return { product: 'MariaDB', version };
  return /mysql|percona/i.test(text) ? { product: 'MySQL', version } : undefined;
}

/** @param {string} file */
const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * @param {string[]} names
 * @param {string[]} folders
 */
const filesNamed = (names, folders) => names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(isExecutable);

/**
 * @param {string[]} names
 * @param {string[]} folders
 * @param {string} [preferred] the product that made the files already there
 * @returns {Promise<{ found?: Binary, tooOld?: Binary }>}
 */
async function findServer(names, folders, preferred) {
  /** @type {Binary[]} */
  const served = [];
  /** @type {Binary | undefined} */
  let tooOld;
  for (const server of filesNamed(names, folders)) {
    const known = readVersion((await capture(server, ['--version'], { timeoutMs: 5_000 })).output);
    if (!known) continue;
    if (!isAtLeast(known.version, oldestServed[known.product])) tooOld = { ...known, server };
    else served.push({ ...known, server });
    if (served.length && (!preferred || known.product === preferred)) break;
  }
  return { found: served.find(({ product }) => product === preferred) ?? served[0], tooOld };
}

/**
 * @param {string[]} folders
 * @param {string} [preferred]
 */
export async function findDatabaseServer(folders, preferred) {
  const { found, tooOld } = await findServer(['mariadbd', 'mysqld'], folders, preferred);
  if (found?.product === 'MariaDB') {
    [found.installer] = filesNamed(['mariadb-install-db', 'mysql_install_db'], folders);
    if (!found.installer) return { tooOld };
  }
  return { found, tooOld };
}

/** @param {string[]} folders */
export const findRedisServer = (folders) => findServer(['redis-server', 'valkey-server'], folders);
