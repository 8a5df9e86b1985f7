import { Injectable } from '@nestjs/common';
import { type Scope } from '#access';
import { type CourseKind, type DayPart, packReach, type SessionState } from '#contract';
import { addDays, today } from '#platform/clock';
import { type Db, insertRows } from '#platform/database';
import { servesClassMarkedBy, type SessionCursor } from '#schedule';

export interface PackDays {
  from: string;
  to: string;
}

export const packDays = (day = today()): PackDays => ({ from: addDays(day, -packReach.back), to: addDays(day, packReach.ahead) });

interface Owner {
  id: number;
  instructorId: number | null;
}

/** What a page shows of a session, with nobody's name. */
export interface OwnSession {
  id: number;
  kind: CourseKind;
  state: SessionState;
  date: string;
  dayPart: DayPart;
  topic: string;
  place: string | null;
  /** People on the rosters of its classes; who is on two of them is one. */
  onRoster: number;
}

const ofDays =
  "s.date BETWEEN ? AND ? AND EXISTS (SELECT 1 FROM classes led_by WHERE led_by.id = s.lead_class_id AND led_by.state <> 'draft')";

/** Sessions that somebody teaches, or whose class they head. */
const owned = ({ from, to }: PackDays, { id, instructorId }: Owner) => ({
  sql: `${ofDays} AND (
    EXISTS (SELECT 1 FROM session_instructors si WHERE si.session_id = s.id AND si.instructor_id = ?)
    OR EXISTS (SELECT 1 FROM session_classes sc JOIN classes c ON c.id = sc.class_id WHERE sc.session_id = s.id AND c.head_user_id = ?))`,
  parameters: [from, to, instructorId ?? 0, id],
});

@Injectable()
export class PackRepository {
  async own(db: Db, days: PackDays, user: Owner): Promise<number[]> {
    const { sql, parameters } = owned(days, user);
    const rows: { id: number }[] = await db.query(`SELECT s.id FROM sessions s WHERE ${sql}`, parameters);
    return rows.map((row) => row.id);
  }

  /** The same sessions as a list of them, by date and id. */
  async listOwn(db: Db, days: PackDays, user: Owner, page: { after: SessionCursor | null; limit: number }): Promise<OwnSession[]> {
    const { sql, parameters } = owned(days, user);
    const { date, id } = page.after ?? { date: days.from, id: 0 };
    const rows: OwnSession[] = await db.query(
      `SELECT s.id, lead_class.kind, s.state, s.date, s.day_part AS dayPart, s.topic, s.place,
         (SELECT COUNT(DISTINCT e.person_id) FROM session_classes sc JOIN enrollments e ON e.class_id = sc.class_id AND e.removed_on IS NULL
          WHERE sc.session_id = s.id) AS onRoster
       FROM sessions s JOIN classes lead_class ON lead_class.id = s.lead_class_id
       WHERE ${sql} AND (s.date > ? OR (s.date = ? AND s.id > ?)) ORDER BY s.date, s.id LIMIT ${Number(page.limit)}`,
      [...parameters, date, date, id],
    );
    return rows.map((row) => ({ ...row, onRoster: Number(row.onRoster) }));
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
