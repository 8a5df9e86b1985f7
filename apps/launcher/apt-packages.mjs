// Debian and Ubuntu as root: installs the servers' programs without letting the system run them as services.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { openLog, readLog } from './data-folder.mjs';
import { capture } from './processes.mjs';
import { say } from './say.mjs';

const policyFile = '/usr/sbin/policy-rc.d';

/**
 * The system's own switch against starting services on installation. The script disarms itself when this launcher is gone.
 * @template T
 * @param {() => Promise<T>} work
 */
async function withServicesHeld(work) {
  if (existsSync(policyFile)) return work();
  writeFileSync(
    policyFile,
    `#!/bin/sh\n# Put here by 四堂课 for one installation; safe to delete.\nkill -0 ${process.pid} 2>/dev/null && exit 101\nexit 0\n`,
    { mode: 0o755 },
  );
  try {
    return await work();
  } finally {
    rmSync(policyFile, { force: true });
  }
}

/**
 * The database's programs without its service, under the name this release gives them: plain, or with the version behind it.
 * `my_print_defaults`, which the installer script needs, is in the client's package.
 * @returns {Promise<string[]>}
 */
async function databasePackages() {
  const { output } = await capture('apt-cache', ['pkgnames', 'mariadb-server-core']);
  const [server] = output
    .split('\n')
    .filter((name) => /^mariadb-server-core(-[\d.]+)?$/.test(name))
    .sort((a, b) => a.length - b.length || b.localeCompare(a));
  return server ? [server, server.replace('server', 'client')] : ['mariadb-server'];
}

/** @param {string} name */
const isInstalled = async (name) => (await capture('dpkg-query', ['-W', '-f=${db:Status-Status}', name])).output === 'installed';

/**
 * apt-get, whose failure is told by the end of its own output.
 * @param {{ folder: string, supervisor: import('./supervisor.mjs').Supervisor }} where
 * @returns {(...args: string[]) => Promise<string[]>}
 */
function aptGet({ folder, supervisor }) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  // A package manager cut short leaves the system half configured, so a stop waits for it.
  return async (...args) => {
    const log = openLog(folder, 'apt');
    const { code } = await supervisor.run({
      name: 'apt',
      command: 'apt-get',
      args: ['-o', 'DPkg::Lock::Timeout=300', ...args],
      env,
      log,
      patient: true,
    });
    return code === 0 ? [] : [`apt-get ${args.join(' ')}`, ...readLog(log).trim().split('\n').slice(-3)];
  };
}

/** Whether apt can be used here. @param {import('./find-services.mjs').Machine} machine */
export const hasApt = async ({ platform, isRoot }) =>
  platform === 'linux' && isRoot && (await capture('apt-get', ['--version'])).code === 0;

/**
 * The browser of the browser stories.
 * @param {Parameters<typeof aptGet>[0]} where
 * @returns {Promise<string[]>} the end of apt's own output when it failed, else nothing
 */
export async function installBrowserByApt(where) {
  say.line('… 用 apt 安装测试用的浏览器 · installing the browser of the tests with apt');
  const apt = aptGet(where);
  const updateFailure = await apt('update');
  const failure = await apt('install', '-y', '--no-install-recommends', 'chromium');
  return failure.length ? [...updateFailure, ...failure] : [];
}

/**
 * @param {object} wanted
 * @param {boolean} wanted.database
 * @param {boolean} wanted.redis
 * @param {string} wanted.folder
 * @param {import('./supervisor.mjs').Supervisor} wanted.supervisor
 * @returns {Promise<string[]>} the end of apt's own output when it failed, else nothing
 */
export async function installByApt({ database, redis, folder, supervisor }) {
  say.line('… 用 apt 安装缺少的服务程序 · installing the missing servers with apt');
  const apt = aptGet({ folder, supervisor });
  const updateFailure = await apt('update');
  const packages = [...(database ? await databasePackages() : []), ...(redis ? ['redis-server'] : [])];
  const services = [];
  for (const service of ['redis-server', 'mariadb-server'])
    if (packages.includes(service) && !(await isInstalled(service))) services.push(service.replace('mariadb-server', 'mariadb'));
  const failure = await withServicesHeld(() => apt('install', '-y', '--no-install-recommends', ...packages));
  if (failure.length) return [...updateFailure, ...failure];
  // Only what this installation brought is kept from running now and at the next boot.
  for (const service of services) {
    await capture('service', [service, 'stop']);
    await capture('update-rc.d', [service, 'disable']);
  }
  return [];
}
