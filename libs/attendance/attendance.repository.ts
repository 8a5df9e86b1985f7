import { Injectable } from '@nestjs/common';
import { type ClassState, type Origin, type RosterKind, type SessionState } from '#contract';
import { type Db, insertRows, listOf, uuidBytes, uuidText } from '#platform/database';
import { leadOf, standsAs } from '#schedule';
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

/** How a fact came in: the same for all facts of a packet. */
export interface Reception {
  origin: Origin;
  receivedAt: Date;
  userId: number | null;
  deviceId: number | null;
}

/** What was found about a fact when it came in. */
export interface Judged {
  review: string | null;
  /** The sheet's own date of record, for imported history. */
  recordedOn: string | null;
}

export interface StoredFact {
  hash: Buffer;
  review: string | null;
}

@Injectable()
export class AttendanceRepository {
  /**
   * Stored facts among these ids, marks and head counts alike: an id belongs to one fact for ever. Between packets of one moment the unique key
   * of each table sees to that. A mark and a head count with the same new id, in two packets at the same moment, would both be kept: ids are
   * random for each fact, and to shut it out every packet would have to look a second time after its facts are written.
   */
  async known(db: Db, ids: readonly string[]): Promise<Map<string, StoredFact>> {
    if (ids.length === 0) return new Map();
    const [these, values] = [listOf(ids), ids.map(uuidBytes)];
    const rows: { id: Buffer; body_hash: Buffer; review: string | null }[] = await db.query(
      `SELECT id, body_hash, review FROM marks WHERE id IN ${these} UNION ALL SELECT id, body_hash, review FROM head_counts WHERE id IN ${these}`,
      [...values, ...values],
    );
    return new Map(rows.map((row) => [uuidText(row.id), { hash: row.body_hash, review: row.review }]));
  }

  async sessions(db: Db, ids: readonly number[]): Promise<Map<number, MarkableSession>> {
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
         FROM sessions s JOIN session_classes sc ON sc.session_id = s.id JOIN classes c ON c.id = sc.class_id WHERE s.id IN ${listOf(ids)}`,
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
  async ownSessions(db: Db, ids: readonly number[], user: { id: number; instructorId: number | null }): Promise<Set<number>> {
    const rows: { id: number }[] = await db.query(
      `SELECT s.id FROM sessions s WHERE s.id IN ${listOf(ids)} AND (
         EXISTS (SELECT 1 FROM session_instructors si WHERE si.session_id = s.id AND si.instructor_id = ?)
         OR EXISTS (SELECT 1 FROM session_classes sc JOIN classes c ON c.id = sc.class_id WHERE sc.session_id = s.id AND c.head_user_id = ?))`,
      [...ids, user.instructorId ?? 0, user.id],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** Which of these sessions were once handed to the account. */
  async servedSessions(db: Db, ids: readonly number[], userId: number): Promise<Set<number>> {
    const rows: { session_id: number }[] = await db.query(
      `SELECT session_id FROM served_sessions WHERE user_id = ? AND session_id IN ${listOf(ids)}`,
      [userId, ...ids],
    );
    return new Set(rows.map((row) => row.session_id));
  }

  async existingPeople(db: Db, ids: readonly number[]): Promise<Set<number>> {
    const rows: { id: number }[] = await db.query(`SELECT id FROM people WHERE id IN ${listOf(ids)}`, [...ids]);
    return new Set(rows.map((row) => row.id));
  }

  /** `classId/personId` of everybody on the rosters of these classes among these canonical persons, however they were enrolled. */
  async onRosters(db: Db, classIds: readonly number[], personIds: readonly number[], canonical: Map<number, number>): Promise<Set<string>> {
    const rows: { class_id: number; person_id: number }[] = await db.query(
      `SELECT class_id, person_id FROM enrollments WHERE class_id IN ${listOf(classIds)} AND removed_on IS NULL AND person_id IN ${listOf(personIds)}`,
      [...classIds, ...personIds],
    );
    return new Set(rows.map((row) => `${row.class_id}/${canonical.get(row.person_id) ?? row.person_id}`));
  }

  async insertMarks(db: Db, marks: readonly (Judged & { mark: ReadMark })[], how: Reception): Promise<void> {
    await insertRows(
      db,
      'marks',
      marks.map(({ mark, review, recordedOn }) => ({
        session_id: mark.sessionId,
        id: uuidBytes(mark.id),
        slot: mark.slot,
        person_id: mark.personId,
        walk_in_name: mark.walkIn?.name ?? null,
        walk_in_village: mark.walkIn?.village ?? null,
        walk_in_phone_tail: mark.walkIn?.phoneTail ?? null,
        viewing_point_id: mark.viewingPointId,
        status: mark.status,
        method: mark.method,
        device_at: mark.at,
        recorded_on: recordedOn,
        note: mark.note,
        reason: mark.reason,
        witness: mark.witness,
        review,
        body_hash: mark.hash,
        ...receptionColumns(how),
      })),
    );
    const edges = marks.flatMap(({ mark }) =>
      mark.replaces.map((replaced) => ({ session_id: mark.sessionId, replaced_id: uuidBytes(replaced), mark_id: uuidBytes(mark.id) })),
    );
    await insertRows(db, 'mark_replacements', edges);
  }

  async insertHeadCounts(db: Db, counts: readonly (Judged & { count: ReadHeadCount; verified: boolean })[], how: Reception): Promise<void> {
    await insertRows(
      db,
      'head_counts',
      counts.map(({ count, review, recordedOn, verified }) => ({
        session_id: count.sessionId,
        id: uuidBytes(count.id),
        viewing_point_id: count.viewingPointId,
        mode: count.mode,
        heads: count.count,
        method: count.method,
        counted_by: count.countedBy,
        device_at: count.at,
        recorded_on: recordedOn,
        note: count.note,
        review,
        verified_at: verified ? how.receivedAt : null,
        verified_by: verified ? how.userId : null,
        body_hash: count.hash,
        ...receptionColumns(how),
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

const receptionColumns = (how: Reception) => ({
  origin: how.origin,
  received_at: how.receivedAt,
  user_id: how.userId,
  device_id: how.deviceId,
});
