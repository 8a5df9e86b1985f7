// A county with a decade behind it, built once for each size and kept in the data folder.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { County, root, until } from '../faults/county.mjs';
import { plantRush } from './rush.mjs';
import { plantVolume } from './volume.mjs';

/** Grows when sets of before are no longer what is measured. */
const edition = 2;

/**
 * Starts the county of so many marks, built first when there is none.
 * @param {number} marks @param {(line: string) => void} say @param {string} [databaseUrl]
 */
export async function startVolume(marks, say, databaseUrl) {
  const folder = join(process.env.SITANG_DATA ?? join(root, '.data'), 'bench', `${marks / 1e6}m-${edition}`);
  const finished = join(folder, 'built');
  if (!existsSync(finished)) rmSync(folder, { recursive: true, force: true });
  const county = new County(folder, databaseUrl, { kept: true });
  await county.start();
  if (existsSync(finished)) return county;
  try {
    const begun = performance.now();
    const db = await connect(county);
    const [[{ pool }]] = /** @type {any} */ (await db.query('SELECT @@innodb_buffer_pool_size AS pool'));
    await db.query(`SET GLOBAL innodb_buffer_pool_size = ${2 * 1024 ** 3}`);
    await plantVolume(db, marks, say);
    await plantRush(db);
    for (const table of ['marks', 'mark_replacements', 'sessions', 'session_classes', 'classes', 'enrollments', 'people', 'person_units'])
      await db.query(`ANALYZE TABLE ${table}`);
    say(`planted after ${Math.round((performance.now() - begun) / 1_000)} s; counting`);
    county.cli('recount');
    await db.query(`SET GLOBAL innodb_buffer_pool_size = ${pool}`);
    await db.end();
    writeFileSync(finished, new Date().toISOString());
    say(`built in ${Math.round((performance.now() - begun) / 1_000)} s, kept in ${folder}`);
    return county;
  } catch (error) {
    await county.stop();
    throw error;
  }
}

/** @param {County} county @param {object} [options] */
export const connect = (county, options) => createConnection({ uri: county.servedFrom, timezone: 'Z', ...options });

/** @param {County} county */
export const settled = (county) =>
  until(
    'everything is compiled',
    300,
    async () => Number((await county.rows("SELECT COUNT(*) AS n FROM outbox WHERE job = 'compile-class'"))[0].n) === 0,
    20,
  );
