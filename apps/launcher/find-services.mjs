// Decides where the database and Redis come from: the given address, programs on this machine, apt as root, a container engine — in this order.
import { hasApt, installByApt } from './apt-packages.mjs';
import { findContainerEngine } from './container-services.mjs';
import { findDatabaseServer, findRedisServer, usualFolders } from './find-binaries.mjs';
import { installAdvice } from './platform-advice.mjs';
import { say, Trouble } from './say.mjs';

/** @typedef {import('./find-binaries.mjs').Binary} Binary */
/** @typedef {{ kind: 'given', url: string } | { kind: 'binary', binary: Binary } | { kind: 'container' }} Source */
/** @typedef {{ database: Source, redis: Source, engine?: import('./container-services.mjs').Engine }} Plan */

/**
 * What of this machine may be looked at; tests narrow it.
 * @typedef {object} Machine
 * @property {string[]} folders where programs are looked for
 * @property {boolean} isRoot
 * @property {NodeJS.Platform} platform
 */
/** @returns {Machine} */
export const thisMachine = () => ({ folders: usualFolders(process.env), isRoot: process.getuid?.() === 0, platform: process.platform });

/**
 * @param {object} wanted
 * @param {string | undefined} wanted.databaseUrl
 * @param {string | undefined} wanted.redisUrl
 * @param {string} wanted.folder
 * @param {string} [wanted.preferred] the database product that wrote the files already there
 * @param {import('./supervisor.mjs').Supervisor} wanted.supervisor
 * @param {Machine} wanted.machine
 * @returns {Promise<Plan>}
 */
export async function findServices({ databaseUrl, redisUrl, folder, preferred, supervisor, machine }) {
  const look = async () => ({
    database: databaseUrl ? undefined : await findDatabaseServer(machine.folders, preferred),
    redis: redisUrl ? undefined : await findRedisServer(machine.folders),
  });
  let seen = await look();
  const missing = () => ({ database: !databaseUrl && !seen.database?.found, redis: !redisUrl && !seen.redis?.found });
  const isComplete = () => !missing().database && !missing().redis;

  /** @type {string[]} */
  let aptFailure = [];
  if (!isComplete() && (await hasApt(machine))) {
    const since = performance.now();
    aptFailure = await installByApt({ ...missing(), folder, supervisor });
    seen = await look();
    if (aptFailure.length) say.warn('apt 没有装成', 'apt did not succeed');
    else say.done('服务程序已安装', 'servers installed', since);
  }
  const engine = isComplete() ? undefined : await findContainerEngine();
  if (!isComplete() && !engine) {
    const names = [...(missing().database ? ['MariaDB / MySQL'] : []), ...(missing().redis ? ['Redis'] : [])].join('、');
    const tooOld = [seen.database?.tooOld, seen.redis?.tooOld].flatMap((old) =>
      old ? [`${old.server}: ${old.product} ${old.version} 太旧 · too old`] : [],
    );
    throw new Trouble(`这台机器上没有找到 ${names}`, 'no database or no Redis was found on this machine', {
      more: [...tooOld, ...aptFailure, ...installAdvice(machine.platform)],
    });
  }
  /** @type {(url: string | undefined, binary: Binary | undefined) => Source} */
  const source = (url, binary) => (url ? { kind: 'given', url } : binary ? { kind: 'binary', binary } : { kind: 'container' });
  return { database: source(databaseUrl, seen.database?.found), redis: source(redisUrl, seen.redis?.found), engine };
}
