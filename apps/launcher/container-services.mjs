// The two services as containers, where a machine has no servers of its own but a container engine that answers.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { databaseGreeting } from './database-greeting.mjs';
import { openLog, readJson, readLog, writeJson } from './data-folder.mjs';
import { capture } from './processes.mjs';
import { askRedis, infoField } from './redis-wire.mjs';
import { say, Trouble } from './say.mjs';

/** @typedef {{ title: string, compose: string[] }} Engine */

/** @returns {Promise<Engine | undefined>} an engine whose daemon answers and that can read a compose file */
export async function findContainerEngine() {
  for (const engine of ['docker', 'podman']) {
    if ((await capture(engine, ['info'])).code !== 0) continue;
    for (const compose of [[engine, 'compose'], [`${engine}-compose`]])
      if ((await capture(compose[0], [...compose.slice(1), 'version'])).code === 0) return { title: engine, compose };
  }
  return undefined;
}

/**
 * One set of containers and volumes per data folder.
 * @param {string} folder
 */
export const projectName = (folder) => `sitang-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;

/** @param {Engine | undefined} engine @param {string} root @param {string} folder */
const composeCommand = (engine, root, folder) => [
  ...(engine?.compose ?? ['docker', 'compose']),
  '-p',
  projectName(folder),
  '-f',
  join(root, 'docker', 'compose.yaml'),
];

// The compose file demands passwords even where they play no part.
const anyPasswords = { SITANG_DATABASE_PASSWORD: '-', SITANG_REDIS_PASSWORD: '-' };

/**
 * Removes the containers of a folder whose owner was killed.
 * @param {string} root
 * @param {string} folder
 */
export async function removeContainers(root, folder) {
  const engine = readJson(join(folder, 'containers.json'));
  if (!engine) return;
  const [command, ...args] = composeCommand(engine, root, folder);
  await capture(command, [...args, 'down', '--volumes', '--timeout', '1'], { env: { ...process.env, ...anyPasswords }, timeoutMs: 30_000 });
}

/**
 * @param {object} wanted
 * @param {import('./find-services.mjs').Plan} wanted.plan
 * @param {string} wanted.root
 * @param {string} wanted.folder
 * @param {import('./private-services.mjs').Settings} wanted.settings
 * @param {import('./supervisor.mjs').Supervisor} wanted.supervisor
 * @param {boolean} wanted.forGood the volumes go too when it stops
 */
export function containerServices({ plan, root, folder, settings, supervisor, forGood }) {
  const services = /** @type {const} */ (['database', 'redis']).filter((service) => plan[service].kind === 'container');
  const { engine } = plan;
  const env = { ...process.env, SITANG_DATABASE_PASSWORD: settings.databasePassword, SITANG_REDIS_PASSWORD: settings.redisPassword };
  const [command, ...first] = composeCommand(engine, root, folder);
  const compose = (/** @type {string[]} */ ...words) => [...first, ...words];

  /** The engine chooses the loopback port, and may choose another after each stop. @param {string} service @param {number} inner */
  const publishedPort = async (service, inner) => {
    const { code, output } = await capture(command, compose('port', service, String(inner)), { env });
    const port = Number(/:(\d+)\s*$/.exec(output)?.[1]);
    if (code !== 0 || !port)
      throw new Trouble(`容器 ${service} 没有开放端口`, `the container ${service} published no port`, {
        more: output.trim().split('\n').slice(-5),
      });
    return port;
  };
  /** @template T @param {() => Promise<T>} probe @param {string} service @returns {Promise<T>} */
  const untilAnswers = async (probe, service) => {
    for (const until = performance.now() + 180_000; performance.now() < until && !supervisor.stopping; await pause(200)) {
      try {
        return await probe();
      } catch {
        // Still starting.
      }
    }
    throw new Trouble(`容器 ${service} 没有应答`, `the container ${service} does not answer`, {
      more: [[command, ...compose('logs', service)].join(' ')],
    });
  };

  const stop = async (/** @type {number} */ leftMs) => {
    if (forGood) return void (await capture(command, compose('down', '--volumes', '--timeout', '1'), { env, timeoutMs: 30_000 }));
    // Both at once, and a second for the engine itself: what is not down by then is killed.
    const seconds = String(Math.max(1, Math.floor(leftMs / 1_000) - 1));
    await capture(command, compose('stop', '--timeout', seconds, ...services), { env, timeoutMs: leftMs });
  };
  return {
    async start() {
      if (!engine || services.length === 0) return;
      supervisor.afterwards(stop);
      writeJson(join(folder, 'containers.json'), engine);
      say.line(`… 用 ${engine.title} 启动容器(首次要下载镜像) · starting containers (the first time downloads images)`);
      const log = openLog(folder, 'containers');
      const { code } = await supervisor.run({
        name: 'containers',
        command,
        args: compose('up', '-d', ...services),
        cwd: root,
        env,
        log,
        leavesOthers: true,
      });
      if (code !== 0)
        throw new Trouble(`${engine.title} 起不了容器`, `${engine.title} could not start the containers`, {
          more: readLog(log).trim().split('\n').slice(-5),
        });
    },
    async database() {
      const port = await publishedPort('database', 3306);
      const version = await untilAnswers(() => databaseGreeting('127.0.0.1', port), 'database');
      return { port, title: `MariaDB ${version.split('-')[0]}(${engine?.title})`, user: 'root' };
    },
    async redis() {
      const port = await publishedPort('redis', 6379);
      const info = await untilAnswers(() => askRedis(`redis://:${settings.redisPassword}@127.0.0.1:${port}`, ['INFO']), 'redis');
      return { port, title: `Redis ${infoField(info, 'redis_version')}(${engine?.title})` };
    },
  };
}
