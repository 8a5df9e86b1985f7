// The second engine, of this run alone: test/engines/mysql-server.sh starts it, and after a kill starts it again over the same data.
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { root } from './county.mjs';

const script = join(root, 'test/engines/mysql-server.sh');
/** @param {string} run its folder */
const environment = (run) => ({ ...process.env, SITANG_MYSQL_RUN: run });
const env = environment(`${process.env.SITANG_MYSQL_RUN ?? join(root, '.data', 'mysql')}-faults-${process.pid}`);

/** There is none on this machine; the message says why. */
export class CannotBeHad extends Error {}

/** @param {string} run */
export const stopMySql = (run) => execFileSync(script, ['stop'], { env: environment(run) });

export class MySql {
  /** @type {Promise<unknown>} */
  #starting = Promise.resolve();

  /** @param {string} url without a database's name */
  constructor(url) {
    this.url = url;
  }

  /** @returns {MySql} @throws {CannotBeHad} */
  static start() {
    const { status, stdout, stderr } = spawnSync(script, ['start'], { env, encoding: 'utf8' });
    if (status === 3) throw new CannotBeHad(stderr.trim().split('\n').at(-1));
    if (status !== 0) throw new Error(stderr);
    return new MySql(stdout.trim());
  }

  /** @param {string} name @returns {Promise<string>} the address of a database of that name with nothing in it */
  async empty(name) {
    const connection = await createConnection({ uri: this.url });
    await connection.query(`DROP DATABASE IF EXISTS ${name}`);
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
    await connection.end();
    return `${this.url}/${name}`;
  }

  kill() {
    execFileSync(script, ['kill'], { env });
  }

  /** What the launcher does for its own: serves what the killed one left. */
  async again() {
    this.#starting = promisify(execFile)(script, ['again'], { env });
    await this.#starting;
  }

  async stop() {
    await this.#starting.catch(() => undefined);
    stopMySql(env.SITANG_MYSQL_RUN);
  }
}
