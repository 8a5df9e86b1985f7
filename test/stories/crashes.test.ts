import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createConnection, type Connection } from 'mysql2/promise';

const server = process.env.TEST_DATABASE_URL ?? '';
const name = `sitang_crashes_${randomBytes(6).toString('hex')}`;
let db: Connection;
let isMariaDb: boolean;

beforeAll(async () => {
  db = await createConnection({ uri: server });
  const [rows] = await db.query('SELECT VERSION() AS version');
  isMariaDb = /mariadb/i.test((rows as { version: string }[])[0]!.version);
});
afterAll(async () => {
  await db.query(`DROP DATABASE IF EXISTS ${name}`);
  await db.end();
});

/**
 * The short form of `npm run faults`. The launcher's own database is the one that it finds on this machine and may be killed;
 * on another engine the county is given a database of the test server, and only the other programs are killed.
 */
it('acknowledged is stored, once, and counted, whatever is killed, stopped or wiped meanwhile', async () => {
  if (!isMariaDb) await db.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  const root = join(import.meta.dirname, '..', '..');
  const given = isMariaDb ? [] : [`--database=${server.replace(/\/$/, '')}/${name}`];
  const run = spawn(process.execPath, [join(root, 'test/faults/run-faults.mjs'), '--short', ...given], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let said = '';
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (text) => (said += text));
  const code = await new Promise((resolve) => run.once('exit', resolve));
  expect(`${code} ${said}`).toMatch(/^0 ok {3}[\s\S]*1 passed, 0 failed\n$/);
}, 240_000);
