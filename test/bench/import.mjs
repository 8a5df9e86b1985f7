// `import`: a roster of 100,000 rows sent as a workbook, checked and applied, beside scanning the same workbook and inserting bare rows.
import { setTimeout as pause } from 'node:timers/promises';
import { measured, residentMiB, rounded } from './measures.mjs';
import { readRush } from './rush.mjs';
import { insert } from './sql.mjs';
import { connect, settled, startVolume } from './volume-county.mjs';

const lines = 100_000;
const titles = ['班次编号', '人员编号', '姓名', '学号', '组别'];

/** @typedef {import('../faults/county.mjs').County} County */
/** @typedef {{ class_id: number, person_id: number, name: string, roster_no: number, team: string }} Line */

/** @param {import('./run-bench.mjs').Setting} setting @returns {Promise<import('./run-bench.mjs').Outcome>} */
export async function benchImport({ name, marks, say, databaseUrl }) {
  const county = await startVolume(marks, say, databaseUrl);
  const db = await connect(county);
  try {
    await settled(county);
    // The built programs: there before the county was.
    const { readRows, workbookBuffer } = await import('#platform/workbook');
    const wanted = await newcomers(county);
    const rows = wanted.map((one) => [`K${one.class_id}`, `B${one.person_id}`, one.name, one.roster_no, one.team]);
    const book = await workbookBuffer([{ name: '名册', rows: [titles, ...rows] }]);
    say(`  ${rows.length} rows, ${rounded(book.length / 1024 / 1024)} MiB`);
    const limit = await bare(db, readRows, book, wanted);
    const memory = watch([county.pid('worker'), county.pid('api')]);
    const { seconds: product, cpu } = await measured({ worker: county.pid('worker'), database: county.pid('database') }, () =>
      checkedAndApplied(county, book),
    );
    const grown = await memory();
    await db.query(
      `DELETE FROM enrollments WHERE class_id IN (${[...new Set(wanted.map((one) => one.class_id))].join()}) AND team = 'bench'`,
    );
    await settled(county);
    say(`${name} at ${marks / 1e6} M: ${rounded(product)} s, limit ${rounded(limit)} s, ratio ${rounded(product / limit)}`);
    say(
      `  processor: worker ${rounded(cpu.worker)} s, database ${rounded(cpu.database)} s; memory grew by worker ${grown[0]} MiB, api ${grown[1]} MiB`,
    );
    const form = `the same workbook scanned by the product's own reader, then its ${lines} rows inserted, 5,000 a statement, one transaction`;
    return { product, limit, unit: 's', form, durability: 'checked, confirmed and applied over HTTP' };
  } finally {
    await db.end();
    await county.stop();
  }
}

/** People who are on none of the current classes' rosters yet; both get numbers of their own. @param {County} county @returns {Promise<Line[]>} */
async function newcomers(county) {
  await county.rows("UPDATE people SET code = CONCAT('B', id) WHERE code IS NULL");
  await county.rows("UPDATE classes SET code = CONCAT('K', id) WHERE state = 'running' AND code IS NULL");
  const people = await county.rows('SELECT id, name FROM people ORDER BY id');
  const rush = await readRush(county);
  /** @type {Line[]} */
  const wanted = [];
  for (let at = 0; wanted.length < lines; at++) {
    for (const { classId, people: enrolled } of rush) {
      const { id, name } = people[(at * 7 + classId * 31) % people.length];
      if (wanted.length < lines && !enrolled.includes(id))
        wanted.push({ class_id: classId, person_id: id, name, roster_no: at + 1, team: 'bench' });
    }
  }
  // As an organiser's lists come: class by class.
  return wanted.sort((a, b) => a.class_id - b.class_id);
}

/** @param {import('mysql2/promise').Connection} db @param {(source: Buffer) => AsyncIterable<unknown>} readRows @param {Buffer} book @param {Line[]} wanted */
async function bare(db, readRows, book, wanted) {
  const rows = wanted.map(({ name: _, ...row }) => ({ ...row, enrolled_on: '2022-01-01' }));
  await db.query('DROP TABLE IF EXISTS bench_enrollments');
  await db.query('CREATE TABLE bench_enrollments LIKE enrollments');
  const { seconds } = await measured({}, async () => {
    let seen = 0;
    for await (const row of readRows(book)) if (row) seen++;
    if (seen !== lines + 1) throw new Error(`${seen} rows read`);
    await db.query('START TRANSACTION');
    await insert(db, 'bench_enrollments', rows);
    await db.query('COMMIT');
  });
  await db.query('DROP TABLE bench_enrollments');
  return seconds;
}

/** @param {County} county @param {Buffer} book */
async function checkedAndApplied(county, book) {
  const form = new FormData();
  form.set('kind', 'rosters');
  form.set('file', new Blob([new Uint8Array(book)]), '名册.xlsx');
  const headers = { authorization: `Bearer ${county.token}` };
  const { id } = /** @type {any} */ (await (await fetch(`${county.origin}/v1/imports`, { method: 'POST', headers, body: form })).json());
  const rest = async () => {
    for (;;) {
      const found = await county.call(`/v1/imports/${id}`);
      if (!['checking', 'applying'].includes(found.state)) return found;
      await pause(20);
    }
  };
  const checked = await rest();
  if (checked.rows.create !== lines) throw new Error(`checked: ${JSON.stringify(checked).slice(0, 500)}`);
  await county.call(`/v1/imports/${id}/apply`, {});
  const applied = await rest();
  if (applied.state !== 'applied') throw new Error(`applied: ${JSON.stringify(applied).slice(0, 500)}`);
}

/** By how many MiB each process grew at most. @param {(number | undefined)[]} pids */
function watch(pids) {
  const before = pids.map(residentMiB);
  const most = [...before];
  const timer = setInterval(() => pids.forEach((pid, i) => (most[i] = Math.max(most[i], residentMiB(pid)))), 50);
  return async () => {
    clearInterval(timer);
    return most.map((mib, i) => Math.round(mib - before[i]));
  };
}
