// `npx sitang …`: the command line of this clone, on the same database and with the same keys as the running `npm start`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from './compile-sources.mjs';
import { dataFolderOf, dataKeys, openDataFolder, readJson } from './data-folder.mjs';
import { installPackages } from './install-packages.mjs';
import { livingHolder } from './run-lock.mjs';
import { say, sayOnStderr, Trouble } from './say.mjs';
import { Supervisor } from './supervisor.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = dataFolderOf(process.env, root);

/**
 * @param {string[]} args
 * @returns {NodeJS.ProcessEnv} where the services are and how to read their rows
 */
function surroundings(args) {
  const isHelp = args.length === 0 || ['help', '--help', '-h', '--version'].includes(args[0]);
  const run = livingHolder(join(folder, 'lock')) ? readJson(join(folder, 'run.json')) : undefined;
  const running = run ? { DATABASE_URL: run.databaseUrl, REDIS_URL: run.redisUrl, PORT: String(run.port), SITANG_MODE: run.mode } : {};
  if (!run && !process.env.DATABASE_URL && !isHelp)
    throw new Trouble('数据库没有在运行', 'the database is not running; first', {
      more: ['npm start', 'DATABASE_URL=mysql://… REDIS_URL=redis://… npx sitang …'],
    });
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  // A database named by hand is taken with its own Redis or none, never with a running county's.
  const known = given.DATABASE_URL ? {} : running;
  const keys = isHelp && !existsSync(join(folder, 'secrets.json')) ? {} : dataKeys(folder, process.env);
  return { ...given, ...keys, ...known, SITANG_DATA: folder };
}

/**
 * @param {string[]} args
 * @returns {Promise<number>} the command's exit code
 */
export async function runCommand(args) {
  // The answer of a command belongs to whoever reads it.
  sayOnStderr();
  const supervisor = new Supervisor(join(folder, `processes-${process.pid}.json`));
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let command;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => {
      if (!command) supervisor.stop().then(() => process.exit(1));
      // A Ctrl-C reaches the command from the terminal itself.
      else if (signal !== 'SIGINT') command.kill(signal);
    });
  try {
    openDataFolder(folder);
    const env = surroundings(args);
    await installPackages({ root, folder, supervisor });
    await compile({ root, folder, supervisor });
    await supervisor.stop();
    const running = spawn(process.execPath, [join(root, 'dist', 'apps', 'cli', 'main.js'), ...args], { env, stdio: 'inherit' });
    command = running;
    return await new Promise((resolve) => running.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1))));
  } catch (error) {
    say.trouble(error);
    return 1;
  }
}
