// The limit of taking marks: the same rows into the same tables, durably, by the driver alone.
import { createHash } from 'node:crypto';

/** @typedef {import('./field-load.mjs').Mark} Mark */
/** @typedef {{ classOf: Map<string, number>, userId: number, deviceId: number }} Surroundings */

export const bareForm =
  'per packet one text: START TRANSACTION; INSERT INTO marks VALUES (literals built by hand), …; INSERT INTO mark_replacements …; INSERT INTO outbox … ON DUPLICATE KEY UPDATE; COMMIT';

const columns = 'session_id,id,slot,person_id,status,method,origin,device_at,received_at,user_id,device_id,review,body_hash';

/** @param {string} uuid */
const literal = (uuid) => `X'${uuid.replaceAll('-', '')}'`;

/**
 * One packet as one text. Nothing is looked up or judged: the rows are taken as they come.
 * @param {readonly Mark[]} marks @param {Surroundings} around
 */
export function bareText(marks, { classOf, userId, deviceId }) {
  const now = new Date().toISOString().slice(0, 23).replace('T', ' ');
  let rows = '';
  let edges = '';
  /** @type {Map<number, number>} */
  const owed = new Map();
  for (const mark of marks) {
    const at = mark.at.slice(0, 23).replace('T', ' ');
    const hash = createHash('md5').update(mark.id).digest('hex');
    rows += `${rows && ','}(${mark.sessionId},${literal(mark.id)},${mark.slot},${mark.personId},'${mark.status}','${mark.method}','field','${at}','${now}',${userId},${deviceId},NULL,X'${hash}')`;
    for (const replaced of mark.replaces ?? []) edges += `${edges && ','}(${mark.sessionId},${literal(replaced)},${literal(mark.id)})`;
    const classId = classOf.get(mark.sessionId) ?? 0;
    owed.set(classId, (owed.get(classId) ?? 0) + 1);
  }
  const work = [...owed].sort(([a], [b]) => a - b).map(([id, many]) => `('compile-class','${id}',${many})`);
  return (
    `START TRANSACTION;INSERT INTO marks (${columns}) VALUES ${rows};` +
    (edges && `INSERT INTO mark_replacements (session_id,replaced_id,mark_id) VALUES ${edges};`) +
    `INSERT INTO outbox (job,job_key,seq) VALUES ${work.join(',')} ON DUPLICATE KEY UPDATE seq=seq+VALUES(seq),due_at=LEAST(due_at,CURRENT_TIMESTAMP(3));COMMIT`
  );
}

/**
 * Hands all packets over, the connections taking turns.
 * @param {import('mysql2/promise').Connection[]} connections opened with `multipleStatements` @param {Mark[][]} packets @param {Surroundings} around
 */
export async function handOverBare(connections, packets, around) {
  let next = 0;
  await Promise.all(
    connections.map(async (connection) => {
      for (let i = next++; i < packets.length; i = next++)
        await handOverOne(connection, bareText(/** @type {Mark[]} */ (packets[i]), around));
    }),
  );
}

/** Two who ask for the same work just when it is done may be a ring to the database, which gives one of them up: that one comes again. @param {import('mysql2/promise').Connection} connection @param {string} text */
async function handOverOne(connection, text) {
  for (;;) {
    try {
      return await connection.query(text);
    } catch (error) {
      if (/** @type {{ errno?: number }} */ (error).errno !== 1213) throw error;
    }
  }
}
