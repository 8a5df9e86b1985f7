import { Injectable } from '@nestjs/common';
import { PeopleInCounting } from '#people';
import { type Db, listOf } from '#platform/database';
import { MarkRepository, type MarkRow } from '../mark.repository.js';
import { type Attended, type AttendedClass, type AttendedSession, type SessionMark } from './attended.js';

/** A mark as the rules see it, with what only a list shows. */
export type WholeMark = SessionMark & Pick<MarkRow, 'method' | 'recordedOn'>;

type ClassRow = Omit<AttendedClass, 'roster' | 'closedAt'> & { closedAt: Date | null };

/** Reads all that decides who was there, in a constant number of queries. */
@Injectable()
export class AttendedRepository {
  constructor(
    private readonly marks: MarkRepository,
    private readonly people: PeopleInCounting,
  ) {}

  /** `classIds` are all the classes of these sessions, or more. */
  async of(
    db: Db,
    sessionIds: readonly number[],
    classIds: readonly number[],
  ): Promise<Attended & { marks: WholeMark[]; canonicalOf(personId: number): number }> {
    const classes = await this.classes(db, classIds);
    const sessions = await this.sessions(db, sessionIds);
    const marks = await this.marks.ofSessions(db, sessionIds);
    const rosters: { class_id: number; person_id: number }[] = await db.query(
      `SELECT class_id, person_id FROM enrollments WHERE removed_on IS NULL AND class_id IN ${listOf(classIds)}`,
      [...classIds],
    );
    const canonical = await this.people.canonicalOf(db, [
      ...new Set([...marks.flatMap((mark) => mark.personId ?? []), ...rosters.map((row) => row.person_id)]),
    ]);
    const canonicalOf = (id: number): number => canonical.get(id) ?? id;
    for (const { class_id, person_id } of rosters) classes.get(class_id)?.roster.add(canonicalOf(person_id));
    const counted = marks.map((mark): WholeMark => ({
      ...mark,
      personId: mark.personId === null ? null : canonicalOf(mark.personId),
      receivedAt: mark.receivedAt.getTime(),
    }));
    return { classes, sessions, marks: counted, canonicalOf };
  }

  private async classes(db: Db, ids: readonly number[]): Promise<Map<number, AttendedClass>> {
    const rows: ClassRow[] = await db.query(
      `SELECT id, kind, delivery_mode AS deliveryMode, roster AS rosterKind, state, closed_at AS closedAt, host_unit_id AS hostUnitId, village_id AS villageId
       FROM classes WHERE id IN ${listOf(ids)}`,
      [...ids],
    );
    return new Map(rows.map((row) => [row.id, { ...row, closedAt: row.closedAt?.getTime() ?? null, roster: new Set<number>() }]));
  }

  private async sessions(db: Db, ids: readonly number[]): Promise<Map<number, AttendedSession>> {
    if (ids.length === 0) return new Map();
    const rows: Omit<AttendedSession, 'classIds' | 'viewingPoints'>[] = await db.query(
      `SELECT s.id, s.lead_class_id AS leadClassId, s.date, s.day_part AS dayPart, s.state, s.for_unit_id AS forUnitId,
         COALESCE(site.unit_id, first_stop.unit_id) AS siteUnitId
       FROM sessions s
       LEFT JOIN teaching_sites site ON site.id = s.site_id
       LEFT JOIN checkpoints cp ON cp.session_id = s.id AND cp.position = (SELECT MIN(position) FROM checkpoints WHERE session_id = s.id)
       LEFT JOIN teaching_sites first_stop ON first_stop.id = cp.site_id
       WHERE s.id IN ${listOf(ids)}`,
      [...ids],
    );
    const ties: { session_id: number; class_id: number }[] = await db.query(
      `SELECT session_id, class_id FROM session_classes WHERE session_id IN ${listOf(ids)}`,
      [...ids],
    );
    const points: { session_id: number; id: number; for_unit_id: number }[] = await db.query(
      `SELECT session_id, id, for_unit_id FROM viewing_points WHERE session_id IN ${listOf(ids)}`,
      [...ids],
    );
    const sessions = new Map(
      rows.map((row) => [row.id, { ...row, classIds: [] as number[], viewingPoints: [] as AttendedSession['viewingPoints'] }]),
    );
    for (const tie of ties) sessions.get(tie.session_id)?.classIds.push(tie.class_id);
    for (const point of points) sessions.get(point.session_id)?.viewingPoints.push({ id: point.id, forUnitId: point.for_unit_id });
    return sessions;
  }
}
