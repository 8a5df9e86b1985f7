import { Injectable } from '@nestjs/common';
import { type AttendanceStatus, type Origin } from '#contract';
import { type Db, joined, listOf, numbersOf, type Question, question, uuidBytes, uuidText } from '#platform/database';

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
  replaces: string[];
  receivedAt: Date;
  /** The sheet's own date of record, of imported history. */
  recordedOn: string | null;
  review: string | null;
  decision: 'admit' | 'reject' | 'match' | null;
}

/** Somebody on no list, as the phone named them. */
export interface WalkIn {
  name: string;
  village: string | null;
  phoneTail: string | null;
}

@Injectable()
export class MarkRepository {
  ofSessions(sessionIds: readonly number[]): Question<MarkRow[]> {
    const marks = question<Omit<MarkRow, 'id' | 'replaces'> & { id: Buffer }>(
      `SELECT m.id, m.session_id AS sessionId, m.slot, COALESCE(d.person_id, m.person_id) AS personId, 
         CONCAT(m.walk_in_name, '/', COALESCE(m.walk_in_village, ''), '/', COALESCE(m.walk_in_phone_tail, '')) AS walkIn,
                 COALESCE(m.viewing_point_id, 0) AS place, m.status, m.origin, m.method, m.received_at AS receivedAt, m.recorded_on AS recordedOn, m.review, d.decision
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
      return rows.map((row) => {
        const id = uuidText(row.id);
        return { ...row, id, replaces: replaces.get(id) ?? [] };
      });
    });
  }

  async find(db: Db, id: string): Promise<{ sessionId: number; personId: number | null } | null> {
    const [row] = await db.query('SELECT session_id AS sessionId, person_id AS personId FROM marks WHERE id = ?', [uuidBytes(id)]);
    return row ?? null;
  }

  /** What was said of the walk-ins among these marks, matched or not. */
  async walkIns(db: Db, ids: readonly string[]): Promise<Map<string, WalkIn>> {
    const rows: (WalkIn & { id: Buffer })[] = await db.query(
      `SELECT id, walk_in_name AS name, walk_in_village AS village, walk_in_phone_tail AS phoneTail FROM marks WHERE walk_in_name IS NOT NULL AND id IN ${listOf(ids)}`,
      ids.map(uuidBytes),
    );
    return new Map(rows.map(({ id, ...walkIn }) => [uuidText(id), walkIn]));
  }

  /** `false` when nothing was decided. */
  async undecide(db: Db, markId: string): Promise<boolean> {
    const done = await db.query('DELETE FROM mark_decisions WHERE mark_id = ?', [uuidBytes(markId)]);
    return done.affectedRows === 1;
  }

  async decide(
    db: Db,
    row: { markId: string; sessionId: number; decision: string; personId: number | null; by: number | null; at: Date },
  ): Promise<void> {
    await db.query(
      `INSERT INTO mark_decisions (mark_id, session_id, decision, person_id, decided_by, decided_at) VALUES (?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE decision = VALUES(decision), person_id = VALUES(person_id), decided_by = VALUES(decided_by), decided_at = VALUES(decided_at)`,
      [uuidBytes(row.markId), row.sessionId, row.decision, row.personId, row.by, row.at],
    );
  }
}
