import { Injectable } from '@nestjs/common';
import { PeopleInCounting } from '#people';
import { answered, ask, type Db, joined, numbersOf, type Question, question } from '#platform/database';
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

  /** The same, were people merged otherwise. */
  supposing(people: PeopleInCounting): AttendedRepository {
    return new AttendedRepository(this.marks, people);
  }

  /** `classIds` are all the classes of these sessions, or more. What else is to be asked of them travels along. */
  async of<T = undefined>(
    db: Db,
    sessionIds: readonly number[],
    classIds: readonly number[],
    also: Question<T> = answered(undefined as T),
  ): Promise<Attended & { marks: WholeMark[]; canonicalOf(personId: number): number; also: T }> {
    const [classes, rosters, sessions, marks, rest] = await ask(
      db,
      classesOf(classIds),
      rostersOf(classIds),
      sessionsOf(sessionIds),
      this.marks.ofSessions(sessionIds),
      also,
    );
    const canonical = await this.people.canonicalOf(db, [
      ...new Set([...marks.flatMap((mark) => mark.personId ?? []), ...rosters.map((row) => row.person_id)]),
    ]);
    const canonicalOf = (id: number): number => canonical.get(id) ?? id;
    for (const { class_id, person_id } of rosters) classes.get(class_id)?.roster.add(canonicalOf(person_id));
    // Nearly everybody counts as themselves: their marks are not copied.
    const counted = marks.map((mark): WholeMark => {
      const personId = mark.personId === null ? null : canonicalOf(mark.personId);
      return personId === mark.personId ? mark : { ...mark, personId };
    });
    return { classes, sessions, marks: counted, canonicalOf, also: rest };
  }
}

const classesOf = (ids: readonly number[]): Question<Map<number, AttendedClass>> =>
  question<ClassRow, Map<number, AttendedClass>>(
    `SELECT id, kind, delivery_mode AS deliveryMode, roster AS rosterKind, state, closed_at AS closedAt, host_unit_id AS hostUnitId, village_id AS villageId
     FROM classes WHERE id IN ${numbersOf(ids)}`,
    [],
    (rows) => new Map(rows.map((row) => [row.id, { ...row, closedAt: row.closedAt?.getTime() ?? null, roster: new Set<number>() }])),
  );

const rostersOf = (classIds: readonly number[]): Question<{ class_id: number; person_id: number }[]> =>
  question(`SELECT class_id, person_id FROM enrollments WHERE removed_on IS NULL AND class_id IN ${numbersOf(classIds)}`);

function sessionsOf(ids: readonly number[]): Question<Map<number, AttendedSession>> {
  const these = numbersOf(ids);
  const sessions = question<Omit<AttendedSession, 'classIds' | 'viewingPoints'>>(
    `SELECT s.id, s.lead_class_id AS leadClassId, s.date, s.day_part AS dayPart, s.state, s.for_unit_id AS forUnitId,
       COALESCE(site.unit_id, first_stop.unit_id) AS siteUnitId
     FROM sessions s
     LEFT JOIN teaching_sites site ON site.id = s.site_id
     LEFT JOIN checkpoints cp ON cp.session_id = s.id AND cp.position = (SELECT MIN(position) FROM checkpoints WHERE session_id = s.id)
     LEFT JOIN teaching_sites first_stop ON first_stop.id = cp.site_id
     WHERE s.id IN ${these}`,
  );
  const ties = question<{ session_id: number; class_id: number }>(
    `SELECT session_id, class_id FROM session_classes WHERE session_id IN ${these}`,
  );
  const rooms = question<{ session_id: number; id: number; for_unit_id: number }>(
    `SELECT session_id, id, for_unit_id FROM viewing_points WHERE session_id IN ${these}`,
  );
  return joined([sessions, ties, rooms], (rows, tied, points) => {
    const found = new Map(rows.map((row): [number, AttendedSession] => [row.id, { ...row, classIds: [], viewingPoints: [] }]));
    for (const tie of tied) found.get(tie.session_id)?.classIds.push(tie.class_id);
    for (const point of points) found.get(point.session_id)?.viewingPoints.push({ id: point.id, forUnitId: point.for_unit_id });
    return found;
  });
}
