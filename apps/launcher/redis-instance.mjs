// A private Redis or Valkey in the data folder. It holds queues only: the database can fill them again.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskFull, openLog } from './data-folder.mjs';
import { freePort } from './ports.mjs';
import { clearStale, NotServing, untilServing } from './private-instance.mjs';
import { askRedis, infoField } from './redis-wire.mjs';
import { say, Trouble } from './say.mjs';

/** @typedef {import('./database-instance.mjs').Instance} Instance */

/** @param {string} text */
const quoted = (text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/**
 * The password stands in a file that only the owner reads; on a command line every user of the machine would see it.
 * @param {Instance} instance
 * @param {number} port
 */
const configuration = ({ folder, settings, options = [] }, port) => [
  `port ${port}`,
  'bind 127.0.0.1',
  `requirepass ${settings.redisPassword}`,
  `dir ${quoted(join(folder, 'redis'))}`,
  `pidfile ${quoted(join(folder, 'redis.pid'))}`,
  `logfile ${quoted(join(folder, 'logs', 'redis.log'))}`,
  'daemonize no',
  'appendonly yes',
  'appendfsync everysec',
  'save ""',
  'maxmemory-policy noeviction',
  // The command line keeps the folder's name, by which a left-over server is known as ours.
  'set-proc-title no',
  ...options,
];

/**
 * Starts the instance and keeps it running on one port.
 * @param {Instance} instance
 * @returns {Promise<{ port: number, title: string }>} when it serves
 */
export async function keepRedis(instance) {
  const { binary, folder, settings, supervisor } = instance;
  const data = join(folder, 'redis');
  const configFile = join(folder, 'redis.conf');
  await clearStale({ title: binary.product, pidFile: join(folder, 'redis.pid'), folder: configFile });

  let port = await freePort(settings.redisPort);
  if (settings.redisPort && port !== settings.redisPort)
    say.note(`上次的 Redis 端口 ${settings.redisPort} 已被占用,改用 ${port}`, `the last port of Redis is taken, using ${port}`);
  const launch = async () => {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    writeFileSync(configFile, `${configuration(instance, port).join('\n')}\n`, { mode: 0o600 });
    const log = openLog(folder, 'redis');
    const running = supervisor.spawn({ name: 'redis', stage: 'redis', command: binary.server, args: [configFile], cwd: data, log });
    const probe = async () => {
      const info = await askRedis(`redis://:${settings.redisPassword}@127.0.0.1:${port}`, ['INFO']);
      return infoField(info, 'process_id') === String(running.record.pid) && infoField(info, 'loading') === '0';
    };
    await untilServing(running, probe, log);
    return running;
  };
  let everServed = false;
  const mended = async () => {
    for (let tries = 1; ; tries++) {
      try {
        const running = await launch();
        everServed = true;
        return running;
      } catch (error) {
        if (!(error instanceof NotServing) || supervisor.stopping) throw error;
        if (/no space left on device/i.test(error.log)) throw diskFull(folder);
        const more = [...error.log.trim().split('\n').slice(-5), join(folder, 'logs', 'redis.log')];
        if (tries === 3) throw new Trouble(`${binary.product} ${binary.version} 起不来`, `${binary.product} did not start`, { more });
        // Once the port is known to others it stays: a restart on another one would serve nobody.
        if (/address already in use/i.test(error.log)) port = everServed ? port : await freePort();
        // A torn queue file is no loss: what was not done yet stands in the database.
        else if (/append only file|\baof\b|\brdb\b|\bmanifest\b/i.test(error.log) && existsSync(data)) {
          const aside = join(folder, `redis-unreadable-${Date.now()}`);
          renameSync(data, aside);
          say.warn(
            `Redis 的队列文件读不出,已搁置到 ${aside};数据库里什么都没丢`,
            'unreadable queue files set aside; nothing is lost, the database is the truth',
          );
        }
      }
    }
  };
  await supervisor.keep({ zh: 'Redis', en: 'Redis', launch: mended, lastWords: () => [join(folder, 'logs', 'redis.log')] });
  return { port, title: `${binary.product} ${binary.version}` };
}
