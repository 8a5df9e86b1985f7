// What the noon rush marks: classes of fifty that sit four half-days, in the year after the decade, marked by nobody yet.
import { dice } from './volume.mjs';
import { insert, next } from './sql.mjs';

/** @typedef {{ classId: number, sessionIds: number[], people: number[] }} Sitting */

const [many, roster, sittings] = [1_000, 50, 4];
/** The last of them sit a year later, alone in their month: what is marked there is seen in figures that nothing else moves. */
const probes = 60;

/** @param {import('mysql2/promise').Connection} db */
export async function plantRush(db) {
  const draw = dice(7);
  const [[{ host }]] = /** @type {any} */ (await db.query("SELECT id AS host FROM units WHERE level = 'county' LIMIT 1"));
  const [people, classId, sessionId] = [(await next(db, 'people')) - 1, await next(db, 'classes'), await next(db, 'sessions')];
  const classes = Array.from({ length: many }, (_, i) => ({
    id: classId + i,
    date: i < many - probes ? `2022-0${1 + (i % 9)}-1${i % 10}` : '2023-01-10',
  }));
  await insert(
    db,
    'classes',
    classes.map(({ id, date }) => ({
      id,
      name: `当前班次${id}`,
      kind: 'thematic',
      delivery_mode: 'inPerson',
      roster: 'closed',
      state: 'running',
      starts_on: date,
      ends_on: date,
      host_unit_id: host,
    })),
  );
  await insert(
    db,
    'class_units',
    classes.map(({ id }) => ({ class_id: id, role: 'host', position: 1, unit_id: host })),
  );
  const sessions = classes.flatMap(({ id, date }, i) =>
    Array.from({ length: sittings }, (_, k) => ({
      id: sessionId + i * sittings + k,
      lead_class_id: id,
      topic: '课',
      date,
      day_part: k % 2 ? 'pm' : 'am',
    })),
  );
  await insert(db, 'sessions', sessions);
  await insert(
    db,
    'session_classes',
    sessions.map((one) => ({ session_id: one.id, class_id: one.lead_class_id })),
  );
  await insert(
    db,
    'enrollments',
    classes.flatMap(({ id, date }) => {
      const chosen = new Set();
      while (chosen.size < roster) chosen.add(1 + draw(people));
      return [...chosen].map((person) => ({ class_id: id, person_id: person, enrolled_on: date }));
    }),
  );
}

/** @param {import('../faults/county.mjs').County} county @returns {Promise<Sitting[]>} */
export const readRush = (county) => read(county, '2022');
/** @param {import('../faults/county.mjs').County} county @returns {Promise<Sitting[]>} */
export const readProbes = (county) => read(county, '2023');

/** @param {import('../faults/county.mjs').County} county @param {string} year @returns {Promise<Sitting[]>} */
async function read(county, year) {
  const sessions = await county.rows(
    `SELECT c.id AS classId, s.id FROM classes c JOIN sessions s ON s.lead_class_id = c.id WHERE c.state = 'running' AND c.starts_on LIKE '${year}%' ORDER BY c.id, s.id`,
  );
  const people = await county.rows(
    `SELECT e.class_id AS classId, e.person_id AS id FROM classes c JOIN enrollments e ON e.class_id = c.id WHERE c.state = 'running' AND c.starts_on LIKE '${year}%' ORDER BY e.class_id, e.id`,
  );
  /** @type {Map<number, Sitting>} */
  const classes = new Map();
  for (const { classId, id } of sessions) {
    const known = classes.get(classId);
    if (known) known.sessionIds.push(id);
    else classes.set(classId, { classId, sessionIds: [id], people: [] });
  }
  for (const { classId, id } of people) classes.get(classId)?.people.push(id);
  return [...classes.values()];
}

/** Takes back what was marked, so that the county is again what was built. @param {import('../faults/county.mjs').County} county @param {Sitting[]} rush */
export async function forgetRush(county, rush) {
  const [first, last] = [rush[0]?.sessionIds[0], rush.at(-1)?.sessionIds.at(-1)];
  for (const table of ['marks', 'mark_replacements'])
    await county.rows(`DELETE FROM ${table} WHERE session_id BETWEEN ${first} AND ${last}`);
  await county.rows(
    `INSERT INTO outbox (job, job_key) SELECT 'compile-class', id FROM classes WHERE state = 'running' ON DUPLICATE KEY UPDATE seq = seq + 1`,
  );
}
