import { Injectable } from '@nestjs/common';
import { type AttendanceStatus, type Origin } from '#contract';
import { type Db, joined, listOf, numbersOf, type Question, question, uuidBytes, uuidText } from '#platform/database';
import { type MarkTime } from './arrivals.policy.js';

export interface MarkRow {
  id: string;
  sessionId: number;
  slot: number;
  /** As marked; after a match, the person the walk-in turned out to be. Not canonical. `null`: a walk-in. */
  personId: number | null;
  /** Name, village and phone as the phone said them, in one text. */
  walkIn: string | null;
  /** 0 for the main room. */
  place: number;
  status: AttendanceStatus;
  origin: Origin;
  method: string;
  replaces: readonly string[];
  /** Milliseconds. */
  receivedAt: number;
  /** The sheet's own date of record, of imported history. */
  recordedOn: string | null;
  decision: 'admit' | 'reject' | 'match' | null;
}

/** What a list says about a mark beside what it decides. */
export interface MarkWords {
  walkIn: WalkIn | null;
  /** Whose account handed it over. */
  madeBy: string | null;
  /** By the clock of the device: kept, never believed. */
  madeAt: Date;
  note: string | null;
  reason: string | null;
  witness: string | null;
  /** Handed over by a phone that was revoked by then. */
  revokedDevice: boolean;
}

/** Somebody on no list, as the phone named them. */
export interface WalkIn {
  name: string;
  village: string | null;
  phoneTail: string | null;
}

const none: readonly string[] = [];

@Injectable()
export class MarkRepository {
  ofSessions(sessionIds: readonly number[]): Question<MarkRow[]> {
    const marks = question<Omit<MarkRow, 'id' | 'replaces' | 'receivedAt'> & { id: Buffer; receivedAt: Date }>(
      `SELECT m.id, m.session_id AS sessionId, m.slot, COALESCE(d.person_id, m.person_id) AS personId,
         CONCAT(m.walk_in_name, '/', COALESCE(m.walk_in_village, ''), '/', COALESCE(m.walk_in_phone_tail, '')) AS walkIn,
                 COALESCE(m.viewing_point_id, 0) AS place, m.status, m.origin, m.method, m.received_at AS receivedAt, m.recorded_on AS recordedOn, d.decision
       FROM marks m LEFT JOIN mark_decisions d ON d.mark_id = m.id WHERE m.session_id IN ${numbersOf(sessionIds)}`,
    );
    const replacements = question<{ id: Buffer; replaced: Buffer }>(
      `SELECT mark_id AS id, replaced_id AS replaced FROM mark_replacements WHERE session_id IN ${numbersOf(sessionIds)}`,
    );
    return joined([marks, replacements], (rows, edges) => {
      const replaces = new Map<string, string[]>();
      for (const edge of edges) {
        const id = uuidText(edge.id);
        const known = replaces.get(id);
        if (known) known.push(uuidText(edge.replaced));
        else replaces.set(id, [uuidText(edge.replaced)]);
      }
      // Named one by one: a million copies of rows cost a recount seconds.
      return rows.map((row): MarkRow => {
        const id = uuidText(row.id);
        return {
          id,
          sessionId: row.sessionId,
          slot: row.slot,
          personId: row.personId,
          walkIn: row.walkIn,
          place: row.place,
          status: row.status,
          origin: row.origin,
          method: row.method,
          replaces: replaces.get(id) ?? none,
          receivedAt: row.receivedAt.getTime(),
          recordedOn: row.recordedOn,
          decision: row.decision,
        };
      });
    });
  }

  async find(db: Db, id: string, lock = false): Promise<{ sessionId: number; personId: number | null } | null> {
    const one = `SELECT session_id AS sessionId, person_id AS personId FROM marks WHERE id = ?${lock ? ' FOR UPDATE' : ''}`;
    const [row] = await db.query(one, [uuidBytes(id)]);
    return row ?? null;
  }

  /** What was said beside these marks; of walk-ins who they are, matched or not. */
  async words(db: Db, ids: readonly string[]): Promise<Map<string, MarkWords>> {
    const rows: (Omit<MarkWords, 'walkIn' | 'revokedDevice'> &
      Omit<WalkIn, 'name'> & { id: Buffer; name: string | null; revoked: number })[] = await db.query(
      `SELECT m.id, m.walk_in_name AS name, m.walk_in_village AS village, m.walk_in_phone_tail AS phoneTail, u.name AS madeBy,
         m.device_at AS madeAt, m.note, m.reason, m.witness, m.from_revoked AS revoked
       FROM marks m LEFT JOIN users u ON u.id = m.user_id WHERE m.id IN ${listOf(ids)}`,
      ids.map(uuidBytes),
    );
    return new Map(
      rows.map(({ id, name, village, phoneTail, revoked, ...words }) => [
        uuidText(id),
        { ...words, walkIn: name === null ? null : { name, village, phoneTail }, revokedDevice: Boolean(revoked) },
      ]),
    );
  }

  /** When the marks of phones at these sessions were made; without a session nothing is asked. */
  async fieldTimes(db: Db, sessionIds: readonly number[]): Promise<Map<string, MarkTime>> {
    if (sessionIds.length === 0) return new Map();
    const rows: { id: Buffer; deviceAt: Date; receivedAt: Date; skew: string | number | null }[] = await db.query(
      `SELECT m.id, m.device_at AS deviceAt, m.received_at AS receivedAt, d.skew_seconds AS skew
       FROM marks m LEFT JOIN devices d ON d.id = m.device_id WHERE m.session_id IN ${numbersOf(sessionIds)} AND m.origin = 'field'`,
    );
    return new Map(rows.map(({ id, skew, ...times }) => [uuidText(id), { ...times, skewSeconds: skew === null ? null : Number(skew) }]));
  }

  /** `false` when nothing was decided; what followed from another decision goes with that one. */
  async undecide(db: Db, markId: string): Promise<boolean> {
    const done = await db.query('DELETE FROM mark_decisions WHERE mark_id = ? AND carried = 0', [uuidBytes(markId)]);
    return done.affectedRows === 1;
  }

  async decide(
    db: Db,
    row: { markId: string; sessionId: number; decision: string; personId: number | null; by: number | null; at: Date },
  ): Promise<void> {
    await db.query(
      `INSERT INTO mark_decisions (mark_id, session_id, decision, person_id, decided_by, decided_at, carried) VALUES (?, ?, ?, ?, ?, ?, 0)
       ON DUPLICATE KEY UPDATE decision = VALUES(decision), person_id = VALUES(person_id), decided_by = VALUES(decided_by), decided_at = VALUES(decided_at), carried = 0`,
      [uuidBytes(row.markId), row.sessionId, row.decision, row.personId, row.by, row.at],
    );
  }
}
