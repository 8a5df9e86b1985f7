// Rows as text, in few and large statements.
import { escape } from 'mysql2';

/** @param {import('mysql2/promise').Connection} db @param {string} table @param {Record<string, any>[]} rows all with the columns of the first */
export async function insert(db, table, rows) {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]);
  await inBatches(rows, 5_000, async (some) => {
    const lines = some.map((row) => `(${columns.map((column) => escape(row[column] ?? null)).join(',')})`);
    await db.query(`INSERT INTO ${table} (${columns.join(',')}) VALUES ${lines.join(',')}`);
  });
}

/** @template T @param {T[]} list @param {number} size @param {(some: T[]) => Promise<void>} work */
export async function inBatches(list, size, work) {
  for (let i = 0; i < list.length; i += size) await work(list.slice(i, i + size));
}

/** The id that the table would give next. @param {import('mysql2/promise').Connection} db @param {string} table @returns {Promise<number>} */
export async function next(db, table) {
  const [[{ last }]] = /** @type {any} */ (await db.query(`SELECT MAX(id) AS last FROM ${table}`));
  return (last ?? 0) + 1;
}
