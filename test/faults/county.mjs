// A county of its own under the real launcher: the very processes of `npm start`, whose pids are known and may be killed.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { endProcess, startMark } from '../../apps/launcher/processes.mjs';
import { endLeftovers } from '../../apps/launcher/supervisor.mjs';
import { freePort } from '../launcher/free-port.mjs';

export const root = join(import.meta.dirname, '..', '..');
const password = 'Shuguo-2021';

/**
 * Waits for something to come true; a probe that rejects says "not yet". @throws when it does not within `seconds`
 * @template T
 * @param {string} what @param {number} seconds @param {() => Promise<T>} probe @param {number} [everyMs]
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, seconds, probe, everyMs = 100) {
  let last = '';
  for (const end = performance.now() + seconds * 1_000; performance.now() < end; await pause(everyMs)) {
    try {
      const found = await probe();
      if (found) return found;
    } catch (error) {
      last = ` (${error instanceof Error ? error.message : error})`;
    }
  }
  throw new Error(`not within ${seconds} s: ${what}${last}`);
}

/** @param {Buffer} id as the database keeps it */
export const uuidOf = (id) => id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** @typedef {'api' | 'worker' | 'database' | 'redis'} Program */

export class County {
  origin = '';
  token = '';
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #launcher;
  /** @type {import('mysql2/promise').Connection | undefined} */
  #database;

  /**
   * @param {string} folder its data folder, which is removed at the end unless it is `kept`
   * @param {string} [databaseUrl] a database of another server, empty at the first start
   * @param {{ server?: import('./mysql.mjs').MySql, kept?: boolean }} [options] `server`: that server, when it may be killed
   */
  constructor(folder, databaseUrl, { server, kept = false } = {}) {
    this.folder = folder;
    this.databaseUrl = databaseUrl;
    this.server = server;
    this.kept = kept;
  }

  /** From nothing, or from what was kept, to an administrator's token. */
  async start() {
    if (!this.kept) rmSync(this.folder, { recursive: true, force: true });
    const isNew = !existsSync(join(this.folder, 'secrets.json'));
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const port = await freePort();
    this.origin = `http://127.0.0.1:${port}`;
    const out = openSync(join(this.folder, 'start.log'), 'a');
    this.#launcher = spawn(process.execPath, [join(root, 'apps/launcher/start.mjs'), '--empty'], {
      cwd: root,
      env: {
        ...this.#environment(),
        PORT: String(port),
        ...(this.databaseUrl && { DATABASE_URL: this.databaseUrl }),
        // As under npm it stops by itself when whoever started it is gone, however it went.
        npm_lifecycle_event: 'faults',
      },
      stdio: ['ignore', out, out],
      detached: true,
    });
    await until('the county is ready', 120, async () => (await fetch(`${this.origin}/health/ready`)).ok);
    if (isNew) this.cli('init', '--county', '610326', '--password', password);
    this.token = (await this.call('/v1/tokens', { account: 'admin', password, label: 'faults' })).token;
  }

  #environment() {
    const env = { ...process.env, SITANG_DATA: this.folder, NODE_ENV: undefined, NODE_OPTIONS: undefined };
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'TEST_DATABASE_URL', 'TEST_REDIS_URL'])
      delete env[/** @type {keyof typeof env} */ (name)];
    return env;
  }

  /** Runs a command of the county. @param {string[]} args @returns {string} what it printed @throws when it fails */
  cli(...args) {
    return execFileSync(process.execPath, [join(root, 'apps/cli/bin.mjs'), ...args], {
      cwd: root,
      env: this.#environment(),
      encoding: 'utf8',
    });
  }

  /** @param {string} path @param {object} [body] sent by POST @param {Record<string, string>} [headers] @returns {Promise<any>} @throws with the answer when it is refused */
  async call(path, body, headers = {}) {
    const answer = await fetch(this.origin + path, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await answer.text();
    if (!answer.ok) throw Object.assign(new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`), { status: answer.status });
    return text && JSON.parse(text);
  }

  /** One connection for all questions, a new one when the database was killed meanwhile. @param {string} sql @returns {Promise<any[]>} */
  async rows(sql) {
    for (const kept of [this.#database, undefined]) {
      const connection = kept ?? (await createConnection({ uri: this.servedFrom }));
      this.#database = connection;
      try {
        const [rows] = await connection.query(sql);
        return /** @type {any[]} */ (rows);
      } catch (error) {
        connection.destroy();
        this.#database = undefined;
        if (!kept) throw error;
      }
    }
    throw new Error('unreachable');
  }

  /** The address of its database. */
  get servedFrom() {
    return JSON.parse(readFileSync(join(this.folder, 'run.json'), 'utf8')).databaseUrl;
  }

  get redisUrl() {
    return JSON.parse(readFileSync(join(this.folder, 'run.json'), 'utf8')).redisUrl;
  }

  /** The program that runs now; the launcher starts another when it dies. @param {Program} program @returns {number | undefined} */
  pid(program) {
    /** @type {{ name: string, pid: number }[]} */
    const running = JSON.parse(readFileSync(join(this.folder, 'processes.json'), 'utf8'));
    return running.find((one) => one.name === program)?.pid;
  }

  /** @param {Program} program @param {NodeJS.Signals} signal @returns {boolean} whether there was one to send it to */
  signal(program, signal) {
    const pid = this.pid(program);
    try {
      return pid !== undefined && process.kill(pid, signal);
    } catch {
      return false;
    }
  }

  /** `kill -9`, sent before anything is waited for. @param {Program} program @returns {Promise<void>} when another one runs */
  async kill(program) {
    if (program === 'database' && this.server) {
      this.server.kill();
      return this.server.again();
    }
    const victim = this.pid(program);
    assert.ok(this.signal(program, 'SIGKILL'), `${program} runs`);
    await until(`another ${program} runs`, 60, async () => ![undefined, victim].includes(this.pid(program)), 20);
  }

  /** Ctrl-C, and all of it gone. */
  async stop() {
    this.#database?.destroy();
    const launcher = this.#launcher;
    if (launcher?.pid && launcher.exitCode === null && launcher.signalCode === null) {
      const mark = startMark(launcher.pid);
      const ended = new Promise((resolve) => launcher.once('exit', resolve));
      process.kill(-launcher.pid, 'SIGINT');
      await Promise.race([ended, pause(20_000)]);
      if (mark) await endProcess(launcher.pid, mark, 0);
      await endLeftovers(join(this.folder, 'processes.json'));
    }
    if (!this.kept) rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
