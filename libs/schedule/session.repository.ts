import { Injectable } from '@nestjs/common';
import { type Scope } from '#access';
import { type CourseKind, type DayPart, type SessionState } from '#contract';
import { type Db, insertRows, listOf } from '#platform/database';
import { classInScope, classMarkedBy } from './class.repository.js';
import { type PlaceInSessions } from './page-by-session.js';

export interface SessionRow {
  id: number;
  leadClassId: number;
  kind: CourseKind;
  code: string | null;
  topic: string;
  date: string;
  dayPart: DayPart;
  startsAt: string | null;
  endsAt: string | null;
  state: SessionState;
  courseId: number | null;
  siteId: number | null;
  routeId: number | null;
  place: string | null;
  forUnitId: number | null;
  version: number;
  classIds: number[];
  instructorIds: number[];
  checkpoints: { position: number; siteId: number; reachedAt: Date | null }[];
  viewingPoints: { id: number; name: string; forUnitId: number; siteId: number | null }[];
}

export interface SessionFilter {
  classId?: number;
  kind?: CourseKind;
  state?: SessionState;
  from?: string;
  to?: string;
  instructorId?: number;
  /** Over before this day, in a class that goes on, and neither a mark nor heads came in: somebody forgot, or it fell out and nobody said so. */
  unmarkedBefore?: string;
}

export interface SessionCursor {
  date: string;
  id: number;
}

/** Part of a WHERE about `sessions s`. */
export interface SessionCondition {
  sql: string;
  parameters: unknown[];
}

/** What a list of facts of sessions may be narrowed to. */
export interface AskedSessions {
  sessionId?: number;
  classId?: number;
  /** Sessions of classes of this unit and of everything under it. */
  unitId?: number;
  from?: string;
  to?: string;
  /** And what the list itself asks of a session. */
  also?: SessionCondition;
}

const columns = `s.id, s.lead_class_id AS leadClassId, c.kind, s.code, s.topic, s.date, s.day_part AS dayPart, s.starts_at AS startsAt, s.ends_at AS endsAt,
  s.state, s.course_id AS courseId, s.site_id AS siteId, s.route_id AS routeId, s.place, s.for_unit_id AS forUnitId, s.version`;

/** Of `sessions s` and the leading `classes c`. */
const isUnmarked = `s.date < ? AND s.state = 'scheduled' AND c.state IN ('published', 'running')
  AND NOT EXISTS (SELECT 1 FROM marks m WHERE m.session_id = s.id) AND NOT EXISTS (SELECT 1 FROM head_counts h WHERE h.session_id = s.id)`;

@Injectable()
export class SessionRepository {
  async insert(db: Db, row: Record<string, string | number | null>): Promise<number> {
    const names = Object.keys(row);
    const done = await db.query(
      `INSERT INTO sessions (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      Object.values(row),
    );
    return done.insertId;
  }

  async setClasses(db: Db, sessionId: number, classIds: readonly number[]): Promise<void> {
    await db.query('DELETE FROM session_classes WHERE session_id = ?', [sessionId]);
    await insertRows(
      db,
      'session_classes',
      [...new Set(classIds)].map((class_id) => ({ session_id: sessionId, class_id })),
    );
  }

  async setInstructors(db: Db, sessionId: number, instructorIds: readonly number[]): Promise<void> {
    await db.query('DELETE FROM session_instructors WHERE session_id = ?', [sessionId]);
    await insertRows(
      db,
      'session_instructors',
      [...new Set(instructorIds)].map((instructor_id) => ({ session_id: sessionId, instructor_id })),
    );
  }

  /** A route run has a checkpoint for each stop of its route. */
  async setCheckpoints(db: Db, sessionId: number, routeId: number | null): Promise<void> {
    await db.query('DELETE FROM checkpoints WHERE session_id = ?', [sessionId]);
    if (routeId === null) return;
    await db.query(
      'INSERT INTO checkpoints (session_id, position, site_id) SELECT ?, position, site_id FROM route_stops WHERE route_id = ?',
      [sessionId, routeId],
    );
  }

  async update(db: Db, id: number, version: number, changes: Record<string, string | number | null>): Promise<boolean> {
    const names = Object.keys(changes);
    const done = await db.query(
      `UPDATE sessions SET ${names.map((name) => `${name} = ?, `).join('')}version = version + 1 WHERE id = ? AND version = ?`,
      [...Object.values(changes), id, version],
    );
    return done.affectedRows === 1;
  }

  /** Held until the end: they stay as they are, and what is recorded there meanwhile waits. */
  async hold(db: Db, ids: readonly number[]): Promise<void> {
    if (ids.length > 0) await db.query(`SELECT id FROM sessions WHERE id IN ${listOf(ids)} ORDER BY id FOR UPDATE`, [...ids]);
  }

  /**
   * Held until the end: whatever is recorded at the sessions of a class came before or comes after, and of two classes that sit together
   * and are called off at once the second finds the first one gone.
   */
  async holdScheduled(db: Db, classId: number): Promise<void> {
    await db.query(
      `SELECT id FROM sessions WHERE state = 'scheduled' AND id IN (SELECT session_id FROM session_classes WHERE class_id = ?) FOR UPDATE`,
      [classId],
    );
  }

  /** Cancels the sessions of a class that none of their classes stands for any more; they are held. Returns their ids. */
  async cancelDeserted(db: Db, classId: number): Promise<number[]> {
    const ids = await this.deserted(db, classId);
    await db.query(`UPDATE sessions SET state = 'cancelled', version = version + 1 WHERE id IN ${listOf(ids)}`, ids);
    return ids;
  }

  /** The sessions of a class that no other class stands for: they go with it. */
  async deserted(db: Db, classId: number): Promise<number[]> {
    const rows: { id: number }[] = await db.query(
      `SELECT s.id FROM sessions s JOIN session_classes own ON own.session_id = s.id WHERE own.class_id = ? AND s.state = 'scheduled'
         AND NOT EXISTS (SELECT 1 FROM session_classes o JOIN classes c ON c.id = o.class_id AND c.state NOT IN ('cancelled', 'void')
           WHERE o.session_id = s.id AND o.class_id <> own.class_id) ORDER BY s.id`,
      [classId],
    );
    return rows.map((row) => row.id);
  }

  async countOf(db: Db, classId: number): Promise<number> {
    const [row] = await db.query('SELECT COUNT(*) AS n FROM session_classes WHERE class_id = ?', [classId]);
    return Number(row.n);
  }

  /** How many sessions of each class are in the timetable, neither cancelled nor void. */
  async countsOf(db: Db, classIds: readonly number[]): Promise<Map<number, number>> {
    const rows: { id: number; sessions: number }[] = await db.query(
      `SELECT sc.class_id AS id, COUNT(*) AS sessions FROM session_classes sc JOIN sessions s ON s.id = sc.session_id AND s.state = 'scheduled'
       WHERE sc.class_id IN ${listOf(classIds)} GROUP BY sc.class_id`,
      [...classIds],
    );
    return new Map(rows.map((row) => [row.id, Number(row.sessions)]));
  }

  /** `null` outside the scope of every class that the session serves. */
  async find(db: Db, scope: Scope, id: number, lock = false): Promise<SessionRow | null> {
    const visible = servesClassInScope(scope);
    const rows: SessionRow[] = await db.query(
      `SELECT ${columns} FROM sessions s JOIN classes c ON c.id = s.lead_class_id WHERE s.id = ? AND ${visible.sql}${lock ? ' FOR UPDATE' : ''}`,
      [id, ...visible.parameters],
    );
    return (await this.whole(db, rows))[0] ?? null;
  }

  async list(db: Db, scope: Scope, filter: SessionFilter, after: SessionCursor | null, limit: number): Promise<SessionRow[]> {
    const visible = servesClassInScope(scope);
    const where = [visible.sql];
    const parameters: unknown[] = [...visible.parameters];
    const add = (sql: string, ...values: unknown[]): void => {
      where.push(sql);
      parameters.push(...values);
    };
    if (after) add('(s.date > ? OR (s.date = ? AND s.id > ?))', after.date, after.date, after.id);
    if (filter.classId) add('EXISTS (SELECT 1 FROM session_classes sc WHERE sc.session_id = s.id AND sc.class_id = ?)', filter.classId);
    if (filter.instructorId)
      add('EXISTS (SELECT 1 FROM session_instructors si WHERE si.session_id = s.id AND si.instructor_id = ?)', filter.instructorId);
    if (filter.kind) add('c.kind = ?', filter.kind);
    if (filter.state) add('s.state = ?', filter.state);
    if (filter.from) add('s.date >= ?', filter.from);
    if (filter.to) add('s.date <= ?', filter.to);
    if (filter.unmarkedBefore) add(isUnmarked, filter.unmarkedBefore);
    const rows: SessionRow[] = await db.query(
      `SELECT ${columns} FROM sessions s JOIN classes c ON c.id = s.lead_class_id WHERE ${where.join(' AND ')} ORDER BY s.date, s.id LIMIT ${Number(limit)}`,
      parameters,
    );
    return this.whole(db, rows);
  }

  /** How many there are without marks and heads, counted no further than `most`. */
  async countUnmarked(db: Db, scope: Scope, before: string, most: number): Promise<number> {
    const visible = servesClassInScope(scope);
    const [row] = await db.query(
      `SELECT COUNT(*) AS n FROM (SELECT 1 FROM sessions s JOIN classes c ON c.id = s.lead_class_id
         WHERE ${visible.sql} AND ${isUnmarked} LIMIT ${Number(most)}) found`,
      [...visible.parameters, before],
    );
    return Number(row.n);
  }

  /** The sessions that a list of their facts goes through, by date and id. A session in which the page before ended comes again. */
  async asked(
    db: Db,
    scope: Scope,
    asked: AskedSessions,
    page: { after: PlaceInSessions | null; limit: number },
  ): Promise<SessionCursor[]> {
    const { sql, parameters } = askedSessions(scope, asked, page.after);
    return db.query(`SELECT s.id, s.date FROM sessions s WHERE ${sql} ORDER BY s.date, s.id LIMIT ${Number(page.limit)}`, parameters);
  }

  /** Sessions by id with everything that belongs to them, without regard to scope: for callers that have judged it. */
  async byIds(db: Db, ids: readonly number[]): Promise<SessionRow[]> {
    const rows: SessionRow[] = await db.query(
      `SELECT ${columns} FROM sessions s JOIN classes c ON c.id = s.lead_class_id WHERE s.id IN ${listOf(ids)} ORDER BY s.date, s.id`,
      [...ids],
    );
    return this.whole(db, rows);
  }

  /** What the sessions of a class are about, by id: the latest thousand. */
  async topicsOf(db: Db, classId: number): Promise<Map<number, string>> {
    const rows: { id: number; topic: string }[] = await db.query(
      `SELECT s.id, s.topic FROM session_classes sc JOIN sessions s ON s.id = sc.session_id WHERE sc.class_id = ? ORDER BY s.id DESC LIMIT 1000`,
      [classId],
    );
    return new Map(rows.map((row) => [row.id, row.topic]));
  }

  async ofClass(db: Db, classId: number): Promise<SessionRow[]> {
    const rows: { id: number }[] = await db.query('SELECT session_id AS id FROM session_classes WHERE class_id = ?', [classId]);
    return this.byIds(
      db,
      rows.map((row) => row.id),
    );
  }

  private async whole(db: Db, rows: SessionRow[]): Promise<SessionRow[]> {
    const ids = rows.map((row) => row.id);
    const of = async <T>(sql: string): Promise<(T & { session_id: number })[]> =>
      ids.length === 0 ? [] : db.query(sql.replace('(:ids)', listOf(ids)), ids);
    const classes = await of<{ class_id: number }>(
      'SELECT session_id, class_id FROM session_classes WHERE session_id IN (:ids) ORDER BY class_id',
    );
    const teachers = await of<{ instructor_id: number }>(
      'SELECT session_id, instructor_id FROM session_instructors WHERE session_id IN (:ids) ORDER BY instructor_id',
    );
    const stops = await of<SessionRow['checkpoints'][number]>(
      'SELECT session_id, position, site_id AS siteId, reached_at AS reachedAt FROM checkpoints WHERE session_id IN (:ids) ORDER BY position',
    );
    const points = await of<SessionRow['viewingPoints'][number]>(
      'SELECT session_id, id, name, for_unit_id AS forUnitId, site_id AS siteId FROM viewing_points WHERE session_id IN (:ids) ORDER BY id',
    );
    for (const row of rows) {
      row.classIds = classes.filter((one) => one.session_id === row.id).map((one) => one.class_id);
      row.instructorIds = teachers.filter((one) => one.session_id === row.id).map((one) => one.instructor_id);
      row.checkpoints = stops
        .filter((one) => one.session_id === row.id)
        .map(({ position, siteId, reachedAt }) => ({ position, siteId, reachedAt }));
      row.viewingPoints = points
        .filter((one) => one.session_id === row.id)
        .map(({ id, name, forUnitId, siteId }) => ({ id, name, forUnitId, siteId }));
    }
    return rows;
  }
}

/** A session is seen by whoever sees a class that it serves. */
export const servesClassInScope = (scope: Scope): SessionCondition => serving(classInScope(scope));

/** Its marks and heads are settled by whoever brings the sheets of a class that it serves. */
export const servesClassMarkedBy = (scope: Scope, userId: number | null): SessionCondition => serving(classMarkedBy(scope, userId));

const serving = ({ sql, parameters }: SessionCondition): SessionCondition => ({
  sql: `s.id IN (SELECT sc.session_id FROM session_classes sc JOIN classes c ON c.id = sc.class_id WHERE sc.session_id = s.id AND ${sql})`,
  parameters,
});

function askedSessions(scope: Scope, asked: AskedSessions, after: PlaceInSessions | null): SessionCondition {
  const parts: SessionCondition[] = [servesClassInScope(scope), ...(asked.also ? [asked.also] : [])];
  const add = (sql: string, ...parameters: unknown[]): void => void parts.push({ sql, parameters });
  if (asked.sessionId) add('s.id = ?', asked.sessionId);
  if (asked.classId) add('EXISTS (SELECT 1 FROM session_classes sc WHERE sc.session_id = s.id AND sc.class_id = ?)', asked.classId);
  if (asked.unitId) {
    add(
      `EXISTS (SELECT 1 FROM session_classes sc JOIN classes c ON c.id = sc.class_id JOIN units f ON f.id = ?
         JOIN units u ON u.id IN (c.host_unit_id, c.delivering_unit_id, c.village_id) AND u.path LIKE CONCAT(f.path, '%') WHERE sc.session_id = s.id)`,
      asked.unitId,
    );
  }
  if (asked.from) add('s.date >= ?', asked.from);
  if (asked.to) add('s.date <= ?', asked.to);
  if (after) add(`(s.date > ? OR (s.date = ? AND s.id ${after.id === '' ? '>' : '>='} ?))`, after.date, after.date, after.sessionId);
  return { sql: parts.map((part) => part.sql).join(' AND '), parameters: parts.flatMap((part) => part.parameters) };
}
