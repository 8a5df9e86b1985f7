// `recount`: everything counted anew and put in place, beside one statement that groups the same marks into rows like those that are counted.
import { durabilityOf, measured, median, rounded } from './measures.mjs';
import { connect, settled, startVolume } from './volume-county.mjs';

const table = 'bench_attendances';
const grouping = `INSERT INTO ${table} (class_id, session_id, person_id, viewing_point_id, status, disputed, date, audience, kind, month,
    trainee_unit_id, host_unit_id, venue_unit_id)
  SELECT c.id, m.session_id, m.person_id, 0, MAX(m.status), 0, s.date, 'public', c.kind, YEAR(s.date) * 100 + MONTH(s.date),
    p.unit_id, c.host_unit_id, c.host_unit_id
  FROM marks m JOIN sessions s ON s.id = m.session_id JOIN classes c ON c.id = s.lead_class_id JOIN people p ON p.id = m.person_id
  WHERE m.status IN ('present', 'late', 'leftEarly') GROUP BY m.session_id, m.person_id`;

/** @param {import('./run-bench.mjs').Setting} setting @returns {Promise<import('./run-bench.mjs').Outcome>} */
export async function benchRecount({ name, marks, say, databaseUrl }) {
  const county = await startVolume(marks, say, databaseUrl);
  const db = await connect(county);
  try {
    await settled(county);
    const pids = { database: county.pid('database') };
    /** @type {number[]} */
    const limits = [];
    const group = async () => {
      await db.query(`DROP TABLE IF EXISTS ${table}`);
      await db.query(`CREATE TABLE ${table} LIKE attendances`);
      const { seconds, cpu } = await measured(pids, () => db.query(grouping));
      limits.push(seconds);
      say(`  grouped in ${rounded(seconds)} s, processor of the database ${rounded(cpu.database)} s`);
    };
    await group();
    const { seconds: product, cpu } = await measured(pids, async () => county.cli('recount'));
    say(`  recounted in ${rounded(product)} s, processor of the database ${rounded(cpu.database)} s`);
    await group();
    await db.query(`DROP TABLE ${table}`);
    const limit = median(limits);
    say(`${name} at ${marks / 1e6} M: ${rounded(product)} s, limit ${rounded(limit)} s, ratio ${rounded(product / limit)}`);
    return {
      product,
      limit,
      unit: 's',
      form: 'INSERT INTO a table like attendances, with its indexes, SELECT … FROM marks JOIN sessions, classes, people GROUP BY session, person',
      durability: await durabilityOf(db),
    };
  } finally {
    await db.end();
    await county.stop();
  }
}
