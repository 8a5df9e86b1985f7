import { Injectable } from '@nestjs/common';
import { type Scope } from '#access';
import { type Db, insertRows } from '#platform/database';
import { servesClassMarkedBy } from '#schedule';

/** The days of a pack, and whose. */
export interface PackDays {
  from: string;
  to: string;
}

const ofDays =
  "s.date BETWEEN ? AND ? AND EXISTS (SELECT 1 FROM classes led_by WHERE led_by.id = s.lead_class_id AND led_by.state <> 'draft')";

@Injectable()
export class PackRepository {
  /** Sessions that a person teaches, or whose class they head. */
  async own(db: Db, days: PackDays, user: { id: number; instructorId: number | null }): Promise<number[]> {
    const rows: { id: number }[] = await db.query(
      `SELECT s.id FROM sessions s WHERE ${ofDays} AND (
         EXISTS (SELECT 1 FROM session_instructors si WHERE si.session_id = s.id AND si.instructor_id = ?)
         OR EXISTS (SELECT 1 FROM session_classes sc JOIN classes c ON c.id = sc.class_id WHERE sc.session_id = s.id AND c.head_user_id = ?))`,
      [days.from, days.to, user.instructorId ?? 0, user.id],
    );
    return rows.map((row) => row.id);
  }

  /** Sessions that the scope settles, those nearest to a day first. */
  async nearest(db: Db, days: PackDays, scope: Scope, near: { day: string; limit: number }): Promise<number[]> {
    const marked = servesClassMarkedBy(scope, null);
    const rows: { id: number }[] = await db.query(
      `SELECT s.id FROM sessions s WHERE ${ofDays} AND ${marked.sql} ORDER BY ABS(DATEDIFF(s.date, ?)), s.date, s.id LIMIT ${Number(near.limit)}`,
      [days.from, days.to, ...marked.parameters, near.day],
    );
    return rows.map((row) => row.id);
  }

  /** From now on a late mark of this account for these sessions is kept. */
  async noteServed(db: Db, userId: number, sessionIds: readonly number[]): Promise<void> {
    await insertRows(
      db,
      'served_sessions',
      sessionIds.map((session_id) => ({ user_id: userId, session_id })),
      'served_at = served_at',
    );
  }
}
