import { Injectable } from '@nestjs/common';
import { type ClassState, type Origin, type RosterKind, type SessionState } from '#contract';
import { type Db, insertRows, listOf, textLiteral, timeLiteral, uuidBytes, uuidLiteral, uuidText } from '#platform/database';
import { leadOf, type SessionCondition, standsAs } from '#schedule';
import { type ReadHeadCount, type ReadMark } from './read-mark.js';

/** What a session is to the person who marks it. */
export interface MarkableSession {
  id: number;
  date: string;
  state: SessionState;
  /** The class that leads it now: where the one it was planned under is void or cancelled, the next that stands (rule 4). */
  leadClassId: number;
  classes: { id: number; state: ClassState; roster: RosterKind }[];
  viewingPointIds: number[];
  /** Rooms that it had. */
  removedPointIds: number[];
}

/** How a fact came in: the same for all that one caller hands over. */
export interface Reception {
  origin: Origin;
  receivedAt: Date;
  userId: number | null;
  deviceId: number | null;
  /** The phone was revoked by then. */
  fromRevoked: boolean;
}

/** The columns that are the same for all marks of one reception, as text. */
const receptionText = ({ origin, receivedAt, userId, deviceId, fromRevoked }: Reception): string =>
  `'${origin}',${timeLiteral(receivedAt.toISOString())},${userId ?? 'NULL'},${deviceId ?? 'NULL'},${fromRevoked ? 1 : 0}`;

/** What was found about a fact when it came in. */
interface Judged {
  review: string | null;
  /** The sheet's own date of record, for imported history. */
  recordedOn: string | null;
  how: Reception;
}
export type FreshMark = Judged & { mark: ReadMark };
export type FreshHeadCount = Judged & { count: ReadHeadCount; verified: boolean };

/** An account as those know it who hand out what is to be marked. */
interface Marker {
  id: number;
  instructorId: number | null;
}

const taughtOrHeaded = (user: Marker): SessionCondition => ({
  sql: `(EXISTS (SELECT 1 FROM session_instructors si WHERE si.session_id = s.id AND si.instructor_id = ?)
     OR EXISTS (SELECT 1 FROM session_classes sc JOIN classes c ON c.id = sc.class_id WHERE sc.session_id = s.id AND c.head_user_id = ?))`,
  parameters: [user.instructorId ?? 0, user.id],
});

export interface StoredFact {
  hash: Buffer;
  review: string | null;
}

@Injectable()
export class AttendanceRepository {
  /**
   * Stored facts among these ids, by table: an id belongs to one fact for ever, whichever sort it is of. Between packets of one moment the
   * unique key of each table sees to that. A mark and a head count with the same new id, in two packets at the same moment, would both be
   * kept: ids are random for each fact, and to shut it out every packet would have to look a second time after its facts are written.
   */
  async known(db: Db, ids: { marks: readonly string[]; headCounts: readonly string[] }): Promise<Map<string, StoredFact>> {
    const asked = [
      ['marks', ids.marks],
      ['head_counts', ids.headCounts],
    ] as const;
    const parts = asked.flatMap(([table, some]) =>
      some.length > 0 ? [`SELECT id, body_hash, review FROM ${table} WHERE id IN (${some.map(uuidLiteral).join()})`] : [],
    );
    if (parts.length === 0) return new Map();
    const rows: { id: Buffer; body_hash: Buffer; review: string | null }[] = await db.query(parts.join(' UNION ALL '));
    return new Map(rows.map((row) => [uuidText(row.id), { hash: row.body_hash, review: row.review }]));
  }

  /** Held, none of their classes ends before the transaction does. */
  async sessions(db: Db, ids: readonly number[], held = false): Promise<Map<number, MarkableSession>> {
    const rows: {
      id: number;
      date: string;
      state: SessionState;
      leadId: number;
      class_id: number;
      class_state: ClassState;
      roster: RosterKind;
    }[] = await db.query(
      `SELECT s.id, s.date, s.state, s.lead_class_id AS leadId, c.id AS class_id, c.state AS class_state, c.roster
         FROM sessions s JOIN session_classes sc ON sc.session_id = s.id JOIN classes c ON c.id = sc.class_id WHERE s.id IN ${listOf(ids)}${
           held ? ' LOCK IN SHARE MODE' : ''
         }`,
      [...ids],
    );
    // Held until the end: nobody takes a room away while something is recorded in it.
    const points: { id: number; session_id: number; removed: number }[] = await db.query(
      `(SELECT id, session_id, 0 AS removed FROM viewing_points WHERE session_id IN ${listOf(ids)} LOCK IN SHARE MODE)
       UNION ALL (SELECT id, session_id, 1 FROM removed_viewing_points WHERE session_id IN ${listOf(ids)})`,
      [...ids, ...ids],
    );
    const sessions = new Map<number, MarkableSession>();
    for (const row of rows) {
      const session = sessions.get(row.id) ?? {
        id: row.id,
        date: row.date,
        state: row.state,
        leadClassId: row.leadId,
        classes: [],
        viewingPointIds: [],
        removedPointIds: [],
      };
      session.classes.push({ id: row.class_id, state: row.class_state, roster: row.roster });
      sessions.set(row.id, session);
    }
    for (const { id, session_id, removed } of points) sessions.get(session_id)?.[removed ? 'removedPointIds' : 'viewingPointIds'].push(id);
    for (const session of sessions.values()) {
      const states = new Map(session.classes.map((one) => [one.id, one.state]));
      const planned = { leadClassId: session.leadClassId, classIds: [...states.keys()] };
      session.leadClassId = leadOf(planned, (id) => standsAs(states.get(id)!)) ?? session.leadClassId;
    }
    return sessions;
  }

  /** Which of these sessions an instructor teaches or heads. */
  async ownSessions(db: Db, ids: readonly number[], user: Marker): Promise<Set<number>> {
    const own = taughtOrHeaded(user);
    const rows: { id: number }[] = await db.query(`SELECT s.id FROM sessions s WHERE s.id IN ${listOf(ids)} AND ${own.sql}`, [
      ...ids,
      ...own.parameters,
    ]);
    return new Set(rows.map((row) => row.id));
  }

  /** How the account stands to these sessions: by what it may settle, what it teaches or heads, or what it was once handed. */
  async standing(
    db: Db,
    ids: readonly number[],
    user: Marker | null,
    settles: SessionCondition | null,
  ): Promise<{ id: number; yours: number }[]> {
    const conditions = [...(settles ? [settles] : []), ...(user ? [taughtOrHeaded(user)] : [])];
    const parts = conditions.map(({ sql }) => `SELECT s.id, 1 AS yours FROM sessions s WHERE s.id IN ${listOf(ids)} AND ${sql}`);
    const parameters = conditions.flatMap((one) => [...ids, ...one.parameters]);
    if (user) {
      parts.push(`SELECT session_id, 0 FROM served_sessions WHERE user_id = ? AND session_id IN ${listOf(ids)}`);
      parameters.push(user.id, ...ids);
    }
    return parts.length === 0 || ids.length === 0 ? [] : db.query(parts.join(' UNION ALL '), parameters);
  }

  async existingPeople(db: Db, ids: readonly number[]): Promise<Set<number>> {
    const rows: { id: number }[] = await db.query(`SELECT id FROM people WHERE id IN ${listOf(ids)}`, [...ids]);
    return new Set(rows.map((row) => row.id));
  }

  /** Who of these records stands on the roster of which class. */
  async enrolledAmong(db: Db, asked: ReadonlyMap<number, ReadonlySet<number>>): Promise<{ classId: number; personId: number }[]> {
    const some = [...asked].filter(([, people]) => people.size > 0);
    if (some.length === 0) return [];
    // Numbers of our own, and so many that placeholders would cost more than the question.
    const parts = some.map(([classId, people]) => `(class_id = ${Number(classId)} AND person_id IN (${[...people].map(Number).join()}))`);
    return db.query(
      `SELECT class_id AS classId, person_id AS personId FROM enrollments WHERE removed_on IS NULL AND (${parts.join(' OR ')})`,
    );
  }

  /** @throws duplicate key, when one of them is stored already: then none of them was inserted */
  async insertMarks(db: Db, marks: readonly FreshMark[]): Promise<void> {
    const receptions = new Map([...new Set(marks.map(({ how }) => how))].map((how) => [how, receptionText(how)]));
    const plain = marks.every(isPlain);
    const [columns, text] = plain ? [plainColumns, plainText] : [allColumns, fullText];
    const rows = marks.map((mark) => `(${text(mark)},${receptions.get(mark.how)})`);
    for (let i = 0; i < rows.length; i += rowsPerStatement)
      await db.query(`INSERT INTO marks (${columns}) VALUES ${rows.slice(i, i + rowsPerStatement).join()}`);
    const edges = marks.flatMap(({ mark }) =>
      mark.replaces.map((replaced) => `(${mark.sessionId},${uuidLiteral(replaced)},${uuidLiteral(mark.id)})`),
    );
    for (let i = 0; i < edges.length; i += rowsPerStatement)
      await db.query(
        `INSERT INTO mark_replacements (session_id, replaced_id, mark_id) VALUES ${edges.slice(i, i + rowsPerStatement).join()}`,
      );
  }

  async insertHeadCounts(db: Db, counts: readonly FreshHeadCount[]): Promise<void> {
    await insertRows(
      db,
      'head_counts',
      counts.map(({ count, review, recordedOn, verified, how }) => ({
        session_id: count.sessionId,
        id: uuidBytes(count.id),
        viewing_point_id: count.viewingPointId,
        mode: count.mode,
        heads: count.count,
        method: count.method,
        counted_by: count.countedBy,
        device_at: new Date(count.at),
        recorded_on: recordedOn,
        note: count.note,
        review,
        verified_at: verified ? how.receivedAt : null,
        verified_by: verified ? how.userId : null,
        body_hash: count.hash,
        origin: how.origin,
        received_at: how.receivedAt,
        user_id: how.userId,
        device_id: how.deviceId,
      })),
    );
    const edges = counts.flatMap(({ count }) =>
      count.replaces.map((replaced) => ({
        session_id: count.sessionId,
        replaced_id: uuidBytes(replaced),
        head_count_id: uuidBytes(count.id),
      })),
    );
    await insertRows(db, 'head_count_replacements', edges);
  }
}

const rowsPerStatement = 1_000;
const ownColumns = 'session_id, id, slot, person_id, viewing_point_id, status, method, device_at, review, body_hash';
const receptionColumns = 'origin, received_at, user_id, device_id, from_revoked';
const plainColumns = `${ownColumns}, ${receptionColumns}`;
const allColumns = `${ownColumns}, walk_in_name, walk_in_village, walk_in_phone_tail, recorded_on, note, reason, witness, ${receptionColumns}`;

/** Most packets carry no words of anybody's: their columns are not even named. */
const isPlain = ({ mark, recordedOn }: FreshMark): boolean =>
  mark.walkIn === null && recordedOn === null && mark.note === null && mark.reason === null && mark.witness === null;

/** Written by hand: of all that a packet costs the driver's placeholders were a third. What a phone may word freely is escaped. */
const plainText = ({ mark, review }: FreshMark): string =>
  `${mark.sessionId},${uuidLiteral(mark.id)},${mark.slot},${mark.personId ?? 'NULL'},${mark.viewingPointId ?? 'NULL'},'${mark.status}',` +
  `'${mark.method}',${timeLiteral(mark.at)},${textLiteral(review)},X'${mark.hash.toString('hex')}'`;
const fullText = (fresh: FreshMark): string =>
  `${plainText(fresh)},${textLiteral(fresh.mark.walkIn?.name)},${textLiteral(fresh.mark.walkIn?.village)},` +
  `${textLiteral(fresh.mark.walkIn?.phoneTail)},${textLiteral(fresh.recordedOn)},${textLiteral(fresh.mark.note)},` +
  `${textLiteral(fresh.mark.reason)},${textLiteral(fresh.mark.witness)}`;
