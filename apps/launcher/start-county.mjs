// `npm start`: from whatever state this machine and folder are in to a served county, and back to nothing running.
import { rmSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildPages } from './build-pages.mjs';
import { compileSources } from './compile-sources.mjs';
import { chooseCounty } from './county-choice.mjs';
import { countyPrograms } from './county-programs.mjs';
import { dataFolderOf, dataKeys, openDataFolder, orDiskFull, readJson, writeJson, writeTrouble } from './data-folder.mjs';
import { findServices, thisMachine } from './find-services.mjs';
import { installPackages } from './install-packages.mjs';
import { exitCodeOf, untilInterrupted } from './interruption.mjs';
import { installAdvice } from './platform-advice.mjs';
import { demandFree, reachedAt, readPort, webAddress } from './ports.mjs';
import { bringUpServices } from './private-services.mjs';
import { Held, takeLock } from './run-lock.mjs';
import { say, secondsSince, step, Trouble } from './say.mjs';
import { endLeftovers, Supervisor } from './supervisor.mjs';

/**
 * @typedef {object} Start
 * @property {string} root the checkout
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {import('./find-services.mjs').Machine} machine
 */
/** @typedef {{ folder: string, host: string, port: number, supervisor: Supervisor, county: ReturnType<typeof chooseCounty>, onReady: () => void }} Opened */

/** @param {NodeJS.Platform} platform */
function demandPlatform(platform) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Trouble(`Node ${process.versions.node} 太旧`, 'Node 20.19 or newer is needed');
  if (platform === 'win32')
    throw new Trouble('Windows 上请在 WSL 里运行', 'on Windows this runs inside WSL', { more: installAdvice(platform) });
}

/** @param {string} folder @param {{ host: string, port: number }} serves */
async function lockFolder(folder, serves) {
  try {
    return await takeLock(join(folder, 'lock'), serves);
  } catch (error) {
    if (!(error instanceof Held)) throw writeTrouble(error, folder);
    const { host = '127.0.0.1', port } = error.holder;
    const address = port ? webAddress(host, port) : '…';
    throw new Trouble(
      `已经在运行:${address}(进程 ${error.holder.pid})`,
      `already running on this data folder: ${address}, pid ${error.holder.pid}`,
    );
  }
}

/** @param {string} host @param {number} port @returns {Promise<boolean>} */
const isReady = (host, port) =>
  new Promise((answer) => {
    const request = get({ host, port, path: '/health/ready', timeout: 5_000, agent: false }, (response) => {
      response.resume();
      answer(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy()).on('error', () => answer(false));
  });

/**
 * @param {Start} start
 * @param {Opened} opened
 */
async function bringUp({ root, env, machine }, { folder, host, port, supervisor, county, onReady }) {
  const since = performance.now();
  await installPackages({ root, folder, supervisor });
  const keys = dataKeys(folder, env);
  const preferred = readJson(join(folder, 'services.json'))?.database?.product;
  const plan = await findServices({ databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL, folder, preferred, supervisor, machine });
  const [services] = await Promise.all([
    bringUpServices({ plan, root, folder, supervisor, databaseOptions: ['--max-connections=200'] }),
    compileSources({ root, folder, supervisor }).then(() => buildPages({ root, folder, supervisor })),
  ]);
  const { databaseUrl, redisUrl } = services;
  const run = { pid: process.pid, port, databaseUrl, redisUrl, mode: county.mode, startedAt: new Date().toISOString() };
  writeJson(join(folder, 'run.json'), run);

  const programs = countyPrograms({
    root,
    folder,
    supervisor,
    env: {
      ...env,
      ...keys,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      PORT: String(port),
      SITANG_DATA: folder,
      SITANG_MODE: county.mode,
      ...(county.empty ? {} : { SITANG_EXPECT_DEMO: '1' }),
    },
  });

  await step(
    () => programs.demand('migrate'),
    () => ['数据库结构已是最新', 'migrations applied'],
  );
  county.remember();
  await programs.keep('api', '服务程序 api ', 'the api');
  await programs.keep('worker', '后台程序 worker ', 'the worker');
  if (!county.empty) {
    if (!county.demoIsLoaded) say.line('… 载入示例县 · loading the demo county');
    await step(
      () => programs.demand('demo'),
      () => ['示例县已载入', 'demo county loaded'],
    );
    if (!county.demoIsLoaded) county.rememberDemo();
  }
  for (const until = performance.now() + 120_000; !(await isReady(host, port)); await pause(100)) {
    if (supervisor.stopping) return;
    if (performance.now() > until)
      throw new Trouble('服务两分钟内没有就绪', 'not ready within two minutes', {
        more: [`${webAddress(host, port)}/health/ready`, join(folder, 'logs')],
      });
  }
  onReady();
  say.line(`✓ 四堂课 ${webAddress(host, port)} · ready (${secondsSince(since)}) · Ctrl-C 停止 · stops`);
  if (county.empty) {
    const folderWord = env.SITANG_DATA ? `SITANG_DATA='${folder}' ` : '';
    say.note(
      '空县:在这台机器上打开上面的地址建县,或(换成本县的代码)',
      'an empty county: open the address above on this machine to set it up, or, with the code of your county:',
    );
    say.line(`    ${folderWord}npx sitang init --county 610326`);
  } else if ((await programs.cli('figures')) !== 0 && !supervisor.stopping)
    say.warn('年度数字没有印出', 'the figures of the year could not be printed');
}

/**
 * @param {Omit<Start, 'machine'> & Partial<Pick<Start, 'machine'>>} given
 * @returns {Promise<number>} the exit code, when everything it started has stopped
 */
export async function startCounty(given) {
  const start = { machine: thisMachine(), ...given };
  const { root, args, env, machine } = start;
  const interrupted = untilInterrupted();
  const folder = dataFolderOf(env, root);
  /** @type {Awaited<ReturnType<typeof takeLock>> | undefined} */
  let lock;
  let supervisor;
  let exitCode = 0;
  try {
    demandPlatform(machine.platform);
    const unknown = args.find((arg) => arg !== '--empty');
    if (unknown) throw new Trouble(`不认识的参数:${unknown}`, 'unknown argument', { more: ['npm start [-- --empty]'] });
    const port = readPort(env.PORT);
    const host = reachedAt(env.SITANG_HOST);
    openDataFolder(folder);
    lock = await lockFolder(folder, { host, port });
    const record = join(folder, 'processes.json');
    const left = await endLeftovers(record);
    if (left.length) say.note(`上次被强行终止,遗留的进程已停止:${left.join('、')}`, 'what a killed start had left running was stopped');
    await demandFree(port, env.SITANG_HOST);
    const county = chooseCounty({ folder, empty: args.includes('--empty'), mode: env.SITANG_MODE });
    if (county.mode === 'production')
      say.warn(
        '正式环境目前只核对账号和密码,还没有第二因素',
        'production mode asks for account and password alone: there is no second factor yet',
      );
    supervisor = new Supervisor(record);
    let isUp = false;
    const up = bringUp(start, { folder, host, port, supervisor, county, onReady: () => (isUp = true) });
    up.catch(() => {});
    const gaveUp = supervisor.gaveUp.then((trouble) => Promise.reject(trouble));
    const interruption = await Promise.race([interrupted, gaveUp, up.then(() => Promise.race([interrupted, gaveUp]))]);
    if ('error' in interruption) throw interruption.error;
    exitCode = isUp ? 0 : exitCodeOf(interruption);
    say.line('… 正在停止 · stopping');
  } catch (error) {
    const trouble = orDiskFull(error, folder);
    say.trouble(trouble);
    exitCode = trouble instanceof Trouble ? trouble.exitCode : 1;
  }
  const since = performance.now();
  if (supervisor) {
    rmSync(join(folder, 'run.json'), { force: true });
    if (await supervisor.stop()) say.done('已全部停止', 'everything stopped', since);
  }
  lock?.release();
  return exitCode;
}
