import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createConnection, type Connection } from 'mysql2/promise';

const server = process.env.TEST_DATABASE_URL ?? '';
const name = `sitang_crashes_${randomBytes(6).toString('hex')}`;
let db: Connection;
let isMariaDb: boolean;
let run: ChildProcess | undefined;

/** Asked first, so that it ends what it started; killed with its group if it does not. */
const endRun = async ({ pid, exitCode, signalCode }: ChildProcess, ended: Promise<unknown>): Promise<void> => {
  if (!pid || exitCode !== null || signalCode !== null) return;
  process.kill(pid, 'SIGTERM');
  if ((await Promise.race([ended, pause(40_000, 'too late')])) === 'too late') process.kill(-pid, 'SIGKILL');
};

beforeAll(async () => {
  db = await createConnection({ uri: server });
  const [rows] = await db.query('SELECT VERSION() AS version');
  isMariaDb = /mariadb/i.test((rows as { version: string }[])[0]!.version);
});
afterAll(async () => {
  // The time of the test may be over while it goes on.
  if (run) await endRun(run, new Promise((resolve) => run!.once('exit', resolve)));
  await db.query(`DROP DATABASE IF EXISTS ${name}`);
  await db.end();
}, 60_000);

/**
 * The short form of `npm run faults`. The launcher's own database is the one that it finds on this machine and may be killed;
 * on another engine the county is given a database of the test server, and only the other programs are killed.
 */
it('acknowledged is stored, once, and counted, whatever is killed, stopped or wiped meanwhile', async () => {
  if (!isMariaDb) await db.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  const root = join(import.meta.dirname, '..', '..');
  const given = isMariaDb ? [] : [`--database=${server.replace(/\/$/, '')}/${name}`];
  const child = spawn(process.execPath, [join(root, 'test/faults/run-faults.mjs'), '--short', ...given], {
    cwd: root,
    // As under npm it ends when whoever started it is gone, however that went.
    env: { ...process.env, NODE_OPTIONS: '', npm_lifecycle_event: 'test' },
    detached: true,
  });
  run = child;
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const code = await new Promise((resolve) => child.once('close', resolve));
  process.stdout.write(said);
  expect(`${code} ${said}`).toMatch(/^0 ok {3}[\s\S]*1 passed, 0 failed\n$/);
}, 420_000);
