// A private MariaDB or MySQL in the data folder, on the loopback only, as durable as a served county needs it.
import { existsSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { databaseGreeting } from './database-greeting.mjs';
import { diskFull, openLog, readLog } from './data-folder.mjs';
import { isAtLeast } from './find-binaries.mjs';
import { freePort } from './ports.mjs';
import { clearStale, NotServing, readPid, untilServing } from './private-instance.mjs';
import { say, Trouble } from './say.mjs';

/** @typedef {import('./find-binaries.mjs').Binary} Binary */
/**
 * @typedef {object} Instance
 * @property {Binary} binary
 * @property {string} folder the data folder
 * @property {import('./private-services.mjs').Settings} settings
 * @property {import('./supervisor.mjs').Supervisor} supervisor
 * @property {string[]} [options] options of the server beside the durable ones
 */

const asRoot = () => (process.getuid?.() === 0 ? ['--user=root'] : []);

/**
 * A Unix socket's path has room for some 104 bytes: a deep data folder gets its socket in the system's temporary folder.
 * @param {string} folder
 */
export function socketPath(folder) {
  const inside = join(folder, 'database.sock');
  if (Buffer.byteLength(inside) <= 100) return inside;
  const short = join(
    Buffer.byteLength(tmpdir()) <= 60 ? tmpdir() : '/tmp',
    `sitang-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`,
  );
  mkdirSync(short, { recursive: true, mode: 0o700 });
  const made = lstatSync(short);
  if (!made.isDirectory() || (process.getuid && made.uid !== process.getuid()))
    throw new Trouble(`${short} 属于别人`, `${short} belongs to somebody else`);
  return join(short, 'database.sock');
}

/**
 * What the server's own log says about why it does not serve.
 * @param {string} log
 * @param {string} folder
 * @param {Binary} binary
 */
export function explainDatabaseLog(log, folder, binary) {
  if (/no space left on device|errcode: 28\b|os error 28\b|error number 28\b|disk is full/i.test(log)) return diskFull(folder);
  const title = `${binary.product} ${binary.version}`;
  const more = log
    .split('\n')
    .filter((line) => /error|denied|fatal/i.test(line))
    .slice(-6);
  if (
    binary.product === 'MySQL' &&
    /permission denied|errcode: 13\b|os error 13\b|error number 13\b/i.test(log) &&
    existsSync('/etc/apparmor.d/usr.sbin.mysqld')
  )
    more.push("AppArmor keeps this system's mysqld out of other folders: install MariaDB beside it, or set DATABASE_URL");
  if (/unable to lock .*ibdata|already have another/i.test(log))
    return new Trouble(`数据库文件正被别的 ${title} 使用:${folder}`, 'another server uses these database files', { more });
  return new Trouble(`${title} 起不来`, `${title} did not start`, { more: [...more, join(folder, 'logs', 'database.log')] });
}

/**
 * The server's own folder for temporary tables: one that starts removes all that it finds there, in the system's those of others at work.
 * @param {string} folder
 */
function withOwnTemporary(folder) {
  const own = join(folder, 'database-tmp');
  mkdirSync(own, { recursive: true, mode: 0o700 });
  return { ...process.env, TMPDIR: own };
}

/**
 * Makes the server's files beside their place and moves them there whole, so that a killed start leaves none that look finished.
 * @param {Instance} instance
 */
async function createFiles({ binary, folder, supervisor }) {
  const aside = join(folder, 'database.new');
  rmSync(aside, { recursive: true, force: true });
  const log = openLog(folder, 'database');
  const common = ['--no-defaults', `--datadir=${aside}`, ...asRoot()];
  const { code } = await supervisor.run({
    name: 'create-database',
    ...(binary.product === 'MariaDB'
      ? {
          command: binary.installer ?? 'mariadb-install-db',
          args: [...common, '--auth-root-authentication-method=socket', `--auth-root-socket-user=${userInfo().username}`, '--skip-test-db'],
        }
      : { command: binary.server, args: [...common, '--initialize-insecure'] }),
    cwd: folder,
    env: withOwnTemporary(folder),
    log,
  });
  if (code !== 0) throw explainDatabaseLog(readLog(log), folder, binary);
  renameSync(aside, join(folder, 'database'));
}

/**
 * The account of the application, set anew at every start. Passwords are hexadecimal and need no quoting.
 * @param {Binary} binary
 * @param {string} password
 */
const accounts = ({ product }, password) => [
  'CREATE DATABASE IF NOT EXISTS sitang CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;',
  ...['127.0.0.1', 'localhost'].flatMap((host) => [
    `CREATE USER IF NOT EXISTS 'sitang'@'${host}' IDENTIFIED BY '${password}';`,
    `ALTER USER 'sitang'@'${host}' IDENTIFIED BY '${password}';`,
    `GRANT ALL PRIVILEGES ON *.* TO 'sitang'@'${host}' WITH GRANT OPTION;`,
  ]),
  // MySQL's root is made without a password; MariaDB's can only be the owner of these files, through the socket.
  ...(product === 'MySQL' ? [`ALTER USER 'root'@'localhost' IDENTIFIED BY '${password}';`] : []),
];

/**
 * @param {Instance} instance
 * @param {number} port
 */
const serverArguments = ({ binary, folder, options = [] }, port) => [
  '--no-defaults',
  ...asRoot(),
  `--datadir=${join(folder, 'database')}`,
  `--socket=${socketPath(folder)}`,
  `--pid-file=${join(folder, 'database.pid')}`,
  `--log-error=${join(folder, 'logs', 'database.log')}`,
  `--init-file=${join(folder, 'database-accounts.sql')}`,
  '--bind-address=127.0.0.1',
  `--port=${port}`,
  '--skip-name-resolve',
  '--skip-log-bin',
  '--innodb-flush-log-at-trx-commit=1',
  '--innodb-buffer-pool-size=256M',
  '--performance-schema=OFF',
  '--max-allowed-packet=64M',
  '--character-set-server=utf8mb4',
  '--collation-server=utf8mb4_unicode_ci',
  '--default-time-zone=+00:00',
  '--local-infile=0',
  ...(binary.product === 'MySQL' ? ['--mysqlx=OFF'] : []),
  ...options,
];

/** @param {Instance} instance */
function demandSameProduct({ binary, settings: { database: made } }) {
  if (!made) return;
  const [is, was] = [`${binary.product} ${binary.version}`, `${made.product} ${made.version}`];
  if (made.product !== binary.product)
    throw new Trouble(`数据由 ${was} 建立,这里只找到 ${is}`, `the data was made by ${was}, only ${is} was found here`);
  if (!isAtLeast(binary.version, made.version.split('.').slice(0, 2).map(Number)))
    throw new Trouble(`数据由更新的 ${was} 写过,${is} 不能打开`, `the data was written by a newer ${was}; ${is} cannot open it`);
}

/**
 * Starts the instance, making its files first when there are none, and keeps it running on one port.
 * @param {Instance} instance
 * @returns {Promise<{ port: number, title: string }>} when it serves
 */
export async function keepDatabase(instance) {
  const { binary, folder, settings, supervisor } = instance;
  const pidFile = join(folder, 'database.pid');
  const title = `${binary.product} ${binary.version}`;
  demandSameProduct(instance);
  await clearStale({ title: binary.product, pidFile, folder: join(folder, 'database'), sockets: [socketPath(folder)] });
  if (!existsSync(join(folder, 'database'))) await createFiles(instance);
  const socketFolder = dirname(socketPath(folder));
  if (socketFolder !== folder) supervisor.afterwards(async () => rmSync(socketFolder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'database-accounts.sql'), `${accounts(binary, settings.databasePassword).join('\n')}\n`, { mode: 0o600 });

  let port = await freePort(settings.databasePort);
  if (settings.databasePort && port !== settings.databasePort)
    say.note(`上次的数据库端口 ${settings.databasePort} 已被占用,改用 ${port}`, `the database's last port is taken, using ${port}`);
  const launch = async () => {
    const log = openLog(folder, 'database');
    const args = serverArguments(instance, port);
    const env = withOwnTemporary(folder);
    const running = supervisor.spawn({ name: 'database', stage: 'database', command: binary.server, args, cwd: folder, env, log });
    // The pid file is written after the port was bound, so a stranger's greeting on the same port is not taken for ours.
    const probe = async () => readPid(pidFile) === running.record.pid && Boolean(await databaseGreeting('127.0.0.1', port));
    await untilServing(running, probe, log);
    return running;
  };
  const explain = (/** @type {unknown} */ error) => (error instanceof NotServing ? explainDatabaseLog(error.log, folder, binary) : error);
  const launchOnFreePort = async () => {
    for (let tries = 1; ; tries++) {
      try {
        return await launch();
      } catch (error) {
        // Between finding a port and binding it somebody else may have taken it.
        const taken = error instanceof NotServing && /address already in use|bind on tcp\/ip port/i.test(error.log);
        if (supervisor.stopping || !taken || tries === 3) throw explain(error);
        port = await freePort();
      }
    }
  };
  let first = true;
  await supervisor.keep({
    zh: '数据库',
    en: 'the database',
    lastWords: () => [join(folder, 'logs', 'database.log')],
    launch: () => {
      const go = first ? launchOnFreePort : launch;
      first = false;
      return go().catch((error) => Promise.reject(explain(error)));
    },
  });
  return { port, title };
}
