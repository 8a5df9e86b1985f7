// `npm test`: static checks and jest on a database and Redis of this run alone, which leave nothing behind.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildPages } from './build-pages.mjs';
import { removeContainers } from './container-services.mjs';
import { orDiskFull, openDataFolder } from './data-folder.mjs';
import { browserAdvice, findBrowser, provideBrowser } from './find-browser.mjs';
import { findServices, thisMachine } from './find-services.mjs';
import { installPackages } from './install-packages.mjs';
import { exitCodeOf, untilInterrupted } from './interruption.mjs';
import { bringUpServices } from './private-services.mjs';
import { livingHolder, takeLock } from './run-lock.mjs';
import { runJest } from './run-jest.mjs';
import { say } from './say.mjs';
import { runStaticChecks } from './static-checks.mjs';
import { endLeftovers, Supervisor } from './supervisor.mjs';

/** Ends and removes what test runs that were killed have left. @param {string} parent @param {string} root */
async function clearDeadRuns(parent, root) {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent).filter((one) => /^test-\d+$/.test(one))) {
    const folder = join(parent, name);
    if (livingHolder(join(folder, 'lock'))) continue;
    await endLeftovers(join(folder, 'processes.json'));
    await removeContainers(root, folder);
    rmSync(folder, { recursive: true, force: true });
    say.note(`清理了中断的测试 ${name}`, 'an interrupted test run was cleared away');
  }
}

/** Real servers of the caller are out of a test's reach. @param {NodeJS.ProcessEnv} env */
const withoutRealServices = ({ DATABASE_URL: _database, REDIS_URL: _redis, PORT: _port, ...env }) => env;

/**
 * A run's own server is thrown away with it: nothing waits for its disk. What is said of power cuts and killed servers is tried on servers of
 * the launcher, which are as durable as a county's.
 */
const unsynced = ['--innodb-flush-method=nosync', '--innodb-doublewrite=0', '--loose-sync-frm=0'];

/**
 * @param {{ root: string, args: string[], env: NodeJS.ProcessEnv, machine?: import('./find-services.mjs').Machine }} run `--quick` leaves the
 *   static checks out and, without `--again`, tries no browser story twice; every other argument is jest's
 * @returns {Promise<number>} the exit code
 */
export async function testRun({ root, args, env, machine = thisMachine() }) {
  const parent = join(root, '.data');
  const folder = join(parent, `test-${process.pid}`);
  const interrupted = untilInterrupted();
  const supervisor = new Supervisor(join(folder, 'processes.json'));
  const sum = { passed: 0, failed: 0, skipped: 0, unsteady: 0 };
  const add = (/** @type {Partial<typeof sum>} */ part) => {
    // A run cut short counts once, whatever its parts made of their end.
    if (supervisor.stopping) return;
    for (const key of /** @type {(keyof typeof sum)[]} */ (Object.keys(part))) sum[key] += part[key] ?? 0;
  };

  const work = async () => {
    await installPackages({ root, folder, supervisor });
    const bringUp = async () => {
      const plan = await findServices({ databaseUrl: env.TEST_DATABASE_URL, redisUrl: env.TEST_REDIS_URL, folder, supervisor, machine });
      const options = { databaseOptions: ['--max-connections=400', ...unsynced], redisOptions: ['databases 64'] };
      return bringUpServices({ plan, root, folder, supervisor, ...options, forGood: true });
    };
    const services = bringUp();
    services.catch(() => {});
    const isQuick = args.includes('--quick');
    const pages = buildPages({ root, folder, supervisor });
    pages.catch(() => {});
    if (!isQuick) add(await runStaticChecks({ root, folder, supervisor, first: pages }));
    await pages;
    const { adminUrl, redisUrl } = await services;
    const browser = isQuick ? findBrowser(env, machine.folders) : await provideBrowser({ env, machine, folder, supervisor });
    const jestEnv = {
      ...withoutRealServices(env),
      NODE_ENV: 'test',
      // Nothing may lean on the zone of the machine: the same tests pass wherever TEST_TZ puts them.
      TZ: env.TEST_TZ || 'Asia/Shanghai',
      TEST_DATABASE_URL: adminUrl,
      TEST_REDIS_URL: redisUrl,
      ...(browser ? { TEST_BROWSER: browser } : {}),
      TEST_BROWSER_ADVICE: browserAdvice,
      SITANG_DATA: join(folder, 'data'),
    };
    const jestArgs = args.filter((arg) => arg !== '--quick' && arg !== '--again');
    // Who works at one story wants to see it fail at once; a whole run is not to be lost to one of a thousand.
    const tryAgain = !isQuick || args.includes('--again');
    add(await runJest({ root, folder, args: jestArgs, env: jestEnv, supervisor, tryAgain }));
  };

  let exitCode = 0;
  try {
    await clearDeadRuns(parent, root);
    openDataFolder(folder);
    await takeLock(join(folder, 'lock'));
    const gaveUp = supervisor.gaveUp.then((trouble) => Promise.reject(trouble));
    const working = work();
    working.catch(() => {});
    const interruption = await Promise.race([working, interrupted, gaveUp]);
    if (interruption && 'error' in interruption) throw interruption.error;
    if (interruption) {
      exitCode = exitCodeOf(interruption);
      add({ failed: 1 });
    }
  } catch (error) {
    say.trouble(orDiskFull(error, parent));
    add({ failed: 1 });
  }
  await supervisor.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  const more = [
    ...(sum.skipped ? [`${sum.skipped} skipped`] : []),
    ...(sum.unsteady ? [`${sum.unsteady} passed only the second time`] : []),
  ];
  say.line([`${sum.passed} passed, ${sum.failed} failed`, ...more].join(', '));
  return exitCode || (sum.failed || !sum.passed ? 1 : 0);
}
