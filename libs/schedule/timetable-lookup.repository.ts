import { Injectable } from '@nestjs/common';
import { type ClassState, type CourseKind } from '#contract';
import { type Db, listOf } from '#platform/database';
import { registerKey } from '#units';

export interface KnownClass {
  id: number;
  code: string;
  kind: CourseKind;
  state: ClassState;
  startsOn: string;
  endsOn: string;
}

export interface KnownSession {
  id: number;
  classId: number;
  code: string;
  date: string;
  viewingPoints: Map<string, number>;
}

/** Where a session is found: equal for the database's collation, equal here. */
export const sessionKey = (classId: number, code: string): string => `${classId}/${registerKey(code)}`;

/** Classes and sessions by the codes that organisers write on their sheets, many at a time. */
@Injectable()
export class TimetableLookup {
  /**
   * By `registerKey` of the code, those of `classes c` that the caller may do to what the file asks (`classManagedIn` and its like). Locked,
   * none of them ends before the rows are written.
   */
  async classes(
    db: Db,
    allowed: { sql: string; parameters: unknown[] },
    codes: readonly string[],
    lock = false,
  ): Promise<Map<string, KnownClass>> {
    if (codes.length === 0) return new Map();
    const rows: KnownClass[] = await db.query(
      `SELECT c.id, c.code, c.kind, c.state, c.starts_on AS startsOn, c.ends_on AS endsOn FROM classes c WHERE c.code IN ${listOf(codes)} AND ${allowed.sql}${
        lock ? ' LOCK IN SHARE MODE' : ''
      }`,
      [...codes, ...allowed.parameters],
    );
    return new Map(rows.map((row) => [registerKey(row.code), row]));
  }

  /** By `sessionKey`, of sessions that these classes lead. */
  async sessions(db: Db, wanted: readonly { classId: number; code: string }[]): Promise<Map<string, KnownSession>> {
    if (wanted.length === 0) return new Map();
    const rows: Omit<KnownSession, 'viewingPoints'>[] = await db.query(
      `SELECT id, lead_class_id AS classId, code, date FROM sessions WHERE (lead_class_id, code) IN (${wanted.map(() => '(?, ?)').join(', ')})`,
      wanted.flatMap((one) => [one.classId, one.code]),
    );
    const points: { id: number; session_id: number; name: string }[] = await db.query(
      `SELECT id, session_id, name FROM viewing_points WHERE session_id IN ${listOf(rows)}`,
      rows.map((row) => row.id),
    );
    const sessions = new Map(rows.map((row) => [row.id, { ...row, viewingPoints: new Map<string, number>() }]));
    for (const point of points) sessions.get(point.session_id)?.viewingPoints.set(point.name, point.id);
    return new Map([...sessions.values()].map((session) => [sessionKey(session.classId, session.code), session]));
  }
}
