// The life of `npm start` on a real MariaDB and Redis, with stand-ins for the programs.
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Checkout, freePort, launcherModule, longestTestMs, patienceMs, type Started, until } from './checkout.js';
import { Pauses } from './pauses.js';

jest.setTimeout(longestTestMs);

type Find = (folders: string[]) => Promise<{ found?: object }>;
const { findDatabaseServer, findRedisServer, usualFolders } = await launcherModule<{
  findDatabaseServer: Find;
  findRedisServer: Find;
  usualFolders: (env: NodeJS.ProcessEnv) => string[];
}>('find-binaries.mjs');
const folders = usualFolders(process.env);
// On a machine that runs its services in containers there is nothing private to start.
const hasServers = Boolean((await findDatabaseServer(folders)).found && (await findRedisServer(folders)).found);

let checkout: Checkout;
let PORT: string;
beforeAll(async () => {
  checkout = new Checkout();
  PORT = String(await freePort());
});
afterEach(() => checkout.killResidents());
afterAll(() => checkout.remove());

const start = (data: string, env: NodeJS.ProcessEnv = {}, args: string[] = []): Started =>
  checkout.start('apps/launcher/start.mjs', { PORT, SITANG_DATA: checkout.folder(data), ...env }, args);
const read = (...path: string[]): string => readFileSync(checkout.folder(join(...path)), 'utf8');
const pidOf = (data: string, name: string): number | undefined =>
  (JSON.parse(read(data, 'processes.json')) as { name: string; pid: number }[]).find((one) => one.name === name)?.pid;
const interrupt = (started: Started, signal: NodeJS.Signals): boolean => process.kill(-(started.child.pid ?? 0), signal);
/** Each start loads once more. */
let loads = 0;
const loaded = (started: Started, more = ''): Promise<void> => started.prints(`figures: ${(loads += 1)} loads${more}`);

const notedAtTheEnd = (): string => (existsSync(checkout.folder('.data/stand-in-stopped')) ? read('.data', 'stand-in-stopped') : '');
const databaseLog = (): string => read('.data', 'logs', 'database.log');
const itsLastWord = 'Shutdown complete';
/** Stops it. Each program has seconds for its last words: where the machine stood still and took them from it, all is started and stopped again. */
async function stopWithLastWords(started: Started): Promise<void> {
  const pauses = new Pauses();
  interrupt(started, 'SIGINT');
  expect(await started.ends()).toBe(0);
  const { sawOne } = pauses.end();
  if (!sawOne || (notedAtTheEnd() && databaseLog().includes(itsLastWord))) return;
  rmSync(checkout.folder('.data/stand-in-stopped'), { force: true });
  const again = start('.data');
  await loaded(again);
  interrupt(again, 'SIGINT');
  expect(await again.ends()).toBe(0);
}

(hasServers ? describe : describe.skip)('npm start', () => {
  test('serves the demo county, knows a second start, lends its services to npx sitang, and stops everything, the database last', async () => {
    const first = start('.data');
    await loaded(first, ', durable 1, zone +00:00');
    // In the folder of all, the next server to start on this machine would remove this one's temporary tables.
    await first.prints(`temporary ${checkout.folder('.data/database-tmp')}`);

    const second = start('.data', { PORT: String(await freePort()) });
    expect(await second.ends()).toBe(1);
    expect(second.output()).toContain(`http://127.0.0.1:${PORT}(进程 ${first.child.pid})`);

    const cli = checkout.start('apps/cli/bin.mjs', { SITANG_DATA: checkout.folder('.data') }, ['where']);
    expect(await cli.ends()).toBe(0);
    expect(cli.output()).toMatch(/^demo 127\.0\.0\.1:\d+\/sitang 32\+32\n$/);
    for (const secret of ['run.json', 'secrets.json', 'services.json', 'redis.conf', 'database-accounts.sql'])
      expect([secret, statSync(checkout.folder(join('.data', secret))).mode & 0o777]).toEqual([secret, 0o600]);

    await stopWithLastWords(first);
    expect(notedAtTheEnd()).toBe('api with database true, redis true\n');
    expect(statSync(checkout.folder('.data/logs/redis.log')).mtimeMs).toBeLessThanOrEqual(
      statSync(checkout.folder('.data/logs/database.log')).mtimeMs,
    );
    expect(databaseLog()).toContain(itsLastWord);
    expect(checkout.residents()).toEqual([]);
    for (const name of ['lock', 'run.json', 'processes.json'])
      expect([name, existsSync(checkout.folder(join('.data', name)))]).toEqual([name, false]);
  });

  test('keeps what was committed through kill -9 of everything', async () => {
    const first = start('.data');
    await loaded(first);
    checkout.killResidents();
    await until(() => checkout.residents().length === 0, 'the death of all', patienceMs);

    const second = start('.data');
    await loaded(second);
    expect(second.output()).toContain('上次 MariaDB 未正常停止');
    interrupt(second, 'SIGTERM');
    expect(await second.ends()).toBe(0);
    expect(checkout.residents()).toEqual([]);
  });

  test('ends what a killed launcher has left running, its own port included', async () => {
    const first = start('.data');
    await loaded(first);
    const database = pidOf('.data', 'database');
    first.child.kill('SIGKILL');
    await first.ends().catch(() => undefined);
    expect(checkout.residents().map(({ pid }) => pid)).toContain(database);

    const second = start('.data');
    await loaded(second);
    expect(second.output()).toContain('上次被强行终止,遗留的进程已停止:');
    expect(pidOf('.data', 'database')).not.toBe(database);

    // And a server that dies by itself comes back on its port.
    process.kill(pidOf('.data', 'database') ?? 0, 'SIGKILL');
    await second.prints('数据库意外退出(SIGKILL)');
    await second.prints('数据库已恢复');
    const cli = checkout.start('apps/cli/bin.mjs', { SITANG_DATA: checkout.folder('.data') }, ['figures']);
    expect(await cli.ends()).toBe(0);
    interrupt(second, 'SIGINT');
    expect(await second.ends()).toBe(0);
  });

  test('stops within ten seconds though a program will not, with and without Ctrl-C again', async () => {
    const started = start('empty', { STAND_IN_API: 'clings' }, ['--empty']);
    await started.prints(`SITANG_DATA='${checkout.folder('empty')}' npx sitang init --county 610326\n`);
    const since = performance.now();
    const pauses = new Pauses();
    interrupt(started, 'SIGINT');
    interrupt(started, 'SIGINT');
    expect(await started.ends()).toBe(0);
    expect(performance.now() - since - pauses.end().lateMs).toBeLessThan(10_000);
    expect(checkout.residents()).toEqual([]);
  });

  // Only Linux has the whole of 127/8 on its loopback.
  (process.platform === 'linux' ? test : test.skip)('serves, and is ready, on the address it is told to listen on', async () => {
    const started = start('empty', { SITANG_HOST: '127.0.0.2' });
    await started.prints(`✓ 四堂课 http://127.0.0.2:${PORT} · ready`);
    const second = start('empty', { PORT: String(await freePort()) });
    expect(await second.ends()).toBe(1);
    expect(second.output()).toContain(`http://127.0.0.2:${PORT}(进程 ${started.child.pid})`);
    interrupt(started, 'SIGINT');
    expect(await started.ends()).toBe(0);
  });

  test('remembers an empty county, and gives up when a program keeps dying, with its last words', async () => {
    const started = start('empty', { STAND_IN_API: 'dies' });
    expect(await started.ends()).toBe(1);
    expect(started.output()).toContain('这个数据文件夹建立时选了空县(--empty)');
    expect(started.output()).toContain('不再重启');
    expect(started.output()).toContain('the stand-in api dies at once');
    expect(checkout.residents()).toEqual([]);
  });

  test('ends when the database is newer than the program, in the words of migrate', async () => {
    const started = start('empty', { STAND_IN_MIGRATE: 'newer' });
    expect(await started.ends()).toBe(1);
    expect(started.output()).toContain('the database is newer than this program');
    expect(checkout.residents()).toEqual([]);
  });

  test('remembers no choice that the database refused', async () => {
    const refused = start('refused', { STAND_IN_MIGRATE: 'newer' });
    expect(await refused.ends()).toBe(1);
    const empty = start('refused', {}, ['--empty']);
    await empty.prints('npx sitang init');
    interrupt(empty, 'SIGINT');
    expect(await empty.ends()).toBe(0);
  });
});
